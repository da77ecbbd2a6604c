import RuleEngine
import Testing

@testable import Analyst

/// A name or a code becomes one region, or a list to choose from.
@Suite struct AreaSearchTests {
    /// Three municipalities; `Centrum` is a wijk and a buurt in one, a wijk in the second; accents and punctuation.
    private static let regions: [(code: String, name: String)] = [
        ("NL00", "Nederland"), ("GM0001", "Voorbeeld"), ("WK000101", "Wijk 01 Centrum"), ("BU00010101", "Centrum"),
        ("BU00010102", "Sint-Jozefbuurt"), ("GM0002", "Bergen (NH.)"), ("WK000201", "Centrum"),
        ("BU00020101", "'t Zand, Oost"), ("BU00020102", "Súdwest"), ("GM0003", "Groningen (gemeente)"),
        ("WK000300", "Wijk 00 Helpman"), ("BU00030000", "Nolensbuurt"),
    ]

    private static func tables(names: Bool = true) throws -> TableCollection {
        let rows = regions.enumerated().map { "\($0);\($1.code);\($1.code);\(1000 + $0);500" }
        let figures =
            "ID;WijkenEnBuurten;Codering_3;AantalInwoners_5;HuishoudensTotaal_28\n" + rows.joined(separator: "\n")
            + "\n"
        let list = "Key;Title\n" + regions.map { "\($0.code);\"\($0.name)\"" }.joined(separator: "\n") + "\n"
        var all = try editions(figures, name: "84799NED.csv")
        if names { all += try editions(list, name: "namen-2020.csv") }
        return try TableCollection(all)
    }

    private static func search(names: Bool = true) throws -> AreaSearch { AreaSearch(try tables(names: names)) }

    /// The code that a text stands for, else the reason with the codes that it may be.
    private func found(_ text: String, names: Bool = true) throws -> String {
        do {
            return try Self.search(names: names).region(text).text
        } catch let unclear as UnclearArea {
            switch unclear.reason {
            case .several(let hits): return "several " + hits.map(\.region.text).joined(separator: " ")
            case .notFound(let near): return "near " + near.map(\.region.text).joined(separator: " ")
            case .municipality(let hits): return "municipality " + hits.map(\.region.text).joined(separator: " ")
            case .notInTable: return "not in table"
            case .noNames: return "no names"
            }
        }
    }

    @Test(arguments: [
        ("BU00010102", "BU00010102"), ("bu00010102", "BU00010102"), ("00010102", "BU00010102"),
        ("Nolensbuurt", "BU00030000"), ("NOLENS BUURT", "BU00030000"), ("Nolensbuurt, Groningen", "BU00030000"),
        ("nolensbuurt,groningen (gemeente)", "BU00030000"), ("Nolensbuurt (Groningen)", "BU00030000"),
        ("Nolensbuurt, GM0003", "BU00030000"), ("sint jozefbuurt", "BU00010102"), ("sudwest", "BU00020102"),
        ("Súdwest, Bergen NH", "BU00020102"), ("'t Zand, Oost", "BU00020101"),
        ("t zand oost, bergen (nh)", "BU00020101"),
        ("Helpman", "WK000300"), ("Wijk 00 Helpman", "WK000300"), ("Centrum, Bergen (NH.)", "WK000201"),
        ("Wijk 01 Centrum, Voorbeeld", "WK000101"),
    ])
    func `letter case, accents, punctuation and numbers of wijken do not count`(text: String, code: String) throws {
        #expect(try found(text) == code)
    }

    @Test(arguments: [
        ("Centrum", "several WK000201 WK000101 BU00010101"), ("Centrum, Voorbeeld", "several WK000101 BU00010101"),
        ("Nolensbuurd", "near BU00030000"), ("Nolensbuurt, Voorbeeld", "near BU00030000"),
        ("Sint Josefbuurd, Voorbeeld", "near BU00010102"), ("Jozef", "near BU00010102"), ("xyzzyxyzzy", "near "),
        ("", "near "),
        ("Voorbeeld", "municipality WK000101"), ("GM0003", "municipality WK000300"), ("BU00990000", "not in table"),
    ])
    func `what is not one region is told with those that may be meant`(text: String, outcome: String) throws {
        #expect(try found(text) == outcome)
    }

    @Test func `without names a code will do, and a name is told to lack its table`() throws {
        #expect(try found("BU00030000", names: false) == "BU00030000")
        #expect(try found("Nolensbuurt", names: false) == "no names")
    }

    @Test func `a list has code, level, municipality, residents and how to choose`() throws {
        let search = try Self.search()
        do throws(UnclearArea) {
            _ = try search.region("centrum, voorbeeld")
            Issue.record("one region was chosen")
        } catch {
            #expect(
                error.text(in: .en) == """
                    ‘centrum, voorbeeld’ occurs 2 times:
                      WK000101    wijk   Wijk 01 Centrum  Voorbeeld  1,002 residents
                      BU00010101  buurt  Centrum          Voorbeeld  1,003 residents
                    Choose one by its code: analyst sheet new WK000101
                    """)
            #expect(error.text(in: .nl).contains("1.002 inwoners"))
        }
    }

    @Test(
        arguments: [
            ("BU00010102", nil, "sint-jozefbuurt-voorbeeld"), ("BU00020102", nil, "sudwest-bergen-nh"),
            ("WK000101", nil, "wijk-01-centrum-voorbeeld-wk000101"), ("WK000101", "De Kern", "de-kern-voorbeeld"),
        ] as [(String, String?, String)])
    func `a file is named after the area and its municipality, and by its code where two have the name`(
        code: String, title: String?, slug: String
    ) throws {
        let tables = try Self.tables()
        let search = AreaSearch(tables)
        let area = try AreaDefinition.joined([region(code)], title: title, in: tables) { !search.sharesName($0) }
        #expect(area.slug == slug)
    }
}
