import Foundation
import Testing

@testable import Analyst

/// The size of a file is looked at before it is read.
@Suite struct InputFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a file up to the limit is read, and one byte more is refused`() throws {
        try Data("12345678".utf8).write(to: folder.file("a"))
        let file = InputFile(folder.file("a").path)
        #expect(try file.bytes(limit: 8) == Array("12345678".utf8))
        #expect(throws: FileFault.tooLarge(limit: 7)) { try file.bytes(limit: 7) }
    }

    @Test func `what has no size is read up to the limit`() {
        #expect(throws: FileFault.tooLarge(limit: 1000)) { try InputFile("/dev/zero").bytes(limit: 1000) }
    }

    @Test(arguments: [("absent", FileFault.missing), ("", .isFolder), ("a/b", .missing)])
    func `the reason is told when a file cannot be read`(name: String, fault: FileFault) throws {
        try Data().write(to: folder.file("a"))
        #expect(throws: fault) { try InputFile(folder.file("").path + name).bytes(limit: 1) }
    }
}
