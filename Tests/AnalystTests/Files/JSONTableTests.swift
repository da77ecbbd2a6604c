import RuleEngine
import Testing

@testable import Analyst

/// Tables of OData and GeoJSON.
@Suite struct JSONTableTests {
    private func table(_ json: String, name: String = "t.json") throws -> PublishedTable {
        let document = try TableDocument(name: name, bytes: Array(json.utf8))
        return try #require(document.tables().first)
    }

    @Test func `a table of OData 3 is read with its names and numbers as they stand`() throws {
        let table = try table(
            """
            {"odata.metadata":"https://example.org/84799NED/$metadata#TypedDataSet","value":[
            {"ID":0,"WijkenEnBuurten":"NL00      ","AantalInwoners_5":17407585,"Koopwoningen_40":57.1,"Marokko_19":null},
            {"ID":1,"WijkenEnBuurten":"WK000101  ","AantalInwoners_5":4.195,"Koopwoningen_40":-99997.0}]}
            """)
        #expect(
            table.columns.map(\.header) == [
                "ID", "WijkenEnBuurten", "AantalInwoners_5", "Koopwoningen_40", "Marokko_19",
            ])
        #expect(table.preamble == ["https://example.org/84799NED/$metadata#TypedDataSet"])
        #expect(try texts(table, "WijkenEnBuurten") == ["NL00", "WK000101"])
        // A stored number is what it is: no thousands are parted.
        #expect(try figureTexts(table, "AantalInwoners", expecting: .whole) == ["17407585", "4.195"])
        #expect(try figureTexts(table, "Koopwoningen") == ["57.1", "(secret)"])
        #expect(try figureTexts(table, "Marokko") == ["(empty)", "(empty)"])
    }

    @Test func `numbers in strings follow their column as in a CSV`() throws {
        let table = try table(#"{"value":[{"a":"       4","b":"4.195"},{"a":"       .","b":"3"}]}"#)
        #expect(try figureTexts(table, "a") == ["4", "(not-given)"])
        #expect(failure { try figureTexts(table, "b") } == "table/thousands 1:32")
    }

    @Test func `observations of OData 4 become a table with a column for each measure`() throws {
        let observations = """
            {"@odata.context":"https://example.org/CBS/85984NED/$metadata#Observations","value":[
            {"Id":0,"Measure":"T001036","ValueAttribute":"None","Value":900,"StringValue":null,"WijkenEnBuurten":"WK000101","Perioden":"2024JJ00"},
            {"Id":1,"Measure":"M000001","ValueAttribute":"None","Value":19.5,"StringValue":null,"WijkenEnBuurten":"WK000101","Perioden":"2024JJ00"},
            {"Id":2,"Measure":"T001036","ValueAttribute":"None","Value":100,"StringValue":null,"WijkenEnBuurten":"WK000102","Perioden":"2024JJ00"},
            {"Id":3,"Measure":"M000001","ValueAttribute":"Confidential","Value":null,"StringValue":null,"WijkenEnBuurten":"WK000102","Perioden":"2024JJ00"},
            {"Id":4,"Measure":"N1","ValueAttribute":"None","Value":null,"StringValue":"Noord","WijkenEnBuurten":"WK000102","Perioden":"2024JJ00"}]}
            """
        let codes = """
            {"value":[{"Identifier":"T001036","Title":"Aantal inwoners","Unit":"aantal"},
            {"Identifier":"M000001","Title":"Koopwoningen","Unit":"%"}]}
            """
        let plain = try table(observations)
        #expect(plain.columns.map(\.header) == ["WijkenEnBuurten", "Perioden", "T001036", "M000001", "N1"])
        #expect(try texts(plain, "WijkenEnBuurten") == ["WK000101", "WK000102"])
        #expect(try figureTexts(plain, "T001036") == ["900", "100"])
        #expect(try figureTexts(plain, "M000001") == ["19.5", "(secret)"])
        #expect(try texts(plain, "N1") == ["", "Noord"])

        let document = try TableDocument(name: "t.json", bytes: Array(observations.utf8)) { () throws(BadInput) in
            [try JSONTable.sheet(tableText(codes, name: "codes.json"))]
        }
        let named = try #require(document.tables().first)
        #expect(try figureTexts(named, "Aantal inwoners") == ["900", "100"])
        #expect(named.columns.map(\.unit) == [nil, nil, "aantal", "%", nil])
        #expect(failure { try named.figures(of: 4) }.hasPrefix("table/not-a-number 6:"))
    }

    @Test func `observations in CSV are turned too, and two figures for one place are refused`() throws {
        let text = "Id;Measure;Value;RegioS\n1;A;5;GM0001\n2;B;7;GM0001\n3;A;6;GM0002\n"
        let document = try TableDocument(name: "Observations.csv", bytes: Array(text.utf8))
        let table = try #require(try document.tables().first)
        #expect(try figureTexts(table, "A") == ["5", "6"])
        #expect(try figureTexts(table, "B") == ["7", "(empty)"])
        #expect(
            failure { try TableDocument(name: "t.csv", bytes: Array((text + "4;A;8;GM0001\n").utf8)) }
                == "table/observation-twice 5:3")
    }

    @Test func `the properties of GeoJSON are rows, whatever the outline is`() throws {
        let table = try table(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[6.7,53.2],[6.8,53.3]]]},"properties":{"buurtcode":"BU03080000","aantalInwoners":1825,"percentageKoopwoningen":-99997}},
            {"type":"Feature","properties":{"buurtcode":"BU03080001","naam":"K\\u00f6nig \\"\\/\\"","aantalInwoners":null},"geometry":null}]}
            """)
        #expect(try texts(table, "buurtcode") == ["BU03080000", "BU03080001"])
        #expect(try texts(table, "naam") == ["", "König \"/\""])
        #expect(try figureTexts(table, "aantal_inwoners") == ["1825", "(empty)"])
        #expect(try figureTexts(table, "percentageKoopwoningen") == ["(secret)", "(empty)"])
    }

    @Test func `a plain list of objects is a table, and a list inside a cell is no figure`() throws {
        let table = try table(#"[{"a":1,"b":[1,2]},{"c":true}]"#)
        #expect(try figureTexts(table, "a") == ["1", "(empty)"])
        #expect(failure { try figureTexts(table, "b") } == "table/not-a-number 1:13")
        #expect(failure { try figureTexts(table, "c") } == "table/not-a-number 1:25")
    }

    @Test func `a message names the path to the value`() throws {
        let table = try table(#"{"value":[{"a":1},{"a":"twee"}]}"#)
        let error = #expect(throws: BadInput.self) { try table.figures(of: 0) }
        #expect(error?.diagnostics.first?.message.nl == "‘twee’ is geen getal (value[1].a)")
    }

    @Test(arguments: [
        (#"{"value":[{"a":1},{"a":2"#, "table/cut-off 1:24"),
        (#"{"value":[{"a":1}}"#, "json/syntax 1:18"),
        (#"{"value":[{"a":NaN}]}"#, "json/syntax 1:16"),
        (#"{"value":[{"a":1,"a":2}]}"#, "json/name-twice 1:19"),
        (#"{"value":[{"a":"x"#, "table/cut-off 1:17"),
        (#"{"value":[]}"#, "json/no-table 1:1"),
        (#"{"naam":"x"}"#, "json/no-table 1:1"),
        (#"{"value":[{"a":1}],"odata.nextLink":"https://example.org/2"}"#, "table/page 1:1"),
        (#"{"type":"FeatureCollection","numberMatched":3,"features":[{"properties":{"a":1}}]}"#, "table/page 1:1"),
        (#"{"odata.error":{"code":"","message":{"value":"Resource not found"}}}"#, "table/service-error 1:1"),
        (#"{"value":[{"a":1}]} x"#, "json/syntax 1:21"),
    ])
    func `JSON that is broken, empty or one page of several is refused`(text: String, expected: String) {
        #expect(failure { try table(text) } == expected)
    }

    @Test func `lists in lists without end are refused and exhaust nothing`() {
        let deep = #"{"value":[{"a":"# + String(repeating: "[", count: 200_000)
        #expect(failure { try table(deep) } == "json/too-deep 1:80")
        let objects = String(repeating: #"{"a":"#, count: 200_000)
        #expect(failure { try table(objects) } == "json/too-deep 1:326")
    }
}
