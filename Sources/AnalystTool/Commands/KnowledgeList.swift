import Analyst
internal import ArgumentParser

/// `analyst knowledge list`: the packages of a folder, what may be filled in, and what is replaced.
struct KnowledgeList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Toon de kennispakketten. / List the packages of knowledge.",
        discussion: "analyst knowledge list")

    @OptionGroup var place: KnowledgeOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try place.locked(common).library
        Console.output(KnowledgeListing(library.packages, language: common.language).text)
    }
}
