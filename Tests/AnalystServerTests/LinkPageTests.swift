import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// Invitations and links to read: what each opens, and what none opens.
@Suite struct LinkPageTests {
    private let nuisance = "questions/bewoners.overlast"

    /// Makes a link on the page for it; gives the path behind the host.
    private func link(_ purpose: String, to id: DossierID, _ server: RunningServer, days: Int = 30) throws -> String {
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/links")
        let made = try browser.follow(
            try browser.post(
                "/dossiers/\(id)/links",
                [("token", try #require(page.value("token"))), ("purpose", purpose), ("days", "\(days)")]))
        let start = "http://127.0.0.1:\(server.port)"
        return try #require(Browser.Page.between(start, "</p>", in: made.body))
    }

    @Test func `W22: a link to read is shown once, kept as a hash, and says that it is to read alone`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let path = try link("report", to: id, server)
        let token = try #require(path.split(separator: "/").last)
        #expect(token.count == 64)
        let kept = try #require(try server.site.store.links(to: id).first)
        #expect(kept.hash == DossierLink.hash(of: String(token)) && kept.hash != String(token))
        #expect(kept.expires == "2026-12-30T14:20:00+01:00")
        #expect(!(try server.browser().get("/dossiers/\(id)/links").body.contains(token)))
        let page = try server.browser().get(path)
        #expect(page.status == 200 && page.text.contains("Alleen lezen") && page.text.contains("Armoede"))
        #expect(page.headers["x-robots-tag"] == "noindex, nofollow")
        #expect(page.tags("form").isEmpty && !page.body.contains("\(id)"))
        #expect(page.count("<h1") == 1)
        #expect(try server.browser().get("/en\(path)").text.contains("Read only"))
    }

    @Test func `W22: a link that was taken back, or has expired, leads to a page that says so`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let path = try link("report", to: id, server)
        let browser = server.browser()
        let list = try browser.get("/dossiers/\(id)/links")
        let hash = try #require(list.value("hash"))
        let after = try browser.follow(try browser.submit(list, [("hash", hash)], to: "/dossiers/\(id)/links"))
        #expect(after.text.contains("Ingetrokken op"))
        let ended = try server.browser().get(path)
        #expect(ended.status == 410 && ended.heading == "Deze link werkt niet meer")
        let old = DossierLink(
            to: id, hash: DossierLink.hash(of: "oud"), for: .report, created: "2026-10-01T10:00:00+01:00", by: nil,
            expires: "2026-11-30T14:19:59+01:00")
        try server.site.store.add(old)
        #expect(try server.browser().get("/shared/oud").status == 410)
    }

    @Test func `W15: an invitation opens the questions of its group, and an answer goes into the dossier`() async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier()
        let path = try link("bewoners", to: id, server)
        let browser = server.browser()
        let list = try browser.get(path)
        #expect(list.text.contains("Is er overlast?") && list.text.contains("Bewoners"))
        let question = try browser.get("\(path)/\(nuisance)")
        #expect(question.count("<h1") == 1)
        let wrong = try browser.submit(question, [])
        #expect(wrong.status == 422 && wrong.title.hasPrefix("Fout:"))
        let next = try browser.follow(try browser.submit(question, [("answer", "yes"), ("note", "’s Avonds.")]))
        #expect(next.text.contains("Uw antwoord is opgeslagen."))
        #expect(try server.answers(id) == ["overlast bewoners true"])
        #expect(try server.site.store.history(of: id).last?.author?.hasPrefix("link ") == true)
        let own = try browser.get("\(path)/\(nuisance)")
        #expect(own.body.contains("value=\"yes\" checked") && own.body.contains("’s Avonds.</textarea>"))
        _ = try browser.submit(own, [("answer", "no")])
        #expect(try server.answers(id) == ["overlast bewoners false"])
    }

    @Test func `W15: what others answered is neither seen nor overwritten by an invitation`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(
            Town.sheet(answers: ["{ question: overlast, perspective: bewoners, value: true, note: geheim }"]))
        let (one, two) = (try link("bewoners", to: id, server), try link("bewoners", to: id, server))
        let list = try server.browser().get(one)
        #expect(!list.body.contains("geheim") && !list.body.contains("bewoners.overlast"))
        #expect(try server.browser().get("\(one)/\(nuisance)").status == 404)
        let browser = server.browser()
        let vacancy = try browser.get("\(one)/questions/bewoners.leegstand")
        #expect(try browser.submit(vacancy, [("answer", "yes")]).status == 303)
        #expect(try server.browser().get("\(two)/questions/bewoners.leegstand").status == 404)
    }

    /// Each kind of link on each kind of page: the access matrix.
    @Test func `W15: a link opens its own pages alone`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        func token(_ purpose: String) throws -> String {
            String(try #require(try link(purpose, to: id, server).split(separator: "/").last))
        }
        let tokens = [
            "report": try token("report"), "bewoners": try token("bewoners"), "ondernemers": try token("ondernemers"),
            "none": String(repeating: "0", count: 64), "dossier": id.text,
        ]
        let pages = [
            "shared/T": ["report"], "invited/T": ["bewoners", "ondernemers"], "invited/T/\(nuisance)": ["bewoners"],
            "invited/T/questions/ondernemers.overlast": ["ondernemers"],
            "invited/T/questions/registratie.bijstand": [], "invited/T/questions/x": [], "dossiers/T": ["dossier"],
            "dossiers/T/analysis": ["dossier"], "dossiers/T/\(nuisance)": ["dossier"],
        ]
        for (page, allowed) in pages {
            for (kind, token) in tokens {
                let status = try server.browser().get("/" + page.replacing("T", with: token)).status
                #expect((status == 200) == allowed.contains(kind), "\(kind) on \(page): \(status)")
                #expect(status == 200 || status == 404)
            }
        }
    }

    @Test func `a link of another dossier cannot be taken back, and a form without its word makes none`() async throws {
        let server = try await RunningServer()
        let (one, two) = (try server.dossier(), try server.dossier(Town.sheet("Ander")))
        _ = try link("report", to: one, server)
        let hash = try #require(try server.site.store.links(to: one).first?.hash)
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(two)/links")
        #expect(try browser.submit(page, [("hash", hash)], to: "/dossiers/\(two)/links").status == 404)
        #expect(try server.site.store.links(to: one).first?.revoked == nil)
        for wrong in [[("purpose", "registratie"), ("days", "30")], [("purpose", "report"), ("days", "9999")]] {
            #expect(try browser.submit(page, wrong, to: "/dossiers/\(two)/links").status == 400)
        }
        #expect(
            try browser.submit(
                page, [("token", "x"), ("purpose", "report"), ("days", "30")], to: "/dossiers/\(two)/links"
            )
            .status == 403)
        #expect(try server.site.store.links(to: two).isEmpty)
    }

    @Test func `W26: an invitation to a closed dossier takes no answer, its report can still be read`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let (invited, shared) = (try link("bewoners", to: id, server), try link("report", to: id, server))
        let browser = server.browser()
        let question = try browser.get("\(invited)/\(nuisance)")
        _ = try server.site.store.close(id, by: nil, at: "2026-11-30T11:00:00+01:00")
        #expect(try browser.submit(question, [("answer", "yes")]).status == 409)
        #expect(try server.browser().get(shared).status == 200)
        #expect(!(try browser.get("/dossiers/\(id)/links").body.contains("value=\"bewoners\"")))
    }

    @Test func `G9: with a dossier its links are gone`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let shared = try link("report", to: id, server)
        try server.site.store.delete(id)
        #expect(try server.browser().get(shared).status == 404)
    }
}
