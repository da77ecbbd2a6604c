import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst screen`: every buurt or wijk of the country in one run.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Loop alle buurten of wijken van het land na. / Screen all buurten or wijken of the country.",
        discussion: """
            analyst screen kwb-2020-84799NED.csv.gz rivm-2020-50090NED-18plus.csv.gz --level buurt --format csv -o buurten.csv
            analyst screen kwb-2020-84799NED.csv.gz --stream < codes.ndjson > answers.ndjson

            Naast de uitvoer komt LEESMIJ.md: waarvoor u dit gebruikt, en waarvoor niet.
            LEESMIJ.md is written beside the output: what to use this for, and what not.
            Met --stream noemt elke regel van de standaardinvoer een gebied: {"code": "BU03630001"}; een plaats krijgt het niet.
            With --stream each line of standard input names an area: {"code": "BU03630001"}; it gets no place.
            """)

    @Argument(help: "Tabellen: Kerncijfers (CBS), Gezondheid (RIVM), namen. / Tables: key figures, health, names.")
    var tables: [String]

    @Option(help: "buurt of wijk / buurt or wijk")
    var level: ScreenLevel = .buurt

    @Option(help: "csv of json / csv or json")
    var format: ScreenFormat = .csv

    @Option(name: .shortAndLong, help: "Bestand voor de uitkomst. / File for the result.")
    var output: String?

    @Flag(
        help: "Lees codes en schrijf gebieden een voor een (NDJSON). / Read codes and write areas one by one (NDJSON).")
    var stream = false

    @Flag(help: "Met --stream: stop bij een regel die niet deugt. / With --stream: end at a bad line.")
    var strict = false

    @Flag(
        name: .customLong("later-figures"),
        help: "Gebruik ook cijfers die na de datum verschenen. / Use figures published after the date too.")
    var laterFigures = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if (output == nil) != stream { throw ValidationError(LocalizedText.outputOrStream[common.language]) }
        if strict, !stream { throw ValidationError("--strict: --stream") }
        if let output, URL(filePath: output).lastPathComponent == ScreeningNotes.plainFileName {
            throw ValidationError(LocalizedText.outputName[common.language])
        }
    }

    func run() throws {
        let date = try common.analysisDate()
        let library = try common.library()
        guard let output else { return try runStream(library, date) }
        let language = common.language
        let result = OutputFile(output)
        let notesName = notesName(beside: output)
        let notes = OutputFile(URL(filePath: output).deletingLastPathComponent().appending(path: notesName).path)
        let inputs = library.identities + tables.compactMap { InputFile($0).identity }
        for file in [result, notes] { try file.prepare(inputs: inputs, language: language) }
        let collection = try collection(library)
        let screening = try common.attempt { () throws(BadInput) in
            try Screening(common.compiled(library), collection, level: level.region, date: date, later: laterFigures)
        }
        if !screening.diagnostics.isEmpty {
            Console.error(DiagnosticRenderer(language: language, sources: library.files).render(screening.diagnostics))
            if !common.allowErrors { throw ExitCode(1) }
        }
        let text =
            switch format {
            case .csv: ScreeningCSV(screening: screening, language: language).text
            case .json: ScreeningJSON(screening: screening, language: language).text
            }
        // The conditions of use come first, so that no result is ever without them.
        let name = URL(filePath: output).lastPathComponent
        let page = ScreeningNotes(screening.ruleBase).page(
            screening, output: name, omissions: library.omissions)
        if result.isStream {
            Console.error(page)
        } else {
            notes.writeOrEnd(report: page)
        }
        result.writeOrEnd(report: text)
        Console.error(LocalizedText.written(screening, output, notesName)[language])
    }

    /// The tables that the user names, together.
    private func collection(_ library: RuleLibrary) throws -> TableCollection {
        let recipes = try common.recipes(library)
        return try common.attempt { () throws(BadInput) in
            var editions: [EditionTable] = []
            for path in tables {
                editions += try recipes.tables(in: TableFile(argument: path).document())
            }
            return try ScreeningTables.collection(editions)
        }
    }

    private func runStream(_ library: RuleLibrary, _ date: FEELDate) throws {
        let collection = try collection(library)
        var answers = try common.attempt { () throws(BadInput) in
            try ScreeningStream(
                common.compiled(library), collection, level: level.region, date: date, later: laterFigures)
        }
        // The conditions of use go with every result.
        Console.error(ScreeningNotes(library.ruleBase).all.map { $0.text[common.language] }.joined(separator: "\n"))
        try StreamFilter(isStrict: strict, language: common.language)
            .run { line, name throws(BadInput) in try answers.answer(to: line, name: name) }
    }

    /// The name of the file with the conditions of use, which stands beside the result.
    private func notesName(beside output: String) -> String {
        let file = URL(filePath: output)
        let plain = file.deletingLastPathComponent().appending(path: ScreeningNotes.plainFileName)
        let present: String?
        do {
            present = try TextFile.read(plain).text
        } catch {
            // Without such a file, or with one that is no text, the plain name is used; writing tells whether that can be.
            present = nil
        }
        return ScreeningNotes.fileName(beside: file.lastPathComponent, present: present)
    }
}

/// The sizes of area that can be screened.
enum ScreenLevel: String, CaseIterable, ExpressibleByArgument {
    case buurt, wijk

    var region: RegionCode.Level {
        switch self {
        case .buurt: .buurt
        case .wijk: .wijk
        }
    }
}

/// The forms of the result.
enum ScreenFormat: String, CaseIterable, ExpressibleByArgument {
    case csv, json
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let outputOrStream = LocalizedText(
        nl: "geef met -o een bestand voor de uitkomst, of --stream; een van de twee",
        en: "give a file for the result by -o, or --stream; one of the two")

    fileprivate static let outputName = LocalizedText(
        nl: "\(ScreeningNotes.plainFileName) komt naast de uitkomst; geef de uitkomst een andere naam",
        en: "\(ScreeningNotes.plainFileName) goes beside the result; give the result another name")

    fileprivate static func written(_ screening: Screening, _ path: String, _ readme: String) -> LocalizedText {
        let ranked = screening.rows.count { $0.place != nil }
        return LocalizedText(
            nl: "\(screening.rows.count) gebieden in \(path), waarvan \(ranked) met een plaats; lees \(readme)",
            en: "\(screening.rows.count) areas in \(path), \(ranked) of them with a place; read \(readme)")
    }
}
