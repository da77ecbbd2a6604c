import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// Figures of tables, taken over in a browser.
@Suite struct ImportPageTests {
    @Test
    func `W19: a table is shown before it is taken over, and then the sheet has its figures with source and year`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier(
            Town.sheet(
                bijstand: "12", answers: ["{ question: overlast, perspective: bewoners, value: true }"],
                hasParts: true))
        let browser = server.browser()
        let before = try server.site.store.load(id).sheetText
        #expect(try browser.get("/dossiers/\(id)").link("Cijfers overnemen uit tabellen") == "/dossiers/\(id)/import")
        let page = try browser.get("/dossiers/\(id)/import")
        #expect(page.heading == "Cijfers overnemen uit tabellen" && page.text.contains("Kerncijfers"))
        let preview = try browser.follow(try browser.send(page, [("kern.csv", Town.table())]))
        #expect(preview.heading == "Wat er verandert")
        #expect(preview.text.contains("Bijstand 12 % (2023) 15 % (2025) Kerncijfers 2025"))
        #expect(preview.text.contains("Banen geen 400 aantal (2025) Kerncijfers 2025"))
        #expect(preview.text.contains("Gebruikt: kern.csv"))
        #expect(try server.site.store.load(id).sheetText == before, "nothing is kept before it is confirmed")
        let done = try browser.follow(try browser.submit(preview, [("do", "apply")]))
        #expect(done.text.contains("De cijfers zijn overgenomen."))
        let dossier = try server.site.store.load(id)
        let figure = try #require(try dossier.sheet().figure("bijstand"))
        #expect(figure.year == 2025 && figure.source == "kern-2025" && figure.earlier.map(\.year) == [2023])
        #expect(dossier.answers.map(\.question) == ["overlast"], "answers stay")
        let history = try browser.get("/dossiers/\(id)/history")
        _ = try browser.submit(history, [])
        #expect(try server.site.store.load(id).sheetText == before, "it is undone as any other change")
    }

    @Test func `W19: each bad cell is told with file, line and column, and the table that is repaired is taken`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(hasParts: true))
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/import")
        let bad = Town.table(bijstand: "veel", banen: "-3").replacing("GM0001;", with: "G1;")
        let refused = try browser.send(page, [("kern.csv", bad)])
        #expect(refused.status == 422 && refused.title.hasPrefix("Fout:"))
        #expect(refused.text.contains("kern.csv, regel 3, kolom 1:"), "a region that is none")
        let cells = Town.table(bijstand: "veel", banen: "-3")
        let told = try browser.send(page, [("kern.csv", cells)])
        #expect(
            told.text.contains("kern.csv, regel 4, kolom 25:") && told.text.contains("kern.csv, regel 4, kolom 30:"))
        #expect(!told.body.contains("/import/preview"), "there is nothing to take over yet")
        let good = try browser.follow(try browser.send(page, [("kern.csv", Town.table())]))
        #expect(good.heading == "Wat er verandert")
    }

    @Test func `W19: a table that was read is kept while another is refused, and all can be forgotten`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(hasParts: true))
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/import")
        let refused = try browser.send(
            page, [("kern.csv", Town.table()), ("plaatje.png", "\u{89}PNG")], fields: [("year", "2025")])
        #expect(refused.status == 422 && refused.text.contains("Deze bestanden stuurde u al"))
        #expect(refused.body.contains("<li>kern.csv</li>") && refused.value("year") == "2025")
        let preview = try browser.follow(try browser.send(page, []))
        #expect(preview.text.contains("Banen geen 400 aantal (2025)"))
        let other = server.browser()
        #expect(
            try other.get("/dossiers/\(id)/import").count("kern.csv") == 0, "what one person sent another never sees")
        let forgotten = try browser.follow(try browser.submit(preview, [("do", "forget")]))
        #expect(forgotten.text.contains("Er is niets veranderd.") && !forgotten.body.contains("kern.csv"))
        #expect(try browser.get("/dossiers/\(id)/import/preview").status == 303)
    }

    @Test(arguments: [
        ([], "Kies een of meer bestanden."), ([("x.pdf", "%PDF-1.7")], "een PDF"),
        ([("tabel.csv", "a;b\n1;2\n")], "tabel.csv"), ([("year", "ooit")], "Vul een jaar in"),
    ])
    func `W19: what is no table that can be read is refused in words`(
        sent: [(String, String)], expected: String
    ) async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(hasParts: true))
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/import")
        let files = sent.filter { $0.0.contains(".") }
        let refused = try browser.send(page, files, fields: sent.filter { !$0.0.contains(".") })
        #expect(refused.status == 422 && refused.text.contains(expected), "\(refused.text)")
        #expect(refused.body.contains("aria-invalid=\"true\"") && refused.body.contains("href=\"#"))
    }

    @Test func `W21: what was shown is not taken over when the sheet is another one by then`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(hasParts: true))
        let (one, two) = (server.browser(), server.browser())
        var previews: [Browser.Page] = []
        for browser in [one, two] {
            let page = try browser.get("/dossiers/\(id)/import")
            previews.append(try browser.follow(try browser.send(page, [("kern.csv", Town.table())])))
        }
        // An answer changes nothing of the figures.
        let question = try one.get("/dossiers/\(id)/questions/bewoners.overlast?in=bewoners")
        _ = try one.submit(question, [("answer", "yes")])
        #expect(try one.submit(previews[0], [("do", "apply")]).status == 303)
        #expect(try two.submit(previews[1], [("do", "apply")]).status == 409)
        #expect(try two.get("/dossiers/\(id)/import/preview").text.contains("Er verandert niets"))
        #expect(try server.answers(id) == ["overlast bewoners true"])
    }

    @Test func `W26: a closed dossier takes no figures`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(hasParts: true))
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/import")
        _ = try browser.submit(try browser.get("/dossiers/\(id)/close"), [])
        #expect(try browser.send(page, [("kern.csv", Town.table())]).status == 409)
        let closed = try browser.get("/dossiers/\(id)/import")
        #expect(closed.text.contains("Dit dossier is gesloten.") && closed.count("<form") == 0)
    }

    @Test func `the texts of the page are in English too`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(hasParts: true))
        let browser = server.browser()
        let page = try browser.get("/en/dossiers/\(id)/import")
        let preview = try browser.follow(try browser.send(page, [("kern.csv", Town.table())]))
        #expect(preview.heading == "What changes" && preview.text.contains("Jobs none 400 aantal (2025)"))
    }
}

extension Browser {
    /// Sends a form with files.
    func send(_ page: Page, _ files: [(name: String, text: String)], fields: [(String, String)] = []) throws -> Page {
        let boundary = "----boundary7"
        var body = ""
        for (name, value) in [("token", page.value("token") ?? "")] + fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        for (name, text) in files {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
            body += "Content-Type: application/octet-stream\r\n\r\n\(text)\r\n"
        }
        return try send(
            "POST", try #require(page.action),
            headers: [
                "Content-Type": "multipart/form-data; boundary=\(boundary)", "Origin": "http://127.0.0.1:\(port)",
            ], body: Array((body + "--\(boundary)--\r\n").utf8))
    }
}
