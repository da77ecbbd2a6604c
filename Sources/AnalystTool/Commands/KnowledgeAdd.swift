import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst knowledge add`: take over a package of somebody else, after it was shown. Goes to the network, and says so.
struct KnowledgeAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Neem een kennispakket over. / Take over a package of knowledge.",
        discussion: """
            analyst knowledge add https://voorbeeld.nl/huur.git
            analyst knowledge add https://voorbeeld.nl/huur.git@v1.2.0 --over sheets
            analyst knowledge add ../kamerverhuur --yes

            Zonder versie achter het adres wordt het de hoogste. Eerst ziet u de licentie, de regels en wat er in gebieden verandert.
            Without a version behind the address it is the highest. First you see the licence, the rules, and what changes in areas.
            """)

    @Argument(
        help:
            "Adres van het pakket, met @ en de versie als u die kiest. / Address of the package, with @ and the version if you choose one."
    )
    var address: String

    @OptionGroup var takeover: TakeoverOptions
    @OptionGroup var place: KnowledgeOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let folder = try place.knowledge(common)
        let source = try common.attempt { () throws(BadInput) in
            try PackageAddress(address, from: FileManager.default.currentDirectoryPath)
        }
        let repository = try common.attempt { () throws(BadInput) in try PackageRepository() }
        Console.error(LocalizedText.fetching(source)[common.language])
        let package = try common.attempt { () throws(BadInput) in
            let tag = if let tag = source.tag { tag } else { try repository.versions(at: source)[0].tag }
            let package = try repository.package(at: source, tag: tag, signed: PackageRepository.Signers(folder)) {
                commit throws(BadInput) in try Self.check(commit, of: source, tag, in: folder)
            }
            for former in folder.lock.entries where former.id == package.manifest.id || former.isAt(source) {
                try package.check(after: former, in: folder.lockFile, accepting: takeover.licence)
            }
            return package
        }
        let former = folder.lock[package.manifest.id]
        guard former?.files != package.entry.files || former?.version != package.entry.version else {
            Console.error(LocalizedText.isThereAlready(package.manifest)[common.language])
            return
        }
        try KnowledgeTakeover(folder: folder, options: takeover, common: common).run([.init(package, after: former)])
    }

    /// A version that was taken over before leads to the same commit.
    private static func check(
        _ commit: String, of address: PackageAddress, _ tag: String, in folder: KnowledgeFolder
    ) throws(BadInput) {
        for former in folder.lock.entries {
            if case .repository(address.url, tag, let was) = former.origin, was != commit {
                throw BadInput(
                    [.movedTag(former.id, tag, was, commit, at: former.span)],
                    sources: folder.lockFile.map { [$0] } ?? [])
            }
        }
    }
}

extension KnowledgeLock.Entry {
    /// Whether it came from there.
    func isAt(_ address: PackageAddress) -> Bool {
        if case .repository(address.url, _, _) = origin { true } else { false }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func isThereAlready(_ manifest: PackageManifest) -> LocalizedText {
        LocalizedText(
            nl: "\(manifest.id) \(manifest.version.value) is er al; er verandert niets.",
            en: "\(manifest.id) \(manifest.version.value) is there already; nothing changes.")
    }
}
