import Analyst
import Foundation
import RuleEngine
import Testing

/// What an author gets to read of a mistake: the place, and in the hint what to write instead.
@Suite struct RuleMessageTests {
    /// A mistake, with words that its message or hint has, and how many messages there are.
    struct Slip: CustomTestStringConvertible {
        let text: String
        let says: String
        var count = 1
        var severity = Diagnostic.Severity.error
        var testDescription: String { text }
    }

    private func told(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { "\($0.code) \($0.message.en) | \($0.hint?.en ?? "")" }.joined(separator: "\n")
    }

    @Test(arguments: [
        Slip(text: "width is kleiner dan busy_from", says: "Write '<'"),
        Slip(text: "traffic is greater than or equal to busy_from", says: "'>='"),
        Slip(text: "5 < width < 10", says: "Write 'x in [1..10]'"),
        Slip(text: "{ car: c, size: big }", says: "write '\"big\"'"),
        Slip(text: "not: { car: c }", says: "write ‘absent: { kind of fact: name }’"),
        Slip(text: "any: { car: c }", says: "write ‘exists: { kind of fact: name }’"),
        Slip(text: "forall: { car: c, satisfies: c.speed > 3 }", says: "write ‘every: { kind of fact: name }’"),
        Slip(text: "or: [closed, width > 5]", says: "write one condition with ‘or’"),
        Slip(text: "name = yes", says: "write ‘\"yes\"’"),
        Slip(text: "width > 3 and no != name", says: "write ‘\"no\"’"),
        Slip(text: "closed = yes", says: "write ‘true’"),
        Slip(text: "width in [1..5] and sum(width) > 3", says: "'width' is no list", count: 3, severity: .warning),
        Slip(
            text: "max(traffic + width) > 3", says: "write ‘traffic + width’ without max", count: 3, severity: .warning),
        Slip(text: "let: { x: 3 }", says: "write the value out"),
        Slip(text: "assert: { remark: r }", says: "actions belong to a production system"),
        Slip(text: "width > busy_from", says: "here ‘m’ meets ‘cars’"),
        Slip(text: "sum: { car: c, of: c.owner, as: n }", says: "‘c.owner’ is none"),
        Slip(
            text: "table: { policy: first, inputs: [width], outputs: [d], rows: \"< 12,5 | 1\\n- | 2\", as: t }",
            says: "write ‘12.5’ for one number, or ‘12, 5’"),
    ])
    func `U3 F15: a condition that is none says what to write`(slip: Slip) throws {
        let found = try Streets.diagnostics(when: slip.text).filter { $0.severity == slip.severity }
        #expect(found.count <= slip.count && !found.isEmpty, "\(told(found))")
        #expect(told(found).contains(slip.says), "\(told(found))")
    }

    @Test(arguments: [
        "sum([width, 2]) > 3", "max(width, 2) > 3", "name = \"yes\"",
        "width <= 9 and traffic >= busy_from", "{ car: c, size: '\"big\"' }", "{ car: c, speed: = 30 }",
        "table: { policy: first, inputs: [width], outputs: [d], rows: \"< 12.5 | 1\\n- | 2\", as: t }",
        "table: { policy: first, inputs: [width], outputs: [d], rows: \"12, 5 | 1\\n- | 2\", as: t }",
    ])
    func `what is nearly such a condition is read`(text: String) throws {
        let errors = try Streets.diagnostics(when: text).filter { $0.severity == .error }
        #expect(told(errors) == "")
    }

    @Test(arguments: [
        Slip(text: "remark: { code: unsafe, degree: = r.degree }", says: ""),
        Slip(text: "log: { id: '\"big\"' }", says: ""),
        Slip(text: "log: { id: = r.degree }", says: "is no possible value of this field"),
        Slip(text: "log: { id: big }", says: "write '\"big\"'"),
        Slip(text: "remark: { code: unsafe, degree: 9 }", says: "one of: 1, 2, 3, 4"),
        Slip(text: "remark: { code: unsafe, degre: 2 }", says: "did you mean ‘degree’?"),
    ])
    func `F19: a constant text is a key, and a conclusion that is none says why`(slip: Slip) throws {
        let found = try Streets.diagnostics(when: "{ remark: r, code: busy }", then: slip.text)
            .filter { $0.severity == .error }
        #expect(slip.says.isEmpty ? found.isEmpty : found.count == 1, "\(told(found))")
        #expect(slip.says.isEmpty || told(found).contains(slip.says), "\(told(found))")
    }

    @Test(arguments: [
        ("= width", true), ("= if closed then 1 else 2", false), ("= width + 1", false),
        ("= r.degree", false),
        ("= if width < 3 then 1 else 5", true),
    ])
    func `F2: a computed value that can pass the limits of its field is told`(value: String, isTold: Bool) throws {
        let then = "remark: { code: unsafe, degree: \(value) }"
        let found = try Streets.diagnostics(when: "{ remark: r, code: busy }", then: then)
        #expect(found.filter { $0.severity == .error }.isEmpty, "\(told(found))")
        #expect(found.contains { $0.code == "rule/may-pass-limit" } == isTold, "\(told(found))")
    }

