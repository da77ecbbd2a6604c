import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst sheet outline`: how the parts of an area lie, into its sheet, so that reports show a map.
struct SheetOutlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outline",
        abstract: "Zet de omtrek van de delen in een feitenblad. / Put the outlines of the parts into a sheet.",
        discussion: """
            analyst sheet outline sheets/areas/rotterdam-zuid.yaml wijken-2020.geojson --source "CBS en Kadaster, wijken 2020"

            Rapporten tonen dan een kaart van de delen. Het bestand is GeoJSON met de codes van het CBS, in graden of in meters.
            Reports then show a map of the parts. The file is GeoJSON with the codes of CBS, in degrees or in metres.
            """)

    @Argument(help: "Feitenblad; de omtrekken komen erin. / Fact sheet; the outlines are written into it.")
    var sheet: String

    @Argument(help: "Bestand met grenzen, in GeoJSON. / File of boundaries, in GeoJSON.")
    var boundaries: String

    @Option(help: "Van wie de grenzen zijn, en van welk jaar. / Whose boundaries they are, and of which year.")
    var source: String

    @Option(help: "Onder welke voorwaarden. / Under which terms.")
    var licence: String?

    @Flag(name: .customLong("dry-run"), help: "Laat alleen zien wat er verandert. / Only show what changes.")
    var isTrial = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let language = common.language
        guard !InputFile(sheet).isStream, DossierArgument(sheet) == nil else {
            throw ValidationError(LocalizedText.noStream[language])
        }
        guard !source.allSatisfy(\.isWhitespace) else { throw ValidationError(LocalizedText.noSource[language]) }
        let library = try common.library()
        let facts = try common.sheet(sheet, for: library.ruleBase)
        let file = OutputFile(sheet)
        if !isTrial { file.sweep() }
        let codes = facts.parts.map(\.code)
        let lines = try common.attempt { () throws(BadInput) in
            try OutlineFile.lines(in: TableFile(argument: boundaries).text(), of: codes)
        }
        let missing = facts.parts.filter { part in !lines.contains { $0.code == part.code } }
        if !missing.isEmpty {
            Console.error(LocalizedText.missing(missing.map { "\($0.name) (\($0.code))" })[language])
        }
        Console.output(LocalizedText.found(lines.count, of: codes.count)[language] + "\n")
        let text = facts.text(withOutlines: .init(source: source, licence: licence, lines: lines))
        guard text != facts.file.text, !isTrial else { return }
        do {
            try file.write(Array(text.utf8))
        } catch {
            Console.fail(toWrite: file.name, error)
        }
        Console.output(LocalizedText.written(sheet)[language] + "\n")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noStream = LocalizedText(
        nl: "de omtrekken komen in het feitenblad: noem een bestand", en: "outlines go into the sheet: name a file")

    fileprivate static let noSource = LocalizedText(
        nl: "--source: zeg van wie de grenzen zijn", en: "--source: say whose boundaries they are")

    fileprivate static func missing(_ names: [String]) -> LocalizedText {
        let list = names.joined(separator: ", ")
        return LocalizedText(
            nl: "niet in dit bestand, en dus niet op de kaart: \(list)",
            en: "not in this file, and so not on the map: \(list)")
    }

    fileprivate static func found(_ count: Int, of all: Int) -> LocalizedText {
        LocalizedText(
            nl: "Omtrek gevonden van \(count) van \(all) delen.", en: "Outlines found of \(count) of \(all) parts.")
    }

    fileprivate static func written(_ path: String) -> LocalizedText {
        LocalizedText(nl: "Bijgewerkt: \(path)", en: "Brought up to date: \(path)")
    }
}
