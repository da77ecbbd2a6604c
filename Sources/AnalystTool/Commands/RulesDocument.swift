import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst rules document`: the rules as pages to read.
struct RulesDocument: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Schrijf de regels als leesbare bladzijden. / Write the rules as pages to read.",
        discussion: """
            analyst rules document site
            analyst rules document site --against HEAD~1

            De bladzijden hebben geen server nodig; open index.html in een browser.
            The pages need no server; open index.html in a browser.
            Met --against komt er een bladzijde bij met wat er sinds die versie veranderde.
            With --against there is also a page of what changed since that version.
            """)

    @Argument(help: "Map voor de bladzijden. / Folder for the pages.")
    var folder: String

    @Option(
        help:
            "Waarmee vergeleken wordt: een map, of een versie van git. / What to compare with: a folder, or a version of git."
    )
    var against: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try common.library()
        let since = try against.map { RuleSite.Since($0, from: try common.library(before: $0), to: library) }
        let site = RuleSite(library, cases: try common.cases(library), since: since)
        let files = site.files
        let place = URL(filePath: folder)
        for file in files {
            let target = OutputFile(place.appending(path: file.path).path)
            do throws(FileFault) {
                try SheetFolder(url: place.appending(path: file.path).deletingLastPathComponent()).create()
            } catch {
                Console.fail(toWrite: folder, error)
            }
            try target.prepare(inputs: library.identities, language: common.language)
            target.writeOrEnd(report: file.text)
        }
        Console.output(LocalizedText.written(files.count, folder)[common.language] + "\n")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func written(_ count: Int, _ folder: String) -> LocalizedText {
        LocalizedText(
            nl: "\(count) bestanden in \(folder); begin bij index.html",
            en: "\(count) files in \(folder); begin with index.html")
    }
}
