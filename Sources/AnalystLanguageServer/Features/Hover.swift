import Analyst
import RuleEngine

/// What is told of the thing under the pointer: its meaning, source and values, the words of the condition around it, and
/// where it is used.
struct Hover {
    private let index: RuleIndex
    private let language: Language
    private let mention: RuleMention
    private var ruleBase: RuleBase { index.ruleBase }

    init(_ index: RuleIndex, _ mention: RuleMention, _ language: Language) {
        self.index = index
        self.mention = mention
        self.language = language
    }

    func json(_ lines: DocumentLines) -> JSONText {
        .object([
            ("contents", .object([("kind", .string("markdown")), ("value", .string(text))])),
            ("range", lines.json(mention.span.start.offset..<mention.span.end.offset)),
        ])
    }

    var text: String {
        let symbol = mention.symbol
        let title = index.title(of: symbol).map { ": \(Self.plain($0[language]))" } ?? ""
        var parts = ["**\(symbol.kind[language]) `\(symbol.name)`**\(title)"]
        parts += details
        if let sentence { parts.append("\(HoverWords.here[language]) \(Self.plain(sentence))") }
        let uses = index.uses(of: symbol)
        if case .function = symbol {
            // A function is used all over the rules.
        } else if uses.isEmpty {
            parts.append(HoverWords.unused[language])
        } else {
            var seen: Set<String> = []
            let owners = uses.compactMap { $0.owner?.name }.filter { seen.insert($0).inserted }
            let shown = owners.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
            let more = owners.count > 6 ? ", …" : ""
            parts.append("\(HoverWords.used(uses.count)[language]) \(shown)\(more)")
        }
        return parts.joined(separator: "\n\n")
    }

    /// Words of authors as Markdown shows them letter by letter.
    private static func plain(_ text: String) -> String {
        var result = ""
        for character in HarmlessText.of(text, lineBreaks: .shown) {
            if "\\`*_{}[]<>#|".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }

    // MARK: What the thing is

    private var details: [String] {
        switch mention.symbol {
        case .parameter(let name): ruleBase.parameter(name).map(details) ?? []
        case .code(let vocabulary, let code): details(ofCode: code, in: vocabulary)
        case .rule(let name): ruleBase.rule(name).map(details) ?? []
        case .function(let name): details(ofFunction: name)
        case .template(let name): ruleBase.template(name).map(details) ?? []
        case .finding(let source, let id):
            [
                ruleBase.publication(source).map { Self.plain($0.title) },
                ruleBase.publication(source)?.finding(id)?.place.map(Self.plain),
            ].compactMap(\.self)
        case .source(let name):
            ruleBase.publication(name).map { publication in
                let origin = [publication.publisher, publication.year].compactMap(\.self).joined(separator: ", ")
                return [origin, publication.read[language]].filter { !$0.isEmpty }.map(Self.plain)
            } ?? []
        case .ruleSet, .vocabulary, .attribute, .field, .context, .variable: []
        }
    }

    private func details(_ parameter: Parameter) -> [String] {
        let values = ValueText(language, units: Naming(ruleBase).units)
        let dated = parameter.values.map { from, value in
            "- \(DateText.text(of: from, in: language)): \(Self.plain(values.text(of: value, unit: parameter.unit)))"
        }
        var parts = [dated.joined(separator: "\n")]
        if let source = parameter.source { parts.append(text(of: source)) }
        if let judgement = parameter.judgement { parts.append(Self.plain(judgement[language])) }
        return parts
    }

    private func text(of source: SourceReference) -> String {
        let statement = ruleBase.publication(source.reference)?.finding(source.finding)?.statement[language]
        return "\(HoverWords.source[language]) `\(source.reference)`, `\(source.finding)`"
            + (statement.map { ": \(Self.plain($0))" } ?? "")
    }

    private func details(ofCode code: String, in vocabulary: String) -> [String] {
        guard let term = ruleBase.vocabulary(vocabulary)?[code] else { return [] }
        var parts: [String] = []
        if let unit = term.string("unit") { parts.append("\(HoverWords.unit[language]) \(Self.plain(unit))") }
        if let range = term.string("range") { parts.append("\(HoverWords.range[language]) `\(range)`") }
        for attribute in ruleBase.vocabulary(vocabulary)?.attributes ?? [] where attribute.kind == .text {
            if let text = term.text(attribute.name) { parts.append(Self.plain(text[language])) }
        }
        return parts
    }

    private func details(_ rule: Rule) -> [String] {
        let words = RuleInWords(ruleBase, language)
        let conditions = words.conditions(of: rule).map { "- \(Self.plain($0))" }.joined(separator: "\n")
        let conclusions = words.conclusions(of: rule).map { "- \(Self.plain($0))" }.joined(separator: "\n")
        return [
            "\(HoverWords.when[language])\n\n\(conditions)", "\(HoverWords.then[language])\n\n\(conclusions)",
        ] + rule.sources.map(text)
    }

    private func details(ofFunction name: String) -> [String] {
        guard let function = Builtin.standardFunctions.first(where: { $0.name == name }) ?? Builtin.extensions[name]
        else {
            return []
        }
        var parts = [function.typedForms.map { "`\($0)`" }.joined(separator: "  \n")]
        if let documentation = function.documentation {
            parts.append(Self.plain(documentation.summary[language]))
            if let details = documentation.details { parts.append(Self.plain(details[language])) }
            parts.append("\(HoverWords.example[language]) `\(documentation.right)`")
        }
        return parts
    }

    private func details(_ template: Template) -> [String] {
        let fields = (template.key + template.fields).map { "`\($0.name)`" }.joined(separator: ", ")
        return ["\(HoverWords.fields[language]) \(fields)"]
    }

    // MARK: The condition around it

    /// The condition or value in which a name stands, in words.
    private var sentence: String? {
        guard mention.role == .reads, case .rule(let name)? = mention.owner, let rule = ruleBase.rule(name) else {
            return nil
        }
        let around = rule.expressions.first { expression in
            expression.span.start.offset <= mention.span.start.offset
                && mention.span.end.offset <= expression.span.end.offset
        }
        return around.map { RuleInWords(ruleBase, language).words($0, in: rule) }
    }
}

// MARK: - Wordings

private enum HoverWords {
    static let here = LocalizedText(nl: "Hier staat:", en: "It says here:")
    static let unused = LocalizedText(nl: "Nergens gebruikt.", en: "Used nowhere.")
    static let source = LocalizedText(nl: "Bron:", en: "Source:")
    static let unit = LocalizedText(nl: "Eenheid:", en: "Unit:")
    static let range = LocalizedText(nl: "Mogelijk:", en: "Possible:")
    static let when = LocalizedText(nl: "Als:", en: "When:")
    static let then = LocalizedText(nl: "Dan:", en: "Then:")
    static let example = LocalizedText(nl: "Voorbeeld:", en: "Example:")
    static let fields = LocalizedText(nl: "Velden:", en: "Fields:")

    static func used(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(count) keer gebruikt, in", en: count == 1 ? "Used once, in" : "Used \(count) times, in")
    }
}
