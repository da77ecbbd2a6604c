import Foundation
import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// The list of dossiers, the list of parts, and what is done with a dossier as a whole.
@Suite struct DossierPageTests {
    @Test func `W1: parts have a status that follows from the answers`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let before = try browser.get("/dossiers/\(id)")
        #expect(before.text.contains("Bewoners Nog niet begonnen: ongeveer 2"))
        _ = try browser.get("/dossiers/\(id)/questions/bewoners.overlast?in=bewoners")
        #expect(try browser.get("/dossiers/\(id)").text.contains("Bewoners Nog niet begonnen: ongeveer 2"))
        for code in ["overlast", "leegstand"] {
            let page = try browser.get("/dossiers/\(id)/questions/bewoners.\(code)?in=bewoners")
            _ = try browser.submit(page, [("answer", "no")])
            if code == "overlast" {
                #expect(try browser.get("/dossiers/\(id)").text.contains("Bewoners Bezig: 1 beantwoord"))
            }
        }
        #expect(try browser.get("/dossiers/\(id)").text.contains("Bewoners Klaar"))
    }

    @Test func `the questions that matter most come first, and behind them the first part with a question`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        #expect(try browser.get("/dossiers/\(id)").link("Vijf vragen die het meest uitmaken") != nil)
        for name in ["bewoners.overlast", "bewoners.leegstand", "ondernemers.overlast", "registratie.banen"] {
            let page = try browser.get("/dossiers/\(id)/questions/\(name)?in=first")
            _ = try browser.submit(page, [("answer", "unknown")])
        }
        #expect(try browser.get("/dossiers/\(id)").link("Vijf vragen die het meest uitmaken") != nil)
        let page = try browser.get("/dossiers/\(id)/questions/ondernemers.leegstand?in=first")
        let list = try browser.follow(try browser.submit(page, [("answer", "unknown")]))
        #expect(list.heading == "De stad")
        #expect(list.link("Verder met: Werk") == "/dossiers/\(id)/next?in=werk")
    }

    @Test func `W17: the check page writes out what is not filled in, and a change leads back to it`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(
            Town.sheet(answers: ["{ question: overlast, perspective: bewoners, value: unknown }"]))
        let browser = server.browser()
        let check = try browser.get("/dossiers/\(id)/parts/bewoners")
        #expect(
            check.text.contains("Is er overlast? Weet ik niet")
                && check.text.contains("Staan er winkels leeg? Niet ingevuld"))
        let question = try browser.get(try #require(check.link("Wijzig<span class=\"unseen\"> Is er overlast?")))
        let sent = try browser.submit(question, [("answer", "yes")])
        #expect(sent.headers["location"]?.hasPrefix("/dossiers/\(id)/parts/bewoners#q-bewoners.overlast") == true)
        #expect(try browser.follow(sent).text.contains("Is er overlast? Ja"))
    }

    @Test func `W16: a group of four shows its size and no answer, a group of five both`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(
            Town.sheet(answers: [
                "{ question: overlast, perspective: bewoners, value: true, people: 4 }",
                "{ question: overlast, perspective: ondernemers, value: false, people: 5 }",
                "{ question: leegstand, perspective: bewoners, yes: 2, no: 1 }",
            ]))
        let page = try server.browser().get("/dossiers/\(id)/perspectives")
        #expect(page.text.contains("minder dan 5 mensen te weinig om het antwoord te laten zien Nee 5 mensen"))
        #expect(!page.text.contains(" Ja ") && !page.text.contains("2 ja"))
        #expect(
            page.body.contains("<caption") && page.body.contains("<th scope=\"col\">")
                && page.body.contains("<th scope=\"row\">"))
    }

    @Test func `G7: the history tells each change, and the last one can be undone`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        for answer in ["yes", "no"] {
            let page = try browser.get("/dossiers/\(id)/questions/bewoners.overlast?in=bewoners")
            _ = try browser.submit(page, [("answer", answer)])
        }
        let history = try browser.get("/dossiers/\(id)/history")
        #expect(history.text.contains("30 november 2026, 14:20 Bewoners: Overlast: van ‘Ja’ naar ‘Nee’"))
        let after = try browser.follow(try browser.submit(history, []))
        #expect(after.text.contains("De laatste wijziging is ongedaan gemaakt."))
        #expect(try server.answers(id) == ["overlast bewoners true"])
        #expect(after.text.contains("Ongedaan gemaakt."))
        #expect(try browser.submit(history, []).status == 409, "the page told of another state")
    }

    @Test func `G7: a name that a person gives to the browser is told beside each change, and none without one`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        func answer(_ value: String) throws {
            let page = try browser.get("/dossiers/\(id)/questions/bewoners.overlast?in=bewoners")
            _ = try browser.submit(page, [("answer", value)])
        }
        try answer("yes")
        let history = try browser.get("/dossiers/\(id)/history")
        #expect(history.text.contains("Bij uw wijzigingen staat geen naam."))
        let form = try browser.get(try #require(history.link("Uw naam wijzigen")))
        let named = try browser.submit(form, [("name", " Wijkteam \n; Noord ")])
        #expect(named.headers["location"] == "/dossiers/\(id)/history")
        #expect(try browser.get("/dossiers/\(id)/history").text.contains("Bij uw wijzigingen staat: Wijkteam ; Noord."))
        try answer("no")
        #expect(try server.site.store.history(of: id).map(\.author) == [nil, nil, "Wijkteam ; Noord"])
        _ = try browser.submit(form, [("name", "")])
        #expect(try browser.get("/dossiers/\(id)/history").text.contains("Bij uw wijzigingen staat geen naam."))
    }

    @Test func `W26: a closed dossier can be read and copied, and nothing in it changes`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let question = try browser.get("/dossiers/\(id)/questions/bewoners.overlast?in=bewoners")
        let history = try browser.get("/dossiers/\(id)/history")
        _ = try browser.submit(question, [("answer", "yes")])
        let confirmation = try browser.get("/dossiers/\(id)/close")
        #expect(confirmation.heading == "‘De stad’ sluiten?")
        #expect(try browser.follow(try browser.submit(confirmation, [])).text.contains("Dit dossier is gesloten."))
        #expect(try browser.submit(question, [("answer", "no")]).status == 409)
        #expect(try browser.submit(confirmation, []).status == 409)
        #expect(
            try browser.post(
                "/dossiers/\(id)/history",
                [("token", history.value("token") ?? confirmation.value("token") ?? ""), ("revision", "1")]
            ).status == 409)
        #expect(try server.answers(id) == ["overlast bewoners true"])
        let copy = try browser.submit(try browser.get("/dossiers/\(id)/copy"), [("title", "Nog eens")])
        let list = try browser.follow(copy)
        #expect(list.heading == "Nog eens")
        #expect(list.text.contains("1 vraag beantwoord"))
    }

    @Test func `G9: a dossier is deleted after a confirmation that names it, and is gone`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let confirmation = try browser.get("/dossiers/\(id)/delete")
        #expect(confirmation.heading == "‘De stad’ verwijderen?" && confirmation.text.contains("‘De stad’ verwijderen"))
        let list = try browser.follow(try browser.submit(confirmation, []))
        #expect(list.text.contains("Er is nog geen dossier."))
        #expect(!list.body.contains(id.text))
        let gone = try browser.get("/dossiers/\(id)")
        #expect(gone.status == 410)
        #expect(gone.heading == "Dit dossier is verwijderd")
    }

    @Test func `a dossier is made from a pasted sheet, a sent one, or one of the server`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
        try Data(Town.sheet("Van de server").utf8).write(to: file)
        // A file that stays behind in the temporary folder harms nothing.
        defer { try? FileManager.default.removeItem(at: file) }
        let offer = SheetOffer(
            id: "stad", title: LocalizedText(nl: "Van de server", en: "Of the server"), path: file.path)
        let server = try await RunningServer(offers: [offer])
        let browser = server.browser()
        let page = try browser.get("/dossiers/new")
        let made = try browser.follow(try browser.submit(page, [("sheet", "stad")]))
        #expect(made.heading == "Van de server")
        let again = try browser.submit(
            page, [("text", Town.sheet("Geplakt").replacing("sheet: stad", with: "sheet: dorp"))])
        #expect(try browser.follow(again).heading == "Geplakt")
        let upload = try browser.send(
            page, [("blad.yaml", Town.sheet("Verstuurd").replacing("sheet: stad", with: "sheet: wijk"))],
            fields: [("title", "Mijn wijk")])
        #expect(try browser.follow(upload).heading == "Mijn wijk")
    }

    @Test func `W25: for an area with an unfinished dossier it is asked whether to go on`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/new")
        let choice = try browser.submit(page, [("text", Town.sheet("Nieuw"))])
        #expect(choice.heading == "Doorgaan of opnieuw beginnen?")
        #expect(choice.link("Doorgaan met") == "/dossiers/\(id)")
        let made = try browser.follow(try browser.submit(choice, []))
        #expect(made.heading == "Nieuw")
    }

    @Test(arguments: [
        ([], "Kies een gebied"), ([("text", "geen: blad")], "feitenblad"),
        ([("text", Town.sheet().replacing("bijstand:", with: "bijstant:"))], "bijstant"),
        ([("sheet", "x")], "Kies een ander"),
    ])
    func `a text that is no sheet is refused with the reason, and the input stays`(
        fields: [(String, String)], text: String
    )
        async throws
    {
        let server = try await RunningServer()
        let browser = server.browser()
        let wrong = try browser.submit(try browser.get("/dossiers/new"), fields)
        #expect(wrong.status == 422)
        #expect(wrong.text.contains(text))
        if let typed = fields.first, typed.0 == "text" {
            #expect(wrong.body.contains(String(typed.1.prefix(9))))
        }
    }

    @Test func `W4: a sheet that is pasted and not sent goes along to the other language`() async throws {
        let server = try await RunningServer()
        let browser = server.browser()
        let page = try browser.get("/dossiers/new")
        let left = try browser.submit(page, [("go", "/en/dossiers/new"), ("text", "sheet: half"), ("title", "Mijn")])
        #expect(left.status == 303)
        let other = try browser.follow(left)
        #expect(other.heading == "New dossier" && other.body.contains("sheet: half") && other.value("title") == "Mijn")
    }

    @Test(arguments: [
        ("PK\u{3}\u{4}", "een ingepakt bestand"), ("%PDF-1.7", "een PDF"), ("{\\rtf1", "een tekst of presentatie"),
    ])
    func `F31: a file that is no fact sheet is called what it is, with the way for figures`(
        text: String, kind: String
    ) async throws {
        let server = try await RunningServer()
        let browser = server.browser()
        let wrong = try browser.send(try browser.get("/dossiers/new"), [("cijfers.xlsx", text)])
        #expect(wrong.status == 422 && wrong.text.contains("Dit is \(kind), geen feitenblad."))
        #expect(wrong.text.contains("‘Cijfers overnemen uit tabellen’"))
    }

    @Test func `F32: a sheet that seems to hold data of a person is taken after a warning that tells the line`()
        async throws
    {
        let server = try await RunningServer()
        let browser = server.browser()
        let note = "Bel 06-12345678"
        let sheet = Town.sheet(answers: [
            "{ question: overlast, perspective: bewoners, value: true, note: '\(note)' }"
        ])
        for files in [[("blad.yaml", sheet)], []] {
            let form = try browser.get("/dossiers/new")
            let asked =
                files.isEmpty ? try browser.submit(form, [("text", sheet)]) : try browser.send(form, files)
            #expect(
                asked.heading == "Staat er iets over een persoon in?" && asked.text.contains("regel 10: hier lijkt"))
            #expect(try server.site.store.list().isEmpty)
            #expect(try browser.get("/dossiers/new").body.contains(note), "what was sent can be changed")
        }
        let asked = try browser.submit(try browser.get("/dossiers/new"), [("text", sheet)])
        #expect(try browser.follow(try browser.submit(asked, [])).heading == "De stad")
        #expect(
            !(try browser.get("/dossiers/new").body.contains(note)), "it is kept in the dossier now, and here no more")
    }

    @Test func `the sheet with its answers can be taken home`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let page = try server.browser().get("/dossiers/\(id)/sheet")
        #expect(page.body == Town.sheet())
        #expect(page.headers["content-disposition"] == "attachment; filename=\"de-stad.yaml\"")
    }
}
