package import RuleEngine

/// Where each thing that rule files name is declared and used.
///
///     let index = RuleIndex(library.reading)
///     for symbol in index.symbols(named: "problem:vacancy") { print(index.uses(of: symbol)) }
package struct RuleIndex: Sendable {
    package let ruleBase: RuleBase
    private let declared: [RuleSymbol: [RuleMention]]
    private let used: [RuleSymbol: [RuleMention]]
    /// By file, in the order of places.
    private let byFile: [String: [RuleMention]]
    /// The symbols that a plain name can mean.
    private let byName: [String: [RuleSymbol]]

    package init(_ reading: RuleBaseReader.Reading) {
        ruleBase = reading.ruleBase
        var byFile: [String: [RuleMention]] = [:]
        for mention in reading.mentions { byFile[mention.span.file, default: []].append(mention) }
        var declared: [RuleSymbol: [RuleMention]] = [:]
        var used: [RuleSymbol: [RuleMention]] = [:]
        var byName: [String: [RuleSymbol]] = [:]
        for file in byFile.keys.sorted() {
            let mentions = (byFile[file] ?? []).enumerated().sorted { left, right in
                (left.element.span.start.offset, left.element.span.end.offset, left.offset)
                    < (right.element.span.start.offset, right.element.span.end.offset, right.offset)
            }.map(\.element)
            // A part of a file that is referred to twice is read twice.
            let own = mentions.indices.filter { place in
                !mentions[..<place].reversed().prefix { $0.span == mentions[place].span }.contains(mentions[place])
            }.map { mentions[$0] }
            byFile[file] = own
            for mention in own where mention.role != .declares { used[mention.symbol, default: []].append(mention) }
        }
        // Declarations keep the order of reading: of a vocabulary in several files the first says what it is.
        var seen: Set<RuleMention> = []
        for mention in reading.mentions where mention.role == .declares && seen.insert(mention).inserted {
            if declared[mention.symbol] == nil { byName[mention.symbol.name, default: []].append(mention.symbol) }
            declared[mention.symbol, default: []].append(mention)
        }
        self.declared = declared
        self.used = used
        self.byFile = byFile
        self.byName = byName
    }

    /// Where a symbol is declared, in the order of reading. A vocabulary can be spread over several files.
    package func declarations(of symbol: RuleSymbol) -> [RuleMention] { declared[symbol] ?? [] }

    /// Where a symbol is used, in the order of files and places.
    package func uses(of symbol: RuleSymbol) -> [RuleMention] { used[symbol] ?? [] }

    /// All that a file names, in the order of places.
    package func mentions(in file: String) -> [RuleMention] { byFile[file] ?? [] }

    /// What is declared, in no order.
    package var symbols: some Collection<RuleSymbol> { declared.keys }

    /// The names of all that is declared, without doubles and in no order.
    package var names: some Collection<String> { byName.keys }

    /// What stands at a place of a file: the shortest name there, a declaration after a use.
    ///
    /// - Parameter offset: in UTF-8; the place behind the last character of a name belongs to it.
    package func mention(in file: String, at offset: Int) -> RuleMention? {
        mentions(in: file).filter { $0.span.start.offset <= offset && offset <= $0.span.end.offset }
            .min { left, right in
                let lengths = [left, right].map { $0.span.end.offset - $0.span.start.offset }
                return (lengths[0], left.role == .declares ? 1 : 0) < (lengths[1], right.role == .declares ? 1 : 0)
            }
    }

    /// The innermost thing that is declared around a line.
    package func declaration(in file: String, around line: Int) -> RuleMention? {
        mentions(in: file).filter { mention in
            guard let extent = mention.extent else { return false }
            // A block ends where the next line begins, which belongs to it no more.
            let last = extent.end.column == 1 ? extent.end.line - 1 : extent.end.line
            return extent.start.line <= line && line <= max(last, extent.start.line)
        }.max { left, right in
            (left.extent?.start.offset ?? 0, -(left.extent?.end.offset ?? 0))
                < (right.extent?.start.offset ?? 0, -(right.extent?.end.offset ?? 0))
        }
    }

    /// What somebody can mean by a text: a name, a finding (`kind:code`), a value in a context (`context.name`), or what was
    /// found in a source (`source/id`).
    package func symbols(named text: String) -> [RuleSymbol] {
        if let finding = FindingID(text), let template = ruleBase.template(finding.template),
            template.key.count == finding.key.count
        {
            return zip(template.key, finding.key).compactMap { field, key in
                guard case .code(let vocabulary) = field.type else { return nil }
                let symbol = RuleSymbol.code(vocabulary: vocabulary, code: key)
                return declared[symbol] == nil ? nil : symbol
            }
        }
        if let point = text.firstIndex(of: "."), let context = ruleBase.record.context(named: String(text[..<point])) {
            let symbol = RuleSymbol.code(
                vocabulary: context.vocabulary, code: String(text[text.index(after: point)...]))
            return declared[symbol] == nil ? [] : [symbol]
        }
        if let stroke = text.firstIndex(of: "/") {
            let symbol = RuleSymbol.finding(
                source: String(text[..<stroke]), id: String(text[text.index(after: stroke)...]))
            if declared[symbol] != nil { return [symbol] }
        }
        let symbols = byName[text] ?? []
        // A name that counts within one rule, or is that of a function, is told where nothing else has it.
        let wide = symbols.filter { if case .variable = $0 { false } else { true } }
        let function = RuleSymbol.function(text)
        if wide.isEmpty, used[function] != nil { return [function] }
        return wide.isEmpty ? symbols : wide
    }

    /// The name that is probably meant by one that nobody declared.
    package func suggestion(for text: String) -> String? { Suggestion.nearest(to: text, among: names) }

    /// What readers call a symbol; `nil` where it has no title.
    package func title(of symbol: RuleSymbol) -> LocalizedText? {
        switch symbol {
        case .rule(let name): ruleBase.rule(name)?.title
        case .parameter(let name): ruleBase.parameter(name)?.title
        case .vocabulary(let name): ruleBase.vocabulary(name)?.title
        case .code(let vocabulary, let code): ruleBase.vocabulary(vocabulary)?[code]?.title
        case .template(let name): ruleBase.template(name)?.title
        case .context(let name): ruleBase.record.context(named: name)?.title
        case .source(let name): ruleBase.publication(name).map { LocalizedText(verbatim: $0.title) }
        case .finding(let source, let id): ruleBase.publication(source)?.finding(id)?.statement
        case .ruleSet, .attribute, .field, .function, .variable: nil
        }
    }
}

