import Analyst
import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import AnalystLanguageServer

/// The protocol itself: frames, order, cancellation, and whatever an editor may send.
@Suite struct ProtocolTests {
    private static let name = "rules/gardens.yaml"

    // MARK: Frames

    @Test func `a message is understood in whatever pieces it comes`() throws {
        var editor = try Editor(isReady: false)
        let bytes = Editor.message("initialize", .object([:]), id: .integer(7))
        var answers: [JSONValue] = []
        for byte in bytes { answers += editor.send([byte]) }
        #expect(answers.count == 1)
        #expect(answers.first?["id"] == .integer(7))
        #expect(answers.first?["result"]["capabilities"]["positionEncoding"].string == "utf-16")
    }

    @Test(arguments: [
        "Content-Length: 3\r\n\r\n{]}", "Content-Length: x\r\n\r\n", "Nonsense: 1\r\n\r\n",
        "Content-Length: -5\r\n\r\n",
        "Content-Length: 2\r\n\r\n[]", "Content-Length: 4\r\n\r\nnull", "Content-Length: 0\r\n\r\n",
        "Content-Length: 24\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1}",
    ])
    func `a broken message costs no more than itself`(broken: String) throws {
        var editor = try Editor()
        editor.send(Array(broken.utf8))
        #expect(
            editor.ask("textDocument/foldingRange", .object(["textDocument": Editor.document(Self.name)]))["result"]
                != .null)
    }

    @Test func `a message that is too long, or nested too deep, is passed over`() throws {
        var editor = try Editor()
        editor.send(Array("Content-Length: \(MessageFrames.limit + 10)\r\n\r\n".utf8))
        for _ in 0..<64 { editor.send([UInt8](repeating: 0x20, count: 1 << 20)) }
        editor.send([UInt8](repeating: 0x20, count: 10))
        #expect(editor.ask("textDocument/foldingRange", .object([:]))["id"] != .null)
        let deep = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
        var other = try Editor()
        other.send(Array("Content-Length: \(deep.utf8.count)\r\n\r\n\(deep)".utf8))
        #expect(other.ask("shutdown", .null)["result"] == .null)
        #expect(
            other.ask("textDocument/hover", .null)["error"]["code"].integer
                == ProtocolMessage.Failure.noMessage.rawValue)
    }

    // MARK: Order

    @Test func `nothing is answered before the beginning and after the end`() throws {
        var editor = try Editor(isReady: false)
        #expect(editor.ask("textDocument/hover", .object([:]))["error"]["code"].integer == -32002)
        _ = editor.ask("initialize", .object([:]))
        #expect(editor.ask("no/such/method", .object([:]))["error"]["code"].integer == -32601)
        #expect(editor.ask("shutdown", .null)["error"] == .null)
        editor.tell("exit", .null)
        #expect(editor.end == true)
        var other = try Editor()
        other.tell("exit", .null)
        #expect(other.end == false)
    }

    @Test func `a question that is taken back is not answered`() throws {
        var editor = try Editor()
        let question = Editor.message(
            "textDocument/foldingRange", .object(["textDocument": Editor.document(Self.name)]), id: .integer(900))
        let back = Editor.message("$/cancelRequest", .object(["id": .integer(900)]))
        let answers = editor.send(question + back)
        #expect(answers.map { $0["error"]["code"].integer } == [-32800])
    }

    @Test func `of many changes in a row the last is told, once`() throws {
        var editor = try Editor()
        editor.open(Self.name, Editor.gardens)
        var bytes: [UInt8] = []
        for character in "surfase" { bytes += editor.change(Self.name, (10, 8, 10, 8), String(character)) }
        let before = editor.received.count
        editor.send(bytes)
        let published = editor.received[before...].filter { $0["method"].string == "textDocument/publishDiagnostics" }
        #expect(published.count == 1)
        #expect(published.first?["params"]["version"].integer == 8)
    }

    // MARK: Places

    @Test(arguments: [
        ("a😀b", 1, 3, "X", "aXb"), ("a😀b", 2, 2, "X", "aX😀b"), ("e\u{301}x", 1, 2, "", "ex"),
        ("👨‍👩‍👧z", 8, 9, "y", "👨‍👩‍👧y"), ("ab", 5, 9, "c", "abc"), ("é😀", 1, 3, "", "é"),
    ])
    func `places are counted in UTF-16, also within emoji and combining characters`(
        text: String, start: Int, end: Int, new: String, expected: String
    ) throws {
        var editor = try Editor()
        editor.open(Self.name, "# first\n\(text)\n")
        editor.send(editor.change(Self.name, (1, start, 1, end), new))
        #expect(
            editor.text(Self.name).map { Array($0.unicodeScalars) } == Array("# first\n\(expected)\n".unicodeScalars))
    }

    @Test func `a mistake behind an emoji is underlined where it stands`() throws {
        var editor = try Editor()
        editor.open(
            Self.name, Editor.gardens.replacing("- surface > wide", with: "- fenced or \"👍\" = \"é\" or surfase > 1"))
        #expect(editor.diagnosticRanges(Self.name).contains("10:32:10:39"), "\(editor.diagnosticRanges(Self.name))")
    }

    @Test(arguments: ["a\nb", "a\r\nb", "a\rb", "", "\n", "é\r\n😀\n"])
    func `each offset is a place and each place an offset`(text: String) {
        let lines = DocumentLines(text)
        var index = text.startIndex
        while true {
            let offset = text.utf8.distance(from: text.startIndex, to: index)
            let place = lines.place(of: offset)
            if text[..<index].utf8.last != 0x0D || place.character == 0 || index == text.endIndex {
                #expect(lines.offset(of: place) <= offset)
            }
            guard index < text.endIndex else { break }
            index = text.unicodeScalars.index(after: index)
        }
    }

    // MARK: Whatever comes

    /// What editors send, one message of each kind.
    private static let messages: [String] = {
        let document = #""textDocument":{"uri":"\#(Editor.uri(name))"}"#
        let place = document + #","position":{"line":10,"character":9}"#
        let span = #""range":{"start":{"line":2,"character":0},"end":{"line":9,"character":3}}"#
        let requests: [(method: String, parameters: String)] = [
            ("hover", place), ("completion", place), ("definition", place), ("prepareRename", place),
            ("references", place + #","context":{"includeDeclaration":true}"#),
            ("rename", place + #","newName":"big""#),
            ("documentSymbol", document), ("codeLens", document), ("formatting", document),
            ("codeAction", "\(document),\(span)" + #","context":{"diagnostics":[]}"#),
        ]
        let text = JSONText.string(Editor.gardens).text
        let opened = #""textDocument":{"uri":"\#(Editor.uri(name))","languageId":"yaml","version":1,"text":\#(text)}"#
        let changed = #"\#(document),"contentChanges":[{\#(span),"text":"x: 😀"}]"#
        var messages = requests.map { request in
            #"{"jsonrpc":"2.0","id":1,"method":"textDocument/\#(request.method)","params":{\#(request.parameters)}}"#
        }
        messages.append(#"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{\#(opened)}}"#)
        messages.append(#"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{\#(changed)}}"#)
        messages.append(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"#)
        return messages
    }()

    private static func frame(_ body: [UInt8], length: Int? = nil) -> [UInt8] {
        Array("Content-Length: \(length ?? body.count)\r\n\r\n".utf8) + body
    }

    @Test(arguments: 1...4)
    func `broken messages are answered or passed over, and the server goes on`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var server = try Editor().server
        var lost = try Editor().server
        let signs = Array("{}[]\":,0-9e.\\u\0 a".utf8) + [0xFF, 0xC3]
        for _ in 0..<(FullRuns.isAsked ? 3_000 : 80) {
            var body = Array(Self.messages[Int.random(in: Self.messages.indices, using: &generator)].utf8)
            for _ in 0..<Int.random(in: 0...3, using: &generator) where !body.isEmpty {
                let place = Int.random(in: body.indices, using: &generator)
                switch Int.random(in: 0...3, using: &generator) {
                case 0: body[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: body.insert(signs[Int.random(in: signs.indices, using: &generator)], at: place)
                case 2: body.remove(at: place)
                default: body.insert(contentsOf: body[place...].prefix(30), at: place)
                }
            }
            _ = server.receive(Self.frame(body))
            // With a wrong length the stream is out of step; that may lose messages, and no more.
            _ = lost.receive(Self.frame(body, length: body.count + Int.random(in: -9...9, using: &generator)))
        }
        let question = #"{"jsonrpc":"2.0","id":4711,"method":"textDocument/documentSymbol","params":{}}"#
        let answer = String(decoding: server.receive(Self.frame(Array(question.utf8))).bytes, as: UTF8.self)
        #expect(answer.contains("4711"))
    }

    @Test(arguments: 1...8)
    func `random edits leave the text that the editor has, and never stop the server`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var editor = try Editor()
        editor.open(Self.name, Editor.gardens)
        var text = Array(Editor.gardens.utf16)
        let pieces = [
            "{", "}", "\"", "'", ": ", "- ", "\n", "  ", "😀", "e\u{301}", "surface", "#", "|", "&a", "*a", "\t",
            "\u{202E}", "1",
        ]
        for step in 0..<120 {
            let whole = String(decoding: text, as: UTF16.self)
            let lines = DocumentLines(whole)
            let bytes = whole.utf8.count
            let start = Int(generator.next() % UInt64(bytes + 1))
            let end = min(bytes, start + Int(generator.next() % 5))
            let (from, to) = (lines.place(of: start), lines.place(of: end))
            let piece = pieces[Int(generator.next() % UInt64(pieces.count))]
            editor.send(editor.change(Self.name, (from.line, from.character, to.line, to.character), piece))
            guard
                let edited = lines.replacing(
                    .object([
                        "start": Editor.position(from.line, from.character),
                        "end": Editor.position(to.line, to.character),
                    ]),
                    with: piece)
            else { continue }
            text = Array(edited.utf16)
            #expect(editor.text(Self.name) == edited)
            let position = Editor.position(from.line, from.character)
            let parameters = JSONValue.object(["textDocument": Editor.document(Self.name), "position": position])
            let methods = [
                "hover", "completion", "definition", "documentSymbol", "semanticTokens/full", "codeLens",
                "foldingRange",
            ]
            _ = editor.ask("textDocument/\(methods[step % methods.count])", parameters)
        }
    }

    @Test func `each prefix of a file can be typed, with a question at its end`() throws {
        var editor = try Editor()
        editor.open(Self.name, "")
        let text = Editor.gardens
        for count in stride(from: 0, through: text.count, by: 7) {
            let prefix = String(text.prefix(count))
            editor.send(editor.change(Self.name, nil, prefix))
            let place = DocumentLines(prefix).place(of: prefix.utf8.count)
            let answer = editor.ask(
                "textDocument/completion",
                .object([
                    "textDocument": Editor.document(Self.name),
                    "position": Editor.position(place.line, place.character),
                ]))
            #expect(answer["error"] == .null)
        }
    }

    @Test(arguments: [
        JSONValue.null, .object([:]), .object(["textDocument": .null]),
        .object(["textDocument": .object(["uri": .string("x")])]),
        .object([
            "textDocument": .object(["uri": .string("file:///gardens/rules/gardens.yaml")]),
            "position": .string("here"),
        ]),
        .object([
            "textDocument": .object(["uri": .string("file:///gardens/rules/gardens.yaml")]),
            "position": .object(["line": .integer(-1), "character": .integer(99_999)]),
        ]),
    ])
    func `strange questions are answered, or refused in words`(parameters: JSONValue) throws {
        var editor = try Editor()
        for method in ["hover", "completion", "definition", "references", "rename", "codeAction", "codeLens"] {
            let answer = editor.ask("textDocument/\(method)", parameters)
            #expect(answer["id"] != .null)
        }
        editor.tell("textDocument/didChange", parameters)
        editor.tell("textDocument/didOpen", parameters)
        editor.tell("workspace/didChangeWatchedFiles", parameters)
        #expect(editor.ask("shutdown", .null)["error"] == .null)
    }

    @Test func `a huge file and a file with a thousand mistakes are told within limits`() throws {
        var editor = try Editor()
        let rule = Editor.gardens.components(separatedBy: "rules:\n")[1]
        var text = Editor.gardens
        for number in 0..<1_000 {
            text += rule.replacing("rule: large", with: "rule: l\(number)").replacing(
                "rule: small", with: "rule: s\(number)"
            )
            .replacing("surface > wide", with: "surfase > \(number)")
        }
        editor.open(Self.name, text)
        #expect(editor.messages(Self.name).count == 200)
        editor.send(editor.change(Self.name, (10, 8, 10, 15), "surface"))
        #expect(editor.text(Self.name)?.utf8.count == text.utf8.count)
    }
}
