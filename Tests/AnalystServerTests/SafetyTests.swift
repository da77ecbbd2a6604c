import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystServer

/// What the server refuses, and what it tells the browser to refuse.
@Suite struct SafetyTests {
    private let nuisance = "questions/bewoners.overlast?in=bewoners"

    @Test(arguments: [
        "http://evil.example", "https://127.0.0.1.evil.example", "null", "http://127.0.0.1",
    ])
    func `a form of another origin is refused and changes nothing`(origin: String) async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        let refused = try browser.post(
            try #require(page.action), [("token", page.value("token") ?? ""), ("seen", "none"), ("answer", "yes")],
            headers: ["Origin": origin, "Sec-Fetch-Site": ""])
        #expect(refused.status == 403)
        #expect(try server.answers(id) == [])
    }

    @Test(arguments: ["cross-site", "same-site", "none"])
    func `a form that the browser says is of another site is refused`(site: String) async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        let refused = try browser.post(
            try #require(page.action), [("token", page.value("token") ?? ""), ("seen", "none"), ("answer", "yes")],
            headers: ["Sec-Fetch-Site": site])
        #expect(refused.status == 403)
        #expect(try server.answers(id) == [])
    }

    @Test func `a form that says neither origin nor site is refused`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        let refused = try browser.post(
            try #require(page.action), [("token", page.value("token") ?? ""), ("seen", "none"), ("answer", "yes")],
            headers: ["Origin": "", "Sec-Fetch-Site": ""])
        #expect(refused.status == 403)
        #expect(try server.answers(id) == [])
    }

    @Test(arguments: ["", "x", String(repeating: "0", count: 64)])
    func `W7: a form with another token changes nothing, and what was typed can be sent again`(token: String)
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        let refused = try browser.submit(page, [("token", token), ("answer", "yes"), ("note", "een \"notitie\"")])
        #expect(refused.status == 403)
        #expect(try server.answers(id) == [])
        #expect(refused.heading == "Verstuur het nog een keer")
        #expect(try browser.submit(refused, []).status == 303)
        #expect(try server.site.store.load(id).answers.first?.note == "een \"notitie\"")
    }

    @Test func `W7: after a day and a half the same page can still be sent`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        server.wait(seconds: 36 * 3_600)
        #expect(try browser.submit(page, [("answer", "yes")]).status == 303)
    }

    @Test func `each answer tells the browser what to refuse, failures too`() async throws {
        let server = try await RunningServer()
        let browser = server.browser()
        for path in ["/", "/nergens", "/style.css", "/health"] {
            let page = try browser.get(path)
            #expect(
                page.headers["content-security-policy"]
                    == "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'")
            #expect(page.headers["x-content-type-options"] == "nosniff")
            #expect(page.headers["x-robots-tag"] == "noindex, nofollow")
            #expect(page.headers["referrer-policy"] != nil && page.headers["permissions-policy"] != nil)
        }
    }

    @Test func `the cookie is out of reach of scripts and of other sites, and safe behind a safe line`() async throws {
        let server = try await RunningServer()
        let page = try server.browser().get("/")
        let cookie = try #require(page.headers["set-cookie"])
        for part in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(part)) }
        #expect(!cookie.contains("Secure"))
        let safe = try server.browser().get("/", headers: ["X-Forwarded-Proto": "https"])
        #expect(safe.headers["set-cookie"]?.contains("; Secure") == true)
    }

    @Test func `a name that is not this server's is refused (DNS rebinding), one that was named is not`() async throws {
        let server = try await RunningServer(hosts: ["analyse.example.org"])
        let browser = server.browser()
        #expect(try browser.get("/", headers: ["Host": "evil.example:80"]).status == 403)
        #expect(try browser.get("/", headers: ["Host": "localhost:1"]).status == 200)
        #expect(try browser.get("/", headers: ["Host": "analyse.example.org"]).status == 200)
    }

    @Test func `a form of more than a megabyte is refused`() async throws {
        let server = try await RunningServer()
        let browser = server.browser()
        let page = try browser.get("/dossiers/new")
        let large = try browser.submit(page, [("text", String(repeating: "a", count: 1 << 20))])
        #expect(large.status == 413)
        #expect(large.heading == "Dat is te groot")
    }

    @Test func `a form with more fields than any page has is refused`() async throws {
        let server = try await RunningServer()
        let browser = server.browser()
        let page = try browser.get("/dossiers/new")
        let fields = (0..<300).map { ("a\($0)", "1") }
        #expect(try browser.submit(page, fields).status == 413)
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "BREW /pot HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /?a=%ff HTTP/1.1\r\nHost: localhost\r\n\r\n", "nonsense\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\na",
    ])
    func `a request that no browser sends is answered without a trace of the inside`(request: String) async throws {
        let server = try await RunningServer()
        let closing = request.replacing("\r\n\r\n", with: "\r\nConnection: close\r\n\r\n", maxReplacements: 1)
        let answer = String(decoding: try Browser.exchange(Array(closing.utf8), port: server.port), as: UTF8.self)
        let status = answer.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        #expect(status.map { (400..<500).contains($0) } ?? answer.isEmpty)
        #expect(!answer.contains(".swift") && !answer.contains("Fault"))
        #expect(try server.browser().get("/health").status == 200, "the server goes on")
    }

    @Test func `headers of 40 kB are refused`() async throws {
        let server = try await RunningServer()
        let request = "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: \(String(repeating: "a", count: 40_000))\r\n\r\n"
        let answer = String(decoding: try Browser.exchange(Array(request.utf8), port: server.port), as: UTF8.self)
        #expect(!answer.contains(" 200 "))
        #expect(try server.browser().get("/health").status == 200)
    }

    @Test func `who asks much faster than people can is held back, and may go on after a while`() async throws {
        let limit = RateLimit(size: 3, perSecond: 1)
        #expect((0..<3).allSatisfy { _ in limit.admits("a", now: 10) })
        #expect(!limit.admits("a", now: 10))
        #expect(limit.admits("b", now: 10))
        #expect(!limit.admits("a", now: 10.5))
        #expect(limit.admits("a", now: 11.5))
    }

    @Test func `a limit on clients keeps memory small`() {
        let limit = RateLimit(size: 2, perSecond: 1, mostClients: 10)
        for client in 0..<10 { #expect(limit.admits("\(client)", now: 0)) }
        #expect(!limit.admits("new", now: 0))
        #expect(limit.admits("new", now: 60))
    }

    @Test func `G10: no page refers to another host, and none has a script or a style of its own`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        for path in Self.pages(id) {
            let page = try browser.get(path)
            #expect(page.status == 200, "\(path)")
            #expect(!page.body.contains("//") || !page.body.replacing("<!DOCTYPE", with: "").contains("://"), "\(path)")
            #expect(
                !page.body.contains("<script") && !page.body.contains("style=") && !page.body.contains("<style"),
                "\(path)")
            #expect(!page.body.contains("onclick") && !page.body.contains("placeholder="), "\(path)")
        }
    }

    @Test func `a hostile text is shown as text, in pages and in fields`() async throws {
        let server = try await RunningServer()
        let hostile = Town.hostile + " \"\u{301}autofocus onfocus=alert(1) x=\""
        let id = try server.dossier(
            Town.sheet(hostile, answers: ["{ question: overlast, perspective: bewoners, value: true }"]))
        let browser = server.browser()
        let question = try browser.get("/dossiers/\(id)/\(nuisance)")
        let fields = [("answer", "yes"), ("note", hostile), ("method", hostile), ("source", hostile), ("yes", hostile)]
        let wrong = try browser.submit(question, fields)
        #expect(wrong.status == 422)
        let paths = Self.pages(id)
        for page in [wrong] + (try paths.map { try browser.get($0) }) {
            #expect(!page.body.contains("<script"))
            for tag in page.tags("input") + page.tags("a") + page.tags("option") {
                let outside = tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                    .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
                #expect(!outside.contains("onfocus"), "\(tag)")
            }
        }
    }

    @Test func `G3: each page is there in both languages, with a way to the other one and no word of the wrong one`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        for path in Self.pages(id) {
            let dutch = try browser.get(path)
            let address = try #require(dutch.link("English"))
            #expect(address == (path == "/" ? "/en" : "/en\(path)"))
            let english = try browser.get(address)
            #expect(english.status == 200)
            #expect(english.body.contains("<html lang=\"en\">") && dutch.body.contains("<html lang=\"nl\">"))
            let back = english.link("Nederlands")
            #expect(back == path)
            let words = english.text.replacing("Nederlands", with: "").split { !$0.isLetter }.map { $0.lowercased() }
            for word in ["de", "het", "een", "van", "niet", "uw", "vraag", "en", "terug", "naar"] {
                #expect(
                    !words.filter { $0 == word }.contains(word) || path.contains("help")
                        || english.text.contains("De stad") && word == "de", "\(path): \(word)")
            }
        }
    }

    @Test func `W24: a failure says what happened and what to do, with a number`() async throws {
        let server = try await RunningServer()
        let browser = server.browser()
        for (path, status) in [
            ("/nergens", 404), ("/dossiers/abc", 404), ("/dossiers/\(String(repeating: "a", count: 20))", 404),
        ] {
            let page = try browser.get(path)
            #expect(page.status == status)
            #expect(page.text.contains("Nummer voor de helpdesk: \(status)-"))
            #expect(page.count("<h1") == 1)
        }
        #expect(try browser.get("/en/nowhere").heading == "There is no such page")
    }

    @Test func `while the rules are read there is a page that comes back by itself`() async throws {
        let rules = RulesOnHand()
        let server = try await RunningServer(rules: rules)
        let id = try server.dossier()
        let browser = server.browser()
        #expect(try browser.get("/").status == 200)
        let moment = try browser.get("/dossiers/\(id)")
        #expect(moment.status == 503 && moment.headers["refresh"] == "1" && moment.heading == "Een ogenblik")
        rules.put(.ready(Town.rules))
        #expect(try browser.get("/dossiers/\(id)").status == 200)
    }

    /// One of each kind.
    static func pages(_ id: DossierID) -> [String] {
        [
            "/", "/help", "/dossiers/new", "/dossiers/\(id)", "/dossiers/\(id)/questions/bewoners.overlast?in=bewoners",
            "/dossiers/\(id)/questions/registratie.bijstand?in=werk", "/dossiers/\(id)/parts/bewoners",
            "/dossiers/\(id)/perspectives", "/dossiers/\(id)/history", "/dossiers/\(id)/close", "/dossiers/\(id)/copy",
            "/dossiers/\(id)/delete", "/dossiers/\(id)/analysis", "/dossiers/\(id)/analysis/problemen",
            "/dossiers/\(id)/analysis/problemen-annex", "/dossiers/\(id)/analysis/niet-bekend",
            "/dossiers/\(id)/analysis/herkomst-annex", "/dossiers/\(id)/why/problem%3Aonrust",
            "/dossiers/\(id)/report", "/dossiers/\(id)/what-if?set=bewoners.overlast%3Dfalse",
            "/dossiers/\(id)/overrules", "/dossiers/\(id)/overrules/problem%3Aonrust",
            "/dossiers/\(id)/compare?with=itself&day=2026-11-29", "/dossiers/\(id)/links",
            "/dossiers/\(id)/efforts",
        ]
    }
}
