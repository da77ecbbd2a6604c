import Analyst
import RuleEngine

/// What the names of a file are, so that an editor can colour them by their meaning.
enum SemanticTokens {
    /// The kinds, by the numbers that tokens have.
    static let kinds = [
        "function", "parameter", "property", "enumMember", "class", "variable", "namespace", "type",
    ]

    static func json(_ mentions: [RuleMention], _ lines: DocumentLines) -> JSONText {
        let count = lines.text.utf8.count
        var numbers: [Int] = []
        var before = TextPlace(line: 0, character: 0)
        var end = 0
        for mention in mentions {
            let range = mention.span.start.offset..<mention.span.end.offset
            // Names do not overlap, and each stands on one line; an old reading may say otherwise.
            guard range.lowerBound >= end, range.upperBound <= count, !range.isEmpty, let kind = kind(mention.symbol)
            else {
                continue
            }
            let (start, last) = (lines.place(of: range.lowerBound), lines.place(of: range.upperBound))
            guard start.line == last.line else { continue }
            numbers += [
                start.line - before.line,
                start.line == before.line ? start.character - before.character : start.character,
                last.character - start.character, kind, mention.role == .declares ? 1 : 0,
            ]
            before = start
            end = range.upperBound
        }
        return .object([("data", .array(numbers.map { .number("\($0)") }))])
    }

    private static func kind(_ symbol: RuleSymbol) -> Int? {
        let name =
            switch symbol {
            case .rule, .function: "function"
            case .parameter: "parameter"
            case .attribute, .field: "property"
            case .code: "enumMember"
            case .template: "class"
            case .variable: "variable"
            case .context, .ruleSet: "namespace"
            case .vocabulary, .source, .finding: "type"
            }
        return kinds.firstIndex(of: name)
    }
}
