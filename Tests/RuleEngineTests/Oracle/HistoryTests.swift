import RuleEngine
import TestSupport
import Testing

/// After any history of changes a session says what a fresh run on the same inputs says, and so does its naive twin.
@Suite struct HistoryTests {
    /// The whole number of sequences is tried when the environment asks for it; a sample of them otherwise.
    private static let sequences = FullRuns.isAsked ? 10_000 : 300

    @Test(arguments: [(seed: UInt64(31), relations: false), (seed: 32, relations: true)])
    func `a session that was changed step by step equals a fresh one`(seed: UInt64, relations: Bool) throws {
        var generator = try RuleSetGenerator(
            seed: seed, onlyListedValues: true, circles: true, relations: relations, expired: true)
        var random = SeededGenerator(seed: 5)
        var steps = 0
        var losses = 0
        for number in 0..<Self.sequences {
            let sample = generator.next()
            let orchard = Orchard(sample.rules)
            guard orchard.errors == [] else { continue }
            let network = Network(orchard.ruleBase)
            var session = Session(network, sample.inputs)
            for _ in 0..<6 {
                let change = Change.random(session.inputs.facts, using: &random)
                let reached = Set(session.facts(of: "reach").map { "\($0.fact.key) \($0.fact.isCertain)" })
                change.apply(to: &session)
                steps += 1
                let left = Set(session.facts(of: "reach").map { "\($0.fact.key) \($0.fact.isCertain)" })
                if !reached.isSubset(of: left) { losses += 1 }
                let fresh = Session(network, session.inputs)
                let (expected, actual) = (SessionText.wholeLines(fresh), SessionText.wholeLines(session))
                if expected == actual, fresh.diagnostics == session.diagnostics { continue }
                Issue.record(
                    """
                    \(number), after \(change): the session lacks
                    \(expected.filter { !actual.contains($0) }.joined(separator: "\n"))
                    and has
                    \(actual.filter { !expected.contains($0) }.joined(separator: "\n"))
                    \(sample.rules)
                    """)
                return
            }
            guard number.isMultiple(of: 20) else { continue }
            // The twin does not know of people who decide otherwise.
            session.inputs.overrules = []
            let twin = try #require(NaiveMatcher(orchard.ruleBase, session.inputs))
            #expect(SessionText.lines(session) == SessionText.lines(twin), "\(number):\n\(sample.rules)")
        }
        #expect(steps > Self.sequences * 4, "only \(steps) changes are tried")
        #expect(losses > Self.sequences / 4, "a circle lost facts or their certainty only \(losses) times")
    }
}

/// One change of what a session is told.
private enum Change {
    case value(String, ValueSet?)
    case assert(SessionInputs.InputFact)
    case retract(FindingID)
    case completeness(String, SessionInputs.Completeness?)
    case overrule(SessionInputs.Overrule?)

    /// - Parameter facts: those that are there; most facts that are taken away are among them.
    static func random(_ facts: [SessionInputs.InputFact], using random: inout SeededGenerator) -> Change {
        func fruit(_ random: inout SeededGenerator) -> String {
            Orchard.fruits.randomElement(using: &random) ?? "apple"
        }
        func number(_ range: ClosedRange<Int>, _ random: inout SeededGenerator) -> FEELValue {
            .number(FEELNumber(Int.random(in: range, using: &random)))
        }
        switch Int.random(in: 0..<16, using: &random) {
        case 0...3:
            let count = Int.random(in: 1...3, using: &random)
            return .value(
                Bool.random(using: &random) ? "x" : "y",
                ValueSet(oneOf: (0..<count).map { _ in number(0...4, &random) }))
        case 4:
            return .value(
                Bool.random(using: &random) ? "ripe" : "dry",
                Bool.random(using: &random) ? nil : .exactly(.boolean(Bool.random(using: &random))))
        case 5, 6:
            let sizes = (0..<Int.random(in: 1...2, using: &random)).map { _ in number(1...3, &random) }
            return .assert(
                .init(
                    template: "basket", key: [.string(fruit(&random))], fields: ["size": ValueSet(oneOf: sizes)],
                    isCertain: Bool.random(using: &random)))
        case 7: return .retract(FindingID(template: "basket", key: [fruit(&random)]))
        case 8, 12, 13:
            return .assert(
                .init(
                    template: "link", key: [.string(fruit(&random)), .string(fruit(&random))],
                    isCertain: Bool.random(using: &random)))
        case 14, 15:
            let link = facts.filter { $0.template == "link" }.randomElement(using: &random)
            return .retract(FindingID(template: "link", key: link?.key.map(\.text) ?? ["apple", "plum"]))
        case 9: return .retract(FindingID(template: "link", key: [fruit(&random), fruit(&random)]))
        case 10:
            return .completeness(
                Bool.random(using: &random) ? "basket" : "link", Bool.random(using: &random) ? nil : .complete)
        default:
            return .overrule(
                Bool.random(using: &random)
                    ? nil
                    : .init(
                        finding: FindingID(template: "fruit", key: [fruit(&random)]),
                        verdict: Bool.random(using: &random) ? .rejected : .added, reason: "a person knows better"))
        }
    }

    func apply(to session: inout Session) {
        switch self {
        case .value(let name, let set): session.set(.init(name: name), to: set)
        case .assert(let fact): session.assert(fact)
        case .retract(let finding): session.retract(finding)
        case .completeness(let template, let completeness): session.inputs.completeness[template] = completeness
        case .overrule(let overrule): session.inputs.overrules = overrule.map { [$0] } ?? []
        }
    }
}
