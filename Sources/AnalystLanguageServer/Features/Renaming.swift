import Analyst
import RuleEngine

/// Another name for something, in all rule files and files with cases at once.
struct Renaming {
    /// Why something keeps its name.
    enum Refusal: Error {
        /// Nothing with a name stands here, or nothing that this folder declares.
        case nothing
        /// Files outside of this folder use the name as well.
        case usedElsewhere
        case badName(String)
        case taken(String)

        var words: LocalizedText {
            switch self {
            case .nothing:
                LocalizedText(
                    nl: "hier staat niets met een eigen naam", en: "nothing with a name of its own stands here")
            case .usedElsewhere:
                LocalizedText(
                    nl: "deze naam staat ook buiten de regels, zoals in feitenbladen; pas hem daar met de hand aan",
                    en: "this name stands outside of the rules as well, as in fact sheets; change it there by hand")
            case .badName(let name):
                LocalizedText(
                    nl: "‘\(name)’ kan hier geen naam zijn; gebruik letters, cijfers en streepjes",
                    en: "‘\(name)’ cannot be a name here; use letters, digits and hyphens")
            case .taken(let name):
                LocalizedText(
                    nl: "‘\(name)’ is al de naam van iets anders", en: "‘\(name)’ is the name of something else already"
                )
            }
        }
    }

    private let index: RuleIndex
    private let symbol: RuleSymbol
    private let cases: [SourceFile]

    init(_ symbol: RuleSymbol, in index: RuleIndex, cases: [SourceFile]) throws(Refusal) {
        guard !index.declarations(of: symbol).isEmpty else { throw .nothing }
        switch symbol {
        case .rule, .parameter, .variable, .finding, .source: break
        case .code(let vocabulary, _) where vocabulary != index.ruleBase.record.vocabulary: break
        case .code, .ruleSet, .vocabulary, .attribute, .template, .field, .context, .function: throw .usedElsewhere
        }
        self.index = index
        self.symbol = symbol
        self.cases = cases
    }

    /// The places to change, by file.
    func edits(to name: String) throws(Refusal) -> [(file: String, ranges: [Range<Int>])] {
        guard isName(name) else { throw .badName(name) }
        guard name == symbol.name || !isTaken(name) else { throw .taken(name) }
        var found: [String: Set<Range<Int>>] = [:]
        for mention in index.declarations(of: symbol) + index.uses(of: symbol) {
            found[mention.span.file, default: []].insert(mention.span.start.offset..<mention.span.end.offset)
        }
        for file in cases { found[file.name, default: []].formUnion(ranges(in: file)) }
        return found.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { file, ranges in
            (file, ranges.sorted { $0.lowerBound < $1.lowerBound })
        }
    }

    private func isName(_ name: String) -> Bool {
        switch symbol {
        case .parameter, .variable: RuleNaming.isName(name)
        default: RuleNaming.isCode(name)
        }
    }

    private func isTaken(_ name: String) -> Bool {
        switch symbol {
        case .code(let vocabulary, _): !index.declarations(of: .code(vocabulary: vocabulary, code: name)).isEmpty
        case .finding(let source, _): !index.declarations(of: .finding(source: source, id: name)).isEmpty
        case .rule: !index.declarations(of: .rule(name)).isEmpty
        case .source: !index.declarations(of: .source(name)).isEmpty
        case .variable(let rule, _):
            !index.declarations(of: .variable(rule: rule, name: name)).isEmpty || isSeenByExpressions(name)
        default: isSeenByExpressions(name)
        }
    }

    private func isSeenByExpressions(_ name: String) -> Bool {
        let record = index.ruleBase.record
        return !index.declarations(of: .parameter(name)).isEmpty || record.context(named: name) != nil
            || record.index(of: .init(name: name)) != nil
    }

    // MARK: Cases

    /// Where a file of cases names the symbol: rules that fire, and findings.
    private func ranges(in file: SourceFile) -> [Range<Int>] {
        guard let root = YAMLParser.parseSingle(file).root else { return [] }
        var result: [Range<Int>] = []
        for ruleCase in root["cases"]?.sequence ?? [] {
            switch symbol {
            case .rule(let name):
                for key in ["fires", "not-fires"] {
                    guard let node = ruleCase[key] else { continue }
                    for item in node.sequence ?? [node] where item.scalar?.text == name {
                        result.append(item.span.start.offset..<item.span.end.offset)
                    }
                }
            case .code(let vocabulary, let code):
                for item in ruleCase["expect"]?.sequence ?? [] {
                    guard let scalar = item.scalar ?? item.mapping?.first?.key.scalar,
                        let finding = FindingID(scalar.text), finding.key.contains(code),
                        let template = index.ruleBase.template(finding.template)
                    else { continue }
                    var offset = finding.template.utf8.count + 1
                    for (field, key) in zip(template.key, finding.key) {
                        if field.type == .code(vocabulary), key == code {
                            let span = scalar.span(of: offset..<offset + key.utf8.count)
                            result.append(span.start.offset..<span.end.offset)
                        }
                        offset += key.utf8.count + 1
                    }
                }
            default: break
            }
        }
        return result
    }
}
