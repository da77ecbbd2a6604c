/// A function of the language, or an extension of it, whole: its name, the ways to call it, what it does, what it gives,
/// how long it takes, what it is for, and how a call is said. A family of functions stands in one file, which is all that
/// a new function touches; a new family is one line in `standardFamilies`.
///
/// Argument kinds are checked and coerced before the implementation sees them, so that it is written for good values
/// only. Arguments that are not known are enumerated when they are few; else `lifted` says what is known of the result.
/// A class, so that a compiled call holds one reference.
///
///     Builtin("odd", [.init("n", .number)], result: .boolean) { values in … }
package final class Builtin: Sendable {
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
    /// What it is for, with examples; `nil` for a function that a caller makes for itself.
    package let documentation: Documentation?
    /// How a call is said; the first one that fits the arguments counts. Without any it is said by its name.
    let wordings: [CallWording]
    package let signatures: [Signature]
    let result: Result
    let effort: Effort
    /// A set that holds every result for arguments out of the given sets; `nil` where it knows nothing better than
    /// the hull of the result.
    let lifted: (@Sendable ([ValueSet]) -> ValueSet?)?
    /// Makes a body for given constant arguments (`nil` where one is not constant), so that work on them is done once.
    let preparing: (@Sendable ([FEELValue?]) -> Body?)?
    let implementation: Implementation

    init(
        _ name: String, documentation: Documentation? = nil, wordings: [CallWording] = [],
        signatures: [Signature], result: Result = .anything, effort: Effort = .reading,
        lifted: (@Sendable ([ValueSet]) -> ValueSet?)? = nil,
        preparing: (@Sendable ([FEELValue?]) -> Body?)? = nil, _ implementation: Implementation
    ) {
        self.name = name
        self.documentation = documentation
        self.wordings = wordings
        self.signatures = signatures
        self.result = result
        self.effort = effort
        self.lifted = lifted
        self.preparing = preparing
        self.implementation = implementation
    }

    /// A function of plain values.
    convenience init(
        _ name: String, documentation: Documentation? = nil, wordings: [CallWording] = [],
        signatures: [Signature], result: Result = .anything, effort: Effort = .reading,
        lifted: (@Sendable ([ValueSet]) -> ValueSet?)? = nil,
        preparing: (@Sendable ([FEELValue?]) -> Body?)? = nil,
        _ body: @escaping @Sendable ([FEELValue]) -> FEELComputation
    ) {
        self.init(
            name, documentation: documentation, wordings: wordings, signatures: signatures, result: result,
            effort: effort, lifted: lifted, preparing: preparing, .plain(body))
    }

    /// A function of plain values with one signature.
    convenience init(
        _ name: String, documentation: Documentation? = nil, wordings: [CallWording] = [],
        _ parameters: [Parameter], result: Result = .anything, effort: Effort = .reading,
        lifted: (@Sendable ([ValueSet]) -> ValueSet?)? = nil,
        preparing: (@Sendable ([FEELValue?]) -> Body?)? = nil,
        _ body: @escaping @Sendable ([FEELValue]) -> FEELComputation
    ) {
        self.init(
            name, documentation: documentation, wordings: wordings, signatures: [Signature(parameters)],
            result: result, effort: effort, lifted: lifted, preparing: preparing, .plain(body))
    }

    /// A function with one signature that needs more than the values of its arguments.
    convenience init(
        _ name: String, documentation: Documentation? = nil, wordings: [CallWording] = [],
        _ parameters: [Parameter], result: Result = .anything, _ implementation: Implementation
    ) {
        self.init(
            name, documentation: documentation, wordings: wordings, signatures: [Signature(parameters)],
            result: result, implementation)
    }

    /// A function of plain values that a caller makes for itself.
    package convenience init(
        _ name: String, _ parameters: [Parameter], result: Result = .anything,
        _ body: @escaping @Sendable ([FEELValue]) -> FEELComputation
    ) {
        self.init(name, signatures: [Signature(parameters)], result: result, .plain(body))
    }

    /// A function that sees what is known of its arguments, as `known(x)` does. Not part of FEEL.
    package convenience init(
        observing name: String, _ parameters: [Parameter],
        _ body: @escaping @Sendable ([UncertainValue]) -> UncertainValue
    ) {
        self.init(name, signatures: [Signature(parameters)], .observing(body))
    }
}
