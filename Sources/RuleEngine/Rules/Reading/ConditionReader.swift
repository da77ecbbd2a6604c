/// Reads conditions and conclusions of one rule, with variables bound from the top down.
struct ConditionReader {
    let templates: [Template]
    let templateIndices: [String: Int]
    let vocabularies: [String: Vocabulary]
    /// In a production system `= expression` may stand in a field of any type.
    var allowsSignEverywhere = false
    var diagnostics: [Diagnostic] = []

    mutating func condition(_ node: YAMLNode, _ expressions: inout ExpressionReader) -> Rule.Condition? {
        guard let entries = node.mapping, let first = entries.first else {
            return expressions.condition(node).map { .test($0) }
        }
        switch first.name.value {
        case "absent":
            guard let pattern = nested(first, node, &expressions) else { return nil }
            return .absent(pattern)
        case "exists":
            guard let pattern = nested(first, node, &expressions) else { return nil }
            return .exists(pattern)
        case "every":
            return every(first, node, &expressions)
        case "table":
            return table(first, node, &expressions)
        default:
            if let function = Rule.Aggregate.Function(rawValue: first.name.value) {
                return aggregate(function, first, node, &expressions)
            }
            var reader = MappingReader(node, of: LocalizedText(nl: "een patroon", en: "a pattern"))
            let pattern = pattern(first, &reader, &expressions)
            diagnostics += reader.finish()
            guard let pattern else { return nil }
            bind(pattern.variable, template: pattern.template, at: first.value.span, &expressions)
            return .pattern(pattern)
        }
    }

    /// `absent: { … }`: a pattern inside; its variable is not seen outside.
    private mutating func nested(
        _ entry: YAMLEntry, _ node: YAMLNode, _ expressions: inout ExpressionReader
    ) -> Rule.Pattern? {
        onlyKey(entry, node)
        guard let first = patternEntry(entry.value) else { return nil }
        var reader = MappingReader(entry.value, of: LocalizedText(nl: "een patroon", en: "a pattern"))
        let saved = expressions.bindings
        let pattern = pattern(first, &reader, &expressions)
        expressions.bindings = saved
        diagnostics += reader.finish()
        return pattern
    }

    private mutating func every(
        _ entry: YAMLEntry, _ node: YAMLNode, _ expressions: inout ExpressionReader
    ) -> Rule.Condition? {
        onlyKey(entry, node)
        guard let first = patternEntry(entry.value) else { return nil }
        var reader = MappingReader(entry.value, of: LocalizedText(nl: "een patroon", en: "a pattern"))
        let satisfies = reader.required("satisfies")
        let saved = expressions.bindings
        let pattern = pattern(first, &reader, &expressions)
        var condition: Rule.Condition?
        if let pattern, let satisfies {
            bind(pattern.variable, template: pattern.template, at: first.value.span, &expressions)
            condition = expressions.condition(satisfies).map { .every(pattern, satisfies: $0) }
        }
        expressions.bindings = saved
        diagnostics += reader.finish()
        return condition
    }

    private mutating func aggregate(
        _ function: Rule.Aggregate.Function, _ entry: YAMLEntry, _ node: YAMLNode,
        _ expressions: inout ExpressionReader
    ) -> Rule.Condition? {
        onlyKey(entry, node)
        guard let first = patternEntry(entry.value) else { return nil }
        var reader = MappingReader(entry.value, of: LocalizedText(nl: "een verzameling", en: "an aggregate"))
        let of = reader.optional("of")
        let distinct = reader.optional("distinct")
        let name = reader.required("as", as: .text)
        let saved = expressions.bindings
        let pattern = pattern(first, &reader, &expressions)
        var value: RuleExpression?
        var type: FEELType?
        if let pattern {
            bind(pattern.variable, template: pattern.template, at: first.value.span, &expressions)
            value = (of ?? distinct).flatMap { expressions.expression($0) }
            let members = (of ?? distinct) == nil ? expressions.type(of: pattern.variable) : value?.type
            type = members.map(function.resultType)
        }
        expressions.bindings = saved
        diagnostics += reader.finish()
        // Also of a faulty aggregate the name is bound, so that the fault is told once.
        if let name { bind(name.value, template: nil, at: name.span, &expressions) }
        if let name, let type { expressions.bindings.computed[name.value] = type }
        guard let pattern, let name else { return nil }
        let needsValue = function != .collect && function != .count
        if needsValue, of == nil, distinct == nil {
            diagnostics.append(.aggregateNeedsValue(function, at: entry.key.span))
            return nil
        }
        if let of, distinct != nil {
            diagnostics.append(.ofAndDistinct(function, at: of.span))
            return nil
        }
        if (of ?? distinct) != nil, value == nil { return nil }
        return .aggregate(
            Rule.Aggregate(
                function: function, pattern: pattern, of: value, distinct: distinct != nil, variable: name.value))
    }

