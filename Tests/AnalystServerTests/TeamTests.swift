import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// A server for a team: accounts, roles, the log.
@Suite struct TeamTests {
    @Test func `without a login only the door and the help are open, and no page of the team without one`() async throws
    {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        let id = try server.dossier()
        let browser = server.browser()
        for path in ["/", "/dossiers/new", "/dossiers/\(id)", "/dossiers/\(id)/sheet", "/log", "/account"] {
            let page = try browser.get(path)
            #expect(page.status == 303 && page.headers["location"]?.hasPrefix("/login") == true, "\(path)")
        }
        #expect(try browser.get("/help").status == 200)
        #expect(try browser.get("/health").status == 200)
        #expect(try browser.get("/en/").headers["location"] == "/en/login")
        let open = try await RunningServer()
        for path in ["/login", "/account", "/log"] {
            #expect(try open.browser().get(path).status == 404, "\(path) is there without a team")
        }
    }

    @Test func `who logs in comes to the page that was asked for, under another session than before`() async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        let id = try server.dossier()
        let browser = server.browser()
        let form = try browser.get(try #require(try browser.get("/dossiers/\(id)").headers["location"]))
        #expect(form.heading == "Aanmelden" && form.count("<h1") == 1)
        let before = browser.cookie
        let page = try browser.follow(
            try browser.submit(form, [("name", " Anna "), ("password", RunningServer.password)]))
        #expect(page.heading == "De stad" && page.link("anna") == "/account")
        #expect(browser.cookie != before)
        let stranger = server.browser()
        stranger.cookie = before
        #expect(try stranger.get("/dossiers/\(id)").status == 303, "the word from before the login opens nothing")
    }

