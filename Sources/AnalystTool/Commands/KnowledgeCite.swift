import Analyst
internal import ArgumentParser

/// `analyst knowledge cite`: how to name packages in a report or a decision.
struct KnowledgeCite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite", abstract: "Toon hoe u naar pakketten verwijst. / Show how to refer to packages.",
        discussion: "analyst knowledge cite kamerverhuur")

    @Argument(help: "Namen van pakketten; zonder: alle. / Names of packages; without them: all.")
    var packages: [String] = []

    @OptionGroup var place: KnowledgeOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (folder, library) = try place.locked(common)
        try place.check(packages, in: folder.lock, common)
        Console.output(KnowledgeListing(library.packages, language: common.language).citation(of: packages))
    }
}
