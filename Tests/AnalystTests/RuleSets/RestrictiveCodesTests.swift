import RuleEngine
import Testing

@testable import Analyst

/// What limits rights waits for a ground, and `rules check` says where it does not.
@Suite struct RestrictiveCodesTests {
    /// A world of tools for gardens: some may only be used when a neighbour confirms something.
    private static func library(tools: [String], rules: [String]) throws -> RuleLibrary {
        let tools = """
            vocabulary: tools
            title: { nl: Gereedschap, en: Tools }
            attributes:
              restrictive: { boolean: true }
              ground: { list: measures, optional: true }
            codes:
            \(tools.map { "  - { \($0), title: { nl: iets, en: something } }" }.joined(separator: "\n"))
            """
        let measures = """
            vocabulary: measures
            title: { nl: Maten, en: Measures }
            attributes: { type: { string: true } }
            codes:
              - { code: surface, title: { nl: oppervlakte, en: surface }, type: number }
              - { code: danger, title: { nl: gevaar, en: danger }, type: boolean }
              - { code: noise, title: { nl: lawaai, en: noise }, type: boolean }
            """
        let templates = """
            templates:
              - { template: tool, title: { nl: gereedschap, en: tool }, key: { code: { vocabulary: tools } } }
              - template: known_tool
                title: { nl: soort, en: kind }
                relation: { vocabulary: tools }
                key: { code: { vocabulary: tools } }
            """
        var text = "ruleset: tools\ntitle: { nl: Regels, en: Rules }\nrules:\(rules.isEmpty ? " []" : "")\n"
        for (number, rule) in rules.enumerated() {
            let (when, then) = (rule.split(separator: ">")[0], rule.split(separator: ">")[1])
            text += """
                  - rule: r\(number)
                    title: { nl: Regel, en: Rule }
                    source: { ref: almanac, finding: A-1 }
                    strength: judgement
                    when: [\(when)]
                    then: [{ tool: { code: \(then) } }]

                """
        }
        let almanac = """
            source: almanac
            title: Almanac
            read: { nl: alles, en: everything }
            findings: [{ id: A-1, statement: { nl: Zo is het., en: So it is. }, certainty: read }]
            """
        let record = "record: garden\ntitle: { nl: Tuin, en: Garden }\nnames: { vocabulary: measures }\n"
        let library = RuleLibrary(
            files: [
                ("almanac.yaml", almanac), ("measures.yaml", measures), ("record.yaml", record), ("rules.yaml", text),
                ("templates.yaml", templates), ("tools.yaml", tools),
            ].map { SourceFile(name: $0.0, text: $0.1) })
        try #require(!library.hasErrors, "\(library.reading.diagnostics.map(\.message.en))")
        return library
    }

    private static let saw = "code: saw, restrictive: true, ground: [danger]"
    private static let rake = "code: rake, restrictive: false"
    private static let any = "{ known_tool: x, restrictive: true } > = x.code"

