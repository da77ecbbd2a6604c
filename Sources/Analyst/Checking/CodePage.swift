package import RuleEngine

/// The long explanation of one kind of message: what is the matter, why that matters, and how to repair it.
///
///     CodePage.named("feel/chained-comparison")?.text(in: .en)
///
/// Examples build on the small rule base in `docs/examples/streets`; a test reads each of them.
package struct CodePage: Sendable {
    /// What gives the message, and nearly the same without it.
    package enum Example: Sendable {
        /// A condition of a rule.
        case condition(wrong: String, right: String)
        /// A file of rules.
        case file(wrong: String, right: String)
        /// It takes more than a text to give the message: a folder, a run, a download.
        case none
    }

    package let code: String
    package let meaning: LocalizedText
    package let example: Example

    init(_ code: String, nl: String, en: String, _ example: Example = .none) {
        self.code = code
        meaning = LocalizedText(nl: nl, en: en)
        self.example = example
    }

    /// All pages, family by family.
    package static let all: [CodePage] =
        ofYAML + ofFEEL + ofRules + ofDeclarations + ofTables + ofProduction + ofSafeguards + ofCases + ofRuns + ofFiles
        + ofModels + ofSheets + ofImports + ofDossiers + ofExercises + ofKnowledge + ofVersions
        + ofFigures + ofMarking

    /// The page of a code.
    package static func named(_ code: String) -> CodePage? { all.first { $0.code == code } }

    /// The code that is nearly this one.
    package static func near(_ code: String) -> String? {
        Suggestion.nearest(to: code, among: all.map(\.code))
            ?? all.first { $0.code.hasSuffix("/" + code) }?.code
    }

    /// The page as text.
    package func text(in language: Language) -> String {
        var parts = [code + "\n" + String(repeating: "=", count: code.count), meaning[language]]
        let (wrong, right): (String, String)
        switch example {
        case .condition(let first, let second): (wrong, right) = ("- " + first, "- " + second)
        case .file(let first, let second): (wrong, right) = (first, second)
        case .none: return parts.joined(separator: "\n\n") + "\n"
        }
        parts.append(language.word("Fout:", "Wrong:") + "\n\n" + Self.indented(wrong))
        parts.append(language.word("Goed:", "Right:") + "\n\n" + Self.indented(right))
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
            .joined(separator: "\n")
    }
}
