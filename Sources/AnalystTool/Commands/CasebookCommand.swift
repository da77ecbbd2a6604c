import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst casebook`: cases to practise on.
struct CasebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "casebook",
        abstract: "Oefen met een casus, of maak er een. / Practise with a case, or make one.",
        subcommands: [
            CasebookList.self, CasebookShow.self, CasebookExercise.self, CasebookMark.self, CasebookCheckCommand.self,
            CasebookNew.self, CasebookExport.self, CasebookMarkingSheet.self,
        ])
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
            for entry in book.cases {
                Console.output(
                    "  \(entry.id): \(entry.title[language]) (\(LocalizedText.level(entry.level)[language]))\n")
            }
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

    func book(_ name: String) throws(BadInput) -> Casebook {
        let names = name.contains("/") ? [] : try Casebook.names(in: folder)
        guard names.contains(name) else { throw BadInput([.noCasebook(name, among: names)]) }
        return try Casebook.read(folder.appending(path: name))
    }

    /// A case with all its exercises, under the rules.
    func prepared(_ name: String, _ id: String, _ rules: CompiledRules) throws(BadInput) -> PreparedCase {
        let book = try book(name)
        guard let entry = book.case(id) else { throw BadInput([.noCase(id, in: book)]) }
        return try prepared(entry, of: book, rules)
    }

    func prepared(
        _ entry: CasebookCase, of book: Casebook, _ rules: CompiledRules
    ) throws(BadInput) -> PreparedCase {
        try PreparedCase(entry, of: book, below: folder, rules: rules)
    }
}

/// What is told, and in which form.
enum CasebookFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func level(_ level: Int) -> LocalizedText {
        LocalizedText(nl: "niveau \(level)", en: "level \(level)")
    }
}

extension Diagnostic {
    fileprivate static func noCasebook(_ name: String, among names: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: name, among: names)
        let list = names.joined(separator: ", ")
        return Diagnostic(
            code: "casebook/no-casebook",
            message: LocalizedText(nl: "er is geen casusboek ‘\(name)’", en: "there is no casebook ‘\(name)’"), at: nil,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(nl: "kies uit: \(list)", en: "choose from: \(list)"))
    }

    fileprivate static func noCase(_ id: String, in book: Casebook) -> Diagnostic {
        let near = Suggestion.nearest(to: id, among: book.cases.map(\.id))
        let list = book.cases.map(\.id).joined(separator: ", ")
        return Diagnostic(
            code: "casebook/no-case",
            message: LocalizedText(
                nl: "casusboek ‘\(book.id)’ heeft geen casus ‘\(id)’", en: "casebook ‘\(book.id)’ has no case ‘\(id)’"),
            at: nil,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(nl: "kies uit: \(list)", en: "choose from: \(list)"))
    }
}
