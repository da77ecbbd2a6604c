import Foundation
import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// The analysis in pages: what is found, why, and where to change it.
@Suite struct AnalysisPageTests {
    @Test func `the analysis opens with the story, and leads to each part and to what it rests on`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let browser = server.browser()
        let list = try browser.get("/dossiers/\(id)")
        let page = try browser.get(try #require(list.link("Analyse lezen")))
        #expect(page.heading == "Analyse van De stad")
        #expect(page.text.contains("Het verhaal") && page.text.contains("Armoede"))
        let part = try browser.get(try #require(page.link("1. Problemen")))
        #expect(part.heading == "1. Problemen")
        let grounds = try browser.get(try #require(page.link("Onderbouwing van ‘Problemen’")))
        #expect(grounds.text.contains("armoede volgt") && grounds.text.contains("Er is armoede."))
        #expect(try browser.get("/dossiers/\(id)/analysis/nergens").status == 404)
    }

    @Test func `A1: a finding shows what it rests on, and leads to the answers under it and back`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(answers: ["{ question: overlast, perspective: bewoners, value: true }"]))
        let browser = server.browser()
        let grounds = try browser.get("/dossiers/\(id)/analysis/problemen-annex")
        #expect(grounds.text.contains("Er is onrust."))
        let question = try browser.get(try #require(grounds.link("Wijzig ‘Bewoners: Overlast’")))
        #expect(question.heading.contains("Is er overlast?"))
        #expect(question.link("Terug naar de analyse") == "/dossiers/\(id)/analysis")
        let after = try browser.follow(try browser.submit(question, [("answer", "no"), ("do", "save")]))
        #expect(after.heading == "Analyse van De stad")
        #expect(!after.text.contains("Onrust. "))
    }

    @Test func `A1: each finding of the page has a way to a question, and to the why of it`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let page = try server.browser().get("/dossiers/\(id)/analysis/problemen-annex")
        let findings = page.body.components(separatedBy: "<article ").dropFirst()
        #expect(findings.count > 3)
        for finding in findings {
            #expect(finding.contains("/questions/") && finding.contains("Wijzig ‘"))
            #expect(finding.contains("/why/problem%3A"))
        }
    }

    @Test func `A2: at most three questions that would settle most are named, each with a way to it`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/analysis")
        let after = try #require(Browser.Page.between("Wat maakt het meest uit?", "</ul>", in: page.body))
        #expect(after.components(separatedBy: "<li>").count - 1 == 3)
        let order = try await server.site.desk.dossier(id, under: Town.rules).read(on: server.site.day()) {
            questionnaire, _ in questionnaire.order().prefix(3).map(\.id.description)
        }
        for question in order { #expect(after.contains("/questions/\(question)")) }
    }

    @Test func `the why of a finding goes down to the figure, its table and the rule`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let browser = server.browser()
        let why = try browser.get("/dossiers/\(id)/why/problem%3Aarmoede")
        #expect(why.heading == "Waarom ‘Armoede’?")
        #expect(why.text.contains("armoede-volgt") && why.text.contains("14") && why.text.contains("Almanac"))
        #expect(why.count("<li>") == why.count("</li>") && why.count("<ul") == why.count("</ul>"))
        let low = try server.dossier(Town.sheet(bijstand: "4"))
        let whyNot = try browser.follow(try browser.get("/dossiers/\(low)/why-not/problem%3Aarmoede"))
        #expect(whyNot.heading == "Waarom ‘Armoede’ niet?")
        #expect(whyNot.text.contains("scheelt 6,1 procentpunt"))
        for wrong in ["problem%3Ageen", "geen%3Aarmoede", "armoede", "effort%3Ax", "problem%3Aa%2Cb"] {
            #expect(try browser.get("/dossiers/\(id)/why/\(wrong)").status == 404, "\(wrong)")
        }
        #expect(try browser.get("/dossiers/\(id)/why/problem%3Aarmoede?levels=99").status == 404)
    }

    @Test func `in a closed dossier the analysis can be read, and nothing in it leads to a change`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        _ = try server.site.store.close(id, by: nil, at: "2026-11-30T11:00:00+01:00")
        let browser = server.browser()
        for path in ["analysis", "analysis/problemen-annex", "why/problem%3Aarmoede"] {
            let page = try browser.get("/dossiers/\(id)/\(path)")
            #expect(page.status == 200)
            #expect(!page.body.contains("Wijzig ‘"))
        }
    }
}
