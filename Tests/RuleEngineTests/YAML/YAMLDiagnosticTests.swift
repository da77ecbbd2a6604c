import RuleEngine
import Testing

/// Each text has the mistake that is named, at the place of the mark `▶`; its neighbour nearly has it.
struct YAMLDiagnosticTests {
    @Test(arguments: [
        ("yaml/duplicate-key", "a: 1\nb: 2\n▶a: 3"),
        ("yaml/duplicate-key", "[{ é: 1, ▶'é': 2 }]"),
        ("yaml/undefined-alias", "a: &x 1\nb: ▶*y"),
        ("yaml/recursive-alias", "a: &x\n  - ▶*x"),
        ("yaml/several-documents", "a: 1\n---\n▶b: 2"),
        ("yaml/empty-document", "▶"),
        ("yaml/empty-document", "▶# only a comment\n"),
        ("yaml/merge-key", "a: &x { b: 1 }\nc:\n  ▶<<: *x\n  d: 1"),
        ("yaml/tag", "a: ▶!!int 3"),
        ("yaml/tag", "a: ▶!secret [1]"),
        ("yaml/non-scalar-key", "▶{ a: 1 }: 2"),
        ("yaml/tab-indentation", "a:\n▶\tb: 1"),
        ("yaml/reserved-character", "a: ▶@home"),
        ("yaml/reserved-character", "a: ▶`code`"),
        ("yaml/unclosed-quote", "a: ▶\"open\nb: 1"),
        ("yaml/unclosed-quote", "é: ▶'open\n"),
        ("yaml/unclosed-bracket", "a: [1, 2\nb▶: 3"),
        ("yaml/unclosed-bracket", "a: {b: 1\nc▶: 3"),
        ("yaml/indentation", "a:\n    b: 1\n  ▶c: 2"),
        ("yaml/indentation", "a: 1\n  b▶: 2"),
        ("yaml/indentation", "a: 1\n▶- 2"),
        ("yaml/colon-in-text", "a: b▶: c"),
        ("yaml/missing-colon", "a: 1\n▶bcd\ne: 2"),
        ("yaml/text-after-end", "a: \"x\" ▶= b"),
        ("yaml/text-after-end", "because: {income} ▶% is much"),
        ("yaml/block-header", "a: > ▶5"),
        ("yaml/anchor-name", "a: *▶.b"),
        ("yaml/escape", "a: \"x▶\\q\""),
        ("yaml/hidden-line-break", "# checked▶\u{2028}  income: 45"),
        ("yaml/hidden-line-break", "# é▶\u{2029}b: 1\nc: 2\u{2029}"),
        ("yaml/hidden-line-break", "a: x▶\u{85}"),
        ("yaml/hidden-line-break", "a: \"x▶\u{2028}y\""),
        ("yaml/writing-direction", "a: ▶\u{202E}x"),
        ("yaml/writing-direction", "a: 'x ▶\u{2066}y'"),
        ("yaml/control-character", "a: x▶\u{C}"),
        ("yaml/control-character", "a: x▶\0"),
        ("yaml/control-character", "a: x▶\u{1}"),
        ("yaml/control-character", "é: 👩‍👧▶\u{1B}"),
    ])
    func `a mistake is reported at its place`(code: String, marked: String) throws {
        let (text, offset) = try unmarked(marked)
        let result = YAMLParser.parseSingle(SourceFile(name: "a", text: text))
        let diagnostic = try #require(result.diagnostics.first)
        #expect(result.diagnostics.count == 1)
        #expect(diagnostic.code == code)
        #expect(diagnostic.span?.start.offset == offset)
        #expect(diagnostic.severity == .error)
    }

