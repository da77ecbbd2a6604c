import RuleEngine

/// JSON Schemas (draft 2020-12) of the files that people write, made of the forms that the reader itself uses.
///
///     RuleSchema(kind: "vocabulary")?.text
///
/// A schema says which keys there are and what kind of value each has. Names that are declared elsewhere, and FEEL, only
/// `analyst rules check` understands. A version is frozen: what makes a file wrong that was right before gets a new number.
package struct RuleSchema {
    package static let version = 1

    private let form: MappingForm

    /// Files of rules, of their cases, and of casebooks.
    private static let files = MappingForm.ruleFiles + [.cases] + MappingForm.casebookFiles

    /// The kinds of file: the ids of their forms.
    package static var kinds: [String] { files.map(\.id) }

    /// - Parameter kind: one of `kinds`.
    package init?(kind: String) {
        guard let form = Self.files.first(where: { $0.id == kind }) else { return nil }
        self.form = form
    }

    /// The schema as JSON with a line break at the end.
    package var text: String {
        var definitions: [String: JSONText] = [:]
        let root = Self.schema(of: form, &definitions)
        let named = definitions.filter { $0.key != form.id }.sorted { $0.key < $1.key }.map {
            (name: $0.key, value: $0.value)
        }
        let head: [(name: String, value: JSONText)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("$id", .string("analyst-\(form.id)-v\(Self.version).schema.json")),
            ("title", .string("analyst: \(form.what.en), version \(Self.version)")),
        ]
        return JSONText.object(head + root + [("$defs", .object(named))]).text + "\n"
    }

    private static func schema(
        of form: MappingForm, _ definitions: inout [String: JSONText]
    ) -> [(name: String, value: JSONText)] {
        // Marked as known before its keys are looked at, as forms may hold each other.
        definitions[form.id] = .null
        let properties = form.keys.map { key in
            (
                name: key.name,
                value: JSONText.object(
                    [("description", .string(description(of: key)))] + schema(of: key.value, &definitions))
            )
        }
        var members: [(name: String, value: JSONText)] = [
            ("type", .string("object")), ("properties", .object(properties)),
        ]
        let required = form.keys.filter(\.isRequired).map { JSONText.string($0.name) }
        if !required.isEmpty { members.append(("required", .array(required))) }
        if form.others == nil { members.append(("additionalProperties", .bool(false))) }
        definitions[form.id] = .object(members)
        return members
    }

    private static func description(of key: MappingForm.Key) -> String {
        let rest = key.fallback.map { " (\($0.en) when left out)" } ?? ""
        return key.meaning.en + rest + ". " + key.meaning.nl + "."
    }

    private static func schema(
        of value: MappingForm.Value, _ definitions: inout [String: JSONText]
    ) -> [(name: String, value: JSONText)] {
        func types(_ names: String...) -> [(name: String, value: JSONText)] {
            [("type", names.count == 1 ? .string(names[0]) : .array(names.map { .string($0) }))]
        }
        func pattern(_ text: String) -> [(name: String, value: JSONText)] { [("pattern", .string(text))] }
        switch value {
        // What looks like a number to an editor is a text to the reader.
        case .text, .reference: return types("string", "number", "boolean")
        case .name: return types("string") + pattern("^[A-Za-z][A-Za-z0-9_]*$")
        case .code: return types("string", "number") + pattern("^[A-Za-z0-9_-]+$")
        case .number: return types("number", "string") + pattern("^[-+]?([0-9]+|[0-9]*\\.[0-9]+)([eE][-+]?[0-9]+)?$")
        case .boolean: return types("boolean")
        case .day: return types("string") + pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .range: return types("string") + pattern("^\\s*[\\[\\](].*\\.\\..*[\\[\\])]\\s*$")
        case .sentence, .sentenceWithValues: return schema(of: .form(MappingForm.translations.id), &definitions)
        case .expression, .tests: return types("string", "number", "boolean", "null")
        case .choice(let words): return [("enum", .array(words.map { .string($0) }))]
        case .list(let element):
            return types("array") + [("items", .object(schema(of: element, &definitions)))]
        case .oneOrMore(let element):
            let one = schema(of: element, &definitions)
            return [("anyOf", .array([.object(one), .object(types("array") + [("items", .object(one))])]))]
        case .named(let element):
            return types("object") + [("additionalProperties", .object(schema(of: element, &definitions)))]
        case .form(let id):
            let others = MappingForm.ofCases + MappingForm.ofCasebooks
            if definitions[id] == nil, let form = MappingForm.named(id) ?? others.first(where: { $0.id == id }) {
                _ = schema(of: form, &definitions)
            }
            return [("$ref", .string("#/$defs/\(id)"))]
        case .either(let values):
            return [("anyOf", .array(values.map { .object(schema(of: $0, &definitions)) }))]
        case .declared: return []
        }
    }
}
