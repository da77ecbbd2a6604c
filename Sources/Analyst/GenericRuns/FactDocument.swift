package import RuleEngine

/// Facts in YAML or JSON: kinds of fact, each with a list of mappings.
///
///     tree: [{ kind: oak, height: 12 }, { kind: elm }]
///     garden: [{ id: north, area: 400, street: { area: 900 } }]
///     complete: [tree]
///
/// A mapping inside a record holds the values of one of its contexts. `complete` names the kinds of which all facts are
/// listed. JSON is read as the YAML that it is.
package struct FactDocument: Sendable {
    package private(set) var facts: [GivenFact] = []
    package private(set) var complete: [Located<String>] = []
    package let file: SourceFile

    /// - Parameter flat: a document that names none of these kinds is the record itself: its values by name.
    /// - Throws: `facts/shape`, and what YAML finds wrong with the text.
    package init(_ file: SourceFile, flat: (record: String, kinds: Set<String>)? = nil) throws(BadInput) {
        self.file = file
        let result = YAMLParser.parseSingle(file)
        guard result.diagnostics.isEmpty else { throw BadInput(result.diagnostics, sources: [file]) }
        guard let root = result.root, let entries = root.mapping else {
            let place = FactPlace.node(result.root?.span ?? file.span(0..<0), file)
            throw place.failure("facts/shape", .documentShape, hint: .documentHint)
        }
        if let flat, !entries.contains(where: { flat.kinds.contains($0.name.value) }) {
            facts.append(try fact(flat.record, root))
            return
        }
        for entry in entries {
            if entry.name.value == "complete" {
                complete += try names(entry.value)
            } else {
                for node in entry.value.sequence ?? [entry.value] { facts.append(try fact(entry.name.value, node)) }
            }
        }
    }

    private func names(_ node: YAMLNode) throws(BadInput) -> [Located<String>] {
        let scalars = (node.sequence ?? [node]).map { $0.scalar }
        let names = scalars.compactMap { $0.map { Located($0.text, at: $0.span) } }
        guard names.count == scalars.count else {
            throw FactPlace.node(node.span, file).failure("facts/shape", .namesShape)
        }
        return names
    }

    private func fact(_ kind: String, _ node: YAMLNode) throws(BadInput) -> GivenFact {
        guard let entries = node.mapping else {
            throw FactPlace.node(node.span, file).failure("facts/shape", .factShape(kind), hint: .documentHint)
        }
        var values: [GivenFact.Value] = []
        for entry in entries {
            guard let members = entry.value.mapping else {
                try add(entry.name.value, entry.value, to: &values)
                continue
            }
            for member in members { try add("\(entry.name.value).\(member.name.value)", member.value, to: &values) }
        }
        return GivenFact(kind: kind, values: values, place: .node(node.span, file))
    }

    /// A list is read as its members with blanks between them; nothing, and `null`, say nothing.
    private func add(_ name: String, _ node: YAMLNode, to values: inout [GivenFact.Value]) throws(BadInput) {
        let place = FactPlace.node(node.span, file)
        let parts = node.sequence ?? [node]
        let texts = parts.compactMap { $0.scalar?.text }
        guard texts.count == parts.count else { throw place.failure("facts/shape", .valueShape(name)) }
        if let scalar = node.scalar, scalar.style == .plain, scalar.text.isEmpty || scalar.text == "null" { return }
        values.append(GivenFact.Value(name: name, text: texts.joined(separator: " "), place: place))
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let documentShape = LocalizedText(
        nl: "een bestand met feiten noemt soorten feiten, elk met een lijst",
        en: "a file with facts names kinds of fact, each with a list")

    fileprivate static let documentHint = LocalizedText(
        nl: "schrijf bijvoorbeeld: tree: [{ kind: oak, height: 12 }]",
        en: "write for example: tree: [{ kind: oak, height: 12 }]")

    fileprivate static let namesShape = LocalizedText(
        nl: "hier hoort een lijst met namen van soorten feiten te staan",
        en: "a list of names of kinds of fact should stand here")

    fileprivate static func factShape(_ kind: String) -> LocalizedText {
        LocalizedText(
            nl: "een feit ‘\(kind)’ is een reeks velden met waarden",
            en: "a fact ‘\(kind)’ is a number of fields with values")
    }

    fileprivate static func valueShape(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "‘\(name)’ hoort één waarde te hebben, of een lijst van waarden",
            en: "‘\(name)’ should have one value, or a list of values")
    }
}
