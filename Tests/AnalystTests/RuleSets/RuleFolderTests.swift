import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// No file of rules is left out in silence.
@Suite struct RuleFolderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.file("rules/deep/deeper"), withIntermediateDirectories: true)
        try write("rules/a.yaml")
        try write("rules/deep/deeper/b.yaml")
    }

    private func write(_ name: String) throws { try Data("vocabulary: x\n".utf8).write(to: folder.file(name)) }

    private func read() throws -> RuleFolder { try RuleFolder(folder.file("rules")) }

    @Test func `all rule files are read, in the order of their paths, and cases are none`() throws {
        try write("rules/a.cases.yaml")
        let read = try read()
        #expect(read.files.map(\.name) == ["rules/a.yaml", "rules/deep/deeper/b.yaml"])
        #expect(read.identities.count == 2)
        #expect(read.diagnostics == [])
        #expect(read.omissions == [])
    }

    @Test func `a folder that may not be looked into is an error, and the others are read`() throws {
        let closed = folder.file("rules/deep").path
        let read = try RuleFolder(folder.file("rules")) { path throws(FileFault) in
            if path == closed { throw .notAllowed }
            return try FolderTree.names(in: path)
        }
        #expect(read.files.map(\.name) == ["rules/a.yaml"])
        #expect(read.diagnostics.map(\.code) == ["file/unreadable"])
        #expect(read.diagnostics.map(\.message.en) == ["rules/deep cannot be read: that is not allowed"])
        #expect(read.omissions.map(\.file) == ["rules/deep"])
    }

    @Test func `links in a circle, pipes and links to folders are errors; a link to a file is read`() throws {
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder.file("rules/c.yaml").path, withDestinationPath: "c.yaml")
        try manager.createSymbolicLink(atPath: folder.file("rules/d.yaml").path, withDestinationPath: "a.yaml")
        try manager.createSymbolicLink(atPath: folder.file("rules/up").path, withDestinationPath: "..")
        try manager.createSymbolicLink(atPath: folder.file("rules/lost").path, withDestinationPath: "nowhere")
        mkfifo(folder.file("rules/e.yaml").path, 0o600)
        let read = try read()
        #expect(read.files.map(\.name) == ["rules/a.yaml", "rules/d.yaml", "rules/deep/deeper/b.yaml"])
        #expect(read.omissions.map(\.file) == ["rules/c.yaml", "rules/e.yaml", "rules/lost", "rules/up"])
        #expect(read.diagnostics.allSatisfy { $0.severity == .error })
    }

    @Test func `what is no rule file is skipped and said`() throws {
        try write("rules/.hidden.yaml")
        for name in ["rules/notes.md", "rules/a.yaml~"] { try write(name) }
        try FileManager.default.createDirectory(at: folder.file("rules/.git"), withIntermediateDirectories: false)
        try write("rules/.git/c.yaml")
        let read = try read()
        #expect(read.files.count == 2)
        #expect(read.diagnostics.map(\.severity) == [.note, .note])
        #expect(read.omissions == [])
        let said = read.diagnostics.map(\.message.en).joined()
        #expect(said.contains("rules/.hidden.yaml is skipped"))
        #expect(said.contains("2 files are no rule files and are skipped: rules/a.yaml~, rules/notes.md"))
    }
}
