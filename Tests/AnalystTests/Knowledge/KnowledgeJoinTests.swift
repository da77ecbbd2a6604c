import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// Packages put together: names, replacements and values that users fill in.
@Suite struct KnowledgeJoinTests {
    private static func codes(_ packages: [String: String]..., values: String? = nil) throws -> [Diagnostic] {
        let world = try KnowledgeWorld()
        switch packages.count {
        case 1: _ = try world.joined(packages[0])
        default: _ = try world.joined(packages[0], packages[1])
        }
        if let values { try world.write(values, to: "kennis/knowledge-values.yaml") }
        return KnowledgeWorld.faults { _ = try RuleLibrary(path: world.village.folder.file("kennis")) }
    }

    // MARK: Names

    @Test func `two packages with names of their own are joined`() throws {
        #expect(try Self.codes(KnowledgeWorld.package("kamers"), KnowledgeWorld.package("winkels")).map(\.code) == [])
    }

    @Test(arguments: [
        ("rule: veel-winkels", "rule: veel-kamers", 10), ("grens_winkels:", "grens_kamers:", 4),
        ("ruleset: winkels", "ruleset: kamers", 1),
    ])
    func `a name that two packages give is refused with both places`(part: String, same: String, line: Int) throws {
        var second = KnowledgeWorld.package("winkels")
        second["rules/winkels.yaml"] = second["rules/winkels.yaml"]?.replacingOccurrences(of: part, with: same)
        let found = try Self.codes(KnowledgeWorld.package("kamers"), second)
        #expect(found.map(\.code) == ["knowledge/clash"])
        #expect(found[0].span?.file == "packages/winkels/rules/winkels.yaml")
        #expect(found[0].span?.start.line == line)
        #expect(found[0].related.map(\.span.file) == ["packages/kamers/rules/kamers.yaml"])
    }

    @Test func `a code that two packages give is refused, and a list may be spread over both`() throws {
        var second = KnowledgeWorld.package("winkels")
        second["rules/winkels-words.yaml"] = KnowledgeWorld.words("kamers")
        second["rules/winkels.yaml"] = second["rules/winkels.yaml"]?.replacingOccurrences(
            of: "nood-winkels", with: "nood-kamers")
        #expect(try Self.codes(KnowledgeWorld.package("kamers"), second).map(\.code) == ["knowledge/clash"])
    }

    @Test func `a name of the rules of the program is taken, too`() throws {
        var package = KnowledgeWorld.package("kamers")
        package["rules/kamers.yaml"] = package["rules/kamers.yaml"]?.replacingOccurrences(
            of: "rule: veel-kamers", with: "rule: armoede-volgt")
        let found = try Self.codes(package)
        #expect(found.map(\.code) == ["knowledge/clash"])
        #expect(found[0].message.en == "‘armoede-volgt’ is in analyst and in kamers")
    }

    @Test func `what a package builds on must be there`() throws {
        let package = KnowledgeWorld.package(
            "kamers", manifest: KnowledgeWorld.manifest("kamers", builds: "[analyst, wonen]"))
        let found = try Self.codes(package)
        #expect(found.map(\.code) == ["knowledge/needs"])
        #expect(found[0].span?.file == "packages/kamers/knowledge.yaml")
    }

    // MARK: Replacing

    @Test func `a rule takes the place of another, with its reason, and lines keep their numbers`() throws {
        let world = try KnowledgeWorld()
        _ = try world.joined(KnowledgeWorld.package("kamers"), KnowledgeWorld.replacing("kamers"))
        let library = try RuleLibrary(path: world.village.folder.file("kennis"))
        #expect(library.ruleBase.rule("veel-kamers") == nil)
        #expect(library.ruleBase.rule("veel-eigen") != nil)
        let replacement = try #require(library.packages.replacements.first)
        #expect(replacement.rule.description == "kamers:veel-kamers")
        #expect(replacement.by.description == "eigen:veel-eigen")
        #expect(replacement.reason.en == "Fits better.")
        let file = try #require(library.files.first { $0.name.hasSuffix("kamers/rules/kamers.yaml") })
        #expect(file.line(10) == "#   - rule: veel-kamers")
        #expect(file.line(9) == "# rules:")
    }

    @Test func `of several rules the others stay`() {
        let text = """
            ruleset: a
            rules:
              - rule: first
                when: [x]

              # About the second.
              - rule: second
                when:
                  - |
                    y
              - { rule: third, when: [z] }
            """
        let file = SourceFile(name: "a.yaml", text: text)
        for name in ["first", "second", "third"] {
            let left = RuleRemoval.text(of: file, without: name) ?? ""
            let names = RuleRemoval.names(in: SourceFile(name: "a.yaml", text: left))
            #expect(names == ["first", "second", "third"].filter { $0 != name })
            #expect(left.split(separator: "\n", omittingEmptySubsequences: false).count == 11)
        }
        #expect(RuleRemoval.text(of: file, without: "fourth") == nil)
        #expect(RuleRemoval.text(of: SourceFile(name: "a", text: "rules: [{ rule: first }]"), without: "first") == nil)
    }

