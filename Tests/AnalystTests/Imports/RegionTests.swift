import RuleEngine
import Testing

@testable import Analyst

struct RegionTests {
    @Test(arguments: [
        ("GM0363    ", RegionCode.Level.municipality), ("WK036300  ", .wijk), ("WK0363AA", .wijk),
        ("BU05991087", .buurt), ("NL01", .country),
    ])
    func `codes are read with their padding`(text: String, level: RegionCode.Level) {
        #expect(RegionCode(text)?.level == level)
    }

    @Test(arguments: ["", "GM036", "GM03630", "WKAA0363", "BU0599108", "XX0363", "GM０３６３"])
    func `other texts are no codes`(text: String) {
        #expect(RegionCode(text) == nil)
    }

    @Test(arguments: [
        ("wk036300", "WK036300"), ("gm0363", "GM0363"), ("0363", ""), ("036300", "WK036300"),
        ("03630000 ", "BU03630000"), ("36300", ""),
    ])
    func `a code is also read in small letters and by its digits`(text: String, expected: String) {
        #expect((RegionCode(loose: text)?.text ?? "") == expected)
        #expect(RegionCode(loose: "0363", level: .municipality)?.text == "GM0363")
    }

    @Test func `the two codes of the country are one`() {
        #expect(RegionCode("NL00") == RegionCode("NL01"))
    }

    @Test func `a buurt lies inside its wijk, municipality and country`() {
        let buurt = region("BU05991087")
        #expect(buurt.enclosing(.wijk).text == "WK059910")
        #expect(buurt.enclosing(.municipality).text == "GM0599")
        #expect(buurt.enclosing(.country) == .netherlands)
        #expect(region("GM0599").enclosing(.buurt).text == "GM0599")
    }

    @Test(arguments: [
        ("Wijk 03 Batau Zuid", "Batau Zuid", true), ("Wijk10 Fokkesteeg", "Fokkesteeg", true),
        ("Presikhaaf West", "Presikhaaf-West", true), ("Arnhemse broek", "Arnhemse Broek", true),
        ("Wijk 04 Batau Boord", "Batau Noord", false), ("Wijk 00", "Wijk 01", false),
        ("Wijk 51 Wirdum & Swichum e.o.", "Camminghaburen e.o.", false),
    ])
    func `spelling does not make another region, another name does`(old: String, new: String, same: Bool) {
        #expect((RegionNames.core(old) == RegionNames.core(new)) == same)
    }
}
