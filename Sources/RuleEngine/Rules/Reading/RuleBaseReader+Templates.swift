extension RuleBaseReader {
    mutating func readRecord(_ root: YAMLNode) {
        if let first = recordSpan {
            let name = Located(root["record"]?.scalar?.text ?? "", at: root["record"]?.span ?? root.span)
            diagnostics.append(.duplicateRecord(name, first: first))
            return
        }
        recordSpan = root["record"]?.span ?? root.span
        var reader = MappingReader(root, of: .record)
        let name = reader.required("record", as: .text)
        let title = reader.required("title", as: .localizedText)
        let names = reader.required("names")
        let contextFields = reader.optional("contexts", as: .mapping(of: .node)) ?? []
        let from = reader.optional("from", as: .text)
        diagnostics += reader.finish()
        guard let name, let names, let own = vocabularyName(names) else { return }
        var contexts: [RecordSchema.Context] = []
        for field in contextFields {
            var reader = MappingReader(field.value, of: .context)
            let title = reader.required("title", as: .localizedText)
            let vocabulary = reader.required("vocabulary", as: .text)
            let type = reader.optional("type", as: .choice(of: SlotType.self))
            let range = reader.optional("range", as: .text)
            diagnostics += reader.finish()
            declare(.context(field.name.value), at: field.name.span, extent: field.value.span)
            guard let vocabulary, knowsVocabulary(vocabulary) else { continue }
            guard Self.isName(field.name.value) else {
                diagnostics.append(.badName(field.name))
                continue
            }
            contexts.append(
                RecordSchema.Context(
                    name: field.name.value, title: title?.value ?? LocalizedText(verbatim: field.name.value),
                    vocabulary: vocabulary.value,
                    // With a type that is none, its values may be anything.
                    domain: type.map { slotDomain(type: $0.value.rawValue, range: range, choices: []) }
                        ?? (field.value["type"] == nil ? nil : .anything)))
        }
        var slots: [RecordSchema.Slot] = []
        var domains: [ValueSet] = []
        var textSlots: Set<Int> = []
        let textContexts = Set(
            contextFields.filter { $0.value["type"]?.scalar?.text == SlotType.string.rawValue }.map(\.name.value))
        func add(_ context: RecordSchema.Context?, _ vocabulary: Vocabulary, _ reader: inout RuleBaseReader) {
            for code in vocabulary.codes {
                let isText =
                    context.map { $0.domain == nil ? code.string("type") == "string" : textContexts.contains($0.name) }
                    ?? (code.string("type") == "string")
                if isText { textSlots.insert(slots.count) }
                slots.append(RecordSchema.Slot(context: context?.name, name: code.code))
                domains.append(context?.domain ?? reader.domain(of: code, in: vocabulary))
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
            name: name.value, title: title?.value ?? LocalizedText(verbatim: name.value), vocabulary: own,
            contexts: contexts, slots: slots, domains: domains,
            textSlots: textSlots, firstDay: from.flatMap { date($0) })
    }

    private mutating func vocabularyName(_ node: YAMLNode) -> String? {
        var reader = MappingReader(node, of: .names)
        let name = reader.required("vocabulary", as: .text)
        diagnostics += reader.finish()
        guard let name, knowsVocabulary(name) else { return nil }
        return name.value
    }

    mutating func knowsVocabulary(_ name: Located<String>) -> Bool {
        mentions.append(RuleMention(.vocabulary(name.value), .names, at: name.span))
        if vocabularies[name.value] != nil { return true }
        unknown(
            "rule/unknown-vocabulary", LocalizedText(nl: "vocabulaire", en: "vocabulary"), name, among: vocabularyOrder)
        return false
    }

    /// What a code with attributes `type`, `range` and `choices` can be when nobody knows it.
    private mutating func domain(of code: Vocabulary.Term, in vocabulary: Vocabulary) -> ValueSet {
        let needsType = vocabulary.attributes.contains { $0.name == "type" && !$0.isOptional }
        // That its type is missing is told; what rules make of it does not follow.
        if needsType, code.string("type") == nil { return .anything }
        if let type = code.string("type"), !Self.slotTypes.contains(type) {
            let place = code.places["type"] ?? code.span
            // A vocabulary that lists the types says so by itself.
            if !diagnostics.contains(where: { $0.code == "yaml/unknown-value" && $0.span == place }) {
                diagnostics.append(.unknownSlotType(Located(type, at: place)))
            }
        }
        return slotDomain(
            type: code.string("type") ?? "number",
            range: code.string("range").map { Located($0, at: code.places["range"] ?? code.span) },
            choices: code.codes("choices"))
    }

    /// What a value of the record can be; `choice` takes one of the codes under `choices`.
    private static let slotTypes = SlotType.allCases.map(\.rawValue) + ["choice"]

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
            let (low, high) = (bound(range.low), bound(range.high))
            if let low, let high, low > high || (low == high && !(range.lowIncluded && range.highIncluded)) {
                diagnostics.append(.emptyRange(text))
                return nil
            }
            guard low != nil || high != nil else {
                diagnostics.append(.badRange(text))
                return nil
            }
            return NumberInterval(
                low: low, high: high, lowIncluded: range.lowIncluded, highIncluded: range.highIncluded)
        }
        diagnostics.append(.badRange(text))
        return nil
    }

    mutating func readTemplates(_ root: YAMLNode) {
        var reader = MappingReader(root, of: .templates)
        let nodes = reader.required("templates", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        for node in nodes { readTemplate(node) }
    }

    private mutating func readTemplate(_ node: YAMLNode) {
        var reader = MappingReader(node, of: .template)
        let name = reader.required("template", as: .text)
        let title = reader.required("title", as: .localizedText)
        let input = reader.optional("input", as: .boolean)
        let subject = reader.optional("per", as: .text)
        let relation = reader.optional("relation")
        let key = reader.required("key", as: .mapping(of: .node)) ?? []
        let fields = reader.optional("fields", as: .mapping(of: .node)) ?? []
        diagnostics += reader.finish()
        if let name { declareTemplate(name, node, key + fields) }
        guard let name else { return }
        guard Self.isName(name.value), !ConditionWord.names.contains(name.value) else {
            diagnostics.append(.badName(name))
            return
        }
        if let subject, !record.name.isEmpty, subject.value != record.name {
            diagnostics.append(.unknownSubject(subject, record: record.name))
        }
        if let index = templateIndices[name.value] {
            diagnostics.append(.duplicate("rule/duplicate-template", name, first: templates[index].span))
            return
        }
        let template = Template(
            name: name.value, title: title?.value ?? LocalizedText(verbatim: name.value),
            isInput: input?.value ?? false, subject: subject?.value,
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

    private mutating func declareTemplate(
        _ name: Located<String>, _ node: YAMLNode, _ fields: [YAMLField<YAMLNode>]
    ) {
        declare(.template(name.value), at: name.span, extent: node.span)
        for field in fields {
            declare(
                .field(template: name.value, name: field.name.value), at: field.name.span, extent: field.value.span,
                owner: .template(name.value))
        }
    }

    private mutating func readRelation(_ node: YAMLNode) -> Template.Relation? {
        var reader = MappingReader(node, of: .relation)
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
        var reader = MappingReader(field.value, of: .field)
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
        report(needless: field)
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
                    for value in values where FEELNumber(value.value) == nil {
                        diagnostics.append(.notANumber(value))
                    }
                    kind = .values(values.compactMap { FEELNumber($0.value).map { .number($0) } })
                } else if let range, let interval = interval(range) {
                    kind = .numbers(interval)
                } else {
                    kind = .number
                }
            default:
                diagnostics.append(.fieldNeedsType(field.name, written: type))
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

extension RuleBaseReader {
    /// The type that is meant by a word of Dutch or of another language of data.
    static func type(meantBy word: String) -> String? {
        switch word.lowercased() {
        case "bool", "janee", "waarheid", "logical": "boolean"
        case "nummer", "getal", "int", "integer", "decimal", "float", "numeric", "num": "number"
        case "tekst", "text", "str", "varchar": "string"
        case "keuze", "enum": "choice"
        default: Suggestion.nearest(to: word, among: ["number", "string", "boolean", "choice"])
        }
    }

    /// Tells of keys of a field that say nothing beside the others.
    private mutating func report(needless field: YAMLField<YAMLNode>) {
        let entries = field.value.mapping ?? []
        func name(_ key: String) -> Located<String>? { entries.first { $0.name.value == key }?.name }
        let kinds = ["vocabulary", "list", "type"].compactMap(name)
        for extra in kinds.dropFirst() { diagnostics.append(.needlessKey(extra, beside: kinds[0].value)) }
        let type = kinds.first?.value == "type" ? field.value["type"]?.scalar?.text : kinds.first?.value
        guard let type, ["number", "string", "boolean", "vocabulary", "list"].contains(type) else { return }
        if let values = name("values"), !["number", "string"].contains(type) {
            diagnostics.append(.needlessKey(values, beside: type))
        }
        guard let range = name("range") else { return }
        if type != "number" { return diagnostics.append(.needlessKey(range, beside: type)) }
        if name("values") != nil { diagnostics.append(.needlessKey(range, beside: "values")) }
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
package enum ConditionWord {
    package static let names =
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

    fileprivate static func unknownSlotType(_ type: Located<String>) -> Diagnostic {
        let meant = RuleBaseReader.type(meantBy: type.value)
        return Diagnostic(
            code: "rule/unknown-type",
            message: LocalizedText(
                nl: "een waarde van het record is nooit een ‘\(type.value)’",
                en: "a value of the record is never a ‘\(type.value)’"),
            at: type.span,
            hint: meant.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(
                    nl: "kies uit: number, string, boolean, choice", en: "choose from: number, string, boolean, choice"),
            fixes: meant.map { [.replacing(type.span, with: $0)] } ?? [])
    }

    fileprivate static func duplicateRecord(_ name: Located<String>, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/duplicate-record",
            message: LocalizedText(
                nl: "er is al een record: regels gaan over één onderwerp",
                en: "there is a record already: rules are about one subject"),
            at: name.span,
            related: [.init(LocalizedText(nl: "het eerste staat hier", en: "the first is here"), at: first)],
            hint: LocalizedText(
                nl: "zet alle namen in één record; andere onderwerpen zijn soorten feit, onder templates",
                en: "put all names in one record; other subjects are kinds of fact, under templates"))
    }

    fileprivate static func unknownSubject(_ name: Located<String>, record: String) -> Diagnostic {
        Diagnostic(
            code: "rule/unknown-subject",
            message: LocalizedText(
                nl: "‘per: \(name.value)’ noemt geen record", en: "‘per: \(name.value)’ names no record"),
            at: name.span,
            hint: LocalizedText(
                nl: "schrijf ‘per: \(record)’, of laat per weg als het feit over meer onderwerpen gaat",
                en: "write ‘per: \(record)’, or leave per out when the fact is about several subjects"),
            fixes: [.replacing(name.span, with: record)])
    }

    fileprivate static func emptyRange(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/empty-range",
            message: LocalizedText(
                nl: "in het bereik ‘\(text.value)’ ligt geen enkel getal",
                en: "no number at all lies in the range ‘\(text.value)’"),
            at: text.span,
            hint: LocalizedText(
                nl: "schrijf het kleinste getal eerst: '[0..100]'", en: "write the smallest number first: '[0..100]'"))
    }

    fileprivate static func needlessKey(_ name: Located<String>, beside other: String) -> Diagnostic {
        Diagnostic(
            code: "rule/needless-key",
            message: LocalizedText(
                nl: "‘\(name.value)’ zegt hier niets naast ‘\(other)’",
                en: "‘\(name.value)’ says nothing here beside ‘\(other)’"),
            at: name.span,
            hint: LocalizedText(
                nl:
                    "laat ‘\(name.value)’ weg: range hoort bij type: number, values bij number of string, en een veld heeft "
                    + "één van type, vocabulary en list",
                en:
                    "leave ‘\(name.value)’ out: range goes with type: number, values with number or string, and a field has "
                    + "one of type, vocabulary and list"))
    }

    fileprivate static func fieldNeedsType(_ name: Located<String>, written: Located<String>?) -> Diagnostic {
        let meant = written.flatMap { RuleBaseReader.type(meantBy: $0.value) }
        return Diagnostic(
            code: "rule/field-type",
            message: written.map {
                LocalizedText(
                    nl: "veld ‘\(name.value)’ heeft geen bekend type: ‘\($0.value)’",
                    en: "field ‘\(name.value)’ has no known type: ‘\($0.value)’")
            }
                ?? LocalizedText(
                    nl: "veld ‘\(name.value)’ heeft geen bekend type", en: "field ‘\(name.value)’ has no known type"),
            at: written?.span ?? name.span,
            hint: meant.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(
                    nl: "kies type: number, string of boolean, of vocabulary: … of list: …",
                    en: "choose type: number, string or boolean, or vocabulary: … or list: …"),
            fixes: meant.flatMap { meant in written.map { [.replacing($0.span, with: meant)] } } ?? [])
    }
}
