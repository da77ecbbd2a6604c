import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// The same figures under all forms in which publishers and programs write a table: the same sheet, or a refusal; never
/// another figure. `ANALYST_FULL_TESTS=1` tries ten thousand of them.
struct TableVariationTests {
    @Test func `however a table is written, it gives the same figures or is refused`() throws {
        let isFull = ProcessInfo.processInfo.environment["ANALYST_FULL_TESTS"] != nil
        let tries = isFull ? 10_000 : 400
        let recipes = try recipes()
        var read = 0
        var refusals: [String: Int] = [:]
        for seed in 0..<tries {
            var random = SeededGenerator(seed: UInt64(seed))
            let world = VariedTable(&random)
            let text = world.written(&random)
            let expected = world.figures
            do {
                let editions = try recipes.tables(in: TableDocument(name: text.name, bytes: text.bytes))
                let found = VariedTable.figures(of: try #require(editions.first))
                #expect(editions.count == 1)
                #expect(found == expected, "seed \(seed)")
                read += 1
            } catch let error as BadInput {
                refusals[error.diagnostics.first?.code ?? "", default: 0] += 1
            }
        }
        #expect(read * 100 >= tries * 80, "\(read) of \(tries) were read; \(refusals)")
    }
}

/// A small table of Kerncijfers of some year, with figures of its own.
private struct VariedTable {
    private struct Column {
        let name: String
        let names: [String]
        let isCount: Bool
    }

    private let year: Int
    private let columns: [Column]
    private let codes: [String]
    /// In the order of `columns`, per code; `nil` is withheld.
    private let values: [[FEELNumber?]]

    private static let all = [
        Column(name: "residents", names: ["AantalInwoners_5", "||Aantal inwoners", "Aantal inwoners"], isCount: true),
        Column(name: "households", names: ["HuishoudensTotaal_28", "|||Huishoudens totaal"], isCount: true),
        Column(
            name: "welfare",
            names: ["PersonenPerSoortUitkeringBijstand_83", "||Personen per soort uitkering; Bijstand"], isCount: true),
        Column(name: "owned", names: ["Koopwoningen_40", "Wonen|Woningen naar eigendom|Koopwoningen"], isCount: false),
        Column(name: "uninhabited", names: ["PercentageOnbewoond_39", "||Percentage onbewoond"], isCount: false),
        Column(
            name: "income_per_resident", names: ["GemiddeldInkomenPerInwoner_72", "||Gemiddeld inkomen per inwoner "],
            isCount: false),
    ]

    init(_ random: inout SeededGenerator) {
        year = Int.random(in: 2014...2024, using: &random)
        columns = Self.all.shuffled(using: &random).prefix(Int.random(in: 2...6, using: &random)).map(\.self)
        codes = ["NL00", "GM0001", "WK000101", "WK000102", "BU00010101"].shuffled(using: &random)
        var values: [[FEELNumber?]] = []
        for _ in codes {
            values.append(
                columns.map { column in
                    guard Int.random(in: 0..<8, using: &random) > 0 else { return nil }
                    let number = Int.random(in: 0...(column.isCount ? 99_999 : 999), using: &random)
                    return column.isCount ? FEELNumber(number) : FEELNumber(number).divided(by: 10)
                })
        }
        self.values = values
    }

    /// `WK000101 owned 12.3`, sorted; a column that is empty throughout is not published.
    var figures: [String] {
        var lines: [String] = []
        for (row, code) in codes.enumerated() {
            for (place, column) in columns.enumerated() {
                let isPublished = values.contains { $0[place] != nil }
                let text = values[row][place]?.rounded(toScale: 1, rule: .halfUp)?.description
                lines.append("\(code) \(column.name) \(text ?? (isPublished ? "suppressed" : "not-published"))")
            }
        }
        return ["\(year)"] + lines.sorted()
    }

    static func figures(of table: EditionTable) -> [String] {
        var lines: [String] = []
        for region in table.regions {
            for column in all where table.unit(of: column.name) != nil {
                let text =
                    switch table.reading(column.name, row: region.text) {
                    case .known(let number): number.rounded(toScale: 1, rule: .halfUp)?.description ?? ""
                    case .unknown(let reason): reason.rawValue
                    }
                lines.append("\(region.text) \(column.name) \(text)")
            }
        }
        return ["\(table.edition.year)"] + lines.sorted()
    }

    /// The table in one of its forms.
    func written(_ random: inout SeededGenerator) -> (name: String, bytes: [UInt8]) {
        let separator = [";", ",", "\t"].randomElement(using: &random) ?? ";"
        let mark = Bool.random(using: &random) ? "," : "."
        let isQuoted = separator == mark || Bool.random(using: &random)
        let lineEnd = Bool.random(using: &random) ? "\r\n" : "\n"
        let missing = [".", "", "       ."].randomElement(using: &random) ?? "."
        let isPadded = Bool.random(using: &random)
        let isMatrix = Int.random(in: 0..<3, using: &random) == 0
        let hasUnits = isMatrix && Bool.random(using: &random)
        let hasYear = Bool.random(using: &random)
        func cell(_ text: String) -> String {
            let needsQuotes = isQuoted || text.contains(separator) || text.contains("\"")
            return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        }
        let order = columns.indices.shuffled(using: &random)
        let codePlace = Int.random(in: 0...order.count, using: &random)
        func line(_ cells: [String], code: String, year: String) -> String {
            var cells = cells
            cells.insert(code, at: codePlace)
            if hasYear { cells.append(year) }
            return cells.map(cell).joined(separator: separator)
        }
        let header = line(
            order.map { columns[$0].names.randomElement(using: &random) ?? "" }, code: "Codering_3", year: "Jaar")
        let units = line(
            order.map {
                columns[$0].isCount ? "aantal" : columns[$0].name == "income_per_resident" ? "x 1 000 euro" : "%"
            },
            code: "code", year: "")
        var lines: [String] = []
        if isMatrix {
            lines.append(line(order.map { _ in "" }, code: "", year: ""))
            lines[0] = cell("Kerncijfers wijken en buurten \(year)") + String(repeating: separator, count: order.count)
        }
        lines.append(header)
        if hasUnits { lines.append(units) }
        for row in codes.indices.shuffled(using: &random) {
            let cells = order.map { place in
                guard let value = values[row][place] else { return missing }
                let text = value.rounded(toScale: columns[place].isCount ? 0 : 1, rule: .halfUp)?.description ?? ""
                return (isPadded ? "  " : "") + text.replacing(".", with: mark)
            }
            let code = Int.random(in: 0..<4, using: &random) == 0 ? codes[row].lowercased() : codes[row]
            lines.append(line(cells, code: code + (isPadded ? "  " : ""), year: String(year)))
        }
        if Bool.random(using: &random) {
            lines.append(cell("Bron: CBS") + String(repeating: separator, count: order.count))
        }
        let text = lines.joined(separator: lineEnd) + lineEnd
        let table = [
            2014: "82931NED", 2015: "83220NED", 2016: "83487NED", 2017: "83765NED", 2018: "84286NED", 2019: "84583NED",
            2020: "84799NED", 2021: "85039NED", 2022: "85318NED", 2023: "85618NED", 2024: "85984NED",
        ][year]
        // Where nothing tells the year, the table must be refused.
        let isNamed = Int.random(in: 0..<6, using: &random) > 0
        return (isNamed ? "\(table ?? "").csv" : "tabel.csv", Self.encoded(text, &random))
    }

    private static func encoded(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case 1: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case 2: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        default: return Array(text.utf8)
        }
    }
}
