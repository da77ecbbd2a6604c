import RuleEngine
import Testing

@testable import Analyst

/// Where names of rules are declared and used.
@Suite struct RuleIndexTests {
    private static let more = [
        "limits.yaml": """
        ruleset: limits
        title: { nl: Grenzen, en: Limits }
        parameters:
          wide: { title: { nl: breed, en: wide }, values: { 2020-01-01: 5 }, source: { ref: almanac, finding: A-1 } }
        rules:
          - rule: fenced-in
            title: { nl: Omheind, en: Fenced in }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when:
              - surface > wide and fenced
              - { mark: m, code: large }
            then:
              - mark: { code: small }
                because: { nl: '{surface} meter', en: '{surface} metres' }
        """
    ]

    private func index() throws -> RuleIndex { RuleIndex(try GardenCases.library(Self.more).reading) }

    /// "file:line:column role in owner"
    private func uses(of name: String) throws -> [String] {
        let index = try index()
        return index.symbols(named: name).flatMap { index.uses(of: $0) }.map {
            "\($0.span.place) \($0.role.rawValue) in \($0.owner?.name ?? "-")"
        }
    }

    @Test func `P6: a parameter, a figure, a finding and a source are told where they are used`() throws {
        #expect(try uses(of: "wide") == ["limits.yaml:11:19 reads in fenced-in"])
        #expect(
            try uses(of: "limits.yaml") == [], "the name of a file is none of the rules")
        #expect(
            try uses(of: "street.surface").contains("gardens.yaml:14:33 reads in larger"))
        #expect(
            try uses(of: "mark:large") == [
                "gardens.yaml:9:28 concludes in large", "gardens.yaml:20:39 reads in small",
                "limits.yaml:12:26 reads in fenced-in",
            ])
        #expect(try uses(of: "almanac/A-1").contains("limits.yaml:4:103 cites in wide"))
        #expect(try uses(of: "A-1").count == 6)
        #expect(try uses(of: "surface").contains("limits.yaml:15:26 explains in fenced-in"))
    }

    @Test func `a name is declared once, with all that belongs to it`() throws {
        let index = try index()
        let rule = try #require(index.declarations(of: .rule("fenced-in")).first)
        #expect(rule.span.start.line == 6)
        #expect(rule.extent?.end.line ?? 0 >= 15)
        #expect(index.declaration(in: "limits.yaml", around: 11)?.symbol == .rule("fenced-in"))
        #expect(index.declaration(in: "limits.yaml", around: 4)?.symbol == .parameter("wide"))
        #expect(index.declaration(in: "limits.yaml", around: 2)?.symbol == .ruleSet("limits"))
    }

    @Test func `what stands at a place is the shortest name there`() throws {
        let index = try index()
        let use = try #require(index.uses(of: .parameter("wide")).first)
        #expect(index.mention(in: "limits.yaml", at: use.span.start.offset)?.symbol == .parameter("wide"))
        #expect(index.mention(in: "limits.yaml", at: use.span.end.offset)?.symbol == .parameter("wide"))
        #expect(index.mention(in: "limits.yaml", at: use.span.end.offset + 2)?.symbol != .parameter("wide"))
    }

    @Test func `a rule with a fault still tells what it names`() throws {
        let faulty = GardenFiles.files["gardens.yaml"]?.replacing("surface > 100]", with: "surface > hundred]") ?? ""
        let library = RuleLibrary(
            files: GardenFiles.files.merging(["gardens.yaml": faulty]) { _, new in new }
                .map { SourceFile(name: $0.key, text: $0.value) })
        #expect(library.hasErrors)
        let index = RuleIndex(library.reading)
        #expect(!index.declarations(of: .rule("large")).isEmpty)
        #expect(index.uses(of: .code(vocabulary: "marks", code: "large")).contains { $0.owner == .rule("large") })
    }

    @Test(arguments: [("surfaces", "surface"), ("larg", "large"), ("nothing-like-it", nil)])
    func `P1: a name that nothing has gets the one that is meant`(name: String, near: String?) throws {
        let usage = RuleUsage(name, in: try index(), cases: [])
        #expect(usage.entries.isEmpty)
        #expect(usage.suggestion == near)
        #expect(usage.text(in: .nl).contains("bedoelde u") == (near != nil))
    }

    @Test func `cases that ask for a rule or a finding are told as well`() throws {
        let library = try GardenCases.library()
        let cases = try GardenCases.read(
            "cases: [{ case: one, given: { figures: { surface: 400 } }, expect: [{ mark:large: found }], fires: large }]",
            library)
        let text = RuleUsage("mark:large", in: RuleIndex(library.reading), cases: cases).text(in: .en)
        #expect(text.contains("gardens.cases.yaml:1:"))
        #expect(text.contains("case one"))
        let rule = RuleUsage("large", in: RuleIndex(library.reading), cases: cases)
        #expect(rule.entries.map(\.symbol) == [.code(vocabulary: "marks", code: "large"), .rule("large")])
        #expect(rule.entries.allSatisfy { $0.cases.map(\.value) == ["one"] })
    }

    @Test func `every use in the project's rules leads to a declaration`() throws {
        let index = RuleIndex(try Project.library.get().reading)
        var lost: [String] = []
        for file in try Project.library.get().files {
            for mention in index.mentions(in: file.name) where index.declarations(of: mention.symbol).isEmpty {
                if case .function = mention.symbol { continue }
                lost.append("\(mention.span.place) \(mention.symbol)")
            }
            for mention in index.mentions(in: file.name) {
                #expect(
                    file.written(mention.span)?.contains(mention.symbol.name) == true,
                    "\(mention.span.place) \(mention)")
            }
        }
        #expect(lost == [])
    }
}
