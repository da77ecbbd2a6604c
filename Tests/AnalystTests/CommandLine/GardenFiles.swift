import Foundation

/// A small rule base on gardens in streets, as files in a folder of its own: numbers of a record with one context, marks
/// that rules conclude, trees that come from outside.
struct GardenFiles {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.file("rules"), withIntermediateDirectories: true)
        for (name, text) in Self.files { try write(text, to: "rules/\(name)") }
    }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try text.write(to: folder.file(name), atomically: true, encoding: .utf8)
        return folder.file(name).path
    }

    var rules: String { folder.file("rules").path }

    /// Takes the rule on trees away, so that nothing but numbers is asked for.
    func onlyNumbers() throws -> GardenFiles {
        try FileManager.default.removeItem(at: folder.file("rules/trees.yaml"))
        return self
    }

    static let files = [
        "measures.yaml": """
        vocabulary: measures
        title: { nl: Maten, en: Measures }
        attributes:
          type: { string: true }
          range: { string: true, optional: true }
        codes:
          - { code: surface, title: { nl: oppervlakte, en: surface }, type: number, range: '[0..1000]' }
          - { code: fenced, title: { nl: omheind, en: fenced }, type: boolean }
        """,
        "marks.yaml": """
        vocabulary: marks
        title: { nl: Merken, en: Marks }
        codes:
          - { code: large, title: { nl: groot, en: large } }
          - { code: larger, title: { nl: groter dan de straat, en: larger than the street } }
          - { code: small, title: { nl: klein, en: small } }
          - { code: wooded, title: { nl: bosrijk, en: wooded } }
        """,
        "kinds.yaml": """
        vocabulary: kinds
        title: { nl: Bomen, en: Trees }
        codes:
          - { code: oak, title: { nl: eik, en: oak } }
          - { code: elm, title: { nl: iep, en: elm } }
        """,
        "record.yaml": """
        record: garden
        title: { nl: tuin, en: garden }
        names: { vocabulary: measures }
        contexts:
          street: { title: { nl: de straat, en: the street }, vocabulary: measures }
        """,
        "templates.yaml": """
        templates:
          - template: mark
            title: { nl: merk, en: mark }
            per: garden
            key: { code: { vocabulary: marks } }
          - template: tree
            title: { nl: boom, en: tree }
            per: garden
            input: true
            key: { kind: { vocabulary: kinds } }
            fields: { height: { type: number } }
        """,
        "almanac.yaml": """
        source: almanac
        title: Almanac
        read: { nl: niets, en: nothing }
        findings:
          - { id: A-1, statement: { nl: Zo is het., en: So it is. }, certainty: read }
        """,
        "gardens.yaml": """
        ruleset: gardens
        title: { nl: Tuinen, en: Gardens }
        rules:
          - rule: large
            title: { nl: Groot, en: Large }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when: [surface > 100]
            then: [{ mark: { code: large } }]
          - rule: larger
            title: { nl: Groter, en: Larger }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when: [surface > 2 * street.surface, surface > 100]
            then: [{ mark: { code: larger } }]
          - rule: small
            title: { nl: Klein, en: Small }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when: [{ absent: { mark: k, code: large } }]
            then: [{ mark: { code: small } }]
        """,
        "trees.yaml": """
        ruleset: trees
        title: { nl: Bomen, en: Trees }
        rules:
          - rule: wooded
            title: { nl: Bosrijk, en: Wooded }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when: [{ tree: t, kind: oak, where: t.height > 10 }]
            then: [{ mark: { code: wooded } }]
        """,
    ]

    static let gardens = "garden,street,surface\nnorth,A,400\nsouth,A,50\nwest,B,\n"
    static let streets = "street,surface\nA,100\nB,\n"

    /// A production system that counts down, for facts `start`.
    static let countdown = """
        ruleset: countdown
        title: { nl: Aftellen, en: Counting down }
        mode: production
        templates:
          - template: start
            fields: { number: { type: number } }
          - template: step
            fields: { number: { type: number }, word: { type: string } }
        rules:
          - rule: begin
            when: [{ start: s }]
            then:
              - assert: { step: { number: s.number, word: '"go"' } }
              - retract: s
          - rule: down
            when: [{ step: s, where: s.number > 0 }]
            then:
              - modify: { s: { number: s.number - 1 } }
        """
}
