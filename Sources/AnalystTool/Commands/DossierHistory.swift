import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier history`: who did what and when, from what to what.
struct DossierHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Laat de geschiedenis zien. / Show the history.",
        discussion: "analyst dossier history \"Overvecht\"")

    @Argument(help: "Naam of titel van het dossier. / Name or title of the dossier.")
    var dossier: String

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (store, dossier) = try options.chosen(dossier, common)
        let history = try options.attempt(common) { () throws(DossierFault) in try store.history(of: dossier.id) }
        for entry in history {
            Console.output("\(entry.line(in: common.language))\n")
        }
    }
}

extension HistoryEntry {
    /// The entry on one line: number, when, who, what.
    func line(in language: Language) -> String {
        let who = author ?? LocalizedText.nobody[language]
        return "\(number). \(instant)  \(who): \(words[language])"
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let nobody = LocalizedText(nl: "onbekend", en: "unknown")
}

extension HistoryEntry {
    fileprivate var words: LocalizedText {
        switch kind {
        case .created: LocalizedText(nl: "gemaakt van een feitenblad", en: "made from a sheet")
        case .copied: LocalizedText(nl: "gemaakt als kopie", en: "made as a copy")
        case .answered: change
        case .replaced: LocalizedText(nl: "ander feitenblad overgenomen", en: "another sheet taken over")
        case .undone:
            LocalizedText(
                nl: "\(undoes ?? 0) ongedaan gemaakt" + (question == nil ? "" : ", \(change.nl)"),
                en: "\(undoes ?? 0) undone" + (question == nil ? "" : ", \(change.en)"))
        case .named:
            LocalizedText(nl: "versie ‘\(name ?? "")’ bewaard", en: "version ‘\(name ?? "")’ kept")
        case .closed: LocalizedText(nl: "afgesloten", en: "closed")
        }
    }

    /// `bewoners.overlast: yes → no`
    private var change: LocalizedText {
        let (before, after) = (Self.words(from), Self.words(to))
        let name = question?.description ?? ""
        return LocalizedText(
            nl: "\(name): \(before.nl) → \(after.nl)", en: "\(name): \(before.en) → \(after.en)")
    }

    private static func words(_ answer: Answer?) -> LocalizedText {
        switch answer?.value {
        case nil: LocalizedText(nl: "geen antwoord", en: "no answer")
        case .yes: LocalizedText(nl: "ja", en: "yes")
        case .no: LocalizedText(nl: "nee", en: "no")
        case .unknown: LocalizedText(nl: "weet niet", en: "don’t know")
        case .notApplicable: LocalizedText(nl: "niet van toepassing", en: "not applicable")
        case .skipped: LocalizedText(nl: "later", en: "later")
        case .counted(let yes, let no):
            LocalizedText(nl: "\(yes) ja en \(no) nee", en: "\(yes) yes and \(no) no")
        case .number(let number):
            LocalizedText(nl: number.description.replacing(".", with: ","), en: number.description)
        case .between(let low, let high):
            LocalizedText(
                nl: "\(low) tot \(high)".replacing(".", with: ","), en: "\(low) to \(high)")
        }
    }
}
