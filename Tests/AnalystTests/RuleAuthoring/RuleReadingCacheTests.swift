import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Rules read again and again as they change say what rules read once say.
@Suite struct RuleReadingCacheTests {
    private static func same(_ one: RuleBaseReader.Reading, _ two: RuleBaseReader.Reading) -> Bool {
        one.diagnostics == two.diagnostics && one.writtenRules == two.writtenRules
            && Set(one.mentions) == Set(two.mentions)
            && one.ruleBase.ruleNames == two.ruleBase.ruleNames && one.ruleBase.strata == two.ruleBase.strata
            && one.ruleBase.parameters.map(\.span) == two.ruleBase.parameters.map(\.span)
            && one.ruleBase.rules.map(\.span) == two.ruleBase.rules.map(\.span)
    }

    @Test func `a change within a file of rules reads that file alone`() throws {
        var files = try Project.library.get().files
        var cache = RuleReadingCache()
        _ = cache.read(files)
        let index = try #require(files.firstIndex { $0.name == "rules/wonen/wonen.yaml" })
        files[index] = SourceFile(
            name: files[index].name,
            text: files[index].text.replacing("woz_verhouding < grens_woz", with: "woz_verhouding < "))
        let reading = cache.read(files)
        #expect(cache.work == (1, 1))
        #expect(reading.hasErrors)
        #expect(Self.same(reading, RuleBaseReader.read(files)))
    }

    @Test func `a changed parameter or vocabulary reads all rules, and the same text reads nothing`() throws {
        var files = try Project.library.get().files
        var cache = RuleReadingCache()
        _ = cache.read(files)
        _ = cache.read(files)
        #expect(cache.work == (0, 0))
        let index = try #require(files.firstIndex { $0.name == "rules/wonen/wonen.yaml" })
        files[index] = SourceFile(
            name: files[index].name, text: files[index].text.replacing("2015-01-01: 67 }", with: "2015-01-01: 66 }"))
        #expect(Self.same(cache.read(files), RuleBaseReader.read(files)))
        #expect(cache.work.parsed == 1)
        #expect(cache.work.ruleSets > 20)
        let words = try #require(files.firstIndex { $0.name == "rules/vocabulary/problems.yaml" })
        files[words] = SourceFile(
            name: files[words].name, text: files[words].text.replacing("code: leegstand\n", with: "code: leegstaand\n"))
        #expect(Self.same(cache.read(files), RuleBaseReader.read(files)))
    }

    @Test(arguments: 1...12)
    func `after any history of edits the reading is that of the texts as they are`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var texts = GardenFiles.files
        var cache = RuleReadingCache()
        let names = texts.keys.sorted()
        let stretches = [
            "surface", ": ", "large", "- rule: large", "}", "\"", "100", "mark", "  ", "\n", "A-1", "title",
        ]
        for _ in 0..<30 {
            let name = names[Int(generator.next() % UInt64(names.count))]
            var text = texts[name] ?? ""
            switch generator.next() % 4 {
            case 0: text = GardenFiles.files[name] ?? ""
            case 1:
                let count = text.count
                if count > 4 {
                    let start = text.index(text.startIndex, offsetBy: Int(generator.next() % UInt64(count - 3)))
                    text.removeSubrange(start..<text.index(start, offsetBy: 3))
                }
            default:
                let place = text.index(text.startIndex, offsetBy: Int(generator.next() % UInt64(text.count + 1)))
                text.insert(contentsOf: stretches[Int(generator.next() % UInt64(stretches.count))], at: place)
            }
            texts[name] = text
            let files = texts.map { SourceFile(name: $0.key, text: $0.value) }
            let (kept, fresh) = (cache.read(files), RuleBaseReader.read(files))
            #expect(Self.same(kept, fresh), "\(texts)")
        }
    }
}
