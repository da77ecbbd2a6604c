/// Finds the types of an expression and what cannot be meant in it, before it runs.
///
/// The type holds every value that the expression can have on inputs of the given types (limits of evaluation aside).
/// What is not known stays `any`, of which nothing is said: a false alarm is worse than a miss. Conditions narrow the types
/// of names where they hold (flow typing, as in Tobin-Hochstadt and Felleisen, "Logical Types for Untyped Languages",
/// 2010): behind `x > 5 and` the name `x` is more than 5. We narrow names and `name.member` only.
///
///     let typing = FEELTypeChecker().typing(of: expression, in: scope)
///     typing.type         // number [0..100]
///     typing.findings     // what to tell the author
package struct FEELTypeChecker: Sendable {
    /// Functions beyond FEEL, by name; they go before builtins of the same name.
    package let extensions: [String: Builtin]

    package init(extensions: [String: Builtin] = [:]) { self.extensions = extensions }

    /// - Parameters:
    ///   - narrowing: what conditions before the expression say of its names.
    ///   - isCondition: the expression is to be true or false.
    package func typing(
        of expression: FEELExpression, in scope: any FEELTypeScope, narrowing: FEELNarrowing = FEELNarrowing(),
        isCondition: Bool = false
    ) -> FEELTyping {
        var inference = FEELTypeInference(scope: scope, extensions: extensions, narrowing: narrowing)
        let type =
            isCondition
            ? inference.condition(expression, .whole) : inference.type(of: expression)
        inference.narrow(by: expression, holds: true)
        return FEELTyping(type: type, findings: inference.sortedFindings, whenTrue: inference.environment.narrowing)
    }
}

/// What the checker tells of one expression.
package struct FEELTyping: Sendable {
    package let type: FEELType
    /// In order of place.
    package let findings: [FEELTypeFinding]
    /// What is known of the names where the expression is true.
    package let whenTrue: FEELNarrowing
}

/// Types of names that conditions have narrowed.
package struct FEELNarrowing: Hashable, Sendable {
    /// A name, or one of its members.
    struct Path: Hashable, Sendable {
        let name: String
        let member: String?
    }

    var types: [Path: FEELType] = [:]
    /// Conditions in normal form that are known to hold, or known not to.
    var conditions: [String: Bool] = [:]

    package init() {}

    /// The same without what concerns a name that is bound anew.
    package func forgetting(_ name: String) -> FEELNarrowing {
        var result = FEELNarrowing()
        result.types = types.filter { $0.key.name != name }
        return result
    }
}

/// One expression under way: what is bound at the place at hand, and what was found. The same place is looked
/// at more than once, so findings are a set.
struct FEELTypeInference {
    let scope: any FEELTypeScope
    let extensions: [String: Builtin]
    var environment: Environment
    var findings: Set<FEELTypeFinding> = []

    /// What is bound inside the expression, innermost last, and what conditions say.
    struct Environment {
        enum Binding {
            case name(String, FEELType)
            /// The member of a list that a filter looks at.
            case item(FEELType)
        }

        var bindings: [Binding] = []
        var narrowing: FEELNarrowing
    }

    init(scope: any FEELTypeScope, extensions: [String: Builtin], narrowing: FEELNarrowing) {
        self.scope = scope
        self.extensions = extensions
        environment = Environment(narrowing: narrowing)
    }

    var sortedFindings: [FEELTypeFinding] {
        findings.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.code, $0.message.en)
                < ($1.range.lowerBound, $1.range.upperBound, $1.code, $1.message.en)
        }
    }

    /// Tells of a mistake, unless it may only follow from an error in one of the parts, which was told already.
    mutating func report(_ mistake: FEELTypeMistake, at range: Range<Int>) {
        let followsFromPart = findings.contains { finding in
            finding.severity == .error && finding.range != range && range.contains(finding.range)
        }
        if !followsFromPart { findings.insert(FEELTypeFinding(mistake, at: range)) }
    }

    /// Looks at something without telling what is wrong with it.
    mutating func silently<Result>(_ body: (inout FEELTypeInference) -> Result) -> Result {
        let before = findings
        defer { findings = before }
        return body(&self)
    }

    /// Does something with bindings and narrowings of its own.
    mutating func inScope<Result>(_ body: (inout FEELTypeInference) -> Result) -> Result {
        let before = environment
        defer { environment = before }
        return body(&self)
    }

    mutating func type(of expression: FEELExpression) -> FEELType {
        switch expression.kind {
        case .null: return .null
        case .boolean(let value): return FEELType(.boolean(value))
        case .number(let value): return FEELType(.number(value))
        case .string(let text): return .strings([text])
        case .temporal(let text): return temporal(text, at: expression.range)
        case .name(let name): return type(ofName: name, at: expression.range)
        case .negation(let operand): return negation(operand, at: expression.range)
        case .binary(let operation, let left, let right):
            return binary(operation, left, right, at: expression.range)
        case .chain(let first, let links): return chain(first, links, at: expression.range)
        case .between(let value, let low, let high): return between(value, low, high, at: expression.range)
        case .membership(let value, let tests): return membership(value, tests, at: expression.range)
        case .instanceOf(let value, _):
            _ = type(of: value)
            return .boolean
        case .path(let base, let member): return path(base, member, at: expression.range)
        case .filter(let base, let condition): return filter(base, condition)
        case .call(let callee, let arguments): return call(callee, arguments, at: expression.range)
        case .conditional(let condition, let then, let otherwise): return conditional(condition, then, otherwise)
        case .choice(let branches, let otherwise): return choice(branches, otherwise)
        case .iteration(let iterators, let result): return iteration(iterators, result)
        case .quantified(_, let iterators, let condition): return quantified(iterators, condition)
        case .list(let members): return .list(of: .union(members.map { type(of: $0) }))
        case .context(let entries): return context(entries, at: expression.range)
        case .range(let syntax): return range(syntax, at: expression.range)
        case .function(let parameters, let body, let external): return function(parameters, body, external: external)
        }
    }
}
