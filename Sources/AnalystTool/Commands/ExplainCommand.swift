import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst explain CODE`: the long explanation of a message.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Leg een melding uit. / Explain a message.",
        discussion: """
            analyst explain feel/chained-comparison
            analyst explain table/gap
            """)

    @Argument(help: "Code achter een melding; zonder: alle codes. / Code behind a message; without it: all codes.")
    var code: String?

    @Option(name: .customLong("lang"), help: "Taal: nl of en. / Language: nl or en.")
    var languageCode: String?

    func validate() throws {
        if let languageCode, Language(rawValue: languageCode) == nil { throw ValidationError("--lang: nl, en") }
    }

    func run() throws {
        let language = Language.asked(languageCode)
        guard let code else {
            Console.output(CodePage.all.map { $0.code + "\n" }.joined())
            return
        }
        guard let page = CodePage.named(code) else {
            Console.error(unknown(code, near: CodePage.near(code))[language])
            throw ExitCode(ExitStatus.badInput)
        }
        Console.output(page.text(in: language))
    }
}

// MARK: - Wordings

private func unknown(_ code: String, near: String?) -> LocalizedText {
    LocalizedText(
        nl: "er is geen melding ‘\(code)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
        en: "there is no message ‘\(code)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
}
