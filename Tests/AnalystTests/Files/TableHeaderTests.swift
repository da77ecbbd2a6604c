import RuleEngine
import Testing

@testable import Analyst

/// The header of a table is found by its form, and says name, unit and period of each column.
@Suite struct TableHeaderTests {
    /// What is known of the columns of a table: `name [unit]`.
    private func columns(_ table: PublishedTable) -> [String] {
        table.columns.map { column in column.unit.map { "\(column.name) [\($0)]" } ?? column.name }
    }

    @Test func `a plain header is the first row`() throws {
        let table = try published("Codering_3;AantalInwoners_5\nWK000101  ;  900\n")
        #expect(columns(table) == ["Codering_3", "AantalInwoners_5"])
        #expect(table.title == nil)
        #expect(try texts(table, "Codering") == ["WK000101"])
        #expect(try figureTexts(table, "AantalInwoners") == ["900"])
    }

    @Test func `StatLine puts a title above, marks of depth before names and units below`() throws {
        let text = """
            \u{FEFF}Kerncijfers wijken en buurten 2014;;;;;
            ;;;;;
            ;Onderwerp;;;;
            ;Gemeentenaam;Codering;Jaar;||Aantal inwoners;"|||Personen; Bijstand"
            Wijken en buurten;naam;code;;aantal;%
            Rotterdam;Rotterdam;GM0599;2014;618355;17
            Bron: CBS;;;;;

            """
        let table = try published(text)
        #expect(table.title == "Kerncijfers wijken en buurten 2014")
        #expect(
            columns(table) == [
                "Wijken en buurten", "Gemeentenaam [naam]", "Codering [code]", "Jaar", "Aantal inwoners [aantal]",
                "Personen; Bijstand [%]",
            ])
        #expect(table.columns[4].header == "||Aantal inwoners")
        #expect(try figureTexts(table, "Aantal inwoners") == ["618355"])
        #expect(table.footer == ["Bron: CBS"])
    }

    @Test func `without its row of units the same table has no units`() throws {
        let table = try published(
            "Kerncijfers 2014;;\n;;\n;Onderwerp;\n;Codering;||Aantal inwoners\nRotterdam;GM0599;618355\n")
        #expect(columns(table) == ["", "Codering", "Aantal inwoners"])
        #expect(table.rows.count == 1)
    }

    @Test func `a name that is a path keeps it, and is found by its last parts`() throws {
        let text = """
            "Kerncijfers wijken en buurten 2015"
            ""
            "";"Onderwerp"
            "";"Inkomen|Inkomen van personen|Gemiddeld inkomen per inwoner ";"Inkomen|Huishoudens|Laag inkomen"
            "Wijken en buurten";"x 1 000 euro";"%"
            "Amsterdam";"26,9";"14,9"
            "Bron: CBS"
            """
        let table = try published(text)
        #expect(
            columns(table) == [
                "Wijken en buurten", "Inkomen|Inkomen van personen|Gemiddeld inkomen per inwoner [x 1 000 euro]",
                "Inkomen|Huishoudens|Laag inkomen [%]",
            ])
        #expect(table.columns[1].path == ["Inkomen", "Inkomen van personen", "Gemiddeld inkomen per inwoner"])
        #expect(try figureTexts(table, "Huishoudens|Laag inkomen") == ["14.9"])
        #expect(try figureTexts(table, "Gemiddeld inkomen per inwoner") == ["26.9"])
        #expect(try table.column(["inkomen"]) == nil)
        #expect(table.footer == ["Bron: CBS"])
    }

    @Test func `a unit between brackets behind the name is the unit`() throws {
        let text = """
            "Perioden";"Regiocode (gemeente, wijk, buurt) (code)";"Opleidingsniveau/Laag/Waarde (%)";"Spreiding (anders)"
            "2019";"GM0363    ";"    20.8";"   1.010"

            """
        let table = try published(text)
        #expect(
            columns(table) == [
                "Perioden", "Regiocode (gemeente, wijk, buurt) [code]", "Opleidingsniveau/Laag/Waarde [%]",
                "Spreiding (anders)",
            ])
        #expect(table.columns[2].path == ["Opleidingsniveau", "Laag", "Waarde"])
        #expect(try figureTexts(table, "Opleidingsniveau/Laag/Waarde (%)") == ["20.8"])
        #expect(try figureTexts(table, "Laag|Waarde") == ["20.8"])
    }

    @Test func `names of R tell their unit`() throws {
        let text = """
            "","Wijken.en.buurten","Bevolking.Aantal.inwoners..aantal.","Wonen.Koopwoningen....","Inkomen.Gemiddeld...x.1.000.euro."
            "1","Nederland",17282163,"57,1",28.4

            """
        let table = try published(text)
        #expect(table.columns.map(\.unit) == [nil, nil, "aantal", "%", "x 1 000 euro"])
        #expect(try figureTexts(table, "Wonen.Koopwoningen....") == ["57.1"])
    }

    @Test func `rows between names and units say of which period a column is`() throws {
        let text = """
            "Geregistreerde misdrijven; gemeente 2026"
            "Soort misdrijf: Totaal misdrijven"
            ""
            "Onderwerp";"Geregistreerde misdrijven";"Geregistreerde misdrijven"
            "Perioden";"2023";"2024"
            "Regio's";"aantal";"aantal"
            "Nederland";"811000";"805559"

            """
        let table = try published(text)
        #expect(
            table.preamble == ["Geregistreerde misdrijven; gemeente 2026", "Soort misdrijf: Totaal misdrijven"])
        #expect(
            columns(table) == ["Regio's", "Geregistreerde misdrijven [aantal]", "Geregistreerde misdrijven [aantal]"])
        let numbers = table.columnNumbers(["Geregistreerde misdrijven"])
        #expect(numbers == [1, 2])
        #expect(
            numbers.map { table.columns[$0].labels.map { "\($0.dimension) \($0.value)" } } == [
                ["Perioden 2023"], ["Perioden 2024"],
            ])
        #expect(try table.figures(of: 2) == [.number(805559)])
    }

    @Test func `a header over several rows is read downwards`() throws {
        let text = """
            Tabel 1;;;
            ;;Gemiddeld;40% huishoudens
            ;;inkomen;met laagste inkomen
            Gemeentelijke indeling van 2023;;;
            Gemeentecode;Regionaam;;
            ;;;
            ;;x 1000 euro;%
            ;;;
            GM0158;Haaksbergen;26,4;33,5
            Bron: CBS;;;

            """
        let table = try published(text)
        #expect(
            columns(table) == [
                "Gemeentecode", "Regionaam", "Gemiddeld inkomen [x 1 000 euro]",
                "40% huishoudens met laagste inkomen [%]",
            ])
        #expect(table.preamble == ["Tabel 1", "Gemeentelijke indeling van 2023"])
        #expect(try figureTexts(table, "Gemiddeld inkomen") == ["26.4"])
    }

    @Test func `the row with the most known names is the header, wherever it stands`() throws {
        let text = "a lijst;van iets;anders\ngebied;code;waarde\nNoord;WK000101;3\n"
        let table = try published(text, known: ["code", "waarde"])
        #expect(columns(table) == ["gebied", "code", "waarde"])
        #expect(table.rows.count == 1)
    }

    @Test func `one known word among the data makes no header of its row`() throws {
        let table = try published("gebied;plaats;waarde\nNoord;code;3\n", known: ["code"])
        #expect(columns(table) == ["gebied", "plaats", "waarde"])
    }

    @Test func `years may be names of columns`() throws {
        let table = try published("gebied;2019;2020\nNoord;.;.\nZuid;1;2\n")
        #expect(columns(table) == ["gebied", "2019", "2020"])
        #expect(try figureTexts(table, "2020") == ["(not-given)", "2"])
    }

    @Test(arguments: ["a;b,c\n1;2,5\n2;3,5\n", "a\tb,c\n1\t2,5\n2\t3,5\n", "a,\"b,c\"\n1,\"2,5\"\n2,\"3,5\"\n"])
    func `a decimal comma is not taken for the separator`(text: String) throws {
        let table = try published(text)
        #expect(table.columns.count == 2)
        #expect(try table.figures(of: 1) == [.number(FEELNumber("2.5") ?? .zero), .number(FEELNumber("3.5") ?? .zero)])
    }

    @Test(arguments: ["", "\n\n", ";;\n;;\n", "   \n"])
    func `a file in which nothing stands is no table`(text: String) {
        #expect(failure { try published(text) } == "table/empty 1:1")
    }
}
