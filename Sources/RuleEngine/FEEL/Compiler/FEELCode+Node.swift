extension FEELCode {
    /// One part of an expression. Parts name each other, and rows of the other tables, by number; nodes hold nothing
    /// that is counted or boxed.
    enum Node {
        case constant(Int32)
        /// `@"…"` that is read when it is run, as its zone may not be known.
        case temporal(name: Int32)
        case name(reference: Int32, name: Int32)
        case negation(Int32)
        /// The verdict turned around; null stays null.
        case not(Int32)
        case binary(FEELExpression.BinaryOperator, Int32, Int32)
        /// A long row of operators of one precedence.
        case chain(Int32)
        case between(Int32, low: Int32, high: Int32)
        /// The tests from `first` on; the value goes into the register where a test reads it.
        case membership(Int32, first: Int32, count: Int32, register: Int32)
        case instanceOf(Int32, type: Int32)
        case path(Int32, member: Int32)
        /// A path on a name, which the environment may answer at once; `whole` is the reference of that member.
        case namePath(reference: Int32, name: Int32, whole: Int32, member: Int32)
        /// `isVerdict`: the condition never gives an index.
        case filter(Int32, condition: Int32, register: Int32, isVerdict: Bool)
        /// A function of the language; nothing else has its name.
        case builtin(call: Int32)
        /// A name that may be bound to a function, else a function of the language.
        case nameCall(reference: Int32, name: Int32, call: Int32)
        case call(Int32, call: Int32)
        case conditional(Int32, then: Int32, otherwise: Int32)
        /// A long row of `if … else if …`.
        case choice(Int32)
        case iteration(loop: Int32)
        case quantified(loop: Int32)
        case list(first: Int32, count: Int32)
        case context(Int32)
        /// A bound that is missing is `none`.
        case range(low: Int32, high: Int32, shape: RangeShape)
        case function(Int32)
        case externalFunction
    }

    /// No node, no register, no reference.
    static let none: Int32 = -1

    struct RangeShape {
        let lowIncluded: Bool
        let highIncluded: Bool
        let isEquality: Bool

        init(_ syntax: FEELRangeSyntax) {
            lowIncluded = syntax.lowIncluded
            highIncluded = syntax.highIncluded
            isEquality = syntax.equality == .equal
        }
    }

    /// What a name stands for.
    enum Reference {
        /// Bound inside the expression.
        case register(Int32)
        /// A slot of the environment.
        case slot(Int32)
        /// Bound where the function stands of which this is the body.
        case captured(Int32)
        /// An entry of the item of a filter, else `outer`. `isItem`: the name is `item` itself.
        case item(register: Int32, outer: Int32, isItem: Bool)
        /// The same in every environment.
        case constant(Int32)
        /// Known only to the scope, by its name, when it is run.
        case late
        case unknown
    }

    /// A test of a membership.
    struct Test {
        enum Kind {
            case comparison(FEELExpression.BinaryOperator, Int32)
            /// Compared bound by bound; a bound that is missing is `none`.
            case range(low: Int32, high: Int32, shape: RangeShape)
            /// `mentions`: the tested value occurs in it, as `?`.
            case expression(Int32, mentions: Bool)
        }

        let kind: Kind
        let range: Range<Int>
    }

    /// A call: its arguments, and the function of the language that its name stands for.
    struct CallSite: Sendable {
        let name: String
        let arguments: [Int32]
        /// The names of the arguments; empty where they go by position.
        let argumentNames: [String]
        let builtin: Builtin?
        /// How the arguments fit the function; `nil` when they do not fit.
        let fit: Builtin.Fit?
        /// What the function made of its constant arguments in advance.
        let prepared: Builtin.Body?
        /// The outcome depends on nothing but the arguments.
        var isPure: Bool {
            guard let builtin, fit != nil, case .plain = builtin.implementation else { return false }
            return true
        }
    }

    /// A long row of operators: the first operand, then each sign with its operand.
    struct ChainSite: Sendable {
        struct Link: Sendable {
            let sign: FEELExpression.BinaryOperator
            let operand: Int32
        }

        let first: Int32
        let links: [Link]
        /// A row of arithmetic, not of `and` or `or`.
        var isArithmetic: Bool { links.first?.sign.isArithmetic ?? true }
    }

    /// A long row of conditions with their results.
    struct ChoiceSite: Sendable {
        let branches: [(condition: Int32, result: Int32)]
        let otherwise: Int32
    }

    /// The loops of a `for`, `some` or `every`, outermost first.
    struct LoopSite: Sendable {
        struct Variable: Sendable {
            /// `none` where nothing reads the variable.
            let register: Int32
            /// The list; the start where there is an end.
            let domain: Int32
            let end: Int32
        }

        let variables: [Variable]
        let body: Int32
        /// Where `partial` is kept; `none` where nothing reads it.
        let partial: Int32
        let quantifier: FEELExpression.Quantifier
        let isVerdict: Bool
    }

    struct ContextSite: Sendable {
        struct Entry: Sendable {
            let key: String
            let value: Int32
            /// `none` where no later entry reads it.
            let register: Int32
        }

        let entries: [Entry]
        let hasDoubleKey: Bool
    }

    /// A function literal, and where it finds what it takes along.
    struct FunctionSite: Sendable {
        struct Capture: Sendable {
            let reference: Int32
            let name: Int32
        }

        let function: FunctionCode
        let captures: [Capture]
    }
}

/// The compiled text of a function.
final class FunctionCode: Sendable {
    /// A name that the body does not bind itself, or a member of one that an environment may know by itself.
    struct FreeName: Hashable, Sendable {
        let name: String
        let member: String?
    }

    let parameters: [FEELParameter]
    let body: FEELExpression
    let code: FEELCode
    /// In the order of the captured values.
    let freeNames: [FreeName]

    init(parameters: [FEELParameter], body: FEELExpression, code: FEELCode, freeNames: [FreeName]) {
        self.parameters = parameters
        self.body = body
        self.code = code
        self.freeNames = freeNames
    }
}
