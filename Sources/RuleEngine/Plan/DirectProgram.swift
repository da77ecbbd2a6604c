/// All rules that are run as plain steps, as arrays of plain numbers.
///
/// Trying a rule reads cells, states of rows and the steps themselves, one after the other: it allocates nothing,
/// counts no references and compares no text. In a profile of one record with 200 rules, a third of the time went to
/// retaining and releasing the arrays of single tests, and a fifth to sets of possible values; as plain numbers all
/// rules are tried in a few microseconds. It stands behind one reference, as a session that copied it would count those
/// of all its arrays.
final class DirectProgram: Sendable {
    /// A condition of a rule that binds no variable.
    struct Test: BitwiseCopyable, Sendable {
        enum Kind: UInt8, BitwiseCopyable, Sendable { case test, expression, present, absent, exists, count }

        let kind: Kind
        /// The node of a test, the row of a fact, or the number of a list of rows.
        let operand: Int32
    }

    /// What the steps say of a rule.
    enum Outcome: BitwiseCopyable, Sendable {
        case fails, open, holds
        /// A condition needs the evaluator, and the others do not fail.
        case unclear
    }

    let steps: [Test]
    /// The first step of each rule, and the end.
    private let starts: [Int32]
    private let isDirect: [Bool]
    /// The parts of all tests, parts before wholes.
    let nodes: [ScalarTest.Node]
    /// Rows that a step looks at.
    let lists: NumberLists
    /// What counts, by list: the place of its register.
    let registers: [(cell: Int32, list: Int32)]
    /// By rule, what meets its conditions when all of them hold, where that is always the same.
    let certainSupports: [[Justification.Support]?]
    /// What a value of the record that is not known can be; `nil` where a range does not say it.
    let ranges: [CellRange?]
    /// The same as the results of a condition.
    let truths: [Ternary]

    /// - Parameter domains: all that each value of the record can be.
    init(_ rules: [RulePlan], domains: [ValueSet]) {
        var draft = Draft()
        var starts: [Int32] = [0]
        for rule in rules {
            for step in rule.steps ?? [] { draft.append(step) }
            starts.append(Int32(draft.steps.count))
        }
        self.starts = starts
        isDirect = rules.map { $0.steps != nil }
        steps = draft.steps
        nodes = draft.nodes
        lists = draft.lists
        registers = draft.registers
        certainSupports = rules.map { $0.steps.flatMap(Self.supports) }
        ranges = domains.map { CellRange($0) }
        truths = domains.map { Ternary($0) }
    }

    private struct Draft {
        var steps: [Test] = []
        var nodes: [ScalarTest.Node] = []
        var lists = NumberLists()
        var registers: [(cell: Int32, list: Int32)] = []

        mutating func append(_ step: DirectStep) {
            switch step {
            case .test(let test):
                let base = Int32(nodes.count)
                nodes += test.nodes.map { $0.moved(by: base) }
                steps.append(Test(kind: .test, operand: Int32(nodes.count - 1)))
            case .expression: steps.append(Test(kind: .expression, operand: 0))
            case .present(let row): steps.append(Test(kind: .present, operand: Int32(row)))
            case .absent(let rows): steps.append(Test(kind: .absent, operand: Int32(lists.append(rows))))
            case .exists(let rows): steps.append(Test(kind: .exists, operand: Int32(lists.append(rows))))
            case .count(let rows, let register):
                let list = Int32(lists.append(rows))
                registers.append((register, list))
                steps.append(Test(kind: .count, operand: list))
            }
        }
    }

    /// What meets steps that all hold; `nil` where that depends on which facts are there.
    private static func supports(of steps: [DirectStep]) -> [Justification.Support]? {
        var result: [Justification.Support] = []
        for step in steps {
            switch step {
            case .test, .expression: result.append(.test(UncertainValue(.boolean(true))))
            case .present(let row): result.append(.fact(FactID(row), fits: true))
            case .absent: result.append(.absence(possible: []))
            case .exists, .count: return nil
            }
        }
        return result
    }

    /// Whether a rule is run as plain steps.
    func contains(_ rule: Int) -> Bool { isDirect[rule] }

    /// Where the steps of a rule lie.
    func range(of rule: Int) -> Range<Int> { Int(starts[rule])..<Int(starts[rule + 1]) }
}

extension ScalarTest.Node {
    /// The same node behind others.
    fileprivate func moved(by base: Int32) -> ScalarTest.Node {
        switch self {
        case .compare, .cell: self
        case .not(let part): .not(part + base)
        case .and(let left, let right): .and(left + base, right + base)
        case .or(let left, let right): .or(left + base, right + base)
        }
    }
}
