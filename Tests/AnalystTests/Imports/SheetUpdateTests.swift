import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// Newer tables go into a sheet; what people wrote in it stays byte for byte.
@Suite struct SheetUpdateTests {
    /// The small table two years later: 950 residents in the first wijk, 95 of them on welfare.
    static let later = """
        ID;WijkenEnBuurten;Codering_3;Perioden;AantalInwoners_5;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12;HuishoudensTotaal_29;PersonenPerSoortUitkeringBijstand_84
        0;NL00      ;NL00      ;2022JJ00;1000;150;100;300;300;150;510;50
        1;GM0001    ;GM0001    ;2022JJ00;2000;300;200;600;600;300;1010;110
        2;WK000101  ;WK000101  ;2022JJ00;950;120;110;310;310;100;480;95
        3;BU00010101;BU00010101;2022JJ00;640;80;70;210;210;70;300;66
        4;BU00010102;BU00010102;2022JJ00;310;40;40;100;100;30;180;29
        5;WK000102  ;WK000102  ;2022JJ00;100;10;10;30;30;20;50;
        6;BU00010201;BU00010201;2022JJ00;100;10;10;30;30;20;50;

        """

    /// A sheet as people keep it: with comments, an own figure, answers, an effort, a voice and an overrule.
    static let sheet = """
        # Ours, do not touch.
        sheet: noord
        title: { nl: Noord, en: North }
        area:
          municipality: { code: GM0001, name: Voorbeeld }
          residents: 900   # counted
          parts:
            - { code: WK000101, name: Wijk 01 Noord, residents: 900 }
        sources:
          # The first table.
          kwb-2020: { title: Kerncijfers 2020, licence: CC BY 4.0 }
          gemeente-2021: { title: Monitor, licence: own }
        figures:
          inwoners: { value: 900, unit: aantal, year: 2020, source: kwb-2020, kind: count, coverage: 100 } # a note
          bijstand:
            value: 10.0   # looked at twice
            unit: '%'
            year: 2020
            source: kwb-2020
          # Only we have this one.
          startkwalificatie_jongeren: { value: 4.5, unit: '%', year: 2021, source: gemeente-2021 }
        parts:
          - code: WK000101
            name: Wijk 01 Noord
            figures: { inwoners: 900, startkwalificatie_jongeren: 4.5 }
        efforts: { complete: false, known: [] }
        voices:
          complete: false
          known:
            - { perspective: bewoners, people: 12 }   # in the library
        overrules: []
        answers:
          - { question: drugsoverlast, perspective: bewoners, value: true, date: 2021-05-01 } # said twice

        """

    static func tables(_ others: (name: String, text: String)..., boundaries: Int? = nil) throws -> TableCollection {
        var all: [EditionTable] = []
        for other in others { all += try editions(other.text, name: other.name) }
        return try TableCollection(all, base: boundaries)
    }

    /// The tables of two years with the names of both.
    static func twoYears(names: String = smallNames) throws -> TableCollection {
        try tables(
            ("84799NED.csv", smallKeyFigures), ("namen-2020.csv", smallNames), ("kwb-later.csv", later),
            ("namen-2022.csv", names))
    }

    static func onlyLater() throws -> TableCollection {
        try tables(("kwb-later.csv", later), ("namen-2022.csv", smallNames))
    }

    static func update(_ text: String, _ tables: TableCollection) throws -> SheetUpdate {
        let library = try Project.library.get()
        let sheet = try FactSheet.read(SourceFile(name: "noord.yaml", text: text)).checked(against: library.ruleBase)
        return try SheetUpdate(of: sheet, tables, recipes(), against: library.ruleBase)
    }

    @Test func `two years later the newest year leads, the old one stays, and nothing else is touched`() throws {
        let update = try Self.update(Self.sheet, Self.onlyLater())
        let before = Self.sheet.split(separator: "\n").map(String.init)
        let after = update.text.split(separator: "\n").map(String.init)
        for line in before where !line.contains("900") && !line.contains("bijstand") {
            if ["value: 10.0", "unit: '%'", "year: 2020", "source: kwb-2020"].contains(where: {
                line.hasPrefix("    \($0)")
            }) {
                continue
            }
            #expect(after.contains(line), "\(line)")
        }
        let tail = try #require(Self.sheet.range(of: "efforts:"))
        #expect(update.text.hasSuffix(String(Self.sheet[tail.lowerBound...])))
        #expect(after.contains("  residents: 950   # counted"))
        #expect(update.text.contains("# looked at twice"))
        #expect(update.text.contains("coverage: 100 }] } # a note"))
        let sheet = try FactSheet.read(SourceFile(name: "noord.yaml", text: update.text))
        let welfare = try #require(sheet.figure("bijstand"))
        #expect(welfare.year == 2022)
        #expect(welfare.earlier.map(\.year) == [2020])
        #expect(sheet.figure("startkwalificatie_jongeren")?.year == 2021)
        #expect(
            sheet.parts[0].figures.first { $0.indicator == "startkwalificatie_jongeren" }?.value == FEELNumber("4.5"))
        #expect(sheet.parts[0].figures.first { $0.indicator == "inwoners" }?.value == 950)
        #expect(sheet.source("kwb-2022") != nil)
        let told = sheet.told(on: try #require(FEELDate("2025-01-01")), later: true)
        #expect(told.figure("inwoners")?.series.map(\.year) == [2020, 2022])
    }

