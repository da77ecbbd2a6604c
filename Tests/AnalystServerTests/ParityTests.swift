import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystServer

/// One questionnaire, three faces: a browser, a terminal, and a file of answers.
@Suite struct ParityTests {
    private static var paths: UInt64 { ProcessInfo.processInfo.environment["ANALYST_FULL_TESTS"] == nil ? 20 : 200 }

    @Test func `G2: the same answers through browser, terminal and file: the same next questions, the same sheet`()
        async throws
    {
        let server = try await RunningServer()
        let browser = server.browser()
        let day = server.site.setting.today()
        for seed in 1...Self.paths {
            // Two hundred people in one moment would be too many for the server.
            server.wait(seconds: 120)
            var random = SeededGenerator(seed: seed)
            let id = try server.dossier()
            let file = try Sheet()
            var terminal = Interview(Questionnaire(try file.area(on: day)), in: file.store, day: day)
            while let entry = terminal.current {
                let question = entry.question
                let page = try browser.follow(browser.get("/dossiers/\(id)/next?in=\(Self.name(of: terminal.stop))"))
                #expect(page.action?.contains("questions/\(question.id)?") == true, "seed \(seed)")
                switch Int.random(in: 0..<8, using: &random) {
                case 0:
                    try terminal.skip()
                    _ = try browser.submit(page, [("do", "skip")])
                case 1:
                    _ = try terminal.answer(.unknown)
                    _ = try browser.submit(page, [("answer", "unknown")])
                default:
                    let (value, fields) = Self.answer(to: question, &random)
                    _ = try terminal.answer(value)
                    _ = try browser.submit(page, fields)
                }
            }
            let web = try browser.get("/dossiers/\(id)/sheet").body
            #expect(web == (try file.text), "seed \(seed)")
            let handedIn = try Sheet()
            let answers = try AnswerFile(SourceFile(name: "answers.yaml", text: web), under: Town.rules.ruleBase)
            _ = try answers.hand(Questionnaire(handedIn.area(on: day)), to: handedIn.store, on: day, by: nil)
            #expect(try handedIn.text == web, "seed \(seed)")
        }
    }

    private static func name(of stop: Questionnaire.Stop) -> String {
        switch stop {
        case .first: QuestionScope.firstStop
        case .part(let id): id
        }
    }

    private static func answer(
        to question: Question, _ random: inout SeededGenerator
    ) -> (value: Answer.Value, fields: [(String, String)]) {
        guard case .number = question.kind else {
            let isYes = Bool.random(using: &random)
            return (isYes ? .yes : .no, [("answer", isYes ? "yes" : "no")])
        }
        let number = Int.random(in: 0...100, using: &random)
        return (.number(FEELNumber(number)), [("number", "\(number)")])
    }

    /// A sheet of the town in a file of its own.
    private final class Sheet {
        private let folder: URL
        private let url: URL

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            url = folder.appending(path: "town.yaml")
            try Data(Town.sheet().utf8).write(to: url)
        }

        deinit {
            // A folder that stays behind in the temporary folder harms nothing.
            try? FileManager.default.removeItem(at: folder)
        }

        var store: SheetAnswers { SheetAnswers(url, name: "town.yaml", under: Town.rules.ruleBase) }
        var text: String { get throws { try String(contentsOf: url, encoding: .utf8) } }

        func area(on day: FEELDate) throws -> AreaSession {
            AreaSession(try store.sheet(), under: Town.rules, on: day)
        }
    }
}
