package import RuleEngine

/// The history of a dossier in words, for every face: titles of questions rather than their codes.
package struct HistoryText: Sendable {
    private let ruleBase: RuleBase
    private let language: Language
    private let answers: AnswerText

    package init(_ ruleBase: RuleBase, _ language: Language) {
        self.ruleBase = ruleBase
        self.language = language
        answers = AnswerText(ruleBase, language)
    }

    /// When, and by whom, where that is known.
    package func moment(of entry: HistoryEntry) -> String {
        [AnswerText.moment(entry.instant, in: language), entry.author].compactMap(\.self).joined(separator: ", ")
    }

    /// What was done.
    package func text(of entry: HistoryEntry) -> String {
        let change: String? = entry.question.map { id in
            let question = Question(id.slot, settles: [], in: ruleBase)
            let title = question.map { "\($0.perspectiveTitle[language]): \($0.title[language])" } ?? id.description
            let from = answers.text(of: entry.from, unit: question?.unit)
            return LocalizedText.change(title, from, answers.text(of: entry.to, unit: question?.unit))[language]
        }
        switch entry.kind {
        case .created: return LocalizedText.created[language]
        case .copied: return LocalizedText.copied[language]
        case .answered: return change ?? ""
        case .replaced: return LocalizedText.replaced[language]
        case .undone: return [LocalizedText.undone[language], change].compactMap(\.self).joined(separator: " ")
        case .named: return "\(LocalizedText.named[language]) \(entry.name ?? "")"
        case .closed: return LocalizedText.closed[language]
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let created = LocalizedText(
        nl: "Dossier gemaakt van een feitenblad", en: "Dossier made from a fact sheet")
    fileprivate static let copied = LocalizedText(
        nl: "Dossier gemaakt als kopie van een ander", en: "Dossier made as a copy of another")
    fileprivate static let replaced = LocalizedText(
        nl: "Andere cijfers, inzet of besluiten overgenomen", en: "Other figures, efforts or decisions taken over")
    fileprivate static let undone = LocalizedText(nl: "Ongedaan gemaakt.", en: "Undone.")
    fileprivate static let named = LocalizedText(nl: "Versie bewaard:", en: "Version kept:")
    fileprivate static let closed = LocalizedText(nl: "Dossier gesloten", en: "Dossier closed")

    fileprivate static func change(_ title: String, _ from: String, _ to: String) -> LocalizedText {
        LocalizedText(nl: "\(title): van ‘\(from)’ naar ‘\(to)’", en: "\(title): from ‘\(from)’ to ‘\(to)’")
    }
}
