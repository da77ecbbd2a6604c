import RuleEngine

/// How a change of the rules is told.
extension RuleChange {
    /// "parameter limit (Limit): changed"
    func name(in language: Language) -> String {
        guard let symbol else { return RuleChangeText.file[language] }
        let title = title.map { " (\($0[language]))" } ?? ""
        return "\(symbol.kind[language]) \(symbol.name)\(title): \(RuleChangeText.kind(kind)[language])"
    }

    /// The lines before and after.
    func writeLines(_ language: Language, to page: inout HTMLText) {
        for (title, lines) in [(RuleChangeText.before, before), (RuleChangeText.after, after)] where !lines.isEmpty {
            page.element("p", ["class": "label"], text: title[language])
            page.element("pre", ["class": "lines wide", "tabindex": "0"]) { pre in
                pre.element("code", text: lines.map(\.text).joined(separator: "\n"))
            }
        }
    }

    /// How lines look.
    static let style = """
        .lines { overflow-x: auto; padding: 10px 15px; background: var(--surface); }
        .lines code { color: var(--ink); white-space: pre; }

        """
}

// MARK: - Wordings

enum RuleChangeText {
    static let file = LocalizedText(nl: "buiten regels en parameters", en: "outside of rules and parameters")
    static let before = LocalizedText(nl: "Was", en: "Before")
    static let after = LocalizedText(nl: "Nu", en: "Now")

    static func kind(_ kind: RuleChange.Kind) -> LocalizedText {
        switch kind {
        case .added: LocalizedText(nl: "nieuw", en: "new")
        case .removed: LocalizedText(nl: "weg", en: "gone")
        case .changed: LocalizedText(nl: "gewijzigd", en: "changed")
        }
    }
}
