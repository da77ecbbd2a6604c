/// A FEEL expression as a tree (DMN 1.5, chapter 10.3), with the place of each part.
///
/// The tree is what was written, no more: names are not resolved and nothing is simplified, so that
/// a printer can give the author's text back in normal form and an explanation can quote it.
package struct FEELExpression: Hashable, Sendable {
    package let kind: Kind
    /// UTF-8 offsets in the text that was parsed.
    package let range: Range<Int>

    package init(_ kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// What an expression is, with its parts.
    package indirect enum Kind: Hashable, Sendable {
        case null
        case boolean(Bool)
        case number(FEELNumber)
        case string(String)
        /// `@"2020-03-31"`: the text between the quotes.
        case temporal(String)
        /// A name, spaces normalised to one (`date and time`).
        case name(String)
        case negation(FEELExpression)
        case binary(BinaryOperator, FEELExpression, FEELExpression)
        /// A long row of operators of one precedence, where a tree would nest: the first operand, then each sign with the
        /// operand behind it. Shorter rows are `binary`.
        case chain(FEELExpression, [FEELLink])
        case between(FEELExpression, low: FEELExpression, high: FEELExpression)
        /// `x in (…)` and `x in test`.
        case membership(FEELExpression, [FEELUnaryTest])
        case instanceOf(FEELExpression, FEELTypeName)
        /// `base.name`
        case path(FEELExpression, String)
        /// `list[condition]` or `list[index]`
        case filter(FEELExpression, FEELExpression)
        case call(FEELExpression, FEELArguments)
        case conditional(FEELExpression, then: FEELExpression, otherwise: FEELExpression)
        /// A long row of `if … else if …`. Shorter ones are `conditional`.
        case choice([FEELBranch], otherwise: FEELExpression)
        case iteration([FEELIterator], result: FEELExpression)
        case quantified(Quantifier, [FEELIterator], satisfies: FEELExpression)
        case list([FEELExpression])
        case context([FEELContextEntry])
        /// `[1..10)`; a missing end is written as a unary comparison in round brackets: `(> 5)`.
        case range(FEELRangeSyntax)
        case function([FEELParameter], body: FEELExpression, external: Bool)
    }

    /// A sign between two operands.
    package enum BinaryOperator: String, CaseIterable, Hashable, Sendable {
        case or, and
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case power = "**"
    }

    /// Whether one turn is enough or all are needed.
    package enum Quantifier: String, Hashable, Sendable { case some, every }
}

/// A sign of a long row with the operand behind it.
package struct FEELLink: Hashable, Sendable {
    package let sign: FEELExpression.BinaryOperator
    package let operand: FEELExpression

    package init(_ sign: FEELExpression.BinaryOperator, _ operand: FEELExpression) {
        self.sign = sign
        self.operand = operand
    }
}

/// `if condition then result`, one of a row.
package struct FEELBranch: Hashable, Sendable {
    package let condition: FEELExpression
    package let result: FEELExpression

    package init(_ condition: FEELExpression, then result: FEELExpression) {
        self.condition = condition
        self.result = result
    }
}

/// `name in list` or `name in low..high`.
package struct FEELIterator: Hashable, Sendable {
    /// What the variable runs over.
    package enum Domain: Hashable, Sendable {
        case list(FEELExpression)
        case range(FEELExpression, FEELExpression)
    }

    package let name: String
    package let domain: Domain

    package init(name: String, domain: Domain) {
        self.name = name
        self.domain = domain
    }
}

/// `key: value` in a context.
package struct FEELContextEntry: Hashable, Sendable {
    package let key: String
    package let value: FEELExpression

    package init(key: String, value: FEELExpression) {
        self.key = key
        self.value = value
    }
}

/// A formal parameter of a function, with its type where one is written.
package struct FEELParameter: Hashable, Sendable {
    package let name: String
    package let type: FEELTypeName?

    package init(name: String, type: FEELTypeName?) {
        self.name = name
        self.type = type
    }
}

/// The arguments of a call: all by position or all by name.
package enum FEELArguments: Hashable, Sendable {
    case positional([FEELExpression])
    case named([NamedArgument])

    /// An argument that is given by the name of its parameter.
    package struct NamedArgument: Hashable, Sendable {
        package let name: String
        package let value: FEELExpression

        package init(name: String, value: FEELExpression) {
            self.name = name
            self.value = value
        }
    }
}

/// A range as written. A bound is `nil` where the range is open towards infinity.
package struct FEELRangeSyntax: Hashable, Sendable {
    package let low: FEELExpression?
    package let high: FEELExpression?
    package let lowIncluded: Bool
    package let highIncluded: Bool
    /// `.equal` for `(= x)` and `.notEqual` for `(!= x)`, of which both bounds are `x`; otherwise `nil`.
    package let equality: FEELExpression.BinaryOperator?

    package init(
        low: FEELExpression?, high: FEELExpression?, lowIncluded: Bool, highIncluded: Bool,
        equality: FEELExpression.BinaryOperator? = nil
    ) {
        self.low = low
        self.high = high
        self.lowIncluded = lowIncluded
        self.highIncluded = highIncluded
        self.equality = equality
    }
}

/// One test against an implicit value: `> 5`, `= x`, `[1..10]`, or an expression.
package enum FEELUnaryTest: Hashable, Sendable {
    /// `< x`, `<= x`, `> x`, `>= x`, `= x`, `!= x`
    case comparison(FEELExpression.BinaryOperator, FEELExpression)
    /// An expression: equal to it, a member of it, or true with `?` standing for the value.
    case expression(FEELExpression)
}

/// The content of a decision table cell.
package enum FEELUnaryTests: Hashable, Sendable {
    /// `-`
    case any
    case tests([FEELUnaryTest])
    /// `not(…)`
    case negated([FEELUnaryTest])
}

/// A type as written after `instance of` or in a function signature.
package indirect enum FEELTypeName: Hashable, Sendable {
    /// `number`, `date and time`, or the name of an item definition.
    case named(String)
    case list(FEELTypeName)
    case range(FEELTypeName)
    case context([Field])
    case function([FEELTypeName], FEELTypeName)

    /// A name with its type.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let type: FEELTypeName

        package init(name: String, type: FEELTypeName) {
            self.name = name
            self.type = type
        }
    }
}
