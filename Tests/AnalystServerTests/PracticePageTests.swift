import Foundation
import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// Cases in the browser: a trainee reads, picks, hands in and reads why; a trainer leads a group.
@Suite struct PracticePageTests {
    /// A casebook on the town: poverty and unrest follow from what is told.
    private static let files = [
        (
            "casebooks/oefening/casebook.yaml",
            """
            casebook: oefening
            title: { nl: Oefening, en: Exercise }
            introduction: { nl: Oefen., en: Practise. }
            pass_mark: 60
            attempts: 2
            hint_cost: 3
            synonyms: { armoede: { nl: geldzorgen, en: money worries } }
            cases: [stad]

            """
        ),
        (
            "casebooks/oefening/cases/stad.yaml",
            """
            case: stad
            title: { nl: De stad, en: The town }
            sheet: sheet.yaml
            date: 2026-11-30
            stages:
              - stage: een
                title: { nl: Eerst, en: First }
                passages:
                  - { passage: geld, text: { nl: Over geld., en: On money. }, figures: [bijstand] }
              - stage: twee
                title: { nl: Dan, en: Then }
                passages:
                  - passage: straat
                    text: { nl: Op straat., en: On the street. }
                    invented: true
                    answers: [{ question: overlast, perspective: bewoners, value: true }]
            exercises:
              - exercise: problemen
                kind: problems
                points: 70
                hints: [{ nl: Lees over geld., en: Read on money. }, { nl: En de straat., en: And the street. }]
              - exercise: uitleg
                kind: argument
                points: 30
                rubric: [{ criterion: reden, title: { nl: Geeft een reden, en: Gives a reason }, points: 30 }]

            """
        ),
        ("sheet.yaml", Town.sheet(bijstand: "14")),
    ]

    private let folder = FileManager.default.temporaryDirectory.appending(path: "practice-\(UUID().uuidString)")

    private func server() async throws -> RunningServer {
        for (path, text) in Self.files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        return try await RunningServer(casebooks: folder.appending(path: "casebooks"))
    }

    /// Begins the case alone; gives the address of what was begun.
    private func begin(_ browser: Browser) throws -> String {
        let page = try browser.get("/casebooks/oefening/stad")
        #expect(page.text.contains("U slaagt met 60 van 100"))
        return try #require(try browser.submit(page, []).headers["location"])
    }

    private func post(_ browser: Browser, _ path: String, _ fields: [(String, String)]) throws -> Browser.Page {
        let token = try #require(try browser.get(path).value("token"))
        return try browser.post(path, [("token", token)] + fields)
    }

    @Test func `L1, L2: a trainee reads in stages, searches the list, and what was picked stays`() async throws {
        let server = try await server()
        let browser = server.browser()
        #expect(try browser.get("/").link("Oefenen met een casus") == "/casebooks")
        let start = try begin(browser)
        let first = try browser.get(start)
        #expect(first.text.contains("Over geld.") && !first.text.contains("Op straat."))
        #expect(first.text.contains("Bijstand: 14 %"))
        let all = try browser.get("\(start)?stage=2")
        #expect(all.text.contains("Op straat.") && all.text.contains("Deze stem is verzonnen voor de oefening."))
        let exercise = "\(start)/exercises/problemen"
        #expect(try post(browser, exercise, [("pick", "armoede"), ("pick", "onrust"), ("do", "keep")]).status == 303)
        // Under a search only what it lists can be taken away.
        _ = try post(browser, exercise, [("listed", "verval"), ("pick", "verval"), ("do", "keep")])
        let page = try browser.get(exercise)
        #expect(page.count(" checked") == 3)
        _ = try post(
            browser, exercise, [("listed", ""), ("pick", "armoede"), ("other", "iets anders"), ("do", "keep")])
        let after = try browser.get(exercise)
        #expect(after.count(" checked") == 1 && after.value("other") == "iets anders")
        #expect(try browser.get("\(exercise)?search=geldzorgen").count("name=\"pick\"") == 1)
    }

    @Test func `L3, L11: reasons and hints are kept, and what a hint costs is told before`() async throws {
        let server = try await server()
        let browser = server.browser()
        let start = try begin(browser)
        let exercise = "\(start)/exercises/problemen"
        _ = try post(browser, exercise, [("pick", "armoede"), ("do", "keep")])
        #expect(try browser.get(exercise).text.contains("Lees een hint (kost niets)"))
        _ = try post(browser, exercise, [("do", "hint")])
        let page = try browser.get(exercise)
        #expect(page.text.contains("Lees over geld.") && page.text.contains("Lees nog een hint (kost 3)"))
        let line = "\(exercise)/lines/armoede"
        _ = try post(browser, line, [("reason", "geld"), ("reason", "nergens"), ("sure", "2"), ("note", "zie cijfer")])
        let kept = try browser.get(line)
        #expect(kept.count(" checked") == 2 && kept.value("note") == "zie cijfer")
    }

