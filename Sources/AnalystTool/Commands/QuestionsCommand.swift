import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst questions`: which questions would settle most, and what each answer decides.
struct QuestionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions", abstract: "Welke vragen helpen het meest? / Which questions help most?",
        discussion: "analyst questions sheets/areas/rotterdam-zuid.yaml --limit 5")

    @Argument(help: "Feitenblad. / Fact sheet.")
    var sheet: String

    @Option(help: "Hoeveel vragen. / How many questions.")
    var limit = 5

    @Option(help: "Alleen vragen aan deze groep. / Only questions to this group.")
    var perspective: String?

    @Option(help: "Vorm: text of json. / Format: text or json.")
    var format: AnswerFormat = .text

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit: 1, 2, 3, …") }
    }

    func run() throws {
        let date = try common.analysisDate()
        let library = try common.library()
        let sheet = try common.sheet(sheet, for: library.ruleBase)
        let area = AreaSession(sheet, under: common.compiled(library), on: date)
        let order = QuestionOrder(
            area, closed: Set(sheet.answers(until: date).map(\.slot)), perspective: perspective)
        let ranks = Array(order.ranking().prefix(limit))
        switch format {
        case .text:
            let lines = ExplanationRenderer(area, common.language).lines(ranks, total: order.questions.count)
            Console.output(lines.joined(separator: "\n") + "\n")
        case .json:
            Console.output(ExplanationJSON(area, common.language).questions(ranks, total: order.questions.count))
        }
    }
}
