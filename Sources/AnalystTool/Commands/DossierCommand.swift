internal import ArgumentParser

/// `analyst dossier`: the work on areas, kept in a database.
struct DossierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Bewaar het werk aan een gebied. / Keep the work on an area.",
        discussion: """
            Een dossier is een feitenblad met wat daarna is geantwoord, en wie dat deed. U noemt een dossier bij zijn naam (de \
            letters en cijfers uit de lijst, of de eerste vier daarvan) of bij zijn titel. De dossiers staan in één bestand: \
            --database, anders ANALYST_DATABASE, anders analyst/dossiers.sqlite in XDG_STATE_HOME of ~/.local/state. \
            Waar een ander commando een feitenblad leest, mag ook dossier:NAAM staan.
            A dossier is a fact sheet with what was answered since, and by whom. You name a dossier by its name (the letters \
            and digits of the list, or the first four of them) or by its title. The dossiers are in one file: --database, else \
            ANALYST_DATABASE, else analyst/dossiers.sqlite in XDG_STATE_HOME or ~/.local/state. \
            Where another command reads a fact sheet, you may write dossier:NAME.
            """,
        subcommands: [
            DossierList.self, DossierShow.self, DossierNew.self, DossierExport.self, DossierImport.self,
            DossierCopy.self, DossierClose.self, DossierDelete.self, DossierHistory.self, DossierUndo.self,
        ])
}
