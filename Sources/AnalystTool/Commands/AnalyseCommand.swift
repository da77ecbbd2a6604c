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

    @Option(
        help:
            "Bestand voor een bewijs: waarvan de analyse gemaakt is. / File for a receipt: what the analysis is made of."
    )
    var receipt: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let date = try common.analysisDate()
        let library = try common.library()
        let file = output.map { OutputFile($0) }
        let receiptFile = receipt.map { OutputFile($0) }
        let inputs = library.identities + sheets.compactMap { InputFile($0).identity }
        for target in [file, receiptFile] { try target?.prepare(inputs: inputs, language: common.language) }
        if let file, let receiptFile, file.isSame(as: receiptFile) {
            throw ValidationError(LocalizedText.sameFile[common.language])
        }
        let options = AnalysisOptions(
            language: common.language, format: format.rawValue, details: details, laterFigures: laterFigures,
            allowErrors: common.allowErrors)
        var run = AnalysisRun(options, under: common.compiled(library), on: date)
        for path in sheets {
            let faults = run.add(try common.sheet(path, for: library.ruleBase))
            if !faults.isEmpty {
                Console.error(DiagnosticRenderer(language: common.language, sources: library.files).render(faults))
                if !common.allowErrors, faults.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
            }
        }
        let text = run.report
        // A report that is shown is shown whole or not at all; one in a file is there before its receipt.
        file?.writeOrEnd(report: text)
        receiptFile?.writeOrEnd(report: run.receipt(of: text, rules: common.rules).json)
        if file == nil { Console.output(text) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let sameFile = LocalizedText(
        nl: "--receipt en -o zijn hetzelfde bestand; kies twee namen.",
        en: "--receipt and -o are the same file; choose two names.")
}

extension ReportFormat: ExpressibleByArgument {}
