/// A rule base applied to many records in one pass: for each record what a `Session` on it would say.
///
/// Rules that only compare numbers of the record and ask which facts are there are run a column at a time, 64 records to a
/// word (see `ColumnarPlan`). In both bounds: a bit for what holds and one for what may hold.
///
///     if let batch = ColumnarSession(network, columns, on: date) {
///         for conclusion in batch.conclusions where conclusion.isCertain {
///             print(conclusion.record, batch.finding(conclusion.fact))
///         }
///     }
///
/// Order: conclusion by conclusion as rules are decided, and for each of them record by record. Rules that need more
/// (dates, texts, patterns with variables, fields of facts) are beyond it; then there is no batch, and each record takes
/// a `Session` of its own.
public struct ColumnarSession: Sendable {
    /// A fact of one record.
    public struct Conclusion: Hashable, Sendable, BitwiseCopyable {
        /// The record, by its row in the columns.
        public let record: Int32
        /// The fact, numbered as in every session over the network.
        public let fact: Int32
        /// The fact is found; otherwise it is open.
        public let isCertain: Bool
    }

    /// The conclusions of one rule over all records, counted.
    package struct Firings: Hashable, Sendable, BitwiseCopyable {
        package let rule: Int
        /// All conditions hold.
        package let certain: Int
        /// All conditions hold or may hold.
        package let possible: Int
    }

    package let network: Network
    package let columns: RecordColumns
    let date: FEELDate
    /// The facts of all records, fact by fact in the order in which rules conclude them, and then record by record.
    public private(set) var conclusions: [Conclusion] = []
    /// How often each rule concludes something, in the order in which rules are decided; rules that are not valid on the
    /// day are left out.
    package private(set) var firings: [Firings] = []
    /// Why they hold, where that was asked for.
    package private(set) var justifications = ColumnarJustifications()
    /// The number of justifications, where they were asked for; else 0.
    public var justificationCount: Int { justifications.count }
    /// By fixed row: the records of which the fact is found, and those of which it is found or open.
    private var certain: [[UInt64]]
    private var possible: [[UInt64]]

    /// Runs the rules on all records.
    ///
    /// - Parameter recordingJustifications: keep for each conclusion which rule and which facts it rests on.
    /// - Returns: `nil` when a rule needs more than columns hold; a `Session` on each record can do it then.
    public init?(
        _ network: Network, _ columns: RecordColumns, on date: FEELDate, recordingJustifications: Bool = false
    ) {
        guard let plan = ColumnarPlan(network, on: date) else { return nil }
        self.network = network
        self.columns = columns
        self.date = date
        certain = Array(repeating: [], count: network.rows.count)
        possible = certain
        run(plan, recordingJustifications)
    }

    /// What a session on that record says of a fact with a fixed row.
    public func state(of fact: Int32, record: Int) -> FindingState {
        func holds(_ bits: [UInt64]) -> Bool { !bits.isEmpty && bits[record >> 6] >> UInt64(record & 63) & 1 == 1 }
        return holds(certain[Int(fact)]) ? .found : holds(possible[Int(fact)]) ? .open : .refuted
    }

    /// The id of a fact as reports and commands write it.
    public func finding(_ fact: Int32) -> FindingID {
        let (template, key) = network.rows.keys[Int(fact)]
        return FindingID(
            template: network.ruleBase.templates[template].name, key: key.map { $0.exactValue?.text ?? "*" })
    }

    /// Two bits for each record: what holds, and what may hold.
    struct Bounds {
        var certain: [UInt64]
        var possible: [UInt64]
    }

    // MARK: The pass

