import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst knowledge verify`: whether every file of the packages is the one that was locked. Does not go to the network.
struct KnowledgeVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Ga na of de pakketten zijn zoals vastgelegd. / See whether packages are as locked.",
        discussion: """
            analyst knowledge verify
            analyst knowledge verify --folder kennis
            """)

    @OptionGroup var place: KnowledgeOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (folder, library) = try place.locked(common)
        _ = try common.sound(library)
        let files = folder.lock.entries.map(\.files.count).reduce(0, +)
        Console.output(
            LocalizedText.verified(folder.lock.entries.count, files, library.ruleBase.rules.count, library.hash)[
                common.language])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func verified(_ packages: Int, _ files: Int, _ rules: Int, _ hash: String) -> LocalizedText {
        LocalizedText(
            nl: """
                \(packages) \(packages == 1 ? "pakket" : "pakketten"), \(files) bestanden: alle zoals vastgelegd.
                Regels: \(rules), SHA-256 \(hash)

                """,
            en: """
                \(packages) \(packages == 1 ? "package" : "packages"), \(files) files: all as locked.
                Rules: \(rules), SHA-256 \(hash)

                """)
    }
}
