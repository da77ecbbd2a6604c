/// The facts of a session as rows, found by key and by single key values.
///
/// The fixed rows of the network come first; other facts get a row when they are first met and keep it. So a row may be
/// without a fact. Rows of one template are gone through in the order of their keys, never in the order in which facts
/// came.
///
/// A row that no fact ever had costs a byte and a number: only rows that were met have an entry of their own.
struct FactTable: Sendable {
    /// Whether each row has a fact, and how sure that is.
    private(set) var states: [FactState]
    /// The number of facts that are there.
    private(set) var count = 0
    private let layout: RowLayout
    private var entries: [Fact] = []
    /// By template: grows with each change of one of its facts.
    private var versions: [UInt32]
    /// The entry of each row; negative where it was never met.
    private var entryIndices: [Int32]
    /// Rows that are not fixed, in the order of their keys.
    private var others: [[FactID]]
    /// Sets of few values that fields have or had, by their fingerprint.
    private var sets: [UInt64: ValueSet] = [:]
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
        states = layout.states
        count = layout.relationCount
        entryIndices = Array(repeating: -1, count: layout.count)
        others = Array(repeating: [], count: templates)
        versions = Array(repeating: 0, count: templates)
    }

    subscript(id: FactID) -> Fact {
        _read {
            let entryIndex = entryIndices[id.index]
            if entryIndex < 0 { yield layout.blank[id.index] } else { yield entries[Int(entryIndex)] }
        }
        _modify {
            let entryIndex = entry(of: id)
            defer {
                noteChange(of: id, at: entryIndex)
            }
            yield &entries[entryIndex]
        }
    }

    /// Changes the justifications of a fact: nothing that rules see, until what follows from them is worked out.
    ///
    /// - Parameter fields: those that may have another value by that.
    mutating func changeJustifications(of id: FactID, _ fields: FieldSet, _ body: (inout [Justification]) -> Void) {
        let entryIndex = entry(of: id)
        entries[entryIndex].staleFields.formUnion(fields)
        body(&entries[entryIndex].justifications)
    }

    /// Takes note of how sure a fact is and whether it is there.
    ///
    /// - Returns: whether that is new.
    mutating func updatePresence(of id: FactID, isPresent: Bool, isCertain: Bool) -> Bool {
        let entryIndex = entry(of: id)
        guard entries[entryIndex].isPresent != isPresent || entries[entryIndex].isCertain != isCertain else {
            return false
        }
        let awaiting = isPresent && !isCertain ? awaiting(id) : []
        change(id) { fact in
            fact.isPresent = isPresent
            fact.isCertain = isCertain
            fact.origins = awaiting
        }
        return true
    }

    /// Gives the fields of a fact that are to be worked out anew, all of them where it has none yet; they count as
    /// worked out from then on.
    mutating func takeStaleFields(of id: FactID, of count: Int) -> FieldSet {
        let entryIndex = entry(of: id)
        defer { entries[entryIndex].staleFields = FieldSet() }
        return entries[entryIndex].fields.count == count ? entries[entryIndex].staleFields : .all
    }

    /// Gives a field another value.
    ///
    /// - Returns: whether it had another one.
    mutating func setField(_ field: Int, of id: FactID, to value: UncertainValue) -> Bool {
        guard entries[Int(entryIndices[id.index])].fields[field] != value else { return false }
        let shared = sharing(value)
        change(id) { $0.fields[field] = shared }
        return true
    }

    /// Gives all fields of a fact their values.
    mutating func setFields(of id: FactID, to values: [UncertainValue]) {
        var shared = values
        for field in values.indices { shared[field] = sharing(values[field]) }
        change(id) { $0.fields = shared }
    }

    /// The same with a list that equal values of other fields have too, so that comparing them takes no time.
    private mutating func sharing(_ value: UncertainValue) -> UncertainValue {
        guard case .oneOf(let values) = value.set, values.count <= 8 else { return value }
        let fingerprint = value.set.fingerprint  // Tells apart what is not written alike.
        if let known = sets[fingerprint], known == value.set { return UncertainValue(known, origins: value.origins) }
        if sets.count < 1_000 { sets[fingerprint] = value.set }
        return value
    }

    mutating func set(_ id: FactID, isPresent: Bool) { change(id) { $0.isPresent = isPresent } }

    /// Changes a fact in one step.
    mutating func change<Result>(_ id: FactID, _ body: (inout Fact) -> Result) -> Result {
        let entryIndex = entry(of: id)
        let result = body(&entries[entryIndex])
        noteChange(of: id, at: entryIndex)
        return result
    }

    /// The entry of a row, made where it was never met.
    private mutating func entry(of id: FactID) -> Int {
        let entryIndex = entryIndices[id.index]
        if entryIndex >= 0 { return Int(entryIndex) }
        entryIndices[id.index] = Int32(entries.count)
        entries.append(layout.blank[id.index])
        return entries.count - 1
    }

    private mutating func noteChange(of id: FactID, at entryIndex: Int) {
        entries[entryIndex].version &+= 1
        versions[entries[entryIndex].template] &+= 1
        note(entries[entryIndex].state, of: id)
    }

    private mutating func note(_ state: FactState, of id: FactID) {
        let before = states[id.index]
        guard state != before else { return }
        states[id.index] = state
        if before == .none { count += 1 } else if state == .none { count -= 1 }
    }

    func isPresent(_ id: FactID) -> Bool { states[id.index] != .none }
    func isCertain(_ id: FactID) -> Bool { states[id.index] == .found }

    // Single parts, so that nobody holds a whole fact to read one.

    func template(of id: FactID) -> Int {
        let entryIndex = entryIndices[id.index]
        return entryIndex < 0 ? layout.keys[id.index].template : entries[Int(entryIndex)].template
    }

    func key(_ index: Int, of id: FactID) -> ValueSet {
        let entryIndex = entryIndices[id.index]
        return entryIndex < 0 ? layout.keys[id.index].key[index] : entries[Int(entryIndex)].key[index]
    }

    func field(_ index: Int, of id: FactID) -> UncertainValue {
        let entryIndex = entryIndices[id.index]
        precondition(entryIndex >= 0, "only a fact that was there has fields")
        return entries[Int(entryIndex)].fields[index]
    }

    /// The number of fields that have a value.
    func fieldCount(of id: FactID) -> Int {
        let entryIndex = entryIndices[id.index]
        return entryIndex < 0 ? 0 : entries[Int(entryIndex)].fields.count
    }

    /// A person added the fact.
    func isAdded(_ id: FactID) -> Bool {
        let entryIndex = entryIndices[id.index]
        return entryIndex >= 0 && entries[Int(entryIndex)].isAdded
    }

    func justifications(of id: FactID) -> [Justification] {
        let entryIndex = entryIndices[id.index]
        return entryIndex < 0 ? [] : entries[Int(entryIndex)].justifications
    }

    /// Tells apart what the fact of a row was at one time and at another.
    func version(of id: FactID) -> UInt32 {
        let entryIndex = entryIndices[id.index]
        return entryIndex < 0 ? 0 : entries[Int(entryIndex)].version
    }

    /// Tells apart what the facts of a template were at one time and at another.
    func version(ofTemplate template: Int) -> UInt32 { versions[template] }

    /// The key is exact: it does not stand for "perhaps others".
    func isExact(_ id: FactID) -> Bool {
        if isFixed(id) { return true }
        let entryIndex = Int(entryIndices[id.index])
        for index in entries[entryIndex].key.indices {
            guard case .exactly = entries[entryIndex].key[index] else { return false }
        }
        return true
    }

    func origins(of id: FactID) -> [InputID] {
        let entryIndex = entryIndices[id.index]
        return entryIndex < 0 ? [] : entries[Int(entryIndex)].origins
    }

    /// What conclusions wait for that rest on this fact while it is open and rules conclude it: the fact itself.
    func awaiting(_ id: FactID) -> [InputID] { isFixed(id) ? layout.awaiting[id.index] : [.awaiting(id)] }

    /// Goes through the facts of all rows that were ever met.
    func reduce<Result>(_ start: Result, _ body: (Result, Fact) -> Result) -> Result { entries.reduce(start, body) }

    /// The row of a fact, whether it is there or not.
    func row(template: Int, key: [ValueSet]) -> FactID? {
        if let row = layout.row(template: template, key: key) { return FactID(row) }
        return byKey[Key(template: template, key: key)]
    }

    /// The fact of that key, where it is there.
    func id(template: Int, key: [ValueSet]) -> FactID? {
        row(template: template, key: key).flatMap { isPresent($0) ? $0 : nil }
    }

    /// All facts of a template, in the order of their keys.
    func all(of template: Int) -> [FactID] {
        var result: [FactID] = []
        for row in layout.range(template) where states[row] != .none { result.append(FactID(row)) }
        for id in others[template] where isPresent(id) { result.append(id) }
        return result
    }

    /// Whether a row is one of the fixed ones.
    func isFixed(_ id: FactID) -> Bool { id.index < layout.count }

    /// The number of rows, with a fact or without.
    var rowCount: Int { states.count }

    /// Some facts may have no fixed row.
    var hasUnfixed: Bool { states.count > layout.count }

    /// Some facts of a template may have no fixed row.
    func hasUnfixed(_ template: Int) -> Bool { !others[template].isEmpty }

    /// Facts of a template that have no fixed row.
    func unfixed(of template: Int) -> [FactID] {
        others[template].isEmpty ? [] : others[template].filter(isPresent)
    }

    /// The facts of a template of which a key field is, or may be, a value; in the order of their keys.
    func matching(template: Int, field: Int, value: FEELValue) -> [FactID] {
        if let related = layout.related(template: template, field: field, value: value) { return related }
        var result: [FactID] = []
        if let row = layout.row(template: template, key: value), states[row] != .none { result.append(FactID(row)) }
        guard !others[template].isEmpty else { return result }
        let exact = byValue[ValueKey(template: template, field: field, value: value)] ?? []
        let inexact = byValue[ValueKey(template: template, field: field, value: nil)] ?? []
        if inexact.isEmpty {
            for id in exact where isPresent(id) { result.append(id) }
        } else {
            let both = (exact + inexact).filter(isPresent)
            result += both.sorted { precedes($0, $1) }
        }
        return result
    }

    /// The facts of a template of which some key fields have, or may have, the values asked: found by the whole key
    /// where it is given, else by the field for which there are fewest, so that facts that differ in another field are
    /// among them.
    func matching(template: Int, _ keys: [(field: Int, value: FEELValue)]) -> [FactID] {
        guard let first = keys.first else { return all(of: template) }
        guard keys.count > 1 else { return matching(template: template, field: first.field, value: first.value) }
        if keys.count == 2, let related = layout.related(template: template, field: first.field, value: first.value) {
            return related.filter { self.key(keys[1].field, of: $0) == .exactly(keys[1].value) }
        }
        // Other templates with several key fields have no fixed rows.
        guard let any = others[template].first else { return [] }
        let inexact = keys.map { byValue[ValueKey(template: template, field: $0.field, value: nil)]?.count ?? 0 }
        if keys.count == self[any].key.count, inexact.allSatisfy({ $0 == 0 }) {
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
        let id = FactID(states.count)
        states.append(.none)
        entryIndices.append(Int32(entries.count))
        entries.append(Fact(template: template, key: key))
        byKey[Key(template: template, key: key)] = id
        let index = insertionIndex(of: id, in: others[template])
        others[template].insert(id, at: index)
        for (field, set) in key.enumerated() {
            let key = ValueKey(template: template, field: field, value: set.exactValue)
            let index = self.insertionIndex(of: id, in: byValue[key] ?? [])
            byValue[key, default: []].insert(id, at: index)
        }
        return id
    }

    /// Where a row belongs in a list that is ordered by key.
    private func insertionIndex(of id: FactID, in list: [FactID]) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if precedes(list[middle], id) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// An order of the facts of one template that depends on their keys alone, so that nothing shows in which order
    /// rules were written or facts were given.
    func precedes(_ left: FactID, _ right: FactID) -> Bool {
        if isFixed(left), isFixed(right) { return layout.ranks[left.index] < layout.ranks[right.index] }
        return Self.precedes(self[left], self[right])
    }

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