    @Test func `L6: the mark names no missed line before the last attempt, and the model after it`() async throws {
        let server = try await server()
        let browser = server.browser()
        let start = try begin(browser)
        #expect(try browser.get("\(start)/mark").status == 404)
        _ = try post(browser, "\(start)/exercises/problemen", [("pick", "verval"), ("do", "keep")])
        let mark = try browser.follow(try post(browser, "\(start)?stage=2", [("do", "hand-in")]))
        #expect(mark.text.contains("te veel") && mark.text.contains("Verval"))
        #expect(!mark.text.contains("Armoede") && mark.text.contains("nog eens: passage ‘geld’"))
        #expect(!mark.text.contains("Het model"))
        let last = try browser.follow(try post(browser, "\(start)?stage=2", [("do", "hand-in")]))
        #expect(last.text.contains("Armoede") && last.text.contains("Het model"))
        // Nothing can be changed after that.
        _ = try post(browser, "\(start)/exercises/problemen", [("pick", "armoede"), ("do", "keep")])
        #expect(try browser.get("\(start)/exercises/problemen").text.contains("Opslaan en verder") == false)
    }

    @Test func `L15, L16, L20: a trainer sees pseudonyms and progress, changes a mark with a reason, and cleans up`()
        async throws
    {
        let server = try await server()
        let trainer = server.browser()
        let made = try post(
            trainer, "/training", [("title", "Groep 1"), ("case", "oefening/stad"), ("days", "7")])
        let session = try #require(made.headers["location"])
        let page = try trainer.get(session)
        let code = try #require(Browser.Page.between("Code om mee te doen: ", "<", in: page.body))
        #expect(page.text.contains("Er doet nog niemand mee."))
        var words: [String] = []
        for name in ["linde", "berk", "eik", "es", "iep"] {
            let trainee = server.browser()
            let wrong = try post(trainee, "/join", [("code", "ZZZZZZ"), ("pseudonym", name)])
            #expect(wrong.status == 422 && wrong.text.contains("Met deze code is er geen groep."))
            let joined = try post(trainee, "/join", [("code", code.lowercased()), ("pseudonym", name)])
            let start = try #require(joined.headers["location"])
            words.append(start)
            _ = try post(trainee, "\(start)/exercises/problemen", [("pick", "armoede"), ("do", "keep")])
            _ = try post(trainee, "\(start)?stage=2", [("do", "hand-in")])
            let group = try trainer.get(session).text
            #expect(group.contains(name))
            #expect(group.contains("Pas als er 5 mensen hebben ingeleverd") == (words.count < 5))
        }
        #expect(try trainer.get(session).text.contains("Gemist bij Problemen: Onrust (ongeveer 5)"))
        let one = "\(session)/participants/1"
        #expect(try post(trainer, one, [("gift", "problemen"), ("points", "50"), ("reason", "")]).status == 422)
        _ = try post(trainer, one, [("gift", "problemen"), ("points", "50"), ("reason", "goed uitgelegd")])
        _ = try post(trainer, one, [("gift", "uitleg:reden"), ("points", "12,5"), ("reason", "")])
        let marked = try trainer.get(one).text
        #expect(marked.contains("goed uitgelegd") && marked.contains("62,5 van 100 punten"))
        let file = try trainer.get("\(session)/results/csv")
        #expect(file.status == 200 && file.body.contains("linde;1;50;12,5;62,5;ja"))
        _ = try post(trainer, session, [("do", "model")])
        #expect(try server.browser().get("\(words[1])/mark").text.contains("Het model"))
        _ = try post(trainer, session, [("do", "delete")])
        #expect(try trainer.get(session).status == 404)
        #expect(try server.browser().get(words[0]).status == 404, "what trainees wrote is gone too")
    }

    /// A session in which some trainees handed in; gives its address.
    private func group(_ server: RunningServer, _ trainer: Browser, _ names: String...) throws -> String {
        let made = try post(trainer, "/training", [("title", "Groep 1"), ("case", "oefening/stad"), ("days", "7")])
        let session = try #require(made.headers["location"])
        let code = try #require(Browser.Page.between("Code om mee te doen: ", "<", in: try trainer.get(session).body))
        for name in names {
            let trainee = server.browser()
            let joined = try post(trainee, "/join", [("code", code), ("pseudonym", name)])
            let start = try #require(joined.headers["location"])
            _ = try post(trainee, "\(start)/exercises/problemen", [("pick", "armoede"), ("do", "keep")])
            _ = try post(trainee, "\(start)?stage=2", [("do", "hand-in")])
        }
        return session
    }

