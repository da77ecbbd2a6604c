import RuleEngine
import Testing

/// Sets of values in words, on their own and within a sentence.
@Suite struct ValueTextTests {
    private static func numbers(_ values: Int...) -> ValueSet {
        .oneOf(values.map { .number(FEELNumber($0)) })
    }

    private static func list(_ sure: [String], _ perhaps: [String]) -> ValueSet {
        .list(
            UncertainList(
                members: sure.map { .init(.exactly(.string($0)), certain: true) }
                    + perhaps.map { .init(.exactly(.string($0)), certain: false) }))
    }

    @Test(arguments: [
        (numbers(4, 5), "not yet known (4 or 5)", "4 or 5"),
        (numbers(50, 75, 51), "not yet known (50 to 75)", "50 to 75"),
        (.exactly(.number(FEELNumber(3))), "3", "3"),
        (list(["a"], []), "a", "a"),
        (list(["a"], ["b", "c"]), "a; perhaps also b and c", "a; perhaps also b and c"),
        (list([], ["b"]), "perhaps b", "perhaps b"),
        (.anything, "not yet known", "not yet known"),
    ])
    func `a set is told with what is still possible`(set: ValueSet, alone: String, part: String) {
        #expect(ValueText(.en).text(of: set) == alone)
        #expect(ValueText(.en).part(of: set) == part)
    }

    @Test func `a unit has words where the vocabulary of units has them`() throws {
        let units = SourceFile(
            name: "units.yaml",
            text: """
                vocabulary: units
                title: { nl: Eenheden, en: Units }
                codes:
                  - { code: stuks-per-kist, title: { nl: stuks per kist, en: pieces per crate } }

                """)
        let session = try Orchard(files: Orchard.world + [units, Orchard.ruleSet("a: => fruit: { kind: apple }")])
            .session("")
        let values = ValueText(.en, units: Naming(session.ruleBase).units)
        #expect(values.text(of: .number(FEELNumber(2)), unit: "stuks per kist") == "2 pieces per crate")
        #expect(values.text(of: .number(FEELNumber(2)), unit: "stuks per doos") == "2 stuks per doos")
        #expect(ValueText(.en).text(of: .number(FEELNumber(2)), unit: "stuks per kist") == "2 stuks per kist")
    }
}
