/// A piece of a YAML document: a scalar, a sequence or a mapping, with its place.
///
/// Nothing is interpreted: `no`, `010` and `~` are texts. An alias is replaced by what it stands for, with the
/// place of the alias; the parts below keep the place where they were written.
package struct YAMLNode: Sendable {
    package let span: SourceSpan
    package let content: Content
    /// Whether the node is written with `[ ]` or `{ }`, or stands inside a node that is.
    package let isFlow: Bool

    /// What stands at the node.
    package indirect enum Content: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        /// The entries in the order of the text. Keys are scalars.
        case mapping([YAMLEntry])
    }

    init(span: SourceSpan, content: Content, isFlow: Bool) {
        self.span = span
        self.content = content
        self.isFlow = isFlow
    }

    package var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    package var sequence: [YAMLNode]? {
        if case .sequence(let nodes) = content { nodes } else { nil }
    }

    package var mapping: [YAMLEntry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// Whether nothing is written here, as after `key:` at the end of a line.
    package var isEmpty: Bool {
        scalar.map { $0.style == .plain && $0.text.isEmpty } ?? false
    }

    /// The value of the first entry with this key; `nil` when there is none, or when this is no mapping.
    package subscript(key: String) -> YAMLNode? {
        mapping?.first { $0.name.value == key }?.value
    }
}

/// A key with its value.
package struct YAMLEntry: Sendable {
    package let key: YAMLNode
    package let value: YAMLNode

    init(key: YAMLNode, value: YAMLNode) {
        self.key = key
        self.value = value
    }

    /// The text of the key with its place.
    package var name: Located<String> {
        Located(key.scalar?.text ?? "", at: key.span)
    }

    /// Whether the key has no value in a mapping with `{ }`: mostly the end of a text that has a comma in it.
    var isCutByComma: Bool { key.isFlow && value.isEmpty }
}
