import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst knowledge remove`: leave out a package, after its effects were shown.
struct KnowledgeRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Haal een kennispakket weg. / Remove a package of knowledge.",
        discussion: "analyst knowledge remove kamerverhuur")

    @Argument(help: "Naam van het pakket. / Name of the package.")
    var package: String

    @OptionGroup var takeover: TakeoverOptions
    @OptionGroup var place: KnowledgeOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let folder = try place.locked(common).folder
        try place.check([package], in: folder.lock, common)
        try KnowledgeTakeover(folder: folder, options: takeover, common: common).run([], removing: [package])
    }
}
