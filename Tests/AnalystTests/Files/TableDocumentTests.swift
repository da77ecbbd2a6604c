import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// A file is what its first bytes say; what holds no table is named with what to do.
@Suite struct TableDocumentTests {
    private static let csv = "code;x\nGM0001;5\n"

    private func document(_ bytes: [UInt8], name: String = "bestand") throws -> TableDocument {
        try TableDocument(name: name, bytes: bytes)
    }

    @Test func `gzip and zip around a table are opened, whatever the name is`() throws {
        for bytes in [Array(Self.csv.utf8), ZipWriter.gzip(Self.csv), ZipWriter.file(["a.csv": Self.csv])] {
            let table = try #require(try document(bytes).tables().first)
            #expect(try figureTexts(table, "x") == ["5"])
        }
    }

    @Test func `gzip in several pieces is one text`() throws {
        let bytes = ZipWriter.gzip("code;x\n") + ZipWriter.gzip("GM0001;5\n") + [0, 0, 0]
        #expect(try figureTexts(#require(document(bytes).tables().first), "x") == ["5"])
    }

    @Test func `each member of a zip is a table, and what is none is told`() throws {
        var writer = ZipWriter()
        writer.add("map/", [], method: 0)
        writer.add("map/a.csv", Self.csv)
        writer.add("__MACOSX/._a.csv", "x")
        writer.add("leesmij.pdf", "%PDF-1.7")
        writer.add("b.json", #"{"value":[{"code":"GM0002","x":6}]}"#)
        writer.add("c.xlsx", WorkbookTests.xlsx([("S", #"<row r="1"><c r="A1"><v>1</v></c></row>"#)]))
        writer.add("d.csv.gz", ZipWriter.gzip(Self.csv))
        writer.add("e.zip", ZipWriter.file(["a.csv": Self.csv]))
        let document = try document(writer.file, name: "alles.zip")
        #expect(
            document.sheets.map(\.name) == [
                "alles.zip › map/a.csv", "alles.zip › b.json", "alles.zip › c.xlsx › S", "alles.zip › d.csv.gz",
            ])
        #expect(document.skipped.map(\.severity) == [.warning, .warning])
        #expect(
            document.skipped.map(\.message.en) == [
                "alles.zip › leesmij.pdf is a PDF and is not read as a table",
                "alles.zip › e.zip is a zip inside a zip and is not read as a table",
            ])
    }

    @Test func `observations and their codes in one zip are one table with titles`() throws {
        let bytes = ZipWriter.file([
            "Observations.csv": "Id;Measure;ValueAttribute;Value;StringValue;WijkenEnBuurten\n1;M1;None;5;;GM0001\n",
            "MeasureCodes.csv": "Identifier;Index;Title;Unit\nM1;1;Aantal inwoners;aantal\n",
        ])
        let table = try #require(try document(bytes).tables().first)
        #expect(try figureTexts(table, "Aantal inwoners") == ["5"])
    }

    @Test(arguments: [
        ("%PDF-1.4 ...", "a PDF"),
        ("<!DOCTYPE html><html><body>404</body></html>", "a web page"),
        ("\u{FEFF}\n  <HTML lang=nl>", "a web page"),
        ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC><html xmlns=\"x\">", "a web page"),
        ("<?xml version=\"1.0\"?><feed xmlns=\"x\">", "a file in XML"),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "a pointer of Git LFS"),
        ("SQLite format 3\u{0}", "a GeoPackage"),
        ("PAR1", "a file in Parquet"),
        ("{\\rtf1", "a text or a presentation"),
        ("a;b\u{0}\u{0};c\n\u{1}", "no text and no workbook"),
    ])
    func `what is no table is named`(content: String, kind: String) throws {
        let error = #expect(throws: BadInput.self) { try document(Array(content.utf8)) }
        let diagnostic = try #require(error?.diagnostics.first)
        #expect(diagnostic.code == "table/other-format")
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.message.en.contains("is \(kind)"))
        #expect(diagnostic.hint != nil)
    }

