import RuleEngine
import Testing

struct YAMLNodeTests {
    private func root(_ text: String) throws -> YAMLNode {
        try #require(YAMLParser.parseSingle(SourceFile(name: "a", text: text)).root)
    }

    @Test func `nothing is interpreted`() throws {
        let texts = try root("[no, 010, ~, 'null', 1.0]").sequence?.map { $0.scalar?.text }
        #expect(texts == ["no", "010", "~", "null", "1.0"])
    }

    @Test func `an empty value is empty and an empty text is not`() throws {
        let node = try root("a:\nb: ''")
        #expect(node["a"]?.isEmpty == true)
        #expect(node["b"]?.isEmpty == false)
    }

    @Test func `everything inside brackets is flow`() throws {
        let node = try root("a: [b, { c: d }]\ne: f")
        #expect(node.isFlow == false)
        #expect(node["a"]?.isFlow == true)
        #expect(node["a"]?.sequence?.last?["c"]?.isFlow == true)
        #expect(node["e"]?.isFlow == false)
    }

    @Test func `an alias has its own place and the content of its anchor`() throws {
        let node = try #require(try root("a: &x { b: c }\nd: *x")["d"])
        #expect(node.span.start == SourcePosition(line: 2, column: 4, offset: 18))
        #expect(node["b"]?.span.start.line == 1)
    }

    @Test(arguments: [
        ("é: «x»", "x"),
        ("👩‍👧: «'x'»", "'x'"),
        ("a: &n !!str «x»", "x"),
        ("a: «|\n  x»\n\n# comment\nb: 1", "|\n  x"),
        ("a:\n  «- b\n  - c»\n\n# comment\nd: 1", "- b\n  - c"),
        ("a:\r\n  «b: c\r\n  d: e»\r\nf: g", "b: c\r\n  d: e"),
        ("a: «[b,\n  c]» # comment", "[b,\n  c]"),
        ("a:«» \nb: c", ""),
    ])
    func `the place of a value is as wide as what is written`(marked: String, written: String) throws {
        let start = try #require(marked.split(separator: "«", omittingEmptySubsequences: false).first).utf8.count
        let text = String(marked.filter { $0 != "«" && $0 != "»" })
        let span = try #require(try root(text).mapping?.first?.value.span)
        #expect(span.start.offset == start)
        #expect(span.end.offset == start + written.utf8.count)
    }

    @Test(arguments: [
        ("a: x + ‹é› + y", "é"),
        ("a: 'x + ‹é› + y'", "é"),
        ("a: 'it''s ‹y›'", "y"),
        ("a: \"x ‹👩‍👧›\"", "👩‍👧"),
        ("a: \"\\\"x\\\" = ‹y›\"", "y"),
        ("a: \"\\u00e9 ‹y›\"", "y"),
        ("a: &n ‹y›", "y"),
        ("a: |\n  é\n    ‹y›\n", "y"),
        ("a: |2\n    x\n  ‹y›\n", "y"),
        ("a: |+\r\n  x\r\n\r\n  ‹y›\r\n\r\n", "y"),
        ("a: >\n  x\n  é ‹y›\n\n  z\n", "y"),
        ("a: >-\n  x\n\n    indented\n  ‹y›\n", "y"),
        ("a: x\n  é\n  ‹y›", "y"),
        ("a: 'x\n\n  ‹y›'", "y"),
    ])
    func `a stretch of the text points into the file`(marked: String, stretch: String) throws {
        let before = try #require(marked.split(separator: "‹", omittingEmptySubsequences: false).first)
        let text = String(marked.filter { $0 != "‹" && $0 != "›" })
        let scalar = try #require(try root(text).mapping?.first?.value.scalar)
        let range = try #require(utf8Range(of: stretch, in: scalar.text))
        let span = scalar.span(of: range)
        #expect(span.start.offset == before.utf8.count)
        #expect(span.end.offset == before.utf8.count + stretch.utf8.count)
    }

    @Test func `a stretch of a scalar that cannot be followed is the whole scalar`() throws {
        let scalar = try #require(try root("a: >2\n   x\n  y")["a"]?.scalar)
        #expect(scalar.span(of: 1..<2) == scalar.span)
    }

    /// Where a text stands last in another.
    private func utf8Range(of part: String, in text: String) -> Range<Int>? {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        return (0...max(0, bytes.count - wanted.count)).last { bytes[$0...].starts(with: wanted) }
            .map { $0..<$0 + wanted.count }
    }
}
