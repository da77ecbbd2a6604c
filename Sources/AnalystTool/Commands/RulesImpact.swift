import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst rules impact`: what a change of the rules does to areas.
struct RulesImpact: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: "Toon wat gewijzigde regels in gebieden veranderen. / Show what changed rules change in areas.",
        discussion: """
            analyst rules impact --against HEAD
            analyst rules impact --against ../regels-2025 --over sheets/areas
            analyst rules impact --against HEAD~1 --over country --level buurt --format html -o gevolgen.html

            Met --over kiest u feitenbladen (sheets, of mappen en bestanden), country, of tabellen van het hele land.
            With --over you choose fact sheets (sheets, or folders and files), country, or tables of the whole country.
            Voor country staan de tabellen in de map van --tables; zonder die in uw cachemap.
            For country the tables are in the folder of --tables; without it in your cache folder.
            Ook staat er welke oefeningen van casusboeken anders worden; --without-casebooks laat die weg.
            It also tells which exercises of casebooks change; --without-casebooks leaves them out.
            """)

    @Option(
        help:
            "Waarmee vergeleken wordt: een map, of een versie van git. / What to compare with: a folder, or a version of git."
    )
    var against: String

    @Option(
        parsing: .upToNextOption,
        help: "Gebieden: sheets, country, feitenbladen of tabellen. / Areas: sheets, country, fact sheets or tables.")
    var over: [String] = ["sheets"]

    @Option(help: "Map met tabellen van het land. / Folder with tables of the country.")
    var tables: String?

    @Option(help: "buurt of wijk / buurt or wijk")
    var level: ScreenLevel = .buurt

    @Option(help: "Vorm: text, json of html. / Format: text, json or html.")
    var format: PageFormat = .text

    @Option(name: .shortAndLong, help: "Bestand; zonder: het scherm. / File; without it: the screen.")
    var output: String?

    @Flag(help: "Kijk niet naar casusboeken. / Do not look at casebooks.")
    var withoutCasebooks = false

    @OptionGroup var place: CasebookOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let date = try common.analysisDate()
        let library = try common.library()
        let comparison = RuleComparison(
            from: try common.library(before: against), to: library, timeZones: SystemTimeZones())
        var impact = try impact(comparison, library, date)
        if !withoutCasebooks, place.casebooks != nil || RuleLibrary.isFolder(place.folder) {
            impact.casebooks = try common.attempt { () throws(BadInput) in
                CaseImpact(comparison, in: try Casebook.all(in: place.folder), below: place.folder)
            }
        }
        let report = RuleImpactReport(impact, against: against, language: common.language)
        let text =
            switch format {
            case .text: report.text
            case .json: report.json.text + "\n"
            case .html: RuleImpactPage(report).html
            }
        try PageOutput.write(text, to: output, inputs: library.identities, language: common.language)
    }

    // MARK: The areas

    private func impact(_ comparison: RuleComparison, _ library: RuleLibrary, _ date: FEELDate) throws -> RuleImpact {
        if over == ["country"] {
            let folder =
                tables.map { URL(filePath: $0) }
                ?? CacheFolder.url()?.appending(path: RegionCode.netherlands.text)
            guard let folder, RuleLibrary.isFolder(folder) else {
                Console.error(LocalizedText.noTables[common.language])
                throw ExitCode(ExitStatus.badInput)
            }
            let recipes = try common.recipes(library)
            return try common.attempt { () throws(BadInput) in
                let content = try TableFolder(url: folder, recipes: recipes).content()
                return try RuleImpact(
                    comparison, over: try ScreeningTables.collection(content.tables), level: level.region, on: date)
            }
        }
        let paths = over == ["sheets"] ? [sheetsFolder.path] : over
        if paths.contains(where: { !$0.hasSuffix(".yaml") && !RuleLibrary.isFolder(URL(filePath: $0)) }) {
            let recipes = try common.recipes(library)
            return try common.attempt { () throws(BadInput) in
                var editions: [EditionTable] = []
                for path in paths { editions += try recipes.tables(in: TableFile(argument: path).document()) }
                return try RuleImpact(
                    comparison, over: try ScreeningTables.collection(editions), level: level.region, on: date)
            }
        }
        let sheets = try common.attempt { () throws(BadInput) in try SheetFiles.read(paths) }
        return RuleImpact(comparison, over: sheets, on: date)
    }

    /// The folder of fact sheets beside the rules.
    private var sheetsFolder: URL {
        common.rulesFolder.standardizedFileURL.deletingLastPathComponent().appending(path: "sheets")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noTables = LocalizedText(
        nl: "er is geen map met tabellen van het land; noem haar met --tables",
        en: "there is no folder with tables of the country; name it with --tables")
}
