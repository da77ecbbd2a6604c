import RuleEngine
import Testing

/// The compiled plan: what is shared, and what stands apart.
@Suite struct ProductionNetworkTests {
    private static func network(_ rules: String) throws -> ProductionNetwork {
        let text = """
            ruleset: plan
            title: { nl: Plan, en: Plan }
            mode: production
            templates:
              - template: state
                fields: { name: { type: string } }
              - template: item
                fields: { kind: { type: string }, size: { type: number } }
            rules:
            \(rules)
            """
        let reading = RuleBaseReader.read([SourceFile(name: "plan.yaml", text: text)])
        try #require(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message.en))")
        return ProductionNetwork(try #require(reading.ruleBase.productionSets.first))
    }

    @Test func `rules that begin alike share their joins, and control facts are not joined`() throws {
        let network = try Self.network(
            """
              - rule: one
                when:
                  - { state: s, name: '"go"' }
                  - { item: a, kind: '"x"' }
                  - { item: b, size: = a.size }
                then:
                  - retract: b
              - rule: two
                when:
                  - { item: a, kind: '"x"' }
                  - { item: b, size: = a.size }
                  - absent: { item: c, where: c.size > b.size }
                then:
                  - retract: a
            """)
        #expect(
            network.summary(in: .en) == """
                plan: 2 rules, 3 memories, 5 nodes (1 shared)
                  m0: item kind = "x"
                  m1: item
                  m2: state name = "go"
                order of joining (+n: other tests; gate: stands apart, is not joined)
                  n0 root
                    n1 join item m0
                      n2 join item size = n1.size m1 → one
                        n4 absent item +1 m1 → two
                  one: n3 gate state m2

                """)
        #expect(network.graph.hasPrefix("digraph \"plan\" {"))
        #expect(network.graph.contains("  m0 [shape=box, label=\"item kind = \\\"x\\\"\"];"))
        #expect(network.graph.contains("  n2 -> r0;"))
    }
}
