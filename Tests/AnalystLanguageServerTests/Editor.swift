import Analyst
import Foundation
import RuleEngine
import Testing

@testable import AnalystLanguageServer

/// The editor's side: it writes messages, and reads what comes back.
struct Editor {
    private(set) var server: LanguageServer
    private(set) var work: LensWork?
    private(set) var end: Bool?
    /// All that came back, in order.
    private(set) var received: [JSONValue] = []
    private var frames = MessageFrames()
    private var number = 0
    private var versions: [String: Int] = [:]

    /// The rules on gardens, on disk as the server sees it.
    static let files = [
        "rules/measures.yaml": """
        vocabulary: measures
        title: { nl: Maten, en: Measures }
        attributes:
          type: { string: true }
          unit: { string: true, optional: true }
        codes:
          - { code: surface, title: { nl: oppervlakte, en: surface }, type: number, unit: m2 }
          - { code: fenced, title: { nl: omheind, en: fenced }, type: boolean }
        """,
        "rules/marks.yaml": """
        vocabulary: marks
        title: { nl: Merken, en: Marks }
        codes:
          - { code: large, title: { nl: groot, en: large } }
          - { code: small, title: { nl: klein, en: small } }
        """,
        "rules/record.yaml": """
        record: garden
        title: { nl: tuin, en: garden }
        names: { vocabulary: measures }
        contexts:
          street: { title: { nl: de straat, en: the street }, vocabulary: measures }
        """,
        "rules/templates.yaml": """
        templates:
          - template: mark
            title: { nl: merk, en: mark }
            per: garden
            key: { code: { vocabulary: marks } }
            fields: { degree: { type: number, combine: max } }
        """,
        "rules/almanac.yaml": """
        source: almanac
        title: Almanac
        read: { nl: niets, en: nothing }
        findings:
          - { id: A-1, statement: { nl: Zo is het., en: So it is. }, certainty: read }
        """,
        "rules/gardens.yaml": gardens,
    ]

    static let gardens = """
        ruleset: gardens
        title: { nl: Tuinen, en: Gardens }
        parameters:
          wide: { title: { nl: breed, en: wide }, values: { 2020-01-01: 100 }, source: { ref: almanac, finding: A-1 } }
        rules:
          - rule: large
            title: { nl: Groot, en: Large }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when:
              - surface > wide
            then:
              - mark: { code: large, degree: 2 }
                because: { nl: '{surface} m2', en: '{surface} m2' }
          - rule: small
            title: { nl: Klein, en: Small }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when:
              - { absent: { mark: k, code: large } }
              - count([surface]) > 0 or fenced
            then:
              - mark: { code: small }

        """

    static let cases =
        "cases: [{ case: one, given: { figures: { surface: 400 } }, expect: [{ mark:large: found }], fires: large }]\n"

    /// - Parameter casebooks: files of casebooks beside the rules.
    init(
        _ texts: [String: String] = files, casebooks: [String: String] = [:], language: Language = .en,
        isReady: Bool = true
    ) throws {
        let rules = texts.merging(["rules/gardens.cases.yaml": Self.cases]) { own, _ in own }
        let disk = rules.merging(casebooks) { own, _ in own }
        let sources = rules.map { SourceFile(name: $0.key, text: $0.value) }.sorted { $0.name < $1.name }
        let workspace = RuleWorkspace(
            folder: "/gardens/rules", files: sources.filter { !$0.name.hasSuffix(".cases.yaml") },
            caseFiles: sources.filter { $0.name.hasSuffix(".cases.yaml") },
            casebooks: CasebookFiles(
                folder: "/gardens/casebooks", files: casebooks.map { SourceFile(name: $0.key, text: $0.value) })
        ) { path in disk[String(path.dropFirst("/gardens/".count))] }
        let date = try #require(FEELDate("2026-11-01"))
        server = LanguageServer(
            workspace, language: language, setting: LensSetting(sheet: nil, areas: [], tables: nil, date: date))
        if isReady {
            _ = ask("initialize", .object([:]))
            tell("initialized", .object([:]))
        }
    }

    static func uri(_ name: String) -> String { "file:///gardens/\(name)" }

