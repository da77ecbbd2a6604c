import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier list`: which dossiers there are, the one that was changed last first.
struct DossierList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Noem de dossiers. / List the dossiers.",
        discussion: "analyst dossier list")

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        guard try options.exists else {
            Console.error(LocalizedText.none(try options.path)[common.language])
            return
        }
        let store = try options.store(common)
        let dossiers = try options.attempt(common) { () throws(DossierFault) in try store.list() }
        for dossier in dossiers {
            Console.output("\(dossier.title) (\(dossier.municipality))\n")
            Console.output("  \(dossier.id)  \(LocalizedText.standing(dossier)[common.language])\n")
        }
        if dossiers.isEmpty { Console.error(LocalizedText.none(try options.path)[common.language]) }
    }
}

extension DossierSummary.State {
    /// Open, or since when not.
    var words: LocalizedText {
        switch self {
        case .open: LocalizedText(nl: "open", en: "open")
        case .closed(let instant):
            LocalizedText(nl: "afgesloten op \(instant.prefix(10))", en: "closed on \(instant.prefix(10))")
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func none(_ path: String) -> LocalizedText {
        LocalizedText(nl: "Er zijn geen dossiers in \(path).", en: "There are no dossiers in \(path).")
    }

    fileprivate static func standing(_ dossier: DossierSummary) -> LocalizedText {
        let (count, day) = (dossier.answered, dossier.changed.prefix(10))
        return LocalizedText(
            nl: "\(day), \(count) \(count == 1 ? "antwoord" : "antwoorden"), \(dossier.state.words.nl)",
            en: "\(day), \(count) \(count == 1 ? "answer" : "answers"), \(dossier.state.words.en)")
    }
}
