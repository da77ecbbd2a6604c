import RuleEngine
import Testing

@testable import Analyst

struct QuestionOrderTests {
    @Test func `the rules of these tests have no errors`() {
        #expect(!VillageRules.reading.hasErrors, "\(VillageRules.reading.diagnostics.map(\.message.en))")
    }

    @Test func `the input that settles most in its worst case comes first`() throws {
        let ranking = QuestionOrder(try VillageRules.area()).ranking()
        #expect(
            ranking.map {
                "\($0.question.slot.path) \($0.answer.worst) \($0.answer.mean.rounded(toScale: 2, rule: .halfEven) ?? .zero)"
            } == [
                "bewoners.overlast 2 2.50", "bijstand 1 1.33", "ondernemers.leegstand 1 1.00",
                "ondernemers.overlast 0 0.50",
            ])
    }

    @Test func `a benchmark is never asked`() throws {
        let questions = QuestionOrder(try VillageRules.area(bijstand: "12")).questions
        #expect(!questions.contains { $0.slot.context == "nederland" })
    }

    @Test func `an input that no open conclusion waits for is not asked`() throws {
        let area = try VillageRules.area(answers: [
            "{ question: overlast, perspective: bewoners, value: false }"
        ])
        #expect(!QuestionOrder(area).questions.contains { $0.slot.path == "ondernemers.overlast" })
    }

    @Test func `closed inputs and other perspectives are left out`() throws {
        let area = try VillageRules.area()
        let closed: Set = [RecordSchema.Slot(context: "ondernemers", name: "leegstand")]
        let order = QuestionOrder(area, closed: closed, perspective: "ondernemers")
        #expect(order.questions.map(\.slot.path) == ["ondernemers.overlast"])
    }

    @Test func `a question says who answers, why, and which conclusions wait`() throws {
        let question = try #require(QuestionOrder(try VillageRules.area()).ranking().first?.question)
        #expect(question.perspectiveTitle.nl == "Bewoners")
        #expect(question.text.en == "Is there nuisance?")
        #expect(question.why.map(\.nl) == ["Cijfers missen veel."])
        #expect(question.part.nl == "Veiligheid")
        #expect(question.settles.map(\.description) == ["problem:onrust", "problem:angst", "problem:mijding"])
    }

    @Test func `a figure says whom to ask for it`() throws {
        let questions = QuestionOrder(try VillageRules.area()).questions
        let question = try #require(questions.first { $0.slot.path == "bijstand" })
        #expect(question.perspective == "registratie")
        #expect(question.why.map(\.en) == ["Ask for this figure at: CBS."])
    }

    @Test func `questions are tried in the order in which the report names what is waited for`() throws {
        let area = try Project.area("sheets/areas/breda-noord.yaml")
        let named = AreaConclusions(area).waiting.compactMap { waiting -> String? in
            guard case .slot(let slot) = area.session.reference(waiting.input) else { return nil }
            return slot.path
        }
        let asked = QuestionOrder(area).questions.map(\.slot.path)
        #expect(asked == named.filter { asked.contains($0) })
        #expect(asked.count > 25)
    }

    @Test func `a figure that was published after the day is not asked for`() throws {
        let late = try Project.area("sheets/areas/utrecht-overvecht.yaml", date: "2020-03-31")
        #expect(late.omissions["bijstand"] == .later)
        #expect(!QuestionOrder(late).questions.contains { $0.slot.path == "bijstand" })
        let area = try Project.area(
            "sheets/areas/utrecht-overvecht.yaml",
            edit: UnknownFigureTests.replacing("bijstand", with: "{ unknown: suppressed, source: kwb-2020 }"))
        #expect(QuestionOrder(area).questions.contains { $0.slot.path == "bijstand" })
    }
}
