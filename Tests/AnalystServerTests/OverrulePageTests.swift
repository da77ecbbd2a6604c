import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// People decide otherwise than the rules.
@Suite struct OverrulePageTests {
    @Test func `A6: a finding is rejected with a reason, marked as decided by a person, and the history undoes it`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let browser = server.browser()
        let form = try browser.get("/dossiers/\(id)/overrules/problem%3Aarmoede")
        #expect(form.heading == "Zelf besluiten over ‘Armoede’")
        #expect(form.body.contains("value=\"rejected\"") && !form.body.contains("value=\"added\""))
        let list = try browser.follow(
            try browser.submit(form, [("verdict", "rejected"), ("reason", "Het cijfer is oud.")]))
        #expect(list.text.contains("Armoede: afgewezen") && list.text.contains("Het cijfer is oud."))
        let analysis = try browser.get("/dossiers/\(id)/analysis")
        #expect(analysis.text.contains("Armoede: afgewezen door een mens. Reden: Het cijfer is oud."))
        let provenance = try browser.get("/dossiers/\(id)/analysis/herkomst-annex")
        #expect(provenance.text.contains("Armoede: verworpen (Het cijfer is oud.)"))
        let sheet = try browser.get("/dossiers/\(id)/sheet").body
        #expect(sheet.hasPrefix(Town.sheet(bijstand: "14")), "all else stays byte for byte")
        _ = try browser.submit(try browser.get("/dossiers/\(id)/history"), [])
        #expect(try browser.get("/dossiers/\(id)/sheet").body == Town.sheet(bijstand: "14"))
    }

    @Test func `A6: a finding is added, shown with the reason, changed and taken away again`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "4"))
        let browser = server.browser()
        let choose = try browser.get("/dossiers/\(id)/overrules")
        #expect(choose.text.contains("Armoede (niet"))
        let form = try browser.follow(try browser.get("/dossiers/\(id)/overrules?finding=problem%3Aarmoede"))
        #expect(!form.body.contains("value=\"rejected\""))
        _ = try browser.submit(form, [("verdict", "added"), ("reason", "Ik zie het.")])
        let grounds = try browser.get("/dossiers/\(id)/analysis/problemen-annex")
        #expect(grounds.text.contains("Besluit van een mens: Ik zie het."))
        let again = try browser.get("/dossiers/\(id)/overrules/problem%3Aarmoede")
        #expect(again.body.contains("Ik zie het.</textarea>"))
        _ = try browser.submit(again, [("verdict", "added"), ("reason", "Wij zien het.")])
        #expect(try server.site.store.load(id).sheet().overrules.map(\.reason) == ["Wij zien het."])
        let last = try browser.get("/dossiers/\(id)/overrules/problem%3Aarmoede")
        _ = try browser.submit(last, [("verdict", "withdraw")])
        #expect(try server.site.store.load(id).sheet().overrules == [])
    }

    @Test func `L13: without a reason nothing is decided, and one with a phone number is asked about`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let browser = server.browser()
        let form = try browser.get("/dossiers/\(id)/overrules/problem%3Aarmoede")
        let refused = try browser.submit(form, [("verdict", "rejected"), ("reason", "  ")])
        #expect(refused.status == 422 && refused.title.hasPrefix("Fout:"))
        #expect(refused.link("Schrijf uw reden op") == "#reason")
        let asked = try browser.submit(form, [("verdict", "rejected"), ("reason", "Bel 06-12345678.")])
        #expect(asked.heading == "Staat er iets over een persoon in?")
        #expect(try server.site.store.load(id).sheet().overrules == [])
        #expect(try browser.submit(asked, []).status == 303)
        #expect(try server.site.store.load(id).sheet().overrules.count == 1)
    }

    @Test func `two people who decide at once do not overwrite each other, and what was typed is kept`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let (one, two) = (server.browser(), server.browser())
        let address = "/dossiers/\(id)/overrules/problem%3Aarmoede"
        let (first, second) = (try one.get(address), try two.get(address))
        #expect(try one.submit(first, [("verdict", "rejected"), ("reason", "Een.")]).status == 303)
        #expect(try two.submit(second, [("verdict", "rejected"), ("reason", "Twee.")]).status == 409)
        #expect(try server.site.store.load(id).sheet().overrules.map(\.reason) == ["Een."])
        #expect(try two.get(address).body.contains("Twee.</textarea>"))
    }

    @Test func `a hostile reason is text in pages and in the sheet`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let browser = server.browser()
        let form = try browser.get("/dossiers/\(id)/overrules/problem%3Aarmoede")
        let hostile = Town.hostile + "\n', finding: 'x }] # </textarea>"
        #expect(try browser.submit(form, [("verdict", "rejected"), ("reason", hostile)]).status == 303)
        #expect(try server.site.store.load(id).sheet().overrules.first?.reason == hostile)
        for path in [
            "overrules", "overrules/problem%3Aarmoede", "analysis", "analysis/herkomst-annex", "why/problem%3Aarmoede",
        ] {
            let page = try browser.get("/dossiers/\(id)/\(path)")
            #expect(page.status == 200 && !page.body.contains("<script"), "\(path)")
            #expect(page.count("</textarea>") == page.count("<textarea"))
        }
    }

    @Test func `what is no finding cannot be decided on, and a closed dossier takes no decision`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let browser = server.browser()
        for wrong in ["problem%3Ageen", "effort%3Ax", "x"] {
            #expect(try browser.get("/dossiers/\(id)/overrules/\(wrong)").status == 404)
        }
        let form = try browser.get("/dossiers/\(id)/overrules/problem%3Aarmoede")
        _ = try server.site.store.close(id, by: nil, at: "2026-11-30T11:00:00+01:00")
        #expect(try browser.submit(form, [("verdict", "rejected"), ("reason", "x")]).status == 409)
        #expect(try browser.get("/dossiers/\(id)/overrules").status == 200)
    }
}
