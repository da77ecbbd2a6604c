import RuleEngine
import Testing

/// Which unknown inputs settle most.
@Suite struct NextQuestionTests {
    private static let rules = """
        a: x > 2 => fruit: { kind: apple }
        b: x > 3 ;; ripe => fruit: { kind: pear }
        c: dry => fruit: { kind: plum }
        """

    /// `x 1 2: x = 0 settles 2; …`
    private func text(_ question: NextQuestion) -> String {
        let name = if case .slot(let slot) = question.input { slot.path } else { "\(question.input)" }
        let cases = question.cases.map { "\(RobustnessTests.text($0.change)) \($0.settled.map { $0.key.joined() })" }
        return "\(name) \(question.worst) \(question.mean.rounded(toScale: 1, rule: .halfEven)?.description ?? "?"): "
            + cases.joined(separator: "; ")
    }

    @Test func `a number is split at the thresholds that meet it, and the worst case counts first`() throws {
        let session = try Orchard(Self.rules).session("")
        let questions = session.nextQuestions().questions
        #expect(
            questions.map(text) == [
                #"x 1 1.7: x = 0 ["apple", "pear"]; x = 3 ["apple", "pear"]; x = 4 ["apple"]"#,
                #"dry 1 1.0: dry = false ["plum"]; dry = true ["plum"]"#,
                #"ripe 0 0.5: ripe = false ["pear"]; ripe = true []"#,
            ])
        #expect(questions.map(\.waiting.count) == [2, 1, 1])
    }

    @Test func `a weight of the caller counts`() throws {
        let session = try Orchard(Self.rules).session("")
        let plum = FindingID(template: "fruit", key: ["plum"])
        let questions = session.nextQuestions(weights: [plum: 5]).questions
        #expect(questions.first?.input == .slot(.init(name: "dry")))
        #expect(questions.first?.worst == 5)
    }

    @Test func `only what is asked for and open is asked`() throws {
        let session = try Orchard(Self.rules).session("x = 1, dry = true")
        #expect(session.nextQuestions().questions.isEmpty)
        let open = try Orchard(Self.rules).session("x = 4")
        #expect(open.nextQuestions().questions.map(\.input) == [.slot(.init(name: "ripe")), .slot(.init(name: "dry"))])
        let some = open.nextQuestions(among: [.slot(.init(name: "ripe"))])
        #expect(some.questions.map(\.input) == [.slot(.init(name: "ripe"))])
        let fixed = open.nextQuestions(scale: InputScale(fixedSlots: [.init(name: "ripe")]))
        #expect(fixed.questions.map(\.input) == [.slot(.init(name: "dry"))])
    }

    @Test func `a budget that is met is told, and what most waits for is tried first`() throws {
        let session = try Orchard(Self.rules).session("")
        let cut = session.nextQuestions(limit: 3)
        #expect(cut.isCutOff && cut.runs == 3)
        #expect(cut.questions.map(\.input) == [.slot(.init(name: "x"))])
        #expect(!session.nextQuestions().isCutOff)
    }

    @Test func `whether a fact is there can be asked too`() throws {
        let session = try Orchard("a: { basket: b, kind: pear } => fruit: { kind: apple }").session("")
        let questions = session.nextQuestions().questions
        #expect(questions.map(\.input) == [.fact(FindingID(template: "basket", key: ["pear"]))])
        #expect(questions.first?.worst == 1)
    }
}
