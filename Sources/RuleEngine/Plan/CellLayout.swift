/// The cells that conditions read, by number: the record, parameters, constants, and what rules count.
struct CellLayout: Sendable {
    let slots: Range<Int>
    let parameters: Range<Int>
    /// Constants and registers lie behind the parameters, in the order in which rules ask for them. A register is
    /// `nil`: it has a value only while its rule is tried.
    private(set) var constants: [ValueSet?] = []
    private var known: [ValueSet: Int32] = [:]
    private let record: RecordSchema
    private let parameterCells: [String: Int32]

    init(_ ruleBase: RuleBase) {
        record = ruleBase.record
        slots = 0..<ruleBase.record.slots.count
        parameters = slots.upperBound..<slots.upperBound + ruleBase.parameters.count
        let first = slots.upperBound
        parameterCells = Dictionary(
            ruleBase.parameters.enumerated().map { ($1.name, Int32(first + $0)) }, uniquingKeysWith: { one, _ in one })
    }

    var count: Int { parameters.upperBound + constants.count }

    /// The cell of what an expression of a rule names, where that is neither a variable nor unknown.
    func cell(_ name: String, _ member: String?) -> Int32? {
        if let member { return record.index(of: .init(context: name, name: member)).map { Int32($0) } }
        return parameterCells[name] ?? record.index(of: .init(name: name)).map { Int32($0) }
    }

    /// The cell of a constant; equal ones share it.
    mutating func constant(_ set: ValueSet) -> Int32 {
        if let cell = known[set] { return cell }
        let cell = Int32(count)
        constants.append(set)
        known[set] = cell
        return cell
    }

    /// A cell for a value that a rule computes on the way.
    mutating func register() -> Int32 {
        constants.append(nil)
        return Int32(count - 1)
    }
}
