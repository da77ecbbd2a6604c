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
        let text = WhyText(without, .nl).text(of: Self.welfare)
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
        let text = WhyText(try Project.area(Self.path), language).text(of: Self.welfare)
        #expect(text.contains("84799NED"))
        #expect(text.contains(language == .nl ? "jaar 2020" : "year 2020"))
        #expect(text.contains(language == .nl ? "12,3 %" : "12.3 %"))
        #expect(text.contains("NPRZ-06"))
    }
}
