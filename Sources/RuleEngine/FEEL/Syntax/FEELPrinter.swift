/// Writes an expression as canonical FEEL: one space around operators, brackets only where they are needed.
///
/// Reading the text back gives the same tree, places aside, as long as the same names of several words are known.
package struct FEELPrinter {
    package static func text(of expression: FEELExpression) -> String {
        text(of: expression, atLeast: .open)
    }

    package static func text(of tests: FEELUnaryTests) -> String {
        switch tests {
        case .any: "-"
        case .tests(let tests): topLevelText(of: tests)
        case .negated(let tests): "not(" + list(tests.map(text(of:))) + ")"
        }
    }

    /// A call of `not` that is the only test stands in brackets: bare, it would negate the cell.
    private static func topLevelText(of tests: [FEELUnaryTest]) -> String {
        let text = list(tests.map(text(of:)))
        return text.hasPrefix("not(") && tests.count == 1 ? "(" + text + ")" : text
    }

    package static func text(of test: FEELUnaryTest) -> String {
        switch test {
        case .comparison(let comparison, let bound):
            comparison.rawValue + " " + text(of: bound, atLeast: .addition)
        case .expression(let expression): text(of: expression)
        }
    }

    package static func text(of type: FEELTypeName) -> String {
        switch type {
        case .named(let name): name
        case .list(let element): "list<" + text(of: element) + ">"
        case .range(let element): "range<" + text(of: element) + ">"
        case .context(let fields):
            "context<" + list(fields.map { $0.name + ": " + text(of: $0.type) }) + ">"
        case .function(let parameters, let result):
            "function<" + list(parameters.map(text(of:))) + "> -> " + text(of: result)
        }
    }

    // MARK: Expressions

    /// In brackets when the expression binds more loosely than its place asks.
    private static func text(
        of expression: FEELExpression, atLeast precedence: FEELPrecedence
    ) -> String {
        let text = bareText(of: expression)
        return expression.kind.precedence < precedence ? "(" + text + ")" : text
    }

    private static func bareText(of expression: FEELExpression) -> String {
        switch expression.kind {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let number): number.description
        case .string(let value): quoted(value)
        case .temporal(let literal): "@" + quoted(literal)
        case .name(let name): name
        case .negation(let operand): "-" + text(of: operand, atLeast: .negation)
        case .binary(let operation, let left, let right):
            text(of: left, atLeast: operation.precedence) + " " + operation.rawValue + " "
                + text(of: right, atLeast: operation.precedence.next)
        case .chain(let first, let links):
            text(of: first, atLeast: links[0].sign.precedence)
                + links.map { " " + $0.sign.rawValue + " " + text(of: $0.operand, atLeast: $0.sign.precedence.next) }
                .joined()
        case .between(let value, let low, let high):
            text(of: value, atLeast: .comparison) + " between " + text(of: low, atLeast: .addition)
                + " and " + text(of: high, atLeast: .addition)
        case .membership(let value, let tests):
            text(of: value, atLeast: .comparison) + " in " + membershipText(of: tests)
        case .instanceOf(let value, let type):
            text(of: value, atLeast: .postfix) + " instance of " + text(of: type)
        case .path(let base, let member): text(of: base, atLeast: .postfix) + "." + member
        case .filter(let base, let condition):
            text(of: base, atLeast: .postfix) + "[" + text(of: condition) + "]"
        case .call(let function, let arguments):
            calledText(of: function) + "(" + text(of: arguments) + ")"
        case .conditional(let condition, let then, let otherwise):
            "if " + text(of: condition) + " then " + text(of: then) + " else " + text(of: otherwise)
        case .choice(let branches, let otherwise):
            branches.map { "if " + text(of: $0.condition) + " then " + text(of: $0.result) + " else " }.joined()
                + text(of: otherwise)
        case .iteration(let iterators, let result):
            "for " + list(iterators.map(text(of:))) + " return " + text(of: result)
        case .quantified(let quantifier, let iterators, let condition):
            quantifier.rawValue + " " + list(iterators.map(text(of:))) + " satisfies "
                + text(of: condition)
        case .list(let items): "[" + list(items.map { text(of: $0) }) + "]"
        case .context(let entries):
            "{" + list(entries.map { keyText(of: $0.key) + ": " + text(of: $0.value) }) + "}"
        case .range(let range): text(of: range)
        case .function(let parameters, let body, let external):
            "function(" + list(parameters.map(text(of:))) + ") " + (external ? "external " : "")
                + text(of: body)
        }
    }

    /// Only what looks like a function may be called without brackets.
    private static func calledText(of function: FEELExpression) -> String {
        switch function.kind {
        case .name, .path, .filter, .call: text(of: function)
        default: "(" + text(of: function) + ")"
        }
    }

    /// One test stands bare, unless its first bracket would be read as a list of tests: `((> 5))`.
    private static func membershipText(of tests: [FEELUnaryTest]) -> String {
        guard tests.count == 1 else { return "(" + list(tests.map(text(of:))) + ")" }
        guard case .expression(let only) = tests[0] else { return text(of: tests[0]) }
        let bare = text(of: only, atLeast: .addition)
        let startsLikeTests = ["(<", "(>", "(=", "(!"].contains { bare.hasPrefix($0) }
        return startsLikeTests ? "(" + text(of: only) + ")" : bare
    }

    private static func text(of arguments: FEELArguments) -> String {
        switch arguments {
        case .positional(let values): list(values.map { text(of: $0) })
        case .named(let values): list(values.map { $0.name + ": " + text(of: $0.value) })
        }
    }

    private static func text(of iterator: FEELIterator) -> String {
        switch iterator.domain {
        case .list(let list): iterator.name + " in " + text(of: list)
        case .range(let first, let last):
            iterator.name + " in " + text(of: first) + ".." + text(of: last)
        }
    }

    private static func text(of parameter: FEELParameter) -> String {
        parameter.type.map { parameter.name + ": " + text(of: $0) } ?? parameter.name
    }

    private static func text(of range: FEELRangeSyntax) -> String {
        switch (range.low, range.high) {
        case (let low?, _) where range.equality != nil:
            "(" + (range.equality == .equal ? "= " : "!= ") + text(of: low, atLeast: .addition)
                + ")"
        case (let low?, nil):
            (range.lowIncluded ? "(>= " : "(> ") + text(of: low, atLeast: .addition) + ")"
        case (nil, let high?):
            (range.highIncluded ? "(<= " : "(< ") + text(of: high, atLeast: .addition) + ")"
        case (let low, let high):
            (range.lowIncluded ? "[" : "(") + (low.map { text(of: $0) } ?? "null") + ".."
                + (high.map { text(of: $0) } ?? "null") + (range.highIncluded ? "]" : ")")
        }
    }

    // MARK: Parts

    private static func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }

    /// A key stands bare when it is one word, and in quotes otherwise.
    private static func keyText(of key: String) -> String {
        let scalars = key.unicodeScalars
        guard let first = scalars.first, FEELCharacter.startsName(first),
            scalars.allSatisfy(FEELCharacter.continuesName)
        else { return quoted(key) }
        return key
    }

    private static func quoted(_ value: String) -> String {
        QuotedText.of(value) { FEELCharacter.isVerticalSpace($0) || $0.isTreacherous }
    }
}

extension FEELExpression.Kind {
    /// How tightly the outermost part binds.
    fileprivate var precedence: FEELPrecedence {
        switch self {
        case .null, .boolean, .number, .string, .temporal, .name, .list, .context, .range: .atom
        case .path, .filter, .call: .postfix
        case .instanceOf: .instanceOf
        case .negation: .negation
        case .binary(let operation, _, _): operation.precedence
        case .chain(_, let links): links[0].sign.precedence
        case .between, .membership: .comparison
        case .conditional, .choice, .iteration, .quantified, .function: .open
        }
    }
}
