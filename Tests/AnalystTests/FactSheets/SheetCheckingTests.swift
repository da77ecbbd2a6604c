import RuleEngine
import Testing

@testable import Analyst

/// What a sheet names, the rules know.
struct SheetCheckingTests {
    private static let good = VillageRules.sheetText(
        bijstand: "8", answers: ["{ question: overlast, perspective: bewoners, value: true }"]
    ).replacing(
        "voices: { complete: true, known: [] }",
        with: "voices: { complete: true, known: [{ perspective: ondernemers }] }")

    @Test(
        arguments: [
            // What is wrong, and beside it what is nearly wrong.
            ("  bijstand:", "  bijstant:", "sheet/unknown-figure-name"),
            ("value: 8", "value: 108", "sheet/out-of-range"),
            ("value: 8", "value: 100", nil),
            ("value: 8", "value: -0.1", "sheet/out-of-range"),
            ("year: 2023", "year: 2023, nederland: 101", "sheet/out-of-range"),
            ("year: 2023", "year: 2023, nederland: 0", nil),
            ("year: 2023", "year: 2023, series: { 2022: 101 }", "sheet/out-of-range"),
            ("known: [{ perspective: ondernemers", "known: [{ perspective: ondernemer", "sheet/unknown-perspective"),
            ("known: [{ perspective: ondernemers", "known: [{ perspective: registratie", "sheet/unknown-perspective"),
            ("perspective: bewoners", "perspective: nederland", "sheet/unknown-perspective"),
            ("perspective: bewoners", "perspective: ondernemers", nil),
            ("question: overlast", "question: overlasst", "sheet/unknown-question"),
            ("question: overlast", "question: bijstand", "sheet/unknown-question"),
            (
                "question: overlast, perspective: bewoners, value: true",
                "question: bijstand, perspective: registratie, value: 3", nil
            ),
            (
                "question: overlast, perspective: bewoners, value: true",
                "question: bijstand, perspective: registratie, value: 101", "sheet/out-of-range"
            ),
            (
                "question: overlast, perspective: bewoners, value: true",
                "question: bijstand, perspective: registratie, value: true", "sheet/answer-kind"
            ),
            ("value: true }", "value: 1 }", "sheet/answer-kind"),
            ("value: true }", "value: false }", nil),
            ("value: true }", "value: unknown }", nil),
            ("value: true }", "value: not-applicable }", "sheet/not-applicable"),
        ] as [(String, String, String?)])
    func `what the rules do not know is told with its place and a hint`(old: String, new: String, code: String?) throws
    {
        let text = Self.good.replacing(old, with: new)
        #expect(text != Self.good)
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        let found = sheet.check(against: VillageRules.ruleBase)
        #expect(found.map(\.code) == [code].compactMap { $0 })
        #expect(found.allSatisfy { $0.span != nil && $0.hint != nil })
    }

    @Test func `a near name is offered, and the allowed range told`() throws {
        let text = Self.good.replacing("overlast,", with: "overlasst,").replacing("value: 8", with: "value: 108")
        let found = try FactSheet.read(SourceFile(name: "s.yaml", text: text)).check(against: VillageRules.ruleBase)
        #expect(found.map { $0.span?.start.line } == [7, 11])
        #expect(found.map { $0.span?.start.column } == [22, 17])
        #expect(found[0].hint?.nl == "het mag zijn: 0 tot 100")
        #expect(found[1].hint?.nl == "bedoelde u ‘overlast’?")
    }

    @Test(
        arguments: [
            ("problem:armoede", nil), ("problem:armoe", "sheet/unknown-finding"),
            ("probleem:armoede", "sheet/unknown-finding-kind"),
            ("voice:bewoners", "sheet/unknown-finding-kind"), ("problem:armoede,onrust", "sheet/finding-key"),
        ] as [(String, String?)])
    func `an overrule names a finding that rules can give`(finding: String, code: String?) throws {
        let text = Self.good + "overrules:\n  - { finding: '\(finding)', verdict: rejected, reason: gesprek }\n"
        let found = try FactSheet.read(SourceFile(name: "s.yaml", text: text)).check(against: VillageRules.ruleBase)
        #expect(found.map(\.code) == [code].compactMap { $0 })
    }

    @Test(arguments: ["areas", "amsterdam"])
    func `the sheets of the project fit its rules`(folder: String) throws {
        let rules = try Project.library.get().ruleBase
        let sheets = Project.sheets(folder)
        #expect(sheets.count == (folder == "areas" ? 16 : 3))
        for path in sheets {
            let sheet = try FactSheet.read(SourceFile(name: path, text: Project.text(path)))
            #expect(sheet.check(against: rules).isEmpty, "\(path): \(sheet.check(against: rules).map(\.message.en))")
        }
    }

    @Test(arguments: [
        ("herstructurering_xyz", "running", ["sheet/unknown-intervention"]), ("", "gestopt", ["sheet/unknown-status"]),
        ("", "ended", []),
    ])
    func `an effort names an intervention and a state that the rules know`(
        name: String, status: String, codes: [String]
    ) throws {
        let rules = try Project.library.get().ruleBase
        let known = try #require(rules.vocabulary("interventions")?.codes.first?.code)
        let effort =
            "efforts: { complete: true, known: [{ code: x, intervention: \(name.isEmpty ? known : name), status: \(status) }] }"
        let text = Self.good.replacing("efforts: { complete: true, known: [] }", with: effort)
            .replacing("question: overlast", with: "question: drugsoverlast")
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        #expect(sheet.check(against: rules).map(\.code) == codes)
    }
}
