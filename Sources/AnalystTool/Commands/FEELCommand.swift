import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst feel`: the value of one expression. What gave null, and what is correct but probably not meant, is told on
/// standard error; with `--explain` it stands with the value. A text that is not FEEL ends with exit code 3.
///
/// `analyst feel --functions` lists the functions, or tells of one what it takes and gives. A name that no function has
/// ends with exit code 2.
struct FEELCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feel", abstract: "Reken één FEEL-expressie uit. / Evaluate one FEEL expression.",
        discussion: """
            analyst feel 'sum(for i in 1..10 return i ** 2)' --explain
            analyst feel -- '-5 + 3'
            analyst feel --functions
            analyst feel --functions round up
            """)

    @Argument(
        help:
            "Expressie, tussen enkele aanhalingstekens; na --functions de naam van een functie. / Expression, in single quotes; after --functions the name of a function."
    )
    var words: [String] = []

    @Flag(
        help:
            "Toon ook de zin in woorden, soort, opmerkingen, normale vorm en namen. / Show the sentence in words, type, notes, normal form and names as well."
    )
    var explain = false

    @Flag(help: "Toon alle functies, of één met voorbeelden. / Show all functions, or one with examples.")
    var functions = false

    @Option(name: .customLong("lang"), help: "Taal: nl of en. / Language: nl or en.")
    var languageCode: String?

    func validate() throws {
        if functions, explain { throw ValidationError("--functions, --explain: een van de twee / one of the two") }
        guard functions || words.count == 1 else {
            throw ValidationError(
                "Geef één expressie, tussen enkele aanhalingstekens. / Give one expression, in single quotes.")
        }
    }

    func run() throws {
        let language = Language.asked(languageCode)
        if functions { return try tellFunctions(language) }
        let answer = FEELAnswer(to: words.joined(), now: LocalDay.now, language: language)
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

    private func tellFunctions(_ language: Language) throws {
        guard !words.isEmpty else {
            Console.output(FunctionList.text(in: language))
            return
        }
        let name = FunctionName(words)
        guard let function = name.function else {
            Console.error(name.unknown[language])
            throw ExitCode(ExitStatus.usage)
        }
        Console.output(FunctionPage(function, now: LocalDay.now, language).text)
    }
}
