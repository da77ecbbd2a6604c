import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// What runs, and the means there are.
@Suite struct EffortsPageTests {
    @Test func `an effort is added, ended and undone, and all else of the sheet stays`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/efforts")
        #expect(page.heading == "Wat loopt, en de middelen" && page.count("<h1") == 1)
        let added = try browser.follow(
            try browser.submit(
                page,
                [
                    ("do", "add"), ("name", "Straat: #1"), ("holder", "gemeente"), ("from", "1-3-2021"),
                    ("money", "250.000"),
                ]))
        #expect(added.text.contains("Straat: #1") && added.text.contains("250.000 euro per jaar"))
        #expect(added.text.contains("Loopt nu"))
        let sheet = try server.site.store.load(id).sheet()
        #expect(sheet.efforts.map(\.code) == ["straat-1"] && sheet.effortsComplete)
        let ended = try browser.follow(
            try browser.submit(added, [("do", "end"), ("code", "straat-1"), ("ended", "2024")]))
        #expect(ended.text.contains("Geëindigd") && !ended.text.contains("Loopt nu"))
        for _ in 0..<2 { _ = try browser.submit(try browser.get("/dossiers/\(id)/history"), []) }
        #expect(try browser.get("/dossiers/\(id)/sheet").body == Town.sheet())
    }

    @Test func `budget and capacity go into the sheet, one at a time too`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/en/dossiers/\(id)/efforts")
        let one = try browser.follow(try browser.submit(page, [("do", "means"), ("budget", "500,000")]))
        #expect(one.text.contains("Budget now: 500,000 euros a year."))
        let two = try browser.follow(try browser.submit(one, [("do", "means"), ("capacity", "8")]))
        #expect(two.text.contains("Budget now: 500,000") && two.text.contains("Capacity now: 8."))
    }

    @Test(arguments: [
        ([("do", "add")], "Geef de inzet een naam."), ([("do", "add"), ("name", "x"), ("from", "morgen")], "2024-06"),
        ([("do", "add"), ("name", "x"), ("from", "2024"), ("until", "2023")], "Het einde ligt voor het begin."),
        ([("do", "add"), ("name", "x"), ("money", "veel")], "250.000"), ([("do", "means")], "een budget of"),
        ([("do", "means"), ("capacity", "-1")], "Vul een heel getal in"),
        ([("do", "end"), ("code", "a"), ("ended", "")], "Vul een jaar, maand of dag in"),
    ])
    func `what cannot be saved is refused with the reason, and nothing is changed`(
        fields: [(String, String)], words: String
    ) async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/efforts")
        let wrong = try browser.submit(page, fields)
        #expect(wrong.status == 422 && wrong.text.contains(words), "\(wrong.text)")
        #expect(try server.site.store.load(id).revision == 1)
    }

    @Test func `who changed the dossier first is not overwritten, and no effort ends that is not there`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/efforts")
        #expect(try browser.submit(page, [("do", "end"), ("code", "geen"), ("ended", "2024")]).status == 400)
        #expect(try browser.submit(page, [("do", "add"), ("name", "Een")]).status == 303)
        #expect(try browser.submit(page, [("do", "add"), ("name", "Twee")]).status == 409)
        #expect(try server.site.store.load(id).sheet().efforts.map(\.code) == ["een"])
    }
}