    @Test func `the difference tells both values with their years`() throws {
        let update = try Self.update(Self.sheet, Self.onlyLater())
        let text = update.difference.text(in: .en, try recipes().indicators)
        #expect(text.contains("Residents: 900 → 950"))
        #expect(text.contains("- Residents: 900 (2020) → 950 (2022)"))
        #expect(text.contains("10 % (2020) → 13 % (2022)"))
        #expect(text.contains("New ("))
        #expect(text.contains("Not in these tables; stays"))
    }

    @Test func `a second time nothing changes, to the byte`() throws {
        let once = try Self.update(Self.sheet, Self.onlyLater())
        let twice = try Self.update(once.text, Self.onlyLater())
        #expect(twice.text == once.text)
        #expect(twice.difference.isEmpty)
        #expect(twice.difference.text(in: .en, nil).contains("Nothing changes."))
    }

    @Test func `the same year read anew replaces the figure, and an older table goes behind it`() throws {
        let again = try Self.update(
            Self.sheet.replacing("value: 10.0", with: "value: 10.4"),
            Self.tables(("84799NED.csv", smallKeyFigures), ("namen-2020.csv", smallNames)))
        let text = again.difference.text(in: .en, nil)
        #expect(!text.contains("→ 900"))
        #expect(text.contains("- bijstand: 10.4 (2020) → 10 (2020), read anew"), "\(text)")
        let later = try Self.update(Self.sheet, Self.onlyLater()).text
        let back = try Self.update(
            later, Self.tables(("84799NED.csv", smallKeyFigures), ("namen-2020.csv", smallNames)))
        let sheet = try FactSheet.read(SourceFile(name: "noord.yaml", text: back.text))
        #expect(sheet.residents == 950)
        #expect(sheet.figure("bijstand")?.year == 2022)
    }

    @Test func `a region that has gone or has another name is refused with all of them`() throws {
        let renamed = smallNames.replacing("Wijk 01 Noord", with: "Wijk 01 Oost")
        let tables = try Self.twoYears(names: renamed)
        #expect(failure { try Self.update(Self.sheet, tables) } == "sheet/other-regions 8:15")
        let gone = Self.sheet.replacing("WK000101", with: "WK000109")
        #expect(failure { try Self.update(gone, Self.onlyLater()) } == "sheet/other-regions 8:15")
        let older = try Self.tables(
            ("84799NED.csv", smallKeyFigures), ("namen-2020.csv", smallNames), ("kwb-later.csv", Self.later),
            ("namen-2022.csv", renamed), boundaries: 2020)
        #expect(try Self.update(Self.sheet, older).text.contains("value: 900"))
    }

    @Test(arguments: [("3", true), ("2", true), ("1", false), (".", false)])
    func `where the publisher marks another boundary, earlier years are no series, and that is told`(
        mark: String, isOther: Bool
    ) throws {
        let lines = Self.later.split(separator: "\n").enumerated().map { number, line in
            line
                + (number == 0 ? ";IndelingswijzigingWijkenEnBuurten_4" : line.contains("WK000101") ? ";\(mark)" : ";1")
        }
        let tables = try Self.tables(
            ("kwb-later.csv", lines.joined(separator: "\n") + "\n"), ("namen-2022.csv", smallNames))
        let update = try Self.update(Self.sheet, tables)
        #expect(update.remarks.map(\.code).contains("sheet/boundary-changed") == isOther)
        let sheet = try FactSheet.read(SourceFile(name: "noord.yaml", text: update.text))
        let welfare = try #require(sheet.figure("bijstand"))
        #expect(welfare.year == 2022)
        #expect(welfare.earlier.map(\.year) == (isOther ? [] : [2020]))
        let text = update.difference.text(in: .en, try recipes().indicators)
        #expect(text.contains("Not known any more") == isOther)
        // What only people know stays, and a second time nothing changes.
        #expect(sheet.figure("startkwalificatie_jongeren")?.year == 2021)
        #expect(try Self.update(update.text, tables).text == update.text)
    }

