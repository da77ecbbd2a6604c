import Analyst
internal import ArgumentParser
import DecisionModels
import Foundation
import RuleEngine

/// `analyst dmn export`: rules as a decision model.
struct DMNExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Maak een beslismodel van regels. / Make a decision model of rules.",
        discussion: """
            analyst dmn export rules/wonen -o wonen.dmn --date 2026-11-01

            Wat een model niet kan zeggen wordt genoemd.
            What a model cannot say is named.
            """)

    @Argument(help: "Bestand of map met regels. / File or folder of rules.")
    var path: String

    @Option(name: .shortAndLong, help: "Bestand voor het model. / File for the model.")
    var output: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let date = try common.analysisDate()
        let library = try common.library(named: path)
        let target = OutputFile(output)
        try target.prepare(inputs: library.identities, language: common.language)
        let name = URL(filePath: output).deletingPathExtension().lastPathComponent
        let model = ModelOfRules(library.ruleBase, on: date, name: name, language: common.language)
        target.writeOrEnd(model.xml)
        Console.error(model.text(in: common.language))
        if model.count == 0 { throw ExitCode(ExitStatus.findings) }
    }
}
