import RuleEngine
import Testing

@testable import Analyst

/// What becomes of conclusions when a figure is not known, or low.
@Suite struct UnknownFigureTests {
    static let path = "sheets/areas/utrecht-overvecht.yaml"
    static let welfare = FindingID(template: "problem", key: ["langdurige-bijstand"])

    /// The sheet with the value of an indicator replaced.
    static func replacing(_ indicator: String, with text: String) -> (String) -> String {
        { sheet in
            sheet.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasPrefix("  \(indicator): {") ? "  \(indicator): \(text)" : String(line)
            }.joined(separator: "\n")
        }
    }

    @Test func `a figure taken out makes what needs it open, and names the figure`() throws {
        let full = try Project.area(Self.path)
        #expect(full.session.state(of: Self.welfare) == .found)
        let without = try Project.area(
            Self.path, edit: Self.replacing("bijstand", with: "{ unknown: suppressed, source: kwb-2020 }"))
        #expect(without.session.state(of: Self.welfare) == .open)
        let fact = try #require(without.session.fact(Self.welfare)).fact
        let waits = without.session.awaitedInputs(of: fact).map { without.session.reference($0) }
        #expect(waits.contains(.slot(.init(name: "bijstand"))))
        let text = ExplanationRenderer(without, .nl, depth: .all).why(Self.welfare).joined(separator: "\n")
        #expect(text.contains("Wacht op: "))
        #expect(text.contains("; Inwoners met bijstand;"))
        #expect(text.contains("geheim gehouden door de uitgever"))
    }

    @Test func `what another rule still proves stays found`() throws {
        let poverty = FindingID(template: "problem", key: ["armoede"])
        let without = try Project.area(
            Self.path, edit: Self.replacing("bijstand", with: "{ unknown: suppressed, source: kwb-2020 }"))
        #expect(without.session.state(of: poverty) == .found)
    }

    @Test func `a low figure refutes what needs it, and what followed is gone`() throws {
        let full = try Project.area(Self.path)
        let link = FindingID(template: "link", key: ["langdurige-bijstand", "armoede"])
        #expect(full.session.state(of: link) == .found)
        let low = try Project.area(
            Self.path,
            edit: Self.replacing(
                "bijstand",
                with:
                    "{ value: 1.0, unit: '%', year: 2020, source: kwb-2020, kind: count, gemeente: 4.1, nederland: 3.7, percentile: 2 }"
            ))
        // Another figure, which has to be asked for, could still prove it.
        #expect(low.session.state(of: Self.welfare) == .open)
        var asked = low.session
        asked.set(.init(name: "bijstand_lang"), to: .exactly(.number(20)))
        asked.set(.init(context: "nederland", name: "bijstand_lang"), to: .exactly(.number(60)))
        #expect(asked.state(of: Self.welfare) == .refuted)
        #expect(asked.state(of: link) == .refuted)
    }

    @Test func `a figure published after the date is left out unless asked for`() throws {
        let early = try Project.area(Self.path, date: "2020-03-31")
        #expect(early.session.state(of: Self.welfare) == .open)
        #expect(early.omissions["bijstand"] == .later)
        let sheet = try FactSheet.read(SourceFile(name: Self.path, text: Project.text(Self.path)))
        let day = try #require(FEELDate("2020-03-31"))
        let asked = AreaSession(sheet, under: try Project.rules.get(), on: day, laterFigures: true)
        #expect(asked.session.state(of: Self.welfare) == .found)
    }

    @Test func `an instrument that is not in force on the date is not proposed`() throws {
        let early = try Project.area(Self.path, date: "2020-03-31")
        for (_, fact) in early.session.facts(of: "instrument") {
            let code = try #require(early.ruleBase.code(of: fact.template, key: fact.key))
            #expect(code.validity.contains(try #require(FEELDate("2020-03-31"))), "\(code.code)")
        }
    }

    @Test(arguments: Language.allCases)
    func `why goes down to figures with table and year, and to the source finding`(language: Language) throws {
        let text = ExplanationRenderer(try Project.area(Self.path), language).why(Self.welfare).joined(separator: "\n")
        #expect(text.contains("84799NED"))
        #expect(text.contains(language == .nl ? "jaar 2020" : "year 2020"))
        #expect(text.contains(language == .nl ? "12,3 %" : "12.3 %"))
        #expect(text.contains("ACH-31"))
    }

    @Test(arguments: [("40", false), ("89.9", false), ("90", true)])
    func `a figure of few of the residents is not known, and the report says so`(coverage: String, isFound: Bool) throws
    {
        let figure =
            "{ value: 12.3, unit: '%', year: 2020, source: kwb-2020, kind: count, coverage: \(coverage), gemeente: 4.1, "
            + "nederland: 3.7, percentile: 98 }"
        let area = try Project.area(Self.path, edit: Self.replacing("bijstand", with: figure))
        #expect(area.session.state(of: Self.welfare) == (isFound ? .found : .open))
        let text = try Self.report(area)
        #expect(text.contains("Inwoners met bijstand: gaat over minder dan 90 % van de inwoners") != isFound)
    }

    @Test func `an answer of a later day is named and does not count, and a replaced one is named too`() throws {
        let answers = """
            answers:
              - { question: drugsoverlast, perspective: bewoners, value: true, date: 2026-11-02 }
              - { question: drugsoverlast, perspective: professionals, value: true, date: 2026-01-01 }
              - { question: drugsoverlast, perspective: professionals, value: false, date: 2026-02-01 }
            """
        let area = try Project.area(Self.path) { $0.replacing("answers: []", with: answers) }
        #expect(
            area.session.facts(of: "voice").filter(\.fact.isCertain).map(\.fact.key) == [
                [.exactly(.string("professionals"))]
            ])
        let slot = RecordSchema.Slot(context: "professionals", name: "drugsoverlast")
        #expect(area.session.value(of: slot)?.set == .exactly(.boolean(false)))
        let text = try Self.report(area)
        #expect(text.contains("Deze antwoorden zijn van na 1 november 2026 en tellen niet mee:"))
        #expect(text.contains("- Bewoners: Overlast van drugs: ja (2 november 2026)"))
        #expect(text.contains("- Professionals: Overlast van drugs: ja (1 januari 2026)"))
        let none = try Self.report(try Project.area(Self.path))
        #expect(!none.contains("tellen niet mee"))
    }

    /// F1: figures of 2013 the year before and the year after the thresholds have their first values.
    @Test func `before the thresholds have values nothing is found and nothing refuted by them`() throws {
        func area(_ day: String) throws -> AreaSession {
            try Project.area(Self.path, date: day) { sheet in
                sheet.replacing(#/year: 20\d\d/#, with: "year: 2013")
                    .replacing(#/published(_by)?: 20\d\d/#) { "\($0.output.0.dropLast(4))2014" }
                    .replacing("2014-12-31", with: "2014-01-01").replacing("2014-03-26", with: "2014-01-01")
            }
        }
        let (early, late) = (try area("2014-06-01"), try area("2015-06-01"))
        let found = late.session.certainFacts(of: "problem").map { late.session.finding($0) }
        #expect(found.count >= 5)
        #expect(early.session.certainFacts(of: "problem").isEmpty)
        #expect(found.allSatisfy { early.session.state(of: $0) == .open })
        #expect(try Self.report(early).contains("hebben op 1 juni 2014 nog geen waarde voor"))
        #expect(try !Self.report(late).contains("nog geen waarde voor"))
    }

    /// The report as lines of text, each part in full and without breaks inside sentences.
    private static func report(_ area: AreaSession) throws -> String {
        let document = AnalysisComposer(area, language: .nl).document()
        return try ReportRenderer.text([document], format: .md, language: .nl, details: true)
    }
}