    @Test func `L15, L18: a trainer marks in a spreadsheet, sees what changes, and takes all of it over`() async throws
    {
        let server = try await server()
        let trainer = server.browser()
        let session = try group(server, trainer, "linde", "linde", "=eik")
        #expect(try trainer.get(session).link("Nakijken in een rekenblad") == "\(session)/marks")
        let page = try trainer.get("\(session)/marks")
        let form = try trainer.get("\(session)/marks/csv").body
        #expect(
            form.contains("schuilnaam;oefening;onderdeel;waarvoor;antwoord;punten nu;hoogstens;nieuwe punten;reden"))
        var rows = form.split(whereSeparator: \.isNewline).map(String.init)
        #expect(
            rows.count == 7 && rows[3].hasPrefix("linde (2);problemen;;") && rows[6].hasPrefix("'=eik;uitleg;reden;"))
        rows[3] = String(rows[3].dropLast()) + "50;goed uitgelegd"
        rows[6] = String(rows[6].dropLast()) + "12,5;"
        let preview = try trainer.follow(
            try trainer.send(page, [("nakijkblad.csv", rows.joined(separator: "\n"))], fields: [("do", "send")]))
        #expect(preview.text.contains("35 wordt 50") && preview.text.contains("nog niets wordt 12,5"))
        #expect(try trainer.get("\(session)/results/csv").body.contains("linde;1;35;0;35;"), "nothing is kept yet")
        let done = try trainer.follow(try trainer.submit(preview, [("do", "apply")]))
        #expect(done.text.contains("Er zijn 2 besluiten overgenomen."))
        let results = try trainer.get("\(session)/results/csv").body
        #expect(results.contains("linde;1;35;0;35;") && results.contains("linde;1;50;0;50;"))
        #expect(results.contains("'=eik;1;35;12,5;47,5;nee"))
        let mark = try trainer.get("\(session)/participants/2").text
        #expect(mark.contains("aangepast door de trainer") && mark.contains("goed uitgelegd"))
        #expect(
            !(try trainer.get("\(session)/marks").body.contains("value=\"apply\"")), "what was taken over waits no more"
        )
    }

    @Test func `L15: with one bad cell nothing is taken over, and a preview counts only for what it showed`()
        async throws
    {
        let server = try await server()
        let trainer = server.browser()
        let session = try group(server, trainer, "linde", "berk")
        let page = try trainer.get("\(session)/marks")
        let head = "schuilnaam;oefening;onderdeel;nieuwe punten;reden\n"
        let refused = try trainer.send(
            page, [("blad.csv", head + "linde;problemen;;50;goed\nberk;problemen;;50;\nbrk;problemen;;1;x\n")],
            fields: [("do", "send")])
        #expect(refused.status == 422 && refused.title.hasPrefix("Fout:"))
        for words in ["blad.csv, regel 3, kolom 20:", "waarom deze punten anders zijn", "bedoelde u ‘berk’?"] {
            #expect(refused.text.contains(words), "\(words) in \(refused.text)")
        }
        let nothing = try trainer.send(page, [], fields: [("do", "send")])
        #expect(nothing.status == 422 && nothing.text.contains("Kies het ingevulde nakijkblad."))
        let preview = try trainer.follow(
            try trainer.send(page, [("blad.csv", head + "linde;problemen;;50;goed\n")], fields: [("do", "send")]))
        // Meanwhile the same trainee gets other points.
        _ = try post(
            trainer, "\(session)/participants/1", [("gift", "problemen"), ("points", "60"), ("reason", "nee, beter")])
        #expect(try trainer.submit(preview, [("do", "apply")]).status == 409)
        #expect(try trainer.get("\(session)/results/csv").body.contains("linde;1;60;0;60;"))
        let again = try trainer.get("\(session)/marks")
        #expect(again.text.contains("60 wordt 50"), "the preview is that of now")
        let left = try trainer.follow(try trainer.submit(again, [("do", "forget")]))
        #expect(left.text.contains("Het nakijkblad is vergeten.") && !left.body.contains("value=\"apply\""))
        // A sheet that is refused takes the place of one that waits.
        let waits = try trainer.follow(
            try trainer.send(page, [("blad.csv", head + "linde;problemen;;50;goed\n")], fields: [("do", "send")]))
        #expect(waits.body.contains("value=\"apply\""))
        let bad = try trainer.send(page, [("blad.csv", head + "linde;problemen;;500;x\n")], fields: [("do", "send")])
        #expect(bad.status == 422 && !bad.body.contains("value=\"apply\""))
        #expect(!(try trainer.get("\(session)/marks").body.contains("value=\"apply\"")))
    }

    @Test func `a server without casebooks has no such pages`() async throws {
        let server = try await RunningServer()
        #expect(try server.browser().get("/casebooks").status == 404)
        #expect(try server.browser().get("/").link("Oefenen met een casus") == nil)
    }
}