    static func document(_ name: String) -> JSONValue { .object(["uri": .string(uri(name))]) }

    static func position(_ line: Int, _ character: Int) -> JSONValue {
        .object(["line": .integer(line), "character": .integer(character)])
    }

    // MARK: Speaking

    /// Hands in bytes and takes in what comes back.
    @discardableResult
    mutating func send(_ bytes: [UInt8]) -> [JSONValue] {
        take(server.receive(bytes))
    }

    @discardableResult
    private mutating func take(_ output: LanguageServer.Output) -> [JSONValue] {
        if let new = output.work { work = new }
        if let end = output.end { self.end = end }
        frames.append(output.bytes)
        var new: [JSONValue] = []
        while case .body(let body)? = frames.next() {
            if let value = JSONValue(bytes: body) { new.append(value) }
        }
        received += new
        return new
    }

    static func message(_ method: String, _ parameters: JSONValue, id: JSONValue? = nil) -> [UInt8] {
        var members: [String: JSONValue] = ["jsonrpc": .string("2.0"), "method": .string(method), "params": parameters]
        if let id { members["id"] = id }
        return MessageFrames.frame(JSONValue.object(members).text)
    }

    mutating func tell(_ method: String, _ parameters: JSONValue) { send(Self.message(method, parameters)) }

    /// Asks, and gives the whole answer.
    mutating func ask(_ method: String, _ parameters: JSONValue) -> JSONValue {
        number += 1
        let id = JSONValue.integer(number)
        return send(Self.message(method, parameters, id: id)).first { $0["id"] == id } ?? .null
    }

    // MARK: Editing

    mutating func open(_ name: String, _ text: String) {
        versions[name] = 1
        tell(
            "textDocument/didOpen",
            .object([
                "textDocument": .object([
                    "uri": .string(Self.uri(name)), "version": .integer(1), "text": .string(text),
                    "languageId": .string("yaml"),
                ])
            ]))
    }

    /// The message of a change: a stretch replaced, or the whole text where none is named.
    mutating func change(_ name: String, _ range: (Int, Int, Int, Int)?, _ text: String) -> [UInt8] {
        versions[name, default: 1] += 1
        var change: [String: JSONValue] = ["text": .string(text)]
        if let range {
            change["range"] = .object([
                "start": Self.position(range.0, range.1), "end": Self.position(range.2, range.3),
            ])
        }
        return Self.message(
            "textDocument/didChange",
            .object([
                "textDocument": .object([
                    "uri": .string(Self.uri(name)), "version": .integer(versions[name] ?? 1),
                ]),
                "contentChanges": .array([.object(change)]),
            ]))
    }

    /// The text of a file as the server has it.
    func text(_ name: String) -> String? { server.workspace.open[name]?.lines.text }

    /// The last messages about a file.
    func messages(_ name: String) -> [String] {
        let last = received.last {
            $0["method"].string == "textDocument/publishDiagnostics" && $0["params"]["uri"].string == Self.uri(name)
        }
        return last?["params"]["diagnostics"].array.compactMap { $0["message"].string } ?? []
    }

    func diagnosticRanges(_ name: String) -> [String] {
        let last = received.last {
            $0["method"].string == "textDocument/publishDiagnostics" && $0["params"]["uri"].string == Self.uri(name)
        }
        return last?["params"]["diagnostics"].array.map { value in
            let range = value["range"]
            return [
                range["start"]["line"], range["start"]["character"], range["end"]["line"], range["end"]["character"],
            ]
            .compactMap { $0.integer.map(String.init) }.joined(separator: ":")
        } ?? []
    }

    /// Where a text stands for the first time in a file, moved on by some characters.
    static func place(of part: String, in text: String, plus count: Int = 0) -> JSONValue {
        guard let range = text.range(of: part) else { return .null }
        let lines = DocumentLines(text)
        let place = lines.place(of: text.utf8.distance(from: text.startIndex, to: range.lowerBound))
        return position(place.line, place.character + count)
    }

    /// Does the work of the background at once.
    mutating func doWork() {
        guard let lenses = work?.run(isStopped: { false }) else { return }
        take(server.finish(lenses))
    }
}
