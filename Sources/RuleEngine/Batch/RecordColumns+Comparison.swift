extension RecordColumns {
    /// The records that meet a comparison, certainly or possibly.
    func bounds(of comparison: ColumnarPlan.Comparison) -> ColumnarSession.Bounds {
        switch (comparison.left.slot, comparison.right.slot) {
        case (let slot?, nil):
            bounds(
                comparison, slot,
                Bound(
                    comparison.relation, of: comparison.left.factor, with: comparison.right.factor,
                    columns[slot].exponent, isLeft: true))
        case (nil, let slot?):
            bounds(
                comparison, slot,
                Bound(
                    comparison.relation, of: comparison.right.factor, with: comparison.left.factor,
                    columns[slot].exponent, isLeft: false))
        case (let left?, let right?): bounds(comparison, left, right)
        case (nil, nil): byValue(comparison)
        }
    }

    /// A comparison of a whole number with a fixed one.
    private enum Bound {
        case below(Int64)
        case above(Int64)
        case equal(Int64)
        case other(Int64)
        case always
        case never
        /// The numbers do not fit.
        case unclear

        /// - Parameters:
        ///   - factor: what the column is multiplied by.
        ///   - constant: the other side.
        ///   - isLeft: the column stands on the left.
        init(
            _ relation: ScalarTest.Relation, of factor: FEELNumber, with constant: FEELNumber, _ exponent: Int32,
            isLeft: Bool
        ) {
            guard !factor.isZero, !factor.isNegative,
                let quotient = constant.divided(by: factor)
            else {
                self = .unclear
                return
            }
            // coefficient × 10^exponent × factor < constant  ⇔  coefficient < quotient / 10^exponent
            guard let limit = quotient.multiplied(by: FEELNumber(small: 1, exponent: Int(-exponent))),
                quotient.multiplied(by: factor) == constant,
                let floor = limit.rounded(toScale: 0, rule: .floor), let low = floor.integerValue
            else {
                self = .unclear
                return
            }
            let isWhole = floor == limit
            let whole = Int64(low)
            guard whole > .min + 1, whole < .max - 1 else {
                self = .unclear
                return
            }
            switch (relation, isLeft) {
            case (.less, true): self = .below(isWhole ? whole : whole + 1)
            case (.atMost, true): self = .below(whole + 1)
            case (.less, false): self = .above(whole)
            case (.atMost, false): self = .above(isWhole ? whole - 1 : whole)
            case (.equal, _): self = isWhole ? .equal(whole) : .never
            case (.notEqual, _): self = isWhole ? .other(whole) : .always
            }
        }
    }

    private func bounds(
        _ comparison: ColumnarPlan.Comparison, _ slot: Int, _ bound: Bound
    ) -> ColumnarSession.Bounds {
        let column = columns[slot]
        if case .unclear = bound { return byValue(comparison) }
        // What an unknown cell gives is the same for all records.
        let open = truth(comparison, left: record.domains, right: record.domains)
        var certain = [UInt64](repeating: 0, count: column.known.count)
        column.coefficients.withUnsafeBufferPointer { cells in
            for word in certain.indices {
                let first = word << 6
                switch bound {
                case .below(let limit): certain[word] = Self.word { cells[first + $0] < limit }
                case .above(let limit): certain[word] = Self.word { cells[first + $0] > limit }
                case .equal(let wanted): certain[word] = Self.word { cells[first + $0] == wanted }
                case .other(let unwanted): certain[word] = Self.word { cells[first + $0] != unwanted }
                case .always: certain[word] = .max
                case .never, .unclear: break
                }
            }
        }
        return withUnknown(certain, column.known, open)
    }

    /// 64 comparisons as one word.
    @inline(__always)
    private static func word(_ holds: (Int) -> Bool) -> UInt64 {
        var result: UInt64 = 0
        for index in 0..<64 { result |= (holds(index) ? 1 : 0) << UInt64(index) }
        return result
    }

    private func withUnknown(_ holds: [UInt64], _ known: [UInt64], _ open: Ternary) -> ColumnarSession.Bounds {
        var certain = holds
        var possible = holds
        let isCertain = open == .true
        let isPossible = open.contains(.true)
        for word in holds.indices {
            let mask = word == holds.count - 1 && count & 63 != 0 ? (1 << UInt64(count & 63)) - 1 : UInt64.max
            let unknown = ~known[word] & mask
            certain[word] = (holds[word] & known[word]) | (isCertain ? unknown : 0)
            possible[word] = (holds[word] & known[word]) | (isPossible ? unknown : 0)
        }
        return ColumnarSession.Bounds(certain: certain, possible: possible)
    }

    /// Two columns: both sides in whole numbers of one exponent.
    private func bounds(_ comparison: ColumnarPlan.Comparison, _ left: Int, _ right: Int) -> ColumnarSession.Bounds {
        guard let (one, two) = scales(comparison, columns[left], columns[right]) else { return byValue(comparison) }
        var holds = [UInt64](repeating: 0, count: columns[left].known.count)
        columns[left].coefficients.withUnsafeBufferPointer { first in
            columns[right].coefficients.withUnsafeBufferPointer { second in
                for word in holds.indices {
                    let rows = word << 6
                    // The products fit, as the scales were chosen so.
                    switch comparison.relation {
                    case .less: holds[word] = Self.word { first[rows + $0] &* one < second[rows + $0] &* two }
                    case .atMost: holds[word] = Self.word { first[rows + $0] &* one <= second[rows + $0] &* two }
                    case .equal: holds[word] = Self.word { first[rows + $0] &* one == second[rows + $0] &* two }
                    case .notEqual: holds[word] = Self.word { first[rows + $0] &* one != second[rows + $0] &* two }
                    }
                }
            }
        }
        var result = ColumnarSession.Bounds(certain: holds, possible: holds)
        var unknown = HalfKnown(self, comparison, left, right)
        for word in holds.indices {
            let known = columns[left].known[word] & columns[right].known[word]
            result.certain[word] &= known
            result.possible[word] &= known
            var rest = ~known
            if word == holds.count - 1, count & 63 != 0 { rest &= (1 << UInt64(count & 63)) - 1 }
            while rest != 0 {
                let bit = rest.trailingZeroBitCount
                rest &= rest - 1
                let truth = unknown.truth(of: word << 6 + bit)
                if truth == .true { result.certain[word] |= 1 << UInt64(bit) }
                if truth.contains(.true) { result.possible[word] |= 1 << UInt64(bit) }
            }
        }
        return result
    }

    /// What a comparison of two columns gives for records of which a side is not known.
    ///
    /// The larger the side that is known, the nearer is "less than" to true, or the farther from it. So numbers between
    /// two that gave the same give that too, and few are worked out.
    private struct HalfKnown {
        private let columns: RecordColumns
        private let comparison: ColumnarPlan.Comparison
        private let left: Int
        private let right: Int
        /// What records give of which the left side is known, and of which the right side is.
        private var ofLeft = Ranges()
        private var ofRight = Ranges()
        private var neither: Ternary?

        /// What numbers from `low` to `high` give.
        private struct Ranges {
            private var ranges: [(low: Int64, high: Int64, truth: Ternary)] = []

            func truth(of number: Int64) -> Ternary? {
                ranges.first { $0.low <= number && number <= $0.high }?.truth
            }

            mutating func note(_ truth: Ternary, of number: Int64) {
                if let index = ranges.firstIndex(where: { $0.truth == truth }) {
                    ranges[index].low = min(ranges[index].low, number)
                    ranges[index].high = max(ranges[index].high, number)
                } else {
                    ranges.append((number, number, truth))
                }
            }
        }

        init(_ columns: RecordColumns, _ comparison: ColumnarPlan.Comparison, _ left: Int, _ right: Int) {
            (self.columns, self.comparison, self.left, self.right) = (columns, comparison, left, right)
        }

        mutating func truth(of row: Int) -> Ternary {
            let (one, two) = (columns.columns[left], columns.columns[right])
            let isKnown = (one.isKnown(row), two.isKnown(row))
            let known: Ternary? =
                switch isKnown {
                case (true, _): ofLeft.truth(of: one.coefficients[row])
                case (_, true): ofRight.truth(of: two.coefficients[row])
                case (false, false): neither
                }
            if let known { return known }
            let truth = columns.truth(comparison, of: row)
            switch (comparison.relation, isKnown) {
            case (_, (false, false)): neither = truth
            case (.equal, _), (.notEqual, _): break
            case (.less, (true, _)), (.atMost, (true, _)): ofLeft.note(truth, of: one.coefficients[row])
            case (.less, (_, true)), (.atMost, (_, true)): ofRight.note(truth, of: two.coefficients[row])
            }
            return truth
        }
    }

    /// What the coefficients of two columns are multiplied by to be compared as they stand; `nil` when that does not
    /// fit.
    private func scales(_ comparison: ColumnarPlan.Comparison, _ left: Column, _ right: Column) -> (Int64, Int64)? {
        guard case .small(let one, let first) = comparison.left.factor.storage,
            case .small(let two, let second) = comparison.right.factor.storage
        else { return nil }
        let distance = Int(left.exponent) + Int(first) - Int(right.exponent) - Int(second)
        guard let unit = Column.power(abs(distance)) else { return nil }
        func scale(_ factor: Int64, _ unit: Int64, _ greatest: UInt64) -> Int64? {
            let (scale, overflow) = factor.multipliedReportingOverflow(by: unit)
            guard !overflow, scale != 0, greatest.multipliedReportingOverflow(by: scale.magnitude).overflow == false,
                greatest * scale.magnitude <= UInt64(Int64.max)
            else { return nil }
            return scale
        }
        guard let a = scale(one, distance > 0 ? unit : 1, left.greatest),
            let b = scale(two, distance < 0 ? unit : 1, right.greatest)
        else { return nil }
        return (a, b)
    }

    // MARK: One by one

    /// Each record by itself, as a session does it.
    private func byValue(_ comparison: ColumnarPlan.Comparison) -> ColumnarSession.Bounds {
        let words = (count + 63) / 64
        var result = ColumnarSession.Bounds(
            certain: Array(repeating: 0, count: words), possible: Array(repeating: 0, count: words))
        for row in 0..<count {
            let truth = truth(comparison, of: row)
            if truth == .true { result.certain[row >> 6] |= 1 << UInt64(row & 63) }
            if truth.contains(.true) { result.possible[row >> 6] |= 1 << UInt64(row & 63) }
        }
        return result
    }

    private func truth(_ comparison: ColumnarPlan.Comparison, of row: Int) -> Ternary {
        func set(_ term: ColumnarPlan.Term) -> ValueSet {
            term.set(of: term.slot.map { value($0, of: row) })
        }
        return comparison.relation.truth(set(comparison.left), set(comparison.right))
    }

    /// What the comparison gives where nothing is known of the values.
    private func truth(_ comparison: ColumnarPlan.Comparison, left: [ValueSet], right: [ValueSet]) -> Ternary {
        comparison.relation.truth(
            comparison.left.set(of: comparison.left.slot.map { left[$0] }),
            comparison.right.set(of: comparison.right.slot.map { right[$0] }))
    }
}

extension ColumnarPlan.Term {
    /// The term where its value is one of a set.
    fileprivate func set(of value: ValueSet?) -> ValueSet {
        guard let value else { return .exactly(.number(factor)) }
        guard factor != FEELNumber(1) else { return value }
        if case .exactly(.number(let number)) = value {
            return .exactly(number.multiplied(by: factor).map { .number($0) } ?? .null)
        }
        return LiftedArithmetic.apply(.multiply, value, .exactly(.number(factor)))
    }
}

extension ScalarTest.Relation {
    fileprivate func truth(_ left: ValueSet, _ right: ValueSet) -> Ternary {
        switch self {
        case .less: LiftedComparison.less(left, right)
        case .atMost: LiftedComparison.atMost(left, right)
        case .equal: LiftedComparison.equal(left, right)
        case .notEqual: LiftedComparison.equal(left, right).negated
        }
    }
}