    @Test(
        arguments: [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Excel or Word from before 2007"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "packed in another way"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a picture"),
            ([0x00, 0x00, 0x27, 0x0A, 0x00], "a map"),
        ] as [([UInt8], String)])
    func `what is no table is named by its first bytes`(bytes: [UInt8], kind: String) throws {
        let error = #expect(throws: BadInput.self) { try document(bytes) }
        #expect(error?.diagnostics.first?.message.en.contains(kind) == true)
    }

    @Test(arguments: [
        ("xl/workbook.bin", "a binary workbook"), ("word/document.xml", "a text or a presentation"),
        ("ppt/presentation.xml", "a text or a presentation"),
    ])
    func `what is no workbook though a zip is named`(member: String, kind: String) throws {
        let error = #expect(throws: BadInput.self) { try document(ZipWriter.file([member: "<x/>"])) }
        #expect(error?.diagnostics.first?.message.en.contains(kind) == true)
        let text = WorkbookTests.ods("", type: "application/vnd.oasis.opendocument.text")
        #expect(failure { try document(text) } == "table/other-format")
    }

    @Test(arguments: ["[naam];x\nA;1\n", "{1};x\nA;1\n", "# lijst;x\nA;1\n", "<5;>5\n1;2\n"])
    func `a text that nearly looks like another format is a table`(text: String) throws {
        #expect(try document(Array(text.utf8)).tables().first?.columns.count == 2)
    }

    @Test func `a zip that is encrypted, damaged, cut, packed in another way or empty is refused by name`() throws {
        var encrypted = ZipWriter()
        encrypted.add("a.csv", Array(Self.csv.utf8), flags: 1)
        #expect(failure { try document(encrypted.file) } == "zip/encrypted")

        var other = ZipWriter()
        other.add("a.csv", Array(Self.csv.utf8), method: 12)
        #expect(failure { try document(other.file) } == "zip/packing")

        let sound = ZipWriter.file(["a.csv": Self.csv])
        #expect(failure { try document(Array(sound.dropLast(30))) } == "zip/broken")
        var damaged = sound
        damaged[38] ^= 0x40
        #expect(failure { try document(damaged) } == "zip/broken")
        #expect(failure { try document(ZipWriter().file) } == "table/empty")
        #expect(failure { try document(Array(ZipWriter.gzip(Self.csv).dropLast(9))) } == "import/broken-gzip")
    }

    @Test func `a bomb is refused before it has grown`() throws {
        let zeros = [UInt8](repeating: 0x20, count: 4 << 20)
        var lying = ZipWriter()
        lying.add("a.csv", zeros, size: 10)
        let archive = try ZipArchive(name: "a.zip", bytes: lying.file)
        let member = try #require(archive.members.first)
        #expect(failure { try archive.content(of: member, limit: 1 << 20) } == "file/too-large")
        #expect(failure { try archive.content(of: member, limit: 8 << 20) } == "zip/broken")

        var honest = ZipWriter()
        honest.add("a.csv", zeros, size: .max)
        #expect(failure { try document(honest.file) } == "file/too-large")
        let packed = ZipWriter.deflated(zeros, windowBits: 31)
        #expect(failure { try TableFile.unpackedGzip(packed, name: "a.gz", limit: 1 << 20) } == "file/too-large")
        #expect(try TableFile.unpackedGzip(packed, name: "a.gz", limit: 4 << 20).count == 4 << 20)
    }

    @Test func `a file that wants one text takes it from a zip, and refuses a workbook`() throws {
        let folder = try TemporaryFolder()
        try Data(ZipWriter.file(["a.csv": Self.csv])).write(to: folder.file("a.zip"))
        #expect(try TableFile(url: folder.file("a.zip")).text().bytes == Array(Self.csv.utf8))
        try Data(WorkbookTests.xlsx([("S", #"<row><c><v>1</v></c></row>"#)])).write(to: folder.file("a.xlsx"))
        #expect(failure { try TableFile(url: folder.file("a.xlsx")).text() } == "table/no-single-text")
        try Data("%PDF-".utf8).write(to: folder.file("a.csv"))
        #expect(failure { try TableFile(url: folder.file("a.csv")).text() } == "table/other-format")
    }
}
