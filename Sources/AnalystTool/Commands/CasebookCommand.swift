import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst casebook`: cases to practise on.
struct CasebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "casebook",
        abstract: "Oefen met een casus. / Practise with a case.",
        subcommands: [CasebookList.self, CasebookExercise.self])
}

/// `analyst casebook list`: which cases there are.
struct CasebookList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Noem de casussen. / List the cases.",
        discussion: "analyst casebook list")

    @OptionGroup var place: CasebookOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let language = common.language
        let books = try common.attempt { () throws(BadInput) in try Casebook.all(in: place.folder) }
        for book in books {
            Console.output("\(book.id): \(book.title[language])\n")
            for entry in book.cases { Console.output("  \(entry.id): \(entry.title[language])\n") }
        }
    }
}

/// `analyst casebook exercise`: do a case and have it marked against the engine.
struct CasebookExercise: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exercise",
        abstract: "Doe een casus en laat hem nakijken. / Do a case and have it marked.",
        discussion: "analyst casebook exercise eerste-oefening overvecht --answers antwoorden.yaml")

    /// How the mark is told.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "Casusboek. / Casebook.")
    var casebook: String

    @Argument(help: "Casus. / Case.")
    var caseID: String

    @Option(help: "YAML-bestand met codes per soort, of - voor standaardinvoer. / YAML file of codes, or -.")
    var answers: String?

    @Option(help: "Vorm: text of json. / Format: text or json.")
    var format: Format = .text

    @OptionGroup var place: CasebookOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try common.library()
        let exercise = try common.attempt { () throws(BadInput) in try prepared(common.compiled(library)) }
        let report = MarkReport(
            mark: exercise.mark(try picks(exercise)), exercise: exercise, language: common.language)
        switch format {
        case .text: Console.output(report.text())
        case .json: Console.output(report.json())
        }
    }

    private func prepared(_ rules: CompiledRules) throws(BadInput) -> Exercise {
        let book = try Casebook.read(place.folder.appending(path: casebook))
        guard let entry = book.case(caseID) else { throw BadInput([.noCase(caseID, in: book)]) }
        let url = place.folder.deletingLastPathComponent().appending(path: entry.sheet)
        let sheet = try FactSheet.read(TextFile.read(url, name: entry.sheet)).checked(against: rules.ruleBase)
        let area = AreaSession(sheet, under: rules, on: entry.date, running: .all)
        return try Exercise(entry, of: book, session: area.session)
    }

    private func picks(_ exercise: Exercise) throws -> Exercise.Picks {
        guard let answers else {
            var dialogue = ExerciseDialogue(exercise, on: StandardTerminal(), language: common.language)
            guard let picks = dialogue.picks() else { throw ExitCode(ExitStatus.incomplete) }
            return picks
        }
        return try common.attempt { () throws(BadInput) in
            try exercise.picks(TextFile.read(argument: answers))
        }
    }
}

/// Where casebooks stand.
struct CasebookOptions: ParsableArguments {
    @Option(help: "Map met casusboeken. / Folder of casebooks.")
    var casebooks: String?

    /// The folder given, else the one beside the rules.
    var folder: URL {
        if let casebooks { return URL(filePath: casebooks).standardizedFileURL }
        let rules = RuleLibrary.folder(nil, program: ProgramFile.url).standardizedFileURL
        return rules.deletingLastPathComponent().appending(path: "casebooks")
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noCase(_ id: String, in book: Casebook) -> Diagnostic {
        let list = book.cases.map(\.id).joined(separator: ", ")
        return Diagnostic(
            code: "casebook/no-case",
            message: LocalizedText(
                nl: "casusboek ‘\(book.id)’ heeft geen casus ‘\(id)’", en: "casebook ‘\(book.id)’ has no case ‘\(id)’"),
            at: nil,
            hint: LocalizedText(nl: "kies uit: \(list)", en: "choose from: \(list)"))
    }
}
