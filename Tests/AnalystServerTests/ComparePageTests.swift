import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// Two dossiers, or two days, side by side.
@Suite struct ComparePageTests {
    @Test func `A7: two dossiers are compared, with what is found in one alone and by which rule`() async throws {
        let server = try await RunningServer()
        let poor = try server.dossier(Town.sheet("Arm", bijstand: "14"))
        let rich = try server.dossier(Town.sheet("Rijk", bijstand: "4"))
        let browser = server.browser()
        let form = try browser.get("/dossiers/\(poor)/compare")
        #expect(form.text.contains("Rijk (Stad)"))
        let page = try browser.get("/dossiers/\(poor)/compare?with=\(rich)&day=")
        #expect(page.text.contains("Arm, 30 november 2026, tegenover Rijk, 30 november 2026"))
        #expect(page.text.contains("‘Armoede’") && page.text.contains("armoede volgt"))
        #expect(page.count("<h1") == 1)
    }

    @Test func `A7: a dossier is compared with a version that was kept`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let version = try server.site.store.nameVersion("eerst", in: id, by: nil, at: "2026-11-30T11:00:00+01:00")
        let change = AnswerChange(
            .init(perspective: "bewoners", code: "overlast"), from: nil,
            to: Answer(question: "overlast", perspective: "bewoners", value: .yes, date: nil))
        _ = try server.site.store.record(change, in: id, by: nil, at: "2026-11-30T15:00:00+01:00")
        let browser = server.browser()
        #expect(try browser.get("/dossiers/\(id)/compare").text.contains("Versie ‘eerst’ van dit dossier"))
        let page = try browser.get("/dossiers/\(id)/compare?with=version-\(version.number)")
        #expect(page.text.contains("‘Onrust’"))
    }

    @Test(arguments: ["31-12-2023", "2023-12-31", "31/12/2023"])
    func `A7: a dossier is compared with itself on another day`(day: String) async throws {
        let server = try await RunningServer()
        let id = try server.dossier(
            Town.sheet(answers: ["{ question: overlast, perspective: bewoners, value: true, date: 2024-05-01 }"]))
        let page = try server.browser().get("/dossiers/\(id)/compare?with=itself&day=\(day)")
        #expect(page.text.contains("tegenover De stad, 31 december 2023"))
        #expect(page.text.contains("‘Onrust’"))
    }

    @Test func `a day that does not exist, and the same day, are refused with a reason`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let wrong = try browser.get("/dossiers/\(id)/compare?with=itself&day=31-2-2020")
        #expect(wrong.status == 422 && wrong.body.contains("value=\"31-2-2020\""))
        #expect(try browser.get("/dossiers/\(id)/compare?with=itself&day=").status == 422)
        #expect(try browser.get("/dossiers/\(id)/compare?with=nergens").status == 404)
        #expect(try browser.get("/dossiers/\(id)/compare?with=version-99").status == 404)
    }

    @Test func `so many days later is a day that exists`() throws {
        let start = try #require(FEELDate("2027-12-31"))
        #expect(WrittenDay.day(1, after: start) == FEELDate("2028-01-01"))
        #expect(WrittenDay.day(60, after: start) == FEELDate("2028-02-29"))
        #expect(WrittenDay.day(0, after: start) == start)
    }
}
