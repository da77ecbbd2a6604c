/// What is expected at a place in a YAML document, and how to read it.
///
///     let names = reader.required("names", as: .list(of: .text))
///
/// A shape that does not find what it expects says so in the diagnostics and gives `nil`. Shapes for types of
/// one's own are made with a closure, in an extension of `YAMLShape`.
package struct YAMLShape<Value>: Sendable {
    private let reading: @Sendable (YAMLNode, inout [Diagnostic]) -> Value?

    package init(_ reading: @escaping @Sendable (YAMLNode, inout [Diagnostic]) -> Value?) {
        self.reading = reading
    }

    /// The value of the node, or `nil` with at least one diagnostic that says why.
    package func read(_ node: YAMLNode, into diagnostics: inout [Diagnostic]) -> Value? {
        reading(node, &diagnostics)
    }
}

extension YAMLShape<YAMLNode> {
    /// Whatever is written, nothing included.
    package static var node: Self { Self { node, _ in node } }
}

extension YAMLShape<YAMLScalar> {
    /// A text with the way it is written, for an expression or template whose mistakes are shown in the file.
    package static var scalar: Self {
        Self { node, diagnostics in
            guard let scalar = node.scalar, !node.isEmpty else {
                diagnostics.append(.wrongKind(expected: .text, found: node))
                return nil
            }
            return scalar
        }
    }
}

extension YAMLShape<Located<String>> {
    /// A text. Digits and words such as `no` are text too; nothing at all is not.
    package static var text: Self {
        YAMLShape<YAMLScalar>.scalar.map { Located($0.text, at: $1) }
    }
}

extension YAMLShape<Located<Int>> {
    /// A whole number in digits, with a minus sign where needed; no leading zeros, no separators.
    package static var integer: Self {
        Self { node, diagnostics in
            guard let scalar = node.scalar, !node.isEmpty else {
                diagnostics.append(.wrongKind(expected: .integer, found: node))
                return nil
            }
            guard let value = Int(scalar.text), String(value) == scalar.text else {
                diagnostics.append(.notAnInteger(scalar.text, at: node.span))
                return nil
            }
            return Located(value, at: node.span)
        }
    }
}

extension YAMLShape<Located<Bool>> {
    /// `true` or `false`, and no other word.
    package static var boolean: Self {
        Self { node, diagnostics in
            guard let scalar = node.scalar, !node.isEmpty else {
                diagnostics.append(.wrongKind(expected: .boolean, found: node))
                return nil
            }
            switch scalar.text {
            case "true": return Located(true, at: node.span)
            case "false": return Located(false, at: node.span)
            default:
                diagnostics.append(.notABoolean(scalar.text, at: node.span))
                return nil
            }
        }
    }
}

extension YAMLShape {
    /// One of the raw values of an enumeration, such as the hit policy of a table.
    package static func choice<Choice>(of type: Choice.Type) -> Self
    where
        Choice: RawRepresentable<String> & CaseIterable & Sendable, Choice.AllCases: Sendable,
        Value == Located<Choice>
    {
        Self { node, diagnostics in
            guard let text = YAMLShape<Located<String>>.text.read(node, into: &diagnostics) else { return nil }
            guard let choice = Choice(rawValue: text.value) else {
                diagnostics.append(.unknownValue(text, allowed: Choice.allCases.map(\.rawValue)))
                return nil
            }
            return Located(choice, at: node.span)
        }
    }

    /// A list. Elements that cannot be read are reported and left out.
    package static func list<Element>(of element: YAMLShape<Element>) -> Self where Value == [Element] {
        Self { node, diagnostics in
            guard let nodes = node.sequence else {
                diagnostics.append(.wrongKind(expected: .list, found: node))
                return nil
            }
            return nodes.compactMap { element.read($0, into: &diagnostics) }
        }
    }

    /// A list, or a single element without the dashes.
    package static func oneOrMore<Element>(of element: YAMLShape<Element>) -> Self where Value == [Element] {
        Self { node, diagnostics in
            if node.sequence != nil { return list(of: element).read(node, into: &diagnostics) }
            return element.read(node, into: &diagnostics).map { [$0] }
        }
    }

    /// A mapping with free keys, in the order of the text. Values that cannot be read are reported and left out.
    package static func mapping<Element>(of element: YAMLShape<Element>) -> Self
    where Value == [YAMLField<Element>] {
        Self { node, diagnostics in
            guard let entries = node.mapping else {
                diagnostics.append(.wrongKind(expected: .mapping, found: node))
                return nil
            }
            return entries.compactMap { entry in
                guard !entry.isCutByComma else {
                    diagnostics.append(.commaInText(entry.name))
                    return nil
                }
                return element.read(entry.value, into: &diagnostics).map { YAMLField(name: entry.name, value: $0) }
            }
        }
    }

    /// The same place read as another type; `transform` also gets the place.
    package func map<Other>(_ transform: @escaping @Sendable (Value, SourceSpan) -> Other) -> YAMLShape<Other> {
        YAMLShape<Other> { node, diagnostics in
            read(node, into: &diagnostics).map { transform($0, node.span) }
        }
    }
}

/// An entry of a mapping with free keys.
package struct YAMLField<Value> {
    package let name: Located<String>
    package let value: Value

    package init(name: Located<String>, value: Value) {
        self.name = name
        self.value = value
    }
}

extension YAMLField: Sendable where Value: Sendable {}