    @Test(arguments: [
        ("'\"a\"'", "'\"b\"'", true), ("'\"a\"'", "'\"a\"'", false),
    ])
    func `F1: a rule may ask for the absence of another fact of its kind with a constant text for key`(
        asked: String, concluded: String, isSound: Bool
    ) throws {
        let found = try Streets.diagnostics(
            when: "absent: { log: l, id: \(asked) }", then: "log: { id: \(concluded) }")
        #expect(found.contains { $0.code == "rule/cycle" } != isSound, "\(told(found))")
        #expect(isSound || told(found).contains("name a constant text for the key"), "\(told(found))")
    }

    @Test func `F19: a computed key is named as it is written`() throws {
        let found = try Streets.diagnostics(when: "{ car: c }", then: "log: { id:   = c.owner }")
        #expect(told(found).contains("‘c.owner’ is no key"), "\(told(found))")
    }

    @Test(arguments: [
        ("> 5 | 1\\n- | 2", "busy", true), ("> 5 | 1\\n- | 3", "busy", false), ("> 5 | 1\\n- | 2", "unsafe", false),
    ])
    func `U8: a rule with a table that says the same as another is told`(
        rows: String, code: String, isSame: Bool
    ) throws {
        func table(_ rows: String) -> String {
            "table: { policy: first, inputs: [width], outputs: [d], rows: \"\(rows)\", as: t }"
        }
        let one = Streets.rule(when: table("> 5 | 1\\n- | 2"), then: "remark: { code: busy, degree: t }")
        let two = Streets.rule(when: table(rows), then: "remark: { code: \(code), degree: t }")
            .components(separatedBy: "rules:\n")[1].replacing("rule: example", with: "rule: second")
        let found = try Streets.diagnostics(with: one + "\n" + two)
        #expect(found.filter { $0.severity == .error }.isEmpty, "\(told(found))")
        #expect(found.contains { $0.code == "rule/same-as-other" } == isSame, "\(told(found))")
    }

    @Test func `a type that is none is one message`() throws {
        let files = try Streets.files().map { file in
            SourceFile(
                name: file.name,
                text: file.text.replacing("type: boolean\n  - code: name", with: "type: bolean\n  - code: name"))
        }
        let library = RuleLibrary(files: files)
        let found = RuleChecks(library: library).diagnostics.filter { $0.span?.file.hasSuffix("figures.yaml") == true }
        #expect(found.map(\.code) == ["yaml/unknown-value"], "\(told(found))")
    }

    @Test func `U3: a ‘then’ that is gone is told where the conclusion begins, and put back`() throws {
        let right = Streets.rule(when: "closed")
        let text = right.replacing("    then:\n", with: "")
        let found = try Streets.diagnostics(with: text).filter { $0.severity == .error }
        #expect(found.map(\.code) == ["yaml/missing-key"], "\(told(found))")
        #expect(found.first?.span?.start.line == 10)
        let fix = try #require(found.first?.fixes.first)
        #expect(fix.applied(to: SourceFile(name: "example.yaml", text: text)) == right)
    }

    @Test(arguments: [
        "table: { policy: first, inputs: [width], rows: \"> 5 | 1\\n- | 2\", as: t }",
        "table: { policy: first, outputs: [d], rows: \"> 5 | 1\\n- | 2\", as: t }",
        "table: { policy: first, inputs: [width traffic], outputs: [d], rows: \"> 5 | - | 1\\n- | - | 2\", as: t }",
        "table: { policy: first, inputs: [width], outputs: [d], rows: \"> 5 | - | 1\\n- | - | 2\", as: t }",
        "known(trafic) and known(width) and known(name)", "known(width) and known(name)",
    ])
    func `U3: a slip in the columns of a table or above a rule set is one message`(condition: String) throws {
        let text = Streets.rule(when: condition)
        let found = try Streets.diagnostics(with: text)
        let errors = DiagnosticCauses(found, in: [SourceFile(name: "example.yaml", text: text)]).causes.map(
            \.diagnostic
        )
        .filter { $0.severity == .error && !$0.message.en.contains("trafic") }
        #expect(errors.count == 1, "\(told(errors))")
    }

    @Test func `U3: what belongs to a parameter and stands beside it is one message`() throws {
        let text = """
            ruleset: more
            title: { nl: Meer, en: More }
            parameters:
              other:
                title: { nl: Ander, en: Other }
                values: { 2020-01-01: 5 }
              judgement:
                nl: Gekozen.
                en: Chosen.
            """
        let found = DiagnosticCauses(
            try Streets.diagnostics(with: text), in: [SourceFile(name: "example.yaml", text: text)]
        ).causes.map(\.diagnostic).filter { $0.severity == .error }
        #expect(found.map(\.code) == ["yaml/indentation"], "\(told(found))")
        #expect(told(found).contains("under ‘other’"))
    }