    @Test func `a sheet without parts, and a part that is no region, are refused`() throws {
        let without = Self.sheet.replacing(
            "  parts:\n    - { code: WK000101, name: Wijk 01 Noord, residents: 900 }\n", with: ""
        ).replacing(
            "parts:\n  - code: WK000101\n    name: Wijk 01 Noord\n    figures: { inwoners: 900, startkwalificatie_jongeren: 4.5 }\n",
            with: "")
        #expect(failure { try Self.update(without, Self.onlyLater()) } == "sheet/no-parts")
        let own = Self.sheet.replacing("WK000101", with: "noord")
        #expect(failure { try Self.update(own, Self.onlyLater()) } == "sheet/part-code 8:15")
    }

    @Test(arguments: ["\r\n", "\n"])
    func `sections that are missing, empty or in braces are filled`(lineBreak: String) throws {
        let head = """
            sheet: noord
            title: { nl: Noord, en: North }
            area: { municipality: { code: GM0001, name: Voorbeeld }, parts: [{ code: WK000101, name: Wijk 01 Noord }] }

            """
        for rest in [
            "figures: {}\n", "figures: {}\nsources: {}\nparts: []\n",
            "sources: { x: { title: x, licence: y } }\nfigures: { startkwalificatie_jongeren: { value: 4.5, year: 2021, source: x } }\n",
            "answers: []\nfigures:\n  startkwalificatie_jongeren: { value: 4.5, year: 2021 }",
        ] {
            let text = (head + rest).replacing("\n", with: lineBreak)
            let update = try Self.update(text, Self.onlyLater())
            let sheet = try FactSheet.read(SourceFile(name: "noord.yaml", text: update.text))
            #expect(sheet.figure("inwoners")?.year == 2022)
            #expect(sheet.parts[0].figures.contains { $0.indicator == "inwoners" })
            if lineBreak == "\r\n" { #expect(!update.text.replacing("\r\n", with: "").contains("\n")) }
        }
        let flow =
            "{ sheet: noord, title: { nl: Noord, en: North }, area: { municipality: { name: V }, parts: "
            + "[{ code: WK000101, name: Wijk 01 Noord }] }, figures: { startkwalificatie_jongeren: { value: 4.5, year: 2021 } } }\n"
        let update = try Self.update(flow, Self.onlyLater())
        #expect(try FactSheet.read(SourceFile(name: "noord.yaml", text: update.text)).figure("inwoners")?.year == 2022)
    }

    @Test func `another table is another measure: its earlier year makes no series`() throws {
        let text = Self.sheet.replacing("source: kwb-2020, kind", with: "source: gemeente-2021, kind")
        let update = try Self.update(text, Self.onlyLater())
        let sheet = try FactSheet.read(SourceFile(name: "noord.yaml", text: update.text))
        #expect(sheet.figure("inwoners")?.earlier.map(\.source) == ["gemeente-2021"])
        let told = sheet.told(on: try #require(FEELDate("2025-01-01")), later: true)
        #expect(told.figure("inwoners")?.series.isEmpty == true)
    }

    @Test func `an own figure of a newer year leads, and values of years stay`() throws {
        let text = Self.sheet.replacing(
            "startkwalificatie_jongeren: { value: 4.5, unit: '%', year: 2021, source: gemeente-2021 }",
            with:
                "arbeidsongeschikt: { value: 4.5, unit: '%', year: 2023, source: gemeente-2021, series: { 2019: 5.0 } }"
        ).replacing(", startkwalificatie_jongeren: 4.5", with: "")
        let tables = try Self.tables(
            ("kwb-later.csv", Self.later.replacing("Bijstand_84", with: "AO_84")), ("namen-2022.csv", smallNames))
        let sheet = try FactSheet.read(SourceFile(name: "noord.yaml", text: Self.update(text, tables).text))
        let figure = try #require(sheet.figure("arbeidsongeschikt"))
        #expect(figure.year == 2023)
        #expect(figure.series.map(\.year) == [2019])
        #expect(figure.earlier.map(\.year) == [2022])
    }

    @Test func `a figure that the same edition withholds now is not known any more, and is told`() throws {
        let once = try Self.update(Self.sheet, Self.onlyLater()).text
        let withheld = Self.later.replacing(";480;95", with: ";480;.")
        let tables = try Self.tables(("kwb-later.csv", withheld), ("namen-2022.csv", smallNames))
        let update = try Self.update(once, tables)
        #expect(update.difference.text(in: .en, try recipes().indicators).contains("Not known any more"))
        let sheet = try FactSheet.read(SourceFile(name: "noord.yaml", text: update.text))
        #expect(sheet.figure("bijstand")?.year == 2020, "what was known of 2020 leads again")
    }
}
