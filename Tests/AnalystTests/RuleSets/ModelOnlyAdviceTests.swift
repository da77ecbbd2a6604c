import RuleEngine
import Testing

@testable import Analyst

/// Advice on estimates alone is told of: a model shows where to look, not what to do.
@Suite struct ModelOnlyAdviceTests {
    private static func rules(advising conditions: [String], estimate: Bool = true) -> [String] {
        let texts = [
            """
            vocabulary: figure-kinds
            title: { nl: Soorten, en: Kinds }
            attributes: { estimate: { boolean: true, optional: true } }
            codes:
              - { code: count, title: { nl: telling, en: count } }
              - { code: model, title: { nl: model, en: model }\(estimate ? ", estimate: true" : "") }
            """,
            """
            vocabulary: figures
            title: { nl: Cijfers, en: Figures }
            attributes: { type: { string: true }, kind: { string: true, optional: true } }
            codes:
              - { code: modelled, title: { nl: geschat, en: modelled }, type: number, kind: model }
              - { code: counted, title: { nl: geteld, en: counted }, type: number, kind: count }
              - { code: seen, title: { nl: gezien, en: seen }, type: boolean }
            """,
            """
            vocabulary: problems
            title: { nl: Problemen, en: Problems }
            codes: [{ code: weeds, title: { nl: onkruid, en: weeds } }]
            """,
            """
            vocabulary: interventions
            title: { nl: Ingrepen, en: Interventions }
            codes: [{ code: mowing, title: { nl: maaien, en: mowing } }]
            """,
            """
            templates:
              - { template: problem, title: { nl: probleem, en: problem }, key: { code: { vocabulary: problems } } }
              - template: intervention
                title: { nl: ingreep, en: intervention }
                key: { code: { vocabulary: interventions } }
            """,
            "record: garden\ntitle: { nl: Tuin, en: Garden }\nnames: { vocabulary: figures }\n",
            """
            source: almanac
            title: Almanac
            read: { nl: alles, en: everything }
            findings: [{ id: A-1, statement: { nl: Zo is het., en: So it is. }, certainty: read }]
            """,
        ]
        var set = "ruleset: garden\ntitle: { nl: Tuin, en: Garden }\nrules:\n"
        for (number, condition) in conditions.enumerated() {
            set += """
                  - rule: r\(number)
                    title: { nl: Regel, en: Rule }
                    source: { ref: almanac, finding: A-1 }
                    strength: judgement
                    when: [\(condition.split(separator: "→")[0])]
                    then: [{ \(condition.split(separator: "→")[1]) }]

                """
        }
        return texts + [set]
    }

    private static let mow = "intervention: { code: mowing }"
    private static let weeds = "problem: { code: weeds }"

    @Test(arguments: [
        (["'modelled > 3' → \(mow)"], ["r0"]), (["'counted > 3' → \(mow)"], []), (["seen → \(mow)"], []),
        (["'modelled > 3 and counted > 3' → \(mow)"], []), (["'modelled > 3 or seen' → \(mow)"], ["r0"]),
        (["'modelled > 3' → \(weeds)"], []),
        (["'modelled > 3' → \(weeds)", "{ problem: p } → \(mow)"], ["r1"]),
        (["'counted > 3' → \(weeds)", "{ problem: p } → \(mow)"], []),
        (["'modelled > 3' → \(weeds)", "{ problem: p }, seen → \(mow)"], []),
        (["'modelled > 3' → \(weeds)", "seen → \(weeds)", "{ problem: p } → \(mow)"], ["r2"]),
    ])
    func `advice that estimates alone can bring is told of`(conditions: [String], told: [String]) throws {
        let found = try Self.found(Self.rules(advising: conditions))
        #expect(found.map { $0.message.en.split(separator: "‘")[1].prefix { $0 != "’" } }.map(String.init) == told)
        #expect(found.allSatisfy { $0.severity == .warning && $0.span != nil && $0.hint != nil })
    }

    @Test func `where no kind of figure is an estimate nothing is told`() throws {
        #expect(try Self.found(Self.rules(advising: ["'modelled > 3' → \(Self.mow)"], estimate: false)).isEmpty)
    }

    @Test func `the rules of the project advise nothing on estimates alone`() throws {
        let day = try #require(FEELDate("2026-11-30"))
        let ruleBase = try Project.library.get().ruleBase
        #expect(ModelOnlyAdvice(ruleBase: ruleBase, day: day).diagnostics.map(\.message.nl) == [])
    }

    private static func found(_ texts: [String]) throws -> [Diagnostic] {
        let library = RuleLibrary(
            files: texts.enumerated().map { SourceFile(name: "\($0).yaml", text: $1) })
        try #require(!library.hasErrors, "\(library.reading.diagnostics.map(\.message.en))")
        return ModelOnlyAdvice(ruleBase: library.ruleBase, day: try #require(FEELDate("2026-11-30"))).diagnostics
    }
}
