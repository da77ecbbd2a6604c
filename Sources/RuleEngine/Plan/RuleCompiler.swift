/// Turns a rule into a plan: finds the rows that each pattern can mean, the tests that only compare, and the rules that
/// can be run as plain steps.
struct RuleCompiler {
    private let ruleBase: RuleBase
    private let rows: RowLayout
    private var filterNumbers: [FilterName: Int] = [:]
    /// Filters of which a session remembers what they say, with the variable that stands for the fact and
    /// its template.
    private(set) var filters: [(expression: RuleExpression, variable: String, template: Int)] = []
    private let evaluator = FEELEvaluator()

    /// What filters have in common that say the same of the same fact.
    private struct FilterName: Hashable {
        let template: Int
        let variable: String
        let text: String
    }

    /// What aggregates have in common that give the same.
    private struct AggregateName: Hashable {
        let template: Int
        let constraints: [String]
        let filter: Int?
        let function: Rule.Aggregate.Function
        let variable: String
        let of: String?
        let distinct: Bool
    }

    private var aggregates: [AggregateName: Int] = [:]

    /// The number of aggregates of which a session remembers the value.
    var aggregateCount: Int { aggregates.count }

    init(_ ruleBase: RuleBase, _ rows: RowLayout) {
        self.ruleBase = ruleBase
        self.rows = rows
    }

    mutating func plan(_ index: Int, _ cells: inout CellLayout) -> RulePlan {
        let rule = ruleBase.rules[index]
        var patterns: [PatternPlan?] = []
        for condition in rule.conditions {
            var plan = condition.pattern.map { self.plan($0) }
            if case .aggregate(let aggregate) = condition {
                let filter = plan?.filter
                plan?.aggregate = number(of: aggregate, filter: filter)
            }
            patterns.append(plan)
        }
        let tests = rule.conditions.map { condition -> ScalarTest? in
            guard case .test(let expression) = condition, expression.variables.isEmpty else { return nil }
            return test(expression, [:], &cells)
        }
        return RulePlan(
            patterns: patterns, tests: tests, steps: steps(rule, patterns, tests, &cells),
            targets: rule.conclusions.map { conclusion in
                guard conclusion.key.count == 1, case .literal(let value) = conclusion.key[0] else { return nil }
                return rows.row(template: conclusion.template, key: value)
            })
    }

    private func test(
        _ expression: RuleExpression, _ registers: [String: Int32], _ cells: inout CellLayout
    ) -> ScalarTest? {
        let layout = cells
        var constants: [ValueSet] = []
        // Constants get their places only when the whole test can be read.
        let first = Int32(Int32.max / 2)
        let reading = ScalarTest.Cells(
            cell: { name, member in
                if let register = registers[name] { return member == nil ? register : nil }
                return layout.cell(name, member)
            },
            constant: { set in
                constants.append(set)
                return first + Int32(constants.count - 1)
            })
        guard let test = ScalarTest(expression.expression, reading) else { return nil }
        let actual = constants.map { cells.constant($0) }
        return test.moved { $0 >= first ? actual[Int($0 - first)] : $0 }
    }

    // MARK: Patterns

    private mutating func plan(_ pattern: Rule.Pattern) -> PatternPlan {
        var number: Int?
        if let filter = pattern.filter { number = self.number(of: filter, pattern) }
        guard let vocabulary = rows.vocabulary(of: pattern.template) else {
            return PatternPlan(
                template: pattern.template, rows: nil, rowsInKeyOrder: nil, isDecided: false, filter: number)
        }
        var undecided = false
        var allowed: [Int] = []
        let filter = pattern.filter.flatMap { $0.readsClock ? nil : $0 }
        if let all = pattern.filter, filter == nil || !isAboutCode(all, of: pattern) { undecided = true }
        for (row, code) in zip(rows.range(pattern.template), vocabulary.codes) {
            var fits = true
            for constraint in pattern.constraints {
                guard case .literal(let wanted) = constraint.value else {
                    undecided = true
                    continue
                }
                switch constraint.field {
                case .key: fits = fits && FEELValue.string(code.code).isEqual(wanted) == true
                case .attribute(let name): fits = fits && (code.value(name) ?? .null).isEqual(wanted) == true
                case .field: undecided = true
                }
            }
            if fits, let filter { fits = mayHold(filter, of: code, pattern) }
            if fits { allowed.append(row) }
        }
        let isLimited = allowed.count < vocabulary.codes.count
        let rows = isLimited || !undecided ? allowed : nil
        return PatternPlan(
            template: pattern.template, rows: rows,
            rowsInKeyOrder: rows.map { rows in rows.sorted { self.rows.ranks[$0] < self.rows.ranks[$1] } },
            isDecided: !undecided, filter: number)
    }

