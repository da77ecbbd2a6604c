/// Functions that make one value of a list.
extension Builtin {
    static let aggregates: [Builtin] = [
        Builtin("count", [.init("list", .list)], result: .number, lifted: { LiftedAggregates.count($0[0]) }) { values in
            .value(.number(FEELNumber(values[0].members.count)))
        },
        extreme("min", .less) { LiftedAggregates.extreme($0, lowest: true) },
        extreme("max", .greater) { LiftedAggregates.extreme($0, lowest: false) },
        aggregate("sum", lifted: LiftedAggregates.sum, total),
        aggregate("mean", result: .anything, lifted: LiftedAggregates.mean) { members in
            guard case .value(let sum) = total(members) else { return total(members) }
            return FEELOperators.apply(.divide, sum, .number(FEELNumber(members.count)), timeZones: nil)
        },
        numbers("product") { numbers in
            numbers.dropFirst().reduce(numbers.first) { $0?.multiplied(by: $1) }
        },
        numbers("median") { numbers in
            let sorted = numbers.sorted()
            guard let middle = sorted.dropFirst(sorted.count / 2).first else { return nil }
            guard sorted.count.isMultiple(of: 2) else { return middle }
            return sorted[sorted.count / 2 - 1].adding(middle)?.divided(by: 2)
        },
        numbers("stddev", standardDeviation),
        Builtin("mode", signatures: listOrItems) { values in
            guard let numbers = allNumbers(values[0].members) else { return .fault(.wrongArgument, .notAllNumbers) }
            return .value(.list(mostFrequent(numbers).map(FEELValue.number)))
        },
    ]

    private static let listOrItems = [
        Signature([Parameter("list", .list)]),
        Signature([Parameter("n", .list)], variadic: true),
    ]

    private static func aggregate(
        _ name: String, result: Result = .anything,
        lifted: @escaping @Sendable (ValueSet) -> ValueSet?,
        _ body: @escaping @Sendable ([FEELValue]) -> FEELComputation
    ) -> Builtin {
        Builtin(name, signatures: listOrItems, result: result, lifted: { lifted($0[0]) }) { body($0[0].members) }
    }

    /// An aggregate of numbers only; of an empty list it is null.
    private static func numbers(
        _ name: String, _ body: @escaping @Sendable ([FEELNumber]) -> FEELNumber?
    ) -> Builtin {
        Builtin(name, signatures: listOrItems, result: .number) { values in
            guard let numbers = allNumbers(values[0].members) else { return .fault(.wrongArgument, .notAllNumbers) }
            guard !numbers.isEmpty else { return .value(.null) }
            return FEELOperators.number(body(numbers))
        }
    }

    private static func allNumbers(_ members: [FEELValue]) -> [FEELNumber]? {
        let numbers = members.compactMap { value -> FEELNumber? in
            if case .number(let number) = value { number } else { nil }
        }
        return numbers.count == members.count ? numbers : nil
    }

    /// The least or greatest member. Moments in named zones are told apart by the evaluator's rules for these.
    private static func extreme(
        _ name: String, _ wanted: FEELOrdering, lifted: @escaping @Sendable (ValueSet) -> ValueSet?
    ) -> Builtin {
        Builtin(
            name, listOrItems, result: .anything, lifted: { lifted($0[0]) },
            .reading { extreme($0[0].members, wanted, $1.timeZones) })
    }

    /// Null for an empty list.
    private static func extreme(
        _ members: [FEELValue], _ wanted: FEELOrdering, _ timeZones: (any TimeZoneRules)?
    ) -> FEELComputation {
        guard var best = members.first else { return .value(.null) }
        // A single member must have an order as well.
        guard best.kind.hasOrder else { return .fault(.notComparable, .notAllComparable) }
        for member in members.dropFirst() {
            guard let ordering = member.compare(best, timeZones: timeZones) else {
                return .fault(.notComparable, .notAllComparable)
            }
            if ordering == wanted { best = member }
        }
        return .value(best)
    }

    /// The sum of numbers, or of durations of one kind; null for an empty list.
    private static func total(_ members: [FEELValue]) -> FEELComputation {
        guard let first = members.first else { return .value(.null) }
        switch first {
        case .number(let number): return sumOfNumbers(number, members.dropFirst())
        case .daysDuration, .monthsDuration: break
        default: return .fault(.wrongArgument, .notAllNumbers)
        }
        var sum = first
        for member in members.dropFirst() {
            guard member.kind == first.kind else { return .fault(.wrongArgument, .notAllNumbers) }
            let next = FEELOperators.apply(.add, sum, member, timeZones: nil)
            guard case .value(let value) = next else { return next }
            sum = value
        }
        return .value(sum)
    }

    private static func sumOfNumbers(_ first: FEELNumber, _ rest: ArraySlice<FEELValue>) -> FEELComputation {
        var sum: FEELNumber? = first
        for member in rest {
            guard case .number(let number) = member else { return .fault(.wrongArgument, .notAllNumbers) }
            sum = sum?.adding(number)
        }
        return FEELOperators.number(sum)
    }

    /// The standard deviation of a sample.
    private static func standardDeviation(_ numbers: [FEELNumber]) -> FEELNumber? {
        guard numbers.count > 1 else { return nil }
        let sum = numbers.reduce(FEELNumber(0)) { (sum: FEELNumber?, number) in sum?.adding(number) }
        guard let mean = sum?.divided(by: FEELNumber(numbers.count)) else { return nil }
        var squares: FEELNumber? = 0
        for number in numbers {
            guard let distance = number.subtracting(mean), let square = distance.multiplied(by: distance) else {
                return nil
            }
            squares = squares?.adding(square)
        }
        return squares?.divided(by: FEELNumber(numbers.count - 1))?.squareRoot()
    }

    /// The numbers that occur most often, in ascending order.
    private static func mostFrequent(_ numbers: [FEELNumber]) -> [FEELNumber] {
        var counts: [(number: FEELNumber, count: Int)] = []
        for number in numbers.sorted() {
            if let last = counts.last, last.number == number {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((number, 1))
            }
        }
        let most = counts.map(\.count).max()
        return counts.filter { $0.count == most }.map(\.number)
    }
}

extension LocalizedText {
    fileprivate static let notAllNumbers = LocalizedText(
        nl: "De lijst moet alleen getallen bevatten.", en: "The list must hold numbers only.")

    fileprivate static let notAllComparable = LocalizedText(
        nl: "De leden van de lijst zijn niet met elkaar te vergelijken.",
        en: "The members of the list cannot be compared with each other.")
}
