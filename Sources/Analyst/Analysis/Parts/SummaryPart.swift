import RuleEngine

/// One page to read first: what is certain now, what is open, which answers help, and who decides.
///
/// Which kinds of fact are named, and how many of each, the plan of the report says.
package enum SummaryPart: ReportPart {
    package static let kind = "summary"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.summaryBlocks()
    }
}

extension AnalysisComposer {
    fileprivate func summaryBlocks() -> [AnalysisDocument.Block] {
        var blocks: [AnalysisDocument.Block] = [.list(area.rules.report.summaryLists.compactMap { line($0) })]
        if !conclusions.unheard.isEmpty {
            let names = ValueText(language).list(conclusions.unheard.map { say($0.title).lowercased() })
            blocks.append(.paragraph(say(.notHeard(names))))
        }
        if !conclusions.waiting.isEmpty {
            let names = conclusions.waiting.prefix(3)
                .map { naming.title(of: session.reference($0.input), in: language) }.joined(separator: "; ")
            blocks.append(.paragraph(say(.firstToAsk(names))))
        }
        let omissions = RuleOmission.notice(area.rules.omissions).map { [AnalysisDocument.Block.notice(say($0))] } ?? []
        let undated = session.undatedParameters
        let gaps = undated.isEmpty ? [] : [AnalysisDocument.Block.notice(say(.undated(undated, area.date)))]
        return omissions + gaps + blocks + [.notice(say(.peopleDecide))]
    }

    /// "Problems (3 found, 60 open): Poverty: 4 (very serious); …"
    private func line(_ list: ReportPlan.SummaryList) -> String? {
        guard ruleBase.template(list.template) != nil else { return nil }
        let facts = session.facts(of: list.template).map(\.fact).filter { !$0.isAnonymous }
        let found = session.heaviestFirst(facts.filter(\.isCertain))
        var names = found.prefix(list.most).map { fact in
            naming.title(of: fact, in: language) + grade(of: fact, list.graded)
        }
        if found.count > list.most { names.append(say(.more(found.count - list.most))) }
        let counts = say(.counts(found: found.count, open: facts.count - found.count))
        return "\(say(list.title)) (\(counts))\(names.isEmpty ? "" : ": " + names.joined(separator: "; "))."
    }

    private func grade(of fact: Fact, _ field: String?) -> String {
        guard let field, let value = session.value(of: field, in: fact), value.set.exactValue != .null else {
            return ""
        }
        return ": " + labels.text(of: value.set, attribute: field, isPart: true, in: language)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func counts(found: Int, open: Int) -> LocalizedText {
        LocalizedText(nl: "\(found) gevonden, \(open) nog open", en: "\(found) found, \(open) still open")
    }

    fileprivate static func more(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "en nog \(count)", en: "and \(count) more")
    }

    /// The rules do not reach back to the day of the analysis.
    fileprivate static func undated(_ parameters: [Parameter], _ date: FEELDate) -> LocalizedText {
        LocalizedText { language in
            let names = parameters.prefix(3).map { $0.title[language].lowercasedFirst }
            let list = names.joined(separator: "; ") + (parameters.count > 3 ? "; …" : "")
            let day = DateText.text(of: date, in: language)
            return language.word(
                "De regels hebben op \(day) nog geen waarde voor \(parameters.count) grenzen: \(list). Wat daarop rust, "
                    + "is niet bekend.",
                "On \(day) the rules have no value yet for \(parameters.count) thresholds: \(list). What rests on them "
                    + "is not known.")
        }
    }

    fileprivate static func notHeard(_ names: String) -> LocalizedText {
        LocalizedText(nl: "Nog niet gehoord: \(names).", en: "Not yet heard: \(names).")
    }

    fileprivate static func firstToAsk(_ names: String) -> LocalizedText {
        LocalizedText(
            nl: "Hierop wachten de meeste open conclusies: \(names).", en: "Most open conclusions wait for: \(names).")
    }

    fileprivate static let peopleDecide = LocalizedText(
        nl: "Dit is een advies. Mensen beslissen, en kunnen met een reden van elke uitkomst afwijken.",
        en: "This is advice. People decide, and can depart from every outcome with a reason.")
}
