extension RuleBaseReader {
    /// What a file of a vocabulary says before its codes are checked against each other.
    private struct Draft {
        var title: LocalizedText
        var attributes: [Vocabulary.Attribute]
        var codes: [YAMLNode]
    }

    /// Reads vocabularies; one may be spread over several files, of which the first gives title and attributes.
    mutating func readVocabularies(_ roots: [YAMLNode]) {
        var drafts: [String: Draft] = [:]
        for root in roots {
            var reader = MappingReader(root, of: .vocabulary)
            let name = reader.required("vocabulary", as: .text)
            let title = reader.optional("title", as: .localizedText)
            let attributes = reader.optional("attributes", as: .mapping(of: .node)) ?? []
            let codes = reader.required("codes", as: .list(of: .node)) ?? []
            diagnostics += reader.finish()
            guard let name else { continue }
            declare(.vocabulary(name.value), at: name.span, extent: root.span)
            for attribute in attributes {
                declare(
                    .attribute(vocabulary: name.value, name: attribute.name.value), at: attribute.name.span,
                    extent: attribute.value.span, owner: .vocabulary(name.value))
            }
            let declared = attributes.compactMap { attribute($0) }
            if drafts[name.value] == nil {
                vocabularyOrder.append(name.value)
                drafts[name.value] = Draft(
                    title: title?.value ?? LocalizedText(verbatim: name.value), attributes: declared, codes: codes)
            } else {
                if drafts[name.value]?.attributes.isEmpty == true { drafts[name.value]?.attributes = declared }
                drafts[name.value]?.codes += codes
            }
        }
        // Codes first, so that attributes can refer to any vocabulary.
        for name in vocabularyOrder {
            guard let draft = drafts[name] else { continue }
            let codes = readCodes(draft.codes, of: name, attributes: draft.attributes)
            vocabularies[name] = Vocabulary(
                name: name, title: draft.title, attributes: draft.attributes, codes: codes)
        }
        for root in roots { checkAttributeVocabularies(root) }
        for name in vocabularyOrder {
            guard let draft = drafts[name] else { continue }
            checkReferences(draft.codes, of: name, attributes: draft.attributes)
        }
    }

    private mutating func attribute(_ field: YAMLField<YAMLNode>) -> Vocabulary.Attribute? {
        var reader = MappingReader(field.value, of: .attribute)
        let code = reader.optional("vocabulary", as: .text)
        let list = reader.optional("list", as: .text)
        let optional = reader.optional("optional", as: .boolean)
        var kinds: [Vocabulary.Attribute.Kind] = []
        if let code { kinds.append(.code(code.value)) }
        if let list { kinds.append(.codes(list.value)) }
        let simple: [(String, Vocabulary.Attribute.Kind)] = [
            ("text", .text), ("string", .string), ("number", .number), ("boolean", .boolean),
        ]
        for (key, kind) in simple where reader.optional(key, as: .boolean)?.value == true { kinds.append(kind) }
        let values = reader.optional("values", as: .list(of: .text))
        diagnostics += reader.finish()
        guard let kind = kinds.first, kinds.count == 1 else {
            diagnostics.append(.attributeNeedsOneKind(field.name))
            return nil
        }
        if values != nil, kind != .string, let key = field.value.mapping?.first(where: { $0.name.value == "values" }) {
            diagnostics.append(.valuesOfNoText(key.name))
        }
        return Vocabulary.Attribute(
            name: field.name.value, kind: kind, isOptional: optional?.value ?? false,
            values: kind == .string ? values?.map(\.value) : nil)
    }

