/// Functions that make one value of a list.
extension Builtin {
    static let aggregates: [Builtin] = [
        Builtin(
            "count",
            documentation: .init(
                nl: "Telt de leden van een lijst.",
                en: "Counts the members of a list.",
                right: "count([1, 2, 3]) = 3",
                wrong: "count(null)"),
            wordings: [
                .value(nl: "het aantal leden van {0}", en: "the number of members of {0}")
            ], [.init("list", .list)], result: .count, lifted: { LiftedAggregates.count($0[0]) }
        ) { values in
            .value(.number(FEELNumber(values[0].members.count)))
        },
        extreme(
            "min",
            documentation: .init(
                nl: "Geeft het kleinste lid.",
                en: "Gives the least member.",
                right: "min(3, 1, 2) = 1",
                wrong: #"min([1, "a"])"#),
            wordings: [
                .value(nl: "de laagste van {*}", en: "the lowest of {*}")
            ], .less
        ) { LiftedAggregates.extreme($0, lowest: true) },
        extreme(
            "max",
            documentation: .init(
                nl: "Geeft het grootste lid.",
                en: "Gives the greatest member.",
                right: #"max(["a", "c", "b"]) = "c""#,
                wrong: #"max([1, "a"])"#),
            wordings: [
                .value(nl: "de hoogste van {*}", en: "the highest of {*}")
            ], .greater
        ) { LiftedAggregates.extreme($0, lowest: false) },
        aggregate(
            "sum",
            documentation: .init(
                nl: "Telt de leden op.",
                en: "Adds the members.",
                right: "sum([1, 2, 3]) = 6",
                wrong: #"sum([1, "a"])"#),
            wordings: [
                .value(nl: "de som van {*}", en: "the sum of {*}")
            ], lifted: LiftedAggregates.sum, total),
        aggregate(
            "mean",
            documentation: .init(
                nl: "Geeft het gemiddelde.",
                en: "Gives the mean.",
                right: "mean([1, 2, 6]) = 3",
                wrong: #"mean([1, "a"])"#),
            wordings: [
                .value(nl: "het gemiddelde van {*}", en: "the mean of {*}")
            ], lifted: LiftedAggregates.mean
        ) { members in
            guard case .value(let sum) = total(members) else { return total(members) }
            return FEELOperators.apply(.divide, sum, .number(FEELNumber(members.count)), timeZones: nil)
        },
        numbers(
            "product",
            documentation: .init(
                nl: "Vermenigvuldigt de leden.",
                en: "Multiplies the members.",
                right: "product([2, 3, 4]) = 24",
                wrong: #"product([2, "a"])"#),
            wordings: [
                .value(nl: "het product van {*}", en: "the product of {*}")
            ]
        ) { numbers in
            numbers.dropFirst().reduce(numbers.first) { $0?.multiplied(by: $1) }
        },
        numbers(
            "median",
            documentation: .init(
                nl: "Geeft het middelste lid, of het gemiddelde van de middelste twee.",
                en: "Gives the middle member, or the mean of the middle two.",
                right: "median([6, 1, 2, 3]) = 2.5",
                wrong: #"median([1, "a"])"#),
            wordings: [
                .value(nl: "de middelste waarde van {*}", en: "the median of {*}")
            ]
        ) { numbers in
            let sorted = numbers.sorted()
            guard let middle = sorted.dropFirst(sorted.count / 2).first else { return nil }
            guard sorted.count.isMultiple(of: 2) else { return middle }
            return sorted[sorted.count / 2 - 1].adding(middle)?.divided(by: 2)
        },
        numbers(
            "stddev",
            documentation: .init(
                nl: "Geeft de standaardafwijking van een steekproef.",
                en: "Gives the standard deviation of a sample.",
                details: LocalizedText(
                    nl: "Van één getal is er geen.", en: "There is none of a single number."),
                right: "stddev([2, 4, 6]) = 2",
                wrong: #"stddev([1, "a"])"#),
            wordings: [
                .value(nl: "de standaardafwijking van {*}", en: "the standard deviation of {*}")
            ], standardDeviation),
        Builtin(
            "mode",
            documentation: .init(
                nl: "Geeft de getallen die het vaakst voorkomen.",
                en: "Gives the numbers that occur most often.",
                right: "mode([6, 3, 9, 6, 6, 3, 3]) = [3, 6]",
                wrong: #"mode([1, "a"])"#),
            wordings: [
                .value(nl: "wat het vaakst voorkomt in {*}", en: "what occurs most often in {*}")
            ], signatures: listOrItems, result: .always(.list(of: .number))
        ) { values in
            guard let numbers = allNumbers(values[0].members) else { return .fault(.wrongArgument, .notAllNumbers) }
            return .value(.list(mostFrequent(numbers).map(FEELValue.number)))
        },
    ]

    private static let listOrItems = [
        Signature([Parameter("list", .list)]),
        Signature([Parameter("n", .list)], variadic: true),
    ]

    private static func aggregate(
        _ name: String, documentation: Documentation, wordings: [CallWording],
        lifted: @escaping @Sendable (ValueSet) -> ValueSet?,
        _ body: @escaping @Sendable ([FEELValue]) -> FEELComputation
    ) -> Builtin {
        Builtin(
            name, documentation: documentation, wordings: wordings, signatures: listOrItems, result: .total,
            lifted: { lifted($0[0]) }
        ) { body($0[0].members) }
    }

    /// An aggregate of numbers only; of an empty list it is null.
    private static func numbers(
        _ name: String, documentation: Documentation, wordings: [CallWording],
        _ body: @escaping @Sendable ([FEELNumber]) -> FEELNumber?
    ) -> Builtin {
        Builtin(
            name, documentation: documentation, wordings: wordings, signatures: listOrItems, result: .number
        ) { values in
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
        _ name: String, documentation: Documentation, wordings: [CallWording], _ wanted: FEELOrdering,
        lifted: @escaping @Sendable (ValueSet) -> ValueSet?
    ) -> Builtin {
        Builtin(
            name, documentation: documentation, wordings: wordings, signatures: listOrItems, result: .oneMember,
            lifted: { lifted($0[0]) },
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
        guard case .number(let number) = first else { return .fault(.wrongArgument, .notAllNumbers) }
        return sumOfNumbers(number, members.dropFirst())
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

// MARK: - Types

extension Builtin.Result {
    fileprivate static let count = Builtin.Result(hull: number.hull) { _ in
        .number(in: NumberInterval(low: 0, high: nil))
    }

    fileprivate static let oneMember = Builtin.Result {
        listed($0)?.restricted(to: Set(FEELValue.Kind.allCases.filter(\.hasOrder)))
    }

    fileprivate static let total = Builtin.Result { listed($0).map { $0.total } }

    /// The members of the list that an aggregate looks at: its only argument, or all of its arguments.
    private static func listed(_ arguments: [FEELType]) -> FEELType? {
        arguments.count == 1 ? arguments[0].members : .union(arguments)
    }
}

extension LocalizedText {
    fileprivate static let notAllNumbers = LocalizedText(
        nl: "De lijst moet alleen getallen bevatten.", en: "The list must hold numbers only.")

    fileprivate static let notAllComparable = LocalizedText(
        nl: "De leden van de lijst zijn niet met elkaar te vergelijken.",
        en: "The members of the list cannot be compared with each other.")
}
