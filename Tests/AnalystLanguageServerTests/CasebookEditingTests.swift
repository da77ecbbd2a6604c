import Analyst
import RuleEngine
import TestSupport
import Testing

@testable import AnalystLanguageServer

/// What an editor gets while somebody writes a casebook.
@Suite struct CasebookEditingTests {
    private static let book = "casebooks/first/casebook.yaml"
    private static let entry = "casebooks/first/cases/plot.yaml"

    private static let bookText = """
        casebook: first
        title: { nl: Eerst, en: First }
        introduction: { nl: Oefen., en: Practise. }
        pass_mark: 60
        synonyms: { large: { nl: groot, en: big } }
        cases: [plot]

        """

    private static let entryText = """
        case: plot
        title: { nl: Perceel, en: Plot }
        level: 1
        sheet: sheets/plot.yaml
        date: 2026-11-01
        stages:
          - stage: one
            title: { nl: Een, en: One }
            passages:
              - passage: ground
                text: { nl: Grond., en: Ground. }
                figures: [surface]
        exercises:
          - exercise: marks
            kind: problems
            points: 100
            departures:
              - { line: large, verdict: wrong, reason: { nl: x, en: x }, passages: [ground] }

        """

    private func editor() throws -> Editor {
        try Editor(Editor.files, casebooks: [Self.book: Self.bookText, Self.entry: Self.entryText])
    }

    private func messages(_ name: String, _ from: String, _ to: String) throws -> [String] {
        var editor = try editor()
        let text = name == Self.book ? Self.bookText : Self.entryText
        editor.open(name, text)
        #expect(text.contains(from))
        editor.send(editor.change(name, nil, text.replacing(from, with: to, maxReplacements: 1)))
        return editor.messages(name)
    }

    // MARK: Mistakes while typing

    @Test func `L12: a casebook without a fault says nothing, and a slip is told at once and gone when it is mended`()
        throws
    {
        var editor = try editor()
        editor.open(Self.book, Self.bookText)
        #expect(editor.messages(Self.book).isEmpty)
        editor.send(editor.change(Self.book, (3, 0, 3, 9), "pas_mark"))
        #expect(editor.messages(Self.book).contains { $0.contains("did you mean ‘pass_mark’?") })
        #expect(editor.diagnosticRanges(Self.book) == ["3:0:3:8"])
        editor.send(editor.change(Self.book, (3, 0, 3, 8), "pass_mark"))
        #expect(editor.messages(Self.book).isEmpty)
    }

    @Test(arguments: [
        ("cases: [plot]", "cases: [plot, field]", "there is no file cases/field.yaml"),
        ("pass_mark: 60", "pass_mark: 600", "write a number from 1 to 100"),
    ])
    func `a casebook is checked`(from: String, to: String, message: String) throws {
        #expect(try messages(Self.book, from, to).contains { $0.contains(message) })
    }

    @Test(arguments: [
        ("points: 100", "points: 90", "give out another 10 points"),
        ("kind: problems", "kind: problem", "problems"),
        ("case: plot", "case: plots", "write case: plot"),
        ("level: 1", "budget: 3", "a case has no ‘budget’"),
        ("kind: problems", "kind: signs", "lacks ‘of’"),
        ("sheets/plot.yaml", "sheets/field.yaml", "‘sheets/field.yaml’ cannot be read"),
    ])
    func `a case is checked, as the command checks it`(from: String, to: String, message: String) throws {
        let found = try messages(Self.entry, from, to)
        #expect(found.contains { $0.contains(message) }, "\(found)")
    }

    @Test func `what a casebook says counts in the cases that are open, and rules are not disturbed by it`() throws {
        var editor = try editor()
        editor.open(Self.entry, Self.entryText)
        let before = editor.received.count
        editor.open(Self.book, Self.bookText)
        editor.send(editor.change(Self.book, nil, Self.bookText.replacing("pass_mark: 60", with: "pass_mark: 1")))
        let told = editor.received[before...].filter { $0["method"].string == "textDocument/publishDiagnostics" }
            .compactMap { $0["params"]["uri"].string }
        #expect(!told.contains { $0.contains("/rules/") })
        editor.tell("textDocument/didClose", .object(["textDocument": Editor.document(Self.book)]))
        #expect(editor.messages(Self.book).isEmpty)
    }

    // MARK: Names to choose from

    private func labels(_ name: String, _ from: String, _ to: String) throws -> Set<String> {
        var editor = try editor()
        let whole = (name == Self.book ? Self.bookText : Self.entryText).replacing(from, with: to, maxReplacements: 1)
        let bare = whole.replacing("|", with: "", maxReplacements: 1)
        editor.open(name, bare)
        let result = editor.ask(
            "textDocument/completion",
            .object(["textDocument": Editor.document(name), "position": Editor.place(of: "|", in: whole)]))["result"]
        return Set(result["items"].array.compactMap { $0["label"].string })
    }

