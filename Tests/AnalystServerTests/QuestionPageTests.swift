import Foundation
import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// One question a page, and what happens to what is typed on it.
@Suite struct QuestionPageTests {
    private let nuisance = "questions/bewoners.overlast?in=bewoners"
    private let assistance = "questions/registratie.bijstand?in=werk"

    @Test func `W4: what is typed and not sent goes along to another language or part, and is there on the way back`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let address = "/dossiers/\(id)/questions/bewoners.overlast?in=bewoners"
        let page = try browser.get(address)
        let ways = page.tags("button").filter { $0.contains("name=\"go\"") && $0.contains("form=\"question\"") }
            .compactMap { Browser.Page.between(" value=\"", "\"", in: $0) }
        #expect(ways == ["/dossiers/\(id)", "/en\(address)", "/dossiers/\(id)"])
        let first = try #require(page.tags("button").first)
        #expect(first.contains("value=\"save\"") && first.contains("aria-hidden"), "the key of entry saves the answer")
        for way in ways {
            let left = try browser.submit(page, [("go", way), ("yes", "heel veel")])
            #expect(left.status == 303 && left.headers["location"] == way)
            #expect(try browser.get(address).value("yes") == "heel veel")
        }
        #expect(try server.answers(id).isEmpty, "keeping is not saving")
        _ = try browser.submit(page, [("go", ways[0]), ("yes", "")])
        #expect(!(try browser.get(address).text.contains("nog niet opgeslagen")), "nothing is left to keep")
    }

    @Test(arguments: ["//elders.nl", "https://elders.nl/", "/\\elders.nl", "", "/a\r\nSet-Cookie: x=1"])
    func `a way that leads to another host is not taken`(way: String) async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/questions/bewoners.overlast?in=bewoners")
        let answer = try browser.submit(page, [("go", way)])
        #expect(answer.status == 422 && answer.headers["location"] == nil)
    }

    @Test func `W14: when and where somebody said it stands beside the answer, and comes back into the form`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let address = "/dossiers/\(id)/questions/bewoners.overlast?in=bewoners"
        let page = try browser.get(address)
        let wrong = try browser.submit(page, [("answer", "yes"), ("date", "1-1-2999")])
        #expect(wrong.status == 422 && wrong.text.contains("een dag in die al geweest is"))
        _ = try browser.submit(
            page, [("answer", "yes"), ("date", "1-6-2026"), ("places", "Stationsplein, , de Vliet ")])
        let answer = try #require(try server.site.store.load(id).answers.first)
        #expect(answer.date == FEELDate("2026-06-01") && answer.places == ["Stationsplein", "de Vliet"])
        #expect(try browser.get(address).value("places") == "Stationsplein, de Vliet")
        let person = try browser.submit(
            page, [("answer", "yes"), ("places", "Dorpsstraat 12, 1234 AB")])
        #expect(person.heading == "Staat er iets over een persoon in?")
        _ = try browser.submit(try browser.get(address), [("answer", "yes"), ("date", "1-6-2026"), ("places", "")])
        #expect(try server.site.store.load(id).answers.map(\.places) == [[]])
    }

    @Test(arguments: ["", "/en"])
    func `W2: a page has one h1, the question, and it is the legend of its choices`(prefix: String) async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let page = try server.browser().get("\(prefix)/dossiers/\(id)/\(nuisance)")
        #expect(page.status == 200)
        #expect(page.count("<h1") == 1)
        #expect(
            page.body.contains("<legend><h1>\(prefix.isEmpty ? "Is er overlast?" : "Is there nuisance?")</h1></legend>")
        )
        #expect(page.body.contains("<html lang=\"\(prefix.isEmpty ? "nl" : "en")\">"))
    }

    @Test func `nothing is chosen for the person`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let page = try server.browser().get("/dossiers/\(id)/\(nuisance)")
        #expect(page.tags("input").count { $0.contains("type=\"radio\"") } == 3)
        #expect(!page.body.contains(" checked"))
    }

    @Test func `W12: progress stands above the question and in the title`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        #expect(page.text.contains("Vraag 1, nog ongeveer 1 – Bewoners"))
        #expect(page.title == "Is er overlast? – Vraag 1, nog ongeveer 1 – Bewoners – De stad – Gebiedsanalyse")
        let next = try browser.follow(try browser.submit(page, [("answer", "no")]))
        #expect(next.text.contains("Vraag 2, nog ongeveer 0 – Bewoners"))
    }

    @Test func `W3: a form is answered by a way to another page, and Back shows the saved answer`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        let sent = try browser.submit(page, [("answer", "yes")])
        #expect(sent.status == 303)
        #expect(try server.answers(id) == ["overlast bewoners true"])
        let again = try browser.get("/dossiers/\(id)/\(nuisance)")
        #expect(again.tags("input").contains { $0.contains("id=\"answer-yes\"") && $0.contains(" checked") })
        #expect(again.headers["cache-control"] == "private, max-age=0")
    }

    @Test func `W5: each question can be saved to go on, to go on later, or be skipped`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        for text in [
            "Opslaan en verder", "Opslaan en later verdergaan", "Overslaan", "Hierna: de volgende vraag – Bewoners",
        ] {
            #expect(page.text.contains(text))
        }
        let list = try browser.follow(try browser.submit(page, [("answer", "unknown"), ("do", "later")]))
        #expect(list.heading == "De stad")
        #expect(list.text.contains("Uw antwoord is opgeslagen."))
        #expect(try server.answers(id) == ["overlast bewoners unknown"])
        let other = try browser.get("/dossiers/\(id)/questions/bewoners.leegstand?in=bewoners")
        _ = try browser.submit(other, [("do", "skip")])
        #expect(try server.answers(id).last == "leegstand bewoners skipped")
    }

    @Test func `G4: don't know is an answer, and empty is none`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(assistance)")
        #expect(try browser.submit(page, []).status == 422)
        #expect(try server.answers(id) == [])
        #expect(try browser.submit(page, [("answer", "unknown")]).status == 303)
        #expect(try server.answers(id) == ["bijstand registratie unknown"])
    }

    @Test
    func `W6: what is wrong stands in a summary with the focus, at the field and in the title, and the input stays`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(assistance)")
        let wrong = try browser.submit(page, [("number", "veel"), ("note", "gehoord")])
        #expect(wrong.status == 422)
        #expect(wrong.title.hasPrefix("Fout: "))
        let summary = try #require(wrong.tags("div").first { $0.contains("id=\"mistakes\"") })
        #expect(
            summary.contains("role=\"alert\"") && summary.contains("tabindex=\"-1\"") && summary.contains(" autofocus"))
        #expect(wrong.body.contains("<a href=\"#number\">"))
        #expect(wrong.body.contains("<p class=\"mistake\" id=\"number-mistake\">"))
        let field = try #require(wrong.tags("input").first { $0.contains("id=\"number\"") })
        #expect(field.contains("value=\"veel\"") && field.contains("aria-invalid=\"true\""))
        #expect(field.contains("number-mistake"))
        #expect(wrong.body.contains("gehoord</textarea>"))
        #expect(wrong.text.contains("Hierna: de volgende vraag – Werk"))
        #expect(wrong.tags("form").allSatisfy { $0.contains("novalidate") })
        #expect(try server.answers(id) == [])
    }

    @Test func `W6: a link in the summary leads to a field that is there`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        for (path, fields) in [
            (nuisance, []), (nuisance, [("yes", "x"), ("people", "-")]),
            (nuisance, [("yes", "7"), ("people", "3")]), (assistance, [("number", "1"), ("year", "x")]),
            (assistance, [("answer", "unknown"), ("number", "1")]), (assistance, [("answer", "number")]),
        ] {
            let page = try browser.get("/dossiers/\(id)/\(path)")
            let wrong = try browser.submit(page, fields)
            #expect(wrong.status == 422)
            let targets = wrong.body.components(separatedBy: "<a href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
                .filter { $0 != "content" }
            #expect(!targets.isEmpty)
            for target in targets { #expect(wrong.body.contains(" id=\"\(target)\""), "\(target)") }
        }
    }

    @Test func `W4: what was typed and is wrong is found again after leaving, by this browser alone`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(assistance)")
        _ = try browser.submit(page, [("number", "veel")])
        _ = try browser.get("/dossiers/\(id)")
        let again = try browser.get("/dossiers/\(id)/\(assistance)")
        #expect(again.body.contains("value=\"veel\""))
        #expect(again.text.contains("nog niet opgeslagen"))
        #expect(
            try browser.get("/dossiers/\(id)/parts/werk").text.contains("U typte hier iets dat nog niet is opgeslagen.")
        )
        #expect(try !server.browser().get("/dossiers/\(id)/\(assistance)").body.contains("veel"))
        _ = try browser.submit(again, [("number", "12,5")])
        #expect(try browser.get("/dossiers/\(id)/\(assistance)").body.contains("value=\"12,5\""))
        #expect(try server.answers(id) == ["bijstand registratie 12.5"])
    }

    @Test(arguments: [
        ("", "12,5", "bijstand registratie 12.5"), ("", "10..20", "bijstand registratie 10..20"),
        ("/en", "12.5", "bijstand registratie 12.5"), ("", "10 tot 20", "bijstand registratie 10..20"),
    ])
    func `U13, U16: numbers are read as they are written in the language, brackets too`(
        prefix: String, text: String, expected: String
    ) async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("\(prefix)/dossiers/\(id)/\(assistance)")
        #expect(try browser.submit(page, [("number", text)]).status == 303)
        #expect(try server.answers(id) == [expected])
    }

    @Test(arguments: [("", "5.000", "banen registratie 5000"), ("/en", "5,000", "banen registratie 5000")])
    func `U13: a sign between thousands is read`(prefix: String, text: String, expected: String) async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("\(prefix)/dossiers/\(id)/questions/registratie.banen?in=werk")
        #expect(try browser.submit(page, [("number", text)]).status == 303)
        #expect(try server.answers(id) == [expected])
    }

    @Test(arguments: ["101", "-1", "1,2,3", "20..10"])
    func `U15: a number that cannot be is refused with a reason`(text: String) async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(assistance)")
        #expect(try browser.submit(page, [("number", text)]).status == 422)
        #expect(try server.answers(id) == [])
    }

    @Test func `W14, W18: an answer keeps how it was asked, how many people, a note and a source`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        let fields = [
            ("yes", "30"), ("no", "12"), ("people", "50"), ("method", "bewonersavond"), ("degree", "serious"),
            ("note", "Vooral\r\nin de avond"), ("source", "verslag"),
        ]
        #expect(try browser.submit(page, fields).status == 303)
        let answer = try #require(try server.site.store.load(id).answers.first)
        #expect(answer.value == .counted(yes: 30, no: 12))
        #expect(answer.people == FEELNumber(50) && answer.method == "bewonersavond" && answer.degree == .serious)
        #expect(answer.source == "verslag" && answer.date == FEELDate("2026-11-30"))
        let again = try browser.get("/dossiers/\(id)/\(nuisance)")
        #expect(again.body.contains("value=\"bewonersavond\"") && again.body.contains("in de avond</textarea>"))
        #expect(again.body.contains("<details open>"))
    }

    @Test func `U16: a figure of a table is shown with its source and benchmark, and overruled with a reason alone`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "12.5"))
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(assistance)")
        #expect(
            page.text.contains("In de tabel staat: 12,5") && page.text.contains("2023")
                && page.text.contains("Gemeente: 8"))
        #expect(try browser.submit(page, [("number", "9")]).status == 422)
        #expect(try browser.submit(page, []).status == 303, "who agrees with the figure goes on")
        #expect(try server.answers(id) == [])
        let reason = ("reason", "Het CBS telde studenten mee.")
        #expect(try browser.submit(page, [("number", "9"), reason]).status == 303)
        #expect(try server.site.store.load(id).answers.first?.reason == reason.1)
    }

    @Test(arguments: ["", "/en"])
    func `W13, G5: a page says why it asks, what waits, and what each answer decides`(prefix: String) async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let page = try server.browser().get("\(prefix)/dossiers/\(id)/\(nuisance)")
        let texts =
            prefix.isEmpty
            ? [
                "Waarom vragen we dit?", "Cijfers missen veel.", "Onrust", "Wat elk antwoord zou beslissen:",
                "vast staat dan",
            ]
            : ["Why do we ask this?", "Figures miss much.", "Unrest", "What each answer would decide:", "then settled"]
        for text in texts { #expect(page.text.contains(text), "\(text)") }
        #expect(page.count("<details") == 2)
    }

    @Test func `W20: words that look like data of a person are asked about before they are saved`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        let warning = try browser.submit(page, [("answer", "yes"), ("note", "Bel 06-12345678")])
        #expect(warning.heading == "Staat er iets over een persoon in?")
        #expect(warning.text.contains("telefoonnummer"))
        #expect(try server.answers(id) == [])
        let back = try browser.get(try #require(warning.link("Aanpassen")))
        #expect(back.body.contains("Bel 06-12345678</textarea>"))
        #expect(try browser.submit(warning, []).status == 303)
        #expect(try server.answers(id) == ["overlast bewoners true"])
        let harmless = try browser.get("/dossiers/\(id)/questions/bewoners.leegstand?in=bewoners")
        #expect(try browser.submit(harmless, [("answer", "no"), ("note", "Sinds 2019, 12 panden")]).status == 303)
    }

    @Test func `W21: who answers second sees both answers and chooses`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let (first, second) = (server.browser(), server.browser())
        let mine = try first.get("/dossiers/\(id)/\(nuisance)")
        let theirs = try second.get("/dossiers/\(id)/\(nuisance)")
        #expect(try second.submit(theirs, [("answer", "no")]).status == 303)
        let conflict = try first.submit(mine, [("answer", "yes")])
        #expect(conflict.status == 409)
        #expect(conflict.text.contains("Er staat nu Nee") && conflict.text.contains("U vulde in Ja"))
        #expect(try server.answers(id) == ["overlast bewoners false"])
        #expect(try first.submit(conflict, []).status == 303)
        #expect(try server.answers(id) == ["overlast bewoners true"])
    }

    @Test func `W21: answers of other groups never clash`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let (first, second) = (server.browser(), server.browser())
        let mine = try first.get("/dossiers/\(id)/\(nuisance)")
        let theirs = try second.get("/dossiers/\(id)/questions/ondernemers.overlast?in=ondernemers")
        #expect(try second.submit(theirs, [("answer", "no")]).status == 303)
        #expect(try first.submit(mine, [("answer", "yes")]).status == 303)
        #expect(try server.answers(id).count == 2)
    }

    @Test func `G1: after a kill and a new start the same question comes next`() async throws {
        let first = try await RunningServer()
        let id = try first.dossier()
        let browser = first.browser()
        let page = try browser.follow(try browser.get("/dossiers/\(id)/next?in=first"))
        let fields = page.body.contains("name=\"number\"") ? [("number", "12")] : [("answer", "yes")]
        let next = try browser.follow(try browser.submit(page, fields))
        first.stop()
        let second = try await RunningServer(folder: first.folder)
        let again = try { try $0.follow(try $0.get("/dossiers/\(id)/next?in=first")) }(second.browser())
        #expect(again.heading == next.heading)
        #expect(try second.answers(id).count == 1)
    }

    @Test func `G6: an answer that makes no difference is kept, marked, and comes back`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(
            Town.sheet(answers: [
                "{ question: overlast, perspective: ondernemers, value: true }",
                "{ question: overlast, perspective: bewoners, value: false }",
            ]))
        let browser = server.browser()
        #expect(try browser.get("/dossiers/\(id)/parts/ondernemers").text.contains("Telt nu niet mee."))
        let page = try browser.get("/dossiers/\(id)/\(nuisance)")
        _ = try browser.submit(page, [("answer", "yes")])
        #expect(try !browser.get("/dossiers/\(id)/parts/ondernemers").text.contains("Telt nu niet mee."))
    }
}
