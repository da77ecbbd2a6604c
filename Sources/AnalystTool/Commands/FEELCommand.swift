import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst feel`: the value of one expression. What gave null, and what is correct but probably not meant, is told on
/// standard error; with `--explain` it stands with the value. A text that is not FEEL ends with exit code 3.
struct FEELCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feel", abstract: "Reken één FEEL-expressie uit. / Evaluate one FEEL expression.",
        discussion: """
            analyst feel 'sum(for i in 1..10 return i ** 2)' --explain
            analyst feel -- '-5 + 3'
            """)

    @Argument(help: "Expressie, tussen enkele aanhalingstekens. / Expression, in single quotes.")
    var expression: String

    @Flag(
        help:
            "Toon ook de zin in woorden, soort, opmerkingen, normale vorm en namen. / Show the sentence in words, type, notes, normal form and names as well."
    )
    var explain = false

    @Option(name: .customLong("lang"), help: "Taal: nl of en. / Language: nl or en.")
    var languageCode: String?

    func run() throws {
        let answer = FEELAnswer(to: expression, now: LocalDay.now, language: Language.asked(languageCode))
        guard let value = answer.value else {
            Console.error(answer.messages)
            throw ExitCode(ExitStatus.badInput)
        }
        if explain {
            Console.output(answer.explanation)
        } else {
            Console.output(value + "\n")
            if !answer.messages.isEmpty { Console.error(answer.messages) }
        }
    }
}
