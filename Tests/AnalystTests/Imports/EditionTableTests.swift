import RuleEngine
import Testing

@testable import Analyst

struct EditionTableTests {
    private func reading(_ column: String, _ key: String, _ text: String, name: String) throws -> Reading? {
        try editions(text, name: name).last?.reading(column, row: key)
    }

    @Test func `Kerncijfers are read in the form of the open data interface`() throws {
        let tables = try smallTables()
        #expect(tables.residents(region("WK000101")) == 900)
        #expect(tables.base.postcodes[region("BU00010101")] == "1011")
        #expect(tables.base.postcodes[region("WK000101")] == nil)
        #expect(tables.names[region("WK000101")] == "Wijk 01 Noord")
    }

    @Test func `Kerncijfers are read in the form of the R export`() throws {
        let text = #"""
            "","Wijken.en.buurten","Regioaanduiding.Codering..code.","Bevolking.Aantal.inwoners..aantal.","Inkomen.Inkomen.van.huishoudens.Huish..onder.of.rond.sociaal.minimum....","Zorg.Wmo.cliënten..aantal."
            "1","Nederland","NL00      ",17282163,"6,8",1166485
            "181","Transvaalbuurt","WK036330  ",9255,"17,3",NA

            """#
        let kwb = try #require(try editions(text, name: "kwb-2019.csv").first)
        #expect(kwb.reading("social_minimum", row: "WK036330").number == FEELNumber("17.3"))
        #expect(kwb.reading("social_support_clients", row: "WK036330") == .unknown(.suppressed))
        #expect(kwb.names[region("WK036330")] == "Transvaalbuurt")
    }

    @Test func `a column that is empty throughout is not published, a single gap is suppressed`() throws {
        let kwb = try smallTables().base
        #expect(kwb.reading("owned", row: "WK000101") == .unknown(.notPublished))
        #expect(kwb.reading("gas", row: "WK000101") == .unknown(.notPublished))
        #expect(kwb.reading("welfare", row: "BU00010102") == .unknown(.suppressed))
        #expect(kwb.reading("welfare", row: "BU99999999") == .unknown(.notPublished))
    }

    @Test(arguments: [
        ("Codering_3;AantalInwoners_5\nWK000101;7\nWK01;7\n", "table/unknown-region-code 3:1"),
        ("Codering_3;AantalInwoners_5\nWK000101;7\nWK000101  ;8\n", "table/region-twice 3:1"),
        ("Codering_3;AantalInwoners_5\nWK000101;zeven\n", "table/not-a-number 2:10"),
        ("Codering_3;AantalInwoners_5\nWK000101;-7\n", "import/outside 2:10"),
        ("Codering_3;Bewoners\nWK000101;7\n", "import/unknown-table 1:1"),
        ("Codering_3;AantalInwoners_5\nWK000101;7\nBron: CBS;\n", "no failure"),
        ("Codering_3;AantalInwoners_5\nWK000101;7\nBron: CBS;8\n", "table/unknown-region-code 3:1"),
        ("Codering_3;AantalInwoners_5;Koopwoningen_40\nWK000101;7;101\n", "import/outside 2:12"),
        ("Codering_3;AantalInwoners_5;Koopwoningen_40\nWK000101;7;100\n", "no failure"),
    ])
    func `mistakes in Kerncijfers are reported at their cell`(text: String, expected: String) {
        #expect(failure { try editions(text, name: "kwb-2020.csv") } == expected)
    }

    @Test func `codes are read in small letters, padded, and without their letters`() throws {
        let text = "Codering_3;AantalInwoners_5\nnl00;100\nwk000101  ;7\n00010101;5\n"
        #expect(
            try editions(text, name: "kwb-2020.csv").first?.regions.map(\.text) == ["NL00", "WK000101", "BU00010101"])
    }

    // MARK: The year

    @Test(arguments: [
        ("Codering_3;AantalInwoners_5\nWK000101;7\n", "t.csv", "import/no-edition 1:1"),
        ("Codering_3;AantalInwoners_5\nWK000101;7\n", "84286NED.csv", "2018"),
        ("Codering_3;AantalInwoners_5\nWK000101;7\n", "kwb2016-rotterdam.csv", "2016"),
        ("Codering_3;AantalInwoners_5\nWK000101;7\n", "kwb-2016-2018.csv", "import/no-edition 1:1"),
        ("Kerncijfers wijken en buurten 2015;\n;\nCodering;Aantal inwoners\nWK000101;7\n", "84286NED.csv", "2015"),
        ("Codering;Jaar;Aantal inwoners\nWK000101;2017;7\n", "t.csv", "2017"),
        ("Codering;Jaar;Aantal inwoners\nWK000101;1999;7\n", "t.csv", "import/unknown-edition 2:10"),
        (
            "Codering_3;AantalInwoners_5;HuishoudensTotaal_28;PersonenPerSoortUitkeringBijstand_83;PersonenautoSTotaal_99\n"
                + "WK000101;7;3;1;2\n", "t.csv", "2020"
        ),
    ])
    func `the year comes from the table, then from the name of the file, and is never assumed`(
        text: String, name: String, expected: String
    ) {
        var found = ""
        let fault = failure { found = try editions(text, name: name).map { String($0.edition.year) }.joined() }
        #expect((found.isEmpty ? fault : found) == expected)
    }

    @Test func `a year that the user states must not differ from that of the table`() throws {
        let plain = "Codering_3;AantalInwoners_5\nWK000101;7\n"
        #expect(try editions(plain, name: "t.csv", stated: .init(year: 2019)).first?.edition.table == "84583NED")
        #expect(try editions(plain, name: "t.csv", stated: .init(table: "84583ned")).first?.edition.year == 2019)
        let titled = "Kerncijfers wijken en buurten 2015;\n;\nCodering;Aantal inwoners\nWK000101;7\n"
        #expect(
            failure { try editions(titled, name: "t.csv", stated: .init(year: 2019)) }.hasPrefix("import/other-edition")
        )
        #expect(
            failure { try editions(plain, name: "t.csv", stated: .init(year: 1999)) }.hasPrefix(
                "import/unknown-edition"))
    }

    // MARK: Health

    private let health = "Leeftijd;Marges;Perioden;Codering_3;ErvarenGezondheidGoedZeerGoed_4;Eenzaam_28\n"

    @Test func `a number of a table with several years asks for the year too`() throws {
        let text = "Codering;Leeftijd;Marges;Roker_1\nWK000101;20300;MW00000;12\n"
        let error = #expect(throws: BadInput.self) {
            try editions(text, name: "r.csv", stated: .init(table: "50090NED"))
        }
        let diagnostic = try #require(error?.diagnostics.first)
        #expect(diagnostic.code == "import/several-editions")
        #expect(diagnostic.message.en.contains("50090NED has several years (2012, 2016, 2020)"))
        #expect(diagnostic.hint?.en.contains("--year 2012") == true)
        let both = try editions(text, name: "r.csv", stated: .init(year: 2016, table: "50090NED"))
        #expect(both.map(\.edition.year) == [2016])
        #expect(try editions(text, name: "r.csv", stated: .init(table: "50120NED")).map(\.edition.year) == [2022])
    }

    @Test func `health figures are padded and use another code for the country`() throws {
        let text =
            health
            + "20300;MW00000;2020JJ00;NL01      ;    78.4;    47.0\n20300;MW00000;2020JJ00;WK000101  ;       .;    59.9\n"
        let table = try #require(try editions(text, name: "t.csv").first)
        #expect(table.reading("good_health", row: "NL00").number == FEELNumber("78.4"))
        #expect(table.reading("good_health", row: "WK000101") == .unknown(.suppressed))
        #expect(table.reading("lonely", row: "WK000101").number == FEELNumber("59.9"))
    }

    @Test(arguments: [
        ("20300;MOG0095;2020JJ00;NL01;78.4;47.0\n", "import/other-rows 2:7"),
        ("20000;MW00000;2020JJ00;NL01;78.4;47.0\n", "import/other-rows 2:1"),
        ("20300;MW00000;2020JJ00;NL01;78.4;47.0\n20300;MOG0095;2020JJ00;NL01;77.4;46.0\n", "no failure"),
        ("20300;MW00000;2020JJ00;NL01;78.4;47.0\n20300;MW00000;2020JJ00;NL01;77.4;46.0\n", "table/region-twice 3:24"),
        (
            "20300;MW00000;2020JJ00;NL01;78.4;47.0\n" + "20300;MW00000;2016JJ00;NL01;77.4;46.0\n"
                + "20300;MW00000;2016JJ00;WK000101;77.4;46.0\n20300;MW00000;2016JJ00;WK000102;77.4;46.0\n",
            "import/years-differ 2:15"
        ),
        ("20300;MW00000;2020MM03;NL01;78.4;47.0\n", "import/bad-period 2:15"),
    ])
    func `every row is looked at on age, margin and year`(rows: String, expected: String) {
        #expect(failure { try editions(health + rows, name: "t.csv") } == expected)
    }

    @Test func `a table with several years gives each of them`() throws {
        let rows = "20300;MW00000;2020JJ00;NL01;78.4;47.0\n20300;MW00000;2016JJ00;NL01;77.4;46.0\n"
        #expect(try editions(health + rows, name: "t.csv").map(\.edition.year) == [2016, 2020])
    }

    @Test func `a table that lacks a dimension is refused`() {
        let text = "Perioden;Codering_3;Roker_11;Eenzaam_28\n2020JJ00;NL01;78.4;47.0\n"
        #expect(failure { try editions(text, name: "t.csv") }.hasPrefix("import/no-dimension"))
    }

    @Test func `all crimes together are read, and never added to their parts`() throws {
        let text =
            "SoortMisdrijf;WijkenEnBuurten;Perioden;GeregistreerdeMisdrijven_1\n0.0.0 ;WK000101;2020JJ00;90\n"
            + "1.1.1 ;WK000101;2020JJ00;60\n1.1.2 ;WK000101;2020JJ00;30\n"
        let tables = try TableCollection(
            editions(smallKeyFigures, name: "84799NED.csv") + editions(text, name: "47018NED.csv"))
        #expect(try outcome("misdrijven", of: [region("WK000101")], in: tables)?.result == .known(100))
    }

    // MARK: Other tables

    @Test func `the income table has a title, a stacked header, units, two code columns and a last line`() throws {
        let text = """
            Tabel 1;;;;;
            Gemiddeld persoonlijk inkomen per inwoner, 2020;;;;;
            ;;;Gemiddeld;40% huishoudens;20% huishoudens
            ;;;persoonlijk ;met laagste;met hoogste
            ;;;inkomen;besteedbaar;besteedbaar
            ;;;per inwoner;inkomen;inkomen
            Gemeentelijke indeling van 2023;;;;;
            Gemeentecode;Wijkcode;Regionaam;;;
            ;;;;;
            ;;;x 1000 euro;%;
            Nederland;;;27,9;40,0;20,0
            GM0158;Totaal;Haaksbergen;26,4;33,5;22,2
            ;WK015800;Wijk 00 Haaksbergen (dorp);25,9;33,8;.
            Bron: CBS, Integraal Inkomens- en Vermogenssysteem (IIV);;;;;

            """
        let table = try #require(try editions(text, name: "t.csv").first)
        #expect(table.regions.map(\.text) == ["NL00", "GM0158", "WK015800"])
        #expect(table.edition.year == 2020)
        #expect(table.reading("income_per_resident", row: "NL00").number == FEELNumber("27.9"))
        #expect(table.reading("lowest_incomes", row: "GM0158").number == FEELNumber("33.5"))
        #expect(table.reading("highest_incomes", row: "WK015800") == .unknown(.suppressed))
    }

    @Test func `Leefbaarometer has a column per year, and short rows`() throws {
        let tables = try editions("GBD,RLBVEI16,RLBVEI18\n1011,-0.286,-0.312\n1012,0.1\n", name: "t.csv")
        #expect(tables.map(\.edition.year) == [2016, 2018])
        #expect(tables.last?.reading("safety", row: "1011").number == FEELNumber("-0.312"))
        #expect(tables.last?.reading("safety", row: "1012") == .unknown(.suppressed))
        #expect(tables.last?.reading("safety", row: "9999") == .unknown(.notPublished))
    }

    @Test func `a mean value of dwellings may be missing`() throws {
        let text = "\u{FEFF}ID,Key,Gemiddelde WOZ,Postcode\n0,NL00      ,368,         .\n1,GM1680    ,,.\n"
        #expect(try reading("dwelling_value", "NL00", text, name: "woz-2023.csv") == .known(368))
        #expect(try reading("dwelling_value", "GM1680", text, name: "woz-2023.csv") == .unknown(.suppressed))
    }

    @Test func `the table of crimes has names of municipalities and many years`() throws {
        let text =
            "SoortMisdrijf,RegioS,Perioden,GeregistreerdeMisdrijvenPer1000Inw_3\n"
            + "\"Misdrijven, totaal\",Voorbeeld (gemeente),2019,50.1\n\"Misdrijven, totaal\",Voorbeeld (gemeente),2020,48.2\n"
        let tables = try smallTables((name: "83648NED.csv", text: text))
        let figure = try ways("misdrijven", in: tables)
        #expect(Set(figure.map(\.year)) == [2020, 2019])
        #expect(figure.first?.value(of: [region("GM0001")], in: tables) == FEELNumber("48.2"))
        #expect(figure.first?.value(of: [region("WK000101")], in: tables) == nil)
    }

    @Test func `a map has a region in several pieces, but not under two names`() throws {
        let pieces = "WKC;WKN\nWK000300;Wijk 00\nWK000300;Wijk 00\n"
        #expect(try editions(pieces, name: "wijken-2016.csv").first?.names.regions.count == 1)
        let names = "WKC;WKN\nWK000300;Wijk 00\nWK000300;Wijk 01\n"
        #expect(failure { try editions(names, name: "wijken-2016.csv") } == "table/region-twice 3:1")
    }

    @Test func `names of wijken come out of a list of names`() throws {
        let table = try #require(try editions("Identifier,Title\nWK000300,Wijk 00\n", name: "85984NED.csv").first)
        #expect(table.names[region("WK000300")] == "Wijk 00")
        #expect(table.edition.year == 2024)
    }
}
