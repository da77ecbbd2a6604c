import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst sheet`: a fact sheet made, brought up to date, shown and checked.
struct SheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Maak of bekijk een feitenblad. / Make or look at a fact sheet.",
        subcommands: [
            SheetNewCommand.self, SheetUpdateCommand.self, SheetShowCommand.self, SheetCheckCommand.self,
        ])
}

/// The tables that a sheet is made from: all of a folder.
struct SheetTableOptions: ParsableArguments {
    @Option(help: "Map met tabellen; zonder: de werkmap. / Folder with tables; without it: the working folder.")
    var from = "."

    @Option(help: "Jaar van de grenzen; zonder: het nieuwste. / Year of the boundaries; without it the newest.")
    var boundaries: Int?

    /// The tables of a folder as they stand in the files, and taken together.
    struct Tables {
        let files: [EditionTable]
        let collection: TableCollection
    }

    /// The tables of the folder; which files are none is told on standard error.
    func tables(_ recipes: ImportRecipes, _ common: CommonOptions) throws -> Tables {
        try common.attempt { () throws(BadInput) in
            let content = try TableFolder(url: URL(filePath: from), recipes: recipes).content()
            for other in content.others {
                Console.error(LocalizedText.notUsed(other.file, other.reason)[common.language])
            }
            return Tables(
                files: content.tables, collection: try TableCollection(content.tables, base: boundaries))
        }
    }
}
