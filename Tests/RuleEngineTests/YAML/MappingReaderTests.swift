import RuleEngine
import Testing

struct MappingReaderTests {
    private enum Policy: String, CaseIterable { case unique, first, collect }

    /// Reads `key` as a shape from a text and renders what is wrong.
    private func problems<Value>(
        _ text: String, as shape: YAMLShape<Value>, language: Language = .nl
    ) throws -> (value: Value?, codes: [String], text: String) {
        let file = SourceFile(name: "a", text: text)
        let node = try #require(YAMLParser.parseSingle(file).root)
        var reader = MappingReader(node, of: LocalizedText(nl: "een regel", en: "a rule"))
        let value = reader.required("key", as: shape)
        let diagnostics = reader.finish()
        return (
            value, diagnostics.map(\.code),
            DiagnosticRenderer(language: language, sources: [file]).render(diagnostics)
        )
    }

    @Test func `an unknown key is reported with the one that was meant`() throws {
        let result = try problems("key: a\nkye: b", as: .text)
        #expect(result.value?.value == "a")
        #expect(
            result.text == """
                a:2:1: fout: een regel kent geen ‘kye’ [yaml/unknown-key]
                2 | kye: b
                  | ^^^
                  tip: bedoelde u ‘key’? bekend zijn: key
                """)
    }

    @Test func `a missing key is reported`() throws {
        let result = try problems("{}", as: .text, language: .en)
        #expect(
            result.text == """
                a:1:1: error: a rule lacks ‘key’ [yaml/missing-key]
                1 | {}
                  | ^
                  hint: add within the braces: key: …
                """)
    }

    @Test func `a text cut by a comma in braces is told as such`() throws {
        let result = try problems("{ key: a, b }", as: .text, language: .en)
        #expect(
            result.text == """
                a:1:11: error: within { } a comma ends the value; ‘b’ is no longer part of it [yaml/comma-in-text]
                1 | { key: a, b }
                  |           ^
                  hint: put the whole value with its comma in single quotes: '…, …'
                """)
    }

    @Test func `a text where a list belongs is reported`() throws {
        let result = try problems("key: a", as: .list(of: .text))
        #expect(result.value == nil)
        #expect(
            result.text == """
                a:1:6: fout: hier hoort een lijst, er staat een tekst [yaml/wrong-kind]
                1 | key: a
                  |      ^
                  tip: begin elke regel van de lijst met ‘- ’, of schrijf [een, twee]
                """)
    }

    @Test(arguments: [("yes", "true"), ("no", "false"), ("ja", "true"), ("Off", "false"), ("True", "true")])
    func `words of YAML 1_1 are no booleans`(word: String, meant: String) throws {
        let result = try problems("key: \(word)", as: .boolean, language: .en)
        #expect(result.value == nil)
        #expect(result.text.hasSuffix("hint: write ‘\(meant)’; ‘\(word)’ is plain text here"))
    }

    @Test func `true and false are booleans`() throws {
        #expect(try problems("key: true", as: .boolean).value?.value == true)
        #expect(try problems("key: false", as: .boolean).value?.value == false)
    }

    @Test(arguments: ["1.5", "010", "1_000", "0x1F", "+3", "één", "99999999999999999999"])
    func `what is no whole number is reported`(text: String) throws {
        #expect(try problems("key: \(text)", as: .integer).codes == ["yaml/wrong-kind"])
    }

    @Test(arguments: [("0", 0), ("-12", -12), ("2030", 2030)])
    func `a whole number is read`(text: String, value: Int) throws {
        #expect(try problems("key: \(text)", as: .integer).value?.value == value)
    }

    @Test func `a missing translation is reported`() throws {
        let result = try problems("key: { nl: Woning }", as: .localizedText)
        #expect(result.codes == ["yaml/missing-translation"])
        #expect(result.text.contains("de Engelse tekst ontbreekt"))
        #expect(try problems("key: { nl: Woning, en: }", as: .localizedText).codes == ["yaml/missing-translation"])
        #expect(try problems("key: Woning", as: .localizedText).codes == ["yaml/wrong-kind"])
        #expect(try problems("key: { nl: a, en: b, de: c }", as: .localizedText).codes == ["yaml/unknown-key"])
    }

    @Test func `a text in two languages is read`() throws {
        let value = try problems("key: { nl: Woning, en: Home }", as: .localizedText).value?.value
        #expect(value == LocalizedText(nl: "Woning", en: "Home"))
    }

    @Test func `a word outside the choices is reported with the nearest`() throws {
        let result = try problems("key: uniqe", as: .choice(of: Policy.self))
        #expect(result.codes == ["yaml/unknown-value"])
        #expect(result.text.hasSuffix("tip: bedoelde u ‘unique’? kies uit: unique, first, collect"))
        #expect(try problems("key: first", as: .choice(of: Policy.self)).value?.value == .first)
    }

    @Test func `elements that cannot be read are left out`() throws {
        let result = try problems("key: [1, x, 3]", as: .list(of: .integer))
        #expect(result.value?.map(\.value) == [1, 3])
        #expect(result.codes == ["yaml/wrong-kind"])
    }

    @Test func `a mapping with free keys keeps the order of the text`() throws {
        let result = try problems("key: { z: 1, a: 2 }", as: .mapping(of: .integer))
        #expect(result.value?.map(\.name.value) == ["z", "a"])
        #expect(result.value?.map(\.value.value) == [1, 2])
    }

    @Test func `one element may do without the list`() throws {
        #expect(try problems("key: a", as: .oneOrMore(of: .text)).value?.map(\.value) == ["a"])
        #expect(try problems("key: [a, b]", as: .oneOrMore(of: .text)).value?.map(\.value) == ["a", "b"])
    }

    @Test func `a reader of a text reports that and nothing more`() throws {
        let result = try problems("just text", as: .text)
        #expect(result.codes == ["yaml/wrong-kind"])
        #expect(result.text.contains("hier hoort een blok met sleutels voor een regel, er staat een tekst"))
    }
}
