import RuleEngine
import Testing

@testable import Analyst

struct PublishedTableTests {
    @Test func `Kerncijfers are read in the layout of the open data interface`() throws {
        let kwb = try smallTables().kwb
        #expect(kwb.figures.reading(.residents, region("WK000101")) == .known(900))
        #expect(kwb.postcodes[region("BU00010101")] == "1011")
        #expect(kwb.postcodes[region("WK000101")] == nil)
        #expect(kwb.names[region("WK000101")] == "Wijk 01 Noord")
    }

    @Test func `Kerncijfers are read in the layout of the R export`() throws {
        let text = #"""
            "","Wijken.en.buurten","Regioaanduiding.Codering..code.","Bevolking.Aantal.inwoners..aantal.","Inkomen.Inkomen.van.huishoudens.Huish..onder.of.rond.sociaal.minimum....","Zorg.Wmo.cliënten..aantal."
            "1","Nederland","NL00      ",17282163,"6,8",1166485
            "181","Transvaalbuurt","WK036330  ",9255,"17,3",NA

            """#
        let kwb = try KWBTable(tableText(text))
        let wijk = region("WK036330")
        #expect(kwb.figures.reading(.socialMinimum, wijk).number == FEELNumber("17.3"))
        #expect(kwb.figures.reading(.socialSupportClients, wijk) == .unknown(.suppressed))
        #expect(kwb.names[wijk] == "Transvaalbuurt")
    }

    @Test func `a column that is empty throughout is not published, a single gap is suppressed`() throws {
        let kwb = try smallTables().kwb
        #expect(kwb.figures.reading(.owned, region("WK000101")) == .unknown(.notPublished))
        #expect(kwb.figures.reading(.gas, region("WK000101")) == .unknown(.notPublished))
        #expect(kwb.figures.reading(.welfare, region("BU00010102")) == .unknown(.suppressed))
        #expect(kwb.figures.reading(.welfare, region("BU99999999")) == .unknown(.notPublished))
    }

    @Test(arguments: [
        ("Codering_3;AantalInwoners_5\nWK01;7\n", "table/unknown-region-code 2:1"),
        ("Codering_3;AantalInwoners_5\nWK000101;7\nWK000101  ;8\n", "table/region-twice 3:1"),
        ("Codering_3;AantalInwoners_5\nWK000101;zeven\n", "table/not-a-number 2:10"),
        ("Codering_3;Inwoners\nWK000101;7\n", "table/no-header 1:1"),
        ("Codering_3;AantalInwoners_5\nWK000101;7\nBron: CBS;\n", "no failure"),
        ("Codering_3;AantalInwoners_5\nWK000101;7\nBron: CBS;8\n", "table/unknown-region-code 3:1"),
    ])
    func `mistakes in Kerncijfers are reported at their cell`(text: String, expected: String) {
        #expect(failure { try KWBTable(tableText(text)) } == expected)
    }

    @Test func `health figures are padded and use another code for the country`() throws {
        let text = """
            ID;Codering_3;ErvarenGezondheidGoedZeerGoed_4;Eenzaam_28
            2;NL01                ;    78.4;    47.0
            3;WK000101            ;       .;    59.9

            """
        let figures = try RIVMTable(tableText(text)).figures
        #expect(figures.reading(.goodHealth, .netherlands).number == FEELNumber("78.4"))
        #expect(figures.reading(.goodHealth, region("WK000101")) == .unknown(.suppressed))
        #expect(figures.reading(.lonely, region("WK000101")).number == FEELNumber("59.9"))
    }

    @Test func `the income table has a title, a stacked header, units, two code columns and a last line`() throws {
        let text = """
            Tabel 1;;;;;
            Gemiddeld persoonlijk inkomen per inwoner;;;;;
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
        let figures = try IncomeTable(tableText(text), names: RegionNames([:])).figures
        #expect(figures.regions.map(\.text) == ["NL00", "GM0158", "WK015800"])
        #expect(figures.reading(.perResident, .netherlands).number == FEELNumber("27.9"))
        #expect(figures.reading(.lowest, region("GM0158")).number == FEELNumber("33.5"))
        #expect(figures.reading(.highest, region("WK015800")) == .unknown(.suppressed))
    }

    @Test func `Leefbaarometer has short rows`() throws {
        let table = try LeefbaarometerTable(tableText("GBD,RLBVEI16,RLBVEI18\n1011,-0.286,-0.312\n1012,0.1\n"))
        #expect(table.reading(.safety, year: 2018, postcode: "1011").number == FEELNumber("-0.312"))
        #expect(table.reading(.safety, year: 2018, postcode: "1012") == .unknown(.suppressed))
        #expect(table.reading(.safety, year: 2018, postcode: "9999") == .unknown(.notPublished))
    }

    @Test func `a mean value of dwellings may be missing`() throws {
        let text = "\u{FEFF}ID,Key,Gemiddelde WOZ,Postcode\n0,NL00      ,368,         .\n1,GM1680    ,,.\n"
        let figures = try WOZTable(tableText(text), names: RegionNames([:])).figures
        #expect(figures.reading(.value, .netherlands) == .known(368))
        #expect(figures.reading(.value, region("GM1680")) == .unknown(.suppressed))
    }
}
