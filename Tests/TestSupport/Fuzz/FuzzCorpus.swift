public import RuleEngine

/// Sound texts from which others are made by damage.
public struct FuzzCorpus: Sendable {
    /// Expressions and cells.
    package let expressions: [String]
    /// Files that together are a rule base.
    package let base: [SourceFile]
    /// Texts of short rule files, sound or not, that may join the base.
    package let ruleFiles: [String]

    /// The examples of the functions' documentation, and the conditions and values found in the rule files.
    public init(base: [SourceFile], ruleFiles: [String]) {
        let examples = Builtin.standardFunctions.compactMap(\.documentation).flatMap { [$0.right, $0.wrong] }
        expressions = examples + ruleFiles.flatMap(FuzzCorpus.expressions)
        self.base = base
        self.ruleFiles = ruleFiles.filter { $0.utf8.count <= FuzzCorpus.longestFile }
    }

    /// Longer files would take the time of many short ones.
    private static let longestFile = 4_000

    /// What stands behind a dash or a colon on a line and reads as an expression of more than one token.
    private static func expressions(in ruleFile: String) -> [String] {
        ruleFile.split(whereSeparator: \.isNewline).compactMap { line in
            var text = line.drop { $0 == " " || $0 == "-" }
            if let colon = text.firstIndex(of: ":"), text[..<colon].allSatisfy({ $0.isLetter || $0 == "_" }) {
                text = text[text.index(after: colon)...].drop { $0 == " " }
            }
            let isLong = text.contains(" ") || text.contains("(")
            return isLong && FEELParser.parse(String(text)).problems.isEmpty ? String(text) : nil
        }
    }
}
