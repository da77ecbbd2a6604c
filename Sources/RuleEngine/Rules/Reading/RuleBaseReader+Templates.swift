extension RuleBaseReader {
    mutating func readRecord(_ root: YAMLNode) {
        var reader = MappingReader(root, of: LocalizedText(nl: "een record", en: "a record"))
        let name = reader.required("record", as: .text)
        let title = reader.required("title", as: .localizedText)
        let names = reader.required("names")
        let contextFields = reader.optional("contexts", as: .mapping(of: .node)) ?? []
        let from = reader.optional("from", as: .text)
        diagnostics += reader.finish()
        guard let name, let title, let names, let own = vocabularyName(names) else { return }
        var contexts: [RecordSchema.Context] = []
        for field in contextFields {
            var reader = MappingReader(field.value, of: LocalizedText(nl: "een context", en: "a context"))
            let title = reader.required("title", as: .localizedText)
            let vocabulary = reader.required("vocabulary", as: .text)
            let type = reader.optional("type", as: .choice(of: SlotType.self))
            let range = reader.optional("range", as: .text)
            diagnostics += reader.finish()
            guard let title, let vocabulary, knowsVocabulary(vocabulary) else { continue }
            guard Self.isName(field.name.value) else {
                diagnostics.append(.badName(field.name))
                continue
            }
            contexts.append(
                RecordSchema.Context(
                    name: field.name.value, title: title.value, vocabulary: vocabulary.value,
                    domain: type.map { slotDomain(type: $0.value.rawValue, range: range, choices: []) }))
        }
        var slots: [RecordSchema.Slot] = []
        var domains: [ValueSet] = []
        func add(_ context: RecordSchema.Context?, _ vocabulary: Vocabulary, _ reader: inout RuleBaseReader) {
            for code in vocabulary.codes {
                slots.append(RecordSchema.Slot(context: context?.name, name: code.code))
                domains.append(context?.domain ?? reader.domain(of: code))
            }
        }
        guard let vocabulary = vocabularies[own] else { return }
        for code in vocabulary.codes where !Self.isName(code.code) {
            diagnostics.append(.badName(Located(code.code, at: code.span)))
        }
        add(nil, vocabulary, &self)
        for context in contexts {
            if let vocabulary = vocabularies[context.vocabulary] { add(context, vocabulary, &self) }
        }
        record = RecordSchema(
            name: name.value, title: title.value, vocabulary: own, contexts: contexts, slots: slots, domains: domains,
            firstDay: from.flatMap { date($0) })
    }

    private mutating func vocabularyName(_ node: YAMLNode) -> String? {
        var reader = MappingReader(node, of: LocalizedText(nl: "de namen", en: "the names"))
        let name = reader.required("vocabulary", as: .text)
        diagnostics += reader.finish()
        guard let name, knowsVocabulary(name) else { return nil }
        return name.value
    }

    mutating func knowsVocabulary(_ name: Located<String>) -> Bool {
        if vocabularies[name.value] != nil { return true }
        unknown(
            "rule/unknown-vocabulary", LocalizedText(nl: "vocabulaire", en: "vocabulary"), name, among: vocabularyOrder)
        return false
    }

    /// What a code with attributes `type`, `range` and `choices` can be when nobody knows it.
    private mutating func domain(of code: Vocabulary.Term) -> ValueSet {
        slotDomain(
            type: code.string("type") ?? "number",
            range: code.string("range").map { Located($0, at: code.span) },
            choices: code.codes("choices"))
    }

    private mutating func slotDomain(type: String, range: Located<String>?, choices: [String]) -> ValueSet {
        switch type {
        case "boolean": return ValueSet(oneOf: [.boolean(false), .boolean(true)])
        case "choice": return choices.isEmpty ? .anything : ValueSet(oneOf: choices.map { .string($0) })
        case "number":
            guard let range else { return .numbers(.all, orNull: false) }
            return interval(range).map { .numbers($0, orNull: false) } ?? .numbers(.all, orNull: false)
        default: return .anything
        }
    }

    /// A range of numbers written in FEEL: `[0..100]`.
    mutating func interval(_ text: Located<String>) -> NumberInterval? {
        let outcome = FEELParser.parse(text.value).expression.map {
            FEELEvaluator().evaluate($0, in: FEELDictionaryScope([:])).result.set
        }
        if case .exactly(.range(let range)) = outcome {
            func bound(_ value: FEELValue?) -> FEELNumber? {
                if case .number(let number) = value { number } else { nil }
            }
            return NumberInterval(
                low: bound(range.low), high: bound(range.high), lowIncluded: range.lowIncluded,
                highIncluded: range.highIncluded)
        }
        diagnostics.append(.badRange(text))
        return nil
    }

    mutating func readTemplates(_ root: YAMLNode) {
        var reader = MappingReader(root, of: LocalizedText(nl: "een bestand met sjablonen", en: "a file of templates"))
        let nodes = reader.required("templates", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        for node in nodes { readTemplate(node) }
    }

    private mutating func readTemplate(_ node: YAMLNode) {
        var reader = MappingReader(node, of: LocalizedText(nl: "een sjabloon", en: "a template"))
        let name = reader.required("template", as: .text)
        let title = reader.required("title", as: .localizedText)
        let input = reader.optional("input", as: .boolean)
        let subject = reader.optional("per", as: .text)
        let relation = reader.optional("relation")
        let key = reader.required("key", as: .mapping(of: .node)) ?? []
        let fields = reader.optional("fields", as: .mapping(of: .node)) ?? []
        diagnostics += reader.finish()
        guard let name, let title else { return }
        guard Self.isName(name.value), !ConditionWord.names.contains(name.value) else {
            diagnostics.append(.badName(name))
            return
        }
        if let index = templateIndices[name.value] {
            diagnostics.append(.duplicate("rule/duplicate-template", name, first: templates[index].span))
            return
        }
        let template = Template(
            name: name.value, title: title.value, isInput: input?.value ?? false, subject: subject?.value,
            relation: relation.flatMap { readRelation($0) }, key: key.compactMap { field($0) },
            fields: fields.compactMap { field($0) }, span: name.span)
        // Of a faulty field the fault is told already.
        if template.relation != nil, template.key.count == key.count, !template.hasShapeOfRelation(fields: fields.count)
        {
            diagnostics.append(template.relation?.attribute == nil ? .codeShape(name) : .relationShape(name))
            return
        }
        templateIndices[name.value] = templates.count
        templates.append(template)
    }

    private mutating func readRelation(_ node: YAMLNode) -> Template.Relation? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een relatie", en: "a relation"))
        let vocabulary = reader.required("vocabulary", as: .text)
        let attribute = reader.optional("attribute", as: .text)
        diagnostics += reader.finish()
        guard let vocabulary, knowsVocabulary(vocabulary) else { return nil }
        guard let attribute else { return Template.Relation(vocabulary: vocabulary.value, attribute: nil) }
        let attributes = vocabularies[vocabulary.value]?.attributes.filter(\.namesCodes) ?? []
        guard attributes.contains(where: { $0.name == attribute.value }) else {
            unknown(
                "rule/unknown-attribute", LocalizedText(nl: "kenmerk", en: "attribute"), attribute,
                among: attributes.map(\.name))
            return nil
        }
        return Template.Relation(vocabulary: vocabulary.value, attribute: attribute.value)
    }

    mutating func field(_ field: YAMLField<YAMLNode>) -> Template.Field? {
        var reader = MappingReader(field.value, of: LocalizedText(nl: "een veld", en: "a field"))
        let code = reader.optional("vocabulary", as: .text)
        let list = reader.optional("list", as: .text)
        let type = reader.optional("type", as: .text)
        let values = reader.optional("values", as: .list(of: .text))
        let range = reader.optional("range", as: .text)
        let combination = reader.optional("combine", as: .choice(of: Template.Combination.self))
        diagnostics += reader.finish()
        guard Self.isName(field.name.value) else {
            diagnostics.append(.badName(field.name))
            return nil
        }
        let kind: Template.FieldType
        if let code {
            guard knowsVocabulary(code) else { return nil }
            kind = .code(code.value)
        } else if let list {
            guard knowsVocabulary(list) else { return nil }
            kind = .codes(list.value)
        } else {
            switch type?.value {
            case "string": kind = values.map { .values($0.map { .string($0.value) }) } ?? .string
            case "boolean": kind = .boolean
            case "number":
                if let values {
                    kind = .values(values.compactMap { FEELNumber($0.value).map { .number($0) } })
                } else if let range, let interval = interval(range) {
                    kind = .numbers(interval)
                } else {
                    kind = .number
                }
            default:
                diagnostics.append(.fieldNeedsType(field.name))
                return nil
            }
        }
        if let combination, !kind.allows(combination.value) {
            diagnostics.append(.combinationMisfit(combination))
            return nil
        }
        return Template.Field(name: field.name.value, type: kind, combination: combination?.value ?? .same)
    }
}

