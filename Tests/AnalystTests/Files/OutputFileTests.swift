import Foundation
import Testing

@testable import Analyst

/// Files are replaced as a whole, privately, and nothing of a killed run stays.
@Suite struct OutputFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func path(_ name: String) -> String { folder.file(name).path }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.file("").path).sorted()
    }

    @Test func `a new file has the rights that the user's mask leaves, and no temporary file stays`() throws {
        try OutputFile(path("report")).write(report: "a\u{1B}[31m\n")
        #expect(try String(contentsOfFile: path("report"), encoding: .utf8) == "a␛[31m\n")
        #expect(try FileStatus(of: path("report")).mode & 0o600 == 0o600)
        #expect(try names() == ["report"])
    }

    @Test func `bytes are written as they are`() throws {
        try OutputFile(path("sheet")).write([0xEF, 0xBB, 0xBF, 0x1B])
        #expect(try Data(contentsOf: folder.file("sheet")) == Data([0xEF, 0xBB, 0xBF, 0x1B]))
    }

    @Test func `a link that leads nowhere yet gets its file, and one in a circle is refused`() throws {
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: path("link"), withDestinationPath: "target")
        try OutputFile(path("link")).write(report: "x")
        #expect(try names() == ["link", "target"])
        try manager.createSymbolicLink(atPath: path("circle"), withDestinationPath: "circle")
        #expect(throws: FileFault.linkLoop) { try OutputFile(path("circle")).write(report: "x") }
    }

    @Test func `a temporary file is private from its first byte, and gone when it is not used`() throws {
        let temporary = try TemporaryFile(beside: path("sheet"))
        #expect(try FileStatus(of: temporary.path).mode == 0o600)
        OutputFile(path("sheet")).sweep()
        #expect(FileManager.default.fileExists(atPath: temporary.path), "somebody writes it")
        temporary.remove()
        #expect(try names() == [])
    }

    @Test func `leftovers are swept, and only those`() throws {
        let leftover = ".analyst-0123456789abcdef.tmp"
        let others = [".analyst-0123456789abcdeg.tmp", ".analyst-0123.tmp", "analyst-0123456789abcdef.tmp"]
        for name in others + [leftover] { try Data("x".utf8).write(to: folder.file(name)) }
        OutputFile(path("sheet")).sweep()
        #expect(try names() == others.sorted())
    }

    @Test func `only a plain file is an input that must not be written over`() throws {
        try Data("x".utf8).write(to: folder.file("a"))
        try Data("x".utf8).write(to: folder.file("b"))
        let inputs = [InputFile(path("a")).identity, InputFile("/dev/null").identity].compactMap { $0 }
        #expect(OutputFile(path("a")).isOne(of: inputs))
        #expect(!OutputFile(path("b")).isOne(of: inputs))
        #expect(!OutputFile(path("absent")).isOne(of: inputs))
        #expect(!OutputFile("/dev/null").isOne(of: inputs))
    }
}
