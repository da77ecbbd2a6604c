import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// Own figures, filled in with a spreadsheet and sent in a browser.
@Suite struct OwnFiguresPageTests {
    @Test func `W19: a form is filled in, shown before it is kept, and each figure can be undone`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet())
        let browser = server.browser()
        let start = try browser.get("/dossiers/\(id)/import")
        #expect(
            start.link("Heeft u cijfers die in geen van deze tabellen staan? Vul ze in op een formulier")
                == "/dossiers/\(id)/figures")
        let page = try browser.get("/dossiers/\(id)/figures")
        #expect(page.heading == "Eigen cijfers invullen")
        let form = try browser.get("/dossiers/\(id)/figures/csv").body
        #expect(form.contains("code;cijfer;eenheid;waarde;jaar;bron"))
        let empty = try #require(form.split(whereSeparator: \.isNewline).first { $0.hasPrefix("bijstand;") })
        let filled = empty.replacing(";;;", with: ";12,5;2023;Sociale dienst")
        #expect(filled != empty, "\(empty)")
        let preview = try browser.follow(
            try browser.send(page, [("form.csv", form.replacing(empty, with: filled))], fields: [("do", "send")]))
        #expect(preview.text.contains("Bijstand") && preview.text.contains("12,5 %"))
        #expect(preview.text.contains("Sociale dienst, 2023"))
        #expect(try server.site.store.load(id).answers.isEmpty, "nothing is kept before it is confirmed")
        let done = try browser.follow(try browser.submit(preview, [("do", "apply")]))
        #expect(done.text.contains("Er is 1 cijfer overgenomen."))
        let answer = try #require(try server.site.store.load(id).answers.first)
        #expect(
            answer.value.text == "12.5" && answer.year == 2023
                && answer.source == "Sociale dienst")
        _ = try browser.submit(try browser.get("/dossiers/\(id)/history"), [])
        #expect(try server.site.store.load(id).answers.isEmpty)
    }

    @Test func `W21: what was shown is not taken over when somebody answered meanwhile`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet())
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/figures")
        let form = [("eigen.csv", "code;waarde\nbijstand;15\n")]
        let preview = try browser.follow(try browser.send(page, form, fields: [("do", "send")]))
        let other = server.browser()
        let theirs = try other.follow(
            try other.send(
                try other.get("/dossiers/\(id)/figures"), [("eigen.csv", "code;waarde\nbijstand;9\n")],
                fields: [("do", "send")]))
        #expect(try other.submit(theirs, [("do", "apply")]).status == 303)
        #expect(try browser.submit(preview, [("do", "apply")]).status == 409)
        #expect(try server.site.store.load(id).answers.map(\.value.text) == ["9"])
    }

    @Test func `W19: each bad cell is told with its row and column, and nothing is kept`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet())
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/figures")
        let refused = try browser.send(
            page, [("eigen.csv", "code;waarde;jaar\nbijstand;veel;2023\nbijstnd;3;2023\nbanen;3;20233\n")],
            fields: [("do", "send")])
        #expect(refused.status == 422 && refused.title.hasPrefix("Fout:"))
        for words in [
            "eigen.csv, regel 2, kolom 10:", "‘veel’ past niet bij", "bedoelde u ‘bijstand’?",
            "‘20233’ is geen jaar van dit cijfer",
        ] { #expect(refused.text.contains(words), "\(words) in \(refused.text)") }
        #expect(!refused.body.contains("value=\"apply\""))
    }

    @Test func `W19: a figure of a table stays, and the page says where another can be explained`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "12"))
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/figures")
        let preview = try browser.follow(
            try browser.send(page, [("eigen.csv", "code;waarde\nbijstand;15\n")], fields: [("do", "send")]))
        #expect(preview.text.contains("het komt uit een tabel") && preview.text.contains("Er verandert niets"))
        #expect(!preview.body.contains("value=\"apply\""))
    }

    @Test(arguments: [
        ([("leeg.csv", "code;waarde\nbijstand;\n")], "geen enkele waarde"),
        ([("anders.csv", "a;b\n1;2\n")], "geen rij met de kopjes"), ([], "Kies het ingevulde formulier."),
        ([("x.pdf", "%PDF-1.7")], "een PDF"),
    ])
    func `W19: what is no filled form is refused in words`(files: [(String, String)], expected: String) async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet())
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/figures")
        let refused = try browser.send(page, files, fields: [("do", "send")])
        #expect(refused.status == 422 && refused.text.contains(expected), "\(refused.text)")
    }
}
