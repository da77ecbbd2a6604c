import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// Packages of knowledge on the rules of the village: as files, and as repositories that git makes for one test.
struct KnowledgeWorld {
    let village: VillageFiles

    init() throws {
        village = try VillageFiles()
    }

    func path(_ name: String) -> String { village.path(name) }

    func text(_ name: String) throws -> String { try village.text(name) }

    /// Writes a file, with the folders that lead to it.
    func write(_ text: String, to name: String) throws {
        let place = village.folder.file(name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: place, atomically: false, encoding: .utf8)
    }

    // MARK: Packages as texts

    /// What a package says of itself, with lines put in or changed.
    static func manifest(
        _ name: String, version: String = "1.0.0", licence: String? = "CC0-1.0", builds: String = "[analyst]",
        more: String = ""
    ) -> String {
        """
        knowledge: \(name)
        title: { nl: Over \(name), en: On \(name) }
        publisher: { name: Gemeente Voorbeeld, municipality: GM9999 }
        \(licence.map { "licence: \($0)" } ?? "# no licence")
        version: \(version)
        scope: { nl: Elk dorp., en: Any village. }
        builds-on: \(builds)
        \(more)

        """
    }

    /// A rule that concludes a problem of its own above a limit.
    static func rules(_ name: String, limit: String = "11") -> String {
        """
        ruleset: \(name)
        title: { nl: \(name), en: \(name) }
        parameters:
          grens_\(name):
            title: { nl: Grens van \(name), en: Limit of \(name) }
            unit: '%'
            values: { 2020-01-01: \(limit) }
            judgement: { nl: Zo gekozen., en: Chosen so. }
        rules:
          - rule: veel-\(name)
            title: { nl: Veel \(name), en: Many \(name) }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when: ['bijstand > grens_\(name)']
            then:
              - problem: { code: nood-\(name) }
                because: { nl: Meer dan de grens., en: More than the limit. }

        """
    }

    static func words(_ name: String) -> String {
        """
        vocabulary: problems
        title: { nl: Problemen, en: Problems }
        codes:
          - { code: nood-\(name), title: { nl: Nood aan \(name), en: Need of \(name) } }

        """
    }

    /// All files of a package.
    static func package(_ name: String, manifest: String? = nil, limit: String = "11") -> [String: String] {
        [
            "knowledge.yaml": manifest ?? Self.manifest(name), "rules/\(name).yaml": rules(name, limit: limit),
            "rules/\(name)-words.yaml": words(name), "LEESMIJ.md": "Over \(name).\n",
        ]
    }

    /// A package whose rule takes the place of one of another.
    static func replacing(_ other: String, reason: String = "reason: { nl: Past beter., en: Fits better. }") -> [String:
        String]
    {
        package(
            "eigen",
            manifest: manifest(
                "eigen", builds: "[analyst, \(other)]",
                more: "replaces: [{ rule: '\(other):veel-\(other)', by: veel-eigen, \(reason) }]"))
    }

    // MARK: Without git

    /// A folder in which packages are joined, without a repository.
    func joined(_ packages: [String: String]..., at name: String = "kennis") throws -> KnowledgeFolder {
        let place = village.folder.file(name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        var additions = [try KnowledgeStaging.Addition(programAt: village.folder.file("rules"), version: "0.1.0")]
        for package in packages {
            let files = package.map { (path: $0.key, bytes: Array($0.value.utf8)) }.sorted { $0.path < $1.path }
            let incoming = try IncomingPackage(
                address: PackageAddress("https://example.org/\(packages.count)", from: "/"),
                tag: Self.tag(of: package), commit: String(repeating: "a", count: 40), signer: nil, files: files,
                leftOut: [])
            additions.append(.init(incoming))
        }
        try KnowledgeStaging(KnowledgeFolder(at: place), adding: additions).takePlace()
        return try KnowledgeFolder(at: place)
    }

    private static func tag(of package: [String: String]) -> String {
        let line = package["knowledge.yaml"]?.split(separator: "\n").first { $0.hasPrefix("version: ") }
        return "v" + (line?.dropFirst("version: ".count) ?? "")
    }

    /// The codes of what keeps rules from being joined; empty where nothing does.
    static func faults(_ body: () throws -> Void) -> [Diagnostic] {
        do {
            try body()
            return []
        } catch let input as BadInput {
            return input.diagnostics
        } catch {
            Issue.record(error)
            return []
        }
    }

    // MARK: With git

    /// The program git; `nil` where it is not on this machine.
    static let gitProgram = ["/usr/bin/git", "/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    static let keyProgram = ["/usr/bin/ssh-keygen", "/bin/ssh-keygen"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Runs a program of the author of a package and gives its first line.
    @discardableResult
    func run(_ program: String?, _ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: try #require(program))
        process.arguments = arguments
        process.environment = ["HOME": path("."), "PATH": "/usr/bin:/bin", "LC_ALL": "C"]
        let (question, answer) = (Pipe(), Pipe())
        process.standardInput = question
        process.standardOutput = answer
        process.standardError = FileHandle.nullDevice
        try process.run()
        try question.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try question.fileHandleForWriting.close()
        let text = String(decoding: answer.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(arguments)")
        return text.split(separator: "\n").first.map(String.init) ?? ""
    }

    /// git in a repository.
    @discardableResult
    func git(_ repository: String, _ arguments: String..., input: String = "") throws -> String {
        try run(
            Self.gitProgram,
            [
                "-C", path(repository), "-c", "user.name=T", "-c", "user.email=t@example.org", "-c",
                "commit.gpgsign=false",
                "-c", "tag.gpgsign=false",
            ] + arguments, input: input)
    }

    /// Makes a repository, or adds a commit to it, and gives its tag.
    func publish(_ files: [String: String], in repository: String, tag: String = "v1.0.0") throws {
        try commit(files, in: repository)
        try git(repository, "tag", tag)
    }

    func commit(_ files: [String: String], in repository: String) throws {
        for (name, text) in files { try write(text, to: "\(repository)/\(name)") }
        if !FileManager.default.fileExists(atPath: path("\(repository)/.git")) { try git(repository, "init", "-q") }
        try git(repository, "add", "--all", ".")
        try git(repository, "commit", "-q", "--allow-empty", "-m", "more")
    }

    /// `analyst knowledge …` in a folder, on the rules of the village.
    func knowledge(_ words: String..., folder: String = "kennis") throws -> CommandLineTests.Outcome {
        try CommandLineTests.analyst(
            ["knowledge"] + words.map { $0.hasPrefix("@") ? path(String($0.dropFirst())) : $0 } + [
                "--folder", path(folder), "--rules", path("rules"), "--date", "2024-06-01", "--lang", "en",
            ])
    }

    /// Takes over a package, and gives what was said.
    @discardableResult
    func add(_ address: String, folder: String = "kennis") throws -> CommandLineTests.Outcome {
        try FileManager.default.createDirectory(at: village.folder.file(folder), withIntermediateDirectories: true)
        return try knowledge("add", address, "--over", "@sheet.yaml", "--yes", folder: folder)
    }

    /// The report on the sheet of the village under the packages of a folder.
    func report(folder: String = "kennis") throws -> CommandLineTests.Outcome {
        try CommandLineTests.analyst([
            "analyse", path("sheet.yaml"), "--rules", path(folder), "--date", "2024-06-01", "--lang", "en", "--details",
        ])
    }
}