    @Test(arguments: [
        "a: 1\nA: 2", "[{ a: 1 }, { a: 2 }]", "a: &x 1\nb: *x", "a: '*y'", "a: &x [1]\nb: [*x, *x]",
        "---\na: 1\n...\n", "# comment\na", "'<<': 1", "a: <<", "a: !!str 3", "a: !!seq [1]", "a: !!map {b: c}",
        "a: ! b", "? a\n: b", "a:\n  b: 1\t# tab", "a: home@work", "a: 'b`'", "a: \"closed\"\nb: 1",
        "a: 'it''s'", "a: [1, 2\n  ]\nb: 3", "a:\n    b: 1\n    c: 2", "a:\n- 2", "a: b:c", "a: 'b: c'",
        "a: 1\nbcd:\ne: 2", "a: '\"x\" = b'", "a: \"{income} % is much\"", "a: >\n  5", "a: '> 5'", "a: 2 > 5",
        "a: 3 *.b", "a: \"x\\\\q\"", "\u{FEFF}a: 1", "a: \"x\\u2028\"", "a: x\u{2027}", "a: x\u{202F}",
        "a: x\u{2065}", "a: x\u{200F}", "a: \"\\u202E\"",
    ])
    func `what only looks like a mistake is not reported`(text: String) {
        let result = YAMLParser.parseSingle(SourceFile(name: "a", text: text))
        #expect(result.diagnostics.isEmpty)
        #expect(result.root != nil)
    }

    @Test func `the same key shows where it stands first`() {
        check(
            "é: 1\nb: 2\né: 3",
            """
            a.yaml:3:1: fout: de sleutel ‘é’ staat er twee keer [yaml/duplicate-key]
            3 | é: 3
              | ^
            a.yaml:1:1: hier staat ‘é’ voor het eerst
            1 | é: 1
              | ^
              tip: haal één van de twee weg, of geef hem een andere naam
            """)
    }

    @Test func `an open bracket is shown with the place where reading stops`() {
        check(
            "a: [1, 2\nb: 3",
            """
            a.yaml:2:2: fout: hier ontbreekt een komma, of de ‘[’ is niet gesloten [yaml/unclosed-bracket]
            2 | b: 3
              |  ^
            a.yaml:1:4: hier staat de ‘[’
            1 | a: [1, 2
              |    ^
              tip: sluit met ‘]’; begint een gewone tekst met ‘[’, zet hem dan tussen enkele aanhalingstekens
            """)
    }

    @Test func `what libyaml says is passed on when nothing better is known`() {
        check(
            "%YAML 1.1\n%YAML 1.1\n---\na",
            """
            a.yaml:2:1: error: this is not valid YAML [yaml/syntax]
            2 | %YAML 1.1
              | ^
              hint: libyaml says: found duplicate %YAML directive
            """, language: .en)
    }

    @Test func `after a mistake that can be read the document is still there`() {
        let result = YAMLParser.parse(SourceFile(name: "a", text: "a: 1\na: 2\nb: *c"))
        #expect(result.diagnostics.map(\.code) == ["yaml/duplicate-key", "yaml/undefined-alias"])
        #expect(result.root?["a"]?.scalar?.text == "1")
    }

    @Test func `documents before a syntax error are kept`() {
        let result = YAMLParser.parse(SourceFile(name: "a", text: "a: 1\n---\n[x"))
        #expect(result.documents.count == 1)
        #expect(result.diagnostics.count == 1)
    }

    private func check(_ text: String, _ expected: String, language: Language = .nl) {
        let file = SourceFile(name: "a.yaml", text: text)
        let result = YAMLParser.parseSingle(file)
        #expect(DiagnosticRenderer(language: language, sources: [file]).render(result.diagnostics) == expected)
    }
}

/// The text without its mark `▶`, and the UTF-8 offset where it stood.
func unmarked(_ marked: String) throws -> (text: String, offset: Int) {
    let parts = marked.split(separator: "▶", maxSplits: 1, omittingEmptySubsequences: false)
    let before = try #require(parts.first)
    let after = try #require(parts.dropFirst().first)
    return (String(before + after), before.utf8.count)
}
