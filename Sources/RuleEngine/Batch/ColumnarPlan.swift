/// Rules that can be run over columns: each compares numbers of the record, or asks which facts with fixed rows are
/// there.
///
/// Comparisons of the same cells in several rules are made once. What a comparison gives are two bits per record, as
/// everything in a session is: it certainly holds, it may hold.
struct ColumnarPlan: Sendable {
    /// A number of the record, perhaps times a constant; or a constant.
    struct Term: Sendable {
        /// `nil` for a constant.
        let slot: Int?
        /// The constant, or the factor of the value.
        let factor: FEELNumber
    }

    struct Comparison: Sendable {
        let relation: ScalarTest.Relation
        let left: Term
        let right: Term
    }

    indirect enum Condition: Sendable {
        /// One of `comparisons`.
        case comparison(Int)
        case all([Condition])
        case any([Condition])
        case present(Int)
        case absent([Int])
        case exists([Int])
        /// At least so many of the rows are there, or fewer than that.
        case atLeast(Int, [Int])
        case fewerThan(Int, [Int])
    }

    struct PlannedRule: Sendable {
        let rule: Int
        /// The fixed rows of its conclusions.
        let targets: [Int]
        let condition: Condition
    }

    private(set) var comparisons: [Comparison] = []
    /// In the order in which they can be decided.
    private(set) var rules: [PlannedRule] = []
    private var numbers: [Key: Int] = [:]

    /// A comparison by the cells that it reads: constants share a cell, so that equal comparisons mostly have equal
    /// keys.
    private struct Key: Hashable {
        let relation: ScalarTest.Relation
        let cells: SIMD4<Int32>

        init(_ relation: ScalarTest.Relation, _ left: ScalarTest.Term, _ right: ScalarTest.Term) {
            self.relation = relation
            cells = SIMD4(left.cell, left.factor, right.cell, right.factor)
        }
    }

    /// - Returns: `nil` when a rule that is valid on the day needs more than columns hold.
    init?(_ network: Network, on date: FEELDate) {
        let ruleBase = network.ruleBase
        // Facts from outside, and what vocabularies say of each other, are not part of a record.
        for index in network.strata.flatMap(\.rules) where ruleBase.rules[index].validity.contains(date) {
            let rule = ruleBase.rules[index]
            let plan = network.rules[index]
            guard let steps = plan.steps, !network.strata[network.stratumOfRule[index]].isRecursive else { return nil }
            for case let pattern? in plan.patterns {
                let template = ruleBase.templates[pattern.template]
                guard !template.isInput, template.relation == nil else { return nil }
            }
            let targets = plan.targets.compactMap(\.self)
            let hasFields = rule.conclusions.contains { !ruleBase.templates[$0.template].fields.isEmpty }
            guard targets.count == rule.conclusions.count, !hasFields,
                targets.allSatisfy({ !network.rows.isLimited[$0] }),
                let condition = condition(steps, network, date)
            else { return nil }
            rules.append(PlannedRule(rule: index, targets: targets, condition: condition))
        }
    }

