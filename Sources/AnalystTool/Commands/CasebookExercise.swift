import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst casebook exercise`: do a case in the terminal and hand it in. Each line that is typed is kept at once.
struct CasebookExercise: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exercise",
        abstract: "Doe een casus en lever hem in. / Do a case and hand it in.",
        discussion: "analyst casebook exercise acht-gebieden overvecht --answers antwoorden.yaml")

    @Argument(help: "Casusboek. / Casebook.")
    var casebook: String

    @Argument(help: "Casus. / Case.")
    var caseID: String

    @Option(help: "Bestand waarin uw antwoorden komen. / File that your answers go into.")
    var answers: String?

    @OptionGroup var place: CasebookOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let rules = common.compiled(try common.library())
        let prepared = try common.attempt { () throws(BadInput) in try place.prepared(casebook, caseID, rules) }
        let file = OutputFile(answers ?? "\(casebook)-\(caseID).yaml")
        guard !file.isStream else { throw ValidationError(LocalizedText.noStream[common.language]) }
        file.sweep()
        let kept = try common.attempt { () throws(BadInput) in
            InputFile(file.name).identity == nil
                ? CaseAnswers() : try AnswerReader.read(TextFile.read(argument: file.name), for: prepared)
        }
        let language = common.language
        let resumption: @Sendable () -> String = { [casebook, caseID, name = file.name] in
            // Who has typed nothing yet has no file.
            let isKept = InputFile(name).identity != nil
            return (isKept ? LocalizedText.resume(casebook, caseID, name) : LocalizedText.nothingYet)[language]
        }
        let interruption = Interruption { Console.output("\n\(resumption())\n") }
        defer { interruption.cancel() }
        var dialogue = CaseDialogue(
            prepared, kept, on: StandardTerminal(), language: common.language, width: StandardTerminal.width,
            pauses: Console.isTerminal && isatty(STDIN_FILENO) == 1
        ) { answers in
            file.writeOrEnd(Array(answers.text(of: caseID, in: casebook).utf8))
        }
        guard dialogue.run() else {
            Console.output("\(resumption())\n")
            throw ExitCode(ExitStatus.incomplete)
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noStream = LocalizedText(
        nl: "uw antwoorden komen in een bestand: noem er een", en: "your answers go into a file: name one")

    fileprivate static let nothingYet = LocalizedText(
        nl: "U hebt nog niets gekozen; er is niets bewaard.", en: "You have picked nothing yet; nothing is kept.")

    fileprivate static func resume(_ book: String, _ id: String, _ file: String) -> LocalizedText {
        LocalizedText(
            nl:
                "Uw antwoorden staan in \(file). Ga verder met: analyst casebook exercise \(book) \(id) --answers \(file)",
            en: "Your answers are in \(file). Go on with: analyst casebook exercise \(book) \(id) --answers \(file)")
    }
}
