import RuleEngine
import Testing

@testable import Analyst

struct QuestionOrderTests {
    @Test func `the rules of these tests have no errors`() {
        #expect(!VillageRules.reading.hasErrors, "\(VillageRules.reading.diagnostics.map(\.message.en))")
    }

    @Test func `the input that settles most in its worst case comes first`() throws {
        let ranking = QuestionOrder(try VillageRules.session()).ranking()
        #expect(
            ranking.map {
                "\($0.question.slot.path) \($0.answer.worst) \($0.answer.mean.rounded(toScale: 2, rule: .halfEven) ?? .zero)"
            } == [
                "bewoners.overlast 2 2.50", "bijstand 1 1.33", "ondernemers.leegstand 1 1.00",
                "ondernemers.overlast 0 0.50",
            ])
    }

    @Test func `a benchmark is never asked`() throws {
        let questions = QuestionOrder(try VillageRules.session(bijstand: "12")).questions
        #expect(!questions.contains { $0.slot.context == "nederland" })
    }

    @Test func `an input that no open conclusion waits for is not asked`() throws {
        let session = try VillageRules.session(answers: [
            "{ question: overlast, perspective: bewoners, value: false }"
        ])
        #expect(!QuestionOrder(session).questions.contains { $0.slot.path == "ondernemers.overlast" })
    }

    @Test func `closed inputs and other perspectives are left out`() throws {
        let session = try VillageRules.session()
        let closed: Set = [RecordSchema.Slot(context: "ondernemers", name: "leegstand")]
        let order = QuestionOrder(session, closed: closed, perspective: "ondernemers")
        #expect(order.questions.map(\.slot.path) == ["ondernemers.overlast"])
    }

    @Test func `a question says who answers, why, and which conclusions wait`() throws {
        let question = try #require(QuestionOrder(try VillageRules.session()).ranking().first?.question)
        #expect(question.perspectiveTitle.nl == "Bewoners")
        #expect(question.text.en == "Is there nuisance?")
        #expect(question.why.map(\.nl) == ["Cijfers missen veel."])
        #expect(question.part.nl == "Veiligheid")
        #expect(question.settles.map(\.description) == ["problem:onrust", "problem:angst", "problem:mijding"])
    }

    @Test func `a figure says whom to ask for it`() throws {
        let questions = QuestionOrder(try VillageRules.session()).questions
        let question = try #require(questions.first { $0.slot.path == "bijstand" })
        #expect(question.perspective == "registratie")
        #expect(question.why.map(\.en) == ["Ask for this figure at: CBS."])
    }
}
