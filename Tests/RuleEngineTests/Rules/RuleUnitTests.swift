import RuleEngine
import Testing

/// Units of figures and parameters in conditions.
@Suite struct RuleUnitTests {
    private static let figures = SourceFile(
        name: "measures.yaml",
        text: """
            vocabulary: measures
            title: { nl: Maten, en: Measures }
            attributes:
              type: { string: true }
              unit: { string: true, optional: true }
            codes:
              - { code: ripeness, title: { nl: rijpheid, en: ripeness }, type: number, unit: "%" }
              - { code: damage, title: { nl: schade, en: damage }, type: number, unit: "%" }
              - { code: price, title: { nl: prijs, en: price }, type: number, unit: euro }
              - { code: plain, title: { nl: kaal, en: plain }, type: number }
            """)

    private static let parameters = """
          limit:
            title: { nl: Grens, en: Limit }
            unit: "%"
            values: { 2020-01-01: 60 }
            source: { ref: almanac, finding: A-1 }
          cost:
            title: { nl: Kosten, en: Cost }
            unit: euro
            values: { 2020-01-01: 3 }
            source: { ref: almanac, finding: A-1 }
        """

    private static func codes(of condition: String) -> [String] {
        let world = Orchard.world.filter { $0.name != "measures.yaml" } + [figures]
        // A second rule uses what the first leaves alone.
        let rules = Orchard.ruleSet(
            "a: \(condition) => fruit: { kind: apple }\nb: ripeness > limit ;; price > cost => fruit: { kind: pear }",
            parameters: parameters)
        return Orchard(files: world + [rules]).diagnostics.map(\.code)
    }

    @Test(arguments: [
        ("price > limit", ["rule/unit-mismatch"]),
        ("ripeness > limit", []),
        ("ripeness + price > 0", ["rule/unit-mismatch"]),
        ("ripeness + damage > limit", []),
        ("price / cost > 2", []),
        ("price * 2 > limit", ["rule/unit-mismatch"]),
        ("ripeness > 1.5 * damage", []),
        ("ripeness / damage > limit", []),
        ("price * ripeness > limit", []),
        ("plain > limit", []),
        ("ripeness between cost and limit", ["rule/unit-mismatch"]),
        ("not(price > limit)", ["rule/unit-mismatch"]),
    ])
    func `figures of two units are not compared or added up`(condition: String, codes: [String]) {
        #expect(Self.codes(of: condition) == codes)
    }

    @Test(arguments: [
        ("ripeness > 67", ["rule/bare-threshold"]),
        ("67 < ripeness", ["rule/bare-threshold"]),
        ("ripeness > limit", []),
        ("ripeness > 0", []),
        ("ripeness = 100", []),
        ("plain > 67", []),
        ("ripeness > 67 / 2 * damage", []),
        ("ripeness between 10 and 20", ["rule/bare-threshold", "rule/bare-threshold"]),
    ])
    func `a number that stands for a threshold becomes a parameter`(condition: String, codes: [String]) {
        #expect(Self.codes(of: condition) == codes)
    }
}
