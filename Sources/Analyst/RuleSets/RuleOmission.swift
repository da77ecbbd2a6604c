package import RuleEngine

/// A file or folder of rules of which something is left out of an analysis, and why.
package struct RuleOmission: Hashable, Sendable {
    /// As messages name it.
    package let file: String
    /// How many of its rules are left out; `nil` when it could not be read, so that nobody knows.
    package let rules: Int?
    /// The first thing that is wrong with it.
    package let cause: LocalizedText

    /// What is left out because of faults in rules that were read.
    static func all(in reading: RuleBaseReader.Reading) -> [RuleOmission] {
        var causes: [(file: String, cause: LocalizedText)] = []
        var files: Set<String> = []
        for diagnostic in reading.diagnostics where diagnostic.severity == .error {
            guard let file = diagnostic.span?.file, files.insert(file).inserted else { continue }
            causes.append((file, diagnostic.message))
        }
        var sound: [String: Int] = [:]
        for rule in reading.ruleBase.rules { sound[rule.span.file, default: 0] += 1 }
        return causes.map { file, cause in
            RuleOmission(
                file: file, rules: reading.writtenRules[file].map { max($0 - sound[file, default: 0], 0) }, cause: cause
            )
        }
    }

    /// One sentence on all that is left out, for a reader of the analysis; `nil` when nothing is.
    package static func notice(_ omissions: [RuleOmission]) -> LocalizedText? {
        guard !omissions.isEmpty else { return nil }
        return LocalizedText { language in
            let shown = omissions.prefix(mostShown).map { $0.text(in: language) }
            let more = omissions.count - shown.count
            let rest = more > 0 ? [language.word("en nog \(more)", "and \(more) more")] : []
            let list = (shown + rest).joined(separator: "; ")
            return language.word(
                "Deze analyse is niet volledig: een deel van de regels is weggelaten. \(list).",
                "This analysis is not complete: part of the rules is left out. \(list).")
        }
    }

    private static let mostShown = 5

    /// "werk/a.yaml, 2 rules: the name ‘x’ does not exist"
    private func text(in language: Language) -> String {
        let count =
            switch rules {
            case nil: language.word(", niet gelezen", ", not read")
            case 0: ""
            case 1: language.word(", 1 regel", ", 1 rule")
            case let count?: language.word(", \(count) regels", ", \(count) rules")
            }
        return "\(file)\(count): \(cause[language])"
    }
}
