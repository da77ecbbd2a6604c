import RuleEngine

/// Gaps, overlaps and rows that never count in decision tables, each with values that show it.
///
/// A table is tried with values at, between and beyond all limits that its cells name, with parameters as they are today or at
/// their last value. A gap counts where rows hit on both sides of it: that a table says nothing beyond its limits may be
/// meant. Tables whose cells read more than parameters are left out; of very wide or long ones it is said.
struct TableCoverage {
    let ruleBase: RuleBase

    /// At most one of each kind for a table, in the order of the rule base.
    var diagnostics: [Diagnostic] {
        var parameters: [String: UncertainValue] = [:]
        for parameter in ruleBase.parameters {
            if let value = parameter.values.last?.value { parameters[parameter.name] = UncertainValue(value) }
        }
        let scope = FEELDictionaryScope(parameters)
        return ruleBase.rules.flatMap { rule in
            rule.conditions.flatMap { condition -> [Diagnostic] in
                guard case .table(let table) = condition else { return [] }
                do throws(TableTrial.Unfit) {
                    return try TableTrial(table, of: rule, ruleBase, parameters: Set(parameters.keys), scope)
                        .diagnostics
                } catch {
                    return error == .tooLarge ? [.notSearched(at: table.span)] : []
                }
            }
        }
    }
}

/// A table with the values that it is tried with, and which rows pass each.
private struct TableTrial {
    private let table: Rule.Table
    private let columns: [Column]
    /// By row and column, for each value of the column whether the row's test passes.
    private let passes: [[[Bool]]]

    private struct Column {
        let name: String
        let values: [FEELValue]
        /// The values are numbers in order, with others between them.
        let isDense: Bool
    }

    /// The most combinations of values that are tried.
    private static let most = 4_096
    /// The most values and combinations that are held against rows.
    private static let mostTries = 2_000_000

    /// Why a table cannot be tried.
    enum Unfit: Error {
        /// What its cells test is not known before a run.
        case open
        case tooLarge
    }

    init(
        _ table: Rule.Table, of rule: Rule, _ ruleBase: RuleBase, parameters: Set<String>, _ scope: FEELDictionaryScope
    ) throws(Unfit) {
        let tests = table.decision.rules.map(\.tests)
        let names = tests.flatMap { $0 }.flatMap(\.freeNames).map(\.name)
        guard !table.rows.isEmpty, names.allSatisfy({ parameters.contains($0) }) else { throw .open }
        var columns: [Column] = []
        var size = 1
        for (index, input) in table.inputs.enumerated() {
            let constants = Self.constants(in: tests.map { $0[index] }, scope)
            guard
                let column = Self.column(
                    input.value, constants, finite: Self.finiteValues(of: input.value, in: rule, ruleBase))
            else { throw .open }
            size *= max(1, column.values.count)
            guard size <= Self.most else { throw .tooLarge }
            columns.append(column)
        }
        let values = columns.reduce(size) { $0 + $1.values.count }
        guard values * tests.count <= Self.mostTries else { throw .tooLarge }
        self.table = table
        self.columns = columns
        let evaluator = FEELEvaluator()
        passes = tests.map { row in
            zip(row, columns).map { test, column in
                column.values.map {
                    evaluator.evaluate(test, on: UncertainValue($0), in: scope).result.set.certainlyTrue
                }
            }
        }
    }

    // MARK: Values to try

    private static func constants(in tests: [FEELUnaryTests], _ scope: FEELDictionaryScope) -> [FEELValue] {
        let evaluator = FEELEvaluator()
        return tests.flatMap { tests -> [FEELValue] in
            let parts: [FEELUnaryTest] =
                switch tests {
                case .any: []
                case .tests(let parts), .negated(let parts): parts
                }
            return parts.flatMap { part -> [FEELValue] in
                let operand =
                    switch part {
                    case .comparison(_, let operand), .expression(let operand): operand
                    }
                switch evaluator.evaluate(operand, in: scope).result.set.exactValue {
                case .range(let range)?: return [range.low, range.high].compactMap(\.self)
                case .list(let members)?: return members
                case let value?: return [value]
                case nil: return []
                }
            }
        }
    }

