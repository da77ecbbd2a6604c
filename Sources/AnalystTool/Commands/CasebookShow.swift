import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst casebook show`: the text of a case, to read or to print.
struct CasebookShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Toon een casus, of druk hem af. / Show a case, or print it.",
        discussion: "analyst casebook show acht-gebieden overvecht --print --answers")

    @Argument(help: "Casusboek. / Casebook.")
    var casebook: String

    @Argument(help: "Casus. / Case.")
    var caseID: String

    @Flag(name: .customLong("print"), help: "Met de lijsten om uit te kiezen. / With the lists to choose from.")
    var prints = false

    @Flag(help: "Met het model, voor de trainer. / With the model, for the trainer.")
    var answers = false

    @Flag(help: "Alleen de rolbladen. / The role sheets alone.")
    var roles = false

    @OptionGroup var place: CasebookOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let rules = common.compiled(try common.library())
        let prepared = try common.attempt { () throws(BadInput) in try place.prepared(casebook, caseID, rules) }
        let text = CaseText(prepared, common.language, width: StandardTerminal.width)
        Console.output(text.text(for: roles ? .roles : answers ? .answers : prints ? .printing : .reading))
    }
}
