import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst compare`: what the analysis of a second sheet says otherwise than that of a first, and by which rules.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Vergelijk twee gebieden of twee momenten. / Compare two areas or two moments.",
        discussion: "analyst compare sheets/areas/rotterdam-zuid.yaml sheets/areas/heerlen-noord.yaml")

    @Argument(help: "Eerste feitenblad. / First fact sheet.")
    var first: String

    @Argument(help: "Tweede feitenblad. / Second fact sheet.")
    var second: String

    @Option(
        name: .customLong("second-date"),
        help:
            "Datum van de tweede analyse; zonder: die van de eerste. / Date of the second analysis; without it: that of the first."
    )
    var secondDate: String?

    @Flag(
        help:
            "Eén bladzijde: problemen, kernopgaven, pakket en cijfers van toen en nu. / One page: problems, challenges, package and figures then and now."
    )
    var page = false

    @Option(help: "Vorm: text of json. / Format: text or json.")
    var format: AnswerFormat = .text

    @OptionGroup var depth: DepthOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let date = try common.analysisDate()
        var other = date
        if let secondDate {
            guard let day = LocalDay.day(written: secondDate) else {
                throw ValidationError("--second-date: jjjj-mm-dd / yyyy-mm-dd")
            }
            other = day
        }
        let library = try common.library()
        let rules = common.compiled(library)
        let sheets = try [first, second].map { try common.sheet($0, for: library.ruleBase) }
        let areas = zip(sheets, [date, other]).map {
            AreaSession($0, under: rules, on: $1, running: .all)
        }
        if page {
            let composers = areas.map { AnalysisComposer($0, language: common.language) }
            let update = AreaUpdate(from: composers[0], to: composers[1]).document
            let request = ReportRequest(format == .json ? .json : .text, common.language)
            Console.output(try ReportRenderer.bytes([update], request))
            return
        }
        let difference = areas[0].session.difference(to: areas[1].session)
        switch format {
        case .text:
            let names = areas.map {
                "\($0.sheet.title[common.language]), \(DateText.text(of: $0.date, in: common.language))"
            }
            let head = common.language == .nl ? "\(names[1]) tegenover \(names[0])" : "\(names[1]) against \(names[0])"
            let lines = ExplanationRenderer(areas[0], common.language, depth: depth.value)
                .lines(difference, to: areas[1].session)
            Console.output(([head] + lines).joined(separator: "\n") + "\n")
        case .json:
            Console.output(ExplanationJSON(areas[0], common.language).comparison(with: areas[1], difference))
        }
    }
}
