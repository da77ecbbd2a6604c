import Analyst
internal import ArgumentParser
import DecisionModels
import Foundation
import RuleEngine

/// `analyst dmn import`: a model as rule files.
struct DMNImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Maak regels van een beslismodel. / Make rules of a decision model.",
        discussion: """
            analyst dmn import lening.dmn -o lening
            analyst rules check lening

            Wat regels niet kunnen zeggen wordt genoemd; er wordt geen bestand overschreven.
            What rules cannot say is named; no file is overwritten.
            """)

    @Argument(help: "Model: een bestand van DMN 1.1 tot en met 1.5. / Model: a file of DMN 1.1 to 1.5.")
    var model: String

    @Option(name: .shortAndLong, help: "Map voor de regels. / Folder for the rules.")
    var output: String

    @OptionGroup var options: DMNOptions

    func run() throws {
        let file = try options.attempt { () throws(BadInput) in try ModelFile(argument: model) }
        let program = options.program(file)
        options.tell(program.diagnostics.filter { $0.severity == .error }, file.sources)
        let rules = RulesOfModel(program)
        let folder = URL(filePath: output, directoryHint: .isDirectory)
        let targets = rules.files.map { OutputFile(folder.appending(path: $0.name).path) }
        for target in targets where InputFile(target.name).identity != nil {
            Console.error(LocalizedText.isThere(target.name)[options.language])
            throw ExitCode(ExitStatus.usage)
        }
        do throws(FileFault) {
            if !targets.isEmpty { try SheetFolder(url: folder).create() }
        } catch {
            Console.fail(toWrite: folder.path, error)
        }
        for (target, file) in zip(targets, rules.files) { target.writeOrEnd(Array(file.text.utf8)) }
        Console.output(rules.text(in: options.language))
        if rules.count == 0 { throw ExitCode(ExitStatus.findings) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func isThere(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "\(name) bestaat al; kies een andere map.", en: "\(name) is there already; choose another folder.")
    }
}
