/// The facts of a session as rows, found by key and by single key values.
struct FactTable: Sendable {
    private(set) var facts: [Fact] = []
    private var byTemplate: [[FactID]]
    private var byKey: [Key: FactID] = [:]
    private var byValue: [ValueKey: [FactID]] = [:]

    private struct Key: Hashable {
        let template: Int
        let key: [ValueSet]
    }

    private struct ValueKey: Hashable {
        let template: Int
        let field: Int
        /// `nil`: the facts of which this key is not exact.
        let value: FEELValue?
    }

    init(templates: Int) { byTemplate = Array(repeating: [], count: templates) }

    subscript(id: FactID) -> Fact {
        get { facts[id.index] }
        set { facts[id.index] = newValue }
    }

    func id(template: Int, key: [ValueSet]) -> FactID? { byKey[Key(template: template, key: key)] }

    /// All facts of a template, in the order in which they came.
    func all(of template: Int) -> [FactID] { byTemplate[template] }

    /// The facts of a template of which a key field is, or may be, a value.
    func matching(template: Int, field: Int, value: FEELValue) -> [FactID] {
        let exact = byValue[ValueKey(template: template, field: field, value: value)] ?? []
        let open = byValue[ValueKey(template: template, field: field, value: nil)] ?? []
        return open.isEmpty ? exact : exact + open
    }

    /// Adds a row in place; `table[id]` would copy the list.
    mutating func append(_ justification: Justification, to id: FactID) {
        facts[id.index].justifications.append(justification)
    }

    /// - Precondition: no fact of the template has this key.
    @discardableResult
    mutating func add(_ fact: Fact) -> FactID {
        precondition(id(template: fact.template, key: fact.key) == nil, "a key names one fact of a template")
        let id = FactID(facts.count)
        facts.append(fact)
        byTemplate[fact.template].append(id)
        byKey[Key(template: fact.template, key: fact.key)] = id
        for (field, set) in fact.key.enumerated() {
            byValue[ValueKey(template: fact.template, field: field, value: set.exactValue), default: []].append(id)
        }
        return id
    }
}
