import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst knowledge update`: take over newer versions after they were shown, or fetch again what the lock says. Goes to the
/// network, and says so.
struct KnowledgeUpdate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Neem nieuwe versies van kennispakketten over. / Take over newer versions of packages.",
        discussion: """
            analyst knowledge update
            analyst knowledge update kamerverhuur --over sheets
            analyst knowledge update --locked

            Met --locked komen precies de bestanden die in het slotbestand staan, bijvoorbeeld op een tweede computer.
            With --locked exactly the files come that the lock file names, for example on a second machine.
            """)

    @Argument(help: "Namen van pakketten; zonder: alle. / Names of packages; without them: all.")
    var packages: [String] = []

    @Flag(
        help: "Haal op wat het slotbestand zegt, en niets nieuwers. / Fetch what the lock file says, and nothing newer."
    )
    var locked = false

    @OptionGroup var takeover: TakeoverOptions
    @OptionGroup var place: KnowledgeOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let folder = try place.knowledge(common)
        try place.check(packages, in: folder.lock, common)
        let repository = try common.attempt { () throws(BadInput) in try PackageRepository() }
        if locked { try restore(folder, repository) } else { try renew(folder, repository) }
    }

    private func chosen(_ folder: KnowledgeFolder) -> [KnowledgeLock.Entry] {
        folder.lock.entries.filter { packages.isEmpty || packages.contains($0.id) }
    }

    // MARK: Newer versions

    private func renew(_ folder: KnowledgeFolder, _ repository: PackageRepository) throws {
        let change = KnowledgeTakeover(folder: folder, options: takeover, common: common)
        var arrivals: [KnowledgeReview.Arrival] = []
        var program: KnowledgeStaging.Addition?
        for entry in chosen(folder) {
            guard case .repository(let url, let tag, let commit) = entry.origin else {
                let now = try change.program()
                // Rules of an older program do not take the place of newer ones.
                if now.entry.files != entry.files, now.entry.version >= entry.version { program = now }
                continue
            }
            let package = try common.attempt { () throws(BadInput) -> IncomingPackage? in
                let address = try PackageAddress(url, from: "/")
                Console.error(LocalizedText.fetching(address)[common.language])
                let versions = try repository.versions(at: address)
                if let now = versions.first(where: { $0.tag == tag }), now.commit != commit {
                    throw BadInput(
                        [.movedTag(entry.id, tag, commit, now.commit, at: entry.span)],
                        sources: folder.lockFile.map { [$0] } ?? [])
                }
                guard versions[0].tag != tag, versions[0].version != entry.version else { return nil }
                let package = try repository.package(
                    at: address, tag: versions[0].tag, signed: PackageRepository.Signers(folder))
                try package.check(after: entry, in: folder.lockFile, accepting: takeover.licence)
                return package
            }
            if let package { arrivals.append(.init(package, after: entry)) }
        }
        guard !arrivals.isEmpty || program != nil else {
            Console.error(LocalizedText.nothingNewer[common.language])
            return
        }
        try change.run(arrivals, program: program)
    }

    // MARK: What the lock says

    private func restore(_ folder: KnowledgeFolder, _ repository: PackageRepository) throws {
        let change = KnowledgeTakeover(folder: folder, options: takeover, common: common)
        var additions: [KnowledgeStaging.Addition] = []
        for entry in chosen(folder) {
            guard case .repository(let url, let tag, let commit) = entry.origin else {
                // Files that are as the lock says are kept, whatever the program is now.
                if let own = try kept(entry, folder) {
                    additions.append(own)
                    continue
                }
                let now = try change.program()
                try common.attempt { () throws(BadInput) in
                    guard now.entry.files == entry.files else { throw BadInput([.otherProgram(entry)]) }
                }
                additions.append(.init(entry: entry, files: now.files))
                continue
            }
            let package = try common.attempt { () throws(BadInput) in
                let address = try PackageAddress(url, from: "/")
                Console.error(LocalizedText.fetching(address)[common.language])
                let package = try repository.package(at: address, tag: tag, signed: PackageRepository.Signers(folder)) {
                    now throws(BadInput) in
                    guard now == commit else {
                        throw BadInput(
                            [.movedTag(entry.id, tag, commit, now, at: entry.span)],
                            sources: folder.lockFile.map { [$0] } ?? [])
                    }
                }
                try package.check(after: entry, in: folder.lockFile, accepting: nil)
                guard package.entry.files == entry.files else { throw BadInput([.otherFiles(entry)]) }
                return package
            }
            additions.append(.init(entry: entry, files: package.files))
        }
        try common.attempt { () throws(BadInput) in
            let staging = try KnowledgeStaging(folder, adding: additions)
            do throws(BadInput) {
                _ = try staging.next.verified()
            } catch {
                staging.discard()
                throw error
            }
            try staging.takePlace()
        }
        Console.error(LocalizedText.restored(folder.name)[common.language])
    }

    /// The rules of the program in the folder, where they are as the lock says.
    private func kept(_ entry: KnowledgeLock.Entry, _ folder: KnowledgeFolder) throws -> KnowledgeStaging.Addition? {
        var files: [(path: String, bytes: [UInt8])] = []
        for digest in entry.files {
            let path = folder.folder(of: entry.id).appending(path: digest.file).path
            // What cannot be read is not as the lock says; it comes from the program then.
            guard let bytes = try? InputFile(path).bytes(limit: PackageLimits.standard.file),
                FileDigest.sha256(of: bytes) == digest.sha256
            else { return nil }
            files.append((digest.file, bytes))
        }
        return .init(entry: entry, files: files)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let nothingNewer = LocalizedText(
        nl: "Er is niets nieuwers.", en: "There is nothing newer.")

    fileprivate static func restored(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "De bestanden in \(name)/\(KnowledgeFolder.packages) zijn weer zoals \(KnowledgeLock.fileName) zegt.",
            en: "The files in \(name)/\(KnowledgeFolder.packages) are as \(KnowledgeLock.fileName) says again.")
    }
}

extension Diagnostic {
    fileprivate static func otherProgram(_ entry: KnowledgeLock.Entry) -> Diagnostic {
        Diagnostic(
            code: "knowledge/other-program",
            message: LocalizedText(
                nl: "de regels van dit programma zijn andere dan die van versie \(entry.version), die is vastgelegd",
                en: "the rules of this program are others than those of version \(entry.version), which is locked"),
            at: entry.span,
            hint: LocalizedText(
                nl:
                    "gebruik dezelfde versie van het programma, of kopieer de map \(KnowledgeFolder.packages)/\(entry.id) van de andere computer",
                en:
                    "use the same version of the program, or copy the folder \(KnowledgeFolder.packages)/\(entry.id) of the other machine"
            ))
    }

    fileprivate static func otherFiles(_ entry: KnowledgeLock.Entry) -> Diagnostic {
        Diagnostic(
            code: "knowledge/changed-file",
            message: LocalizedText(
                nl: "de bestanden van \(entry.id) zijn andere dan die zijn vastgelegd",
                en: "the files of \(entry.id) are others than those that are locked"), at: entry.span,
            hint: LocalizedText(
                nl: "vraag de uitgever wat er veranderd is", en: "ask the publisher what was changed"))
    }
}