    @Test func `U3: all mistakes of one rule are told at once, and a misspelt key is one`() throws {
        let text = """
            ruleset: example
            title: { nl: Voorbeeld, en: Example }
            rules:
              - rule: example
                title: { nl: Voorbeeld }
                source: [{ ref: street-survy, finding: SU-01 }]
                strength: QQ
                whn:
                  - trafic > 5
                than:
                  - remark: { code: bussy }
                because: { nl: a, en: b }
            """
        let found = try Streets.diagnostics(with: text).filter { $0.severity == .error }
        #expect(
            Set(found.map(\.code)) == [
                "yaml/missing-translation", "rule/unknown-source", "yaml/unknown-value", "rule/unknown-name",
                "rule/unknown-code", "yaml/unknown-key",
            ], "\(told(found))")
        #expect(found.count == 8, "\(told(found))")
        #expect(told(found).contains("‘because’ belongs to the conclusion"))
    }

    @Test(arguments: [
        ("type: bool", "did you mean ‘boolean’?"), ("type: nummer", "did you mean ‘number’?"),
        ("type: number, values: [1, two, 3]", "‘two’ is no number"),
        ("type: number, range: '[10..0]'", "no number at all lies in the range"),
        ("type: number, values: [1, 2], range: '[0..3]'", "‘range’ says nothing here beside ‘values’"),
        ("type: string, range: '[0..3]'", "‘range’ says nothing here beside ‘string’"),
        ("type: boolean, values: [true]", "‘values’ says nothing here beside ‘boolean’"),
        ("vocabulary: remarks, type: string", "‘type’ says nothing here beside ‘vocabulary’"),
        ("type: number, range: '[0..10]'", ""), ("type: string, values: [a, b]", ""), ("list: remarks", ""),
    ])
    func `F11: a declaration without meaning is an error`(field: String, says: String) throws {
        let found = try Streets.diagnostics(
            with: """
                templates:
                  - template: house
                    title: { nl: Huis, en: House }
                    key: { id: { type: string } }
                    fields: { value: { \(field) } }
                """
        ).filter { $0.severity == .error }
        #expect(says.isEmpty ? found.isEmpty : found.count == 1, "\(told(found))")
        #expect(says.isEmpty || told(found).contains(says), "\(told(found))")
    }

    @Test(arguments: [
        ("theme: noise", 0), ("theme: nois", 1), ("theme: safety", 0),
    ])
    func `U8: an attribute with listed values takes no other`(attribute: String, count: Int) throws {
        let found = try Streets.diagnostics(
            with: """
                vocabulary: remarks
                codes:
                  - code: narrow
                    title: { nl: Smal, en: Narrow }
                    \(attribute)
                """
        ).filter { $0.severity == .error }
        #expect(found.count == count, "\(told(found))")
        if count > 0 { #expect(told(found).contains("choose from: safety, noise")) }
    }

    @Test(arguments: [
        ("1.000", false), ("12.500", false), ("1000", true), ("1.5", true), ("0.125", true), ("1.0000", true),
        ("12,5", false),
    ])
    func `U7: a number that can be read two ways is refused`(number: String, isRead: Bool) throws {
        let found = try Streets.diagnostics(
            with: """
                ruleset: more
                title: { nl: Meer, en: More }
                parameters:
                  other:
                    title: { nl: Ander, en: Other }
                    values: { 2020-01-01: '\(number)' }
                    judgement: { nl: Gekozen., en: Chosen. }
                """
        ).filter { $0.severity == .error }
        #expect(found.isEmpty == isRead, "\(told(found))")
    }

    @Test func `an empty translation is missing, and a brace that is not closed is told where it opens`() throws {
        let empty = try Streets.diagnostics(
            with: Streets.rule(when: "closed").replacing("en: Example }", with: "en: \"\" }"))
        #expect(empty.filter { $0.code == "yaml/missing-translation" }.count == 2, "\(told(empty))")
        let open = Streets.rule(when: "closed").replacing(
            "{ nl: Ja., en: Yes. }", with: "{ nl: 'a {traffic is b {width}', en: Yes. }")
        let found = try Streets.diagnostics(with: open)
        #expect(found.map(\.code) == ["rule/open-brace"], "\(told(found))")
        #expect(found.first?.span?.start.column == 27, "\(found.first?.span?.start.column ?? 0)")
    }

    @Test func `a unit that does not fit is shown where it is written`() throws {
        let found = try #require(
            try Streets.diagnostics(when: "width > busy_from").first { $0.code == "rule/unit-mismatch" })
        #expect(found.related.map(\.span.file) == ["streets/figures.yaml", "streets/limits.yaml"])
    }

    @Test func `a quote that is missing is told where the text opens`() throws {
        let text = """
            vocabulary: signs
            codes:
              - code: one
                title:
                  nl: "Een
                  en: "One"
              - code: two
                title: { nl: Twee: weinig, en: Two }
            """
        let found = DiagnosticCauses(
            try Streets.diagnostics(with: text), in: [SourceFile(name: "example.yaml", text: text)]
        ).causes.map(\.diagnostic).filter { $0.severity == .error }
        #expect(found.map(\.code) == ["yaml/unclosed-quote", "yaml/colon-in-text"], "\(told(found))")
        #expect(found.map { $0.span?.start.line } == [5, 8])
    }
}
