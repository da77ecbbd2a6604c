import Foundation
import Testing

/// `analyst dmn import` and `export`: what models and rules say of each other gives the same results.
@Suite struct ModelExchangeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ text: String, _ name: String) throws -> String {
        let file = folder.file(name)
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    /// Premium by age and kind; a discount rests on another decision; a function is lost.
    private static let model = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="bicycle insurance" namespace="urn:b">
          <itemDefinition name="tOwner"><itemComponent name="age"><typeRef>number</typeRef></itemComponent><itemComponent name="born"><typeRef>date</typeRef></itemComponent></itemDefinition>
          <inputData id="owner" name="Bicycle owner"><variable name="Bicycle owner" typeRef="tOwner"/></inputData>
          <inputData id="kind" name="Kind"><variable name="Kind" typeRef="string"/></inputData>
          <inputData id="since" name="Since"><variable name="Since" typeRef="date"/></inputData>
          <decision id="premium" name="Base premium"><variable name="Base premium" typeRef="number"/>
            <informationRequirement><requiredInput href="#owner"/></informationRequirement><informationRequirement><requiredInput href="#kind"/></informationRequirement>
            <decisionTable hitPolicy="FIRST">
              <input><inputExpression typeRef="number"><text>Bicycle owner.age</text></inputExpression></input>
              <input><inputExpression typeRef="string"><text>Kind</text></inputExpression></input>
              <output><defaultOutputEntry><text>9</text></defaultOutputEntry></output>
              <rule><inputEntry><text>&lt; 18</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>20</text></outputEntry></rule>
              <rule><inputEntry><text>[18..65)</text></inputEntry><inputEntry><text>"city", "cargo"</text></inputEntry><outputEntry><text>10 + Bicycle owner.age / 10</text></outputEntry></rule>
            </decisionTable></decision>
          <decision id="total" name="Total"><variable name="Total" typeRef="number"/>
            <informationRequirement><requiredDecision href="#premium"/></informationRequirement>
            <literalExpression><text>if Base premium &gt; 15 then Base premium * 2 else Base premium</text></literalExpression></decision>
          <decision id="all" name="All"><variable name="All"/>
            <informationRequirement><requiredDecision href="#premium"/></informationRequirement>
            <literalExpression><text>for i in 1..3 return i * Base premium</text></literalExpression></decision>
          <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><literalExpression><text>1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        </definitions>
        """

    @Test func `a model becomes rules that decide the same, and what is lost is named`() throws {
        let model = try write(Self.model, "bicycle.dmn")
        let rules = folder.file("bicycle").path
        let outcome = try CommandLineTests.analyst(["dmn", "import", model, "-o", rules, "--lang", "en"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("2 decisions have become rules, with 2 figures.\nNot taken over:\n"))
        for lost in ["Bicycle owner.born: ", "Since: ", "All: ", "f: rules have no functions of their own"] {
            #expect(outcome.output.contains(lost), "\(lost)")
        }
        let check = try CommandLineTests.analyst(["rules", "check", rules, "--lang", "en"])
        #expect(!check.output.contains("error:") && !check.errors.contains("error:"), "\(check.output)\(check.errors)")
        let cases = [(10, "city"), (18, "cargo"), (40, "city"), (65, "city"), (70, "race")]
        for (age, kind) in cases {
            let record = try write("{\"Bicycle owner\": {\"age\": \(age)}, \"Kind\": \"\(kind)\"}", "in.json")
            let decided = try CommandLineTests.analyst([
                "dmn", "run", model, "--inputs", record, "--decision", "Total", "--lang", "en",
            ])
            let facts = try write("{\"bicycle_owner_age\": \(age), \"kind\": \"\(kind)\"}\n", "in.ndjson")
            let found = try StreamFault.shell(
                "\"$@\" < '\(facts)'", ["run", rules, "--stream", "--date", "2026-11-01", "--lang", "en"])
            let total = try #require(decided.output.firstMatch(of: /"Total": ([0-9.]+)/)?.1)
            #expect(
                found.output.contains("{\"fact\":\"total:total\",\"state\":\"found\",\"fields\":{\"value\":\(total)}}"),
                "\(age) \(kind): \(decided.output) \(found.output)\(found.errors)")
        }
        #expect(
            try CommandLineTests.analyst(["dmn", "import", model, "-o", rules]).code == 2, "nothing is overwritten")
    }

    @Test func `rules become a model that decides the same, and what is lost is named`() throws {
        let files = try GardenFiles()
        let tables = """
            ruleset: more
            title: { nl: Meer, en: More }
            rules:
              - rule: wide-garden
                title: { nl: Breed, en: Wide }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when:
                  - table:
                      policy: F
                      inputs: [surface, fenced]
                      outputs: [level]
                      rows: |
                        > 500 | -    | 3
                        > 100 | true | 2
                        -     | true | 1
                      as: t
                  - t >= 2
                then: [{ mark: { code: large } }]
            """
        try files.write(tables, to: "rules/more.yaml")
        let model = files.folder.file("gardens.dmn").path
        let outcome = try CommandLineTests.analyst(
            ["dmn", "export", files.rules, "-o", model, "--date", "2026-11-01", "--lang", "en"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("3 rules have become decisions.\nNot taken over:\n"))
        #expect(outcome.errors.contains("small: the rule looks at facts"))
        let check = try CommandLineTests.analyst(["dmn", "check", model, "--lang", "en"])
        #expect(check.code == 0, "\(check.errors)")
        for (surface, fenced) in [(50, true), (150, true), (150, false), (600, false)] {
            let record = try files.write(
                "{\"surface\": \(surface), \"fenced\": \(fenced), \"street\": {\"surface\": 100}}", to: "in.json")
            let decided = try CommandLineTests.analyst(["dmn", "run", model, "--inputs", record, "--lang", "en"])
            let text = decided.output.filter { !$0.isWhitespace }
            #expect(text.contains("\"large\":{") == (surface > 100), "\(text)")
            #expect(text.contains("\"larger\":{") == (surface > 200), "\(text)")
            let isWide = surface > 500 || (surface > 100 && fenced)
            #expect(text.contains("\"wide_garden\":{\"fact\":\"mark\",\"code\":\"large\"}") == isWide, "\(text)")
        }
    }

    @Test func `all rules of the product that a model can say become a sound model`() throws {
        let model = folder.file("all.dmn").path
        let outcome = try CommandLineTests.analyst(["dmn", "export", "rules", "-o", model, "--date", "2026-11-01"])
        #expect(outcome.code == 0, "\(outcome.errors.suffix(300))")
        let check = try CommandLineTests.analyst(["dmn", "check", model, "--lang", "en"])
        #expect(check.code == 0, "\(check.errors.prefix(2000))")
    }
}
