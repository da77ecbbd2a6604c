import Analyst
import Foundation
import RuleEngine
import TestSupport
import Testing

/// The JSON Schemas of rule files: committed, and true of all files that are shipped.
@Suite struct RuleSchemaTests {
    private static func place(_ kind: String) -> URL {
        Project.root.appending(path: "docs/schema/rules-v\(RuleSchema.version)/\(kind).schema.json")
    }

    @Test(arguments: RuleSchema.kinds)
    func `the committed schema is the one that the reader's forms give`(kind: String) throws {
        let schema = try #require(RuleSchema(kind: kind))
        #expect(try Golden.difference(schema.text, from: Self.place(kind)) == nil)
    }

    @Test func `no schema is there of a kind that does not exist`() throws {
        #expect(RuleSchema(kind: "letter") == nil)
        let folder = Self.place("x").deletingLastPathComponent()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == RuleSchema.kinds.map { "\($0).schema.json" }.sorted())
    }

    @Test func `all shipped files keep to their schema`() throws {
        var schemas: [String: JSONSchema] = [:]
        for kind in RuleSchema.kinds {
            schemas[kind] = try JSONSchema(Data(try #require(RuleSchema(kind: kind)).text.utf8))
        }
        let root = Project.root.appending(path: "rules")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted().filter {
            $0.hasSuffix(".yaml") && !$0.hasPrefix("imports/")
        }
        var count = 0
        for path in paths {
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            let node = try #require(YAMLParser.parseSingle(SourceFile(name: path, text: text)).root, "\(path)")
            let first = node.mapping?.first?.name.value ?? ""
            let kind = path.hasSuffix(".cases.yaml") ? "cases" : node["mode"] == nil ? first : "production"
            let data = try JSONSerialization.data(withJSONObject: node.plain)
            let errors = try #require(schemas[kind], "\(path): \(kind)").errors(in: data)
            #expect(errors.isEmpty, "\(path): \(errors.prefix(3))")
            count += 1
        }
        #expect(count > 200)
    }

    @Test func `all files of casebooks keep to their schema`() throws {
        let root = Project.root.appending(path: "casebooks")
        var counts: [String: Int] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        where path.hasSuffix(".yaml") {
            let kind = path.hasSuffix("casebook.yaml") ? "casebook" : "casebook-case"
            let schema = try JSONSchema(Data(try #require(RuleSchema(kind: kind)).text.utf8))
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            let node = try #require(YAMLParser.parseSingle(SourceFile(name: path, text: text)).root, "\(path)")
            let errors = try schema.errors(in: JSONSerialization.data(withJSONObject: node.plain))
            #expect(errors.isEmpty, "\(path): \(errors.prefix(3))")
            counts[kind, default: 0] += 1
        }
        #expect(counts == ["casebook": 2, "casebook-case": 28])
    }

    @Test(arguments: [
        ("vocabulary", "vocabulary: trees\ncodes: []", true), ("vocabulary", "vocabulary: trees\ncods: []", false),
        ("vocabulary", "vocabulary: trees\ncodes: [{ code: oak }]", false),
        ("vocabulary", "vocabulary: trees\ncodes: [{ code: oak, title: { nl: a, en: b }, height: 3 }]", true),
        ("vocabulary", "vocabulary: trees\ncodes: [{ code: oak, title: { nl: a } }]", false),
        ("templates", "templates: [{ template: a, title: { nl: a, en: b }, key: { id: { type: string } } }]", true),
        ("templates", "templates: [{ template: a, title: { nl: a, en: b }, key: { id: { type: text } } }]", false),
        (
            "ruleset",
            "ruleset: a\ntitle: { nl: a, en: b }\nparameters: { p: { title: { nl: a, en: b }, values: { 2020-01-01: 5 } } }",
            true
        ),
        ("ruleset", "ruleset: a\ntitle: { nl: a, en: b }\nparameters: { p: { title: { nl: a, en: b } } }", false),
        (
            "casebook",
            "casebook: a\ntitle: { nl: a, en: b }\nintroduction: { nl: a, en: b }\npass_mark: 60\ncases: [c]",
            true
        ),
        (
            "casebook",
            "casebook: a\ntitle: { nl: a, en: b }\nintroduction: { nl: a, en: b }\npass_mark: high\ncases: [c]",
            false
        ),
        (
            "casebook-case",
            "case: c\ntitle: { nl: a, en: b }\nsheet: s.yaml\ndate: 2026-01-01\nstages: []\n"
                + "exercises: [{ exercise: e, kind: problems, points: 100 }]", true
        ),
        (
            "casebook-case",
            "case: c\ntitle: { nl: a, en: b }\nsheet: s.yaml\ndate: 2026-01-01\nstages: []\n"
                + "exercises: [{ exercise: e, kind: problem, points: 100 }]", false
        ),
        ("source", "source: a\ntitle: b\nread: { nl: a, en: b }\nfindings: []", true),
        ("source", "source: a\nread: { nl: a, en: b }\nfindings: []", false),
    ])
    func `a schema takes what the reader takes, and refuses a wrong key or kind`(kind: String, text: String, fits: Bool)
        throws
    {
        let schema = try JSONSchema(Data(try #require(RuleSchema(kind: kind)).text.utf8))
        let node = try #require(YAMLParser.parseSingle(SourceFile(name: "a.yaml", text: text)).root)
        let errors = try schema.errors(in: JSONSerialization.data(withJSONObject: node.plain))
        #expect(errors.isEmpty == fits, "\(errors)")
    }
}

extension YAMLNode {
    /// The node as an editor reads it: bare numbers and true and false are no texts (YAML 1.2, core schema).
    fileprivate var plain: Any {
        if let sequence { return sequence.map(\.plain) }
        if let mapping { return Dictionary(mapping.map { ($0.name.value, $0.value.plain) }) { first, _ in first } }
        guard let scalar else { return NSNull() }
        guard scalar.style == .plain else { return scalar.text }
        if scalar.text.isEmpty || ["null", "~"].contains(scalar.text) { return NSNull() }
        if ["true", "false"].contains(scalar.text) { return scalar.text == "true" }
        if scalar.text.wholeMatch(of: /[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?/) != nil,
            let number = Double(scalar.text)
        {
            return number
        }
        return scalar.text
    }
}
