/// The facts of a session as rows, found by key and by single key values.
///
/// The fixed rows of the network come first; other facts get a row when they are first met and keep it. So a row may be
/// without a fact. Rows of one template are gone through in the order of their keys, never in the order in which facts came.
struct FactTable: Sendable {
    private(set) var facts: [Fact]
    /// The number of facts that are there.
    private(set) var count = 0
    private let layout: RowLayout
    /// Rows that are not fixed, in the order of their keys.
    private var others: [[FactID]]
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

    init(_ layout: RowLayout, templates: Int) {
        self.layout = layout
        facts = layout.blank
        others = Array(repeating: [], count: templates)
    }

    subscript(id: FactID) -> Fact {
        _read { yield facts[id.index] }
        _modify { yield &facts[id.index] }
    }

    mutating func set(_ id: FactID, isPresent: Bool) {
        guard facts[id.index].isPresent != isPresent else { return }
        facts[id.index].isPresent = isPresent
        count += isPresent ? 1 : -1
    }

    /// The row of a fact, whether it is there or not.
    func row(template: Int, key: [ValueSet]) -> FactID? {
        if key.count == 1, case .exactly(let value) = key[0], let row = layout.row(template: template, key: value) {
            return FactID(row)
        }
        return byKey[Key(template: template, key: key)]
    }

    /// The fact of that key, where it is there.
    func id(template: Int, key: [ValueSet]) -> FactID? {
        row(template: template, key: key).flatMap { facts[$0.index].isPresent ? $0 : nil }
    }

    /// All facts of a template, in the order of their keys.
    func all(of template: Int) -> [FactID] {
        var result = layout.range(template).compactMap { facts[$0].isPresent ? FactID($0) : nil }
        for id in others[template] where facts[id.index].isPresent { result.append(id) }
        return result
    }

    /// Whether a row is one of the fixed ones.
    func isFixed(_ id: FactID) -> Bool { id.index < layout.count }

    /// Some facts may have no fixed row.
    var hasUnfixed: Bool { facts.count > layout.count }

    /// Facts of a template that have no fixed row.
    func unfixed(of template: Int) -> [FactID] {
        others[template].isEmpty ? [] : others[template].filter { facts[$0.index].isPresent }
    }

    /// The facts of a template of which a key field is, or may be, a value; in the order of their keys.
    func matching(template: Int, field: Int, value: FEELValue) -> [FactID] {
        var result: [FactID] = []
        if let row = layout.row(template: template, key: value), facts[row].isPresent { result.append(FactID(row)) }
        guard !others[template].isEmpty else { return result }
        let exact = byValue[ValueKey(template: template, field: field, value: value)] ?? []
        let inexact = byValue[ValueKey(template: template, field: field, value: nil)] ?? []
        if inexact.isEmpty {
            for id in exact where facts[id.index].isPresent { result.append(id) }
        } else {
            let both = (exact + inexact).filter { facts[$0.index].isPresent }
            result += both.sorted { precedes($0, $1) }
        }
        return result
    }

    /// The facts of a template of which some key fields have, or may have, the values asked: found by the whole key where it
    /// is given, else by the field for which there are fewest, so that facts that differ in another field are among them.
    func matching(template: Int, _ keys: [(field: Int, value: FEELValue)]) -> [FactID] {
        guard let first = keys.first else { return all(of: template) }
        guard keys.count > 1 else { return matching(template: template, field: first.field, value: first.value) }
        // Templates with several key fields have no fixed rows.
        guard let any = others[template].first else { return [] }
        let inexact = keys.map { byValue[ValueKey(template: template, field: $0.field, value: nil)]?.count ?? 0 }
        if keys.count == facts[any.index].key.count, inexact.allSatisfy({ $0 == 0 }) {
            let key = keys.sorted { $0.field < $1.field }.map { ValueSet.exactly($0.value) }
            return id(template: template, key: key).map { [$0] } ?? []
        }
        let counts = zip(keys, inexact).map { key, inexact in
            inexact + (byValue[ValueKey(template: template, field: key.field, value: key.value)]?.count ?? 0)
        }
        let best = counts.indices.min { counts[$0] < counts[$1] } ?? 0
        return matching(template: template, field: keys[best].field, value: keys[best].value)
    }

    /// The row of a key, made where there is none yet.
    mutating func makeRow(template: Int, key: [ValueSet]) -> FactID {
        if let row = row(template: template, key: key) { return row }
        let id = FactID(facts.count)
        facts.append(Fact(template: template, key: key))
        byKey[Key(template: template, key: key)] = id
        let facts = facts
        Self.insert(id, into: &others[template], facts)
        for (field, set) in key.enumerated() {
            let key = ValueKey(template: template, field: field, value: set.exactValue)
            Self.insert(id, into: &byValue[key, default: []], facts)
        }
        return id
    }

    /// Puts a row in its place by key. It is handed the facts alone: a method of the table would hold all of it, and make the
    /// indexes be copied when they are changed.
    private static func insert(_ id: FactID, into list: inout [FactID], _ facts: [Fact]) {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if precedes(facts[list[middle].index], facts[id.index]) { low = middle + 1 } else { high = middle }
        }
        list.insert(id, at: low)
    }

    /// An order of the facts of one template that depends on their keys alone, so that nothing shows in which order rules
    /// were written or facts were given.
    func precedes(_ left: FactID, _ right: FactID) -> Bool { Self.precedes(facts[left.index], facts[right.index]) }

    private static func precedes(_ left: Fact, _ right: Fact) -> Bool {
        for (one, two) in zip(left.key, right.key) {
            switch (one.exactValue, two.exactValue) {
            case (let first?, let second?): if first != second { return FEELValue.inFixedOrder(first, second) }
            case (_?, nil): return true
            case (nil, _?): return false
            case (nil, nil):
                // Rare: two rows for keys that are not known exactly.
                if one != two { return one.description < two.description }
            }
        }
        return false
    }

    /// The order of two facts of one template as conditions go through them: fixed rows first.
    func comesBefore(_ left: FactID, _ right: FactID) -> Bool {
        if isFixed(left) || isFixed(right) { return left < right }
        return precedes(left, right)
    }
}
