import RuleEngine
import Testing

@testable import Analyst

/// What the report tells of programmes and of running work, as they are on its day.
struct AreaProgrammesTests {
    private static func lines(
        _ path: String, date: String, _ language: Language = .nl, edit: (String) -> String = { $0 }
    ) throws -> String {
        let area = try Project.area(path, date: date, edit: edit)
        let part = try #require(
            AnalysisComposer(area, language: language).document().parts.first { $0.id == "gebied" })
        return part.blocks.map { block in
            switch block {
            case .heading(let text), .paragraph(let text), .notice(let text): text
            case .list(let lines): lines.joined(separator: "\n")
            default: ""
            }
        }.joined(separator: "\n")
    }

    private static let heerlen = "sheets/areas/heerlen-noord.yaml"

    @Test(arguments: [
        ("2022-06-30", false), ("2022-07-01", true), ("2026-11-01", true),
    ])
    func `a programme is told from its first day on`(date: String, isTold: Bool) throws {
        let told = try Self.lines(Self.heerlen, date: date)
        let line = "Nationaal Programma Leefbaarheid en Veiligheid: sinds juli 2022. Bron: "
        #expect(told.contains(line) == isTold)
        #expect(told.contains("GPR-02 (beleid: een besluit of doel, geen bevinding).") == isTold)
    }

    @Test(arguments: [("2019-07-14", false), ("2019-07-15", true), ("2022-12-31", true), ("2023-01-01", false)])
    func `a deal is told with its dates, money and source, in its own days`(date: String, isTold: Bool) throws {
        let line =
            "Regional deal, second round (Parkstad Limburg): from 15 July 2019 up to and including 2022. "
            + "Money: 40,000,000 euros (State); 40,000,000 euros (region: municipalities, province and partners). Source: "
        #expect(try Self.lines(Self.heerlen, date: date, .en).contains(line) == isTold)
    }

    @Test func `what no source tells is told as not known, and what had not begun is not told`() throws {
        let late = try Self.lines(Self.heerlen, date: "2026-11-01")
        #expect(late.contains("Niet bekend is of dit gebied hoort bij: Regio Deal, eerste ronde; "))
        #expect(late.contains("Aangewezen gebied van de Wbmgp (Rotterdamwet)"))
        let early = try Self.lines(Self.heerlen, date: "2020-03-31")
        #expect(early.contains("Aangewezen gebied van de Wbmgp (Rotterdamwet)"))
        #expect(!early.contains("vierde ronde"))
    }

    @Test(arguments: [
        ("2021-02-28", "Nog niet bekend is wat er al gebeurt"), ("2021-03-01", "Straatcoaches (loopt). "),
        ("2024-12-31", "Straatcoaches (loopt). "), ("2025-01-01", "Straatcoaches (afgerond). "),
    ])
    func `running work is told with all that the sheet tells of it`(date: String, begin: String) throws {
        let effort =
            "efforts: { complete: false, known: [{ code: x, name: { nl: Straatcoaches, en: Street coaches }, aim: rust, "
            + "holder: rijk, from: 2021-03-01, until: 2024, result: 'minder meldingen', source: jaarverslag, money: "
            + "{ amount: 250000, unit: euro-per-jaar, price_year: 2022, payer: Stichting, source: begroting } }] }"
        let told = try Self.lines(Self.heerlen, date: date) {
            $0.replacing("efforts: { complete: false, known: [] }", with: effort)
        }
        #expect(told.contains(begin))
        let rest =
            "Doel: rust. Trekker: Rijk. Van 1 maart 2021 tot en met 2024. Geld: 250.000 euro per jaar (Stichting, "
            + "prijspeil 2022, begroting). Resultaat: minder meldingen. Bron: jaarverslag."
        #expect(told.contains(rest) == begin.hasPrefix("Straatcoaches"))
    }
}
