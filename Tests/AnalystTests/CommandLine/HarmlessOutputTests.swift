import Foundation
import Testing

/// No control character and none that turns the direction of writing goes out raw, whatever file or argument it is in.
@Suite struct HarmlessOutputTests {
    static let sheet = VillageRules.sheetText(bijstand: "12")
        .replacing(
            "{ nl: Het dorp, en: The village }", with: #"{ nl: "\e[31m\u202EDorp", en: "\e[31m\u202E\u009BTown\x7F" }"#
        )
        .replacing("name: Dorp", with: #"name: "\e]0;x\aDorp\u2066""#)

    @Test(arguments: [
        ["analyse", "@sheet.yaml"], ["analyse", "@sheet.yaml", "--format", "md"],
        ["analyse", "@sheet.yaml", "--format", "html"], ["analyse", "@sheet.yaml", "--format", "json"],
        ["compare", "@sheet.yaml", "@sheet.yaml"], ["compare", "@sheet.yaml", "@sheet.yaml", "--format", "json"],
        ["ask", "@sheet.yaml"], ["why", "@sheet.yaml", "problem:\u{1B}[31m\u{202E}"],
        ["analyse", "\u{1B}[31m\u{202E}"], ["what-if", "@sheet.yaml", "--set", "x\u{1B}[31m=1"],
        ["analyse", "--\u{1B}[31m"],
    ])
    func `a text of a sheet or an argument is shown harmless`(words: [String]) throws {
        let files = try VillageFiles(sheet: Self.sheet)
        let outcome = try CommandLineTests.analyst(files.arguments(words + VillageFiles.common))
        #expect(!(outcome.output + outcome.errors).isEmpty)
        #expect(Self.treacherous(outcome.output) == [])
        #expect(Self.treacherous(outcome.errors) == [])
    }

    @Test func `a report in a file is as harmless as one on the screen`() throws {
        let files = try VillageFiles(sheet: Self.sheet)
        let words = ["analyse", "@sheet.yaml", "-o", "@report"] + VillageFiles.common
        #expect(try CommandLineTests.analyst(files.arguments(words)).code == 0)
        #expect(try files.text("report").contains("␛[31m\u{FFFD}\u{FFFD}Town␡"))
        #expect(try Self.treacherous(files.text("report")) == [])
    }

    @Test func `a value of FEEL is shown harmless`() throws {
        let outcome = try CommandLineTests.analyst(["feel", #""\u001B[31m\u202Ex""#, "--explain"])
        #expect(outcome.code == 0)
        #expect(Self.treacherous(outcome.output) == [])
    }

    private static func treacherous(_ text: String) -> [String] {
        text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x09, 0x0A: false
            case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        .map { String($0.value, radix: 16) }
    }
}
