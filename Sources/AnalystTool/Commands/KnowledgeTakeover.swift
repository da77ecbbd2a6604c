import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// A change of packages from the moment that all is fetched: it is joined, checked, compared with what was there and shown; only
/// then somebody confirms, and only then anything is written.
struct KnowledgeTakeover {
    let folder: KnowledgeFolder
    let options: TakeoverOptions
    let common: CommonOptions

    private var language: Language { common.language }

    /// The rules of the program as a package.
    func program() throws -> KnowledgeStaging.Addition {
        let place = common.rules.map { URL(filePath: $0) } ?? RuleLibrary.usualFolder(program: ProgramFile.url)
        return try common.attempt { () throws(BadInput) in
            try KnowledgeStaging.Addition(programAt: place, version: ProgramVersion.text)
        }
    }

    func run(
        _ arrivals: [KnowledgeReview.Arrival], program newer: KnowledgeStaging.Addition? = nil,
        removing gone: [String] = []
    ) throws {
        let needsProgram = arrivals.contains { arrival in
            arrival.package.manifest.buildsOn.contains { $0.value == PackageName.program }
        }
        let first = needsProgram && folder.lock[PackageName.program] == nil ? try program() : nil
        let additions = arrivals.map { KnowledgeStaging.Addition($0.package) } + [newer ?? first].compactMap { $0 }
        let before = try former(with: first)
        let staging = try common.attempt { () throws(BadInput) in
            try KnowledgeStaging(folder, adding: additions, removing: Set(gone))
        }
        var isTaken = false
        defer { if !isTaken { staging.discard() } }
        let after = try checked(staging)
        let impact = try impact(from: before, to: after)
        Console.output(KnowledgeReview(arrivals, removing: gone, impact: impact, language: language).text)
        if newer != nil { Console.output(LocalizedText.newerProgram(ProgramVersion.text)[language] + "\n") }
        try confirm()
        isTaken = true
        try common.attempt { () throws(BadInput) in try staging.takePlace() }
        Console.error(LocalizedText.taken(folder.name)[language])
    }

    /// The rules as they were: those of the lock, else those of the program that the first package builds on.
    private func former(with program: KnowledgeStaging.Addition?) throws -> RuleLibrary {
        try common.attempt { () throws(BadInput) in
            if folder.lockFile != nil, !folder.lock.entries.isEmpty { return try RuleLibrary(joined: folder) }
            guard let program else { return RuleLibrary(files: []) }
            let staging = try KnowledgeStaging(folder, adding: [program])
            defer { staging.discard() }
            return try RuleLibrary(joined: staging.next)
        }
    }

    /// The rules as they would be, without a fault.
    private func checked(_ staging: KnowledgeStaging) throws -> RuleLibrary {
        try common.attempt { () throws(BadInput) in
            let library = try RuleLibrary(joined: staging.next)
            let errors = RuleChecks(library: library, on: LocalDay.today).diagnostics.filter { $0.severity == .error }
            // What the program's own rules lack by themselves is not for a package to mend.
            let told =
                library.hasErrors
                ? errors : errors.filter { $0.span.map { PackageName.ofOthers(inFile: $0.file) != nil } ?? true }
            guard told.isEmpty else { throw BadInput(told, sources: library.files) }
            return library
        }
    }

    private func impact(from before: RuleLibrary, to after: RuleLibrary) throws -> RuleImpact {
        let comparison = RuleComparison(from: before, to: after, timeZones: SystemTimeZones())
        let date = try common.analysisDate()
        let sheets = try common.attempt { () throws(BadInput) in try SheetFiles.read(sheetPaths) }
        return RuleImpact(comparison, over: before.files.isEmpty ? [] : sheets, on: date)
    }

    /// The sheets that are named, else those in the folder, else those that come with the rules of the program.
    private var sheetPaths: [String] {
        guard options.over.isEmpty else { return options.over }
        let beside = RuleLibrary.usualFolder(program: ProgramFile.url).standardizedFileURL.deletingLastPathComponent()
        return [folder.place, beside].map { $0.appending(path: "sheets") }.first(where: RuleLibrary.isFolder).map {
            [$0.path]
        }
            ?? []
    }

    private func confirm() throws {
        guard !options.yes else { return }
        Console.error(LocalizedText.question[language])
        let answer = StandardTerminal().readLine()?.lowercased().filter { !$0.isWhitespace }
        guard let answer, ["ja", "j", "yes", "y"].contains(answer) else {
            Console.error(LocalizedText.notTaken[language])
            throw ExitCode(ExitStatus.incomplete)
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let question = LocalizedText(
        nl: "Overnemen? Typ ja, of druk op Enter om alles te laten zoals het is:",
        en: "Take over? Type yes, or press Enter to leave all as it is:")
    fileprivate static let notTaken = LocalizedText(
        nl: "Er is niets overgenomen. In een script bevestigt u met --yes.",
        en: "Nothing is taken over. In a script you confirm with --yes.")

    fileprivate static func taken(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "Overgenomen en vastgelegd in \(name)/\(KnowledgeLock.fileName).",
            en: "Taken over and locked in \(name)/\(KnowledgeLock.fileName).")
    }

    fileprivate static func newerProgram(_ version: String) -> LocalizedText {
        LocalizedText(
            nl: "De regels van het programma worden die van versie \(version).",
            en: "The rules of the program become those of version \(version).")
    }

    /// Said before anything is fetched.
    static func fetching(_ address: PackageAddress) -> LocalizedText {
        address.usesNetwork
            ? LocalizedText(
                nl: "Haalt \(address.url) op via het netwerk …", en: "Fetching \(address.url) over the network …")
            : LocalizedText(
                nl: "Haalt \(address.url) op van deze computer …", en: "Fetching \(address.url) from this machine …")
    }
}
