import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst sheet new`: the sheet of an area from all tables of a folder.
///
/// The sheet is written last, to a file that is not there yet. A name that is not one region ends with exit code 3.
struct SheetNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Maak het feitenblad van een gebied. / Make the sheet of an area.",
        discussion: """
            analyst sheet new "Nolensbuurt, Schiedam" --from tabellen
            analyst sheet new BU06060607 BU06060608 --title "Nolens- en Newtonbuurt" -o feitenbladen
            analyst sheet new "Nolensbuurt, Schiedam" --download

            Met --download komen de open tabellen van de uitgevers zelf. Alle tabellen in de map waarvoor er een recept is, worden gelezen. Welk bestand waarvoor dient, staat in de \
            foutuitvoer; wat bekend is en wat ontbreekt, in de uitvoer.
            With --download the open tables come from their publishers. All tables of the folder that there is a recipe for are read. Which file is used for what is told on standard \
            error; what is known and what is missing, on standard output.
            """)

    @Argument(
        help: """
            Naam met gemeente, naam of code; meer gebieden worden samengenomen. / Name with municipality, name or code; \
            several are joined.
            """)
    var places: [String] = []

    @Option(parsing: .upToNextOption, help: "Codes die erbij horen. / Codes that belong to it.")
    var parts: [String] = []

    @Option(help: "Naam van het gebied. / Name of the area.")
    var title: String?

    @Option(
        name: .shortAndLong,
        help: """
            Bestand of map voor het feitenblad, - voor het scherm; zonder: de werkmap. / File or folder for the sheet, - for \
            the screen; without it: the working folder.
            """)
    var output: String?

    @OptionGroup var tables: SheetTableOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if places.isEmpty, parts.isEmpty {
            throw ValidationError("Noem een gebied. / Name an area.")
        }
        if let title, title.allSatisfy(\.isWhitespace) {
            throw ValidationError("--title: leeg. / empty.")
        }
    }

    func run() throws {
        let language = common.language
        let library = try common.library()
        let recipes = try common.recipes(library)
        let tables = try clear { try self.tables.tables(recipes, of: places + parts, common) }
        let search = AreaSearch(tables.collection)
        let regions = try clear { try (places + parts).map { try search.region($0) } }
        let area = try common.attempt { () throws(BadInput) in
            try AreaDefinition.joined(regions, title: title, in: tables.collection) { !search.sharesName($0) }
        }
        let file = try file(for: area)
        let made = try common.attempt { () throws(BadInput) in
            try NewSheet(
                of: area, from: tables.files, tables.collection, recipes, against: library.ruleBase,
                file: file?.name ?? "\(area.slug).yaml")
        }
        for use in made.uses { Console.error(use.line[language]) }
        for line in CrosswalkUse.lines(for: area.countedRegions, in: tables.collection) {
            Console.error(line[language])
        }
        if !made.remarks.isEmpty {
            Console.error(DiagnosticRenderer(language: language, sources: []).render(made.remarks))
        }
        let page = made.coverage.text(in: language)
        guard let file else {
            Console.error(page)
            Console.output(made.yaml)
            return
        }
        file.writeOrEnd(report: made.yaml)
        Console.output(page + "\n" + LocalizedText.written(file.name)[language] + "\n")
    }

    /// What follows from the regions that are named, or an end with those that a name may mean.
    private func clear<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let unclear as UnclearArea {
            Console.error(unclear.text(in: common.language))
            throw ExitCode(ExitStatus.badInput)
        }
    }

    /// The file of the sheet, which is not there yet; `nil` for the screen.
    private func file(for area: AreaDefinition) throws -> OutputFile? {
        guard output != "-" else { return nil }
        var path = output ?? "."
        if Self.kind(of: path) == .folder {
            path = URL(filePath: path, directoryHint: .isDirectory).appending(path: "\(area.slug).yaml").relativePath
        }
        let file = OutputFile(path)
        if Self.kind(of: path) != nil, !file.isStream {
            Console.error(LocalizedText.isThere(path)[common.language])
            throw ExitCode(ExitStatus.usage)
        }
        file.sweep()
        return file
    }

    private static func kind(of path: String) -> FileStatus.Kind? {
        do {
            return try FileStatus(of: path).kind
        } catch {
            // Nothing is there, or nothing that can be looked at; writing tells why not.
            return nil
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func isThere(_ path: String) -> LocalizedText {
        LocalizedText(
            nl: "\(path) is er al en wordt niet overschreven. Nieuwe cijfers erin: analyst sheet update \(path)",
            en: "\(path) is there already and is not written over. New figures into it: analyst sheet update \(path)")
    }

    fileprivate static func written(_ path: String) -> LocalizedText {
        LocalizedText(
            nl: "Feitenblad: \(path). Nu: analyst analyse \(path)",
            en: "Fact sheet: \(path). Next: analyst analyse \(path)")
    }
}