    private mutating func readCodes(
        _ nodes: [YAMLNode], of vocabulary: String, attributes: [Vocabulary.Attribute]
    ) -> [Vocabulary.Term] {
        var codes: [Vocabulary.Term] = []
        var seen: [String: SourceSpan] = [:]
        for node in nodes {
            var reader = MappingReader(node, of: .code, and: attributes.map(\.name))
            reader.ownerName = vocabulary
            let code = reader.required("code", as: .text)
            let title = reader.required("title", as: .localizedText)
            let valid = reader.optional("valid")
            var values: [String: Vocabulary.AttributeValue] = [:]
            var places: [String: SourceSpan] = [:]
            for attribute in attributes {
                let value = attribute.isOptional ? reader.optional(attribute.name) : reader.required(attribute.name)
                guard let value, let read = attributeValue(value, attribute, &reader) else { continue }
                values[attribute.name] = read
                places[attribute.name] = value.span
            }
            diagnostics += reader.finish()
            if let code {
                declare(
                    .code(vocabulary: vocabulary, code: code.value), at: code.span, extent: node.span,
                    owner: .vocabulary(vocabulary))
            }
            let validity = validity(valid)
            guard let code else { continue }
            guard Self.isCode(code.value) else {
                diagnostics.append(.badCode(code))
                continue
            }
            if let first = seen[code.value] {
                diagnostics.append(.duplicate("rule/duplicate-code", code, first: first))
                continue
            }
            seen[code.value] = code.span
            codes.append(
                Vocabulary.Term(
                    code: code.value, title: title?.value ?? LocalizedText(verbatim: code.value), attributes: values,
                    validity: validity, span: code.span,
                    places: places))
        }
        return codes
    }

    private func attributeValue(
        _ node: YAMLNode, _ attribute: Vocabulary.Attribute, _ reader: inout MappingReader
    ) -> Vocabulary.AttributeValue? {
        switch attribute.kind {
        case .text: return reader.read(node, as: .localizedText).map { .text($0.value) }
        case .string, .code:
            guard let text = reader.read(node, as: .text) else { return nil }
            if let allowed = attribute.values, !allowed.contains(text.value) {
                reader.report(.unknownValue(text, allowed: allowed))
            }
            return .value(.string(text.value))
        case .boolean: return reader.read(node, as: .boolean).map { .value(.boolean($0.value)) }
        case .number:
            guard let text = reader.read(node, as: .text) else { return nil }
            guard let number = FEELNumber(text.value) else {
                reader.report(.notANumber(text))
                return nil
            }
            if text.isAmbiguousNumber { reader.report(.thousands(text)) }
            return .value(.number(number))
        case .codes:
            let codes = reader.read(node, as: .list(of: .text)) ?? []
            return .value(.list(codes.map { .string($0.value) }))
        }
    }

    /// Attributes must name existing vocabularies.
    private mutating func checkAttributeVocabularies(_ root: YAMLNode) {
        for attribute in root["attributes"]?.mapping ?? [] {
            for key in ["vocabulary", "list"] {
                guard let node = attribute.value[key], let scalar = node.scalar else { continue }
                _ = knowsVocabulary(Located(scalar.text, at: node.span))
            }
        }
    }

    /// Attributes that name codes must name existing ones.
    private mutating func checkReferences(
        _ nodes: [YAMLNode], of vocabulary: String, attributes: [Vocabulary.Attribute]
    ) {
        for node in nodes {
            for attribute in attributes {
                guard let value = node[attribute.name] else { continue }
                let owner = node["code"]?.scalar.map { RuleSymbol.code(vocabulary: vocabulary, code: $0.text) }
                switch attribute.kind {
                case .code(let name): checkReference(value, in: name, of: owner)
                case .codes(let name):
                    for element in value.sequence ?? [] { checkReference(element, in: name, of: owner) }
                case .text, .string, .number, .boolean: continue
                }
            }
        }
    }

    private mutating func checkReference(_ node: YAMLNode, in name: String, of owner: RuleSymbol?) {
        guard let scalar = node.scalar else { return }
        let text = Located(scalar.text, at: node.span)
        mentions.append(
            RuleMention(.code(vocabulary: name, code: text.value), .names, at: text.span, owner: owner))
        guard let vocabulary = vocabularies[name] else { return }
        guard vocabulary[text.value] == nil else { return }
        unknown("rule/unknown-code", .code(of: vocabulary), text, of: name, among: vocabulary.codes.map(\.code))
    }
}

