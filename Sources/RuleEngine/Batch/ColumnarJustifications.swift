/// Why the conclusions of a columnar session hold or may hold: rows of whole numbers, made into records of a session on
/// demand.
package struct ColumnarJustifications: Sendable {
    /// One way in which a rule concludes a fact of a record.
    struct Row: BitwiseCopyable, Sendable {
        let record: Int32
        let rule: Int32
        let fact: Int32
        let isCertain: Bool
        /// Where the facts that met its conditions begin in `supports`.
        let start: Int32
    }

    private(set) var rows: [Row] = []
    /// Facts with a fixed row: twice the number, and one more when the fact is found. Those of one condition are led by
    /// how many there are.
    private(set) var supports: [Int32] = []

    package var count: Int { rows.count }

    /// Adds the conclusions of one rule.
    mutating func append(
        _ rule: Int, _ targets: [Int], _ bounds: ColumnarSession.Bounds, _ plan: RulePlan, _ certain: [[UInt64]],
        _ possible: [[UInt64]]
    ) {
        let looksAtFacts = plan.patterns.contains { $0 != nil }
        let looked = (plan.steps ?? []).compactMap { step -> [Int]? in
            switch step {
            case .test, .expression: nil
            case .present(let row): [row]
            case .absent(let rows), .exists(let rows), .count(let rows, _): rows
            }
        }
        let count = bounds.possible.reduce(0) { $0 + $1.nonzeroBitCount } * targets.count
        if rows.count + count > rows.capacity { rows.reserveCapacity(max(rows.count + count, 2 * rows.count)) }
        for word in bounds.possible.indices {
            var rest = bounds.possible[word]
            let sure = bounds.certain[word]
            while rest != 0 {
                let bit = rest.trailingZeroBitCount
                rest &= rest - 1
                let start = Int32(supports.count)
                if looksAtFacts { note(looked, word, UInt64(bit), certain, possible) }
                for target in targets {
                    rows.append(
                        Row(
                            record: Int32(truncatingIfNeeded: word << 6 + bit), rule: Int32(truncatingIfNeeded: rule),
                            fact: Int32(truncatingIfNeeded: target), isCertain: sure >> UInt64(bit) & 1 == 1,
                            start: start))
                }
            }
        }
    }

    private mutating func note(
        _ looked: [[Int]], _ word: Int, _ bit: UInt64, _ certain: [[UInt64]], _ possible: [[UInt64]]
    ) {
        for facts in looked {
            let index = supports.count
            supports.append(0)
            for fact in facts where !possible[fact].isEmpty && possible[fact][word] >> bit & 1 == 1 {
                supports.append(Int32(fact << 1 | Int(certain[fact][word] >> bit & 1)))
            }
            supports[index] = Int32(supports.count - index - 1)
        }
    }
}

extension ColumnarSession {
    /// One row of `justifications`: the rule, the fact that it concludes, and the facts that met its conditions.
    package struct Ground: Hashable, Sendable {
        package let record: Int
        package let rule: Int
        package let fact: Int32
        package let isCertain: Bool
        /// The facts that each condition about facts met, with whether each is found.
        package let facts: [[(fact: Int32, isCertain: Bool)]]

        package static func == (left: Ground, right: Ground) -> Bool {
            left.record == right.record && left.rule == right.rule && left.fact == right.fact
                && left.isCertain == right.isCertain
                && left.facts.elementsEqual(right.facts) { $0.elementsEqual($1) { $0 == $1 } }
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(record)
            hasher.combine(rule)
            hasher.combine(fact)
        }
    }

    package func ground(_ number: Int) -> Ground {
        let row = justifications.rows[number]
        let conditions = network.rules[Int(row.rule)].patterns.count { $0 != nil }
        var facts: [[(fact: Int32, isCertain: Bool)]] = []
        var index = Int(row.start)
        for _ in 0..<conditions {
            let count = Int(justifications.supports[index])
            facts.append(
                justifications.supports[index + 1..<index + 1 + count].map { ($0 >> 1, $0 & 1 == 1) })
            index += count + 1
        }
        return Ground(
            record: Int(row.record), rule: Int(row.rule), fact: row.fact, isCertain: row.isCertain, facts: facts)
    }

    /// A session on one record, to ask why: it says the same, with the values and unknown inputs behind each condition.
    package func session(of record: Int) -> Session {
        Session(network, SessionInputs(date: date, record: columns.recordRow(record, of: network)))
    }
}