    private mutating func condition(_ steps: [DirectStep], _ network: Network, _ date: FEELDate) -> Condition? {
        var parts: [Condition] = []
        var counted: [Int32: [Int]] = [:]
        for step in steps {
            switch step {
            case .test(let test):
                guard let part = condition(test, Int32(test.nodes.count - 1), false, counted, network, date) else {
                    return nil
                }
                parts.append(part)
            case .expression: return nil
            case .present(let row): parts.append(.present(row))
            case .absent(let rows): parts.append(.absent(rows))
            case .exists(let rows): parts.append(.exists(rows))
            case .count(let rows, let register): counted[register] = rows
            }
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    /// A test without `not`: that is carried down to the comparisons, which Kleene's logic allows.
    private mutating func condition(
        _ test: ScalarTest, _ node: Int32, _ isNegated: Bool, _ counted: [Int32: [Int]], _ network: Network,
        _ date: FEELDate
    ) -> Condition? {
        switch test.nodes[Int(node)] {
        case .not(let part): return condition(test, part, !isNegated, counted, network, date)
        case .and(let left, let right), .or(let left, let right):
            guard let one = condition(test, left, isNegated, counted, network, date),
                let two = condition(test, right, isNegated, counted, network, date)
            else { return nil }
            let isAnd = if case .and = test.nodes[Int(node)] { true } else { false }
            return isAnd != isNegated ? .all([one, two]) : .any([one, two])
        case .cell: return nil
        case .compare(let relation, let left, let right):
            return isNegated
                ? comparison(relation.opposite, right, left, counted, network, date)
                : comparison(relation, left, right, counted, network, date)
        }
    }

    private mutating func comparison(
        _ relation: ScalarTest.Relation, _ left: ScalarTest.Term, _ right: ScalarTest.Term,
        _ counted: [Int32: [Int]], _ network: Network, _ date: FEELDate
    ) -> Condition? {
        if !counted.isEmpty, let rows = counted[left.cell] ?? counted[right.cell] {
            return count(relation, left, right, rows, counted, network, date)
        }
        let key = Key(relation, left, right)
        if let number = numbers[key] { return .comparison(number) }
        guard let one = term(left, network, date), let two = term(right, network, date),
            one.slot != nil || two.slot != nil
        else { return nil }
        comparisons.append(Comparison(relation: relation, left: one, right: two))
        numbers[key] = comparisons.count - 1
        return .comparison(comparisons.count - 1)
    }

    /// A comparison of a count with a constant, in whole numbers.
    private func count(
        _ relation: ScalarTest.Relation, _ left: ScalarTest.Term, _ right: ScalarTest.Term, _ rows: [Int],
        _ counted: [Int32: [Int]], _ network: Network, _ date: FEELDate
    ) -> Condition? {
        let isLeft = counted[left.cell] != nil
        guard left.factor < 0, right.factor < 0, let other = term(isLeft ? right : left, network, date),
            other.slot == nil, let low = other.factor.rounded(toScale: 0, rule: .floor)?.integerValue
        else { return nil }
        let isWhole = FEELNumber(low) == other.factor
        switch (relation, isLeft) {
        case (.less, true): return .fewerThan(isWhole ? low : low + 1, rows)
        case (.atMost, true): return .fewerThan(low + 1, rows)
        case (.less, false): return .atLeast(low + 1, rows)
        case (.atMost, false): return .atLeast(isWhole ? low : low + 1, rows)
        case (.equal, _), (.notEqual, _): return nil
        }
    }

    /// - Returns: `nil` for what is neither a value of the record nor a number on the day.
    private func term(_ term: ScalarTest.Term, _ network: Network, _ date: FEELDate) -> Term? {
        let (one, two) = (
            source(term.cell, network, date), term.factor < 0 ? .constant(1) : source(term.factor, network, date)
        )
        switch (one, two) {
        case (.slot(let slot), .constant(let factor)), (.constant(let factor), .slot(let slot)):
            return Term(slot: slot, factor: factor)
        case (.constant(let left), .constant(let right)):
            return left.multiplied(by: right).map { Term(slot: nil, factor: $0) }
        default: return nil
        }
    }

    private enum Source {
        case slot(Int)
        case constant(FEELNumber)
        case other
    }

    private func source(_ cell: Int32, _ network: Network, _ date: FEELDate) -> Source {
        let (cell, layout) = (Int(cell), network.cellLayout)
        if layout.slots.contains(cell) { return .slot(cell) }
        let value: FEELValue? =
            layout.parameters.contains(cell)
            ? network.ruleBase.parameters[cell - layout.parameters.lowerBound].value(on: date)
            : layout.constants[cell - layout.parameters.upperBound]?.exactValue
        guard case .number(let number)? = value else { return .other }
        return .constant(number)
    }
}

extension ScalarTest.Relation {
    /// The relation that holds when this one does not, with the sides exchanged.
    fileprivate var opposite: ScalarTest.Relation {
        switch self {
        case .less: .atMost
        case .atMost: .less
        case .equal: .notEqual
        case .notEqual: .equal
        }
    }
}
