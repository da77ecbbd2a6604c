/// Reads conditions and conclusions of one rule, with variables bound from the top down.
struct ConditionReader {
    let templates: [Template]
    let templateIndices: [String: Int]
    let vocabularies: [String: Vocabulary]
    /// In a production system `= expression` may stand in a field of any type.
    var allowsSignEverywhere = false
    var diagnostics: [Diagnostic] = []
    var mentions: [RuleMention] = []

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
            var reader = patternReader(node, .pattern, first)
            let pattern = pattern(first, &reader, &expressions)
            diagnostics += reader.finish()
            guard let pattern else {
                // Also the name of a faulty fact is bound, so that the fault is told once.
                if let name = first.value.scalar?.text, RuleBaseReader.isName(name), expressions.variables[name] == nil
                {
                    let template = templateIndices[first.name.value] ?? nearTemplate(first.name)
                    expressions.bindings.variables[name] = .some(template)
                    if template == nil { expressions.bindings.faulty.insert(name) }
                }
                return nil
            }
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
        var reader = patternReader(entry.value, .pattern, first)
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
        var reader = patternReader(entry.value, .every, first)
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
        var reader = patternReader(entry.value, .aggregate, first)
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
        if let name {
            bind(name.value, template: nil, at: name.span, &expressions)
            mentions.append(RuleMention(.variable(rule: "", name: name.value), .declares, at: name.span))
        }
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
        if let value, function == .sum || function == .mean, !value.type.isAny,
            !value.type.parts.contains(where: { $0.kind == .number })
        {
            diagnostics.append(.aggregateOfNoNumber(function, value))
            return nil
        }
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
        mentions += reader.mentions
        if let name {
            mentions.append(RuleMention(.variable(rule: "", name: name.value), .declares, at: name.span))
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

    /// A reader that knows the fields of the kind of fact that comes first.
    private func patternReader(_ node: YAMLNode, _ form: MappingForm, _ first: YAMLEntry) -> MappingReader {
        let template = (templateIndices[first.name.value] ?? nearTemplate(first.name)).map { templates[$0] }
        let fields = template.map { FieldResolver(template: $0, vocabularies: vocabularies).names } ?? []
        var reader = MappingReader(node, of: form, and: [first.name.value] + fields)
        reader.ownerName = template?.name
        return reader
    }

    /// A pattern: template and variable first, constraints and `where` behind.
    private mutating func pattern(
        _ first: YAMLEntry, _ reader: inout MappingReader, _ expressions: inout ExpressionReader
    ) -> Rule.Pattern? {
        guard let index = template(first.name, .reads) else {
            _ = reader.remaining()
            return nil
        }
        let template = templates[index]
        _ = reader.entry(first.name.value)
        guard let variable = reader.read(first.value, as: .text) else { return nil }
        guard RuleBaseReader.isName(variable.value) else {
            diagnostics.append(.badName(variable))
            _ = reader.remaining()
            return nil
        }
        mentions.append(RuleMention(.variable(rule: "", name: variable.value), .declares, at: variable.span))
        var constraints: [Rule.Constraint] = []
        for field in template.key + template.fields {
            guard let entry = reader.entry(field.name) else { continue }
            let node = entry.value
            mentions.append(
                RuleMention(.field(template: template.name, name: field.name), .reads, at: entry.key.span))
            guard let operand = operand(node, field.type, &expressions),
                let reference = FieldResolver(template: template, vocabularies: vocabularies).field(named: field.name)
            else { continue }
            constraints.append(Rule.Constraint(field: reference, value: operand))
        }
        if let name = template.describedBy, let vocabulary = vocabularies[name] {
            for attribute in vocabulary.attributes where attribute.kind != .text {
                guard let entry = reader.entry(attribute.name) else { continue }
                let node = entry.value
                mentions.append(
                    RuleMention(.attribute(vocabulary: name, name: attribute.name), .reads, at: entry.key.span))
                guard let type = fieldType(attribute.kind),
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

    mutating func template(_ name: Located<String>, _ role: RuleMention.Role = .names) -> Int? {
        mentions.append(RuleMention(.template(name.value), role, at: name.span))
        if let index = templateIndices[name.value] { return index }
        if let advice = ConditionAdvice.named(name.value) {
            diagnostics.append(
                Diagnostic(
                    code: "rule/unknown-template",
                    message: LocalizedText(
                        nl: "‘\(name.value)’ kan hier niet staan", en: "‘\(name.value)’ cannot stand here"),
                    at: name.span, hint: advice, missing: MissingName(name.value)))
            return nil
        }
        guard RuleBaseReader.isName(name.value) else {
            diagnostics.append(.colonInFEEL(name))
            return nil
        }
        diagnostics.append(
            .unknownReference(
                "rule/unknown-template", LocalizedText(nl: "soort feit", en: "kind of fact"), name,
                among: templates.map(\.name) + ConditionWord.names))
        return nearTemplate(name)
    }

    /// The kind of fact that is probably meant by a name that is none: what stands below it is read as that.
    private func nearTemplate(_ name: Located<String>) -> Int? {
        Suggestion.nearest(to: name.value, among: templates.map(\.name) + ConditionWord.names)
            .flatMap { templateIndices[$0] }
    }

    /// A literal of a vocabulary, or `= expression`; other types are FEEL.
    mutating func operand(
        _ node: YAMLNode, _ type: Template.FieldType, _ expressions: inout ExpressionReader,
        _ role: RuleMention.Role = .reads
    ) -> Rule.Operand? {
        if let scalar = node.scalar, let sign = scalar.text.utf8.firstIndex(where: { $0 != UInt8(ascii: " ") }),
            scalar.text.utf8[sign] == UInt8(ascii: "=")
        {
            let rest = scalar.text[scalar.text.utf8.index(after: sign)...]
            let offset = scalar.text.utf8.distance(from: scalar.text.startIndex, to: rest.startIndex)
            guard let expression = expressions.expression(scalar, text: String(rest), offset: offset) else {
                return nil
            }
            return fitting(expression, type, expressions.codes)
        }
        guard case .code(let name) = type, let vocabulary = vocabularies[name] else {
            if let word = bareWord(node, type, expressions) {
                diagnostics.append(word)
                return nil
            }
            guard let expression = expressions.expression(node) else { return nil }
            return fitting(expression, type, expressions.codes)
        }
        guard let scalar = node.scalar, !node.isEmpty else {
            diagnostics.append(.wrongKind(expected: .text, found: node))
            return nil
        }
        let code = Located(scalar.text, at: node.span)
        mentions.append(RuleMention(.code(vocabulary: name, code: code.value), role, at: code.span))
        guard vocabulary[code.value] != nil else {
            if let variable = code.value.split(separator: ".").first, variable.count < code.value.count,
                expressions.variables[String(variable)] != nil
            {
                diagnostics.append(.codeWithoutSign(code, of: vocabulary))
                return nil
            }
            diagnostics.append(
                .unknownReference(
                    "rule/unknown-code", .code(of: vocabulary), code, of: vocabulary.name,
                    among: vocabulary.codes.map(\.code)))
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

    /// A word without quotes where a text belongs, and no name of that spelling: the author means the text.
    private func bareWord(
        _ node: YAMLNode, _ type: Template.FieldType, _ expressions: ExpressionReader
    ) -> Diagnostic? {
        guard let scalar = node.scalar, RuleBaseReader.isCode(scalar.text), scalar.text.contains(where: \.isLetter),
            !["true", "false", "null"].contains(scalar.text),
            expressions.variables[scalar.text] == nil, !expressions.parameters.contains(scalar.text),
            expressions.record.index(of: .init(name: scalar.text)) == nil,
            expressions.record.context(named: scalar.text) == nil
        else { return nil }
        let texts: [String]?
        switch type {
        case .string: texts = nil
        case .values(let values) where values.allSatisfy({ $0.kind == .string }):
            texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        default: return nil
        }
        let near = texts.flatMap {
            $0.contains(scalar.text) ? scalar.text : Suggestion.nearest(to: scalar.text, among: $0)
        }
        return .bareText(Located(scalar.text, at: node.span), meant: near ?? scalar.text, choices: texts)
    }

    mutating func conclusion(_ node: YAMLNode, _ expressions: inout ExpressionReader) -> Rule.Conclusion? {
        guard let first = node.mapping?.first else {
            diagnostics.append(.wrongKind(expected: .mapping, found: node))
            return nil
        }
        var reader = MappingReader(node, of: .conclusion, and: [first.name.value])
        guard let index = template(first.name, .concludes) else { return nil }
        let template = templates[index]
        let body = reader.optional(first.name.value)
        let because = reader.optional("because", as: .localizedScalars)
        diagnostics += reader.finish()
        guard !template.isInput, template.relation == nil else {
            // A name that is only nearly that of the kind of fact is told already.
            if template.name == first.name.value { diagnostics.append(.inputConcluded(first.name)) }
            return nil
        }
        guard let body else { return nil }
        var fields = MappingReader(
            body, of: LocalizedText(nl: "‘\(template.name)’", en: "‘\(template.name)’"),
            knowing: (template.key + template.fields).map(\.name), from: template.name)
        for entry in body.mapping ?? [] {
            guard let field = (template.key + template.fields).first(where: { $0.name == entry.name.value }) else {
                continue
            }
            mentions.append(
                RuleMention(.field(template: template.name, name: field.name), .concludes, at: entry.key.span))
        }
        var key: [Rule.Operand] = []
        for field in template.key {
            guard let node = fields.required(field.name),
                let operand = operand(node, field.type, &expressions, .concludes)
            else { continue }
            if case .computed(let expression) = operand, let constant = expression.constant, constant != .null {
                key.append(.literal(constant))
                continue
            }
            if case .computed(let expression) = operand, !isKey(expression, of: field.type, expressions) {
                let isField = if case .path = expression.expression.kind { true } else { false }
                diagnostics.append(.computedKey(field.name, expression.oneLine, isField: isField, at: expression.span))
                continue
            }
            key.append(operand)
        }
        var values: [(index: Int, value: Rule.Operand)] = []
        for (position, field) in template.fields.enumerated() {
            guard let node = fields.optional(field.name), let operand = operand(node, field.type, &expressions) else {
                continue
            }
            // Of a rule with errors nobody knows what it computes.
            let isSound = !(diagnostics + expressions.diagnostics).contains { $0.severity == .error }
            if isSound, case .computed(let expression) = operand,
                let allowed = field.type.limitPassed(by: expression, vocabularies)
            {
                diagnostics.append(.mayPassLimit(expression, field.name, allowed: allowed))
            }
            values.append((position, operand))
        }
        diagnostics += fields.finish()
        expressions.role = .explains
        let reason = because.map {
            TextTemplate(nl: expressions.template($0.nl), en: expressions.template($0.en))
        }
        expressions.role = .reads
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
        if let name = expression.variables.first?.name, expressions.bindings.faulty.contains(name) { return true }
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

/// What an author probably means by a word of another rule language.
private enum ConditionAdvice {
    static func named(_ word: String) -> LocalizedText? {
        switch word.lowercased() {
        case "not", "none", "no", "niet", "geen": pattern("absent")
        case "any", "some", "enige": pattern("exists")
        case "forall", "all", "elke", "alle": pattern("every")
        case "or", "of":
            LocalizedText(
                nl: "schrijf één voorwaarde met ‘or’: 'a > 1 or b > 2', of maak twee regels",
                en: "write one condition with ‘or’: 'a > 1 or b > 2', or make two rules")
        case "and", "en":
            LocalizedText(
                nl: "voorwaarden onder when gelden samen; zet elke op een eigen regel met ‘- ’",
                en: "conditions under when hold together; put each on a line of its own with ‘- ’")
        case "let", "bind", "var", "if", "als":
            LocalizedText(
                nl: "schrijf de waarde uit in de voorwaarde of het gevolg, met ‘if … then … else …’ waar dat nodig is",
                en: "write the value out in the condition or conclusion, with ‘if … then … else …’ where that is needed"
            )
        case "assert", "modify", "retract", "halt":
            LocalizedText(
                nl:
                    "handelingen horen bij een productiesysteem (mode: production); schrijf hier de soort feit die geldt",
                en: "actions belong to a production system (mode: production); write here the kind of fact that holds")
        default: nil
        }
    }

    private static func pattern(_ word: String) -> LocalizedText {
        LocalizedText(
            nl: "schrijf ‘\(word): { soort feit: naam }’; een uitkomst van FEEL keert u om met not(…)",
            en: "write ‘\(word): { kind of fact: name }’; a result of FEEL is turned round by not(…)")
    }
}

extension RuleExpression {
    /// The text as it is named in a sentence.
    fileprivate var oneLine: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func bareText(_ text: Located<String>, meant: String, choices: [String]?) -> Diagnostic {
        let quoted = "'\"\(meant)\"'"
        let list = choices.map { $0.map { "'\"\($0)\"'" }.joined(separator: ", ") }
        return Diagnostic(
            code: "rule/unknown-name",
            message: LocalizedText(
                nl: "naam ‘\(text.value)’ bestaat niet; een tekst staat tussen aanhalingstekens",
                en: "name ‘\(text.value)’ does not exist; a text stands in quotes"),
            at: text.span,
            hint: LocalizedText(
                nl: "schrijf \(quoted)" + (list.map { "; mogelijk is: \($0)" } ?? ""),
                en: "write \(quoted)" + (list.map { "; possible: \($0)" } ?? "")),
            fixes: [.replacing(text.span, with: quoted)], missing: MissingName(text.value))
    }

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
        Diagnostic(
            code: "rule/value-not-allowed",
            message: LocalizedText(
                nl: "‘\(expression.oneLine)’ is geen mogelijke waarde van dit veld",
                en: "‘\(expression.oneLine)’ is no possible value of this field"),
            at: expression.span,
            hint: LocalizedText(nl: "schrijf \(allowed.nl)", en: "write \(allowed.en)"))
    }

    /// A computed value that can be more, or other, than the field allows.
    fileprivate static func mayPassLimit(
        _ expression: RuleExpression, _ field: String, allowed: LocalizedText
    ) -> Diagnostic {
        Diagnostic(
            .warning, code: "rule/may-pass-limit",
            message: LocalizedText(
                nl: "‘\(expression.oneLine)’ kan iets anders zijn dan ‘\(field)’ toelaat: \(allowed.nl)",
                en: "‘\(expression.oneLine)’ can be something else than ‘\(field)’ allows: \(allowed.en)"),
            at: expression.span,
            hint: LocalizedText(
                nl: "begrens de waarde met een voorwaarde of een tabel, of verruim values of range van ‘\(field)’",
                en: "bound the value by a condition or a table, or widen values or range of ‘\(field)’"))
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

    fileprivate static func computedKey(
        _ field: String, _ text: String, isField: Bool, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            code: "rule/computed-key",
            message: isField
                ? LocalizedText(
                    nl:
                        "‘\(text)’ is geen sleutel en kan nog veranderen; sleutelveld ‘\(field)’ mag daar niet van afhangen",
                    en: "‘\(text)’ is no key and may still change; key field ‘\(field)’ must not hang on it")
                : LocalizedText(
                    nl: "sleutelveld ‘\(field)’ wordt uitgerekend; zo kunnen er oneindig veel feiten ontstaan",
                    en: "key field ‘\(field)’ is computed; that could make facts without end"),
            at: span,
            hint: LocalizedText(
                nl:
                    "schrijf een code, een vaste tekst, of ‘= x.veld’ met een sleutelveld van een gevonden feit of een kolom "
                    + "met codes van een tabel",
                en:
                    "write a code, a constant text, or ‘= x.field’ with a key field of a matched fact or a column of codes of "
                    + "a table"))
    }

    fileprivate static func aggregateOfNoNumber(
        _ function: Rule.Aggregate.Function, _ value: RuleExpression
    ) -> Diagnostic {
        Diagnostic(
            code: "rule/aggregate-of-no-number",
            message: LocalizedText(
                nl: "‘\(function.rawValue)’ rekent met getallen, en ‘\(value.text)’ is er geen",
                en: "‘\(function.rawValue)’ reckons with numbers, and ‘\(value.text)’ is none"),
            at: value.span,
            hint: LocalizedText(
                nl: "kies een veld met een getal, of tel met count",
                en: "choose a field with a number, or count by count"))
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
