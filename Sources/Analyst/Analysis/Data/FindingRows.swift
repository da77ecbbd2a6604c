import RuleEngine

/// Each finding of the parts in a row, with a column for each property that some finding has.
struct FindingRows {
    private let composer: AnalysisComposer
    private let findings: [AnalysisDocument.Finding]

    init(_ composer: AnalysisComposer, _ parts: [AnalysisDocument.Part]) {
        self.composer = composer
        var seen: Set<FindingID> = []
        findings = parts.flatMap { $0.blocks + $0.annex }.flatMap(\.findings).filter { seen.insert($0.id).inserted }
    }

    /// - Parameter isWanted: whether findings of a kind of fact stand in the table.
    func table(_ subject: AnalysisData.Subject, where isWanted: (String) -> Bool) -> AnalysisData.Table {
        let rows = findings.filter { isWanted($0.id.template) }
        func names(_ pairs: (AnalysisDocument.Finding) -> [(name: String, value: String)]) -> [String] {
            var names: [String] = []
            for name in rows.flatMap(pairs).map(\.name) where !names.contains(name) { names.append(name) }
            return names
        }
        // What vocabularies say differs from kind to kind: together that would be more columns than anyone reads.
        let (properties, facts) = (names(\.properties), subject == .findings ? [] : names(\.facts))
        let language = composer.language
        let columns =
            [LocalizedText.kind, .finding, .state].map { AnalysisDocument.Table.Column($0, language) }
            + properties.map { .init(LocalizedText(verbatim: $0), language) } + [.init(.because, language)]
            + facts.map { .init(LocalizedText(verbatim: $0), language) }
            + [LocalizedText.strength, .rules, .waitsFor, .overruled, .code].map { .init($0, language) }
        return AnalysisData.Table(
            subject: subject, columns: columns,
            rows: rows.map { finding in
                let state = composer.say(.state(finding.state))
                return [.text(kind(of: finding)), .text(finding.title), .text(state)]
                    + properties.map { cell($0, finding.properties) }
                    + [.text(finding.because.joined(separator: " "))] + facts.map { cell($0, finding.facts) }
                    + [
                        .text(unique(finding.grounds.map(\.strength))), .text(unique(finding.grounds.map(\.rule))),
                        .text(finding.waitsFor.joined(separator: "; ")), .text(finding.overruled ?? ""),
                        .text(finding.id.description),
                    ]
            })
    }

    private func unique(_ texts: [String]) -> String {
        var kept: [String] = []
        for text in texts where !kept.contains(text) { kept.append(text) }
        return kept.joined(separator: "; ")
    }

    private func kind(of finding: AnalysisDocument.Finding) -> String {
        composer.ruleBase.template(finding.id.template).map { composer.say($0.title) } ?? finding.id.template
    }

    /// The values of a property; a whole number is one, other numbers stand with their unit and are a text.
    private func cell(_ name: String, _ pairs: [(name: String, value: String)]) -> AnalysisDocument.Table.Cell {
        let values = pairs.filter { $0.name == name }.map(\.value)
        guard let first = values.first else { return .empty }
        if values.count == 1, first.utf8.count < 10, first.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = FEELNumber(first)
        {
            return .number(number)
        }
        return .text(values.joined(separator: "; "))
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let kind = LocalizedText(nl: "Soort", en: "Kind")
    fileprivate static let finding = LocalizedText(nl: "Bevinding", en: "Finding")
    fileprivate static let state = LocalizedText(nl: "Stand", en: "State")
    fileprivate static let because = LocalizedText(nl: "Waarom", en: "Why")
    fileprivate static let strength = LocalizedText(nl: "Sterkte van de regels", en: "Strength of the rules")
    fileprivate static let rules = LocalizedText(nl: "Regels", en: "Rules")
    fileprivate static let waitsFor = LocalizedText(nl: "Wacht op", en: "Waits for")
    fileprivate static let overruled = LocalizedText(nl: "Besluit van een mens", en: "Decided by a person")
    fileprivate static let code = LocalizedText(nl: "Code", en: "Code")

    fileprivate static func state(_ state: FindingState) -> LocalizedText {
        switch state {
        case .found: LocalizedText(nl: "gevonden", en: "found")
        case .open: LocalizedText(nl: "nog open", en: "open")
        case .refuted: LocalizedText(nl: "niet aan de orde", en: "not at issue")
        }
    }
}
