import Analyst
internal import ArgumentParser
import DecisionModels
import RuleEngine

/// `analyst dmn check`: what is wrong with models: their XML, references, types and expressions.
struct DMNCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Controleer beslismodellen. / Check decision models.",
        discussion: """
            analyst dmn check lening.dmn
            analyst dmn check modellen/*.dmn --lang en
            """)

    @Argument(help: "Modellen: bestanden van DMN 1.1 tot en met 1.5. / Models: files of DMN 1.1 to 1.5.")
    var models: [String]

    @OptionGroup var options: DMNOptions

    func run() throws {
        var isSound = true
        var isReadable = true
        for model in models {
            do throws(BadInput) {
                let file = try ModelFile(argument: model)
                let diagnostics = options.program(file).diagnostics
                options.tell(diagnostics, file.sources)
                let errors = diagnostics.count { $0.severity == .error }
                if errors > 0 { isSound = false }
                Console.output(LocalizedText.checked(file, errors, diagnostics.count - errors)[options.language])
            } catch {
                options.tell(error.diagnostics, error.sources)
                isReadable = false
            }
        }
        if !isReadable { throw ExitCode(ExitStatus.badInput) }
        if !isSound { throw ExitCode(ExitStatus.findings) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func checked(_ file: ModelFile, _ errors: Int, _ others: Int) -> LocalizedText {
        let main = file.set.main
        let decisions = main.elements.count(where: \.isDecision)
        return LocalizedText(
            nl:
                "\(file.name): DMN \(main.version), ‘\(main.name.value)’: \(decisions) beslissingen, \(errors) fouten, \(others) andere meldingen\n",
            en:
                "\(file.name): DMN \(main.version), ‘\(main.name.value)’: \(decisions) decisions, \(errors) errors, \(others) other messages\n"
        )
    }
}