    @Test(arguments: ["//elders.nl", "https://elders.nl"])
    func `a login leads to no other host`(way: String) async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        let browser = server.browser()
        let form = try browser.get("/login?to=\(PercentCoding.encoded(way))")
        let sent = try browser.submit(form, [("name", "anna"), ("password", RunningServer.password)])
        #expect(sent.status == 303 && sent.headers["location"] == "/")
    }

    @Test func `a wrong password, a name that is not there and a locked account get the same words`() async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        let browser = server.browser()
        let form = try browser.get("/login")
        func attempt(_ name: String, _ password: String) throws -> Browser.Page {
            try browser.submit(form, [("name", name), ("password", password)])
        }
        let unknown = try attempt("bert", "iets anders dan dat")
        #expect(unknown.status == 422 && unknown.text.contains("Naam of wachtwoord klopt niet."))
        #expect(!unknown.body.contains("iets anders"), "a password is not sent back")
        for _ in 1...LoginLock.mostFailures {
            let wrong = try attempt("anna", "iets anders dan dat")
            #expect(wrong.text.replacing("anna", with: "") == unknown.text.replacing("bert", with: ""))
        }
        #expect(try attempt("anna", RunningServer.password).status == 422, "the account is locked")
        server.wait(seconds: Double(LoginLock.seconds) + 1)
        #expect(try attempt("anna", RunningServer.password).status == 303, "a lock ends")
        #expect(
            try server.log() == [
                "- account-added anna", "- refused", "anna refused", "anna refused", "anna refused", "anna refused",
                "anna locked", "anna refused", "anna login",
            ])
    }

    /// What each role may see and send, page by page.
    @Test(arguments: [
        (TeamRole.worker, "reads,works"), (.advisor, "reads"), (.trainer, ""), (.administrator, "deletes,logs"),
    ])
    func `each role has its pages`(role: TeamRole, may: String) async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("een", role)
        let id = try server.dossier()
        let browser = try server.browser(of: "een")
        let rights = Set(may.split(separator: ",").map(String.init))
        let question = "/dossiers/\(id)/questions/bewoners.overlast?in=bewoners"
        let pages = [
            ("/dossiers/\(id)", "reads"), ("/dossiers/\(id)/parts/bewoners", "reads"),
            ("/dossiers/\(id)/analysis", "reads"), ("/dossiers/\(id)/report/file?format=text", "reads"),
            ("/dossiers/\(id)/history", "reads"), ("/dossiers/\(id)/sheet", "reads"), ("/dossiers/new", "works"),
            (question, "works"), ("/dossiers/\(id)/efforts", "works"), ("/dossiers/\(id)/import", "works"),
            ("/dossiers/\(id)/links", "works"), ("/dossiers/\(id)/close", "works"),
            ("/dossiers/\(id)/delete", "deletes"), ("/log", "logs"),
        ]
        for (path, right) in pages {
            let page = try browser.get(path)
            #expect(page.status == (rights.contains(right) ? 200 : 403), "\(role) \(path)")
            if page.status == 403 { #expect(page.heading == "Deze pagina hoort niet bij uw rol") }
        }
        #expect(try browser.get("/account").status == 200)
        let start = try browser.get("/")
        #expect((start.link("Nieuw dossier beginnen") != nil) == rights.contains("works"))
        #expect((start.link("Logboek") != nil) == rights.contains("logs"))
        #expect(start.body.contains(id.text) == !rights.isDisjoint(with: ["reads", "deletes"]))
        // A form is refused although its page was seen: the role is looked at when it is sent.
        let token = try #require(try browser.get("/account").value("token"))
        let sent = try browser.post(question, [("token", token), ("seen", "none"), ("answer", "yes"), ("do", "save")])
        #expect((sent.status == 303) == rights.contains("works"))
        #expect(try server.answers(id).count == (rights.contains("works") ? 1 : 0))
        if rights.contains("reads") {
            let list = try browser.get("/dossiers/\(id)")
            #expect((list.link("Dossier sluiten") != nil) == rights.contains("works"))
            #expect(list.link("Dossier verwijderen") == nil)
        }
    }

    @Test func `other roles and a removed account hold from the next page on`() async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        let id = try server.dossier()
        let browser = try server.browser(of: "anna")
        #expect(try browser.get("/dossiers/\(id)/efforts").status == 200)
        try server.team.setRoles([.advisor], of: "anna", by: "beheer", at: "2026-11-30T12:00:00Z")
        #expect(try browser.get("/dossiers/\(id)/efforts").status == 403)
        try server.team.remove("anna", by: "beheer", at: "2026-11-30T12:00:00Z")
        #expect(try browser.get("/dossiers/\(id)").status == 303)
    }

    @Test func `the history and the log tell who did what, and the log no content`() async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        try server.account("beheer", .administrator)
        let id = try server.dossier()
        let browser = try server.browser(of: "anna")
        let page = try browser.get("/dossiers/\(id)/questions/bewoners.overlast?in=bewoners")
        _ = try browser.submit(page, [("answer", "yes"), ("note", "een geheim")])
        #expect(try server.site.store.history(of: id).last?.author == "anna")
        #expect(try browser.get("/dossiers/\(id)/history").link("Uw naam wijzigen") == nil)
        _ = try browser.get("/dossiers/\(id)/sheet")
        _ = try browser.get("/dossiers/\(id)/delete")
        #expect(
            try server.log().suffix(4) == [
                "anna login", "anna dossier-changed dossier", "anna dossier-taken dossier", "anna denied dossier",
            ])
        let administrator = try server.browser(of: "beheer")
        let log = try administrator.get("/log")
        #expect(log.text.contains("anna: wijzigde een dossier") && log.text.contains("beheer: beheerder"))
        #expect(!log.body.contains("geheim") && !log.body.contains("overlast"))
        let confirmation = try administrator.get("/dossiers/\(id)/delete")
        _ = try administrator.submit(confirmation, [])
        #expect(try server.team.log(most: 100).allSatisfy { $0.dossier == nil }, "G9: no trace of a deleted dossier")
        #expect(try server.log().last == "beheer dossier-deleted")
    }

    @Test func `what was filled in is not lost when a login has ended`() async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        let id = try server.dossier()
        let browser = try server.browser(of: "anna")
        let page = try browser.get("/dossiers/\(id)/questions/bewoners.overlast?in=bewoners")
        server.wait(seconds: 25 * 3_600)
        let asked = try browser.submit(page, [("answer", "yes"), ("note", "uit het buurthuis"), ("do", "save")])
        #expect(asked.status == 303 && asked.headers["location"]?.hasPrefix("/login") == true)
        let form = try browser.get(try #require(asked.headers["location"]))
        let again = try browser.submit(form, [("name", "anna"), ("password", RunningServer.password)])
        #expect(again.heading == "Verstuur het nog een keer" && again.body.contains("uit het buurthuis"))
        #expect(try browser.submit(again, []).status == 303)
        #expect(try server.answers(id) == ["overlast bewoners true"])
    }

    @Test func `a password that is sent too late is asked for anew, and stands on no page`() async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        let browser = server.browser()
        let form = try browser.get("/login")
        browser.cookie = nil
        let late = try browser.submit(form, [("name", "anna"), ("password", RunningServer.password)])
        #expect(late.status == 303 && late.headers["location"] == "/login")
        let account = try server.browser(of: "anna")
        let page = try account.get("/account")
        server.wait(seconds: 25 * 3_600)
        let asked = try account.submit(page, [("old", RunningServer.password), ("new", "x")], to: "/account")
        let again = try account.submit(
            try account.get(try #require(asked.headers["location"])),
            [("name", "anna"), ("password", RunningServer.password)])
        #expect(again.status == 303 && again.headers["location"] == "/account")
    }

    @Test func `somebody else at the same browser sees nothing of what was typed`() async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        try server.account("bert", .worker)
        let id = try server.dossier()
        let browser = try server.browser(of: "anna")
        let address = "/dossiers/\(id)/questions/bewoners.overlast?in=bewoners"
        let page = try browser.get(address)
        _ = try browser.submit(page, [("go", "/"), ("note", "van Anna")])
        #expect(try browser.get(address).body.contains("van Anna"))
        let out = try browser.submit(try browser.get("/account"), [], to: "/logout")
        #expect(out.headers["location"] == "/login" && out.headers["set-cookie"]?.contains("Max-Age=0") == true)
        #expect(try browser.get(address).status == 303)
        let form = try browser.get("/login")
        _ = try browser.submit(form, [("name", "bert"), ("password", RunningServer.password)])
        #expect(!(try browser.get(address).body.contains("van Anna")))
    }

    @Test func `a password is changed by who knows the old one, and ends other sessions`() async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        let browser = try server.browser(of: "anna")
        let other = try server.browser(of: "anna")
        let form = try browser.get("/account")
        func change(_ old: String, _ new: String, _ again: String) throws -> Browser.Page {
            try browser.submit(form, [("old", old), ("new", new), ("again", again)], to: "/account")
        }
        #expect(
            try change("verkeerd", "een heel nieuwe zin", "een heel nieuwe zin").text.contains("niet uw wachtwoord"))
        #expect(try change(RunningServer.password, "kort", "kort").text.contains("te kort"))
        #expect(try change(RunningServer.password, "hallo anna hier", "hallo anna hier").text.contains("Uw naam staat"))
        #expect(
            try change(RunningServer.password, "een heel nieuwe zin", "een andere zin").text.contains("niet gelijk"))
        #expect(try change(RunningServer.password, "een heel nieuwe zin", "een heel nieuwe zin").status == 303)
        #expect(try browser.get("/account").status == 200)
        #expect(try other.get("/account").status == 303, "a stolen session ends with the password")
    }

    @Test func `links for others work without an account`() async throws {
        let server = try await RunningServer(isTeam: true)
        try server.account("anna", .worker)
        let id = try server.dossier()
        let browser = try server.browser(of: "anna")
        let links = try browser.follow(
            try browser.submit(
                try browser.get("/dossiers/\(id)/links"), [("purpose", "bewoners"), ("days", "30")]))
        let token = try #require(links.body.firstMatch(of: #//invited/([0-9A-Za-z_-]+)/#)?.1)
        let page = try server.browser().get("/invited/\(token)")
        #expect(page.status == 200 && page.link("anna") == nil)
    }

    @Test(arguments: [
        ([], "10.0.0.9", "1.2.3.4", "10.0.0.9"), (["10.0.0.9"], "10.0.0.9", "1.2.3.4", "1.2.3.4"),
        (["10.0.0.9"], "10.0.0.8", "1.2.3.4", "10.0.0.8"),
        (["10.0.0.9"], "10.0.0.9", "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (["10.0.0.9", "10.0.0.7"], "10.0.0.9", "1.2.3.4, 10.0.0.7", "1.2.3.4"),
        (["10.0.0.9"], "10.0.0.9", "onzin <b>", "10.0.0.9"), (["10.0.0.9"], "10.0.0.9", nil, "10.0.0.9"),
        (["::1"], "::1", "2001:db8::1", "2001:db8::1"),
    ])
    func `an address in a header counts only from a proxy that is named`(
        proxies: [String], peer: String, header: String?, expected: String
    ) {
        #expect(ClientAddress(trusting: proxies).of(peer: peer, forwarded: header) == expected)
    }

    @Test func `behind a proxy that is named each address has a limit of its own`() async throws {
        for (proxies, isOwn) in [(["127.0.0.1"], true), ([], false)] {
            let server = try await RunningServer(isTeam: true, proxies: proxies)
            try server.account("anna", .worker)
            func attempt(_ address: String) throws -> Int {
                let browser = server.browser()
                return try browser.submit(
                    try browser.get("/login"), [("name", "anna"), ("password", RunningServer.password)],
                    headers: ["X-Forwarded-For": address]
                ).status
            }
            // A password that is far too long costs no work, but counts.
            let long = String(repeating: "x", count: 2_000)
            for _ in 1...30 {
                let browser = server.browser()
                _ = try browser.submit(
                    try browser.get("/login"), [("name", "anna"), ("password", long)],
                    headers: ["X-Forwarded-For": "6.6.6.6"])
            }
            #expect(try attempt("6.6.6.6") == 422, "too many attempts came from there")
            #expect(try attempt("1.2.3.4") == (isOwn ? 303 : 422))
        }
    }
}
