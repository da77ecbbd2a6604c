import Foundation
import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// The workbench for rules, over the socket.
@Suite struct WorkbenchTests {
    private static let edit = "/rules/versions/2026-11-30-drukker/edit?file="

    /// A version with the name ‘Drukker’.
    private func begin(_ browser: Browser) throws {
        let sent = try browser.submit(try browser.settled("/rules/new"), [("title", "Drukker")], to: "/rules/new")
        #expect(sent.headers["location"] == "/rules/versions/2026-11-30-drukker")
    }

    /// Types a text in a file of the version and presses a button.
    private func type(
        _ text: String, _ browser: Browser, file: String = StreetsDesk.limits, press: String = "save"
    ) throws -> Browser.Page {
        let page = try browser.settled(Self.edit + file)
        return try browser.submit(page, [("text", text), ("do", press)], to: Self.edit + file)
    }

    private func limit(_ desk: StreetsDesk, _ number: Int) throws -> String {
        try desk.text(StreetsDesk.limits).replacing("5000 }", with: "\(number) }")
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    // MARK: Reading

    @Test(arguments: [
        ("", "Werkbank voor regels", "rules/streets.yaml"), ("/en", "Workbench for rules", "streets.yaml"),
    ])
    func `the start leads to search, versions and every file`(prefix: String, title: String, file: String) async throws
    {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        let start = try browser.get(prefix + "/")
        #expect(start.link(prefix.isEmpty ? "Werkbank voor regels" : "Workbench for rules") == prefix + "/rules")
        let page = try browser.settled(prefix + "/rules")
        #expect(page.status == 200 && page.heading == title && page.count("<h1") == 1)
        let address = try #require(page.link("streets.yaml"))
        let text = try browser.settled(address)
        #expect(text.heading == "rules/streets.yaml")
        #expect(text.text.contains("traffic &gt;= busy_from"))
        #expect(text.body.contains("id=\"line-8\""))
    }

    @Test(arguments: [
        ("drukke", "/rules/rule?rule=busy-street"), ("busy_from", "/rules/where?name=busy_from"),
        ("vanaf 5000", "/rules/where?name=street-survey%2FSU-01"), ("unsafe remark", nil),
        ("absent car", "/rules/file?file=streets.yaml#line-21"),
    ])
    func `P6 words are found in names, sources and lines`(words: String, address: String?) async throws {
        let desk = try await StreetsDesk()
        let page = try desk.server.browser().settled(
            "/rules/search?q=\(PercentCoding.encoded(words))")
        #expect(page.status == 200)
        if let address { #expect(page.body.contains("href=\"\(address)\""), "\(page.text)") }
    }

    @Test func `what is not found is said, with the name that was probably meant`() async throws {
        let desk = try await StreetsDesk()
        let page = try desk.server.browser().settled("/rules/search?q=busy_form")
        #expect(page.text.contains("Niets gevonden") && page.link("busy_from") == "/rules/where?name=busy_from")
    }

    @Test func `a rule is told in words, with its cases, its uses, its source and its lines`() async throws {
        let desk = try await StreetsDesk()
        let page = try desk.server.browser().settled("/rules/rule?rule=busy-street")
        #expect(page.heading == "Drukke straat")
        let text = Self.plain(page.text)
        for words in [
            "Als dit allemaal zo is", "minstens Druk vanaf", "2 gevallen kloppen", "Op de grens",
            "How streets are used, SU-01", "regel Onveilige straat leest", "- rule: busy-street",
        ] {
            #expect(text.contains(words), "\(words) is not in \(text)")
        }
        let use = try desk.server.browser().settled("/rules/where?name=busy_from")
        #expect(
            Self.plain(use.text).contains("parameter: Druk vanaf") && use.text.contains("regel Drukke straat leest"))
    }

    @Test(arguments: [
        "/rules/file?file=../secret.yaml", "/rules/file?file=%2Fetc%2Fpasswd", "/rules/file?file=.hidden.yaml",
        "/rules/file?file=streets.yaml%00", "/rules/file?file=nergens.yaml", "/rules/rule?rule=niets",
        "/rules/where?name=niets", "/rules/explain?code=niets", "/rules/versions/..%2F..%2Fetc", "/rules/versions/geen",
        "/rules/versions/in-use/impact", "/rules/versions/in-use/file", "/rules/versions/in-use",
    ])
    func `what is not there, or leads out of the folder, is not there`(path: String) async throws {
        let desk = try await StreetsDesk()
        #expect(try desk.server.browser().settled(path).status == 404)
    }

    @Test func `without a folder of rules there is no workbench`() async throws {
        let server = try await RunningServer()
        #expect(try server.browser().get("/rules").status == 404)
        #expect(try server.browser().get("/").link("Werkbank") == nil)
    }

    // MARK: Editing

    @Test func `P1 a wrong text is told cause first with its place, kept, and never among the rules in use`()
        async throws
    {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        let before = try desk.text(StreetsDesk.rulesFile)
        let wrong = before.replacing("traffic >= busy_from", with: "trafic >= busy_from")
        let page = try browser.settled(after: try type(wrong, browser, file: StreetsDesk.rulesFile, press: "check"))
        #expect(page.title.hasPrefix("Fout:"))
        let text = Self.plain(page.text)
        #expect(text.contains("rules/streets.yaml, regel 9, kolom 9") && text.contains("trafic"))
        #expect(text.contains("traffic") && page.body.contains("href=\"#text-9\""))
        #expect(page.body.contains("<span id=\"text-9\" class=\"marked\">9</span>"))
        #expect(page.text.contains("Deze tekst is nog niet opgeslagen"))
        #expect(Self.plain(page.body).contains("trafic >= busy_from"), "what was typed is gone")
        #expect(try desk.text(StreetsDesk.rulesFile) == before)
        #expect(try browser.settled(try #require(page.link("Wat betekent dit?"))).status == 200)
        // Saved with its error it stays a draft, and cannot be checked or taken into use.
        let saved = try browser.settled(after: try type(wrong, browser, file: StreetsDesk.rulesFile))
        #expect(saved.text.contains("De tekst is opgeslagen in de versie."))
        let version = try browser.settled("/rules/versions/2026-11-30-drukker")
        #expect(version.body.contains("<strong>1</strong>fout</li>"), "\(version.body)")
        #expect(version.text.contains("Herstel die eerst"))
        let token = try #require(version.value("token"))
        let sent = try browser.post("/rules/versions/2026-11-30-drukker", [("token", token), ("do", "check")])
        #expect(try browser.settled(after: sent).text.contains("Er staan nog fouten in"))
        #expect(try desk.shelf.version("2026-11-30-drukker").state == .concept)
        let refused = try browser.post("/rules/versions/2026-11-30-drukker/activate", [("token", token)])
        #expect(try browser.settled(after: refused).text.contains("niet in gebruik genomen"))
        #expect(try desk.text(StreetsDesk.rulesFile) == before)
    }

    @Test func `a button makes the change that a message proposes, and only in the text it was shown beside`()
        async throws
    {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        let right = try desk.text(StreetsDesk.rulesFile)
        let wrong = right.replacing("traffic >= busy_from", with: "trafic >= busy_from")
        let page = try browser.settled(after: try type(wrong, browser, file: StreetsDesk.rulesFile, press: "check"))
        let button = try #require(page.tags("button").first { $0.contains("value=\"fix:") })
        let value = Self.plain(try #require(Browser.Page.between(" value=\"", "\"", in: button)))
        let place = Self.edit + StreetsDesk.rulesFile
        // Somebody typed on before pressing the button.
        let late = try browser.submit(page, [("text", wrong + "# meer\n"), ("do", value)], to: place)
        let kept = try browser.settled(after: late)
        #expect(kept.text.contains("U wijzigde de tekst") && kept.body.contains("# meer"))
        let again = try browser.settled(
            after: try browser.submit(kept, [("text", wrong), ("do", "check")], to: place))
        let mended = try browser.settled(after: try browser.submit(again, [("text", wrong), ("do", value)], to: place))
        #expect(mended.text.contains("De tekst is aangepast") && !mended.title.hasPrefix("Fout:"))
        let saved = try browser.submit(mended, [("text", right), ("do", "save")], to: place)
        #expect(saved.status == 303)
        #expect(try desk.shelf.version("2026-11-30-drukker").files.isEmpty, "the same text is no change")
    }

    @Test func `W4 what is typed is there again after leaving in any way`() async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        let text = try limit(desk, 4000) + "# half"
        let page = try browser.settled(Self.edit + StreetsDesk.limits)
        let left = try browser.submit(page, [("text", text), ("go", "/rules")], to: Self.edit + StreetsDesk.limits)
        #expect(left.headers["location"] == "/rules")
        let back = try browser.settled(Self.edit + StreetsDesk.limits)
        #expect(back.body.contains("# half"))
        let other = desk.server.browser()
        #expect(!(try other.settled(Self.edit + StreetsDesk.limits).body.contains("# half")))
        let thrown = try browser.submit(back, [("text", text), ("do", "discard")], to: Self.edit + StreetsDesk.limits)
        #expect(!(try browser.settled(after: thrown).body.contains("# half")))
    }

    @Test func `a text that is too long is refused in words and still there`() async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        let page = try browser.settled(Self.edit + StreetsDesk.limits)
        let boundary = "grens"
        let long = String(repeating: "# lang\n", count: 200_000)
        let fields = [
            ("token", try #require(page.value("token"))), ("seen", try #require(page.value("seen"))), ("text", long),
            ("do", "save"),
        ]
        let parts = fields.map { name, value in
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let answer = try browser.send(
            "POST", Self.edit + StreetsDesk.limits,
            headers: [
                "Content-Type": "multipart/form-data; boundary=\(boundary)", "Sec-Fetch-Site": "same-origin",
                "Origin": "http://127.0.0.1:\(browser.port)",
            ], body: Array((parts.joined() + "--\(boundary)--\r\n").utf8))
        #expect(answer.status == 422 && answer.text.contains("De tekst is te lang"))
        #expect(answer.body.contains("# lang\n# lang"))
        #expect(try desk.shelf.version("2026-11-30-drukker").files.isEmpty)
    }

    @Test func `W21 two advisors at one text do not overwrite each other`() async throws {
        let desk = try await StreetsDesk()
        let (one, two) = (desk.server.browser(), desk.server.browser())
        try begin(one)
        let place = Self.edit + StreetsDesk.limits
        let pages = (try one.settled(place), try two.settled(place))
        #expect(try one.submit(pages.0, [("text", try limit(desk, 4000)), ("do", "save")], to: place).status == 303)
        let conflict = try two.submit(pages.1, [("text", try limit(desk, 6000)), ("do", "save")], to: place)
        #expect(conflict.status == 409 && conflict.heading == "Iemand anders wijzigde deze tekst intussen")
        #expect(conflict.text.contains("2020-01-01: 4000") && conflict.text.contains("2020-01-01: 6000"))
        let mine = try two.submit(conflict, [("do", "save")], to: place)
        #expect(mine.status == 303)
        let path = try #require(RuleFilePath(StreetsDesk.limits))
        #expect(try desk.shelf.text(path, in: "2026-11-30-drukker")?.text == limit(desk, 6000))
    }

    @Test func `a form from elsewhere, or without the word of the session, changes nothing`() async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        let page = try browser.settled(Self.edit + StreetsDesk.limits)
        let fields = [("text", "x"), ("seen", try #require(page.value("seen"))), ("do", "save")]
        #expect(try browser.post(Self.edit + StreetsDesk.limits, fields).status == 403)
        let token = ("token", try #require(page.value("token")))
        let foreign = try browser.post(
            Self.edit + StreetsDesk.limits, fields + [token], headers: ["Origin": "https://elders.nl"])
        #expect(foreign.status == 403)
        #expect(try desk.shelf.version("2026-11-30-drukker").files.isEmpty)
    }

    @Test func `a script in a rule is a text on every page`() async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        let hostile = "<script>alert(1)</script>\"onfocus='x"
        let text = try desk.text(StreetsDesk.rulesFile).replacing(
            "nl: Drukke straat", with: "nl: '\(hostile.replacing("'", with: "''"))'")
        let saved = try browser.settled(after: try type(text, browser, file: StreetsDesk.rulesFile))
        for path in [
            "/rules?version=2026-11-30-drukker", "/rules/search?version=2026-11-30-drukker&q=script",
            "/rules/file?version=2026-11-30-drukker&file=streets.yaml",
            "/rules/rule?version=2026-11-30-drukker&rule=busy-street", "/rules/versions/2026-11-30-drukker",
            "/rules/versions/2026-11-30-drukker/cases", "/rules/versions/2026-11-30-drukker/impact",
            "/rules/versions/2026-11-30-drukker/steps?sheet=dorpsstraat.yaml",
        ] {
            let page = try browser.settled(path)
            #expect(page.status == 200 && !page.body.contains("<script"), "\(path)")
        }
        #expect(!saved.body.contains("<script"))
    }

    // MARK: Trying

    @Test func `P3 a changed threshold shows the cases and the areas that change, by which line`() async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        let cases = try browser.settled(
            after: try type(try limit(desk, 5500), browser, press: "cases"))
        #expect(cases.heading == "Alle gevallen", "there are no cases beside limits.yaml")
        let all = try browser.settled("/rules/versions/2026-11-30-drukker/cases")
        #expect(all.heading == "Alle gevallen")
        let text = Self.plain(all.text)
        #expect(text.contains("klopt niet") && text.contains("Op de grens") && text.contains("Verwacht"))
        let impact = try browser.settled("/rules/versions/2026-11-30-drukker/impact")
        let effects = Self.plain(impact.text)
        #expect(effects.contains("Dorpsstraat") && effects.contains("busy_from") && effects.contains("5500"))
        #expect(effects.contains("gevonden → niet aan de orde"))
    }

    @Test func `a run is stepped through: what fired with which values, and what stood in the way`() async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        let choose = try browser.settled("/rules/versions/in-use/steps")
        #expect(choose.body.contains("value=\"dorpsstraat.yaml\""))
        let list = try browser.settled("/rules/versions/in-use/steps?sheet=dorpsstraat.yaml")
        #expect(list.heading == "Stap voor stap: Dorpsstraat" && list.text.contains("stelde iets vast"))
        let step = try browser.settled(
            "/rules/versions/in-use/steps/step?sheet=dorpsstraat.yaml&rule=busy-street")
        #expect(Self.plain(step.text).contains("5.200") && step.text.contains("remark:busy"))
        try begin(browser)
        _ = try browser.settled(after: try type(try limit(desk, 6000), browser))
        let silent = try browser.settled(
            "/rules/versions/2026-11-30-drukker/steps/step?sheet=dorpsstraat.yaml&rule=busy-street")
        #expect(silent.text.contains("bleef stil") && silent.text.contains("Wat niet geldt, stond in de weg"))
        #expect(Self.plain(silent.text).contains("6.000"))
        let filtered = try browser.settled(
            "/rules/versions/2026-11-30-drukker/steps?sheet=dorpsstraat.yaml&show=silent&q=drukke")
        #expect(filtered.text.contains("1 regel."))
    }

    // MARK: Versions

    @Test func `P7 a version goes from draft to checked to active, and analyses use it from then on`() async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        let new = try limit(desk, 4000)
        let cases = try desk.text(StreetsDesk.casesFile)
        _ = try browser.settled(after: try type(new, browser))
        let before = desk.served
        let page = "/rules/versions/2026-11-30-drukker"
        let draft = try browser.settled(page)
        #expect(draft.text.contains("2020-01-01: 4000") && draft.text.contains("2020-01-01: 5000"))
        let checked = try browser.settled(
            after: try browser.submit(draft, [("do", "check"), ("note", "Samen bekeken")], to: page))
        #expect(checked.text.contains("nagekeken") && checked.text.contains("Samen bekeken"))
        #expect(try desk.text(StreetsDesk.limits) != new)
        let confirm = try browser.settled(page + "/activate")
        #expect(confirm.text.contains("geen fouten") && confirm.text.contains("van 4 gevallen kloppen"))
        let done = try browser.settled(after: try browser.submit(confirm, [], to: page + "/activate"))
        #expect(done.text.contains("De versie is in gebruik.") && done.text.contains("actief"))
        #expect(try desk.text(StreetsDesk.limits) == new)
        #expect(try desk.text(StreetsDesk.casesFile) == cases)
        #expect(desk.served != before, "analyses still use the old rules")
        let version = try desk.shelf.version("2026-11-30-drukker")
        #expect(version.steps.map(\.state) == [.concept, .checked, .active])
        // What is in use is changed by another version alone.
        let refused = try browser.get(Self.edit + StreetsDesk.limits)
        #expect(refused.status == 409 && refused.heading == "Dit kan nu niet")
        let second = try browser.submit(try browser.settled("/rules/new"), [("title", "Terug")], to: "/rules/new")
        #expect(second.status == 303)
        let place = "/rules/versions/2026-11-30-terug"
        let edit = try browser.settled(place + "/edit?file=limits.yaml")
        _ = try browser.submit(
            edit, [("text", new.replacing("4000 }", with: "5000 }")), ("do", "save")],
            to: place + "/edit?file=limits.yaml")
        _ = try browser.submit(try browser.settled(place), [("do", "check")], to: place)
        _ = try browser.submit(try browser.settled(place + "/activate"), [], to: place + "/activate")
        #expect(try desk.shelf.version("2026-11-30-drukker").state == .ended)
        #expect(try desk.shelf.version("2026-11-30-terug").state == .active)
    }

    @Test func `P7 a version that is planned comes into use on its day by itself`() async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        _ = try browser.settled(after: try type(try limit(desk, 4000), browser))
        let page = "/rules/versions/2026-11-30-drukker"
        _ = try browser.submit(try browser.settled(page), [("do", "check")], to: page)
        let form = try browser.settled(page + "/activate")
        let wrong = try browser.submit(form, [("from", "31-2-2027")], to: page + "/activate")
        #expect(wrong.status == 422 && wrong.text.contains("een dag in die bestaat"))
        let planned = try browser.settled(
            after: try browser.submit(form, [("from", "1-1-2027")], to: page + "/activate"))
        #expect(planned.text.contains("in gebruik op 1 januari 2027"))
        #expect(try desk.text(StreetsDesk.limits).contains("5000 }"))
        let day = try #require(FEELDate("2027-01-01"))
        #expect(await desk.server.site.workbench?.takeDue(on: try #require(FEELDate("2026-12-31"))) == nil)
        let new = try #require(await desk.server.site.workbench?.takeDue(on: day))
        await desk.server.site.take(new)
        #expect(try desk.text(StreetsDesk.limits).contains("4000 }"))
        #expect(try desk.shelf.version("2026-11-30-drukker").state == .active)
        #expect(desk.served == new.rules.hash)
    }