    private mutating func run(_ plan: ColumnarPlan, _ isRecording: Bool) {
        let comparisons = plan.comparisons.map { columns.bounds(of: $0) }
        var order: [Int] = []
        for rule in plan.rules {
            let bounds = bounds(of: rule.condition, comparisons)
            func count(_ bits: [UInt64]) -> Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } * rule.targets.count }
            firings.append(Firings(rule: rule.rule, certain: count(bounds.certain), possible: count(bounds.possible)))
            for target in rule.targets {
                if possible[target].isEmpty {
                    order.append(target)
                    certain[target] = bounds.certain
                    possible[target] = bounds.possible
                } else {
                    for word in bounds.certain.indices {
                        certain[target][word] |= bounds.certain[word]
                        possible[target][word] |= bounds.possible[word]
                    }
                }
            }
            if isRecording {
                justifications.append(rule.rule, rule.targets, bounds, network.rules[rule.rule], certain, possible)
            }
        }
        conclusions.reserveCapacity(
            order.reduce(0) { sum, fact in sum + possible[fact].reduce(0) { $0 + $1.nonzeroBitCount } })
        for fact in order { list(fact) }
    }

    private mutating func list(_ fact: Int) {
        for word in possible[fact].indices {
            var rest = possible[fact][word]
            let sure = certain[fact][word]
            while rest != 0 {
                let bit = rest.trailingZeroBitCount
                rest &= rest - 1
                conclusions.append(
                    Conclusion(
                        record: Int32(word << 6 + bit), fact: Int32(fact), isCertain: sure >> UInt64(bit) & 1 == 1))
            }
        }
    }

    private func bounds(of condition: ColumnarPlan.Condition, _ comparisons: [Bounds]) -> Bounds {
        switch condition {
        case .comparison(let number): return comparisons[number]
        case .all(let parts): return joined(parts, comparisons, &)
        case .any(let parts): return joined(parts, comparisons, |)
        case .present(let row): return facts(row)
        case .exists(let rows):
            return rows.reduce(none) { combined($0, facts($1), |) }
        case .absent(let rows):
            // What is certainly absent is what is not even possible.
            let there = rows.reduce(none) { combined($0, facts($1), |) }
            return Bounds(certain: inverted(there.possible), possible: inverted(there.certain))
        case .atLeast(let number, let rows):
            return Bounds(
                certain: count(rows, certain, atLeast: number), possible: count(rows, possible, atLeast: number))
        case .fewerThan(let number, let rows):
            return Bounds(
                certain: inverted(count(rows, possible, atLeast: number)),
                possible: inverted(count(rows, certain, atLeast: number)))
        }
    }

    private func joined(
        _ parts: [ColumnarPlan.Condition], _ comparisons: [Bounds], _ operation: (UInt64, UInt64) -> UInt64
    ) -> Bounds {
        guard let first = parts.first else { return Bounds(certain: all, possible: all) }
        return parts.dropFirst().reduce(bounds(of: first, comparisons)) {
            combined($0, bounds(of: $1, comparisons), operation)
        }
    }

    @inline(__always)
    private func combined(_ left: Bounds, _ right: Bounds, _ operation: (UInt64, UInt64) -> UInt64) -> Bounds {
        var result = left
        for word in result.certain.indices {
            result.certain[word] = operation(result.certain[word], right.certain[word])
            result.possible[word] = operation(result.possible[word], right.possible[word])
        }
        return result
    }

    private func facts(_ row: Int) -> Bounds {
        possible[row].isEmpty ? none : Bounds(certain: certain[row], possible: possible[row])
    }

    private var none: Bounds {
        let zeros = [UInt64](repeating: 0, count: (columns.count + 63) / 64)
        return Bounds(certain: zeros, possible: zeros)
    }

    /// A bit for each record.
    private var all: [UInt64] { inverted(none.certain) }

    private func inverted(_ bits: [UInt64]) -> [UInt64] {
        var result = bits.map { ~$0 }
        let rest = columns.count & 63
        if rest != 0, let last = result.indices.last { result[last] &= 1 << UInt64(rest) - 1 }
        return result
    }

    /// The records of which at least so many of the facts are there: a counter of a few bits for each record, kept as one
    /// word per bit for 64 records at once.
    private func count(_ rows: [Int], _ facts: [[UInt64]], atLeast number: Int) -> [UInt64] {
        guard number > 0 else { return all }
        let present = rows.filter { !facts[$0].isEmpty }
        guard present.count >= number else { return none.certain }
        let digits = Int.bitWidth - present.count.leadingZeroBitCount
        var result = none.certain
        var counter = [UInt64](repeating: 0, count: digits)
        for word in result.indices {
            for digit in 0..<digits { counter[digit] = 0 }
            for row in present {
                var carry = facts[row][word]
                var digit = 0
                while carry != 0 {
                    let sum = counter[digit] ^ carry
                    carry &= counter[digit]
                    counter[digit] = sum
                    digit += 1
                }
            }
            // Counter ≥ number, compared from the highest digit down.
            var greater: UInt64 = 0
            var equal = UInt64.max
            for digit in (0..<digits).reversed() {
                let wanted: UInt64 = number >> digit & 1 == 1 ? .max : 0
                greater |= equal & counter[digit] & ~wanted
                equal &= ~(counter[digit] ^ wanted)
            }
            result[word] = greater | equal
        }
        return result
    }
}
