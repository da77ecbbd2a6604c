import RuleEngine
import Testing

@testable import Analyst

struct AreaDefinitionTests {
    private let header =
        "area_id,area,municipality,gm_code,role,code,code_name,residents_2020,extent,confidence,source\n"
    private let rows = """
        1,Ons Gebied,Voorbeeld,GM0001,area,WK000101,Noord,900,whole,high,https://example.org
        1,Ons Gebied,Voorbeeld,GM0001,area,WK000102,Zuid,100,part,low,https://example.org
        1,Ons Gebied,Voorbeeld,GM0001,focus,BU00010101,Noord-West,600,whole,low,https://example.org

        """

    @Test func `rows with one number make one area`() throws {
        let areas = try AreaDefinition.all(tableText(header + rows))
        let area = try #require(areas.first)
        #expect(areas.count == 1)
        #expect(area.slug == "ons-gebied")
        #expect(area.countedRegions.map(\.text) == ["WK000101", "WK000102"])
        #expect(area.confidence == .low)
        #expect(area.boundaryNote.nl.contains("de cijfers gaan over de hele wijk: Zuid."))
        #expect(area.boundaryNote.en.contains("already counted: Noord-West."))
    }

    @Test(arguments: [
        ("1,A,V,GM0001,areas,WK000101,N,9,whole,high,x\n", "areas/unknown-word 2:14"),
        ("1,A,V,GM0001,area,WK0001,N,9,whole,high,x\n", "areas/unknown-region-code 2:19"),
        ("1,A,V,GM0001,area,WK000101,N,veel,whole,high,x\n", "table/not-a-number 2:30"),
        (
            "1,A,V,GM0001,area,WK000101,N,9,whole,high,x\n1,A,V,GM0001,area,WK000101,N,9,whole,high,x\n",
            "areas/region-twice 3:19"
        ),
        ("1,A,V,GM0001,area,WK000101,N,9,whole?,high,x\n", "no failure"),
    ])
    func `mistakes are reported at their cell`(rows: String, expected: String) {
        #expect(failure { try AreaDefinition.all(tableText(header + rows)) } == expected)
    }

    @Test func `a code that the tables do not know makes no area`() throws {
        let tables = try smallTables()
        for code in ["WK000199", "GM0001"] {
            let found = failure { try AreaDefinition.region(code, in: tables) }
            #expect(found == "areas/unknown-region-code")
        }
        #expect(try AreaDefinition.region("WK000101", in: tables).municipalityName == "Voorbeeld")
    }
}
