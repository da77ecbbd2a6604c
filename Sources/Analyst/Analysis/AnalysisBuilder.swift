package import RuleEngine

/// Makes the analysis of one sheet: runs the rules and lays their conclusions out in parts.
///
/// Which parts there are, and which kinds of fact stand in each, the vocabulary of parts says.
package struct AnalysisBuilder {
    package let library: RuleLibrary
    package let sheet: FactSheet
    package let date: FEELDate
    package let laterFigures: Bool
    package let rules: ReportedRules
    package let session: Session
    package let omissions: [String: SheetInputs.Omission]
    package let labels: Labels
    package let naming: Naming
    package let findings: FindingBuilder

    /// - Parameter allRules: run also the rules that lead to nothing that a report shows, to explain what they say.
    package init(
        library: RuleLibrary, sheet: FactSheet, date: FEELDate, laterFigures: Bool = false, allRules: Bool = false
    ) {
        self.library = library
        self.sheet = sheet
        self.date = date
        self.laterFigures = laterFigures
        let inputs = SheetInputs(sheet, ruleBase: library.ruleBase, date: date, later: laterFigures)
        rules = ReportedRules(library.ruleBase, all: allRules)
        session = rules.session(inputs.inputs, timeZones: library.timeZones)
        omissions = inputs.omissions
        labels = Labels(ruleBase: library.ruleBase)
        naming = Naming(library.ruleBase)
        findings = FindingBuilder(
            session: session,
            figures: FigureText(sheet: sheet, naming: naming, omissions: inputs.omissions, labels: labels),
            labels: labels)
    }

    package var ruleBase: RuleBase { library.ruleBase }

    /// How a part is laid out.
    package enum PartKind: String {
        case summary, area, assessment, findings, voices, interventions, instruments, open, provenance
    }

    package func analysis() -> AnalysisDocument {
        let parts = (ruleBase.vocabulary("report-parts")?.codes ?? []).compactMap { part($0) }
        return AnalysisDocument(
            id: sheet.id, title: sheet.title, municipality: sheet.municipality, date: date,
            isProvisional: unheard.count == voices.count, isCutShort: session.isCutShort, parts: parts)
    }

    private func part(_ code: Vocabulary.Term) -> AnalysisDocument.Part? {
        guard let kind = code.string("kind").flatMap({ PartKind(rawValue: $0) }) else { return nil }
        let number: Int? = if case .number(let number)? = code.value("number") { number.integerValue } else { nil }
        let byDomain = names(code.string("by_domain"))
        let listed = names(code.string("templates")).flatMap { findingBlocks($0, byDomain: byDomain.contains($0)) }
        let shortlist = code.string("shortlist").map { shortlistBlocks($0) } ?? []
        let blocks: [AnalysisDocument.Block] =
            switch kind {
            case .summary: summaryBlocks()
            case .area: areaBlocks()
            case .assessment: assessmentBlocks()
            case .findings: listed
            case .voices: voiceBlocks() + listed
            case .interventions: listed + droppedBlocks()
            case .instruments: listed + notInForceBlocks()
            case .open: openBlocks() + listed
            case .provenance: provenanceBlocks()
            }
        return AnalysisDocument.Part(
            id: code.code, number: number, title: code.title, intro: code.text("intro"),
            blocks: shortlist + blocks)
    }

    private func names(_ text: String?) -> [String] { (text ?? "").split(separator: " ").map(String.init) }

    // MARK: Findings

    /// The facts of a template: found ones in full, open ones behind a summary.
    ///
    /// - Parameter byDomain: grouped by the domain of their code, with those that do not hold.
    private func findingBlocks(_ name: String, byDomain: Bool) -> [AnalysisDocument.Block] {
        guard let template = ruleBase.template(name) else { return [] }
        let facts = session.facts(of: name).map(\.fact).filter { !$0.isAnonymous }
        var blocks: [AnalysisDocument.Block] = [.heading(template.title)]
        if byDomain, let domains = ruleBase.vocabulary("domains") {
            for domain in domains.codes {
                let own = facts.filter { session.value(of: "domain", in: $0)?.set.exactValue == .string(domain.code) }
                let all = codes(of: template).filter { $0.string("domain") == domain.code }
                if !all.isEmpty { blocks += domainBlocks(domain, own, of: all, template) }
            }
            return blocks
        }
        return blocks + stateBlocks(ranked(facts))
    }

    private func domainBlocks(
        _ domain: Vocabulary.Term, _ facts: [Fact], of all: [Vocabulary.Term], _ template: Template
    ) -> [AnalysisDocument.Block] {
        let found = facts.filter(\.isCertain).count
        let open = facts.count - found
        let absent = all.map { FindingID(template: template.name, key: [$0.code]) }
            .filter { session.state(of: $0) == .refuted }
        let refuted = absent.count
        let summary = LocalizedText(
            nl: "\(domain.title.nl): \(found) gevonden, \(open) nog open, \(refuted) niet aan de orde.",
            en: "\(domain.title.en): \(found) found, \(open) still open, \(refuted) not at issue.")
        var blocks = [AnalysisDocument.Block.paragraph(summary)]
        if !facts.isEmpty { blocks += stateBlocks(ranked(facts)) }
        if !absent.isEmpty {
            blocks.append(.details(summary: .refuted(refuted), [.findings(absent.map { findings.dropped($0) })]))
        }
        return blocks
    }

    private func stateBlocks(_ facts: [Fact]) -> [AnalysisDocument.Block] {
        let found = facts.filter(\.isCertain).map { findings.finding($0) }
        let open = facts.filter { !$0.isCertain }.map { findings.short($0) }
        var blocks: [AnalysisDocument.Block] = []
        if facts.isEmpty { blocks.append(.paragraph(.nothing)) }
        if !found.isEmpty { blocks.append(.findings(found)) }
        if !open.isEmpty { blocks.append(.details(summary: .open(open.count), [.findings(open)])) }
        return blocks
    }

    /// The five facts of a template that weigh most by what is certain now; what is still open may change the order.
    private func shortlistBlocks(_ template: String) -> [AnalysisDocument.Block] {
        let certain = ranked(session.facts(of: template).map(\.fact).filter(\.isCertain)).prefix(5)
        guard !certain.isEmpty else { return [] }
        let lines = certain.map { fact in
            LocalizedText { language in
                let weight = session.value(of: "weight", in: fact).map {
                    ": \(labels.text(of: $0.set, attribute: "weight")[language])"
                }
                return naming.title(of: fact, in: language) + (weight ?? "")
            }
        }
        return [.heading(.heaviestNow), .list(Array(lines)), .paragraph(.heaviestNowRule)]
    }

    /// The heaviest first, where there is a weight or severity; else in the order of the vocabulary.
    ///
    /// - Parameter other: the session of the facts, where it is not that of the area.
    package func ranked(_ facts: [Fact], in other: Session? = nil) -> [Fact] {
        let session = other ?? self.session
        func rank(_ fact: Fact) -> FEELNumber {
            for field in ["weight", "severity"] {
                guard let value = session.value(of: field, in: fact), value.set.exactValue != .null else { continue }
                switch value.set {
                case .exactly(.number(let number)): return number
                case .oneOf(let values):
                    return values.compactMap { if case .number(let number) = $0 { number } else { nil } }.min() ?? .zero
                case .numbers(let interval, _): return interval.low ?? .zero
                default: return .zero
                }
            }
            return .zero
        }
        return facts.enumerated().sorted { left, right in
            let (a, b) = (rank(left.element), rank(right.element))
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element)
    }

    private func codes(of template: Template) -> [Vocabulary.Term] {
        template.describedBy.flatMap { ruleBase.vocabulary($0) }?.codes ?? []
    }

    // MARK: Voices

    private var voices: [Vocabulary.Term] {
        (ruleBase.vocabulary("perspectives")?.codes ?? []).filter { $0.code != SheetContext.registered }
    }

    package var unheard: [Vocabulary.Term] {
        let heard = sheet.heardPerspectives(in: ruleBase)
        return voices.filter { !heard.contains($0.code) }
    }

    private func voiceBlocks() -> [AnalysisDocument.Block] {
        var blocks: [AnalysisDocument.Block] = []
        if !unheard.isEmpty {
            let names = LocalizedText { ValueText($0).list(unheard.map(\.title).localized($0)) }
            blocks.append(
                .notice(
                    LocalizedText(
                        nl: "Nog niet gehoord: \(names.nl).", en: "Not yet heard: \(names.en).")))
        }
        let rows = sheet.answers.filter { $0.perspective != SheetContext.registered }.map {
            answer -> [AnalysisDocument.Table.Cell] in
            let question = ruleBase.vocabulary("observations")?[answer.question]?.title
            return [
                .text(question ?? LocalizedText(verbatim: answer.question)),
                .text(labels.title(answer.perspective, in: "perspectives")), .text(.answer(answer.value)),
                answer.people.map { .number($0) } ?? .empty,
                answer.method.map { .text(LocalizedText(verbatim: $0)) } ?? .empty,
            ]
        }
        if !rows.isEmpty { blocks.append(.table(.answers(rows))) }
        return blocks
    }

    // MARK: Dropped and not in force

    /// Interventions that were considered but do not fit, with the condition that stands in the way.
    private func droppedBlocks() -> [AnalysisDocument.Block] {
        let candidates = session.facts(of: "candidate").map(\.fact).filter(\.isCertain)
        let dropped = candidates.compactMap { fact -> AnalysisDocument.Finding? in
            let id = FindingID(template: "intervention", key: session.finding(fact).key)
            return session.state(of: id) == .refuted ? findings.dropped(id) : nil
        }
        guard !dropped.isEmpty else { return [] }
        return [.heading(.consideredAndDropped), .findings(dropped)]
    }

    private func notInForceBlocks() -> [AnalysisDocument.Block] {
        let titles = session.notInForce.filter { $0.template == "instrument" }.map { finding in
            LocalizedText { naming.title(of: finding, in: $0) }
        }
        guard !titles.isEmpty else { return [] }
        let day = LocalizedText { DateText.text(of: date, in: $0) }
        return [
            .heading(LocalizedText(nl: "Niet van kracht op \(day.nl)", en: "Not in force on \(day.en)")),
            .list(titles),
        ]
    }

    // MARK: Provenance

    private func provenanceBlocks() -> [AnalysisDocument.Block] {
        let day = LocalizedText { DateText.text(of: date, in: $0) }
        var lines = [
            LocalizedText(nl: "Datum van de analyse: \(day.nl)", en: "Date of the analysis: \(day.en)"),
            LocalizedText(
                nl: "Regels: \(ruleBase.rules.count), versie \(library.hash)",
                en: "Rules: \(ruleBase.rules.count), version \(library.hash)"),
            LocalizedText(nl: "Feitenblad: \(sheet.id)", en: "Fact sheet: \(sheet.id)"),
        ]
        for source in sheet.sources {
            lines.append(LocalizedText { text(of: source, $0) })
        }
        let people = sheet.overrules.map { overrule in
            LocalizedText { language in
                let verdict =
                    switch (overrule.verdict, language) {
                    case (.rejected, .nl): "verworpen"
                    case (.added, .nl): "toegevoegd"
                    case (.rejected, .en): "rejected"
                    case (.added, .en): "added"
                    }
                return "\(naming.title(of: overrule.finding, in: language)): \(verdict) (\(overrule.reason))"
            }
        }
        let overrules: [AnalysisDocument.Block] = people.isEmpty ? [] : [.heading(.overruled), .list(people)]
        return [.list(lines)] + overrules + [.details(summary: .sourcesOfRules, [.list(publications)])]
    }

    /// "CBS, Kerncijfers wijken en buurten 2020, 84799NED, 26 maart 2021. Licentie: CC BY 4.0."
    private func text(of source: FactSheet.Source, _ language: Language) -> String {
        let edition = source.edition.map { text in FEELDate(text).map { DateText.text(of: $0, in: language) } ?? text }
        let name = [source.publisher, source.title, source.table, edition].compactMap { $0 }.joined(separator: ", ")
        var sentences = [name]
        if let licence = source.licence { sentences.append(language.word("Licentie: ", "Licence: ") + licence) }
        if let note = source.note { sentences.append(note[language]) }
        if let note = source.publishedNote {
            if let day = sheet.figures.filter({ $0.source == source.id }).compactMap(\.published).max() {
                sentences.append(
                    language.word("Verschenen uiterlijk op ", "Published by ") + DateText.text(of: day, in: language))
            }
            sentences.append(note[language])
        }
        return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }

    private var publications: [LocalizedText] {
        ruleBase.publications.map { publication in
            LocalizedText { language in
                let head = [
                    publication.authors.joined(separator: ", "), publication.title, publication.publisher,
                    publication.year,
                ]
                .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
                let read = language == .nl ? "gelezen" : "read"
                return "\(head). \(read): \(publication.read[language])"
            }
        }
    }

}

