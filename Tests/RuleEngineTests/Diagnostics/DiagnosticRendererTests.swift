import RuleEngine
import Testing

struct DiagnosticRendererTests {
    private let file = SourceFile(name: "a.yaml", text: "één: 1\n\tb: 👩‍👧 c\n\u{1B}[31m\nlast")

    private func diagnostic(
        _ range: Range<Int>?, _ severity: Diagnostic.Severity = .error, code: String = "test/code",
        related: [Diagnostic.Related] = [], hint: LocalizedText? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity, code: code, message: LocalizedText(nl: "mis", en: "wrong"),
            at: range.map { file.span($0) }, related: related, hint: hint)
    }

    private func rendered(_ diagnostic: Diagnostic, _ language: Language = .nl) -> String {
        DiagnosticRenderer(language: language, sources: [file]).render(diagnostic)
    }

    @Test func `a diagnostic shows its line with marks below`() {
        #expect(
            rendered(diagnostic(0..<5)) == """
                a.yaml:1:1: fout: mis [test/code]
                1 | één: 1
                  | ^^^
                """)
    }

    @Test func `tabs are kept so that the mark stands right`() {
        #expect(
            rendered(diagnostic(25..<26, .warning), .en) == """
                a.yaml:2:7: warning: wrong [test/code]
                2 | \tb: 👩‍👧 c
                  | \t     ^
                """)
    }

    @Test func `related places and the hint follow`() {
        let related = Diagnostic.Related(LocalizedText(nl: "eerst hier", en: "first here"), at: file.span(7..<8))
        let hint = LocalizedText(nl: "haal weg", en: "remove")
        #expect(
            rendered(diagnostic(34..<37, .note, related: [related], hint: hint)) == """
                a.yaml:4:2: opmerking: mis [test/code]
                4 | last
                  |  ^^^
                a.yaml:1:6: eerst hier
                1 | één: 1
                  |      ^
                  tip: haal weg
                """)
    }

    @Test func `a control character in the source does not reach the terminal`() {
        let text = rendered(diagnostic(28..<29))
        #expect(text.contains("3 | ␛[31m"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `a stretch over several lines is marked to the end of the first`() {
        #expect(rendered(diagnostic(0..<12)).hasSuffix("\n  | ^^^^^^"))
    }

    @Test func `a long line is cut around the mark`() {
        let long = SourceFile(name: "long", text: String(repeating: "a", count: 500) + "b")
        let diagnostic = Diagnostic(
            code: "test/code", message: LocalizedText(verbatim: "x"), at: long.span(500..<501))
        let lines = DiagnosticRenderer(language: .en, sources: [long]).render(diagnostic).split(separator: "\n")
        #expect(lines[1] == "1 | …" + String(repeating: "a", count: 60) + "b")
        #expect(lines[2] == "  | " + String(repeating: " ", count: 61) + "^")
    }

    @Test func `without the source only the place is given`() {
        let text = DiagnosticRenderer(language: .en, sources: []).render(diagnostic(0..<1))
        #expect(text == "a.yaml:1:1: error: wrong [test/code]")
    }

    @Test func `diagnostics come in the order of file, place and code`() {
        let list = [
            diagnostic(7..<8, code: "b/b"), diagnostic(7..<8, code: "a/a"), diagnostic(0..<1, code: "c/c"),
            diagnostic(nil, code: "z/z"),
        ]
        let text = DiagnosticRenderer(language: .en, sources: []).render(list)
        #expect(
            text == """
                error: wrong [z/z]

                a.yaml:1:1: error: wrong [c/c]

                a.yaml:1:6: error: wrong [a/a]

                a.yaml:1:6: error: wrong [b/b]
                """)
    }

    @Test func `of a kind that comes very often the first are shown and the others counted`() {
        let list = (0..<1_000).map { _ in diagnostic(0..<1, code: "b/b") } + [diagnostic(0..<1, code: "c/c")]
        let text = DiagnosticRenderer(language: .en, sources: []).render(list)
        #expect(text.split(separator: "\n").count == 42)
        #expect(text.hasSuffix("error: wrong [c/c]\n\nand 960 more of the kind [b/b]"))
        let few = DiagnosticRenderer(language: .en, sources: []).render(Array(list.prefix(40)))
        #expect(!few.contains("more of the kind"))
    }

    @Test func `many places in one long line are quickly shown, and the text stays short`() {
        let long = SourceFile(name: "long", text: String(repeating: "é: 1, ", count: 100_000))
        let message = LocalizedText(verbatim: String(repeating: "x", count: 100_000))
        let list = (0..<2_000).map { number in
            Diagnostic(
                code: "test/\(number)", message: message, at: long.span(number * 70..<number * 70 + 2))
        }
        let clock = ContinuousClock()
        var text = ""
        let time = clock.measure { text = DiagnosticRenderer(language: .en, sources: [long]).render(list) }
        #expect(time < .seconds(10))
        #expect(text.utf8.count < 2_000_000)
    }

    @Test(arguments: [(99, 200), (100, 200), (119, 120), (150, 151), (150, 500), (0, 119), (0, 500)])
    func `the mark stands below its place wherever a line is cut`(place: Int, count: Int) throws {
        let line = String(repeating: "a", count: place) + "é" + String(repeating: "b", count: count - place - 1)
        let source = SourceFile(name: "long", text: "x\n" + line + "\ny")
        let mark = Diagnostic(
            code: "test/code", message: LocalizedText(verbatim: "x"), at: source.span(2 + place..<4 + place))
        let lines = DiagnosticRenderer(language: .en, sources: [source]).render(mark).split(separator: "\n")
        try #require(lines.count == 3)
        let shown = Array(lines[1])
        let column = try #require(Array(lines[2]).firstIndex(of: "^"))
        #expect(shown[column] == "é")
        #expect(shown.count <= 120 + 6)
    }
}
