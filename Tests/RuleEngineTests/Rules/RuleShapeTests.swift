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
        ("{ vocabulary: trees }", "{ code: { vocabulary: trees } }", "", []),
        ("{ vocabulary: trees }", "{ code: { vocabulary: fruits } }", "", ["rule/relation-shape"]),
        (
            "{ vocabulary: trees }", "{ one: { vocabulary: trees }, other: { vocabulary: trees } }", "",
            ["rule/relation-shape"]
        ),
        ("{ vocabulary: trees }", "{ code: { type: string } }", "", ["rule/relation-shape"]),
        (
            "{ vocabulary: trees }", "{ code: { vocabulary: trees } }", "\n    fields: { far: { type: number } }",
            ["rule/relation-shape"]
        ),
        ("{ vocabulary: birds }", "{ code: { vocabulary: trees } }", "", ["rule/unknown-vocabulary"]),
        (
            "{ vocabulary: fruits, attribute: colour }",
            "{ one: { vocabulary: fruits }, other: { vocabulary: fruits } }",
            "", ["rule/unknown-attribute"]
        ),
    ])
    func `a kind of fact for each code has that code as its key, and an attribute must name codes`(
        relation: String, key: String, fields: String, errors: [String]
    ) throws {
        let text = """
                title: { nl: Boom, en: Tree }
                relation: \(relation)
                key: \(key)\(fields)
            """
        #expect(Self.errors(inTemplate: text) == errors)
    }

    @Test(arguments: [
        (
            "{ basket: b } ;; { known: k, kind: = b.kind, colour: '\"red\"' } => fruit: { kind: = b.kind }",
            "fruit:apple found"
        ),
        ("{ basket: b } ;; { known: k, kind: = b.kind, where: k.colour = \"green\" } => fruit: { kind: = b.kind }", ""),
        ("{ known: k, colour: '\"green\"' } => fruit: { kind: = k.kind }", "fruit:pear found"),
        ("{ known: k, where: count(k.near) = 1 } => fruit: { kind: = k.kind }", "fruit:pear found"),
        ("{ known: k, where: k.near = null } => fruit: { kind: = k.kind }", "fruit:plum found"),
        ("{ absent: { known: k, colour: '\"blue\"' } } => fruit: { kind: pear }", "fruit:pear found"),
        ("{ absent: { known: k, colour: '\"red\"' } } => fruit: { kind: pear }", ""),
        ("{ count: { known: k, as: n } } ;; n = 3 => fruit: { kind: plum }", "fruit:plum found"),
    ])
    func `rules see what a code is`(rule: String, states: String) throws {
        let known = SourceFile(
            name: "known.yaml",
            text: """
                templates:
                  - template: known
                    title: { nl: soort, en: kind }
                    relation: { vocabulary: fruits }
                    key: { kind: { vocabulary: fruits } }
                """)
        let orchard = Orchard(files: Orchard.world + [known, Orchard.ruleSet("r: \(rule)")])
        let session = try orchard.session("basket:apple, basket complete")
        #expect(session.states() == states)
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
