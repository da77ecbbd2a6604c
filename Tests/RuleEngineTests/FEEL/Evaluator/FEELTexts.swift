import RuleEngine
import Testing

/// Evaluates FEEL as text, on inputs written as text.
///
/// An input is a value (`3`, `"a"`, `[1, 2]`), some values (`1 | 2`), an interval (`[0..5]`, `(0..)`), or `anything`. The
/// result comes back in the same notation, see `ValueSet.description`.
func feel(
    _ text: String, _ inputs: [String: String] = [:], evaluator: FEELEvaluator = FEELEvaluator()
) throws -> String {
    try outcome(of: text, inputs, evaluator: evaluator).result.set.description
}

func outcome(
    of text: String, _ inputs: [String: String] = [:], evaluator: FEELEvaluator = FEELEvaluator()
) throws -> FEELOutcome {
    var values: [String: UncertainValue] = [:]
    for (number, name) in inputs.keys.sorted().enumerated() {
        let set = try valueSet(inputs[name] ?? "null")
        values[name] = UncertainValue(set, origins: set.isExact ? [] : [InputID(Int32(number))])
    }
    return try outcome(of: text, in: values, evaluator: evaluator)
}

func outcome(
    of text: String, in values: [String: UncertainValue], evaluator: FEELEvaluator = FEELEvaluator()
) throws -> FEELOutcome {
    evaluator.evaluate(try tree(text), in: FEELDictionaryScope(values))
}

func tree(_ text: String) throws -> FEELExpression {
    let parsed = FEELParser.parse(text)
    return try #require(parsed.expression, "\(text): \(parsed.problems.map(\.message.en))")
}

/// A set as written in a test.
func valueSet(_ text: String) throws -> ValueSet {
    if text == "anything" { return .anything }
    var parts = text.split(separator: " | ").map(String.init)
    guard let first = parts.first, first.contains(".."), let interval = interval(first) else {
        if text.hasPrefix("list(") || text.hasPrefix("distinct(") { return try uncertainList(text) }
        return ValueSet(oneOf: try parts.map { try #require(try plain($0)) })
    }
    parts.removeFirst()
    return .numbers(interval, orNull: parts == ["null"])
}

private func plain(_ text: String) throws -> FEELValue? {
    FEELEvaluator().evaluate(try tree(text), in: FEELDictionaryScope()).result.set.exactValue
}

private func interval(_ text: String) -> NumberInterval? {
    guard let opening = text.first, let closing = text.last, "[(".contains(opening), "])".contains(closing) else {
        return nil
    }
    let inside = text.dropFirst().dropLast()
    let bounds = inside.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard bounds.count == 2 else { return nil }
    return NumberInterval(
        low: FEELNumber(bounds[0]), high: FEELNumber(bounds[1]), lowIncluded: opening == "[",
        highIncluded: closing == "]")
}

/// `list(1, [2..4]?, …)`: members with a question mark may be missing, the dots stand for others.
private func uncertainList(_ text: String) throws -> ValueSet {
    let distinct = text.hasPrefix("distinct(")
    let inside = text.drop { $0 != "(" }.dropFirst().dropLast()
    var members: [UncertainList.Member] = []
    var open = false
    for part in inside.split(separator: ", ").map(String.init) {
        if part == "…" {
            open = true
        } else {
            let certain = !part.hasSuffix("?")
            members.append(.init(try valueSet(certain ? part : String(part.dropLast())), certain: certain))
        }
    }
    return .list(UncertainList(members: members, open: open, distinct: distinct))
}
