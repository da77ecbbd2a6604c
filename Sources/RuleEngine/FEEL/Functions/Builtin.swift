/// A function that is part of the language, or an extension of it: its name, the ways to call it, and what it does.
///
/// Argument kinds are checked and coerced before the implementation sees them, so that it is written for good values
/// only. Arguments that are not known are enumerated when they are few; else `lifted` says what is known of the result.
///
///     Builtin("odd", [.init("n", .number)], result: .boolean) { values in … }
package struct Builtin: Sendable {
    /// A formal parameter.
    package struct Parameter: Sendable {
        package let name: String
        package let kind: Kind
        /// May be left out, and is null then; may be null.
        package let optional: Bool

        package init(_ name: String, _ kind: Kind, optional: Bool = false) {
            self.name = name
            self.kind = kind
            self.optional = optional
        }
    }

    /// What a parameter accepts. Null is accepted by `any` only, and where the parameter is optional.
    package enum Kind: Sendable {
        case any, list, number, string, boolean, date, time, dateTime, daysDuration, monthsDuration
        case context, range, function
    }

    /// One way to call the function. The last parameter of a variadic one is a list of all further arguments.
    package struct Signature: Sendable {
        package let parameters: [Parameter]
        package let variadic: Bool
        /// Not for calls with names: where one position serves parameters of two names.
        package let positionalOnly: Bool

        package init(_ parameters: [Parameter], variadic: Bool = false, positionalOnly: Bool = false) {
            self.parameters = parameters
            self.variadic = variadic
            self.positionalOnly = positionalOnly
        }
    }

    /// What is known of the result when nothing is known of the arguments.
    package enum Result: Sendable {
        case anything, boolean, number

        var hull: ValueSet {
            switch self {
            case .anything: .anything
            case .boolean: Ternary.unknown.set
            case .number: .numbers(.all, orNull: true)
            }
        }
    }

    typealias Body = @Sendable ([FEELValue]) -> FEELComputation
    /// What a function given as an argument says of some values; `nil` when it is no verdict.
    typealias Verdict = (FEELFunction, [FEELValue]) -> Bool?

    enum Implementation: Sendable {
        case plain(Body)
        /// Reads the evaluator's clock or zones.
        case reading(@Sendable ([FEELValue], FEELEvaluator) -> FEELComputation)
        /// Calls functions that it is given.
        case calling(@Sendable ([FEELValue], FEELEvaluator, Verdict) -> FEELComputation)
        /// Looks at what is known instead of at values; beyond FEEL.
        case observing(@Sendable ([UncertainValue]) -> UncertainValue)
    }

    package let name: String
    package let signatures: [Signature]
    let result: Result
    let implementation: Implementation
    /// A set that holds every result for arguments out of the given sets; `nil` where it knows nothing better than
    /// the hull of the result.
    let lifted: (@Sendable ([ValueSet]) -> ValueSet?)?
    /// Makes a body for given constant arguments (`nil` where one is not constant), so that work on them is done once.
    private(set) var preparing: (@Sendable ([FEELValue?]) -> Body?)?

    /// A function of plain values, with one or more signatures.
    package init(
        _ name: String, signatures: [Signature], result: Result = .anything,
        lifted: (@Sendable ([ValueSet]) -> ValueSet?)? = nil,
        _ body: @escaping @Sendable ([FEELValue]) -> FEELComputation
    ) {
        self.name = name
        self.signatures = signatures
        self.result = result
        self.lifted = lifted
        implementation = .plain(body)
    }

    /// A function of plain values with one signature.
    package init(
        _ name: String, _ parameters: [Parameter], result: Result = .anything,
        lifted: (@Sendable ([ValueSet]) -> ValueSet?)? = nil,
        _ body: @escaping @Sendable ([FEELValue]) -> FEELComputation
    ) {
        self.init(name, signatures: [Signature(parameters)], result: result, lifted: lifted, body)
    }

    /// A function that sees what is known of its arguments, as `known(x)` does. Not part of FEEL.
    package init(
        observing name: String, _ parameters: [Parameter],
        _ body: @escaping @Sendable ([UncertainValue]) -> UncertainValue
    ) {
        self.init(name, [Signature(parameters)], result: .anything, lifted: nil, .observing(body))
    }

    /// A function that calls back into the evaluation.
    init(
        _ name: String, _ signatures: [Signature], result: Result,
        lifted: (@Sendable ([ValueSet]) -> ValueSet?)?, _ implementation: Implementation
    ) {
        self.name = name
        self.signatures = signatures
        self.result = result
        self.lifted = lifted
        self.implementation = implementation
    }

    /// The same function, which does part of its work when a call is compiled.
    func preparing(_ prepare: @escaping @Sendable ([FEELValue?]) -> Body?) -> Builtin {
        var result = self
        result.preparing = prepare
        return result
    }

    /// The forms in which it is called: `round up(n, scale)`.
    package var signatureTexts: [String] {
        signatures.filter { !$0.positionalOnly }.map { signature in
            let names = signature.parameters.map(\.name).joined(separator: ", ")
            return "\(name)(\(names)\(signature.variadic ? ", ..." : ""))"
        }
    }
}