    /// - Parameter filter: the number of the filter of its pattern.
    private mutating func number(of aggregate: Rule.Aggregate, filter: Int?) -> Int? {
        let pattern = aggregate.pattern
        guard filter != nil || pattern.filter == nil else { return nil }
        var constraints: [String] = []
        for constraint in pattern.constraints {
            guard case .literal(let value) = constraint.value else { return nil }
            constraints.append("\(constraint.field) \(value.literal)")
        }
        if let of = aggregate.of {
            let readsFactOnly =
                of.slots.isEmpty && !of.readsClock && of.variables.allSatisfy { $0.name == pattern.variable }
            guard readsFactOnly else { return nil }
        }
        let name = AggregateName(
            template: pattern.template, constraints: constraints, filter: filter, function: aggregate.function,
            variable: pattern.variable, of: aggregate.of?.text, distinct: aggregate.distinct)
        if let known = aggregates[name] { return known }
        aggregates[name] = aggregates.count
        return aggregates.count - 1
    }

    /// The number of a filter that looks at its fact and at parameters only. The fact is read by key and by field: what
    /// else there is to read of it also hangs on how sure it is.
    private mutating func number(of filter: RuleExpression, _ pattern: Rule.Pattern) -> Int? {
        let template = ruleBase.templates[pattern.template]
        let isFixed = rows.vocabulary(of: pattern.template) != nil
        let readsFactOnly =
            filter.slots.isEmpty && !filter.variables.isEmpty
            && filter.variables.allSatisfy { use in
                guard use.name == pattern.variable, let member = use.member else { return false }
                return isFixed || template.keyIndex(of: member) != nil || template.fieldIndex(of: member) != nil
            }
        guard readsFactOnly,
            !filter.expression.freeNames.contains(where: { $0.isCalled && $0.name == RuleFunctions.known })
        else { return nil }
        let name = FilterName(template: pattern.template, variable: pattern.variable, text: filter.text)
        if let known = filterNumbers[name] { return known }
        filterNumbers[name] = filters.count
        filters.append((filter, pattern.variable, pattern.template))
        return filters.count - 1
    }

    /// Whether a filter reads nothing but what the vocabulary fixes for the fact itself, so that it can be decided now.
    private func isAboutCode(_ filter: RuleExpression, of pattern: Rule.Pattern) -> Bool {
        guard filter.slots.isEmpty, filter.parameters.isEmpty else { return false }
        let template = ruleBase.templates[pattern.template]
        return filter.variables.allSatisfy { use in
            guard use.name == pattern.variable, let member = use.member else { return false }
            return template.fieldIndex(of: member) == nil
        }
    }

    /// Whether a filter can hold for the fact of a code, whatever all else is.
    private func mayHold(_ filter: RuleExpression, of code: Vocabulary.Term, _ pattern: Rule.Pattern) -> Bool {
        let environment = FixedCodeEnvironment(variable: pattern.variable, code: code, reads: filter.code.reads)
        return evaluator.evaluate(filter.code.code, in: environment).result.set.possiblyTrue
    }

    // MARK: Steps