extension RuleSymbol {
    /// What kind of thing it is, in words.
    package var kind: LocalizedText {
        switch self {
        case .rule: LocalizedText(nl: "regel", en: "rule")
        case .ruleSet: LocalizedText(nl: "regelset", en: "rule set")
        case .parameter: LocalizedText(nl: "parameter", en: "parameter")
        case .vocabulary: LocalizedText(nl: "woordenlijst", en: "vocabulary")
        case .attribute(let vocabulary, _):
            LocalizedText(nl: "kenmerk van \(vocabulary)", en: "attribute of \(vocabulary)")
        case .code(let vocabulary, _): LocalizedText(nl: "code van \(vocabulary)", en: "code of \(vocabulary)")
        case .template: LocalizedText(nl: "soort feit", en: "kind of fact")
        case .field(let template, _): LocalizedText(nl: "veld van \(template)", en: "field of \(template)")
        case .context: LocalizedText(nl: "context", en: "context")
        case .source: LocalizedText(nl: "bron", en: "source")
        case .finding(let source, _): LocalizedText(nl: "bevinding van \(source)", en: "finding of \(source)")
        case .function: LocalizedText(nl: "functie", en: "function")
        case .variable(let rule, _): LocalizedText(nl: "naam in regel \(rule)", en: "name in rule \(rule)")
        }
    }
}

extension RuleMention.Role {
    /// What a place does with a symbol, in words.
    package var words: LocalizedText {
        switch self {
        case .declares: LocalizedText(nl: "legt vast", en: "declares")
        case .reads: LocalizedText(nl: "leest", en: "reads")
        case .concludes: LocalizedText(nl: "stelt vast", en: "concludes")
        case .explains: LocalizedText(nl: "legt uit met", en: "explains with")
        case .cites: LocalizedText(nl: "rust op", en: "rests on")
        case .names: LocalizedText(nl: "noemt", en: "names")
        }
    }
}