    /// `table: { … }`: the name of its result is seen by what follows.
    private mutating func table(
        _ entry: YAMLEntry, _ node: YAMLNode, _ expressions: inout ExpressionReader
    ) -> Rule.Condition? {
        onlyKey(entry, node)
        var reader = TableReader(vocabularies: vocabularies)
        let (table, name) = reader.table(entry, &expressions)
        diagnostics += reader.diagnostics
        if let name {
            bind(name.value, template: nil, at: name.span, &expressions)
            expressions.tables[name.value] = .some(table)
        }
        return table.map { .table($0) }
    }

    private mutating func patternEntry(_ node: YAMLNode) -> YAMLEntry? {
        guard let first = node.mapping?.first else {
            diagnostics.append(.patternExpected(at: node.span))
            return nil
        }
        return first
    }

    /// A pattern: template and variable first, constraints and `where` behind.
    private mutating func pattern(
        _ first: YAMLEntry, _ reader: inout MappingReader, _ expressions: inout ExpressionReader
    ) -> Rule.Pattern? {
        guard let index = template(first.name) else {
            _ = reader.remaining()
            return nil
        }
        let template = templates[index]
        _ = reader.entry(template.name)
        guard let variable = reader.read(first.value, as: .text) else { return nil }
        guard RuleBaseReader.isName(variable.value) else {
            diagnostics.append(.badName(variable))
            _ = reader.remaining()
            return nil
        }
        var constraints: [Rule.Constraint] = []
        for field in template.key + template.fields {
            guard let node = reader.optional(field.name) else { continue }
            guard let operand = operand(node, field.type, &expressions),
                let reference = FieldResolver(template: template, vocabularies: vocabularies).field(named: field.name)
            else { continue }
            constraints.append(Rule.Constraint(field: reference, value: operand))
        }
        if let name = template.describedBy, let vocabulary = vocabularies[name] {
            for attribute in vocabulary.attributes where attribute.kind != .text {
                guard let node = reader.optional(attribute.name),
                    let type = fieldType(attribute.kind),
                    !constraints.contains(where: { $0.field == .attribute(attribute.name) }),
                    let operand = operand(node, type, &expressions)
                else { continue }
                constraints.append(Rule.Constraint(field: .attribute(attribute.name), value: operand))
            }
        }
        var filter: RuleExpression?
        if let node = reader.optional("where") {
            let saved = expressions.bindings.variables
            expressions.bindings.variables[variable.value] = index
            filter = expressions.condition(node)
            // What the filter says of the fact counts from here on, under the name that is bound to it.
            expressions.bindings.variables = saved
            if filter == nil { return nil }
        }
        return Rule.Pattern(
            template: index, variable: variable.value, constraints: constraints, filter: filter, span: first.key.span)
    }

    private func fieldType(_ kind: Vocabulary.Attribute.Kind) -> Template.FieldType? {
        switch kind {
        case .text, .codes: nil
        case .string: .string
        case .number: .number
        case .boolean: .boolean
        case .code(let name): .code(name)
        }
    }

    mutating func template(_ name: Located<String>) -> Int? {
        if let index = templateIndices[name.value] { return index }
        guard RuleBaseReader.isName(name.value) else {
            diagnostics.append(.colonInFEEL(name))
            return nil
        }
        diagnostics.append(
            .unknownReference(
                "rule/unknown-template", LocalizedText(nl: "soort feit", en: "kind of fact"), name,
                among: templates.map(\.name) + ConditionWord.names))
        return nil
    }

    /// A literal of a vocabulary, or `= expression`; other types are FEEL.
    mutating func operand(
        _ node: YAMLNode, _ type: Template.FieldType, _ expressions: inout ExpressionReader
    ) -> Rule.Operand? {
        if let scalar = node.scalar, let sign = scalar.text.utf8.firstIndex(where: { $0 != UInt8(ascii: " ") }),
            scalar.text.utf8[sign] == UInt8(ascii: "="), isCodeLike(type) || allowsSignEverywhere
        {
            let rest = scalar.text[scalar.text.utf8.index(after: sign)...]
            let offset = scalar.text.utf8.distance(from: scalar.text.startIndex, to: rest.startIndex)
            guard let expression = expressions.expression(scalar, text: String(rest), offset: offset) else {
                return nil
            }
            return fitting(expression, type, expressions.codes)
        }
        guard case .code(let name) = type, let vocabulary = vocabularies[name] else {
            guard let expression = expressions.expression(node) else { return nil }
            return fitting(expression, type, expressions.codes)
        }
        guard let scalar = node.scalar, !node.isEmpty else {
            diagnostics.append(.wrongKind(expected: .text, found: node))
            return nil
        }
        let code = Located(scalar.text, at: node.span)
        guard vocabulary[code.value] != nil else {
            if let variable = code.value.split(separator: ".").first, variable.count < code.value.count,
                expressions.variables[String(variable)] != nil
            {
                diagnostics.append(.codeWithoutSign(code, of: vocabulary))
                return nil
            }
            diagnostics.append(
                .unknownReference("rule/unknown-code", .code(of: vocabulary), code, among: vocabulary.codes.map(\.code))
            )
            return nil
        }
        return .literal(.string(code.value))
    }

