import Analyst
import ArgumentParser
import Foundation
import RuleEngine

/// `analyst import`: fact sheets from published tables.
///
/// Nothing is written unless all input is in order. Bad input ends with exit code 3.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Maak feitenbladen van tabellen. / Make fact sheets from tables.",
        subcommands: [ImportFolder.self, ImportTables.self, ImportRecipesCommand.self])

    /// Exit code for input that cannot be used.
    static let badInput = ExitCode(ExitStatus.badInput)
}

/// `analyst import folder`: sheets from all tables of a folder.
struct ImportFolder: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "folder",
        abstract: "Alle tabellen uit een map. / All tables of a folder.",
        discussion: "analyst import folder tabellen")

    @Option(help: "Map met de tabellen. / Folder with the tables.")
    var tables: String

    @Option(help: "CSV met gebieden; zonder: de genoemde codes. / CSV of areas; without it: the codes given.")
    var areas: String?

    @OptionGroup var options: ImportOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if areas == nil { try options.requireRegions() }
    }

    /// All files beside the tables; none when the folder cannot be read, which is told when a table is.
    private var tableFiles: [String] {
        do {
            return try FolderTree.names(in: tables).map { "\(tables)/\($0)" }
        } catch {
            return []
        }
    }

    func run() throws {
        try options.run(common, inputs: tableFiles + [areas]) { recipes throws(BadInput) in
            let content = try TableFolder(url: URL(filePath: tables), recipes: recipes).content()
            for other in content.others {
                Console.error(LocalizedText.notUsed(other.file, other.reason)[common.language])
            }
            return content.tables
        } areas: { collection throws(BadInput) in
            var result = try options.areas(in: collection)
            if let areas {
                result += try AreaDefinition.all(TableFile(argument: areas).text())
            }
            return result
        }
    }
}

/// `analyst import tables`: sheets from the tables that are named.
struct ImportTables: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables", abstract: "De genoemde tabellen. / The tables that are named.",
        discussion: """
            analyst import tables 84799NED.csv 50090NED.csv --region WK036376 -o feitenbladen

            Welke tabel een bestand is, blijkt uit de kolommen; het jaar uit de tabel zelf, uit --year of --table, of uit de \
            naam van het bestand.
            Which table a file is, its columns tell; the year is told by the table itself, by --year or --table, or by the \
            name of the file.
            """)

    @Argument(help: "Tabellen (CSV, JSON, XLSX, ODS, ook ingepakt). / Tables (CSV, JSON, XLSX, ODS, also packed).")
    var tables: [String]

    @Option(help: "Het jaar van de cijfers, bij één tabel. / The year of the figures, with one table.")
    var year: Int?

    @Option(help: "Het nummer van de tabel, zoals 84799NED, bij één tabel. / The number of the table, with one table.")
    var table: String?

    @OptionGroup var options: ImportOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try options.requireRegions()
        if tables.count > 1, year != nil || table != nil {
            throw ValidationError(
                "--year, --table: bij één tabel; zet bij meer tabellen het nummer in de naam van het bestand. / "
                    + "with one table; with more, put the number in the name of the file.")
        }
    }

    func run() throws {
        try options.run(common, inputs: tables) { recipes throws(BadInput) in
            var editions: [EditionTable] = []
            for path in tables {
                let document = try TableFile(argument: path).document()
                editions += try recipes.tables(in: document, stated: .init(year: year, table: table))
            }
            return editions
        } areas: { collection throws(BadInput) in
            try options.areas(in: collection)
        }
    }
}

/// What both importers ask.
struct ImportOptions: ParsableArguments {
    @Option(name: .customLong("region"), help: "Code van een wijk of buurt, mag vaker. / Code of a wijk or buurt.")
    var regions: [String] = []

    @Option(help: "Jaar van de grenzen; zonder: het nieuwste. / Year of the boundaries; without it the newest.")
    var boundaries: Int?

    @Option(name: .shortAndLong, help: "Map voor de feitenbladen. / Folder for the sheets.")
    var output: String
}

extension ImportOptions {
    fileprivate func requireRegions() throws {
        guard !regions.isEmpty else {
            throw ValidationError("Noem een gebied met --region. / Name an area with --region.")
        }
    }

    fileprivate func areas(in tables: TableCollection) throws(BadInput) -> [AreaDefinition] {
        var result: [AreaDefinition] = []
        for region in regions { result.append(try AreaDefinition.region(region, in: tables)) }
        return result
    }

    /// Reads, builds, looks whether the sheets can be analysed, and only then writes; diagnostics go to standard error.
    ///
    /// - Parameter inputs: the files that are read, none of which may be written over.
    fileprivate func run(
        _ common: CommonOptions, inputs: [String?],
        _ tables: (ImportRecipes) throws(BadInput) -> [EditionTable],
        areas: (TableCollection) throws(BadInput) -> [AreaDefinition]
    ) throws {
        let language = common.language
        let library = try common.library()
        let recipes = try common.recipes(library)
        let folder = SheetFolder(url: URL(filePath: output))
        let (outputs, remarks) = try common.attempt { () throws(BadInput) in
            let collection = try TableCollection(tables(recipes), base: boundaries)
            let builder = SheetBuilder(
                collection, recipes.indicators, memberships: AreaMemberships(library.ruleBase))
            var sheets: [ImportedSheet] = []
            var remarks = builder.remarks
            for area in try areas(collection) {
                let built = try builder.sheet(of: area)
                sheets.append(built.sheet)
                remarks += built.remarks
            }
            let files = try folder.files(of: sheets)
            for file in files { try FactSheet.verify(file.text, as: file.file.name, against: library.ruleBase) }
            return (files, remarks)
        }
        if !remarks.isEmpty {
            Console.error(DiagnosticRenderer(language: language, sources: []).render(remarks))
        }
        let identities = inputs.compactMap { $0.flatMap { InputFile($0).identity } }
        for output in outputs { try output.file.prepare(inputs: identities, language: language) }
        do {
            try folder.create()
        } catch {
            Console.fail(toWrite: output, error)
        }
        for output in outputs { output.file.writeOrEnd(report: output.text) }
        Console.output(written(outputs.count, output)[language] + "\n")
    }
}

// MARK: - Wordings

extension LocalizedText {
    static func notUsed(_ file: String, _ reason: Diagnostic) -> LocalizedText {
        LocalizedText(
            nl: "Niet gebruikt: \(file): \(reason.message.nl)", en: "Not used: \(file): \(reason.message.en)")
    }
}

private func written(_ count: Int, _ folder: String) -> LocalizedText {
    LocalizedText(nl: "\(count) feitenbladen geschreven in \(folder)", en: "\(count) fact sheets written to \(folder)")
}
