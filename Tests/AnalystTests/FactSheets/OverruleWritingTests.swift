import RuleEngine
import Testing

@testable import Analyst

/// Overrules go into the text of a sheet, and all else stays.
@Suite struct OverruleWritingTests {
    private static let start =
        "sheet: s # het blad\ntitle: { nl: S, en: S }\narea: { municipality: { code: GM0001, name: S } }\n"

    private func overrule(_ reason: String) throws -> SessionInputs.Overrule {
        .init(finding: try #require(FindingID("problem:armoede")), verdict: .rejected, reason: reason)
    }

    @Test(arguments: [
        "figures: {}\n", "figures: {} # cijfers\n", "figures: {}\noverrules: []\nanswers: [] # leeg\n",
        "figures: {}\noverrules:\n  - { finding: 'problem:krimp', verdict: added, reason: 'Zo.' } # uitleg\nanswers: []\n",
    ])
    func `another list of overrules is read again as it was written`(rest: String) throws {
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: Self.start + rest))
        let overrules = sheet.overrules(adding: try overrule("Wel 'waar': #1\nen \"dat\" ook }"))
        let text = sheet.text(withOverrules: overrules)
        #expect(text.hasPrefix(Self.start))
        let again = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        #expect(again.overrules == overrules)
        #expect(again.text(withOverrules: overrules) == text)
    }

    @Test func `the same overrules leave every byte, and a second one about a finding takes the place of the first`()
        throws
    {
        let text =
            Self.start + "figures: {}\noverrules: [ { finding: 'problem:armoede', verdict: added, reason: 'Een.' } ]\n"
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        #expect(sheet.text(withOverrules: sheet.overrules) == text)
        let other = try overrule("Twee.")
        #expect(sheet.overrules(adding: other) == [other])
        #expect(!sheet.text(withOverrules: []).contains("problem:armoede"))
    }
}