extension [LocalizedText] {
    func localized(_ language: Language) -> [String] { map { $0[language] } }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static var nothing: LocalizedText {
        LocalizedText(nl: "Niets gevonden, en niets meer open.", en: "Nothing found, and nothing left open.")
    }

    fileprivate static func open(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: count == 1 ? "1 open: nog niet te zeggen" : "\(count) open: nog niet te zeggen",
            en: count == 1 ? "1 open: cannot be told yet" : "\(count) open: cannot be told yet")
    }

    fileprivate static var heaviestNow: LocalizedText {
        LocalizedText(nl: "Het zwaarst op grond van wat nu vaststaat", en: "Heaviest by what is certain now")
    }

    fileprivate static var heaviestNowRule: LocalizedText {
        LocalizedText(
            nl:
                "Volgorde: het gewicht (van 0 tot 100) dat nu zeker is, hoogstens vijf. Open vragen kunnen de volgorde nog veranderen.",
            en:
                "Order: the weight (from 0 to 100) that is certain now, five at most. Open questions may still change the order."
        )
    }

    fileprivate static func refuted(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(count) niet aan de orde",
            en: "\(count) not at issue")
    }

    fileprivate static var consideredAndDropped: LocalizedText {
        LocalizedText(nl: "Overwogen en afgevallen", en: "Considered and dropped")
    }

    fileprivate static var overruled: LocalizedText {
        LocalizedText(nl: "Wat mensen anders besloten", en: "What people decided otherwise")
    }

    fileprivate static var sourcesOfRules: LocalizedText {
        LocalizedText(nl: "Bronnen van de regels", en: "Sources of the rules")
    }

    fileprivate static func answer(_ value: Answer.Value) -> LocalizedText {
        switch value {
        case .yes: LocalizedText(nl: "ja", en: "yes")
        case .no: LocalizedText(nl: "nee", en: "no")
        case .unknown: LocalizedText(nl: "weet ik niet", en: "don’t know")
        case .notApplicable: LocalizedText(nl: "niet van toepassing", en: "not applicable")
        case .number(let number):
            LocalizedText(nl: NumberText.text(of: number, in: .nl), en: NumberText.text(of: number, in: .en))
        }
    }
}

extension AnalysisDocument.Table {
    fileprivate static func answers(_ rows: [[Cell]]) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: LocalizedText(nl: "Antwoorden per perspectief", en: "Answers per perspective"),
            columns: [
                Column(title: LocalizedText(nl: "Vraag", en: "Question"), isNumeric: false),
                Column(title: LocalizedText(nl: "Perspectief", en: "Perspective"), isNumeric: false),
                Column(title: LocalizedText(nl: "Antwoord", en: "Answer"), isNumeric: false),
                Column(title: LocalizedText(nl: "Aantal mensen", en: "Number of people"), isNumeric: true),
                Column(title: LocalizedText(nl: "Hoe gehoord", en: "How heard"), isNumeric: false),
            ], rows: rows, note: nil)
    }
}
