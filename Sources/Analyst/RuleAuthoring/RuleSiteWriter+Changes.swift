import RuleEngine

/// The page of what is written otherwise than in an earlier version.
extension RuleSiteWriter {
    func write(_ since: RuleSite.Since, to page: inout HTMLText) {
        let changes = since.changes.all
        page.element("p", ["class": "intro"], text: word(.changed(since.version, changes.map(\.kind))))
        guard !changes.isEmpty else { return }
        page.element("ul") { list in
            for (number, change) in changes.enumerated() {
                list.element("li") { item in
                    item.element("a", ["href": "#change-\(number + 1)"], text: change.name(in: language))
                }
            }
        }
        for (number, change) in changes.enumerated() {
            page.newLine()
            page.element("section", ["class": "rule", "id": "change-\(number + 1)"]) { section in
                section.element("h2", text: change.name(in: language))
                section.element("p", ["class": "small"]) { line in
                    line.write(change.place)
                    guard let address = change.symbol.flatMap(address) else { return }
                    line.write(" ")
                    line.element("a", ["href": address], text: word(.asItIs))
                }
                change.writeLines(language, to: &section)
            }
        }
    }

    /// Where what has a name stands on the site now; `nil` for what is gone, or has no place of its own.
    private func address(of symbol: RuleSymbol) -> String? {
        switch symbol {
        case .rule(let name), .variable(let name, _):
            ruleBase.rule(name) == nil ? nil : address(ofRule: name)
        case .ruleSet(let name):
            ruleBase.rules.contains { $0.ruleSet == name } ? "set-\(Self.slug(name)).html" : nil
        case .parameter(let name):
            ruleBase.parameters.contains { $0.name == name } ? "parameters.html#parameter-\(Self.slug(name))" : nil
        case .vocabulary(let name):
            ruleBase.vocabulary(name) == nil ? nil : "list-\(Self.slug(name)).html"
        case .code(let vocabulary, let code):
            ruleBase.vocabulary(vocabulary)?.codes.contains { $0.code == code } == true
                ? "list-\(Self.slug(vocabulary)).html#code-\(Self.slug(code))" : nil
        case .source(let name):
            ruleBase.publications.contains { $0.reference == name } ? "sources.html#source-\(Self.slug(name))" : nil
        case .finding(let source, let id):
            ruleBase.publications.first { $0.reference == source }?.findings.contains { $0.id == id } == true
                ? "sources.html#finding-\(Self.slug(source))-\(Self.slug(id))" : nil
        case .attribute, .template, .field, .context, .function: nil
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let asItIs = LocalizedText(nl: "zoals het nu is", en: "as it is now")

    fileprivate static func changed(_ version: String, _ kinds: [RuleChange.Kind]) -> LocalizedText {
        guard !kinds.isEmpty else {
            return LocalizedText(
                nl: "Er is niets veranderd tegenover \(version).", en: "Nothing changed against \(version).")
        }
        let counts = [RuleChange.Kind.added, .changed, .removed].map { kind in (kind, kinds.count { $0 == kind }) }
        return LocalizedText { language in
            let parts = counts.filter { $0.1 > 0 }.map { "\($0.1) \(RuleChangeText.kind($0.0)[language])" }
            return language.word("Tegenover ", "Against ") + "\(version): \(parts.joined(separator: ", "))."
        }
    }
}
