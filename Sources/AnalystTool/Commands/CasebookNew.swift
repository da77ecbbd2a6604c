import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst casebook new`: the first form of a casebook from a fact sheet or a dossier, with the engine's analysis as draft.
struct CasebookNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract:
            "Begin een casusboek met een feitenblad of dossier. / Start a casebook from a fact sheet or a dossier.",
        discussion: "analyst casebook new mijn-oefening sheets/areas/utrecht-overvecht.yaml --date 2025-01-01")

    @Argument(help: "Naam van het nieuwe casusboek. / Name of the new casebook.")
    var name: String

    @Argument(help: "Feitenblad, of dossier:NAAM. / Fact sheet, or dossier:NAME.")
    var sheet: String

    @OptionGroup var place: CasebookOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let language = common.language
        guard FileSlug.of(name) == name, !name.isEmpty else {
            throw ValidationError(LocalizedText.badName(FileSlug.of(name))[language])
        }
        let library = try common.library()
        let date = try common.analysisDate()
        let facts = try common.sheet(sheet, for: library.ruleBase)
        let folder = place.folder.appending(path: name)
        guard InputFile(folder.path).identity == nil else {
            Console.error(LocalizedText.isThere(folder.relativePath)[language])
            throw ExitCode(ExitStatus.usage)
        }
        // A sheet of the project is named; any other goes along with the casebook.
        let base = place.folder.deletingLastPathComponent().standardizedFileURL.path + "/"
        let full = URL(filePath: sheet).standardizedFileURL.path
        let isOwn = !sheet.hasPrefix(DossierArgument.prefix) && full.hasPrefix(base)
        let path = isOwn ? String(full.dropFirst(base.count)) : "casebooks/\(name)/sheets/\(facts.id).yaml"
        let draft = try common.attempt { () throws(BadInput) in
            try CasebookDraft(name, from: facts, at: path, rules: common.compiled(library), on: date)
        }
        var files = draft.files
        if !isOwn { files.append(("sheets/\(facts.id).yaml", facts.text(withAnswers: []))) }
        for file in files {
            let place = folder.appending(path: file.path).path
            do {
                try PrivateFile.make(place)
            } catch {
                Console.fail(toWrite: place, error)
            }
            OutputFile(place).writeOrEnd(report: file.text)
        }
        Console.output(LocalizedText.made(name, folder.relativePath)[language] + "\n")
        if !isOwn { Console.output(LocalizedText.leftOut[language] + "\n") }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func badName(_ slug: String) -> LocalizedText {
        LocalizedText(
            nl: "een naam heeft kleine letters, cijfers en streepjes" + (slug.isEmpty ? "" : ", zoals \(slug)"),
            en: "a name has small letters, digits and hyphens" + (slug.isEmpty ? "" : ", such as \(slug)"))
    }

    fileprivate static func isThere(_ path: String) -> LocalizedText {
        LocalizedText(nl: "\(path) is er al; kies een andere naam", en: "\(path) is there already; choose another name")
    }

    fileprivate static let leftOut = LocalizedText(
        nl: "Het feitenblad staat ernaast. Wat kleine groepen zeiden, en opmerkingen bij antwoorden, gingen niet mee.",
        en: "The fact sheet stands beside it. What small groups said, and remarks on answers, did not go along.")

    fileprivate static func made(_ name: String, _ path: String) -> LocalizedText {
        LocalizedText(
            nl: "Casusboek: \(path). Schrijf verder in de map cases, en daarna: analyst casebook check \(name)",
            en: "Casebook: \(path). Write on in the folder cases, and then: analyst casebook check \(name)")
    }
}
