import RuleEngine
import Testing

/// Templates and conditions that are well-formed YAML and well-formed FEEL, and yet say something that cannot be meant.
@Suite struct RuleShapeTests {
    private static func errors(inTemplate text: String) -> [String] {
        let file = SourceFile(name: "more.yaml", text: "templates:\n  - template: beside_of\n" + text)
        return Orchard(files: Orchard.world + [neighbours, file]).errors
    }

    private static let neighbours = SourceFile(
        name: "trees.yaml",
        text: """
            vocabulary: trees
            title: { nl: Bomen, en: Trees }
            attributes:
              beside: { list: trees, optional: true }
            codes:
              - { code: elm, title: { nl: iep, en: elm }, beside: [oak] }
              - { code: oak, title: { nl: eik, en: oak } }
            """)

    @Test(arguments: [
        ("{ one: { vocabulary: trees }, other: { vocabulary: trees } }", "", []),
        ("{ one: { vocabulary: trees } }", "", ["rule/relation-shape"]),
        ("{ one: { vocabulary: trees }, other: { type: string } }", "", ["rule/relation-shape"]),
        (
            "{ one: { vocabulary: trees }, other: { vocabulary: trees }, third: { vocabulary: trees } }", "",
            ["rule/relation-shape"]
        ),
        (
            "{ one: { vocabulary: trees }, other: { vocabulary: trees } }", "\n    fields: { far: { type: number } }",
            ["rule/relation-shape"]
        ),
        ("{ one: { vocabulary: trees }, other: { vocabulary: birds } }", "", ["rule/unknown-vocabulary"]),
    ])
    func `a relation has two codes as its key and no other fields`(key: String, fields: String, errors: [String]) {
        let text = """
                title: { nl: Staat naast, en: Stands beside }
                relation: { vocabulary: trees, attribute: beside }
                key: \(key)\(fields)
            """
        #expect(Self.errors(inTemplate: text) == errors)
    }

    @Test(arguments: [
        ("collect: { basket: b, of: b.size, distinct: b.kind, as: list }", ["rule/of-and-distinct"]),
        ("sum: { basket: b, of: b.size, distinct: b.size, as: list }", ["rule/of-and-distinct"]),
        ("collect: { basket: b, of: b.size, as: list }", []),
        ("collect: { basket: b, distinct: b.size, as: list }", []),
    ])
    func `an aggregate is told once what counts`(condition: String, errors: [String]) {
        #expect(Orchard("a: { \(condition) } => fruit: { kind: apple }").errors == errors)
    }
}