    @Test(arguments: [
        ([saw], ["danger > saw"], []),
        (["code: saw, restrictive: true"], ["danger > saw"], ["safeguard/no-ground tools.yaml:7"]),
        (["code: saw, restrictive: true, ground: []"], ["danger > saw"], ["safeguard/no-ground tools.yaml:7"]),
        (["code: saw, restrictive: false"], ["surface > 3 > saw"], []),
        ([saw], [], ["safeguard/ground-not-tested tools.yaml:7"]),
        (
            [saw], ["noise > saw"],
            ["safeguard/ground-not-tested tools.yaml:7", "safeguard/rule-without-ground rules.yaml:4"]
        ),
        ([saw], ["danger > saw", "noise > saw"], ["safeguard/rule-without-ground rules.yaml:10"]),
        ([saw], ["danger > saw", "noise and danger > saw"], []),
        (
            ["code: saw, restrictive: true, ground: [danger, noise]"], ["danger > saw"],
            ["safeguard/ground-not-tested tools.yaml:7"]
        ),
        (["code: saw, restrictive: true, ground: [danger, noise]"], ["danger > saw", "noise > saw"], []),
        ([saw, rake], ["danger > saw", "surface > 3 > rake"], []),
        (
            [saw, rake], ["danger > saw", "{ known_tool: x } > = x.code"],
            ["safeguard/rule-without-ground rules.yaml:10"]
        ),
        ([saw, rake], ["danger > saw", any], ["safeguard/rule-without-ground rules.yaml:10"]),
        (
            [saw, rake],
            ["danger > saw", "{ known_tool: x }, { known_tool: y, code: = x.code, restrictive: false } > = x.code"], []
        ),
        (
            [saw, rake],
            ["danger > saw", "{ known_tool: x }, { known_tool: y, restrictive: false } > = x.code"],
            ["safeguard/rule-without-ground rules.yaml:10"]
        ),
        ([rake], ["{ known_tool: x } > = x.code"], []),
    ])
    func `what limits rights has a ground, and rules test it`(
        tools: [String], rules: [String], expected: [String]
    ) throws {
        // A comparison is written with ‘>’, which parts condition and conclusion here.
        let rules = rules.map { $0.replacing("surface > 3", with: "surface = 3") }
        let found = RestrictiveCodes(try Self.library(tools: tools, rules: rules).ruleBase).diagnostics
        #expect(found.map { "\($0.code) \($0.span?.file ?? ""):\($0.span?.start.line ?? 0)" } == expected)
        #expect(found.allSatisfy { $0.severity == .error && $0.hint != nil })
    }

    @Test func `the rules of the project test each ground`() throws {
        let ruleBase = try Project.library.get().ruleBase
        #expect(RestrictiveCodes(ruleBase).diagnostics.map(\.message.nl) == [])
        let codes = ruleBase.vocabularies.flatMap(\.codes).filter {
            $0.value(RestrictiveCodes.restrictive) == .boolean(true)
        }
        #expect(codes.count > 30)
    }

    /// A new instrument that limits rights, with a ground and carried by an intervention, waits for its ground.
    @Test func `what an instrument is decides, not its name`() throws {
        let library = try Project.library.get()
        let files = library.files.map { file in
            let text = file.text.replacing(
                "    carried_by: [prestatieafspraken, volkshuisvestingsfonds]",
                with: "    carried_by: [prestatieafspraken, volkshuisvestingsfonds, straatverbod]")
            guard file.name.hasSuffix("vocabulary/instruments.yaml") else {
                return SourceFile(name: file.name, text: text)
            }
            let code = """
                  - code: straatverbod
                    title: { nl: Straatverbod, en: Street ban }
                    kind: legal
                    act: { nl: Wet, en: Act }
                    user: { nl: iemand, en: somebody }
                    preconditions: { nl: geen, en: none }
                    safeguards: { nl: geen, en: none }
                    side_effects: { nl: geen, en: none }
                    group: { nl: iedereen, en: everybody }
                    restrictive: true
                    ground: [grond_wanorde_groepen]
                    read: []
                    source: INS-voetbalwet-172a

                """
            return SourceFile(name: file.name, text: text + code)
        }
        let changed = RuleLibrary(files: files)
        #expect(RestrictiveCodes(changed.ruleBase).diagnostics.map(\.code) == ["safeguard/ground-not-tested"])
        let carrying = changed.ruleBase.vocabulary(VocabularyName.interventions)?.codes
            .first { $0.codes("carried_by").contains("straatverbod") }
        var inputs = SessionInputs(date: try #require(FEELDate("2026-11-01")))
        inputs.facts = [.init(template: TemplateName.intervention, key: [.string(try #require(carrying).code)])]
        let session = CompiledRules(changed).session(inputs)
        #expect(session.state(of: FindingID(template: TemplateName.instrument, key: ["straatverbod"])) == .refuted)
        #expect(session.state(of: FindingID(template: TemplateName.instrument, key: ["prestatieafspraken"])) == .found)
    }
}
