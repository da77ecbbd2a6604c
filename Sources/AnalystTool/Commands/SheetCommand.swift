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
            SheetNewCommand.self, SheetUpdateCommand.self, SheetOutlineCommand.self, SheetShowCommand.self,
            SheetCheckCommand.self,
        ])
}

/// The tables that a sheet is made from: all of a folder, those that are fetched, or both.
struct SheetTableOptions: ParsableArguments {
    @Option(
        help: """
            Map met tabellen; zonder, en zonder --download: de werkmap. / Folder with tables; without it, and without \
            --download: the working folder.
            """)
    var from: String?

    @Option(help: "Jaar van de grenzen; zonder: het nieuwste. / Year of the boundaries; without it the newest.")
    var boundaries: Int?

    @Option(
        help: """
            CSV: welke gebieden van een ander jaar werden welke (zie docs/feitenbladen.md). / CSV: which regions of another \
            year became which (see docs/fact-sheets.md).
            """)
    var crosswalk: String?

    @OptionGroup var download: DownloadOptions

    /// The tables of a folder as they stand in the files, and taken together.
    struct Tables {
        let files: [EditionTable]
        let collection: TableCollection
    }

    /// The tables of the folders; which files are none is told on standard error.
    ///
    /// - Parameter places: the names or codes of the area, whose tables are fetched where that is asked.
    /// - Throws: `UnclearArea` for a name that does not stand for one region, where tables are fetched.
    func tables(_ recipes: ImportRecipes, of places: [String], _ common: CommonOptions) throws -> Tables {
        let fetched = download.isWanted ? try download.folders(of: places, recipes, year: boundaries, common) : []
        let own = from.map { [URL(filePath: $0)] } ?? (download.isWanted ? [] : [URL(filePath: ".")])
        return try common.attempt { () throws(BadInput) in
            var files: [EditionTable] = []
            for folder in fetched + own {
                let content = try TableFolder(url: folder, recipes: recipes).content()
                for other in content.others {
                    Console.error(LocalizedText.notUsed(other.file, other.reason)[common.language])
                }
                files += content.tables
            }
            var stated: Crosswalk?
            if let crosswalk { stated = try Crosswalk(TableFile(argument: crosswalk).text()) }
            return Tables(
                files: files, collection: try TableCollection(files, base: boundaries, crosswalk: stated))
        }
    }
}