    @Test func `two advisors at once: the second sees what the first changed in the rules in use`() async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        _ = try browser.settled(after: try type(try limit(desk, 4000), browser))
        let page = "/rules/versions/2026-11-30-drukker"
        _ = try browser.submit(try browser.settled(page), [("do", "check")], to: page)
        let form = try browser.settled(page + "/activate")
        try desk.write(try limit(desk, 7000), to: StreetsDesk.limits)
        let refused = try browser.settled(after: try browser.submit(form, [], to: page + "/activate"))
        #expect(refused.text.contains("Er is niets overschreven") && refused.text.contains("2020-01-01: 7000"))
        #expect(try desk.text(StreetsDesk.limits).contains("7000 }"))
        let token = try #require(refused.value("token"))
        let seen = try #require(refused.value("seen"))
        let sent = try browser.post(
            page, [("token", token), ("do", "go-on"), ("file", "limits.yaml"), ("seen", seen)])
        #expect(sent.status == 303)
        _ = try browser.submit(try browser.settled(page), [("do", "check")], to: page)
        _ = try browser.submit(try browser.settled(page + "/activate"), [], to: page + "/activate")
        #expect(try desk.text(StreetsDesk.limits).contains("4000 }"))
    }

    @Test func `where versions cannot be written the page says so in words`() async throws {
        let desk = try await StreetsDesk(versions: "/dorpsstraat.yaml/versies")
        let browser = desk.server.browser()
        let refused = try browser.submit(try browser.settled("/rules/new"), [("title", "Drukker")], to: "/rules/new")
        #expect(refused.status == 409 && refused.text.contains("kan niet geschreven worden"))
    }

    @Test func `a version goes out as a zip with the paths of its files`() async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        try begin(browser)
        _ = try browser.settled(after: try type(try limit(desk, 4000), browser))
        let zip = try browser.get("/rules/versions/2026-11-30-drukker/file")
        #expect(zip.headers["content-type"] == "application/zip" && zip.body.contains("rules/limits.yaml"))
    }

    @Test(arguments: ["", "   ", String(repeating: "a", count: 101)])
    func `a version needs a name that fits`(name: String) async throws {
        let desk = try await StreetsDesk()
        let browser = desk.server.browser()
        let page = try browser.submit(try browser.settled("/rules/new"), [("title", name)], to: "/rules/new")
        #expect(page.status == 422 && page.title.hasPrefix("Fout:"))
        #expect(desk.shelf.versions().versions.isEmpty)
    }

    // MARK: Roles

    @Test(arguments: [(TeamRole.worker, false), (.advisor, true), (.trainer, false), (.administrator, false)])
    func `only advisors have the workbench, and the log tells what they did`(role: TeamRole, may: Bool) async throws {
        let desk = try await StreetsDesk(isTeam: true)
        try desk.server.account("een", role)
        let browser = try desk.server.browser(of: "een")
        for path in [
            "/rules", "/rules/search?q=x", "/rules/file?file=streets.yaml", "/rules/rule?rule=busy-street",
            "/rules/new", "/rules/versions/in-use/cases", "/rules/versions/in-use/steps",
        ] {
            #expect(try browser.settled(path).status == (may ? 200 : 403), "\(role) \(path)")
        }
        #expect((try browser.get("/").link("Werkbank") != nil) == may)
        let token = try #require(try browser.get("/account").value("token"))
        let sent = try browser.post("/rules/new", [("token", token), ("title", "Drukker")])
        #expect((sent.status == 303) == may)
        #expect(try desk.server.log().last == (may ? "een rules-changed" : "een denied"))
        if may { #expect(try desk.shelf.version("2026-11-30-drukker").steps.last?.author == "een") }
        let stranger = desk.server.browser()
        #expect(try stranger.get("/rules").headers["location"]?.hasPrefix("/login") == true)
    }
}