    private static func column(_ input: RuleExpression, _ constants: [FEELValue], finite: [FEELValue]?) -> Column? {
        let name = input.text
        if let finite { return Column(name: name, values: finite, isDense: false) }
        var values: [FEELValue] = []
        var isDense = false
        for part in input.type.parts where !input.type.isAny {
            switch part {
            case .null: continue
            case .boolean(let only): values += only.map { [.boolean($0)] } ?? [.boolean(false), .boolean(true)]
            case .string(let texts?): values += texts.map { .string($0) }
            case .string(nil): values += Set(constants).filter { $0.kind == .string }.sorted { $0.text < $1.text }
            case .number(let interval):
                let numbers = constants.compactMap { if case .number(let number) = $0 { number } else { nil } }
                values += around(numbers, in: interval).map { .number($0) }
                isDense = true
            default: return nil
            }
        }
        return values.isEmpty ? nil : Column(name: name, values: values, isDense: isDense && values.count > 1)
    }

    /// The numbers, one between each two, and one beyond each end, as far as they are possible.
    private static func around(_ numbers: [FEELNumber], in interval: NumberInterval) -> [FEELNumber] {
        let sorted = Array(Set(numbers)).sorted()
        guard let first = sorted.first, let last = sorted.last else { return [interval.low ?? interval.high ?? 0] }
        var result = [first - 1]
        for (index, number) in sorted.enumerated() {
            result.append(number)
            guard index + 1 < sorted.count else { continue }
            let next = sorted[index + 1]
            // Between whole numbers in a row there may be nothing: a count.
            if number.integerValue != nil, next.integerValue != nil, next - number == 1 { continue }
            if let middle = (number + next).divided(by: 2) { result.append(middle) }
        }
        result.append(last + 1)
        return result.filter { interval.contains($0) }
    }

    /// All values of a name of the record or a field that has few.
    private static func finiteValues(of input: RuleExpression, in rule: Rule, _ ruleBase: RuleBase) -> [FEELValue]? {
        if input.variables.isEmpty, let slot = input.slots.first, slot.path == input.text,
            let index = ruleBase.record.index(of: slot), case .oneOf(let values) = ruleBase.record.domains[index]
        {
            return Array(values)
        }
        guard let use = input.variables.first, let member = use.member, "\(use.name).\(member)" == input.text else {
            return nil
        }
        for condition in rule.conditions {
            guard case .pattern(let pattern) = condition, pattern.variable == use.name else { continue }
            let template = ruleBase.templates[pattern.template]
            let field = (template.key + template.fields).first { $0.name == member }
            if case .values(let values)? = field?.type { return values }
        }
        return nil
    }

    // MARK: What the rows make of them

    var diagnostics: [Diagnostic] {
        let combinations = Combinations(columns.map(\.values.count))
        let hits = combinations.all.map { place in
            passes.indices.filter { row in zip(passes[row], place).allSatisfy { $0[$1] } }
        }
        return [gap(hits, combinations), overlap(hits, combinations), unreachable(hits)].compactMap(\.self)
    }

    private func gap(_ hits: [[Int]], _ combinations: Combinations) -> Diagnostic? {
        let policy = table.policy
        guard !policy.givesList, !policy.computes, policy != .count, table.outputs.allSatisfy({ $0.whenNone == nil })
        else { return nil }
        for (index, place) in combinations.all.enumerated() where hits[index].isEmpty {
            for (column, size) in combinations.sizes.enumerated() where columns[column].isDense {
                func isHit(_ values: some Sequence<Int>) -> Bool {
                    values.contains { value in
                        var other = place
                        other[column] = value
                        return !hits[combinations.index(of: other)].isEmpty
                    }
                }
                if isHit(0..<place[column]), isHit(place[column] + 1..<size) {
                    return .gap(example(place), at: table.span)
                }
            }
        }
        return nil
    }

