import RuleEngine
import Testing

@testable import Analyst

/// Every mistake in a sheet is told with its place; there is no half sheet.
@Suite struct BrokenSheetTests {
    static let good = """
        sheet: proef
        title: { nl: Proef, en: Trial }
        area:
          municipality: { code: GM0001, name: Plaats }
        sources:
          t: { title: Tabel, licence: CC BY 4.0 }
        figures:
          bijstand: { value: 8.1, unit: "%", year: 2020, source: t, kind: count }
        answers:
          - { question: drugsoverlast, perspective: bewoners, value: true, date: 2026-11-01 }
        """

    @Test func `a good sheet is read`() throws {
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: Self.good))
        #expect(sheet.figures.count == 1)
        #expect(sheet.answers.count == 1)
    }

    @Test(arguments: [
        ("value: 8.1", "value: 8,1", "yaml/comma-in-text", 8),
        ("value: 8.1", "value: veel", "sheet/not-a-number", 8),
        ("year: 2020", "jaar: 2020", "yaml/unknown-key", 8),
        ("year: 2020, ", "", "sheet/figure-year", 8),
        ("year: 2020", "year: 9223372036854775807", "sheet/bad-year", 8),
        ("year: 2020", "year: 0", "sheet/bad-year", 8),
        ("kind: count", "series: { 12020: 1 }", "sheet/bad-year", 8),
        ("kind: count", "series: { ooit: 1 }", "sheet/bad-year", 8),
        ("source: t", "source: u", "sheet/unknown-source", 8),
        ("value: 8.1", "value: 8.1, unknown: suppressed", "sheet/figure", 8),
        ("value: true", "value: ja", "sheet/answer", 10),
        ("2026-11-01", "1 november", "sheet/bad-date", 10),
        (", licence: CC BY 4.0", "", "yaml/missing-key", 6),
        ("sheet: proef", "blad: proef", "yaml/missing-key", 1),
        ("title: { nl: Proef, en: Trial }", "title: { nl: Proef }", "yaml/missing-translation", 2),
        ("municipality: { code", "\tmunicipality: { code", "yaml/tab-indentation", 4),
    ])
    func `a mistake is told with its line`(old: String, new: String, code: String, line: Int) {
        let text = Self.good.replacing(old, with: new)
        let result = Result { () throws(BadInput) in try FactSheet.read(SourceFile(name: "s.yaml", text: text)) }
        guard case .failure(let fault) = result else {
            Issue.record("the sheet was read")
            return
        }
        let found = fault.diagnostics.first { $0.code == code }
        #expect(found?.span?.start.line == line, "\(fault.diagnostics.map(\.code))")
        #expect(found?.hint != nil)
    }

    @Test(arguments: [
        ("voices: { complete: true, known: [{ perspective: bewoners }, { perspective: bewoners }] }", true),
        ("voices: { complete: true, known: [{ perspective: bewoners }, { perspective: ondernemers }] }", false),
        ("efforts: { complete: true, known: [{ code: a }, { code: b }, { code: a }] }", true),
        ("efforts: { complete: true, known: [{ code: a }, { code: b }] }", false),
    ])
    func `a group or an effort that is told twice is reported with the first place`(line: String, isReported: Bool) {
        let file = SourceFile(name: "s.yaml", text: Self.good + "\n" + line)
        let result = Result { () throws(BadInput) in try FactSheet.read(file) }
        guard case .failure(let fault) = result else {
            #expect(!isReported)
            return
        }
        #expect(isReported)
        #expect(fault.diagnostics.map(\.code) == ["sheet/duplicate"])
        let earlier = fault.diagnostics.first?.related.first?.span.start
        #expect(earlier.map { place in fault.diagnostics.allSatisfy { ($0.span?.start ?? place) > place } } == true)
    }
}
