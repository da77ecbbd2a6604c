import Analyst
import RuleEngine

/// What can be typed at a place of a rule file: keys, names, functions, codes, findings.
struct Completion {
    /// One thing that can be typed.
    struct Item {
        /// As the protocol numbers kinds.
        enum Kind: Int {
            case function = 3
            case field = 5
            case variable = 6
            case property = 10
            case value = 12
            case keyword = 14
            case constant = 21
            case reference = 18
            case kind = 22
        }

        let label: String
        let kind: Kind
        let detail: String
        var documentation = ""
        /// What is written, where it is not the label.
        var text: String?
    }

    /// So many are sent at most; the editor asks again as more is typed.
    private static let limit = 300

    let index: RuleIndex
    private let lines: DocumentLines
    private let offset: Int
    let place: EditingPlace
    let language: Language
    private let isCaseFile: Bool
    private let fileName: String
    /// The keys that the reader knows at the place.
    var keys: [String] = []
    /// Where in a casebook the place is; `nil`: in a file of rules or cases.
    var casebook: CasebookPlace?
    var ruleBase: RuleBase { index.ruleBase }

    init(_ index: RuleIndex, _ lines: DocumentLines, file: String, at offset: Int, _ language: Language) {
        self.index = index
        self.lines = lines
        self.offset = offset
        fileName = file
        place = EditingPlace(lines, at: offset)
        self.language = language
        isCaseFile = file.hasSuffix(RuleLibrary.caseEnding)
    }

    /// What is typed of a key, where one can stand.
    var wordOfKey: Range<Int>? {
        guard !isCaseFile, place.key == nil, !isExpression, place.typed.allSatisfy({ $0 != "\"" && $0 != "'" }) else {
            return nil
        }
        return word.range
    }

    // MARK: The answer

    var json: JSONText {
        let word = self.word
        let typed = word.text.lowercased()
        let all = items.filter { typed.isEmpty || $0.label.lowercased().contains(typed) }
        let ranked = all.enumerated().sorted { left, right in
            let ranks = [left, right].map { $0.element.label.lowercased().hasPrefix(typed) ? 0 : 1 }
            return (ranks[0], left.offset) < (ranks[1], right.offset)
        }.map(\.element)
        let range = lines.json(word.range)
        return .object([
            ("isIncomplete", .bool(ranked.count > Self.limit)),
            (
                "items",
                .array(
                    ranked.prefix(Self.limit).enumerated().map { number, item in
                        json(item, number, range)
                    })
            ),
        ])
    }

    private func json(_ item: Item, _ number: Int, _ range: JSONText) -> JSONText {
        let digits = String(number)
        return .object([
            ("label", .string(item.label)), ("kind", .number("\(item.kind.rawValue)")),
            ("detail", .string(item.detail)),
            (
                "documentation",
                .object([("kind", .string("markdown")), ("value", .string(item.documentation))])
            ),
            ("sortText", .string(String(repeating: "0", count: max(0, 4 - digits.count)) + digits)),
            ("filterText", .string(item.label)),
            (
                "textEdit",
                .object([("range", range), ("newText", .string(item.text ?? item.label))])
            ),
        ])
    }

    /// The word before the place: of codes and keys with their hyphens, of names in expressions without.
    private var word: (text: String, range: Range<Int>) {
        let before = lines.lineText(before: offset)
        let hyphens = !isExpression
        let reversed = before.unicodeScalars.reversed().prefix { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
                || (hyphens && (scalar == "-" || ((isCaseFile || isNamedFinding) && scalar == ":")))
        }
        let text = String(String.UnicodeScalarView(reversed.reversed()))
        return (text, offset - text.utf8.count..<offset)
    }

    // MARK: What belongs here

    private var items: [Item] {
        if let casebook { return items(of: casebook) }
        if isCaseFile { return caseItems }
        if isExpression { return expressionItems }
        let told = keyItems
        return told + otherKeys(told) + valueItems
    }

    /// The rule around the place.
    private var ruleName: String? {
        let line = lines.place(of: offset).line + 1
        guard case .rule(let name)? = index.declaration(in: fileName, around: line)?.symbol else { return nil }
        return name
    }

    /// The kind of fact that the block around the place is about.
    private var template: Template? {
        (place.path.reversed() + place.siblings.keys.sorted() + [place.key].compactMap(\.self)).lazy
            .compactMap { ruleBase.template($0) }.first
    }

