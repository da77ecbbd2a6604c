import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// A screening as it is written.
@Suite struct ScreeningOutputTests {
    private let screening: Screening

    init() throws {
        var small = SmallCountry.Buurt(name: "Klein, \"Zuid\"")
        small.residents = 100
        var heavy = SmallCountry.Buurt(name: "Zwaar", welfare: 90, health: "60.0")
        heavy.noise = nil
        screening = try SmallCountry(buurten: [small, .init(name: "Rustig"), heavy]).screening()
    }

    @Test func `CSV has the heaviest first and areas without a place last, with a reason`() throws {
        let lines = ScreeningCSV(screening: screening, language: .nl).text.split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(
            lines[0].hasPrefix("code,name,municipality,rank,band,rank_low,rank_high,domains_known,residents,domains,"))
        #expect(
            lines[1].hasPrefix(
                "BU00010102,Zwaar,Voorbeeld,1,ernstige-stapeling,1,1,2,1000,werk gezondheid,2,6.07,2006.07,2027.07,"
                    + "langdurige-bijstand:4 slechte-gezondheid:3,geluidhinder-buren:2,,geluidhinder_buren,,"))
        #expect(
            lines[2].hasPrefix("BU00010101,Rustig,Voorbeeld,2,geen-duidelijk-probleem,2,2,3,1000,,0,0.00,0.00,0.00,"))
        #expect(lines[3].hasPrefix("BU00010100,\"Klein, \"\"Zuid\"\"\",Voorbeeld,,"))
        #expect(lines[3].contains("te weinig inwoners"))
        #expect(
            lines.dropFirst().allSatisfy {
                $0.contains("CBS 84799NED, CC BY 4.0") && $0.contains("RIVM 50090NED, CC BY 4.0")
            })
    }

    @Test(arguments: [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1+1", "'+1+1"), ("@SUM(1)", "'@SUM(1)"),
        ("-2+3", "'-2+3"), (" =1+1", "' =1+1"), ("\t=1", "'\t=1"), ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("'t Ven", "'t Ven"), ("Wijk 1-2 + 3", "Wijk 1-2 + 3"), ("", ""),
    ])
    func `a name is no formula of a spreadsheet`(name: String, text: String) {
        #expect(SpreadsheetText.harmless(name) == text)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a;b", "a;b"),
    ])
    func `a cell is quoted where it must be`(cell: String, text: String) {
        #expect(SpreadsheetText.quoted(cell) == text)
    }

    @Test func `JSON tells the rule of the order, what is forbidden, the licences and the areas`() throws {
        let text = ScreeningJSON(screening: screening, language: .en).text
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let order = try #require(object["order"] as? [String: String])
        #expect(order["rule"]?.contains("how many of the five domains") == true)
        let notes = try #require(object["notes"] as? [[String: String]])
        #expect(Set(notes.compactMap { $0["kind"] }) == ["purpose", "limit", "forbidden"])
        let sources = try #require(object["sources"] as? [[String: Any]])
        #expect(sources.compactMap { $0["licence"] as? String }.count == 2)
        let areas = try #require(object["areas"] as? [[String: Any]])
        #expect(areas.map { $0["rank"] as? Int } == [1, 2, nil])
        #expect(areas.first?["not_known"] as? [String] == ["geluidhinder_buren"])
    }

    @Test func `the page beside it is Dutch and English, and says what is forbidden`() throws {
        let page = ScreeningNotes(screening.ruleBase).page(screening, output: "all.csv")
        #expect(!page.contains("is left out"))
        let omission = RuleOmission(file: "a.yaml", rules: 2, cause: LocalizedText(verbatim: "x"))
        #expect(
            ScreeningNotes(screening.ruleBase).page(screening, output: "all.csv", omissions: [omission])
                .contains("part of the rules is left out. a.yaml, 2 rules: x."))
        let parts = page.components(separatedBy: "\n---\n\n")
        #expect(parts.count == 2)
        #expect(parts.first?.hasPrefix("# Lees dit eerst: all.csv\n") == true)
        for word in [
            "## Verboden gebruik", "huishouden", "toewijzen", "Krediet", "verzekeringen", "gecontroleerd", "CC BY 4.0",
        ] {
            #expect(parts.first?.contains(word) == true)
        }
        for word in ["## Forbidden uses", "household", "Allocating", "Credit", "insurance", "check", "CC BY 4.0"] {
            #expect(parts.last?.contains(word) == true)
        }
    }

    @Test func `a LEESMIJ that tells something else stays as it is`() throws {
        #expect(ScreeningNotes.fileName(beside: "all.csv", present: nil) == "LEESMIJ.md")
        #expect(ScreeningNotes.fileName(beside: "all.csv", present: "# Lees dit eerst: old.csv\n") == "LEESMIJ.md")
        #expect(ScreeningNotes.fileName(beside: "all.csv", present: "# Analyst\n") == "LEESMIJ-all.md")
    }
}
