import Analyst
import RuleEngine
import TestSupport
import Testing

@testable import AnalystLanguageServer

/// What an editor gets while somebody types rules.
@Suite struct LanguageServerTests {
    private static let name = "rules/gardens.yaml"

    private func editor(_ text: String = Editor.gardens) throws -> Editor {
        var editor = try Editor()
        editor.open(Self.name, text)
        return editor
    }

    private func ask(_ method: String, _ part: String, plus count: Int = 1, in text: String = Editor.gardens) throws
        -> JSONValue
    {
        var editor = try editor(text)
        return editor.ask(
            "textDocument/\(method)",
            .object([
                "textDocument": Editor.document(Self.name), "position": Editor.place(of: part, in: text, plus: count),
                "context": .object(["includeDeclaration": .bool(true)]),
            ]))["result"]
    }

    // MARK: Mistakes while typing

    @Test func `P1: a mistake is told while it is typed, and is gone when it is mended`() throws {
        var editor = try editor()
        #expect(editor.messages(Self.name).isEmpty)
        editor.send(editor.change(Self.name, (10, 8, 10, 15), "surfase"))
        #expect(
            editor.messages(Self.name).contains { $0.contains("surfase") && $0.contains("did you mean ‘surface’?") })
        #expect(editor.diagnosticRanges(Self.name) == ["10:8:10:15"])
        editor.send(editor.change(Self.name, (10, 8, 10, 15), "surface"))
        #expect(editor.messages(Self.name).isEmpty)
    }

    @Test func `a mistake in one file is told in the other that it breaks`() throws {
        var editor = try editor()
        let marks = Editor.files["rules/marks.yaml"] ?? ""
        editor.open("rules/marks.yaml", marks)
        editor.send(editor.change("rules/marks.yaml", nil, marks.replacing("code: large", with: "code: larger")))
        #expect(editor.messages(Self.name).contains { $0.contains("‘large’ does not exist") })
        editor.tell("textDocument/didClose", .object(["textDocument": Editor.document("rules/marks.yaml")]))
        #expect(editor.messages(Self.name).isEmpty, "what is on disk counts again")
    }

    @Test func `a file with cases is read against the rules as they are typed`() throws {
        var editor = try editor()
        let name = "rules/gardens.cases.yaml"
        editor.open(name, Editor.cases)
        #expect(editor.messages(name).isEmpty)
        editor.send(editor.change(Self.name, nil, Editor.gardens.replacing("rule: large", with: "rule: huge")))
        #expect(editor.messages(name).contains { $0.contains("large") })
    }

    // MARK: Names to choose from

    /// The labels that are offered at the place of `|` in a text.
    private func labels(_ text: String, name: String = name) throws -> [String] {
        var editor = try Editor()
        let bare = text.replacing("|", with: "", maxReplacements: 1)
        editor.open(name, bare)
        let result = editor.ask(
            "textDocument/completion",
            .object([
                "textDocument": Editor.document(name), "position": Editor.place(of: "|", in: text),
            ]))["result"]
        return result["items"].array.compactMap { $0["label"].string }
    }

    private func typed(_ condition: String) -> String {
        Editor.gardens.replacing("- surface > wide", with: "- \(condition)")
    }

    @Test(arguments: [
        ("sur|", ["surface"], ["large"]), ("surface > w|", ["wide"], []),
        ("street.|", ["surface", "fenced"], ["wide"]),
        ("cou|", ["count"], []), ("{ mark: m, code: |", ["large", "small"], ["surface", "wide"]),
        ("{ mark: m, where: m.|", ["code", "degree"], ["surface"]), ("|", ["surface", "wide", "mark", "absent"], []),
        ("{ mark: m, where: m.degree > w|", ["wide"], []),
    ])
    func `names are offered where they can stand`(condition: String, wanted: [String], unwanted: [String]) throws {
        let labels = Set(try labels(typed(condition)))
        #expect(Set(wanted).subtracting(labels).isEmpty, "\(labels.sorted())")
        #expect(labels.isDisjoint(with: unwanted), "\(labels.sorted())")
    }

    @Test(arguments: [
        ("- mark: { code: large, degree: 2 }", "- mark: { code: sm| }", ["small"]),
        ("- mark: { code: large, degree: 2 }", "- mark: { code: large, | }", ["degree"]),
        ("- mark: { code: large, degree: 2 }", "- ma|", ["mark"]),
        ("source: { ref: almanac, finding: A-1 }\n    strength", "source: { ref: |\n    strength", ["almanac"]),
        (
            "source: { ref: almanac, finding: A-1 }\n    strength", "source: { ref: almanac, finding: |\n    strength",
            ["A-1"]
        ),
        ("strength: judgement", "strength: |", ["judgement", "Q", "legal"]),
        ("strength: judgement", "str|", ["strength"]), ("strength: judgement", "|", ["strength"]),
        (
            "source: { ref: almanac, finding: A-1 }\n    strength", "source: { ref: almanac, fi|\n    strength",
            ["finding"]
        ),
        ("{ absent: { mark: k, code: large } }", "{ absent: { mark: k, | } }", ["code", "where"]),
        ("nl: '{surface} m2'", "nl: '{sur|} m2'", ["surface"]),
    ])
    func `keys, codes, sources and values are offered where they belong`(
        from: String, to: String, wanted: [String]
    ) throws {
        let text = Editor.gardens.replacing(from, with: to, maxReplacements: 1)
        let labels = Set(try labels(text))
        #expect(Set(wanted).subtracting(labels).isEmpty, "\(labels.sorted())")
    }

    @Test(arguments: [
        ("cases:\n  - case: a\n    fires: la|", ["large"]),
        ("cases:\n  - case: a\n    expect:\n      - mark:|", ["mark:large", "mark:small"]),
        ("given: { figures: { sur|", ["surface"]),
    ])
    func `a file with cases gets rules, findings and figures`(text: String, wanted: [String]) throws {
        let labels = Set(try labels(text, name: "rules/other.cases.yaml"))
        #expect(Set(wanted).subtracting(labels).isEmpty, "\(labels.sorted())")
    }

    // MARK: What things mean and where they are

    @Test(arguments: [
        ("wide\n    then", ["parameter `wide`", "almanac", "So it is", "It says here: surface", "large"]),
        ("surface > wide", ["code of measures `surface`", "m2"]),
        ("count([surface", ["function `count`", "Example:"]),
        ("rule: small", []), ("large, degree", ["code of marks `large`", "Used"]),
        ("almanac, finding: A-1 } }", ["source `almanac`"]),
    ])
    func `hovering tells meaning, source, words and use`(part: String, wanted: [String]) throws {
        let text = try ask("hover", part)["contents"]["value"].string ?? ""
        for piece in wanted { #expect(text.contains(piece), "\(text)") }
    }

    @Test func `hovering over a rule tells it in words`() throws {
        let text = try ask("hover", "rule: small", plus: 8)["contents"]["value"].string ?? ""
        #expect(text.contains("there is no mark ‘large’"))
        #expect(text.contains("mark ‘small’"))
    }

    @Test func `P6: a name leads to its declaration and to all its uses`() throws {
        let definition = try ask("definition", "wide\n    then").array
        #expect(definition.map { $0["uri"].string } == [Editor.uri(Self.name)])
        #expect(definition.first?["range"]["start"]["line"].integer == 3)
        #expect(try ask("references", "wide\n    then").array.count == 2)
        #expect(try ask("definition", "surface > wide").array.first?["uri"].string == Editor.uri("rules/measures.yaml"))
        #expect(try ask("definition", "title:").array.isEmpty)
    }

    // MARK: Another name

    private func rename(_ part: String, to name: String, plus count: Int = 1) throws -> JSONValue {
        var editor = try editor()
        return editor.ask(
            "textDocument/rename",
            .object([
                "textDocument": Editor.document(Self.name),
                "position": Editor.place(of: part, in: Editor.gardens, plus: count), "newName": .string(name),
            ]))
    }

    @Test func `a rule gets another name in rules and in cases`() throws {
        let changes = try rename("rule: large", to: "huge", plus: 8)["result"]["changes"]
        #expect(changes[Editor.uri(Self.name)].array.count == 1)
        #expect(changes[Editor.uri("rules/gardens.cases.yaml")].array.count == 1)
    }

    @Test func `a code gets another name in its vocabulary, in rules and in findings of cases`() throws {
        let changes = try rename("large, degree", to: "huge")["result"]["changes"]
        #expect(changes[Editor.uri("rules/marks.yaml")].array.count == 1)
        #expect(changes[Editor.uri(Self.name)].array.count == 2)
        let inCases = changes[Editor.uri("rules/gardens.cases.yaml")].array
        #expect(inCases.count == 1)
        let lines = DocumentLines(Editor.cases)
        let start = TextPlace(inCases.first?["range"]["start"] ?? .null).map(lines.offset) ?? 0
        #expect(lines.text[lines.index(start)...].hasPrefix("large: found"))
    }

    @Test(arguments: [
        ("surface > wide", "area", "fact sheets"), ("wide\n    then", "surface", "already"),
        ("wide\n    then", "not a name", "cannot be a name"), ("rule: large", "small", "already"),
        ("title", "x", "nothing"),
    ])
    func `a name that cannot change or that is taken is refused with the reason`(
        part: String, name: String, reason: String
    ) throws {
        let answer = try rename(part, to: name, plus: part.hasPrefix("rule") ? 8 : 1)
        #expect(answer["error"]["message"].string?.contains(reason) == true, "\(answer)")
    }

    // MARK: Outline, fixes, lenses

    @Test func `the outline holds parameters and rules within their set`() throws {
        var editor = try editor()
        let symbols = editor.ask(
            "textDocument/documentSymbol", .object(["textDocument": Editor.document(Self.name)]))["result"].array
        #expect(symbols.compactMap { $0["name"].string } == ["gardens"])
        #expect(symbols.first?["children"].array.compactMap { $0["name"].string } == ["wide", "large", "small"])
    }

    @Test func `blocks can be folded`() throws {
        var editor = try editor()
        let folds = editor.ask(
            "textDocument/foldingRange", .object(["textDocument": Editor.document(Self.name)]))["result"].array
        #expect(folds.contains { $0["startLine"].integer == 5 && $0["endLine"].integer == 13 })
    }

    @Test func `P1: the name that was meant is one action away`() throws {
        var editor = try editor()
        editor.send(editor.change(Self.name, (10, 8, 10, 15), "surfase"))
        let actions = editor.ask(
            "textDocument/codeAction",
            .object([
                "textDocument": Editor.document(Self.name),
                "range": .object(["start": Editor.position(10, 9), "end": Editor.position(10, 9)]),
            ]))["result"].array
        let edit = actions.first?["edit"]["changes"][Editor.uri(Self.name)].array.first
        #expect(edit?["newText"].string == "surface")
        let elsewhere = editor.ask(
            "textDocument/codeAction",
            .object([
                "textDocument": Editor.document(Self.name),
                "range": .object(["start": Editor.position(0, 0), "end": Editor.position(1, 0)]),
            ]))["result"].array
        #expect(elsewhere.isEmpty)
    }

    @Test func `P3: lines above a rule tell its cases, when the background has looked`() throws {
        var editor = try editor()
        func titles(_ editor: inout Editor) -> [String] {
            editor.ask("textDocument/codeLens", .object(["textDocument": Editor.document(Self.name)]))["result"].array
                .compactMap { $0["command"]["title"].string }
        }
        #expect(titles(&editor).allSatisfy { $0.contains("being looked into") })
        editor.doWork()
        #expect(titles(&editor).contains("1 case passes"))
        editor.send(editor.change(Self.name, nil, Editor.gardens.replacing("100 }", with: "900 }")))
        #expect(titles(&editor).contains("1 case passes …"), "an older answer says that it is one")
        editor.doWork()
        #expect(titles(&editor).contains("1 of 1 cases fail"))
    }

    @Test func `work that is stopped gives nothing`() throws {
        let editor = try editor()
        #expect(editor.work?.run(isStopped: { true }) == nil)
    }

    @Test func `tokens follow each other and stay on their lines`() throws {
        var editor = try editor()
        let data = editor.ask(
            "textDocument/semanticTokens/full", .object(["textDocument": Editor.document(Self.name)]))["result"]["data"]
            .array.compactMap(\.integer)
        #expect(data.count % 5 == 0 && data.count > 50)
        #expect(data.allSatisfy { $0 >= 0 })
    }

    @Test func `words come in the language of the editor`() throws {
        var editor = try Editor(isReady: false)
        _ = editor.ask("initialize", .object(["initializationOptions": .object(["language": .string("nl")])]))
        editor.open(Self.name, typed("surfase > 1"))
        #expect(editor.messages(Self.name).contains { $0.contains("bedoelde u ‘surface’?") })
    }
}