    @Test(arguments: [
        ("reason: { nl: x, en: y }", "by: veel-eigen", "'kamers:veel-huizen'"),
        ("reason: { nl: x, en: y }", "by: veel-kamers", "'kamers:veel-kamers'"),
        ("reason: { nl: x, en: y }", "by: veel-eigen", "'winkels:veel-winkels'"),
        ("reason: { nl: x, en: y }", "by: veel-eigen", "'eigen:veel-eigen'"),
    ])
    func `what cannot be replaced is told in the manifest`(reason: String, by: String, rule: String) throws {
        let manifest = KnowledgeWorld.manifest(
            "eigen", builds: "[analyst, kamers]", more: "replaces: [{ rule: \(rule), \(by), \(reason) }]")
        let found = try Self.codes(
            KnowledgeWorld.package("kamers"), KnowledgeWorld.package("eigen", manifest: manifest))
        #expect(found.map(\.code) == ["knowledge/replaces"])
        #expect(found[0].span?.file == "packages/eigen/knowledge.yaml")
    }

    // MARK: Filling in

    private static let open = KnowledgeWorld.package(
        "kamers", manifest: KnowledgeWorld.manifest("kamers", more: "open: [grens_kamers]"))

    private static func values(_ parameter: String, _ values: String = "{ 2022-01-01: 13 }") -> String {
        """
        filled-by: { name: Gemeente Elders, municipality: GM0001 }
        values:
          - { parameter: '\(parameter)', values: \(values), reason: { nl: Besluit., en: Decision. } }

        """
    }

    @Test func `an open parameter gets the value of the user, with the user as its ground`() throws {
        let world = try KnowledgeWorld()
        _ = try world.joined(Self.open)
        try world.write(Self.values("kamers:grens_kamers"), to: "kennis/knowledge-values.yaml")
        let library = try RuleLibrary(path: world.village.folder.file("kennis"))
        let parameter = try #require(library.ruleBase.parameter("grens_kamers"))
        // What held before the first day of the user stays.
        #expect(parameter.values.count == 2)
        let day = try #require(FEELDate("2021-06-01"))
        #expect(parameter.value(on: day)?.text == "11")
        #expect(parameter.value(on: VillageRules.date)?.text == "13")
        #expect(parameter.judgement?.en == "Filled in by Gemeente Elders (GM0001): Decision.")
        #expect(parameter.unit == "%")
        #expect(library.ruleBase.rule("veel-kamers")?.span.start.line == 10)
        #expect(library.packages.values.map(\.parameter.description) == ["kamers:grens_kamers"])
    }

    @Test func `a value of the user is part of the version of the rules`() throws {
        let world = try KnowledgeWorld()
        _ = try world.joined(Self.open)
        let place = world.village.folder.file("kennis")
        let without = try RuleLibrary(path: place).hash
        try world.write(Self.values("kamers:grens_kamers"), to: "kennis/knowledge-values.yaml")
        let with = try RuleLibrary(path: place).hash
        #expect(with != without)
        // What the user asks of signatures says nothing of the rules.
        try world.write("signatures: required\n", to: "kennis/knowledge-settings.yaml")
        #expect(try RuleLibrary(path: place).hash == with)
    }

    @Test(arguments: [
        ("kamers:grens_kamers", "knowledge/not-open", false), ("kamers:grens_anders", "knowledge/no-parameter", true),
        ("kamer:grens_kamers", "knowledge/unknown-package", true), ("grens_kamers", "knowledge/name", true),
    ])
    func `what is not open is not filled in`(parameter: String, code: String, isOpen: Bool) throws {
        let package = isOpen ? Self.open : KnowledgeWorld.package("kamers")
        let found = try Self.codes(package, values: Self.values(parameter))
        #expect(found.map(\.code) == [code])
        #expect(found[0].span?.file == "kennis/knowledge-values.yaml")
        #expect(found[0].span?.start.line == 3)
    }

    @Test(arguments: ["{ 2022-01-01: many }", "{ today: 13 }", "{}"])
    func `a value is a number from a day on`(values: String) throws {
        let found = try Self.codes(Self.open, values: Self.values("kamers:grens_kamers", values))
        #expect(found.map(\.code) == ["knowledge/value"])
    }

    @Test func `a parameter is not filled in twice`() throws {
        let once = "  - { parameter: 'kamers:grens_kamers', values: { 2023-01-01: 13 }, reason: { nl: a, en: b } }\n"
        let found = try Self.codes(Self.open, values: Self.values("kamers:grens_kamers") + once)
        #expect(found.map(\.code) == ["knowledge/value"])
    }

    @Test func `what a package says to leave open is there`() throws {
        let manifest = KnowledgeWorld.manifest("kamers", more: "open: [grens_anders]")
        let found = try Self.codes(KnowledgeWorld.package("kamers", manifest: manifest))
        #expect(found.map(\.code) == ["knowledge/no-parameter"])
    }
}
