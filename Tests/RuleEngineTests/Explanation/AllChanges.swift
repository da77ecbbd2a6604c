import RuleEngine

/// Every change of at most three inputs of an orchard, tried one by one: the judge of the search for the smallest.
struct AllChanges {
    /// A set of changes with what the session then says of each fruit.
    struct Trial {
        let changes: [InputChange]
        let size: FEELNumber
        let states: [FindingState]
    }

    static let fruits = Orchard.fruits.map { FindingID(template: "fruit", key: [$0]) }
    private static let measures: [(name: String, values: [FEELValue])] = [
        ("x", (0...4).map { .number(FEELNumber($0)) }), ("y", (0...4).map { .number(FEELNumber($0)) }),
        ("ripe", [.boolean(true), .boolean(false)]), ("dry", [.boolean(true), .boolean(false)]),
    ]

    /// By the number of changes.
    let trials: [[Trial]]

    init(_ session: Session, atMost limit: Int) {
        let inputs = Self.changes(session)
        var sets: [[(input: Int, change: InputChange)]] = [[]]
        var trials: [[Trial]] = []
        for _ in 0..<limit {
            sets = sets.flatMap { set in
                inputs.indices.filter { $0 > set.last?.input ?? -1 }.flatMap { input in
                    inputs[input].map { set + [(input, $0)] }
                }
            }
            trials.append(sets.map { Self.trial($0.map(\.change), session) })
        }
        self.trials = trials
    }

    /// The fewest changes with the least size that reach a goal; `nil` when none within the limit do.
    func smallest(_ finding: FindingID, _ isReached: (FindingState) -> Bool) -> Trial? {
        guard let place = Self.fruits.firstIndex(of: finding) else { return nil }
        for level in trials {
            let reaching = level.filter { isReached($0.states[place]) }
            if let best = reaching.min(by: { $0.size < $1.size }) { return best }
        }
        return nil
    }

    private static func trial(_ changes: [InputChange], _ session: Session) -> Trial {
        var trial = session
        trial.inputs = session.inputs.changed(by: changes, in: session.ruleBase)
        let size = changes.map { self.size(of: $0, session) }.reduce(FEELNumber.zero, +)
        return Trial(changes: changes, size: size, states: fruits.map { trial.state(of: $0) })
    }

    /// Numbers by the width of their range, everything else as one.
    private static func size(of change: InputChange, _ session: Session) -> FEELNumber {
        guard case .value(let slot, .number(let new)) = change,
            case .exactly(.number(let old)) = session.value(of: slot)?.set
        else { return .one }
        return (new - old).magnitude.divided(by: FEELNumber(4)) ?? .zero
    }

    /// All other values of each input.
    private static func changes(_ session: Session) -> [[InputChange]] {
        var result = measures.map { measure -> [InputChange] in
            let slot = RecordSchema.Slot(name: measure.name)
            return measure.values.filter { session.inputs.values[slot] != .exactly($0) }.map { .value(slot, $0) }
        }
        for kind in Orchard.fruits {
            let basket = FindingID(template: "basket", key: [kind])
            var changes = (1...3).map { InputChange.field(basket, name: "size", .number(FEELNumber($0))) }
            if let fact = session.fact(basket)?.fact {
                let size = session.value(of: "size", in: fact)?.set.exactValue
                changes.removeAll { $0 == .field(basket, name: "size", size ?? .null) }
                changes.append(.absent(basket))
            } else {
                changes.append(.present(basket))
            }
            result.append(changes)
        }
        return result
    }
}
