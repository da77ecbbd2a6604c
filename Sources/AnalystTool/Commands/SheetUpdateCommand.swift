import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst sheet update`: newer figures into a sheet; what people wrote in it stays.
///
/// What changes is shown before it is written. Regions that the new tables do not have, or call otherwise, end with exit
/// code 3.
struct SheetUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Zet nieuwe cijfers in een feitenblad. / Put new figures into a sheet.",
        discussion: """
            analyst sheet update nolensbuurt-schiedam.yaml --from tabellen --dry-run
            analyst sheet update nolensbuurt-schiedam.yaml --download

            Antwoorden, inzet, stemmen, eigen oordelen en opmerkingen blijven precies zoals ze zijn. Cijfers van eerdere jaren \
            blijven als reeks.
            Answers, efforts, voices, overrules and comments stay exactly as they are. Figures of earlier years stay as a \
            series.
            """)

    @Argument(help: "Feitenblad; de cijfers komen erin. / Fact sheet; the figures are written into it.")
    var sheet: String

    @Flag(name: .customLong("dry-run"), help: "Laat alleen zien wat er verandert. / Only show what changes.")
    var isTrial = false

    @OptionGroup var tables: SheetTableOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let language = common.language
        guard !InputFile(sheet).isStream, DossierArgument(sheet) == nil else {
            throw ValidationError(LocalizedText.noStream[language])
        }
        let library = try common.library()
        let recipes = try common.recipes(library)
        let facts = try common.sheet(sheet, for: library.ruleBase)
        let file = OutputFile(sheet)
        if !isTrial { file.sweep() }
        let tables = try tables.tables(recipes, of: facts.parts.map(\.code), common)
        let update = try common.attempt { () throws(BadInput) in
            try SheetUpdate(of: facts, tables.collection, recipes, against: library.ruleBase)
        }
        for use in TableUse.all(of: tables.files, in: update.made, tables.collection) {
            Console.error(use.line[language])
        }
        for line in CrosswalkUse.lines(for: update.made.area.countedRegions, in: tables.collection) {
            Console.error(line[language])
        }
        if !update.remarks.isEmpty {
            Console.error(DiagnosticRenderer(language: language, sources: []).render(update.remarks))
        }
        Console.output(update.difference.text(in: language, recipes.indicators))
        guard update.text != facts.file.text, !isTrial else { return }
        do {
            try file.write(Array(update.text.utf8))
        } catch {
            Console.fail(toWrite: file.name, error)
        }
        Console.output(LocalizedText.written(sheet)[language] + "\n")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noStream = LocalizedText(
        nl: "de cijfers komen in het feitenblad: noem een bestand", en: "figures go into the sheet: name a file")

    fileprivate static func written(_ path: String) -> LocalizedText {
        LocalizedText(nl: "Bijgewerkt: \(path)", en: "Brought up to date: \(path)")
    }
}
