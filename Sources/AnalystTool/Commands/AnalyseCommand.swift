import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst analyse`: the analysis of one or more areas.
struct AnalyseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse",
        abstract: "Analyseer een gebied. / Analyse an area.",
        discussion: "analyst analyse sheets/areas/rotterdam-zuid.yaml --format html -o rotterdam-zuid.html")

    @Argument(help: "Feitenbladen. / Fact sheets.")
    var sheets: [String]

    @Option(help: "Vorm: text, html, md of json. / Format: text, html, md or json.")
    var format: ReportFormat = .text

    @Option(
        name: [.short, .customLong("output")], help: "Bestand; zonder: het scherm. / File; without it: the screen.")
    var output: String?

    @Flag(
        name: .customLong("later-figures"),
        help: "Gebruik ook cijfers die na de datum verschenen. / Use figures published after the date too.")
    var laterFigures = false

    @Flag(help: "Text en md: ook wat nu alleen wordt genoemd. / Text and md: tell what is only named otherwise.")
    var details = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let date = try common.analysisDate()
        let library = try common.library()
        let file = output.map { OutputFile($0) }
        let inputs = library.identities + sheets.compactMap { InputFile($0).identity }
        try file?.prepare(inputs: inputs, language: common.language)
        let rules = common.compiled(library)
        var analyses: [AnalysisDocument] = []
        for path in sheets {
            let sheet = try common.sheet(path, for: library.ruleBase)
            let area = AreaSession(sheet, under: rules, on: date, laterFigures: laterFigures)
            let faults = area.session.diagnostics
            if !faults.isEmpty {
                Console.error(DiagnosticRenderer(language: common.language, sources: library.files).render(faults))
                if !common.allowErrors, faults.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
            }
            analyses.append(AnalysisComposer(area, language: common.language).document())
        }
        let text = ReportRenderer.render(analyses, format: format, language: common.language, details: details)
        if let file {
            file.writeOrEnd(report: text)
        } else {
            Console.output(text)
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}
