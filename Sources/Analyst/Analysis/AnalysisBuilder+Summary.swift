import RuleEngine

extension AnalysisBuilder {
    /// One page to read first: what is certain now, what is open, which answers help, and who decides.
    ///
    /// Which kinds of fact are named, and how many of each, the vocabulary of summary lists says.
    package func summaryBlocks() -> [AnalysisDocument.Block] {
        let lines = (ruleBase.vocabulary("summary-lists")?.codes ?? []).compactMap { line($0) }
        var blocks: [AnalysisDocument.Block] = [.list(lines)]
        if !unheard.isEmpty { blocks.append(.paragraph(.unheard(unheard.map(\.title)))) }
        let waiting = waitingConclusions()
        if !waiting.isEmpty {
            let inputs = waiting.prefix(3).map { entry in
                LocalizedText { naming.title(of: session.reference(entry.input), in: $0) }
            }
            blocks.append(.paragraph(.firstToAsk(inputs)))
        }
        let omissions = RuleOmission.notice(library.omissions).map { [AnalysisDocument.Block.notice($0)] } ?? []
        return omissions + blocks + [.notice(.peopleDecide)]
    }

    /// "Problems (3 found, 60 open): Poverty: 4 (very serious); …"
    private func line(_ list: Vocabulary.Term) -> LocalizedText? {
        guard let template = list.string("template"), ruleBase.template(template) != nil,
            case .number(let number)? = list.value("most"), let most = number.integerValue
        else { return nil }
        let facts = session.facts(of: template).map(\.fact).filter { !$0.isAnonymous }
        let found = ranked(facts.filter(\.isCertain))
        let names = found.prefix(most).map { fact in
            LocalizedText { naming.title(of: fact, in: $0) + grade(of: fact, list.string("graded"), in: $0) }
        }
        return .named(list.title, Array(names), found: found.count, open: facts.count - found.count)
    }

    private func grade(of fact: Fact, _ field: String?, in language: Language) -> String {
        guard let field, let value = session.value(of: field, in: fact), value.set.exactValue != .null else {
            return ""
        }
        return ": " + labels.text(of: value.set, attribute: field, isPart: true)[language]
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func named(_ title: LocalizedText, _ names: [LocalizedText], found: Int, open: Int)
        -> LocalizedText
    {
        LocalizedText { language in
            let counts = language.word("\(found) gevonden, \(open) nog open", "\(found) found, \(open) still open")
            var shown = names.map { $0[language] }
            if found > names.count {
                shown.append(language.word("en nog \(found - names.count)", "and \(found - names.count) more"))
            }
            let list = shown.isEmpty ? "" : ": " + shown.joined(separator: "; ")
            return "\(title[language]) (\(counts))\(list)."
        }
    }

    fileprivate static func unheard(_ voices: [LocalizedText]) -> LocalizedText {
        LocalizedText { language in
            let names = ValueText(language).list(voices.map { $0[language].lowercased() })
            return language.word("Nog niet gehoord: \(names).", "Not yet heard: \(names).")
        }
    }

    fileprivate static func firstToAsk(_ inputs: [LocalizedText]) -> LocalizedText {
        LocalizedText { language in
            let names = inputs.map { $0[language] }.joined(separator: "; ")
            return language.word(
                "Hierop wachten de meeste open conclusies: \(names).",
                "Most open conclusions wait for: \(names).")
        }
    }

    fileprivate static var peopleDecide: LocalizedText {
        LocalizedText(
            nl: "Dit is een advies. Mensen beslissen, en kunnen met een reden van elke uitkomst afwijken.",
            en: "This is advice. People decide, and can depart from every outcome with a reason.")
    }
}
