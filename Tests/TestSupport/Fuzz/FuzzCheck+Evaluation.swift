internal import RuleEngine

// Evaluation with all inputs known, and with some not known: the first result is one of those that the second allows.

extension FuzzCheck {
    /// What an input is known to be, and what it really is.
    private static let inputs: [(name: String, value: FEELValue, set: ValueSet)] = [
        ("x", number(3), .numbers(NumberInterval(low: FEELNumber(0), high: FEELNumber(10)), orNull: false)),
        ("y", number(-2), ValueSet(oneOf: [number(-2), .null, number(7)])),
        ("s", .string("aab"), ValueSet(oneOf: [.string("aab"), .string("")])),
        ("p", .boolean(true), ValueSet(oneOf: [.boolean(true), .boolean(false)])),
        (
            "l", .list([number(1), number(3), number(2)]),
            .list(
                UncertainList(
                    members: [1, 3, 2].map { .init(.exactly(number($0)), certain: $0 != 3) }, unordered: false))
        ),
        ("c", .context(FEELContext([.init(key: "a", value: number(1))])), .anything),
        ("d", FEELDate("2020-02-29").map(FEELValue.date) ?? .null, .anything),
    ]

    private static func number(_ value: Int) -> FEELValue { .number(FEELNumber(value)) }

    private static let known = FEELDictionaryScope(
        Dictionary(uniqueKeysWithValues: inputs.map { ($0.name, UncertainValue($0.value)) }))

    private static let unknown = FEELDictionaryScope(
        Dictionary(
            uniqueKeysWithValues: inputs.enumerated().map { number, input in
                (input.name, UncertainValue(input.set, origins: [InputID(Int32(number))]))
            }))

    private static let places = FEELNameList(inputs.map(\.name))
    private static let row = FEELSlotArray(inputs.map { UncertainValue($0.value) })

    func evaluationFault(_ tree: FEELExpression) -> String? {
        let exact = evaluator.evaluate(tree, in: Self.known)
        let placed = evaluator.evaluate(evaluator.compile(tree, for: Self.places), in: Self.row)
        // Parts that came down to their value in advance take no steps, and no levels.
        let isLimited = (exact.notes + placed.notes).contains { $0.kind == .limit }
        // Functions are the same when their texts are: with places they take values along, without they ask for them.
        let texts = [placed, exact].map(\.result.set.description)
        if !isLimited, texts[0] != texts[1] { return "\(texts[0]) with places, \(texts[1]) without" }
        return fault(exact: exact, lifted: evaluator.evaluate(tree, in: Self.unknown))
    }

    func evaluationFault(_ tests: FEELUnaryTests) -> String? {
        let input = Self.inputs[0]
        return fault(
            exact: evaluator.evaluate(tests, on: UncertainValue(input.value), in: Self.known),
            lifted: evaluator.evaluate(tests, on: UncertainValue(input.set, origins: [InputID(0)]), in: Self.unknown))
    }

    private func fault(exact: FEELOutcome, lifted: FEELOutcome) -> String? {
        if (exact.notes + lifted.notes).contains(where: { $0.message.nl.isEmpty || $0.message.en.isEmpty }) {
            return "a note without a text"
        }
        guard let value = exact.result.set.exactValue else { return "what is known gives what is not known" }
        // A limit may stop one of the two where it does not stop the other.
        guard !(exact.notes + lifted.notes).contains(where: { $0.kind == .limit }) else { return nil }
        guard lifted.result.set.contains(value) else {
            return "\(lifted.result.set) does not allow \(ValueSet.exactly(value))"
        }
        // What a result is used for: to be shown, compared, and kept in sets.
        let text = value.text
        return text.isEmpty && value != .string("") && value != .string(text) ? "a value without a text" : nil
    }
}