    /// The expression as a value of the field, or a diagnostic.
    private mutating func fitting(
        _ expression: RuleExpression, _ type: Template.FieldType, _ codes: CodeTypes
    ) -> Rule.Operand? {
        if let allowed = type.refusal(of: expression, vocabularies, codes) {
            diagnostics.append(.valueNotAllowed(expression, allowed: allowed))
            return nil
        }
        return .computed(expression)
    }

    private func isCodeLike(_ type: Template.FieldType) -> Bool {
        switch type {
        case .code, .string: true
        default: false
        }
    }

    mutating func conclusion(_ node: YAMLNode, _ expressions: inout ExpressionReader) -> Rule.Conclusion? {
        guard let first = node.mapping?.first else {
            diagnostics.append(.wrongKind(expected: .mapping, found: node))
            return nil
        }
        var reader = MappingReader(node, of: LocalizedText(nl: "een gevolg", en: "a conclusion"))
        guard let index = template(first.name) else { return nil }
        let template = templates[index]
        let body = reader.required(template.name)
        let because = reader.optional("because", as: .localizedScalars)
        diagnostics += reader.finish()
        guard !template.isInput, template.relation == nil else {
            diagnostics.append(.inputConcluded(first.name))
            return nil
        }
        guard let body else { return nil }
        var fields = MappingReader(body, of: LocalizedText(nl: "‘\(template.name)’", en: "‘\(template.name)’"))
        var key: [Rule.Operand] = []
        for field in template.key {
            guard let node = fields.required(field.name), let operand = operand(node, field.type, &expressions) else {
                continue
            }
            if case .computed(let expression) = operand, !isKey(expression, of: field.type, expressions) {
                diagnostics.append(.computedKey(field.name, at: expression.span))
                continue
            }
            key.append(operand)
        }
        var values: [(index: Int, value: Rule.Operand)] = []
        for (position, field) in template.fields.enumerated() {
            guard let node = fields.optional(field.name), let operand = operand(node, field.type, &expressions) else {
                continue
            }
            values.append((position, operand))
        }
        diagnostics += fields.finish()
        let reason = because.map {
            TextTemplate(nl: expressions.template($0.nl), en: expressions.template($0.en))
        }
        guard key.count == template.key.count else { return nil }
        return Rule.Conclusion(template: index, key: key, fields: values, because: reason, span: first.key.span)
    }

    /// A key may only be taken over from a key, from what a vocabulary fixes, or from a column of codes; never
    /// computed.
    private func isKey(
        _ expression: RuleExpression, of type: Template.FieldType, _ expressions: ExpressionReader
    ) -> Bool {
        if let name = expression.variables.first?.name, let read = expressions.tables[name] {
            guard let table = read else { return true }
            let vocabulary = table.vocabulary(of: expression.expression)
            return vocabulary.map { type == .code($0) || type == .string } ?? false
        }
        guard case .path(let base, let member) = expression.expression.kind, case .name(let name) = base.kind,
            let bound = expressions.variables[name], let template = bound
        else { return false }
        switch FieldResolver(template: templates[template], vocabularies: vocabularies).field(named: member) {
        case .key, .attribute: return true
        case .field, nil: return false
        }
    }

    mutating func bind(
        _ name: String, template: Int?, at span: SourceSpan, _ expressions: inout ExpressionReader
    ) {
        let taken =
            expressions.variables[name] != nil || expressions.parameters.contains(name)
            || expressions.record.context(named: name) != nil || expressions.record.index(of: .init(name: name)) != nil
        if taken { diagnostics.append(.shadows(Located(name, at: span))) }
        expressions.bindings.variables[name] = .some(template)
    }

