/// The rules that look at a fact, and what of it each of them reads: so that a field that changed wakes only the rules
/// that read it.
struct FactReaders: Sendable {
    /// A rule that looks at a fact.
    struct Reader: Sendable {
        let rule: Int32
        /// The fields that it reads, but for those that only remembered filters read.
        let fields: FieldSet
        /// The fields that remembered filters read.
        let filtered: FieldSet
        /// The list of these filters in `filters`.
        let filters: Int32
        /// The rule is written out, and no choice rests on the fact: it matters only beside facts without fixed rows.
        let isRemote: Bool
    }

    /// By fixed row.
    private var rowStarts: [Int32] = [0]
    private(set) var ofRows: [Reader] = []
    /// By template, for facts without a fixed row.
    private var templateStarts: [Int32] = [0]
    private(set) var ofTemplates: [Reader] = []
    /// Lists of the numbers of filters.
    private(set) var filters = NumberLists()

    /// Where the readers of a fixed row lie in `ofRows`.
    func range(ofRow row: Int) -> Range<Int> { Int(rowStarts[row])..<Int(rowStarts[row + 1]) }

    /// Where the readers of a template lie in `ofTemplates`.
    func range(ofTemplate template: Int) -> Range<Int> {
        Int(templateStarts[template])..<Int(templateStarts[template + 1])
    }

    init(_ ruleBase: RuleBase, _ plans: [RulePlan], _ joins: [JoinPlan], _ grounds: [GroundRule?], _ rows: RowLayout) {
        var byRow: [[Reader]] = Array(repeating: [], count: rows.count)
        var byTemplate: [[Reader]] = Array(repeating: [], count: ruleBase.templates.count)
        var lists: [[Int]: Int32] = [:]
        for (index, rule) in ruleBase.rules.enumerated() {
            let readings = rule.readings(plans[index], ruleBase)
            // By condition, the rows that choices bind its pattern to.
            var chosen: [Int: Set<Int>] = [:]
            if let ground = grounds[index] {
                for (offset, position) in joins[index].patterns.enumerated() {
                    chosen[position] = ground.rows(at: offset)
                }
            }
            func isRemote(_ look: Reading, _ row: Int) -> Bool { chosen[look.position]?.contains(row) == false }
            func reader(_ looks: [Reading], isRemote: Bool = false) -> Reader {
                var (fields, filtered) = (FieldSet(), FieldSet())
                for look in looks {
                    fields.formUnion(look.fields)
                    filtered.formUnion(look.filtered)
                }
                let numbers = looks.compactMap(\.filter).unique
                let list = lists[numbers] ?? Int32(filters.append(numbers))
                lists[numbers] = list
                return Reader(
                    rule: Int32(index), fields: fields, filtered: filtered, filters: list, isRemote: isRemote)
            }
            for template in Set(readings.map(\.plan.template)).sorted() {
                let own = readings.filter { $0.plan.template == template }
                byTemplate[template].append(reader(own))
                if own.count == 1 {
                    // Most rules look once: all rows have the same two readers.
                    let (near, remote) = (reader(own), reader(own, isRemote: true))
                    for row in own[0].plan.rows ?? Array(rows.range(template)) {
                        byRow[row].append(isRemote(own[0], row) ? remote : near)
                    }
                    continue
                }
                var looks: [Int: [Reading]] = [:]
                for reading in own {
                    for row in reading.plan.rows ?? Array(rows.range(template)) {
                        looks[row, default: []].append(reading)
                    }
                }
                for (row, readings) in looks {
                    byRow[row].append(reader(readings, isRemote: readings.allSatisfy { isRemote($0, row) }))
                }
            }
        }
        for readers in byRow {
            ofRows += readers
            rowStarts.append(Int32(ofRows.count))
        }
        for readers in byTemplate {
            ofTemplates += readers
            templateStarts.append(Int32(ofTemplates.count))
        }
    }

    /// What one condition reads of the facts that it looks at.
    fileprivate struct Reading {
        /// The place of the condition in the rule.
        let position: Int
        let plan: PatternPlan
        let fields: FieldSet
        let filtered: FieldSet
        /// The number of the filter, where what it says is remembered.
        let filter: Int?
    }
}

extension Rule {
    /// What each condition about facts reads of them, and what is read of them elsewhere in the rule.
    fileprivate func readings(_ plan: RulePlan, _ ruleBase: RuleBase) -> [FactReaders.Reading] {
        let all = expressions
        return conditions.indices.compactMap { position in
            let condition = conditions[position]
            guard let plan = plan.patterns[position], let pattern = condition.pattern else { return nil }
            let template = ruleBase.templates[pattern.template]
            func fields(_ expression: RuleExpression) -> FieldSet {
                var result = FieldSet()
                for use in expression.variables where use.name == pattern.variable {
                    guard let member = use.member else { return .all }
                    if let field = template.fieldIndex(of: member) { result.insert(field) }
                }
                return result
            }
            let filter = plan.filter == nil ? nil : pattern.filter
            var own = FieldSet()
            for case .field(let field) in pattern.constraints.map(\.field) { own.insert(field) }
            if case .aggregate(let aggregate) = condition, aggregate.of == nil, aggregate.function != .count {
                own = .all
            }
            for expression in all where expression !== filter { own.formUnion(fields(expression)) }
            return FactReaders.Reading(
                position: position, plan: plan, fields: own, filtered: filter.map(fields) ?? FieldSet(),
                filter: plan.filter)
        }
    }
}
