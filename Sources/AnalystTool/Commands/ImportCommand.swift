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
        subcommands: [ImportFolder.self, ImportCBS.self, ImportRIVM.self])

    /// Exit code for input that cannot be used.
    static let badInput = ExitCode(ExitStatus.badInput)
}

/// `analyst import folder`: sheets from all tables of the project's data set.
struct ImportFolder: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "folder",
        abstract: "Alle tabellen uit een map. / All tables of a folder.")

    @Option(help: "Map met de tabellen. / Folder with the tables.")
    var tables: String

    @Option(help: "CSV met gebieden; zonder: de genoemde codes. / CSV of areas; without it: the codes given.")
    var areas: String?

    @OptionGroup var common: ImportOptions

    func validate() throws {
        if areas == nil { try common.requireRegions() }
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
        try common.run(inputs: tableFiles + [areas]) { () throws(BadInput) in
            try TableFolder(url: URL(filePath: tables)).tables()
        } areas: { collection throws(BadInput) in
            var result = try common.areas(in: collection)
            if let areas {
                result += try AreaDefinition.all(TableFile(argument: areas).text())
            }
            return result
        }
    }
}

/// `analyst import cbs`: sheets from Kerncijfers wijken en buurten alone.
struct ImportCBS: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cbs", abstract: "Kerncijfers wijken en buurten 2020 (CBS 84799NED).")

    @Argument(help: "CSV met de kerncijfers. / CSV of the key figures.")
    var kwb: String

    @OptionGroup var common: ImportOptions

    func validate() throws { try common.requireRegions() }

    func run() throws {
        try common.run(inputs: [kwb]) { () throws(BadInput) in
            try common.keyFigures(kwb)
        } areas: { collection throws(BadInput) in
            try common.areas(in: collection)
        }
    }
}

/// `analyst import rivm`: sheets from the health figures, weighted by Kerncijfers.
struct ImportRIVM: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rivm", abstract: "Gezondheid per wijk en buurt 2020 (RIVM 50090NED).")

    @Argument(help: "CSV met de gezondheidscijfers. / CSV of the health figures.")
    var rivm: String

    @Option(help: "CSV met de kerncijfers 2020. / CSV of the key figures 2020.")
    var kwb: String

    @OptionGroup var common: ImportOptions

    func validate() throws { try common.requireRegions() }

    func run() throws {
        try common.run(inputs: [rivm, kwb]) { () throws(BadInput) in
            var collection = try common.keyFigures(kwb)
            collection.rivm = try RIVMTable(TableFile(argument: rivm).text())
            return collection
        } areas: { collection throws(BadInput) in
            try common.areas(in: collection)
        }
    }
}

/// What all importers ask.
struct ImportOptions: ParsableArguments {
    @Option(name: .customLong("region"), help: "Code van een wijk of buurt, mag vaker. / Code of a wijk or buurt.")
    var regions: [String] = []

    @Option(help: "CSV met de namen van de regio's (Key, Title). / CSV of the names of regions.")
    var names: String?

    @Option(name: .shortAndLong, help: "Map voor de feitenbladen. / Folder for the sheets.")
    var output: String

    @Option(help: "nl of en / nl or en")
    var lang: String = "nl"

    func validate() throws {
        guard Language(rawValue: lang) != nil else { throw ValidationError("--lang: nl, en") }
    }
}

extension ImportOptions {
    fileprivate func requireRegions() throws {
        guard !regions.isEmpty else {
            throw ValidationError("Noem een gebied met --region. / Name an area with --region.")
        }
    }

    fileprivate func keyFigures(_ path: String) throws(BadInput) -> TableCollection {
        var regionNames: RegionNames?
        if let names { regionNames = try RegionNames(TableFile(argument: names).text()) }
        return TableCollection(
            kwb: try KWBTable(TableFile(argument: path).text(), names: regionNames))
    }

    fileprivate func areas(in tables: TableCollection) throws(BadInput) -> [AreaDefinition] {
        var result: [AreaDefinition] = []
        for region in regions {
            result.append(try AreaDefinition.region(region, in: tables, table: "CBS StatLine 84799NED"))
        }
        return result
    }

    /// Reads, builds, and only then writes; diagnostics go to standard error.
    ///
    /// - Parameter inputs: the files that are read, none of which may be written over.
    fileprivate func run(
        inputs: [String?],
        _ tables: () throws(BadInput) -> TableCollection,
        areas: (TableCollection) throws(BadInput) -> [AreaDefinition]
    ) throws {
        let language = Language(rawValue: lang) ?? .nl
        let folder = SheetFolder(url: URL(filePath: output))
        let outputs: [(file: OutputFile, text: String)]
        do throws(BadInput) {
            let collection = try tables()
            let builder = SheetBuilder(collection)
            var sheets: [ImportedSheet] = []
            var remarks: [Diagnostic] = []
            for area in try areas(collection) {
                let built = try builder.sheet(of: area)
                sheets.append(built.sheet)
                remarks += built.remarks
            }
            outputs = try folder.files(of: sheets)
            report(remarks, sources: [], in: language)
        } catch {
            report(error.diagnostics, sources: error.sources, in: language)
            throw ImportCommand.badInput
        }
        let identities = (inputs + [names]).compactMap { $0.flatMap { InputFile($0).identity } }
        for output in outputs { try output.file.prepare(inputs: identities, language: language) }
        do {
            try folder.create()
        } catch {
            Console.fail(toWrite: output, error)
        }
        for output in outputs { output.file.writeOrEnd(report: output.text) }
        Console.output(written(outputs.count, output)[language] + "\n")
    }

    private func report(_ diagnostics: [Diagnostic], sources: [SourceFile], in language: Language) {
        guard !diagnostics.isEmpty else { return }
        Console.error(DiagnosticRenderer(language: language, sources: sources).render(diagnostics))
    }
}

// MARK: - Wordings

private func written(_ count: Int, _ folder: String) -> LocalizedText {
    LocalizedText(nl: "\(count) feitenbladen geschreven in \(folder)", en: "\(count) fact sheets written to \(folder)")
}
