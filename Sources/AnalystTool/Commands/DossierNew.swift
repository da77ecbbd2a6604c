import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst dossier new`: a dossier from a fact sheet. Its name goes to standard output.
///
/// Where there is an open dossier on the same area, the command ends with exit code 1 and says so.
struct DossierNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Maak een dossier van een feitenblad. / Make a dossier from a fact sheet.",
        discussion: "analyst dossier new sheets/areas/heerlen-noord.yaml --title \"Heerlen-Noord 2026\"")

    @Argument(help: "Feitenblad. / Fact sheet.")
    var sheet: String

    @Option(help: "Titel; zonder: die van het blad. / Title; without it that of the sheet.")
    var title: String?

    @Flag(
        help: """
            Begin opnieuw, ook als er een open dossier over dit gebied is. / Begin anew, also where there is an open dossier \
            on this area.
            """)
    var another = false

    @OptionGroup var options: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let text = try common.wholeSheet(sheet)
        let id = try DossierOptions.newID()
        let new = try common.attempt { () throws(BadInput) in try NewDossier(id, from: text, title: title) }
        let store = try options.store(common)
        try options.attempt(common) { () throws(DossierFault) in
            try store.list().first { !$0.isClosed && $0.area == new.area }
        }.map(refuse)
        let dossier = try options.attempt(common) { () throws(DossierFault) in
            try store.create(new, by: options.author, at: DossierOptions.now)
        }
        Console.output("\(dossier.id)\n")
        Console.error(LocalizedText.made(dossier.title)[common.language])
    }

    private func refuse(_ dossier: DossierSummary) throws {
        guard !another else { return }
        Console.error(LocalizedText.unfinished(dossier)[common.language])
        throw ExitCode(ExitStatus.findings)
    }
}

extension CommonOptions {
    /// The whole text of a sheet whose codes the rules know, byte order mark included.
    func wholeSheet(_ path: String) throws -> String {
        let ruleBase = try library().ruleBase
        return try attempt { () throws(BadInput) in
            var bytes: [UInt8] = []
            let file = try TextFile.read(argument: path) { bytes = $0 }
            _ = try FactSheet.read(file).checked(against: ruleBase)
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func made(_ title: String) -> LocalizedText {
        LocalizedText(nl: "Het dossier ‘\(title)’ is gemaakt.", en: "The dossier ‘\(title)’ is made.")
    }

    fileprivate static func unfinished(_ dossier: DossierSummary) -> LocalizedText {
        LocalizedText(
            nl: """
                Er is al een open dossier over dit gebied: ‘\(dossier.title)’ (\(dossier.id)). Ga daarin verder, of begin opnieuw \
                met --another.
                """,
            en: """
                There is an open dossier on this area already: ‘\(dossier.title)’ (\(dossier.id)). Go on in that one, or begin \
                anew with --another.
                """)
    }
}
