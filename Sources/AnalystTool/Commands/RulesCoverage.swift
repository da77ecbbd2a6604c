import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst rules coverage`: what the cases try of the rules.
struct RulesCoverage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Toon wat de gevallen van de regels raken. / Show what the cases try of the rules.",
        discussion: """
            analyst rules coverage --filter wonen/wonen
            analyst rules coverage --format html -o dekking.html

            Van elke regel of zij raakt en net niet, van elke voorwaarde, rij en grens beide kanten.
            Of each rule whether it fires and nearly fires, of each condition, row and threshold both sides.
            """)

    @Option(
        help:
            "Alleen regels en grenzen waarvan naam of bestand deze tekst bevat. / Only rules and parameters of which name or file holds this text."
    )
    var filter: String?

    @Option(help: "Vorm: text, json of html. / Format: text, json or html.")
    var format: PageFormat = .text

    @Option(name: .shortAndLong, help: "Bestand; zonder: het scherm. / File; without it: the screen.")
    var output: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try common.library()
        let filter = RuleTestFilter(filter)
        let run = RuleTestRun(
            try common.cases(library), common.compiled(library), filter: filter, countsAll: true,
            tellsConditions: true, language: common.language)
        let report = CoverageReport(run: run, filter: filter, language: common.language, tellsConditions: true)
        let text =
            switch format {
            case .text: report.text + report.summary + "\n" + report.conditionSummary + "\n"
            case .json: report.json.text + "\n"
            case .html: CoveragePage(report, files: library.files).html
            }
        try PageOutput.write(text, to: output, inputs: library.identities, language: common.language)
    }
}
