import RuleEngine
import TestSupport
import Testing

@testable import Analyst

@Suite struct ZipFileTests {
    @Test func `what is packed comes out as it was, in its order`() throws {
        var generator = SeededGenerator(seed: 7_002)
        let contents: [[UInt8]] = [
            [], [1], Array(repeating: 65, count: 200_000),
            (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) },
        ]
        var zip = ZipFile()
        zip.add("mimetype", Array("text/plain".utf8), isPacked: false)
        for (index, content) in contents.enumerated() { zip.add("ä/\(index)", content) }
        let archive = try ZipArchive(name: "t", bytes: zip.bytes)
        #expect(archive.members.map(\.name) == ["mimetype", "ä/0", "ä/1", "ä/2", "ä/3"])
        for (index, content) in contents.enumerated() {
            #expect(try archive.content(of: archive.members[index + 1], limit: 1 << 20) == content)
        }
        #expect(zip.bytes.count < 102_000)
    }

    @Test func `a member that is not packed stands in the file as it is, behind its name`() {
        var zip = ZipFile()
        zip.add("mimetype", Array("application/x".utf8), isPacked: false)
        // The kind of an OpenDocument file is read at its 39th byte.
        #expect(String(decoding: zip.bytes[30..<51], as: UTF8.self) == "mimetypeapplication/x")
    }

    @Test func `a file without members is one, and the same members give the same bytes`() throws {
        #expect(try ZipArchive(name: "t", bytes: ZipFile().bytes).members.isEmpty)
        func made() -> [UInt8] {
            var zip = ZipFile()
            zip.add("a", Array("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".utf8))
            return zip.bytes
        }
        #expect(made() == made())
    }
}
