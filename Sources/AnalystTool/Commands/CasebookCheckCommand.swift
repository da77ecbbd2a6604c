import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst casebook check`: what is wrong with casebooks, as a trainer repairs it.
struct CasebookCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Controleer casusboeken. / Check casebooks.",
        discussion: "analyst casebook check acht-gebieden")

    @Argument(help: "Casusboek; zonder naam alle. / Casebook; without a name all.")
    var casebook: String?

    @OptionGroup var place: CasebookOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let rules = common.compiled(try common.library())
        let books = try common.attempt { () throws(BadInput) in
            if let casebook { return [try place.book(casebook)] }
            return try Casebook.all(in: place.folder)
        }
        var diagnostics: [Diagnostic] = []
        var sources: [SourceFile] = []
        var count = 0
        for book in books {
            for entry in book.cases {
                count += 1
                sources.append(entry.file)
                do throws(BadInput) {
                    diagnostics += CasebookCheck(try place.prepared(entry, of: book, rules)).diagnostics
                } catch {
                    diagnostics += error.diagnostics
                    sources += error.sources
                }
            }
        }
        if !diagnostics.isEmpty {
            Console.error(DiagnosticRenderer(language: common.language, sources: sources).render(diagnostics))
        }
        let errors = diagnostics.count { $0.severity == .error }
        Console.output(
            LocalizedText.checked(count, errors: errors, warnings: diagnostics.count - errors)[common.language] + "\n")
        if errors > 0 { throw ExitCode(ExitStatus.findings) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func checked(_ count: Int, errors: Int, warnings: Int) -> LocalizedText {
        LocalizedText(
            nl:
                "\(count) \(count == 1 ? "casus" : "casussen") gecontroleerd: \(errors) \(errors == 1 ? "fout" : "fouten"), "
                + "\(warnings) \(warnings == 1 ? "waarschuwing" : "waarschuwingen").",
            en: "\(count) \(count == 1 ? "case" : "cases") checked: \(errors) \(errors == 1 ? "error" : "errors"), "
                + "\(warnings) \(warnings == 1 ? "warning" : "warnings").")
    }
}