extension Template {
    /// Two codes and nothing else: all that an attribute of a vocabulary can give. Without an attribute: one code of the
    /// vocabulary itself.
    fileprivate func hasShapeOfRelation(fields: Int) -> Bool {
        if let relation, relation.attribute == nil {
            return key.count == 1 && key[0].type == .code(relation.vocabulary) && fields == 0
        }
        let codes = key.filter { if case .code = $0.type { true } else { false } }
        return key.count == 2 && codes.count == 2 && fields == 0
    }
}

extension Template.FieldType {
    /// Lists are joined and numbers have a largest and a smallest; that values are the same can be asked of all.
    fileprivate func allows(_ combination: Template.Combination) -> Bool {
        switch (combination, self) {
        case (.same, _), (.union, .codes), (.max, .number), (.min, .number), (.max, .numbers), (.min, .numbers): true
        case (.max, .values(let values)), (.min, .values(let values)): values.allSatisfy { $0.kind == .number }
        case (.union, _), (.max, _), (.min, _): false
        }
    }
}

/// What the values of a context can be.
enum SlotType: String, CaseIterable, Sendable {
    case number, boolean, string
}

/// Words that begin a condition and so cannot name a template.
enum ConditionWord {
    static let names =
        ["absent", "exists", "every", "where", "satisfies", "distinct", "of", "as", "table"]
        + Rule.Aggregate.Function.allCases.map(\.rawValue)
}

