import ArgumentParser
import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystTool

/// Every sheet that is written can be analysed.
@Suite struct WrittenSheetTests {
    /// Kerncijfers of two wijken in which some cells are replaced.
    private static func keyFigures(_ cells: [[String]]) -> String {
        let columns = [
            "AantalInwoners_5", "k_0Tot15Jaar_8", "k_15Tot25Jaar_9", "k_25Tot45Jaar_10", "k_45Tot65Jaar_11",
            "k_65JaarOfOuder_12", "HuishoudensTotaal_28", "GemiddeldeHuishoudensgrootte_32", "Koopwoningen_40",
            "PersonenPerSoortUitkeringBijstand_83", "AfstandTotGroteSupermarkt_107",
        ]
        let codes = ["NL00", "GM0001", "WK000101", "WK000102"]
        let rows = zip(codes, cells).map { "\($0);\($0);" + $1.joined(separator: ";") }
        return (["WijkenEnBuurten;Codering_3;" + columns.joined(separator: ";")] + rows).joined(separator: "\n") + "\n"
    }

    private static let plain = ["10000", "1500", "1000", "3000", "3000", "1500", "5000", "2.1", "48", "400", "0.9"]

    /// Writes the sheet of both wijken into a folder; gives the exit code and what stands there.
    private static func written(_ table: String) throws -> (code: Int32, sheets: [String]) {
        let folder = try TemporaryFolder()
        try table.write(to: folder.file("84799NED.csv"), atomically: true, encoding: .utf8)
        try smallNames.write(to: folder.file("namen-2020.csv"), atomically: true, encoding: .utf8)
        let output = folder.file("out")
        let arguments = [
            "tables", folder.file("84799NED.csv").path, folder.file("namen-2020.csv").path, "--rules",
            Project.root.appending(path: "rules").path, "--region", "WK000101", "-o", output.path,
        ]
        var command = try ImportCommand.parseAsRoot(arguments)
        var code: Int32 = 0
        do { try command.run() } catch let exit as ExitCode { code = exit.rawValue }
        let names =
            FileManager.default.fileExists(atPath: output.path)
            ? try FileManager.default.contentsOfDirectory(atPath: output.path) : []
        return (code, try names.map { try String(contentsOf: output.appending(path: $0), encoding: .utf8) })
    }

    @Test(arguments: [("2.4", 0), ("23636", 3), ("10", 0), ("10.1", 3)])
    func `a figure that cannot be is found before the sheet is written`(size: String, code: Int32) throws {
        var row = Self.plain
        row[7] = size
        let outcome = try Self.written(Self.keyFigures([Self.plain, Self.plain, row, row]))
        #expect(outcome.code == code)
        #expect(outcome.sheets.count == (code == 0 ? 1 : 0))
    }

    @Test func `whatever a table holds, what is written can be read and fits the rules`() throws {
        let ruleBase = try Project.library.get().ruleBase
        let names = try editions(smallNames, name: "namen-2020.csv")
        let indicators = try recipes().indicators
        var random = SeededGenerator(seed: 17)
        var (accepted, refused, unread) = (0, 0, 0)
        for _ in 0..<400 {
            var cells = Array(repeating: Self.plain, count: 4)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let (row, column) = (Int.random(in: 0..<4, using: &random), Int.random(in: 0..<11, using: &random))
                cells[row][column] = Self.cell(hasDecimals: [7, 8, 10].contains(column), &random)
            }
            let text: String
            do {
                let tables = try TableCollection(names + editions(Self.keyFigures(cells), name: "84799NED.csv"))
                let area = try AreaDefinition.region("WK000101", in: tables)
                text = try SheetBuilder(tables, indicators).sheet(of: area).sheet.yaml
            } catch {
                unread += 1
                continue
            }
            do {
                try FactSheet.verify(text, as: "s.yaml", against: ruleBase)
                accepted += 1
            } catch {
                refused += 1
                #expect(error.diagnostics[0].code == "sheet/not-written")
                let codes = Set(error.diagnostics.dropFirst().map(\.code))
                #expect(codes.isSubset(of: ["sheet/out-of-range", "sheet/not-a-count"]), "\(codes)\n\(text)")
            }
        }
        #expect(accepted > 50 && refused > 10, "\(accepted) accepted, \(refused) refused, \(unread) unread")
    }

    private static func cell(hasDecimals: Bool, _ random: inout SeededGenerator) -> String {
        let number = Int.random(in: 0..<2_000, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return "."
        case 1: return ""
        case 2 where hasDecimals: return "\(number / 100).\(number % 10)"
        case 3: return String(number * 10_000)
        default: return String(number)
        }
    }

    @Test func `answers of any kind come back from the sheet that they are written into`() throws {
        var random = SeededGenerator(seed: 18)
        let numbers = ["4195e-3", "12.500", "0.125", "34.2950", "1e-7", "-4.195", "100", "1e30", "999.999", "0", "7.0"]
        for _ in 0..<500 {
            let answers = (0..<Int.random(in: 1...4, using: &random)).map { _ -> Answer in
                let values: [Answer.Value] =
                    [.yes, .no, .unknown, .notApplicable]
                    + numbers.compactMap { FEELNumber($0) }.map { .number($0) }
                let notes = [nil, "a: b, c", "#", "'", "\"", "- x", "1.234", "true", "é\u{301}", "{", " "]
                return Answer(
                    question: ["overlast", "bijstand"].randomElement(using: &random) ?? "overlast",
                    perspective: ["bewoners", "registratie"].randomElement(using: &random) ?? "bewoners",
                    value: values.randomElement(using: &random) ?? .yes,
                    date: [nil, VillageRules.date].randomElement(using: &random) ?? nil,
                    method: notes.randomElement(using: &random) ?? nil,
                    people: [nil, 0, 12].randomElement(using: &random) ?? nil,
                    note: notes.randomElement(using: &random) ?? nil)
            }
            let before = try VillageRules.sheet(bijstand: "8")
            let text = before.text(withAnswers: answers)
            let after = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
            #expect(after.answers == answers, "\(text)")
            let doubts = after.check(against: VillageRules.ruleBase).filter { $0.code == "sheet/thousands" }
            #expect(doubts.isEmpty, "\(text)")
        }
    }
}