    mutating func onlyKey(_ entry: YAMLEntry, _ node: YAMLNode) {
        for extra in (node.mapping ?? []).dropFirst() {
            diagnostics.append(.keyBelongsInside(extra.name, of: entry.name.value))
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    /// A condition in which YAML found a key.
    fileprivate static func colonInFEEL(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/quote-feel",
            message: LocalizedText(
                nl: "YAML leest ‘\(name.value)’ als sleutel, omdat er ‘: ’ op volgt",
                en: "YAML reads ‘\(name.value)’ as a key, because ‘: ’ follows it"),
            at: name.span,
            hint: LocalizedText(
                nl: "is dit FEEL, zet dan de hele voorwaarde tussen enkele aanhalingstekens: '…'",
                en: "if this is FEEL, put the whole condition in single quotes: '…'"))
    }

    fileprivate static func valueNotAllowed(_ expression: RuleExpression, allowed: LocalizedText) -> Diagnostic {
        let text = expression.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Diagnostic(
            code: "rule/value-not-allowed",
            message: LocalizedText(
                nl: "‘\(text)’ is geen mogelijke waarde van dit veld",
                en: "‘\(text)’ is no possible value of this field"),
            at: expression.span,
            hint: LocalizedText(nl: "schrijf \(allowed.nl)", en: "write \(allowed.en)"))
    }

    /// An expression where a literal code is read.
    fileprivate static func codeWithoutSign(_ code: Located<String>, of vocabulary: Vocabulary) -> Diagnostic {
        let kind = LocalizedText.code(of: vocabulary)
        return Diagnostic(
            code: "rule/unknown-code",
            message: LocalizedText(
                nl: "\(kind.nl) ‘\(code.value)’ bestaat niet", en: "\(kind.en) ‘\(code.value)’ does not exist"),
            at: code.span,
            hint: LocalizedText(
                nl: "zonder ‘=’ is dit een vaste code; schrijf ‘= \(code.value)’ voor de waarde van een gevonden feit",
                en: "without ‘=’ this is a literal code; write ‘= \(code.value)’ for the value of a matched fact"))
    }

    fileprivate static func patternExpected(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/pattern-expected",
            message: LocalizedText(nl: "hier hoort een patroon", en: "a pattern belongs here"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf { soort feit: naam, where: … }, bijvoorbeeld { fact: f }",
                en: "write { kind of fact: name, where: … }, for example { fact: f }"))
    }

    fileprivate static func inputConcluded(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/input-concluded",
            message: LocalizedText(
                nl: "‘\(name.value)’ komt van buiten; een regel kan het niet vaststellen",
                en: "‘\(name.value)’ comes from outside; a rule cannot conclude it"),
            at: name.span,
            hint: LocalizedText(
                nl: "kies een soort feit die regels vaststellen", en: "choose a kind of fact that rules conclude"))
    }

    fileprivate static func computedKey(_ field: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/computed-key",
            message: LocalizedText(
                nl: "sleutelveld ‘\(field)’ wordt uitgerekend; zo kunnen er oneindig veel feiten ontstaan",
                en: "key field ‘\(field)’ is computed; that could make facts without end"),
            at: span,
            hint: LocalizedText(
                nl:
                    "schrijf een code, of ‘= x.veld’ met een sleutelveld van een gevonden feit of een kolom met codes van "
                    + "een tabel",
                en: "write a code, or ‘= x.field’ with a key field of a matched fact or a column of codes of a table"))
    }

    fileprivate static func aggregateNeedsValue(_ function: Rule.Aggregate.Function, at span: SourceSpan) -> Diagnostic
    {
        Diagnostic(
            code: "rule/aggregate-needs-value",
            message: LocalizedText(
                nl: "‘\(function.rawValue)’ weet niet waarover", en: "‘\(function.rawValue)’ does not know of what"),
            at: span,
            hint: LocalizedText(nl: "voeg toe: of: x.veld", en: "add of: x.field"))
    }

    fileprivate static func ofAndDistinct(_ function: Rule.Aggregate.Function, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/of-and-distinct",
            message: LocalizedText(
                nl: "‘\(function.rawValue)’ krijgt hier twee keer te horen wat er telt: met ‘of’ en met ‘distinct’",
                en: "‘\(function.rawValue)’ is told twice here what counts: by ‘of’ and by ‘distinct’"),
            at: span,
            hint: LocalizedText(
                nl: "laat ‘of’ weg om gelijke waarden één keer te tellen, of ‘distinct’ om ze alle te tellen",
                en: "leave out ‘of’ to count equal values once, or ‘distinct’ to count all of them"))
    }

    fileprivate static func keyBelongsInside(_ name: Located<String>, of word: String) -> Diagnostic {
        Diagnostic(
            code: "yaml/unknown-key",
            message: LocalizedText(
                nl: "‘\(name.value)’ hoort binnen ‘\(word)’", en: "‘\(name.value)’ belongs inside ‘\(word)’"),
            at: name.span,
            hint: LocalizedText(
                nl: "zet het tussen de accolades: \(word): { …, \(name.value): … }",
                en: "put it between the braces: \(word): { …, \(name.value): … }"))
    }
}
