import RuleEngine
import Testing

@testable import Analyst

/// Why and why not in lines, for any rules: what was met, how far an explanation goes, and what it counts.
@Suite struct ExplanationRendererTests {
    private static let letters = ["a", "b", "c", "d", "e", "f", "g"]

    /// `bijstand` above 10 gives seven marks; all of these together a sum, and the sum an end.
    private static let reading: RuleBaseReader.Reading = {
        func file(_ name: String, _ text: String) -> SourceFile { SourceFile(name: "\(name).yaml", text: text + "\n") }
        func rule(_ name: String, _ condition: String, _ code: String, _ size: String = "4") -> String {
            """
              - rule: \(name)
                title: { nl: Regel \(name), en: Rule \(name) }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: ['\(condition)']
                then: [{ mark: { code: \(code), size: \(size) } }]
            """
        }
        let codes = (letters + ["sum", "end"]).map { "  - { code: \($0), title: { nl: Teken \($0), en: Mark \($0) } }" }
        return RuleBaseReader.read([
            file(
                "marks", "vocabulary: marks\ntitle: { nl: Tekens, en: Marks }\ncodes:\n" + codes.joined(separator: "\n")
            ),
            file(
                "figures",
                """
                vocabulary: figures
                title: { nl: Cijfers, en: Figures }
                attributes: { type: { string: true }, range: { string: true } }
                codes: [{ code: height, title: { nl: Hoogte, en: Height }, type: number, range: '[0..100]' }]
                """),
            file("record", "record: plot\ntitle: { nl: Perceel, en: Plot }\nnames: { vocabulary: figures }"),
            file(
                "templates",
                """
                templates:
                  - template: mark
                    title: { nl: Teken, en: Mark }
                    key: { code: { vocabulary: marks } }
                    fields: { size: { type: number } }
                """),
            file(
                "source",
                """
                source: almanac
                title: Almanac
                read: { nl: alles, en: everything }
                findings: [{ id: A-1, statement: { nl: Zo is het., en: So it is. }, certainty: read }]
                """),
            file(
                "rules",
                "ruleset: plots\ntitle: { nl: Percelen, en: Plots }\nrules:\n"
                    + (letters.map { rule($0, "height > 10", $0) } + [
                        """
                          - rule: sum
                            title: { nl: Regel sum, en: Rule sum }
                            source: { ref: almanac, finding: A-1 }
                            strength: judgement
                            when:
                        """ + "\n"
                            + letters.map { "      - { mark: m\($0), code: \($0), where: m\($0).size > 3 }" }
                            .joined(separator: "\n") + "\n    then: [{ mark: { code: sum, size: 5 } }]",
                        """
                          - rule: end
                            title: { nl: Regel end, en: Rule end }
                            source: { ref: almanac, finding: A-1 }
                            strength: judgement
                            when: [{ mark: m, code: sum, where: m.size > 4 }]
                            then: [{ mark: { code: end, size: 6 } }]
                        """,
                    ]).joined(separator: "\n")),
        ])
    }()

    private static let end = FindingID(template: "mark", key: ["end"])

    private func renderer(
        _ height: FEELNumber?, _ depth: ExplanationDepth = .usual
    ) throws -> ExplanationRenderer {
        #expect(Self.reading.diagnostics.map(\.code) == [])
        let date = try #require(FEELDate("2024-06-01"))
        let values = height.map { [RecordSchema.Slot(name: "height"): ValueSet.exactly(.number($0))] } ?? [:]
        let rules = CompiledRules(Self.reading.ruleBase)
        return ExplanationRenderer(rules.session(SessionInputs(date: date, values: values)), .en, depth: depth)
    }

    private func heads(_ lines: [String]) -> [String] {
        lines.filter { $0.contains(" [mark:") && !$0.contains("- ") }.map { $0.drop { $0 == " " }.description }
    }

    @Test func `what was met in a finding is told with its value`() throws {
        let lines = try renderer(12).why(Self.end)
        #expect(
            lines.prefix(3) == [
                "Mark end [mark:end]: found", "  Rule ‘Rule end’ (end)",
                "    - Mark: Mark sum (size is 5, more than 4) [holds]",
            ])
        #expect(lines.contains { $0.hasSuffix("- Height is 12, more than 10 [holds]") })
    }

    @Test(arguments: [
        (0, 1, "    and 1 more finding behind this"), (1, 2, "        and 7 more findings behind this"),
        (2, 7, "        and 2 more findings behind this"),
    ])
    func `an explanation goes as deep as asked, and counts what is left`(
        depth: Int, told: Int, last: String
    ) throws {
        let lines = try renderer(12, ExplanationDepth(levels: depth)).why(Self.end)
        #expect(heads(lines).count == told)
        #expect(lines.filter { $0.contains(" more finding") } == [last])
    }

    @Test func `all of an explanation counts nothing`() throws {
        let lines = try renderer(12, .all).why(Self.end)
        #expect(heads(lines).count == 9)
        #expect(!lines.contains { $0.contains("and ") })
    }

    @Test func `why not tells what stands in the way along the chain, and how far it is`() throws {
        let lines = try renderer(4).whyNot(Self.end)
        #expect(lines.first == "Mark end [mark:end]: not at issue")
        #expect(lines.contains { $0.hasSuffix("- Mark ‘Mark sum’ is not found [fails]") })
        #expect(lines.contains { $0.hasSuffix("- Height is 4; condition: more than 10 [fails]") })
        #expect(lines.contains { $0.hasSuffix("Height is 4; needed is 11: a difference of 7") })
    }

    @Test func `why not of what holds says so and points to why`() throws {
        let lines = try renderer(12).whyNot(Self.end)
        #expect(lines.count == 2)
        #expect(lines.last == "  This is found: nothing stands in the way. analyst why tells what it rests on.")
    }

    @Test func `why not of what is open tells what it waits for`() throws {
        let lines = try renderer(nil).whyNot(Self.end)
        #expect(lines.first == "Mark end [mark:end]: open")
        #expect(lines.last == "  Waits for: Height")
    }
}