    private func steps(
        _ rule: Rule, _ patterns: [PatternPlan?], _ tests: [ScalarTest?], _ cells: inout CellLayout
    ) -> [DirectStep]? {
        var registers: [String: Int32] = [:]
        var result: [DirectStep] = []
        for (position, condition) in rule.conditions.enumerated() {
            switch condition {
            case .test(let expression):
                if expression.variables.isEmpty {
                    result.append(tests[position].map { .test($0) } ?? .expression)
                } else {
                    let known = expression.variables.allSatisfy { registers[$0.name] != nil && $0.member == nil }
                    guard known, let test = test(expression, registers, &cells), !test.hasEquality else { return nil }
                    result.append(.test(test))
                }
            case .pattern(let pattern):
                guard let rows = decided(patterns[position]), rows.count == 1, !rule.readsElsewhere(pattern) else {
                    return nil
                }
                result.append(.present(rows[0]))
            case .absent:
                guard let rows = decided(patterns[position]) else { return nil }
                result.append(.absent(rows))
            case .exists:
                guard let rows = decided(patterns[position]) else { return nil }
                result.append(.exists(rows))
            case .aggregate(let aggregate):
                guard aggregate.function == .count, aggregate.of == nil, let rows = decided(patterns[position]) else {
                    return nil
                }
                let register = cells.register()
                registers[aggregate.variable] = register
                result.append(.count(rows, register: register))
            case .every, .table:
                return nil
            }
        }
        // What a conclusion gives may read the record, but nothing that the rule binds.
        let concluded = rule.conclusions.flatMap { $0.key + $0.fields.map(\.value) }
        for case .computed(let expression) in concluded where !expression.variables.isEmpty { return nil }
        return result
    }

    /// The rows of a pattern that is settled by which facts are there.
    private func decided(_ plan: PatternPlan?) -> [Int]? {
        guard let plan, plan.isDecided, let rows = plan.rows else { return nil }
        return rows
    }
}

extension ScalarTest {
    /// A register says between which whole numbers a count lies, which does not settle whether it equals another
    /// number.
    fileprivate var hasEquality: Bool {
        nodes.contains { node in
            switch node {
            case .compare(.equal, _, _), .compare(.notEqual, _, _): true
            case .compare, .cell, .not, .and, .or: false
            }
        }
    }

    /// The same test with other cells.
    fileprivate func moved(_ renumber: (Int32) -> Int32) -> ScalarTest {
        func term(_ term: Term) -> Term {
            Term(renumber(term.cell), times: term.factor < 0 ? -1 : renumber(term.factor))
        }
        return ScalarTest(
            nodes: nodes.map { node in
                switch node {
                case .compare(let relation, let left, let right): .compare(relation, term(left), term(right))
                case .cell(let cell): .cell(renumber(cell))
                case .not, .and, .or: node
                }
            })
    }
}

extension Rule {
    /// Whether the variable of a pattern is read anywhere but in the filter of the pattern itself.
    fileprivate func readsElsewhere(_ pattern: Pattern) -> Bool {
        func reads(_ expression: RuleExpression) -> Bool {
            expression.variables.contains { $0.name == pattern.variable }
        }
        let own = pattern.filter.map(reads) == true ? 1 : 0
        return expressions.count(where: reads) > own
    }
}

extension Rule.Condition {
    /// The pattern of a condition about facts.
    var pattern: Rule.Pattern? {
        switch self {
        case .test, .table: nil
        case .pattern(let pattern), .absent(let pattern), .exists(let pattern), .every(let pattern, _): pattern
        case .aggregate(let aggregate): aggregate.pattern
        }
    }
}

/// An environment in which nothing is known but the code of one fact and what the vocabulary fixes for it.
private struct FixedCodeEnvironment: FEELEnvironment {
    let variable: String
    let code: Vocabulary.Term
    let reads: [CompiledExpression.Read]

    func value(at slot: Int32) -> UncertainValue {
        guard case .member(let member) = reads[Int(slot)], member.variable == variable else {
            return UncertainValue(.anything)
        }
        return switch member.field {
        case .key: UncertainValue(.string(code.code))
        case .attribute(let name): UncertainValue(code.value(name) ?? .null)
        case .field: UncertainValue(.anything)
        }
    }
}