    /// Whether a casebook names a finding here, kind:code.
    private var isNamedFinding: Bool { casebook != nil && place.key == "of" }

    /// Whether FEEL stands here.
    private var isExpression: Bool {
        if isCaseFile || casebook != nil { return false }
        if place.path.contains("because") || place.key == "because"
            || (place.path.contains("then") && place.key == "nl")
        {
            guard let open = place.typed.lastIndex(of: "{") else { return false }
            return !place.typed[open...].contains("}")
        }
        if let key = place.key {
            if ["where", "satisfies", "of", "distinct", "value"].contains(key) { return true }
            guard let template, let field = (template.key + template.fields).first(where: { $0.name == key }) else {
                return place.path.last == "inputs"
            }
            if place.typed.trimmed.hasPrefix("=") { return true }
            switch field.type {
            case .code, .codes: return false
            case .string, .number, .boolean, .values, .numbers: return true
            }
        }
        if place.path.last == "rows" || place.path.last == "inputs" { return true }
        // An item of a list of conditions is mostly an expression.
        return place.path.last == "when" && !place.isInBraces
    }

    func named(_ text: LocalizedText?) -> String { text?[language] ?? "" }

    // MARK: Expressions

    private var expressionItems: [Item] {
        let before = lines.lineText(before: word.range.lowerBound)
        if before.hasSuffix(".") {
            let name = String(
                String.UnicodeScalarView(
                    before.dropLast().unicodeScalars.reversed().prefix {
                        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
                    }.reversed()))
            return members(of: name)
        }
        let record = ruleBase.record
        var items = variables.map {
            Item(label: $0, kind: .variable, detail: RuleSymbol.variable(rule: "", name: $0).kind[language].trimmed)
        }
        items += terms(of: record.vocabulary, .field)
        items += record.contexts.map { Item(label: $0.name, kind: .kind, detail: named($0.title), text: "\($0.name).") }
        items += ruleBase.parameters.map { parameter in
            let value = parameter.values.last.map { ValueText(language).text(of: $0.value) } ?? ""
            return Item(
                label: parameter.name, kind: .constant,
                detail: "\(named(parameter.title)): \(value) \(parameter.unit ?? "")".trimmed)
        }
        items += Builtin.standardFunctions.map { function in
            Item(
                label: function.name, kind: .function, detail: function.typedForms.first ?? "",
                documentation: named(function.documentation?.summary), text: "\(function.name)(")
        }
        if place.path.last == "when", place.key == nil { items += patternItems }
        return items
    }

    private func members(of name: String) -> [Item] {
        if let context = ruleBase.record.context(named: name) { return terms(of: context.vocabulary, .field) }
        guard let template = boundTemplate(name) else { return [] }
        var items = (template.key + template.fields).map { field in
            Item(label: field.name, kind: .property, detail: named(index.title(of: .template(template.name))))
        }
        if let name = template.describedBy, let vocabulary = ruleBase.vocabulary(name) {
            items += vocabulary.attributes.filter { $0.kind != .text }.map {
                Item(label: $0.name, kind: .property, detail: named(vocabulary.title))
            }
        }
        return items
    }

    /// The names that the rule binds, as its text says: half of it may be no rule yet.
    private var variables: [String] {
        bound.map(\.name)
    }

    private func boundTemplate(_ variable: String) -> Template? {
        bound.last { $0.name == variable }.flatMap { ruleBase.template($0.template) }
    }

