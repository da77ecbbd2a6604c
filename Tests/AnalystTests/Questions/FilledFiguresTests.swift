import RuleEngine
import Testing

@testable import Analyst

/// Own figures that come back from a spreadsheet.
@Suite struct FilledFiguresTests {
    private static let form = FigureForm(VillageRules.ruleBase)

    private static func read(_ text: String, _ language: Language = .nl) throws -> [FilledFigures.Entry] {
        let document = try TableDocument(name: "form.csv", bytes: Array(text.utf8))
        return try FilledFigures(document, of: form, in: language, on: VillageRules.date).entries
    }

    @Test(arguments: SpreadsheetForm.Format.allCases)
    func `W19: the form that is got can be sent back`(format: SpreadsheetForm.Format) throws {
        for language in Language.allCases {
            let bytes = SpreadsheetForm(Self.form, language: language).bytes(format)
            let document = try TableDocument(name: "form.\(format)", bytes: bytes)
            #expect(throws: BadInput.self) {
                try FilledFigures(document, of: Self.form, in: .nl, on: VillageRules.date)
            }
            do {
                _ = try FilledFigures(document, of: Self.form, in: language, on: VillageRules.date)
            } catch {
                #expect(
                    error.diagnostics.map(\.code) == ["figures/nothing"], "its columns are known, and no cell is filled"
                )
            }
        }
    }

    @Test func `columns are found by name in either language, in any order, and other columns are left alone`() throws {
        let entries = try Self.read("notes;year;value;code\nx;2022;12,5;bijstand\n")
        #expect(entries.map(\.question.id.code) == ["bijstand"])
        #expect(entries.first?.value.text == "12.5" && entries.first?.year == 2022)
    }

    @Test(arguments: [
        ("12,5", Language.nl, "12.5"), ("12.5", .en, "12.5"), ("10..20", .nl, "10..20"), ("12 %", .nl, "12"),
    ])
    func `a value is read as in the questionnaire`(text: String, language: Language, expected: String) throws {
        #expect(try Self.read("code;waarde\nbijstand;\(text)\n", language).first?.value.text == expected)
    }

    @Test(arguments: [
        ("code;waarde\nbijstnd;3\n", "figures/unknown-code"), ("code;waarde\nbijstand;veel\n", "figures/bad-value"),
        ("code;waarde\nbijstand;3\nbijstand;4\n", "figures/twice"),
        ("code;waarde;jaar\nbijstand;3;2025\n", "figures/bad-year"), ("code;jaar\nbijstand;3\n", "figures/no-form"),
        ("code;waarde\nbijstand;\n", "figures/nothing"),
    ])
    func `what cannot be taken over is told by cell`(text: String, code: String) {
        do {
            _ = try Self.read(text)
            Issue.record("it was read")
        } catch {
            #expect((error as? BadInput)?.diagnostics.map(\.code) == [code])
        }
    }

    @Test func `a year up to that of the analysis is taken`() throws {
        #expect(try Self.read("code;waarde;jaar\nbijstand;3;2024\n").first?.year == 2024)
    }
}
