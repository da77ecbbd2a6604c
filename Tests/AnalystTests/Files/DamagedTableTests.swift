import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// No bytes stop the program: random ones, and sound files that are cut or changed, are read or refused.
@Suite struct DamagedTableTests {
    private static let sheet = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>
        <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>1.5</v></c></row>
        """

    /// Sound files of every format.
    private static let seeds: [[UInt8]] = {
        let texts = [
            "Titel;;\n;Onderwerp;\n;Codering;||Inwoners\nregio;code;aantal\nA;GM0001;1,5\n\"B;\"\"\";GM0002;2,5\nBron: CBS;;\n",
            "code,x\nGM0001,-99997\nGM0002,4.195\n",
            #"{"odata.metadata":"m","value":[{"a":1,"b":"é\n"},{"a":-2.5e3,"b":null}]}"#,
            #"{"type":"FeatureCollection","features":[{"geometry":{"c":[[1,2]]},"properties":{"a":1,"b":true}}]}"#,
            "Id;Measure;Value;RegioS\n1;A;5;GM0001\n2;B;7;GM0001\n",
        ]
        let ods = WorkbookTests.ods(
            #"<table:table table:name="S"><table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>b</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="2"/><table:table-cell office:value-type="float" office:value="3"/></table:table-row></table:table>"#
        )
        var stored = ZipWriter()
        stored.add("a.csv", Array(texts[1].utf8), method: 0)
        return texts.map { Array($0.utf8) }
            + [
                texts[0].utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, ZipWriter.gzip(texts[0]), stored.file,
                ods,
                WorkbookTests.xlsx([("S", sheet)], shared: ["<t>code</t>", "<t>GM0001</t>"]),
                ZipWriter.file(["a.csv": texts[0], "b.json": texts[2]]),
            ]
    }()

    /// Reads all that can be read of some bytes; what is refused is refused.
    private func readAll(_ bytes: [UInt8]) -> Bool {
        do {
            var isWhole = true
            for table in try TableDocument(name: "t", bytes: bytes).tables() {
                for column in table.columns.indices {
                    do {
                        _ = try table.figures(of: column)
                    } catch {
                        isWhole = false
                    }
                }
            }
            return isWhole
        } catch {
            return false
        }
    }

    @Test func `sound files of every format are read`() throws {
        for seed in Self.seeds {
            let tables = try TableDocument(name: "t", bytes: seed).tables()
            #expect(tables.contains { !$0.rows.isEmpty })
        }
    }

    @Test func `a file cut at any place is read or refused`() {
        for seed in Self.seeds {
            for count in stride(from: 0, to: seed.count, by: seed.count > 600 ? 7 : 1) {
                _ = readAll(Array(seed.prefix(count)))
            }
        }
    }

    @Test(arguments: 0..<4)
    func `changed, moved and random bytes are read or refused`(part: Int) {
        var random = SeededGenerator(seed: UInt64(part) + 17)
        for round in 0..<(FullRuns.isAsked ? 20_000 : 500) {
            var bytes: [UInt8]
            if round.isMultiple(of: 10) {
                bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            } else {
                bytes = Self.seeds[Int.random(in: Self.seeds.indices, using: &random)]
                for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
                    let place = Int.random(in: bytes.indices, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.insert(Self.signs[Int.random(in: Self.signs.indices, using: &random)], at: place)
                    case 2: bytes.remove(at: place)
                    default:
                        let end = min(bytes.count, place + Int.random(in: 0..<40, using: &random))
                        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: bytes.indices, using: &random))
                    }
                }
            }
            _ = readAll(bytes)
        }
    }

    private static let signs = Array(";,\t\"\n\r.-%[]{}:\\<>&0919 e".utf8)
}
