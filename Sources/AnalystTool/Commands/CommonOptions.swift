import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// Options that most commands share.
struct CommonOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: "Taal: nl of en. / Language: nl or en.")
    var languageCode: String?

    @Option(help: "Datum van de analyse (jjjj-mm-dd); zonder: vandaag. / Date of the analysis; without it: today.")
    var date: String?

    @Option(help: "Map met regels. / Folder of rules.")
    var rules: String?

    @Flag(name: .customLong("allow-errors"), help: "Ga door met de goede regels. / Go on with the sound rules.")
    var allowErrors = false

    func validate() throws {
        if let languageCode, Language(rawValue: languageCode) == nil { throw ValidationError("--lang: nl, en") }
    }

    /// The language asked for, else that of the environment, else Dutch.
    var language: Language {
        Language.asked(languageCode)
    }

    /// The day of the analysis: the one asked for, else today.
    func analysisDate() throws -> FEELDate {
        if let date {
            guard let day = LocalDay.day(written: date) else {
                throw ValidationError("--date: jjjj-mm-dd / yyyy-mm-dd")
            }
            return day
        }
        guard let today = LocalDay.today else { throw ValidationError("--date") }
        return today
    }

    /// The folder of rules: the one named, else the one that belongs to the working folder or the program.
    var rulesFolder: URL { rulesFolder(rules) }

    /// The same, for a command that names it itself.
    func rulesFolder(_ given: String?) -> URL { RuleLibrary.folder(given, program: ProgramFile.url) }

    /// The rules, or an end with the list of what is wrong with them.
    func library() throws -> RuleLibrary { try library(named: rules) }

    /// The rules of a folder, a file or standard input, or an end with the list of what is wrong with them.
    ///
    /// - Parameter argument: as the user names them; `nil` for the usual folder.
    func library(named argument: String?) throws -> RuleLibrary { try sound(unchecked(named: argument)) }

    /// The rules of a folder or a file, or an end with the list of what is wrong with them.
    func library(at place: URL) throws -> RuleLibrary {
        try sound(attempt { () throws(BadInput) in try RuleLibrary(path: place) })
    }

    /// The rules with all that may be wrong in them, or an end where there are none.
    func unchecked(named argument: String?) throws -> RuleLibrary {
        try attempt { () throws(BadInput) in
            if let argument, InputFile(argument).isStandardInput { return try RuleLibrary(argument: argument) }
            return try RuleLibrary(path: rulesFolder(argument))
        }
    }

    /// Rules without errors; with `--allow-errors` those that are left, and the errors are told.
    func sound(_ library: RuleLibrary, despiteErrors: Bool? = nil) throws -> RuleLibrary {
        try attempt { () throws(BadInput) in
            let errors = library.diagnostics.filter { $0.severity == .error }
            guard !errors.isEmpty else { return library }
            let refusal = BadInput(errors, sources: library.files)
            guard despiteErrors ?? allowErrors else { throw refusal }
            tell(refusal)
            if let notice = RuleOmission.notice(library.omissions) { Console.error(notice[language]) }
            return library
        }
    }

    /// The recipes of tables, or an end with the list of what is wrong with them.
    func recipes(_ library: RuleLibrary) throws -> ImportRecipes {
        try attempt { () throws(BadInput) in
            let recipes = ImportRecipes(library)
            let errors = recipes.diagnostics.filter { $0.severity == .error }
            guard errors.isEmpty else { throw BadInput(errors, sources: library.importFiles) }
            return recipes
        }
    }

    private func tell(_ input: BadInput) {
        Console.error(DiagnosticRenderer(language: language, sources: input.sources).render(input.diagnostics))
    }

    /// The rules ready to run, with the time zones of this machine.
    func compiled(_ library: RuleLibrary) -> CompiledRules { CompiledRules(library, timeZones: SystemTimeZones()) }

    /// Runs something that reads input; bad input is told on standard error and ends with an exit code of its own.
    func attempt<Value>(_ body: () throws(BadInput) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            tell(error)
            throw ExitCode(error.isUnwritable ? ExitStatus.unwritable : ExitStatus.badInput)
        }
    }

    /// The report of a run as bytes, or an end with what is the matter and what can be had instead.
    func report(_ run: AnalysisRun) throws -> [UInt8] {
        do {
            return try run.report(converter: PDFProgram.installed)
        } catch {
            Console.error(error.message(in: language))
            throw ExitCode(ExitStatus.unwritable)
        }
    }

    /// A sheet whose codes the rules know, or an end with the list of what is wrong with it.
    ///
    /// - Parameter path: a file, or `dossier:NAME`.
    func sheet(_ path: String, for ruleBase: RuleBase) throws -> FactSheet {
        if let dossier = DossierArgument(path) { return try dossier.sheet(self, for: ruleBase) }
        return try attempt { () throws(BadInput) in
            var digest: FileDigest?
            let file = try TextFile.read(argument: path) { digest = FileDigest(file: path, of: $0) }
            var sheet = try FactSheet.read(file).checked(against: ruleBase)
            sheet.digest = digest
            return sheet
        }
    }
}
