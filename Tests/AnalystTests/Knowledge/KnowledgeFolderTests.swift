import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// A folder of packages is what its lock says, or is not read.
@Suite struct KnowledgeFolderTests {
    private static let file = "kennis/packages/kamers/rules/kamers.yaml"

    private static func world() throws -> KnowledgeWorld {
        let world = try KnowledgeWorld()
        _ = try world.joined(KnowledgeWorld.package("kamers"))
        return world
    }

    /// What keeps the folder from being read.
    private static func faults(_ world: KnowledgeWorld) -> [Diagnostic] {
        KnowledgeWorld.faults { _ = try RuleLibrary(path: world.village.folder.file("kennis")) }
    }

    @Test func `a folder that is as its lock says is read as one rule base`() throws {
        let world = try Self.world()
        let library = try RuleLibrary(path: world.village.folder.file("kennis"))
        #expect(library.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
        #expect(library.ruleBase.rule("veel-kamers")?.qualifiedName == "kamers:veel-kamers")
        #expect(library.ruleBase.rule("armoede-volgt")?.qualifiedName == "armoede-volgt")
        #expect(library.packages.packages.map(\.id) == ["analyst", "kamers"])
    }

    @Test func `a lock is read as it is written`() throws {
        let world = try Self.world()
        let text = try world.text("kennis/knowledge.lock")
        #expect(try KnowledgeLock.read(SourceFile(name: "l", text: text)).text == text)
        #expect(
            text.contains("  - package: kamers\n    from: https://example.org/1\n    tag: v1.0.0\n    commit: aaaa"))
    }

    @Test func `a file that was changed after the lock is named with its place in the lock`() throws {
        let world = try Self.world()
        try world.write(world.text(Self.file).replacingOccurrences(of: "11", with: "12"), to: Self.file)
        let faults = Self.faults(world)
        #expect(faults.map(\.code) == ["knowledge/changed-file"])
        #expect(faults[0].message.en.contains("packages/kamers/rules/kamers.yaml"))
        #expect(faults[0].span?.file == "kennis/knowledge.lock")
    }

    @Test func `a file that is gone is named`() throws {
        let world = try Self.world()
        try FileManager.default.removeItem(at: world.village.folder.file(Self.file))
        #expect(Self.faults(world).map(\.code) == ["knowledge/missing-file"])
    }

    @Test func `a package that is gone is told once`() throws {
        let world = try Self.world()
        try FileManager.default.removeItem(at: world.village.folder.file("kennis/packages/kamers"))
        #expect(Self.faults(world).map(\.code) == ["knowledge/missing-file"])
    }

    @Test(arguments: [
        "packages/kamers/rules/more.yaml", "packages/kamers/notes.txt", "packages/other/rules/a.yaml",
        "packages/loose.yaml",
    ])
    func `a file that is not in the lock is refused`(path: String) throws {
        let world = try Self.world()
        try world.write("ruleset: x\n", to: "kennis/\(path)")
        let faults = Self.faults(world)
        #expect(faults.map(\.code) == ["knowledge/added-file"])
        #expect(faults[0].message.en.contains("\(path)"))
    }

    @Test func `a hidden file that a desktop leaves behind does no harm`() throws {
        let world = try Self.world()
        try world.write("x", to: "kennis/packages/.DS_Store")
        #expect(Self.faults(world).map(\.code) == [])
    }

    @Test func `a link in the place of a file is refused, though its content is the same`() throws {
        let world = try Self.world()
        let place = world.village.folder.file(Self.file)
        try FileManager.default.moveItem(at: place, to: world.village.folder.file("kamers.yaml"))
        try FileManager.default.createSymbolicLink(
            at: place, withDestinationURL: world.village.folder.file("kamers.yaml"))
        #expect(Self.faults(world).map(\.code).contains("knowledge/link"))
    }

    @Test func `a link in the place of the folder of packages is refused`() throws {
        let world = try Self.world()
        let place = world.village.folder.file("kennis/packages")
        try FileManager.default.moveItem(at: place, to: world.village.folder.file("elsewhere"))
        try FileManager.default.createSymbolicLink(
            at: place, withDestinationURL: world.village.folder.file("elsewhere"))
        #expect(Self.faults(world).map(\.code) == ["knowledge/link"])
    }

    @Test(arguments: [
        ("rules/kamers.yaml:", "../../kamers.yaml:"), ("commit: a", "commit: --x"),
        ("tag: v1.0.0", "tag: --upload-pack=x"),
        ("from: https://example.org/1", "from: ext::sh"), ("from: https://example.org/1", "from: program"),
        ("package: kamers", "package: ../kamers"), ("lock: 1", "lock: 2"), ("package: kamers", "package: analyst"),
    ])
    func `a lock that was written by somebody else is refused`(part: String, wrong: String) throws {
        let world = try Self.world()
        let text = try world.text("kennis/knowledge.lock")
        #expect(text.contains(part))
        try world.write(text.replacingOccurrences(of: part, with: wrong), to: "kennis/knowledge.lock")
        let faults = Self.faults(world)
        #expect(faults.contains { $0.code == "knowledge/lock" })
        #expect(faults.allSatisfy { $0.span?.file == "kennis/knowledge.lock" || $0.span == nil })
    }

    @Test func `a lock that names another version than the package does is refused`() throws {
        let world = try Self.world()
        let text = try world.text("kennis/knowledge.lock")
        try world.write(
            text.replacingOccurrences(of: "    version: 1.0.0", with: "    version: 9.0.0"), to: "kennis/knowledge.lock"
        )
        #expect(Self.faults(world).map(\.code) == ["knowledge/lock"])
    }

    @Test func `nothing is taken over when somebody else changed the lock meanwhile`() throws {
        let world = try Self.world()
        let place = world.village.folder.file("kennis")
        let staging = try KnowledgeStaging(KnowledgeFolder(at: place), adding: [], removing: ["kamers"])
        let text = try world.text("kennis/knowledge.lock")
        try world.write(text + "\n", to: "kennis/knowledge.lock")
        #expect(KnowledgeWorld.faults { try staging.takePlace() }.map(\.code) == ["knowledge/changed-meanwhile"])
        #expect(try world.text(Self.file).isEmpty == false)
        let left = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
        #expect(left == ["knowledge.lock", "packages"])
    }

    @Test func `settings ask for signatures, and a slip in them is told`() throws {
        let world = try Self.world()
        try world.write("signatures: required\nsigners: keys\n", to: "kennis/knowledge-settings.yaml")
        let settings = try KnowledgeFolder(at: world.village.folder.file("kennis")).settings
        #expect(settings.signatures == .required)
        #expect(settings.signers == "keys")
        try world.write("signatures: sometimes\n", to: "kennis/knowledge-settings.yaml")
        #expect(Self.faults(world).map(\.code) == ["yaml/unknown-value"])
    }
}