extension Located<String> {
    /// One to three digits, a point, three digits: a thousand to some readers, one with three decimals to others. `0.125` can
    /// be no thousands, and whoever means 1.250 for one and a quarter writes 1.25.
    var isAmbiguousNumber: Bool {
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 3, (1...3).contains(parts[0].count), parts[0].first != "0" else {
            return false
        }
        return parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}

// MARK: - Wordings

extension LocalizedText {
    /// "code van Problemen", "code of Problems"
    static func code(of vocabulary: Vocabulary) -> LocalizedText {
        LocalizedText(nl: "in ‘\(vocabulary.title.nl)’: code", en: "in ‘\(vocabulary.title.en)’: code")
    }
}

extension Diagnostic {
    fileprivate static func attributeNeedsOneKind(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/attribute-kind",
            message: LocalizedText(
                nl: "kenmerk ‘\(name.value)’ heeft precies één soort nodig",
                en: "attribute ‘\(name.value)’ needs exactly one kind"),
            at: name.span,
            hint: LocalizedText(
                nl: "kies uit { text: true }, { string: true }, { number: true }, { boolean: true }, "
                    + "{ vocabulary: … } of { list: … }",
                en: "choose one of { text: true }, { string: true }, { number: true }, { boolean: true }, "
                    + "{ vocabulary: … } or { list: … }"))
    }

    fileprivate static func valuesOfNoText(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/needless-key",
            message: LocalizedText(
                nl: "‘values’ zegt alleen iets bij { string: true }",
                en: "‘values’ says something with { string: true } only"),
            at: name.span,
            hint: LocalizedText(nl: "laat ‘values’ weg", en: "leave ‘values’ out"))
    }

    fileprivate static func badCode(_ code: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/bad-code",
            message: LocalizedText(
                nl: "‘\(code.value)’ kan geen code zijn", en: "‘\(code.value)’ cannot be a code"),
            at: code.span,
            hint: LocalizedText(
                nl: "gebruik letters zonder accent, cijfers en streepjes",
                en: "use letters without accents, digits and hyphens"))
    }

    static func thousands(_ text: Located<String>) -> Diagnostic {
        let whole = text.value.filter { $0 != "." }
        let fraction = FEELNumber(text.value)?.normalizedDescription ?? text.value
        return Diagnostic(
            code: "rule/thousands",
            message: LocalizedText(
                nl: "‘\(text.value)’ is op twee manieren te lezen: \(whole) of \(fraction)",
                en: "‘\(text.value)’ can be read in two ways: \(whole) or \(fraction)"),
            at: text.span,
            hint: LocalizedText(
                nl: "schrijf \(whole) of \(fraction), zonder drie cijfers achter de punt",
                en: "write \(whole) or \(fraction), without three digits behind the point"),
            fixes: [.replacing(text.span, with: whole), .replacing(text.span, with: fraction)])
    }

    static func notANumber(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/not-a-number",
            message: LocalizedText(
                nl: "‘\(text.value)’ is geen getal", en: "‘\(text.value)’ is no number"),
            at: text.span,
            hint: text.value.contains(",")
                ? LocalizedText(nl: "schrijf een punt in plaats van de komma", en: "write a point instead of the comma")
                : LocalizedText(nl: "schrijf een getal zoals 12.5", en: "write a number such as 12.5"))
    }

    static func duplicate(_ code: String, _ name: Located<String>, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: code,
            message: LocalizedText(
                nl: "‘\(name.value)’ bestaat al", en: "‘\(name.value)’ exists already"),
            at: name.span,
            related: [
                .init(LocalizedText(nl: "de eerste staat hier", en: "the first is here"), at: first)
            ],
            hint: LocalizedText(nl: "geef een van beide een andere naam", en: "give one of them another name"))
    }
}
