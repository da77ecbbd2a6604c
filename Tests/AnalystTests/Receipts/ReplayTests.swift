import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// An analysis made again from its receipt is the same to the byte, and of what has changed every file is named.
@Suite struct ReplayTests {
    /// An analysis with its receipt, as the command makes them.
    private func analysis(
        of sheets: [String], _ options: AnalysisOptions, on day: FEELDate, under library: RuleLibrary
    ) throws -> (report: [UInt8], receipt: Receipt) {
        var run = AnalysisRun(options, under: CompiledRules(library), on: day)
        for path in sheets {
            var digest: FileDigest?
            let file = try TextFile.read(argument: path) { digest = FileDigest(file: path, of: $0) }
            var sheet = try FactSheet.read(file).checked(against: library.ruleBase)
            sheet.digest = digest
            _ = run.add(sheet)
        }
        let report = try run.report()
        return (report, run.receipt(of: report, rules: nil))
    }

    @Test(arguments: 0..<(FullRuns.isAsked ? 20 : 2))
    func `a receipt replays to the byte`(part: Int) throws {
        var village = try RandomVillage(seed: 4_100 + UInt64(part))
        for number in 0..<(FullRuns.isAsked ? 50 : 25) {
            let sheets = try village.sheets()
            let (report, receipt) = try analysis(
                of: sheets, village.options(), on: village.day(), under: village.library())
            let read = try Receipt.read(SourceFile(name: "receipt.json", text: receipt.json))
            #expect(read == receipt)
            let inputs = ReplayInputs(read, library: try village.library(), sheets: sheets)
            #expect(inputs.difference.isNone, "part \(part), \(number)")
            let (run, _) = inputs.run(try inputs.checkedSheets(), under: CompiledRules(inputs.library))
            #expect(try run.report() == report)
            let again = run.receipt(of: try run.report(), rules: nil)
            #expect(OutcomeDifference(from: read, to: again).isNone, "part \(part), \(number)")
            #expect(again.json == receipt.json)
        }
    }

    @Test(arguments: 0..<(FullRuns.isAsked ? 20 : 2))
    func `a changed byte is named with its file, also where nothing can be read any more`(part: Int) throws {
        var village = try RandomVillage(seed: 9_200 + UInt64(part))
        let sheets = try village.sheets()
        let (_, receipt) = try analysis(of: sheets, village.options(), on: village.day(), under: village.library())
        let rules = receipt.rules.files.map(\.file)
        for number in 0..<(FullRuns.isAsked ? 500 : 100) {
            let isRule = Bool.random(using: &village.generator)
            let name = try #require((isRule ? rules : sheets).randomElement(using: &village.generator))
            let place = URL(filePath: isRule ? village.files.path("rules/\(name)") : name)
            let before = try Data(contentsOf: place)
            var bytes = before
            let index = Int.random(in: 0..<bytes.count, using: &village.generator)
            bytes[index] ^= UInt8.random(in: 1...255, using: &village.generator)
            try bytes.write(to: place)
            let difference = ReplayInputs(receipt, library: try village.library(), sheets: sheets).difference
            let file = InputDifference.File(name: name, change: .changed)
            #expect(difference.rules == (isRule ? [file] : []), "part \(part), \(number): \(name), byte \(index)")
            #expect(difference.sheets == (isRule ? [] : [file]), "part \(part), \(number): \(name), byte \(index)")
            #expect(difference.lines(in: .en).contains("  - \(name): changed"))
            try before.write(to: place)
        }
        #expect(ReplayInputs(receipt, library: try village.library(), sheets: sheets).difference.isNone)
    }

    @Test func `files that came and went are named`() throws {
        var village = try RandomVillage(seed: 1)
        let sheets = try village.sheets()
        let (_, receipt) = try analysis(of: sheets, village.options(), on: village.day(), under: village.library())
        try FileManager.default.removeItem(atPath: village.files.path("rules/summary-lists.yaml"))
        try village.files.write("# Nothing.\n", to: "rules/nieuw.yaml")
        try village.files.write("# A case is no rule.\n", to: "rules/nieuw.cases.yaml")
        try FileManager.default.removeItem(atPath: sheets[0])
        let inputs = ReplayInputs(receipt, library: try village.library(), sheets: sheets)
        #expect(
            inputs.difference.rules == [
                .init(name: "nieuw.yaml", change: .added), .init(name: "summary-lists.yaml", change: .gone),
            ])
        #expect(inputs.difference.sheets == [.init(name: sheets[0], change: .gone)])
        let fault = try #require(throws: BadInput.self) { try inputs.checkedSheets() }
        #expect(fault.diagnostics.map(\.code) == ["file/unreadable"])
    }

    @Test func `what is found otherwise is named, in both languages`() throws {
        let village = try RandomVillage(seed: 1)
        let options = AnalysisOptions(
            language: .nl, format: "text", details: false, laterFigures: false, allowErrors: false)
        let sheet = village.files.path("sheet.yaml")
        let library = try village.library()
        let before = try analysis(of: [sheet], options, on: VillageRules.date, under: library).receipt
        try village.files.write(VillageRules.sheetText(bijstand: "9"), to: "sheet.yaml")
        let after = try analysis(of: [sheet], options, on: VillageRules.date, under: library).receipt
        let difference = OutcomeDifference(from: before, to: after)
        #expect(
            difference.lines(in: .nl) == [
                "Bevindingen: 1 verschilt", "  - \(sheet): problem:armoede: was gevonden, is niet gevonden",
                "Rapport: anders",
            ])
        #expect(
            difference.lines(in: .en) == [
                "Findings: 1 differs", "  - \(sheet): problem:armoede: was found, is not found", "Report: different",
            ])
        #expect(
            OutcomeDifference(from: before, to: before).lines(in: .en) == [
                "Findings: the same (6)", "Report: the same, byte for byte",
            ])
    }

    @Test(arguments: FullRuns.isAsked ? Project.sheets("areas") : ["sheets/areas/utrecht-overvecht.yaml"])
    func `an analysis under the rules of the project replays`(path: String) throws {
        let library = try Project.library.get()
        let rules = try Project.rules.get()
        let day = try #require(FEELDate("2026-11-01"))
        let options = AnalysisOptions(
            language: .en, format: "json", details: true, laterFigures: false, allowErrors: false)
        let place = Project.root.appending(path: path).path
        var run = AnalysisRun(options, under: rules, on: day)
        _ = run.add(try FactSheet.read(TextFile.read(argument: place)).checked(against: library.ruleBase))
        let receipt = run.receipt(of: try run.report(), rules: nil)
        #expect(receipt.rules.files.count > 100)
        #expect(receipt.sheets[0].findings.found.count > 20)
        let inputs = ReplayInputs(receipt, library: library, sheets: [place])
        #expect(inputs.difference.isNone)
        let (again, _) = inputs.run(try inputs.checkedSheets(), under: rules)
        #expect(OutcomeDifference(from: receipt, to: again.receipt(of: try again.report(), rules: nil)).isNone)
    }
}
