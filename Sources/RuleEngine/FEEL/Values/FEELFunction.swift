/// A function as a value: one of FEEL's own by name, or one that an author wrote.
///
/// Expressions make functions and call them; from outside a function can be passed on, compared and shown, no more.
public struct FEELFunction: Sendable {
    /// A function of FEEL itself, or one that an author wrote.
    package indirect enum Content: Sendable {
        /// A builtin, found by name when it is called.
        case builtin(String)
        /// A function literal with the bindings that surround it.
        case closure(Closure)
    }

    /// A function literal and what its free names stand for.
    package struct Closure: Sendable {
        let code: FunctionCode
        /// What the literal sees of the place where it stands, in the order of its free names; `nil` for names that are
        /// bound to nothing there, which are looked up when it is called.
        let captured: [UncertainValue?]
        /// The entry of a context that holds the function, so that it can call itself.
        let ownName: String?
        /// What it takes along, with what that takes along; see `ValueExtent`.
        let parts: Int
        /// Levels of what it takes along, and itself.
        let height: Int

        package var parameters: [FEELParameter] { code.parameters }
        package var body: FEELExpression { code.body }
    }

    package let content: Content

    /// The builtin of that name.
    package init(builtin name: String) { content = .builtin(name) }

    /// A function of the given parameters, without surroundings: a reusable piece of logic of a decision model.
    package init(parameters: [FEELParameter], body: FEELExpression) {
        let code = FEELCompiler.compile(parameters, body, by: FEELEvaluator())
        self.init(code, captured: Array(repeating: nil, count: code.freeNames.count), ownName: nil)
    }

    /// - Parameter extent: that of all captured values, each on the first level.
    init(_ code: FunctionCode, captured: [UncertainValue?], ownName: String?, extent: ValueExtent) {
        content = .closure(
            Closure(
                code: code, captured: captured, ownName: ownName, parts: extent.parts, height: max(1, extent.height)))
    }

    private init(_ code: FunctionCode, captured: [UncertainValue?], ownName: String?) {
        var extent = ValueExtent(atMost: FEELLimits.valueParts)
        for value in captured { if let value { extent.add(value.set, level: 1) } }
        self.init(code, captured: captured, ownName: ownName, extent: extent)
    }

    /// The same function where the given names are known, outside of everything that the function knows already.
    package func seeing(_ values: some Sequence<FEELContext.Entry>) -> FEELFunction {
        guard case .closure(let closure) = content else { return self }
        let entries = Array(values)
        let captured = zip(closure.code.freeNames, closure.captured).map { free, known in
            known ?? (free.member == nil ? entries.last { $0.key == free.name }.map { UncertainValue($0.value) } : nil)
        }
        return FEELFunction(closure.code, captured: captured, ownName: closure.ownName)
    }

    /// The same function, known to itself by a name.
    func named(_ name: String) -> FEELFunction {
        guard case .closure(let closure) = content, closure.ownName == nil else { return self }
        return FEELFunction(
            Closure(
                code: closure.code, captured: closure.captured, ownName: name, parts: closure.parts,
                height: closure.height))
    }

    private init(_ closure: Closure) { content = .closure(closure) }

    /// What it takes along; 0 for a builtin.
    var parts: Int { if case .closure(let closure) = content { closure.parts } else { 0 } }

    /// How many functions, lists and contexts lie inside each other; 0 for a builtin.
    var height: Int { if case .closure(let closure) = content { closure.height } else { 0 } }

    var text: String {
        switch content {
        case .builtin(let name): name
        case .closure(let closure):
            "function(" + closure.parameters.map(\.name).joined(separator: ", ") + ")"
        }
    }
}

/// Two functions are the same when their text is and they stand in the same surroundings.
extension FEELFunction: Hashable {
    /// The same builtin, or the same text in the same surroundings.
    public static func == (left: FEELFunction, right: FEELFunction) -> Bool {
        switch (left.content, right.content) {
        case (.builtin(let left), .builtin(let right)): left == right
        case (.closure(let left), .closure(let right)):
            left.parameters == right.parameters && left.body == right.body
                && left.ownName == right.ownName && left.captured == right.captured
        default: false
        }
    }

    /// Equal functions have equal hashes.
    public func hash(into hasher: inout Hasher) {
        switch content {
        case .builtin(let name): hasher.combine(name)
        case .closure(let closure): hasher.combine(closure.body)
        }
    }
}
