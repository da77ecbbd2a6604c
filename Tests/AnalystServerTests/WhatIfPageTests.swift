import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// Trying something out, and taking it over.
@Suite struct WhatIfPageTests {
    @Test func `A5: what is added, gone and moved is shown, and the dossier stays as it is`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(
            Town.sheet(answers: ["{ question: overlast, perspective: bewoners, value: false }"]))
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/what-if")
        #expect(page.text.contains("Overlast (Nee)"))
        let tried = try browser.follow(
            try browser.get("/dossiers/\(id)/what-if?question=bewoners.overlast&value=ja"))
        #expect(tried.text.contains("Nu gevonden") && tried.text.contains("‘Onrust’"))
        #expect(try server.answers(id) == ["overlast bewoners false"])
        #expect(try server.site.store.history(of: id).count == 1)
        let both = try browser.follow(
            try browser.get(
                "/dossiers/\(id)/what-if?set=bewoners.overlast%3Dtrue&question=registratie.bijstand&value=12,5"))
        #expect(both.text.contains("‘Armoede’") && both.text.contains("Bijstand: 12,5"))
        let less = try browser.get(try #require(both.link("Weghalen")))
        #expect(!less.text.contains("‘Onrust’") && less.text.contains("‘Armoede’"))
    }

    @Test func `A5: only Overnemen changes the dossier, and the history can undo it`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let tried = try browser.get("/dossiers/\(id)/what-if?set=bewoners.overlast%3Dtrue&set=registratie.banen%3D500")
        let page = try browser.follow(
            try browser.submit(
                tried, [("set", "bewoners.overlast=true"), ("set", "registratie.banen=500")],
                to: "/dossiers/\(id)/what-if"))
        #expect(page.heading == "Analyse van De stad")
        #expect(page.text.contains("2 antwoorden zijn overgenomen."))
        #expect(try server.answers(id) == ["overlast bewoners true", "banen registratie 500"])
        let history = try browser.get("/dossiers/\(id)/history")
        _ = try browser.submit(history, [])
        #expect(try server.answers(id) == ["overlast bewoners true"])
    }

    @Test func `another figure than that of a table is taken over with a reason alone`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let browser = server.browser()
        let address = "/dossiers/\(id)/what-if"
        let tried = try browser.get("\(address)?set=registratie.bijstand%3D4")
        #expect(tried.text.contains("Niet meer aan de orde"))
        let refused = try browser.submit(tried, [("set", "registratie.bijstand=4")], to: address)
        #expect(refused.status == 422 && refused.title.hasPrefix("Fout:"))
        #expect(try server.answers(id) == [])
        let done = try browser.submit(refused, [("set", "registratie.bijstand=4"), ("reason", "Geteld.")], to: address)
        #expect(done.status == 303)
        #expect(try server.site.store.load(id).answers.first?.reason == "Geteld.")
    }

    @Test func `what somebody else changed meanwhile is not taken over blindly`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let tried = try browser.get("/dossiers/\(id)/what-if?set=bewoners.overlast%3Dtrue")
        let change = AnswerChange(
            .init(perspective: "bewoners", code: "overlast"), from: nil,
            to: Answer(question: "overlast", perspective: "bewoners", value: .no, date: nil))
        _ = try server.site.store.record(change, in: id, by: nil, at: "2026-11-30T15:00:00+01:00")
        let refused = try browser.submit(tried, [("set", "bewoners.overlast=true")], to: "/dossiers/\(id)/what-if")
        #expect(refused.status == 409)
        #expect(try server.answers(id) == ["overlast bewoners false"])
    }

    @Test(arguments: [
        ("question=bewoners.overlast&value=misschien", "ja, nee of onbekend"),
        ("question=registratie.bijstand&value=400", "0 tot 100"), ("question=&value=ja", "Kies een vraag"),
        ("question=bewoners.geen&value=ja", "Kies een vraag"),
    ])
    func `what cannot be tried is refused with the reason, and the input stays`(query: String, words: String)
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier()
        let page = try server.browser().get("/dossiers/\(id)/what-if?\(query)")
        #expect(page.status == 422 && page.text.contains(words), "\(page.text)")
        #expect(page.count("<h1") == 1)
    }

    @Test(arguments: ["set=x", "set=bewoners.overlast%3D12", "set=registratie.bijstand%3D400", "set=geen.x%3Dtrue"])
    func `an address that nobody made by the form is refused`(query: String) async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        #expect(try server.browser().get("/dossiers/\(id)/what-if?\(query)").status == 400)
    }

    @Test func `W26: in a closed dossier it can be tried and not taken over`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let open = try browser.get("/dossiers/\(id)/what-if?set=bewoners.overlast%3Dtrue")
        _ = try server.site.store.close(id, by: nil, at: "2026-11-30T11:00:00+01:00")
        let closed = try browser.get("/dossiers/\(id)/what-if?set=bewoners.overlast%3Dtrue")
        #expect(closed.text.contains("‘Onrust’") && !closed.body.contains("Overnemen</button>"))
        let refused = try browser.submit(open, [("set", "bewoners.overlast=true")], to: "/dossiers/\(id)/what-if")
        #expect(refused.status == 409)
    }
}
