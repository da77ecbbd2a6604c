import Foundation
import RuleEngine

@testable import Analyst

/// The village of the questionnaire as files, with all that any command reads: rules, a sheet, tables, cases, a casebook.
struct VillageFiles {
    let folder: TemporaryFolder

    init(sheet: String = VillageRules.sheetText(bijstand: "12")) throws {
        folder = try TemporaryFolder()
        for name in ["rules", "casebooks/first/cases"] {
            try FileManager.default.createDirectory(at: folder.file(name), withIntermediateDirectories: true)
        }
        for file in VillageRules.files { try write(file.text, to: "rules/\(file.name)") }
        try write(Self.reportParts, to: "rules/report-parts.yaml")
        try write(Self.summaryLists, to: "rules/summary-lists.yaml")
        try write(Project.text("rules/vocabulary/letter-texts.yaml"), to: "rules/letter-texts.yaml")
        try write(Self.cases, to: "rules/rules.cases.yaml")
        try write(sheet, to: "sheet.yaml")
        try write(VillageRules.sheetText(), to: "bare.yaml")
        try write(Self.casebook, to: "casebooks/first/casebook.yaml")
        try write(Self.case, to: "casebooks/first/cases/village.yaml")
        try write("casebook: first\ncase: village\nanswers: { problems: [armoede] }\n", to: "answers.yaml")
        try write("effort: [{ code: x }]\n", to: "facts.yaml")
        try write(Self.noord, to: "noord.yaml")
        try write(smallKeyFigures, to: "kwb-2020.csv")
        try write(smallNames, to: "namen-2020.csv")
    }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try text.write(to: folder.file(name), atomically: false, encoding: .utf8)
        return path(name)
    }

    func path(_ name: String) -> String { folder.file(name).path }

    func text(_ name: String) throws -> String { try String(contentsOf: folder.file(name), encoding: .utf8) }

    /// Makes the receipt of an analysis of the sheet, as `analyse --receipt` does.
    func makeReceipt() throws {
        let options = AnalysisOptions(
            language: .en, format: "text", details: false, laterFigures: false, allowErrors: false)
        let library = try RuleLibrary(argument: path("rules"))
        var run = AnalysisRun(options, under: CompiledRules(library), on: VillageRules.date)
        _ = run.add(try FactSheet.read(TextFile.read(argument: path("sheet.yaml"))))
        try write(run.receipt(of: try run.report(), rules: path("rules")).json, to: "receipt.json")
    }

    /// The arguments with the names of the files of this folder made paths: `@sheet.yaml`. The receipt that a replay reads
    /// is made when it is first named.
    func arguments(_ words: [String]) throws -> [String] {
        if words.first == "replay", !FileManager.default.fileExists(atPath: path("receipt.json")) { try makeReceipt() }
        return words.map { $0.hasPrefix("@") ? path(String($0.dropFirst())) : $0 }
    }

    /// The rules and the day that most commands are given.
    static let common = ["--rules", "@rules", "--date", "2024-06-01", "--lang", "en"]

    /// A command with the rules and the day behind it.
    static func words(_ command: String...) -> [String] { command + common }

    /// A sheet under the rules of the project, of a wijk that is in the tables.
    private static let noord = """
        sheet: noord
        title: { nl: Noord, en: North }
        area:
          municipality: { code: GM0001, name: Voorbeeld }
          residents: 800
          parts:
            - { code: WK000101, name: Wijk 01 Noord, residents: 800 }
        sources:
          kwb-2018: { title: Kerncijfers wijken en buurten 2018, publisher: CBS, licence: CC BY 4.0 }
        figures:
          inwoners: { value: 800, unit: aantal, year: 2018, source: kwb-2018, kind: count, coverage: 100 }
        answers: [{ question: drugsoverlast, perspective: bewoners, value: true }] # ours

        """

    private static let reportParts = """
        vocabulary: report-parts
        title: { nl: Onderdelen, en: Parts }
        attributes: { kind: { string: true }, templates: { string: true, optional: true }, intro: { text: true } }
        codes:
          - { code: short, title: { nl: In het kort, en: In short }, kind: summary, intro: { nl: Kort., en: Short. } }
          - code: problems
            title: { nl: Problemen, en: Problems }
            kind: findings
            templates: problem
            intro: { nl: Problemen., en: Problems. }
          - { code: origin, title: { nl: Herkomst, en: Provenance }, kind: provenance, intro: { nl: Van., en: From. } }

        """

    private static let summaryLists = """
        vocabulary: summary-lists
        title: { nl: Lijsten, en: Lists }
        attributes: { template: { string: true }, most: { number: true } }
        codes:
          - { code: problems, title: { nl: Problemen, en: Problems }, template: problem, most: 8 }

        """

    private static let cases = """
        cases:
          - case: poverty
            given: { figures: { bijstand: 12 } }
            expect:
              - problem:armoede: found

        """

    private static let casebook = """
        casebook: first
        title: { nl: Eerste, en: First }
        introduction: { nl: Oefen., en: Practise. }
        pass_mark: 60
        cases: [village]

        """

    private static let `case` = """
        case: village
        title: { nl: Het dorp, en: The village }
        sheet: sheet.yaml
        date: 2024-06-01
        stages:
          - stage: start
            title: { nl: Begin, en: Start }
            passages:
              - passage: incomes
                text: { nl: Een dorp., en: A village. }
                figures: [bijstand]
        exercises:
          - { exercise: problems, kind: problems, points: 100 }

        """
}
