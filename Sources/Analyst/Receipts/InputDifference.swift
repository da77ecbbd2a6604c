package import RuleEngine

/// Which inputs of an analysis are not those that its receipt names.
package struct InputDifference: Hashable, Sendable {
    package enum Change: Hashable, Sendable { case changed, added, gone }

    package struct File: Hashable, Sendable {
        package let name: String
        package let change: Change

        package init(name: String, change: Change) {
            self.name = name
            self.change = change
        }
    }

    /// The version of the program that wrote the receipt, where it is another one.
    package let program: String?
    package let rules: [File]
    /// How many rule files the receipt names.
    package let ruleCount: Int
    package let sheets: [File]
    /// How many sheets the receipt names.
    package let sheetCount: Int

    package var isNone: Bool { program == nil && rules.isEmpty && sheets.isEmpty }

    /// A line for each kind of input, and below it one for each file that differs.
    package func lines(in language: Language) -> [String] {
        [
            program.map { LocalizedText.otherProgram($0) } ?? .sameProgram(ProgramVersion.text),
            rules.isEmpty ? .sameRules(ruleCount) : .otherRules(rules.count),
        ].map { $0[language] } + rules.map { Self.line($0, language) }
            + [(sheets.isEmpty ? LocalizedText.sameSheets(sheetCount) : .otherSheets(sheets.count))[language]]
            + sheets.map { Self.line($0, language) }
    }

    private static func line(_ file: File, _ language: Language) -> String {
        "  - \(file.name): \(LocalizedText.change(file.change)[language])"
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func sameProgram(_ version: String) -> LocalizedText {
        LocalizedText(nl: "Programma: gelijk (\(version))", en: "Program: the same (\(version))")
    }

    fileprivate static func otherProgram(_ version: String) -> LocalizedText {
        LocalizedText(
            nl: "Programma: nu \(ProgramVersion.text), toen \(version)",
            en: "Program: now \(ProgramVersion.text), then \(version)")
    }

    fileprivate static func sameRules(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "Regels: gelijk (\(count) \(count == 1 ? "bestand" : "bestanden"))",
            en: "Rules: the same (\(count) \(count == 1 ? "file" : "files"))")
    }

    fileprivate static func otherRules(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: count == 1 ? "Regels: 1 bestand verschilt" : "Regels: \(count) bestanden verschillen",
            en: count == 1 ? "Rules: 1 file differs" : "Rules: \(count) files differ")
    }

    fileprivate static func sameSheets(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "Feitenbladen: gelijk (\(count))", en: "Fact sheets: the same (\(count))")
    }

    fileprivate static func otherSheets(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: count == 1 ? "Feitenbladen: 1 verschilt" : "Feitenbladen: \(count) verschillen",
            en: count == 1 ? "Fact sheets: 1 differs" : "Fact sheets: \(count) differ")
    }

    fileprivate static func change(_ change: InputDifference.Change) -> LocalizedText {
        switch change {
        case .changed: LocalizedText(nl: "veranderd", en: "changed")
        case .added: LocalizedText(nl: "stond er toen niet", en: "was not there then")
        case .gone: LocalizedText(nl: "is er niet meer of is niet te lezen", en: "is gone or cannot be read")
        }
    }
}
