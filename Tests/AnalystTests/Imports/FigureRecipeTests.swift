import RuleEngine
import Testing

@testable import Analyst

struct FigureRecipeTests {
    private let noord = region("WK000101")
    private let zuid = region("WK000102")

    private func result(
        _ indicator: String, of regions: [RegionCode], in tables: TableCollection
    ) throws -> Reading? {
        try outcome(indicator, of: regions, in: tables)?.result
    }

    @Test func `counts are added`() throws {
        let found = try outcome("inwoners", of: [noord, zuid], in: smallTables())
        #expect(found == FigureOutcome(result: .known(1000), coverage: 100, isApproximated: false))
    }

    @Test func `a share divides what is added, it does not average percentages`() throws {
        #expect(try result("ouderen_65", of: [noord, zuid], in: smallTables()) == .known(12))
    }

    @Test func `a part without a figure is left out while the rest covers nine residents in ten`() throws {
        let found = try outcome("bijstand", of: [noord, zuid], in: smallTables())
        #expect(found == FigureOutcome(result: .known(10), coverage: 90, isApproximated: true))
    }

    @Test func `below nine in ten the figure is not known, for the reason of most residents`() throws {
        let buurten = [region("BU00010101"), region("BU00010102")]
        let found = try #require(try outcome("bijstand", of: buurten, in: smallTables()))
        #expect(found.result == .unknown(.suppressed))
        #expect(found.coverage.rounded(toScale: 1, rule: .halfUp) == FEELNumber("66.7"))
    }

    @Test func `a median stands for one region only`() throws {
        let text = "Codering_3;AantalInwoners_5;MediaanVermogenVanParticuliereHuish_82\nWK000101;9;5\nWK000102;1;7\n"
        let tables = try TableCollection(editions(text, name: "kwb-2020.csv"))
        #expect(try result("vermogen_mediaan", of: [noord], in: tables) == .known(5))
        #expect(try result("vermogen_mediaan", of: [noord, zuid], in: tables) == .unknown(.notMeasured))
        #expect(try result("vermogen_mediaan", of: [noord, zuid], in: smallTables()) == .unknown(.notPublished))
    }

    @Test func `one region needs no weight, several do`() throws {
        let text = "Codering_3;AantalInwoners_5;Koopwoningen_40\nWK000101;9;19\nWK000102;1;30\n"
        let tables = try TableCollection(editions(text, name: "kwb-2020.csv"))
        #expect(try result("koopwoningen", of: [noord], in: tables) == .known(19))
        #expect(try result("koopwoningen", of: [noord, zuid], in: tables) == .unknown(.notPublished))
    }

    @Test func `a percentage in the file of an edition stands for a count`() throws {
        let header =
            "Kerncijfers wijken en buurten 2014;;;\n;;;\nCodering;Aantal inwoners;Huishoudens totaal;Eenpersoonshuishoudens\n"
        let units = "code;aantal;aantal;%\n"
        let rows = "WK000101;900;500;60\nWK000102;100;100;30\n"
        for text in [header + units + rows, header + rows] {
            let tables = try TableCollection(editions(text, name: "t.csv"))
            #expect(tables.base.edition.year == 2014)
            #expect(try result("eenpersoonshuishoudens", of: [noord], in: tables) == .known(60))
            #expect(try result("eenpersoonshuishoudens", of: [noord, zuid], in: tables) == .known(55))
        }
    }

    @Test func `values of dwellings are related to the country and weighted by households`() throws {
        let names = (name: "namen-2023.csv", text: smallNames)
        let woz = (name: "woz-2023.csv", text: "Key,Gemiddelde WOZ\nNL00,400\nWK000101,200\nWK000102,420\n")
        let tables = try smallTables(names, woz)
        #expect(try result("woz_verhouding", of: [noord, zuid], in: tables) == .known(FEELNumber("0.55") ?? .zero))
    }

    @Test func `a region with another name in the later year does not count`() throws {
        let names = (name: "namen-2023.csv", text: smallNames.replacing("Wijk 01 Noord", with: "Noordpolder"))
        let woz = (name: "woz-2023.csv", text: "Key,Gemiddelde WOZ\nNL00,400\nWK000101,200\nWK000102,420\n")
        let found = try outcome("woz_verhouding", of: [noord, zuid], in: smallTables(names, woz))
        #expect(
            found == FigureOutcome(result: .unknown(.boundariesChanged), coverage: 10, isApproximated: false))
    }

    @Test func `the publisher's mark goes before the name`() throws {
        let later = "Codering_3;WijkenEnBuurten;IndelingswijzigingWijkenEnBuurten_4;AantalInwoners_5;Koopwoningen_40\n"
        func tables(_ mark: String, name: String) throws -> TableCollection {
            let newer = try editions(
                later + "WK000101;\(name);\(mark);900;20\n", name: "kwb-2021.csv")
            let older = try editions(
                "Codering_3;WijkenEnBuurten;AantalInwoners_5;MediaanVermogenVanParticuliereHuish_82\nWK000101;Noord;900;7\n",
                name: "kwb-2020.csv")
            return try TableCollection(newer + older)
        }
        #expect(
            try ways("vermogen_mediaan", in: tables("1", name: "Anders")).last?.value(
                of: [noord], in: tables("1", name: "Anders")) == 7)
        #expect(
            try ways("vermogen_mediaan", in: tables("3", name: "Noord")).last?.value(
                of: [noord], in: tables("3", name: "Noord")) == nil)
        #expect(
            try ways("vermogen_mediaan", in: tables(".", name: "Noord")).last?.value(
                of: [noord], in: tables(".", name: "Noord")) == 7)
        #expect(
            try ways("vermogen_mediaan", in: tables(".", name: "Anders")).last?.value(
                of: [noord], in: tables(".", name: "Anders")) == nil)
    }

    @Test func `Leefbaarometer reaches a wijk through the postcodes of its buurten`() throws {
        let tables = try smallTables((name: "lbm.csv", text: "GBD,RLBVEI18\n1011,-0.3\n1012,0.6\n"))
        #expect(try result("lbm_veiligheid", of: [noord], in: tables) == .known(.zero))
        #expect(try outcome("lbm_veiligheid", of: [noord, zuid], in: tables)?.coverage == 90)
        #expect(try result("lbm_veiligheid", of: [zuid], in: tables) == .unknown(.notPublished))
    }

    @Test(arguments: [(4, 100), (5, 0)])
    func `classes up to four are weak, and a buurt has the class of its wijk`(weak: Int, share: Int) throws {
        let tables = try smallTables(
            (name: "namen-2016.csv", text: smallNames),
            (name: "klassen.csv", text: "CODE;KL16\nWK000101;\(weak)\nWK000102;\(weak)\n"))
        let found = Reading.known(FEELNumber(share))
        #expect(try result("lbm_klasse_2016_zwak", of: [region("GM0001")], in: tables) == found)
        #expect(try result("lbm_klasse_2016_zwak", of: [region("BU00010101")], in: tables) == found)
    }
}
