package import RuleEngine

/// A tree as one line, places left out: `(+ a (* b 2))`. Two trees with the same line are the same tree.
package enum FEELTreeText {
    package static func text(of result: FEELParseResult) -> String {
        if let expression = result.expression { return text(of: expression) }
        if let tests = result.tests { return text(of: tests) }
        return "problems: " + result.problems.map(\.code).joined(separator: " ")
    }

    package static func text(of expression: FEELExpression) -> String {
        switch expression.kind {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let number): number.description
        case .string(let value): "\"" + value + "\""
        case .temporal(let literal): "@\"" + literal + "\""
        case .name(let name): name.contains { !$0.isLetter && !$0.isNumber } ? "‹\(name)›" : name
        case .negation(let operand): form("neg", text(of: operand))
        case .binary(let operation, let left, let right):
            form(operation.rawValue, text(of: left), text(of: right))
        case .chain(let first, let links):
            form("chain", [text(of: first)] + links.map { $0.sign.rawValue + text(of: $0.operand) })
        case .between(let value, let low, let high):
            form("between", text(of: value), text(of: low), text(of: high))
        case .membership(let value, let tests): form("in", [text(of: value)] + tests.map(text(of:)))
        case .instanceOf(let value, let type): form("instance", text(of: value), text(of: type))
        case .path(let base, let member): form(".", text(of: base), member)
        case .filter(let base, let condition): form("filter", text(of: base), text(of: condition))
        case .call(let function, .positional(let values)):
            form("call", [text(of: function)] + values.map { text(of: $0) })
        case .call(let function, .named(let values)):
            form("call", [text(of: function)] + values.map { $0.name + ":" + text(of: $0.value) })
        case .conditional(let condition, let then, let otherwise):
            form("if", text(of: condition), text(of: then), text(of: otherwise))
        case .choice(let branches, let otherwise):
            form("choice", branches.flatMap { [text(of: $0.condition), text(of: $0.result)] } + [text(of: otherwise)])
        case .iteration(let iterators, let result):
            form("for", iterators.map(text(of:)) + [text(of: result)])
        case .quantified(let quantifier, let iterators, let condition):
            form(quantifier.rawValue, iterators.map(text(of:)) + [text(of: condition)])
        case .list(let items): form("list", items.map { text(of: $0) })
        case .context(let entries):
            form("context", entries.map { $0.key + ":" + text(of: $0.value) })
        case .range(let range): text(of: range)
        case .function(let parameters, let body, let external):
            form(
                external ? "external" : "function",
                parameters.map { $0.name + ($0.type.map { ":" + text(of: $0) } ?? "") }
                    + [text(of: body)])
        }
    }

    package static func text(of tests: FEELUnaryTests) -> String {
        switch tests {
        case .any: "any"
        case .tests(let tests): form("tests", tests.map(text(of:)))
        case .negated(let tests): form("not", tests.map(text(of:)))
        }
    }

    private static func text(of test: FEELUnaryTest) -> String {
        switch test {
        case .comparison(let comparison, let bound): form(comparison.rawValue, text(of: bound))
        case .expression(let expression): text(of: expression)
        }
    }

    private static func text(of range: FEELRangeSyntax) -> String {
        form(
            "range" + (range.equality?.rawValue ?? ""),
            (range.lowIncluded ? "[" : "]") + (range.low.map { text(of: $0) } ?? "∞"),
            (range.high.map { text(of: $0) } ?? "∞") + (range.highIncluded ? "]" : "["))
    }

    private static func text(of iterator: FEELIterator) -> String {
        switch iterator.domain {
        case .list(let list): form("in", iterator.name, text(of: list))
        case .range(let first, let last): form("in", iterator.name, text(of: first), text(of: last))
        }
    }

    private static func text(of type: FEELTypeName) -> String {
        switch type {
        case .named(let name): name
        case .list(let element): "list<" + text(of: element) + ">"
        case .range(let element): "range<" + text(of: element) + ">"
        case .context(let fields):
            "context<" + fields.map { $0.name + ":" + text(of: $0.type) }.joined(separator: ",")
                + ">"
        case .function(let parameters, let result):
            "function<" + parameters.map(text(of:)).joined(separator: ",") + ">->"
                + text(of: result)
        }
    }

    private static func form(_ head: String, _ parts: String...) -> String { form(head, parts) }

    private static func form(_ head: String, _ parts: [String]) -> String {
        "(" + ([head] + parts).joined(separator: " ") + ")"
    }
}
