import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst what-if`: what changes in the conclusions when figures, answers or facts are otherwise. The sheet stays as it is.
struct WhatIfCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: "Wat verandert er als cijfers of antwoorden anders zijn? / What changes when figures or answers do?",
        discussion:
            "analyst what-if sheets/areas/rotterdam-zuid.yaml --set bijstand=5,5 --set bewoners.drugsoverlast=ja")

    @Argument(help: "Feitenblad. / Fact sheet.")
    var sheet: String

    @Option(
        name: .customLong("set"),
        help:
            "naam=waarde; stem.vraag=ja, nee of onbekend; soort:code=ja of nee. / name=value; voice.question=yes, no or unknown; kind:code=yes or no."
    )
    var changes: [String]

    @Option(help: "Vorm: text of json. / Format: text or json.")
    var format: AnswerFormat = .text

    @OptionGroup var depth: DepthOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let date = try common.analysisDate()
        let library = try common.library()
        let sheet = try common.sheet(sheet, for: library.ruleBase)
        let reader = InputChangeReader(ruleBase: library.ruleBase, language: common.language)
        let changes = try self.changes.map { text in
            do {
                return try reader.change(text)
            } catch let problem as InputChangeReader.Problem {
                Console.error(problem.message)
                throw ExitCode(ExitStatus.usage)
            }
        }
        let area = AreaSession(sheet, under: common.compiled(library), on: date, running: .all)
        let other = area.changed(by: changes).session
        let difference = area.session.difference(to: other)
        switch format {
        case .text:
            let lines = ExplanationRenderer(area, common.language, depth: depth.value).lines(difference, to: other)
            Console.output(lines.joined(separator: "\n") + "\n")
        case .json:
            Console.output(ExplanationJSON(area, common.language).whatIf(changes, other, difference))
        }
    }
}
