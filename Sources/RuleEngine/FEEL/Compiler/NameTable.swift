/// What is bound at a point of an expression, and where names come from that are not.
struct NameTable {
    /// Where names come from that nothing inside binds.
    indirect enum Root {
        case resolver(any FEELNameResolver)
        /// A scope, asked by name at run time.
        case scope
        /// The place where the function stands of which this is the body, and what lies beneath that.
        case function(Root)
    }

    enum Binding {
        case name(String, register: Int32)
        case item(register: Int32)

        var register: Int32 {
            switch self {
            case .name(_, let register), .item(let register): register
            }
        }
    }

    let root: Root
    /// Innermost last.
    private(set) var bindings: [Binding] = []
    /// Whether something reads the binding, in the same order.
    private var isRead: [Bool] = []
    /// The free names of a function, in the order of what it captures.
    private(set) var freeNames: [FunctionCode.FreeName] = []

    init(root: Root) { self.root = root }

    /// Binds a name; the register is its own as long as it is bound.
    @discardableResult
    mutating func bind(_ name: String) -> Int32 { bind { .name(name, register: $0) } }

    /// Binds the item of a filter, and with it the entries that it may have.
    mutating func bindItem() -> Int32 { bind { .item(register: $0) } }

    private mutating func bind(_ binding: (Int32) -> Binding) -> Int32 {
        let register = Int32(bindings.count)
        bindings.append(binding(register))
        isRead.append(false)
        return register
    }

    /// Ends the innermost binding and tells whether something reads it.
    mutating func unbind() -> Bool {
        bindings.removeLast()
        return isRead.popLast() ?? false
    }

    /// Whether something inside binds a name, or may: the item of a filter has entries that nobody knows beforehand.
    func mayBind(_ name: String) -> Bool {
        bindings.contains { binding in
            switch binding {
            case .name(let bound, _): bound == name
            case .item: true
            }
        }
    }

    mutating func read(_ binding: Int) { isRead[binding] = true }

    /// The number under which a function finds a free name among what it captures.
    mutating func capture(_ name: String, member: String? = nil) -> Int32 {
        let wanted = FunctionCode.FreeName(name: name, member: member)
        if let index = freeNames.firstIndex(of: wanted) { return Int32(index) }
        freeNames.append(wanted)
        return Int32(freeNames.count - 1)
    }
}

extension NameTable.Root {
    /// The slots at the bottom, when there are any: then no name is looked up at run time.
    var resolver: (any FEELNameResolver)? {
        switch self {
        case .resolver(let resolver): resolver
        case .scope: nil
        case .function(let outer): outer.resolver
        }
    }
}
