import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst knowledge check`: a package as its author has it at hand, joined with what it builds on, with its cases.
struct KnowledgeCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Controleer een eigen kennispakket. / Check a package of your own.",
        discussion: """
            analyst knowledge check kamerverhuur

            Het pakket wordt gelezen met wat het onder builds-on noemt: de regels van het programma, en pakketten in de werkmap.
            The package is read with what it names under builds-on: the rules of the program, and packages in the working folder.
            """)

    @Argument(help: "Map van het pakket. / Folder of the package.")
    var package: String

    @OptionGroup var place: KnowledgeOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let folder = try place.knowledge(common)
        let own = try common.attempt { () throws(BadInput) in
            try KnowledgeStaging.Addition(workingAt: URL(filePath: package))
        }
        var additions = [own]
        if folder.lock[PackageName.program] == nil {
            additions.append(
                try KnowledgeTakeover(folder: folder, options: TakeoverOptions(), common: common).program())
        }
        let staging = try common.attempt { () throws(BadInput) in try KnowledgeStaging(folder, adding: additions) }
        defer { staging.discard() }
        let id = own.entry.id
        let library = try common.attempt { () throws(BadInput) in try RuleLibrary(joined: staging.next) }
        let found = RuleChecks(library: library, on: LocalDay.today).diagnostics.filter { diagnostic in
            diagnostic.span.map { PackageName.ofPackage(inFile: $0.file) == id } ?? true
        }
        if !found.isEmpty {
            Console.error(DiagnosticRenderer(language: common.language, sources: library.files).render(found))
        }
        let errors = found.count { $0.severity == .error }
        let rules = library.ruleBase.rules.count { PackageName.ofPackage(inFile: $0.span.file) == id }
        Console.output(LocalizedText.checked(own.entry, rules, errors, found.count - errors)[common.language] + "\n")
        guard errors == 0 else { throw ExitCode(ExitStatus.findings) }
        let run = try cases(of: id, staging, library)
        Console.output(RuleTestReport(run: run, language: common.language).text)
        if !run.failures.isEmpty { throw ExitCode(ExitStatus.findings) }
    }

    private func cases(of id: String, _ staging: KnowledgeStaging, _ library: RuleLibrary) throws -> RuleTestRun {
        let cases = try common.attempt { () throws(BadInput) in
            let files = try RuleCaseFiles([staging.next.folder(of: id).path], rules: staging.next.place)
            return try RuleCaseReader.read(files.cases, library.ruleBase, date: RuleCaseGiven.standardDay)
        }
        return RuleTestRun(cases, common.compiled(library), language: common.language)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func checked(
        _ entry: KnowledgeLock.Entry, _ rules: Int, _ errors: Int, _ warnings: Int
    ) -> LocalizedText {
        LocalizedText(
            nl:
                "\(entry.id) \(entry.version): \(entry.files.count) bestanden, \(rules) regels; \(errors) fouten, \(warnings) waarschuwingen",
            en:
                "\(entry.id) \(entry.version): \(entry.files.count) files, \(rules) rules; \(errors) errors, \(warnings) warnings"
        )
    }
}
