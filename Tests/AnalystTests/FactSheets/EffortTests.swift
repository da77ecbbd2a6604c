import RuleEngine
import Testing

@testable import Analyst

/// What is done in the area, with its dates and money: read, dated, told to the rules.
struct EffortTests {
    private static func text(_ effort: String) -> String {
        BrokenSheetTests.good + "\nefforts: { complete: true, known: [{ \(effort) }] }\n"
    }

    private static func sheet(_ effort: String) throws -> FactSheet {
        try FactSheet.read(SourceFile(name: "s.yaml", text: text(effort)))
    }

    private static func facts(_ effort: String, on day: String) throws -> [SessionInputs.InputFact] {
        let date = try #require(FEELDate(day))
        let inputs = SheetInputs(try sheet(effort), ruleBase: try Project.library.get().ruleBase, date: date).inputs
        return inputs.facts.filter { $0.template == "effort" }
    }

    @Test func `all that an effort tells reaches the rules`() throws {
        let effort =
            "code: coaches, name: { nl: Straatcoaches, en: Street coaches }, aim: rust op het plein, "
            + "intervention: buurtvaders-straatcoaches, holder: gemeente, from: 2021-03-01, until: 2024, "
            + "money: { amount: 250000, unit: euro-per-jaar, price_year: 2022, source: begroting 2022 }, "
            + "result: minder meldingen, source: jaarverslag 2023, note: twee teams"
        let rules = try Project.library.get().ruleBase
        let remarks = try Self.sheet(effort).check(against: rules)
        #expect(remarks.isEmpty)
        let fact = try #require(try Self.facts(effort, on: "2023-01-01").first)
        #expect(fact.isCertain)
        let expected: [String: ValueSet] = [
            "name": .exactly(.string("Straatcoaches")), "aim": .exactly(.string("rust op het plein")),
            "intervention": .exactly(.string("buurtvaders-straatcoaches")), "holder": .exactly(.string("gemeente")),
            "status": .exactly(.string("running")), "from": .exactly(.string("2021-03-01")),
            "until": .exactly(.string("2024-12-31")), "amount": .exactly(.number(250000)),
            "unit": .exactly(.string("euro-per-jaar")), "price_year": .exactly(.number(2022)),
            "result": .exactly(.string("minder meldingen")),
        ]
        #expect(fact.fields == expected)
    }

    @Test(
        arguments: [
            // The dates, the word of the sheet, the day, and what is told; nil: not there.
            ("from: 2021-03-01", "2021-02-28", nil), ("from: 2021-03-01", "2021-03-01", "running"),
            ("until: 2024-06-30", "2024-06-30", "running"), ("until: 2024-06-30", "2024-07-01", "ended"),
            ("until: 2024-06-30, status: running", "2024-07-01", "ended"),
            ("until: 2024-06-30, status: ended", "2024-06-30", "running"),
            ("until: 2024-06", "2024-06-30", "running"), ("until: 2024-06", "2024-07-01", "ended"),
            ("until: 2024", "2024-12-31", "running"), ("until: 2024", "2025-01-01", "ended"),
            ("from: 2021, status: ended", "2022-01-01", "ended"), ("from: 2021", "2022-01-01", "running"),
            ("from: 2024-02", "2024-01-31", nil), ("from: 2024-02", "2024-02-29", "running"),
            ("status: ended", "2020-01-01", "ended"), ("status: running", "2020-01-01", "running"),
        ] as [(String, String, String?)])
    func `dates go before the word of the sheet`(dates: String, day: String, status: String?) throws {
        let facts = try Self.facts("code: x, \(dates)", on: day)
        #expect(facts.first?.fields["status"] == status.map { .exactly(.string($0)) })
        #expect(facts.isEmpty == (status == nil))
        #expect(!facts.contains { !$0.isCertain })
    }

    @Test(
        arguments: [
            ("from: 2021", "2020-12-31", nil), ("from: 2021", "2021-01-01", false), ("from: 2021", "2021-12-30", false),
            ("from: 2021", "2021-12-31", true), ("from: 2021-03", "2021-03-01", false),
            ("from: 2021-03", "2021-03-31", true),
        ] as [(String, String, Bool?)])
    func `an effort whose first month or year is known has perhaps begun`(from: String, day: String, certain: Bool?)
        throws
    {
        let fact = try Self.facts("code: x, \(from)", on: day).first
        #expect(fact?.isCertain == certain)
    }

