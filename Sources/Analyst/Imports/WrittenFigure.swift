import RuleEngine

/// A figure as a sheet writes it: the newest year first, each year with its own source and comparisons.
struct WrittenFigure: Equatable {
    /// A field by its key, in the text that a mapping on one line has for it.
    struct Field: Equatable {
        let key: String
        let text: String
        /// What is read, whatever quotes stand around it.
        let meaning: String

        static func == (left: Field, right: Field) -> Bool { (left.key, left.meaning) == (right.key, right.meaning) }
    }

    /// The figure of one year.
    struct Version: Equatable {
        var fields: [Field]

        /// In any order.
        static func == (left: Version, right: Version) -> Bool {
            left.fields.count == right.fields.count && left.fields.allSatisfy { right.fields.contains($0) }
        }

        private func meaning(_ key: String) -> String? { fields.first { $0.key == key }?.meaning }

        /// The number; `nil` where it is not known.
        var value: FEELNumber? { meaning("value").flatMap { FEELNumber($0) } }
        var year: Int? { meaning("year").flatMap { Int($0) } }
        var source: String? { meaning("source") }
        /// Why there is no number.
        var reason: String? { meaning("unknown") }

        /// One table in its years, by the name that a sheet gives to it: `kwb` of `kwb-2020`.
        var series: String? { source.map { FactSheet.Source.series(of: $0) } }
    }

    var versions: [Version]
    var unit: Field?
    /// Values of years that have no more than a value.
    var points: Field?

    var newest: Version { versions[0] }

    /// The whole figure as a mapping on one line.
    var text: String {
        var main = newest.fields
        if let unit { main.insert(unit, at: min(1, main.count)) }
        if let points { main.append(points) }
        var entries = main.map { "\($0.key): \($0.text)" }
        let earlier = versions.dropFirst().map { version in
            "{ \(version.fields.map { "\($0.key): \($0.text)" }.joined(separator: ", ")) }"
        }
        if !earlier.isEmpty { entries.append("earlier: [\(earlier.joined(separator: ", "))]") }
        return "{ \(entries.joined(separator: ", ")) }"
    }
}

extension WrittenFigure {
    /// - Parameter bytes: the text that the node stands in.
    init(_ node: YAMLNode, in bytes: SheetBytes) {
        let entries = node.mapping ?? []
        func fields(_ entries: [YAMLEntry], without left: Set<String>) -> [Field] {
            entries.filter { !left.contains($0.name.value) }.map { Field($0, in: bytes) }
        }
        func field(_ key: String) -> Field? {
            entries.first { $0.name.value == key }.map { Field($0, in: bytes) }
        }
        versions = [Version(fields: fields(entries, without: ["unit", "series", "earlier"]))]
        for earlier in node["earlier"]?.sequence ?? [] {
            versions.append(Version(fields: fields(earlier.mapping ?? [], without: [])))
        }
        unit = field("unit")
        points = field("series")
    }
}

extension WrittenFigure.Field {
    init(_ entry: YAMLEntry, in bytes: SheetBytes) {
        key = entry.name.value
        meaning = entry.value.meaning
        text = Self.text(entry.value, in: bytes)
    }

    private static func text(_ node: YAMLNode, in bytes: SheetBytes) -> String {
        switch node.content {
        case .scalar(let scalar):
            let range = node.span.start.offset..<node.span.end.offset
            return node.isFlow && !bytes.isAlias(node)
                ? bytes.text(in: range) : YAMLWriter.scalar(scalar.text, flow: true)
        case .sequence(let nodes): return "[\(nodes.map { text($0, in: bytes) }.joined(separator: ", "))]"
        case .mapping(let entries):
            let parts = entries.map { "\(YAMLWriter.scalar($0.name.value, flow: true)): \(text($0.value, in: bytes))" }
            return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
        }
    }
}

extension YAMLNode {
    /// What is read here, without layout and comments.
    var meaning: String {
        if let scalar { return scalar.text }
        if let sequence { return "[\(sequence.map(\.quotedMeaning).joined(separator: ","))]" }
        let entries = (mapping ?? []).map { "\($0.name.value.debugDescription):\($0.value.quotedMeaning)" }
        return "{\(entries.joined(separator: ","))}"
    }

    private var quotedMeaning: String { scalar == nil ? meaning : meaning.debugDescription }
}