// MARK: - Wordings

extension Diagnostic {
    static func badName(_ name: Located<String>) -> Diagnostic {
        let underscored = String(name.value.map { $0 == "-" || $0 == " " ? "_" : $0 })
        let near = underscored != name.value && RuleBaseReader.isName(underscored) ? underscored : nil
        return Diagnostic(
            code: "rule/bad-name",
            message: LocalizedText(
                nl: "‘\(name.value)’ kan hier geen naam zijn", en: "‘\(name.value)’ cannot be a name here"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "schrijf ‘\($0)’", en: "write ‘\($0)’") }
                ?? LocalizedText(
                    nl: "gebruik kleine letters, cijfers en liggende streepjes, en geen woord dat FEEL of een regel "
                        + "zelf gebruikt",
                    en: "use small letters, digits and underscores, and no word that FEEL or a rule itself uses"))
    }

    fileprivate static func relationShape(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/relation-shape",
            message: LocalizedText(
                nl:
                    "‘\(name.value)’ volgt uit een kenmerk van een vocabulaire en heeft dan precies twee codes als sleutel "
                    + "en geen andere velden",
                en: "‘\(name.value)’ follows from an attribute of a vocabulary and so has exactly two codes as its key "
                    + "and no other fields"),
            at: name.span,
            hint: LocalizedText(
                nl: "schrijf key: { van: { vocabulary: … }, naar: { vocabulary: … } } en laat fields weg",
                en: "write key: { from: { vocabulary: … }, to: { vocabulary: … } } and leave fields out"))
    }

    fileprivate static func codeShape(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/relation-shape",
            message: LocalizedText(
                nl:
                    "‘\(name.value)’ is er voor elke code van een vocabulaire en heeft dan precies één code daarvan als "
                    + "sleutel en geen andere velden",
                en:
                    "‘\(name.value)’ is there for each code of a vocabulary and so has exactly one code of it as its key "
                    + "and no other fields"),
            at: name.span,
            hint: LocalizedText(
                nl: "schrijf key: { code: { vocabulary: … } } met hetzelfde vocabulaire, of noem bij relation een "
                    + "kenmerk dat codes geeft: attribute: …",
                en: "write key: { code: { vocabulary: … } } with the same vocabulary, or name at relation an attribute "
                    + "that gives codes: attribute: …"))
    }

    fileprivate static func combinationMisfit(_ combination: Located<Template.Combination>) -> Diagnostic {
        let isUnion = combination.value == .union
        return Diagnostic(
            code: "rule/combination-misfit",
            message: isUnion
                ? LocalizedText(
                    nl: "‘union’ voegt lijsten samen; dit veld is geen lijst",
                    en: "‘union’ joins lists; this field is no list")
                : LocalizedText(
                    nl: "‘\(combination.value.rawValue)’ kiest uit getallen; dit veld is geen getal",
                    en: "‘\(combination.value.rawValue)’ chooses among numbers; this field is no number"),
            at: combination.span,
            hint: isUnion
                ? LocalizedText(
                    nl: "kies same, max of min, of maak van het veld een lijst met list: …",
                    en: "choose same, max or min, or make the field a list by list: …")
                : LocalizedText(
                    nl: "laat combine weg, of kies type: number", en: "leave combine out, or choose type: number"))
    }

    fileprivate static func badRange(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/bad-range",
            message: LocalizedText(
                nl: "‘\(text.value)’ is geen bereik van getallen", en: "‘\(text.value)’ is no range of numbers"),
            at: text.span,
            hint: LocalizedText(nl: "schrijf bijvoorbeeld '[0..100]'", en: "write for example '[0..100]'"))
    }

    fileprivate static func fieldNeedsType(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/field-type",
            message: LocalizedText(
                nl: "veld ‘\(name.value)’ heeft geen bekend type", en: "field ‘\(name.value)’ has no known type"),
            at: name.span,
            hint: LocalizedText(
                nl: "kies type: number, string of boolean, of vocabulary: … of list: …",
                en: "choose type: number, string or boolean, or vocabulary: … or list: …"))
    }
}