    @Test(arguments: [
        ("{ amount: 2, unit: euro, price_year: 2020 }, { amount: 3, unit: euro, price_year: 2020 }", true),
        ("{ amount: 2, unit: euro, price_year: 2020 }, { amount: 3, unit: euro, price_year: 2021 }", false),
        ("{ amount: 2, unit: euro }, { amount: 3, unit: euro-per-jaar }", false),
    ])
    func `amounts are added in one unit and in prices of one year only`(money: String, isAdded: Bool) throws {
        let fact = try #require(try Self.facts("code: x, money: [\(money)]", on: "2024-01-01").first)
        #expect(fact.fields["amount"] == (isAdded ? .exactly(.number(5)) : nil))
    }

    @Test(
        arguments: [
            // What is wrong, and beside it what is nearly wrong.
            ("from: 2021-02-29", "sheet/bad-date", 53), ("from: 2020-02-29", nil, nil),
            ("from: 2021-13", "sheet/bad-date", 53), ("from: 2021-12", nil, nil),
            ("from: 0000", "sheet/bad-date", 53), ("from: 1 maart 2021", "sheet/bad-date", 53),
            ("from: 2021, until: 2020", "sheet/period", 66), ("from: 2021, until: 2021-01-01", nil, nil),
            ("from: 2021-03-02, until: 2021-03-01", "sheet/period", 72),
            ("money: { amount: -1, unit: euro }", "sheet/amount", 64), ("money: { amount: 0, unit: euro }", nil, nil),
            ("money: { amount: 1 }", "yaml/missing-key", nil), ("money: { unit: euro }", "yaml/missing-key", nil),
            ("money: { amount: veel, unit: euro }", "sheet/not-a-number", 64),
            ("money: { amount: 1, unit: euro, price_year: 0 }", "sheet/bad-year", nil),
            ("money: { amount: 1, unit: euro, price_year: 1 }", nil, nil),
            ("doel: rust", "yaml/unknown-key", 47), ("aim: rust", nil, nil),
            ("aim: { nl: rust }", "yaml/missing-translation", nil),
        ] as [(String, String?, Int?)])
    func `a mistake in an effort is told with its place`(effort: String, code: String?, column: Int?) {
        let file = SourceFile(name: "s.yaml", text: Self.text("code: x, \(effort)"))
        let result = Result { () throws(BadInput) in try FactSheet.read(file) }
        guard case .failure(let fault) = result else {
            #expect(code == nil)
            return
        }
        #expect(fault.diagnostics.map(\.code) == [code].compactMap { $0 })
        #expect(fault.diagnostics.allSatisfy { $0.hint != nil && $0.span?.start.line == 11 })
        if let column { #expect(fault.diagnostics.first?.span?.start.column == column) }
    }

    @Test(
        arguments: [
            ("money: { amount: 1, unit: euros }", "sheet/unknown-unit"), ("money: { amount: 1, unit: euro }", nil),
            ("source: { ref: nprz, finding: NPRZ-99 }", "sheet/unknown-source"),
            ("source: { ref: nprz, finding: NPRZ-01 }", nil),
            ("source: { ref: nprs, finding: NPRZ-01 }", "sheet/unknown-source"), ("source: eigen telling", nil),
        ] as [(String, String?)])
    func `units and findings are those of the rules`(effort: String, code: String?) throws {
        let found = try Self.sheet("code: x, \(effort)").check(against: try Project.library.get().ruleBase)
        #expect(found.map(\.code) == [code].compactMap { $0 })
        #expect(found.allSatisfy { $0.span?.start.line == 11 && $0.hint != nil })
    }

    @Test func `new answers leave the lines of efforts as they are`() throws {
        let line =
            "  - { code: x, name: 'Plein, open', from: 2021-03, money: [{ amount: 1.50, unit: euro }] }   # eigen"
        let text = BrokenSheetTests.good + "\nefforts:\n  complete: false\n  known:\n  \(line)\n"
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        let new = Answer(
            question: "overlast", perspective: "bewoners", value: .no, date: nil, method: nil, people: nil, note: nil)
        let written = sheet.text(withAnswers: sheet.writtenAnswers.map(\.answer) + [new])
        #expect(written.contains("  \(line)\n"))
        let again = try FactSheet.read(SourceFile(name: "s.yaml", text: written))
        #expect(again.efforts.first?.money.first?.amount == sheet.efforts.first?.money.first?.amount)
        #expect(again.answers.count == 2)
    }
}
