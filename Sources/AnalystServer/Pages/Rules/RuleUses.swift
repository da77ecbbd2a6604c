import Analyst
import RuleEngine

/// Where names of the rules are declared and used, as part of a page.
struct RuleUses {
    private let usages: [RuleUsage]
    private let rules: EditedRules
    private let bench: Workbench
    /// So many places are told of one name.
    private static let most = 60
    /// So many lines of a declaration are shown.
    private static let mostLines = 120

    init(_ names: [String], _ rules: EditedRules, _ bench: Workbench) {
        usages = names.map { RuleUsage($0, in: rules.index, cases: []) }
        self.rules = rules
        self.bench = bench
    }

    var entries: [RuleUsage.Entry] { usages.flatMap(\.entries) }
    var suggestion: String? { usages.compactMap(\.suggestion).first }

    func write(to html: inout HTMLText) {
        let language = bench.language
        var isEmpty = true
        for entry in entries where !entry.uses.isEmpty {
            isEmpty = false
            html.element("p", ["class": "label"]) { line in
                line.write("\(entry.symbol.kind[language]) ")
                line.element(
                    "a", ["href": bench.address(of: entry.symbol)], text: entry.title?[language] ?? entry.symbol.name)
            }
            html.element("ul", ["class": "plain"]) { list in
                for use in entry.uses.prefix(Self.most) {
                    list.element("li") { item in
                        item.element(
                            "a", ["href": bench.file(use.span.file, line: use.span.start.line)], text: use.span.place)
                        item.write(" ")
                        if let owner = use.owner {
                            item.write("\(owner.kind[language]) ")
                            item.element(
                                "a", ["href": bench.address(of: owner)],
                                text: rules.index.title(of: owner)?[language] ?? owner.name)
                            item.write(" ")
                        }
                        item.write(use.role.words[language])
                    }
                }
            }
            let rest = entry.uses.count - Self.most
            if rest > 0 { html.element("p", ["class": "small"], text: Words.more(rest)[language]) }
        }
        if isEmpty { html.element("p", text: Words.nowhere[language]) }
    }

    /// The lines in which something is declared.
    static func write(
        declarationOf symbol: RuleSymbol, _ rules: EditedRules, _ language: Language, to html: inout HTMLText
    ) {
        for mention in rules.index.declarations(of: symbol) {
            guard let file = rules.file(mention.span.file) else { continue }
            let extent = mention.extent ?? mention.span
            // A block ends where the next line begins, which belongs to it no more.
            let last = extent.end.column == 1 ? extent.end.line - 1 : extent.end.line
            let start = extent.start.line
            let end = min(max(last, start), start + mostLines)
            SourceLines(file: file, lines: start...end, title: "\(file.name), \(start)").write(to: &html)
        }
    }

    // MARK: - Wordings

    private enum Words {
        static let nowhere = LocalizedText(nl: "Nergens anders in de regels.", en: "Nowhere else in the rules.")

        static func more(_ count: Int) -> LocalizedText {
            LocalizedText(nl: "En nog \(count) plaatsen.", en: "And \(count) more places.")
        }
    }
}
