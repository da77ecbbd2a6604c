import RuleEngine
import Testing

@testable import Analyst

/// Units, kinds, coverage, counts and days of a sheet are what the vocabularies and the calendar allow.
struct FigureCheckingTests {
    private static let good = """
        sheet: proef
        title: { nl: Proef, en: Trial }
        area:
          municipality: { code: GM0001, name: Plaats }
          residents: 4195
          confidence: high
          parts: [{ code: WK000101, name: Kern, residents: 4195, extent: whole, role: area }]
        sources:
          t: { title: Tabel, licence: CC BY 4.0, edition: 2021-03-26 }
        figures:
          inwoners: { value: 4195, unit: aantal, year: 2020, published: 2021-03-26, source: t, kind: count, coverage: 100 }
          bijstand: { value: 8.125, unit: "%", year: 2020, source: t, kind: count, coverage: 100, nederland: 3.7, percentile: 96.2 }
          roken: { unknown: suppressed, source: t }
        parts:
          - code: WK000101
            name: Kern
            figures: { inwoners: 4195, bijstand: 8.125 }
        voices: { complete: true, known: [{ perspective: bewoners, people: 12 }] }
        answers:
          - { question: drugsoverlast, perspective: bewoners, value: true, people: 12, date: 2021-10-01 }

        """

    /// What is wrong with a sheet: as it is read, and then against the rules of the project.
    private static func codes(_ text: String) throws -> [String] {
        let rules = try Project.library.get().ruleBase
        do throws(BadInput) {
            return try FactSheet.read(SourceFile(name: "s.yaml", text: text)).check(against: rules).map(\.code)
        } catch {
            #expect(error.diagnostics.allSatisfy { $0.span != nil && $0.hint != nil })
            return error.diagnostics.map(\.code)
        }
    }

    @Test func `the sheet that the cases change is good`() throws {
        #expect(try Self.codes(Self.good) == [])
    }

    @Test(
        arguments: [
            // F3: unit, kind, coverage, and the reason why there is no figure.
            ("value: 8.125, unit: \"%\"", "value: 0.081, unit: fractie", "sheet/unit"),
            ("value: 8.125, unit: \"%\", ", "value: 8.125, ", nil),
            ("kind: count", "kind: modl", "sheet/unknown-kind"),
            ("kind: count", "kind: model", nil),
            ("coverage: 100", "coverage: -5", "sheet/coverage"),
            ("coverage: 100", "coverage: 100.1", "sheet/coverage"),
            ("coverage: 100", "coverage: 0", nil),
            ("unknown: suppressed", "unknown: geheim", "sheet/unknown-reason"),
            ("unknown: suppressed", "unknown: not-measured", nil),
            // Outside what the indicator allows.
            ("bijstand: { value: 8.125", "bijstand: { value: 140", "sheet/out-of-range"),
            ("inwoners: { value: 4195", "inwoners: { value: -4195", "sheet/out-of-range"),
            ("inwoners: { value: 4195", "inwoners: { value: 0", nil),
            ("inwoners: { value: 4195", "inwoners: { value: 1e6143", "sheet/out-of-range"),
            ("nederland: 3.7", "nederland: 370", "sheet/out-of-range"),
            ("percentile: 96.2", "percentile: 101", "sheet/out-of-range"),
            ("bijstand: 8.125", "bijstand: 112.5", "sheet/out-of-range"),
            // F9: thousands.
            ("inwoners: { value: 4195", "inwoners: { value: 4.195", "sheet/thousands"),
            ("inwoners: { value: 4195", "inwoners: { value: 4.1950", nil),
            ("inwoners: { value: 4195", "inwoners: { value: 4.19", nil),
            ("figures: { inwoners: 4195", "figures: { inwoners: 4.195", "sheet/thousands"),
            ("kind: count, coverage: 100 }", "kind: count, coverage: 100, gemeente: 34.295 }", "sheet/thousands"),
            ("inwoners: { value: 4195", "inwoners: { value: 1.234.567", "sheet/not-a-number"),
            ("inwoners: { value: 4195", "inwoners: { value: 4,195", "yaml/comma-in-text"),
            ("residents: 4195\n", "residents: 4.195\n", "sheet/not-a-count"),
            // H15: counts and days.
            ("residents: 4195\n", "residents: -1\n", "sheet/not-a-count"),
            ("residents: 4195\n", "residents: 0\n", nil),
            ("residents: 4195\n", "residents: 1000000000\n", "sheet/not-a-count"),
            ("people: 12 }]", "people: -5 }]", "sheet/not-a-count"),
            ("people: 12, date", "people: 2.5, date", "sheet/not-a-count"),
            ("date: 2021-10-01", "date: 999999999-01-01", "sheet/bad-date"),
            ("date: 2021-10-01", "date: 0000-01-01", "sheet/bad-date"),
            ("date: 2021-10-01", "date: 0001-01-01", nil),
            ("published: 2021-03-26", "published: 2021-02-30", "sheet/bad-date"),
            ("edition: 2021-03-26", "edition: 2021-02-30", "sheet/bad-date"),
            ("edition: 2021-03-26", "edition: voorjaar 2021", nil),
            ("confidence: high", "confidence: hihg", "yaml/unknown-value"),
            ("extent: whole", "extent: halff", "yaml/unknown-value"),
            ("extent: whole", "extent: whole?", nil),
            ("role: area", "role: kern", "yaml/unknown-value"),
            // Parts that would be left aside without a word.
            ("parts:\n  - code: WK000101", "parts:\n  - code: WK000102", "sheet/unknown-part"),
            ("role: area }]", "role: area }, { code: WK000101, name: Kern }]", "sheet/duplicate"),
        ] as [(String, String, String?)])
    func `a figure, a count or a day that cannot be is refused`(old: String, new: String, code: String?) throws {
        let text = Self.good.replacing(old, with: new)
        #expect(text != Self.good)
        let found = try Self.codes(text)
        #expect(Set(found) == Set([code].compactMap { $0 }), "\(found)")
    }

