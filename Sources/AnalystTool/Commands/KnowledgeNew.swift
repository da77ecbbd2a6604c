import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst knowledge new`: the first form of a package of one's own.
struct KnowledgeNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin een eigen kennispakket. / Start a package of your own.",
        discussion: """
            analyst knowledge new kamerverhuur --publisher "Gemeente Voorbeeld" --municipality GM9999
            analyst knowledge new kamerverhuur --publisher "Naam van uw organisatie" --oin 00000000000000000000
            """)

    @Argument(help: "Naam van het pakket, die ook de map wordt. / Name of the package, which becomes the folder too.")
    var name: String

    @Option(help: "Wie het uitgeeft. / Who publishes it.")
    var publisher: String

    @Option(help: "Code van de gemeente die het uitgeeft. / Code of the municipality that publishes it.")
    var municipality: String?

    @Option(
        help: "Organisatie-identificatienummer (OIN) van de uitgever. / Identification number (OIN) of the publisher.")
    var oin: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        guard PackageName.isPackage(name), name != PackageName.program else {
            throw ValidationError(LocalizedText.badName(FileSlug.of(name))[common.language])
        }
        let owner = try common.attempt { () throws(BadInput) in
            try Publisher(name: publisher, municipality: municipality, number: oin)
        }
        let folder = URL(filePath: name)
        guard InputFile(folder.path).identity == nil else {
            Console.error(LocalizedText.isThere(name)[common.language])
            throw ExitCode(ExitStatus.usage)
        }
        for file in PackageDraft(name, publisher: owner).files {
            let place = folder.appending(path: file.path)
            do {
                try FolderMaker.make(place.deletingLastPathComponent().path)
            } catch {
                Console.fail(toWrite: place.path, error)
            }
            OutputFile(place.path).writeOrEnd(report: file.text)
        }
        Console.output(LocalizedText.made(name)[common.language] + "\n")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func badName(_ slug: String) -> LocalizedText {
        LocalizedText(
            nl: "de naam van een pakket heeft kleine letters, cijfers en streepjes"
                + (slug.isEmpty ? "" : ", zoals \(slug)"),
            en: "the name of a package has small letters, digits and hyphens"
                + (slug.isEmpty ? "" : ", such as \(slug)"))
    }

    fileprivate static func isThere(_ path: String) -> LocalizedText {
        LocalizedText(nl: "\(path) is er al; kies een andere naam", en: "\(path) is there already; choose another name")
    }

    fileprivate static func made(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "Kennispakket: \(name). Vul de bestanden aan, en daarna: analyst knowledge check \(name)",
            en: "Package of knowledge: \(name). Fill in the files, and then: analyst knowledge check \(name)")
    }
}
