import RuleEngine
import Testing

/// The mistake first, what follows from it counted; and of a broken file all that is not broken.
@Suite struct DiagnosticCausesTests {
    private static let templates = SourceFile(
        name: "templates.yaml",
        text: """
            templates:
              - template: car
                title: { nl: Auto, en: Car }
                input: true
                key: { id: { type: string } }
                fields:
                  speed: { type: number }
              - template: mark
                title: { nl: Teken, en: Mark }
                key: { id: { type: string } }
            """)

    private static let source = SourceFile(
        name: "source.yaml",
        text: """
            source: s
            title: S
            read: { nl: Ja., en: Yes. }
            findings:
              - { id: S-1, statement: { nl: a, en: b }, certainty: read }
            """)

    private static let rules = SourceFile(
        name: "rules.yaml",
        text: "ruleset: r\ntitle: { nl: R, en: R }\nrules:\n"
            + (1...4).map { number in
                """
                  - rule: r\(number)
                    title: { nl: R, en: R }
                    source: { ref: s, finding: S-1 }
                    strength: Q
                    when: ['{ car: c, where: c.speed > \(number) }']
                    then: [{ mark: { id: = c.id } }]

                """.replacing("['{", with: "[{").replacing("}']", with: "}]")
            }.joined())

    /// The causes when texts in the files are replaced.
    private func causes(_ edits: (String, String)...) -> [DiagnosticCauses.Cause] {
        let files = [Self.templates, Self.source, Self.rules].map { file in
            SourceFile(name: file.name, text: edits.reduce(file.text) { $0.replacing($1.0, with: $1.1) })
        }
        return DiagnosticCauses(RuleBaseReader.read(files).diagnostics, in: files).causes
    }

    private func told(_ causes: [DiagnosticCauses.Cause]) -> [String] {
        causes.map { cause in
            let span = cause.diagnostic.span
            return "\(span?.file ?? ""):\(span?.start.line ?? 0) \(cause.diagnostic.code) +\(cause.followers.count)"
        }
    }

    @Test func `sound files give nothing`() {
        #expect(told(causes()) == [])
    }

    @Test func `what follows from a broken declaration is counted at it`() {
        #expect(told(causes(("nl: Auto", "nl: \"Auto"))) == ["templates.yaml:3 yaml/unclosed-quote +4"])
        #expect(
            told(causes(("speed: { type: number }", "speed: { type: numbr }"))) == [
                "templates.yaml:7 rule/field-type +4"
            ])
        #expect(told(causes(("id: S-1", "id S-1"))) == ["source.yaml:5 yaml/missing-colon +4"])
    }

    @Test func `a name that is misspelt where it is declared is told there, in one place`() {
        #expect(told(causes(("      speed:", "      sped:"))) == ["templates.yaml:7 rule/misspelt-declaration +4"])
        #expect(told(causes(("template: mark", "template: mrak"))) == ["templates.yaml:8 rule/misspelt-declaration +4"])
    }

    @Test func `a slip in a key is one mistake`() {
        #expect(told(causes(("fields:", "feilds:"))) == ["templates.yaml:6 yaml/unknown-key +0"])
        #expect(told(causes(("templates:", "tempaltes:"))) == ["templates.yaml:1 yaml/unknown-key +0"])
    }

    @Test func `mistakes that have nothing to do with each other stand by themselves`() {
        let found = told(
            causes(
                ("c.speed > 1 ", "c.sped > 1 "),
                (
                    "{ ref: s, finding: S-1 }\n    strength: Q\n    when: [{ car: c, where: c.speed > 2",
                    "{ ref: s, finding: S-2 }\n    strength: Q\n    when: [{ car: c, where: c.speed > 2"
                )))
        #expect(found == ["rules.yaml:8 rule/unknown-field +0", "rules.yaml:12 rule/unknown-finding +0"])
    }

    @Test func `a missing dash is told where it is missing, and a lost first dash too`() {
        #expect(told(causes(("  - template: mark", "    template: mark"))) == ["templates.yaml:8 yaml/missing-dash +4"])
        let lost = told(causes(("  - template: car", "    template: car")))
        #expect(lost.count == 1 && lost.first?.hasPrefix("templates.yaml:") == true, "\(lost)")
    }

    @Test func `the line with which something begins is told where it is missing`() {
        let found = told(causes(("  - template: mark\n", "")))
        #expect(found.first?.hasPrefix("templates.yaml:8 yaml/duplicate-key +") == true, "\(found)")
        #expect(found.count <= 2, "\(found)")
        let one = causes(("  - template: mark\n", "")).first?.diagnostic
        #expect(one?.hint?.en.contains("‘- template: …’") == true, "\(one?.hint?.en ?? "")")
        // A single key that stands twice is told by itself.
        let twice = causes(("    input: true\n", "    input: true\n    input: true\n"))
        #expect(told(twice).first == "templates.yaml:5 yaml/duplicate-key +0")
        #expect(twice.first?.diagnostic.message.en.contains("input") == true)
    }

    @Test func `where the meant name stands nowhere else, its place is shown beside the use`() {
        let lone = causes(("id: S-1", "id: S1"), ("strength: Q", "strength: Q"))
        #expect(lone.count == 1, "\(told(lone))")
        let once = Self.rules.text.split(separator: "  - rule: r2")[0]
        let files =
            [
                Self.templates,
                SourceFile(name: "source.yaml", text: Self.source.text.replacing("id: S-1", with: "id: S1")),
            ]
            + [SourceFile(name: "rules.yaml", text: String(once))]
        let found = DiagnosticCauses(RuleBaseReader.read(files).diagnostics, in: files).causes.map(\.diagnostic)
            .filter { $0.severity == .error }
        #expect(found.map(\.code) == ["rule/unknown-finding"])
        #expect(found.first?.related.map(\.span.file) == ["source.yaml"])
    }

    @Test func `the renderer counts what follows in words`() {
        let files = [Self.templates, Self.source, Self.rules].map { file in
            SourceFile(name: file.name, text: file.text.replacing("{ type: number }", with: "{ type: numbr }"))
        }
        let text = DiagnosticRenderer(language: .nl, sources: files).render(RuleBaseReader.read(files).diagnostics)
        #expect(
            text.hasSuffix("\n  en nog 4 meldingen die hieruit volgen: namen die hier worden vastgelegd (speed)"),
            "\(text)")
    }

    @Test(arguments: [
        ("speed: { type: bool }", "speed: { type: boolean }"), ("speed: { tpye: number }", "speed: { type: number }"),
    ])
    func `a fix makes the text that is meant`(wrong: String, right: String) throws {
        let text = Self.templates.text.replacing("speed: { type: number }", with: wrong)
        let file = SourceFile(name: Self.templates.name, text: text)
        let fix = try #require(RuleBaseReader.read([file]).diagnostics.flatMap(\.fixes).first)
        #expect(fix.applied(to: file) == Self.templates.text.replacing("speed: { type: number }", with: right))
        #expect(fix.applied(to: Self.source) == nil)
    }
}
