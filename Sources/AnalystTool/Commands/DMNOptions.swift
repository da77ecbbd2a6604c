import Analyst
internal import ArgumentParser
import DecisionModels
import RuleEngine

/// What all commands on decision models share.
struct DMNOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: "Taal: nl of en. / Language: nl or en.")
    var languageCode: String?

    func validate() throws {
        if let languageCode, Language(rawValue: languageCode) == nil { throw ValidationError("--lang: nl, en") }
    }

    var language: Language { Language.asked(languageCode) }

    /// A model ready to run, with the clock and the time zones of this machine.
    func program(_ file: ModelFile) -> ModelProgram {
        ModelProgram(file.set, timeZones: SystemTimeZones(), now: LocalDay.now)
    }

    func tell(_ diagnostics: [Diagnostic], _ sources: [SourceFile]) {
        guard !diagnostics.isEmpty else { return }
        Console.error(DiagnosticRenderer(language: language, sources: sources).render(diagnostics))
    }

    /// Runs something that reads input; bad input is told on standard error and ends with an exit code of its own.
    func attempt<Value>(_ body: () throws(BadInput) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            tell(error.diagnostics, error.sources)
            throw ExitCode(ExitStatus.badInput)
        }
    }
}
