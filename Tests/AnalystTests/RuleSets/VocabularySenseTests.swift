import RuleEngine
import Testing

@testable import Analyst

/// What vocabularies say that cannot be meant.
@Suite struct VocabularySenseTests {
    private func check(_ vocabulary: String) -> [Diagnostic] {
        RuleChecks(library: RuleLibrary(files: [SourceFile(name: "list.yaml", text: vocabulary)])).diagnostics.filter {
            ["rule/unit-spelling", "rule/names-itself", "intervention/both"].contains($0.code)
        }
    }

    @Test(arguments: [
        ("'%', '%', procent", ["procent %"]), ("procent, '%'", ["procent %"]), ("'%', euro", []),
        ("aantal, aantal, aantal, aantl", ["aantl aantal"]), ("aantal, aantl", []), ("km, km, km, m", []),
        ("score, score, score, scores", ["scores score"]),
        ("per 1000 inwoners, per 1000 inwoners, per 1.000 inwoners", ["per 1.000 inwoners per 1000 inwoners"]),
    ])
    func `U7: one unit in two spellings is told where the rarer stands`(units: String, told: [String]) {
        let codes = units.split(separator: ", ").enumerated().map { index, unit in
            "  - { code: c\(index), title: { nl: C, en: C }, unit: \(unit) }"
        }
        let text =
            "vocabulary: list\ntitle: { nl: L, en: L }\nattributes: { unit: { string: true } }\ncodes:\n"
            + codes.joined(separator: "\n")
        let found = check(text)
        #expect(found.count == told.count)
        for (diagnostic, names) in zip(found, told) {
            #expect(names.hasPrefix(diagnostic.message.en.split(separator: "‘")[1].split(separator: "’")[0]))
            #expect(diagnostic.severity == .error && diagnostic.fixes.count == 1)
        }
    }

    @Test(arguments: [
        ("clashes_with: [tree]", "", ["rule/names-itself"]), ("reinforces: [tree]", "", ["rule/names-itself"]),
        ("clashes_with: [bench]", "", []), ("clashes_with: [bench], reinforces: [bench]", "", ["intervention/both"]),
        ("clashes_with: [bench]", "reinforces: [tree]", ["intervention/both"]),
        ("clashes_with: [bench]", "clashes_with: [tree]", []),
    ])
    func `U8: an intervention clashes with no intervention that it reinforces, nor with itself`(
        tree: String, bench: String, codes: [String]
    ) {
        let found = check(
            """
            vocabulary: interventions
            title: { nl: I, en: I }
            attributes:
              reinforces: { list: interventions, optional: true }
              clashes_with: { list: interventions, optional: true }
            codes:
              - { code: tree, title: { nl: Boom, en: Tree }, \(tree) }
              - { code: bench, title: { nl: Bank, en: Bench }\(bench.isEmpty ? "" : ", ")\(bench) }
            """)
        #expect(found.map(\.code) == codes)
    }
}