    private func overlap(_ hits: [[Int]], _ combinations: Combinations) -> Diagnostic? {
        guard table.policy == .unique || table.policy == .any else { return nil }
        for (index, rows) in hits.enumerated() where rows.count > 1 {
            let outputs = rows.map { table.rows[$0].outputs.map(\.text) }
            guard
                let other = outputs.indices.dropFirst().first(where: {
                    table.policy == .unique || outputs[$0] != outputs[0]
                })
            else { continue }
            return .overlap(
                example(combinations.all[index]), at: table.rows[rows[other]].span, first: table.rows[rows[0]].span)
        }
        return nil
    }

    private func unreachable(_ hits: [[Int]]) -> Diagnostic? {
        guard table.policy == .first else { return nil }
        let counting = Set(hits.compactMap(\.first))
        let hitting = Set(hits.joined())
        // That all rows behind one that always hits are idle, the reader tells.
        let always = table.decision.rules.firstIndex { $0.tests.allSatisfy { $0 == .any } } ?? table.rows.count
        guard
            let row = table.rows.indices.first(where: { $0 <= always && hitting.contains($0) && !counting.contains($0) }
            ),
            let example = hits.first(where: { $0.contains(row) })?.first
        else { return nil }
        return .neverFirst(at: table.rows[row].span, above: table.rows[example].span)
    }

    private func example(_ place: [Int]) -> String {
        zip(columns, place).map { column, index in
            let value = column.values[index]
            return "\(column.name) = \(value.kind == .string ? "\"\(value.text)\"" : value.text)"
        }.joined(separator: ", ")
    }
}

/// All ways to choose one value of each column.
private struct Combinations {
    let sizes: [Int]
    let all: [[Int]]

    init(_ sizes: [Int]) {
        self.sizes = sizes
        all = sizes.reduce([[]]) { places, size in places.flatMap { place in (0..<size).map { place + [$0] } } }
    }

    func index(of place: [Int]) -> Int { zip(sizes, place).reduce(0) { $0 * $1.0 + $1.1 } }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func notSearched(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, code: "table/not-searched",
            message: LocalizedText(
                nl: "deze tabel is te groot om er gaten, overlap en rijen die nooit tellen in te zoeken",
                en: "this table is too large to be searched for gaps, overlaps and rows that never count"),
            at: span,
            hint: LocalizedText(
                nl: "verdeel de tabel over twee tabellen, waarvan de tweede de uitkomst van de eerste leest",
                en: "divide the table into two, of which the second reads the result of the first"))
    }

    fileprivate static func gap(_ example: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, code: "table/gap",
            message: LocalizedText(
                nl: "deze tabel heeft een gat: bij \(example) raakt geen enkele rij",
                en: "this table has a gap: with \(example) no row hits"),
            at: span,
            hint: LocalizedText(
                nl: "voeg een rij toe, maak van < een <= of van > een >=, of zeg met default wat dan geldt",
                en: "add a row, make < a <= or > a >=, or say by default what counts then"))
    }

    fileprivate static func overlap(_ example: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, code: "table/overlap",
            message: LocalizedText(
                nl: "bij \(example) raakt deze rij samen met een andere",
                en: "with \(example) this row hits together with another"),
            at: span, related: [.init(LocalizedText(nl: "de andere rij", en: "the other row"), at: first)],
            hint: LocalizedText(
                nl: "begrens een van beide, of kies een policy die zegt welke telt: first of priority",
                en: "bound one of them, or choose a policy that says which counts: first or priority"))
    }

    fileprivate static func neverFirst(at span: SourceSpan, above: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, code: "table/unreachable-row",
            message: LocalizedText(
                nl: "deze rij telt nooit: waar zij raakt, raakt al een rij erboven",
                en: "this row never counts: wherever it hits, a row above hits already"),
            at: span, related: [.init(LocalizedText(nl: "een rij erboven", en: "a row above"), at: above)],
            hint: LocalizedText(nl: "zet de rij hoger, of haal haar weg", en: "move the row up, or remove it"))
    }
}