    @Test func `a wrong unit and a doubtful number are shown in their places, with how to write what is meant`() throws
    {
        let text = Self.good.replacing("unit: \"%\"", with: "unit: fractie")
            .replacing("inwoners: { value: 4195", with: "inwoners: { value: 4.195")
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        let found = sheet.check(against: try Project.library.get().ruleBase)
        #expect(found.map { $0.span?.start.line } == [11, 12])
        #expect(found.map { $0.span?.start.column } == [22, 35])
        #expect(
            found.map { $0.hint?.nl } == [
                "schrijf 4195 als het teken duizendtallen scheidt, en 4.1950 als er decimalen achter staan",
                "reken het cijfer om naar ‘%’ en schrijf die eenheid",
            ])
    }

    @Test(
        arguments: [
            ("12,5", .number(FEELNumber("12.5") ?? 0)), ("12.5", .number(FEELNumber("12.5") ?? 0)),
            ("0,125", .number(FEELNumber("0.125") ?? 0)), ("34.2955", .number(FEELNumber("34.2955") ?? 0)),
            ("4195", .number(4195)), ("-4.5", .number(FEELNumber("-4.5") ?? 0)),
            ("4.195", .doubtful(FEELNumber("4.195") ?? 0, 4195)), ("4,195", .doubtful(FEELNumber("4.195") ?? 0, 4195)),
            ("-34,295", .doubtful(FEELNumber("-34.295") ?? 0, -34295)), ("1.234.567", .grouped(1_234_567)),
            ("1.234,5", .grouped(FEELNumber("1234.5") ?? 0)), ("1,234.5", .grouped(FEELNumber("1234.5") ?? 0)),
            ("34 295", .grouped(34295)), ("1,2,3", .none), ("12,", .none), ("1,234,5", .none), ("veel", .none),
            ("", .none), (".", .none),
        ] as [(String, NumberReading)])
    func `a number has one meaning, two or none`(text: String, reading: NumberReading) {
        #expect(NumberReading(text, allowed: .anything) == reading)
    }

    @Test func `thousands that cannot be put nothing in doubt`() {
        let percentage = ValueSet.numbers(NumberInterval(low: 0, high: 100), orNull: false)
        #expect(NumberReading("8.125", allowed: percentage) == .number(FEELNumber("8.125") ?? 0))
    }
}