    /// Patterns above the place within the rule: `template: name`.
    private var bound: [(template: String, name: String)] {
        var found: [(String, String)] = []
        var number = lines.place(of: offset).line
        var texts: [Substring] = []
        while number >= 0, let text = lines.line(number) {
            texts.append(text)
            if text.drop(while: { $0 == " " || $0 == "-" }).hasPrefix("rule:") || texts.count > 200 { break }
            number -= 1
        }
        for text in texts.reversed() {
            for template in ruleBase.templates {
                for range in text.ranges(of: "\(template.name): ") {
                    let name = text[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                    if !name.isEmpty { found.append((template.name, String(name))) }
                }
            }
        }
        return found
    }

    // MARK: Keys and values

    private var patternItems: [Item] {
        ruleBase.templates.map {
            Item(label: $0.name, kind: .kind, detail: named($0.title), text: "\($0.name): ")
        }
            + ConditionWord.names.filter { $0 != "as" }.map {
                Item(label: $0, kind: .keyword, detail: "", text: "\($0): ")
            }
    }

    private var keyItems: [Item] {
        guard place.key == nil else { return [] }
        if place.path.last == "then" {
            return ruleBase.templates.filter { !$0.isInput && $0.relation == nil }.map {
                Item(label: $0.name, kind: .kind, detail: named($0.title), text: "\($0.name): ")
            }
        }
        guard place.isInBraces || place.path.contains("then"), let template,
            place.path.contains("then") || place.path.contains("when")
        else { return [] }
        let used = Set(place.siblings.keys)
        return (template.key + template.fields).filter { !used.contains($0.name) }.map {
            Item(label: $0.name, kind: .property, detail: named(template.title), text: "\($0.name): ")
        }
    }

    /// Keys that the reader knows, those left out that stand there already or are told with their meaning.
    private func otherKeys(_ told: [Item]) -> [Item] {
        let used = Set(place.siblings.keys).union(told.map(\.label))
        return keys.filter { !used.contains($0) }.map {
            Item(label: $0, kind: .property, detail: "", text: "\($0): ")
        }
    }

    private var valueItems: [Item] {
        switch place.key {
        case "ref":
            return ruleBase.publications.map {
                Item(label: $0.reference, kind: .reference, detail: $0.title)
            }
        case "finding":
            let reference = place.siblings["ref"]
            return ruleBase.publications.filter { reference == nil || $0.reference == reference }.flatMap(\.findings)
                .map { Item(label: $0.id, kind: .reference, detail: named($0.statement)) }
        case "strength":
            return RuleStrength.allCases.map { Item(label: $0.rawValue, kind: .value, detail: "") }
        case "vocabulary", "list", "codes":
            return ruleBase.vocabularies.map { Item(label: $0.name, kind: .kind, detail: named($0.title)) }
        case let key?:
            guard let template else { return attributeItems(key) }
            if let field = (template.key + template.fields).first(where: { $0.name == key }) {
                switch field.type {
                case .code(let name), .codes(let name): return terms(of: name, .value)
                case .string, .number, .boolean, .values, .numbers: return []
                }
            }
            return attributeItems(key)
        case nil:
            // An item of a list of codes.
            return place.path.last.map { attributeItems($0) } ?? []
        }
    }

    /// The codes that an attribute of the vocabulary of this file can name.
    private func attributeItems(_ key: String) -> [Item] {
        let names = ruleBase.vocabularies.filter { vocabulary in
            index.declarations(of: .vocabulary(vocabulary.name)).contains { $0.span.file == fileName }
        }
        for vocabulary in names {
            switch vocabulary.attributes.first(where: { $0.name == key })?.kind {
            case .code(let other), .codes(let other): return terms(of: other, .value)
            case .text, .string, .number, .boolean, nil: continue
            }
        }
        return []
    }

    func terms(of vocabulary: String, _ kind: Item.Kind) -> [Item] {
        (ruleBase.vocabulary(vocabulary)?.codes ?? []).map { term in
            let unit = term.string("unit").map { ", \($0)" } ?? ""
            return Item(label: term.code, kind: kind, detail: named(term.title) + unit)
        }
    }

    /// Findings by kind and code.
    var findings: [Item] {
        ruleBase.templates.filter { !$0.isInput && $0.relation == nil && $0.key.count == 1 }.flatMap { template in
            guard case .code(let name) = template.key[0].type else { return [Item]() }
            return terms(of: name, .value).map {
                Item(label: "\(template.name):\($0.label)", kind: .value, detail: $0.detail)
            }
        }
    }

    // MARK: Cases

    private var caseItems: [Item] {
        if place.key == "fires" || place.key == "not-fires" || ["fires", "not-fires"].contains(place.path.last) {
            return ruleBase.rules.map { Item(label: $0.name, kind: .function, detail: named($0.title)) }
        }
        if place.path.contains("expect") || place.key == "expect" {
            return findings
        }
        if place.path.contains("figures") || place.path.contains("voices") {
            return terms(of: ruleBase.record.vocabulary, .field)
                + ruleBase.record.contexts.map { Item(label: $0.name, kind: .kind, detail: named($0.title)) }
        }
        return []
    }
}
