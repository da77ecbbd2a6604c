package import RuleEngine

/// Where a name is declared and used, in rules and in their cases: as text and as JSON.
package struct RuleUsage {
    /// A place with what stands there.
    package struct Place: Sendable {
        package let span: SourceSpan
        package let role: RuleMention.Role
        /// What it stands in.
        package let owner: RuleSymbol?
    }

    /// One meaning of the name.
    package struct Entry: Sendable {
        package let symbol: RuleSymbol
        package let title: LocalizedText?
        package let declarations: [SourceSpan]
        package let uses: [Place]
        /// Cases that ask for it.
        package let cases: [Located<String>]
    }

    package let name: String
    package let entries: [Entry]
    /// The name that is probably meant where nothing has this one.
    package let suggestion: String?

    /// - Parameter cases: of the same rules.
    package init(_ name: String, in index: RuleIndex, cases: [RuleCase]) {
        self.name = name
        let template = FindingID(name).flatMap { index.ruleBase.template($0.template) == nil ? nil : $0.template }
        let owners: Set<RuleSymbol>? = template.map { template in
            Set(index.uses(of: .template(template)).compactMap(\.owner))
        }
        entries = index.symbols(named: name).map { symbol in
            let uses = index.uses(of: symbol).filter { mention in
                // A finding is used where its kind of fact is named as well; vocabularies speak of the code itself.
                guard let owners, case .rule = mention.owner else { return true }
                return mention.owner.map(owners.contains) ?? true
            }
            return Entry(
                symbol: symbol, title: index.title(of: symbol),
                declarations: index.declarations(of: symbol).map(\.span),
                uses: uses.map { Place(span: $0.span, role: $0.role, owner: $0.owner) },
                cases: Self.cases(cases, asking: symbol, template: template, in: index.ruleBase))
        }
        suggestion = entries.isEmpty ? index.suggestion(for: name) : nil
    }

    private static func cases(
        _ cases: [RuleCase], asking symbol: RuleSymbol, template: String?, in ruleBase: RuleBase
    ) -> [Located<String>] {
        cases.flatMap { ruleCase in
            ruleCase.demands.compactMap { demand -> Located<String>? in
                let isMeant =
                    switch (demand.value, symbol) {
                    case (.fires(let rule), .rule(let name)), (.doesNotFire(let rule), .rule(let name)):
                        ruleBase.rules[rule].name == name
                    case (.finding(let finding, _, _), .code(let vocabulary, let code)):
                        (template == nil || template == finding.template)
                            && asks(finding, for: code, of: vocabulary, ruleBase)
                    default: false
                    }
                return isMeant ? Located(ruleCase.name.value, at: demand.span) : nil
            }
        }
    }

    private static func asks(
        _ finding: FindingID, for code: String, of vocabulary: String, _ ruleBase: RuleBase
    ) -> Bool {
        guard let template = ruleBase.template(finding.template) else { return false }
        return zip(template.key, finding.key).contains { $0.type == .code(vocabulary) && $1 == code }
    }

    // MARK: Text

    package func text(in language: Language) -> String {
        guard !entries.isEmpty else { return RuleUsageWords.unknown(name, suggestion)[language] + "\n" }
        return entries.map { text(of: $0, in: language) }.joined(separator: "\n")
    }

    private func text(of entry: Entry, in language: Language) -> String {
        let title = entry.title.map { ": \($0[language])" } ?? ""
        var lines = ["\(entry.symbol.kind[language]) \(entry.symbol.name)\(title)"]
        for span in entry.declarations { lines.append("  \(span.place)  \(RuleMention.Role.declares.words[language])") }
        for use in entry.uses {
            let owner = use.owner.map { "\($0.kind[language]) \($0.name) " } ?? ""
            lines.append("  \(use.span.place)  \(owner)\(use.role.words[language])")
        }
        for ruleCase in entry.cases {
            lines.append("  \(ruleCase.span.place)  \(RuleUsageWords.ruleCase[language]) \(ruleCase.value)")
        }
        if entry.uses.isEmpty, entry.cases.isEmpty { lines.append("  \(RuleUsageWords.unused[language])") }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: JSON

    package func json(in language: Language) -> JSONText {
        .object([
            ("name", .string(name)),
            ("meanings", .array(entries.map { json(of: $0, in: language) })),
            ("suggestion", suggestion.map(JSONText.string) ?? .null),
        ])
    }

    private func json(of entry: Entry, in language: Language) -> JSONText {
        .object([
            ("kind", .string(entry.symbol.kind[language])), ("name", .string(entry.symbol.name)),
            ("title", entry.title.map { .string($0[language]) } ?? .null),
            ("declared", .array(entry.declarations.map { .object($0.members) })),
            (
                "used",
                .array(
                    entry.uses.map { use in
                        .object(
                            use.span.members + [
                                ("role", .string(use.role.rawValue)),
                                ("in", use.owner.map { .string($0.name) } ?? .null),
                            ])
                    })
            ),
            (
                "cases",
                .array(entry.cases.map { .object($0.span.members + [("case", .string($0.value))]) })
            ),
        ])
    }
}

// MARK: - Wordings

private enum RuleUsageWords {
    static let ruleCase = LocalizedText(nl: "geval", en: "case")
    static let unused = LocalizedText(nl: "nergens gebruikt", en: "used nowhere")

    static func unknown(_ name: String, _ suggestion: String?) -> LocalizedText {
        LocalizedText(
            nl: "niets in de regels heet ‘\(name)’" + (suggestion.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "nothing in the rules is called ‘\(name)’" + (suggestion.map { "; did you mean ‘\($0)’?" } ?? ""))
    }
}