    @Test(arguments: [
        ("level: 1", "|", ["level", "model", "shows", "information", "roles", "panel"], ["case", "stage", "rule"]),
        ("points: 100", "po|", ["points"], ["level"]),
        ("points: 100", "points: 100\n    |", ["hints", "think", "among", "against"], ["rubric", "if", "kind"]),
        (
            "        figures: [surface]", "        |", ["figures", "answers", "invented", "source"],
            ["passage", "text"]
        ),
        ("kind: problems", "kind: |", ["problems", "signs", "argument"], ["surface", "large"]),
        ("figures: [surface]", "figures: [sur|]", ["surface"], ["large"]),
        ("figures: [surface]", "figures: [surface, |]", ["surface", "fenced"], ["large"]),
        ("line: large", "line: |", ["large", "small"], ["surface"]),
        ("verdict: wrong", "verdict: |", ["expected", "defensible", "wrong"], ["large"]),
        ("passages: [ground]", "passages: [|]", ["ground"], ["surface"]),
        ("points: 100", "points: 100\n    among: [la|]", ["large"], ["surface"]),
        ("points: 100", "points: 100\n    among:\n      - sm|", ["small"], ["surface"]),
        ("points: 100", "points: 100\n    think: { |", ["large", "small"], ["surface"]),
        ("kind: problems", "kind: signs\n    of: |", ["mark:large", "mark:small"], ["large"]),
        ("kind: problems", "kind: signs\n    of: mark:la|", ["mark:large"], ["mark:small"]),
        (
            "exercises:", "panel: [{ member: a, answers: { | } }]\nexercises:", ["marks"], ["large"]
        ),
        (
            "exercises:", "panel: [{ member: a, answers: { marks: [|] } }]\nexercises:", ["large", "small"], ["marks"]
        ),
        (
            "figures: [surface]", "invented: true\n        answers: [{ question: |", ["surface", "fenced"], ["large"]
        ),
    ])
    func `keys, words and codes are offered where they belong in a case`(
        from: String, to: String, wanted: [String], unwanted: [String]
    ) throws {
        let labels = try labels(Self.entry, from, to)
        #expect(Set(wanted).subtracting(labels).isEmpty, "\(labels.sorted())")
        #expect(labels.isDisjoint(with: unwanted), "\(labels.sorted())")
    }

    @Test(arguments: [
        ("pass_mark: 60", "|", ["pass_mark", "attempts", "hint_cost"], ["title", "case"]),
        ("cases: [plot]", "cases: [|]", ["plot"], ["large"]),
        ("synonyms: { large", "synonyms: { |", ["small"], ["plot"]),
    ])
    func `keys and names are offered where they belong in a casebook`(
        from: String, to: String, wanted: [String], unwanted: [String]
    ) throws {
        let labels = try labels(Self.book, from, to)
        #expect(Set(wanted).subtracting(labels).isEmpty, "\(labels.sorted())")
        #expect(labels.isDisjoint(with: unwanted), "\(labels.sorted())")
    }

    // MARK: What things mean

    private func ask(_ method: String, _ part: String, plus count: Int = 1) throws -> JSONValue {
        var editor = try editor()
        editor.open(Self.entry, Self.entryText)
        return editor.ask(
            "textDocument/\(method)",
            .object([
                "textDocument": Editor.document(Self.entry),
                "position": Editor.place(of: part, in: Self.entryText, plus: count),
            ]))["result"]
    }

    @Test(arguments: [
        ("surface]", ["surface", "m2"]), ("level: 1", ["how hard it is", "level: 1"]),
        ("verdict:", ["what the trainer says of it"]), ("problems\n", ["Which problems do these data make certain?"]),
        ("large,", ["large"]), ("nl: Grond", ["the Dutch text"]),
    ])
    func `a key, a word and a code are explained`(part: String, words: [String]) throws {
        let text = try ask("hover", part)["contents"]["value"].string ?? ""
        for word in words { #expect(text.contains(word), "\(word) in \(text)") }
    }

    @Test func `what is a name of the author alone is not explained`() throws {
        #expect(try ask("hover", "ground\n") == .null)
        #expect(try ask("hover", "Plot }") == .null)
    }

    @Test func `a code leads to where it is declared`() throws {
        let places = try ask("definition", "surface]").array
        #expect(places.compactMap { $0["uri"].string } == [Editor.uri("rules/measures.yaml")])
        #expect(
            try ask("definition", "large,").array.compactMap { $0["uri"].string } == [Editor.uri("rules/marks.yaml")])
    }

    @Test func `a casebook is not renamed in, and a file beside it is none of ours`() throws {
        var editor = try editor()
        editor.open(Self.entry, Self.entryText)
        let answer = editor.ask(
            "textDocument/prepareRename",
            .object([
                "textDocument": Editor.document(Self.entry),
                "position": Editor.place(of: "large,", in: Self.entryText, plus: 1),
            ]))
        #expect(answer["result"] == .null)
        editor.open("casebooks/first/notes.yaml", "x: [")
        #expect(editor.messages("casebooks/first/notes.yaml").isEmpty)
    }
}
