import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// The same figures under all forms in which publishers and programs write a table: the same sheet, or a refusal; never
/// another figure. `ANALYST_FULL_TESTS=1` tries ten thousand of them.
struct TableVariationTests {
    @Test func `however a table is written, it gives the same figures or is refused`() throws {
        try check { $0.written(&$1) }
    }

    @Test func `as a workbook or as JSON of a service it gives the same figures or is refused`() throws {
        try check { $0.stored(&$1) }
    }

    private func check(
        _ write: (VariedTable, inout SeededGenerator) -> (name: String, bytes: [UInt8])
    ) throws {
        let isFull = ProcessInfo.processInfo.environment["ANALYST_FULL_TESTS"] != nil
        let tries = isFull ? 10_000 : 400
        let recipes = try recipes()
        var read = 0
        var refusals: [String: Int] = [:]
        for seed in 0..<tries {
            var random = SeededGenerator(seed: UInt64(seed))
            let world = VariedTable(&random)
            let text = write(world, &random)
            let expected = world.figures
            do {
                let editions = try recipes.tables(in: TableDocument(name: text.name, bytes: text.bytes))
                let found = VariedTable.figures(of: try #require(editions.first))
                #expect(editions.count == 1)
                #expect(found == expected, "seed \(seed), \(text.name)")
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
        // Where nothing tells the year, the table must be refused.
        let isNamed = Int.random(in: 0..<6, using: &random) > 0
        return (isNamed ? "\(Self.tables[year] ?? "").csv" : "tabel.csv", Self.encoded(text, &random))
    }

    /// The numbers of the tables, which the names of files tell.
    private static let tables = [
        2014: "82931NED", 2015: "83220NED", 2016: "83487NED", 2017: "83765NED", 2018: "84286NED", 2019: "84583NED",
        2020: "84799NED", 2021: "85039NED", 2022: "85318NED", 2023: "85618NED", 2024: "85984NED",
    ]

    private static func encoded(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case 1: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case 2: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        default: return Array(text.utf8)
        }
    }

    /// A cell in a format that knows texts from numbers.
    private enum StoredCell {
        case text(String)
        case number(String)
        /// A number that a workbook shows as a percentage: a hundredth is stored.
        case percentage(FEELNumber)
        case empty
    }

    /// The table as a workbook or as JSON of an open data service.
    func stored(_ random: inout SeededGenerator) -> (name: String, bytes: [UInt8]) {
        let form = StoredForm.allCases.randomElement(using: &random) ?? .workbook
        let order = columns.indices.shuffled(using: &random)
        let names = order.map { columns[$0].names.randomElement(using: &random) ?? "" }
        let hasYear = Bool.random(using: &random)
        let isPadded = Bool.random(using: &random)
        let isText = form != .observations && Int.random(in: 0..<4, using: &random) == 0
        let isBinary = form == .workbook && Bool.random(using: &random)
        let isShare = form.isWorkbook && Bool.random(using: &random)
        let missing: StoredCell =
            form == .observations
            ? .empty : [.empty, .text("."), .text("       .")].randomElement(using: &random) ?? .empty
        let period: StoredCell =
            Bool.random(using: &random) ? .text("\(year)JJ00") : .number(String(year))
        let header = ["Codering_3"] + names + (hasYear ? ["Perioden"] : [])
        var rows: [[StoredCell]] = []
        for row in codes.indices.shuffled(using: &random) {
            let cells = order.map { place -> StoredCell in
                guard let value = values[row][place] else { return missing }
                let text = value.rounded(toScale: columns[place].isCount ? 0 : 1, rule: .halfUp)?.description ?? ""
                if isText { return .text((isPadded ? "   " : "") + text) }
                if isShare, ["owned", "uninhabited"].contains(columns[place].name) { return .percentage(value) }
                // With as many digits as a binary fraction has.
                guard isBinary, let number = Double(text) else { return .number(text) }
                return .number(String(format: "%.17g", number))
            }
            rows.append([.text(codes[row] + (isPadded ? "  " : ""))] + cells + (hasYear ? [period] : []))
        }
        // Where nothing tells the year, the table must be refused.
        let isNamed = Int.random(in: 0..<6, using: &random) > 0
        let name = "\(isNamed ? Self.tables[year] ?? "" : "tabel").\(form.ending)"
        switch form {
        case .workbook: return (name, Self.workbook(header, rows, &random))
        case .openDocument: return (name, Self.openDocument(header, rows))
        case .list: return (name, Array(Self.json(header, rows, &random).utf8))
        case .typed:
            let text =
                #"{"odata.metadata":"http://opendata.example/$metadata","value":"# + Self.json(header, rows, &random)
            return (name, Array((text + "}").utf8))
        case .observations:
            return (name, observations(header, rows, width: names.count))
        }
    }

    private enum StoredForm: CaseIterable {
        case workbook, openDocument, list, typed, observations

        var isWorkbook: Bool { self == .workbook || self == .openDocument }

        var ending: String {
            switch self {
            case .workbook: "xlsx"
            case .openDocument: "ods"
            case .list, .typed: "json"
            case .observations: "zip"
            }
        }
    }

    private static func workbook(
        _ header: [String], _ rows: [[StoredCell]], _ random: inout SeededGenerator
    ) -> [UInt8] {
        let isShared = Bool.random(using: &random)
        var shared: [String] = []
        func text(_ text: String) -> String {
            guard isShared else { return #"<c t="inlineStr"><is><t xml:space="preserve">\#(text)</t></is></c>"# }
            shared.append(#"<t xml:space="preserve">\#(text)</t>"#)
            return #"<c t="s"><v>\#(shared.count - 1)</v></c>"#
        }
        var lines = ["<row>" + header.map(text).joined() + "</row>"]
        for row in rows {
            let cells = row.map { cell in
                switch cell {
                case .text(let content): text(content)
                case .number(let number): "<c><v>\(number)</v></c>"
                case .percentage(let number): #"<c s="1"><v>\#(number.divided(by: 100)?.description ?? "")</v></c>"#
                case .empty: "<c/>"
                }
            }
            lines.append("<row>" + cells.joined() + "</row>")
        }
        return WorkbookTests.xlsx(
            [("Blad1", lines.joined())], shared: shared,
            formats: #"<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>"#)
    }

    private static func openDocument(_ header: [String], _ rows: [[StoredCell]]) -> [UInt8] {
        func text(_ text: String) -> String {
            #"<table:table-cell office:value-type="string"><text:p>\#(text)</text:p></table:table-cell>"#
        }
        func number(_ type: String, _ value: String) -> String {
            #"<table:table-cell office:value-type="\#(type)" office:value="\#(value)"><text:p>…</text:p></table:table-cell>"#
        }
        let lines =
            [header.map(text)]
            + rows.map { row in
                row.map { cell in
                    switch cell {
                    case .text(let content): text(content)
                    case .number(let value): number("float", value)
                    case .percentage(let value): number("percentage", value.divided(by: 100)?.description ?? "")
                    case .empty: "<table:table-cell/>"
                    }
                }
            }
        let body = lines.map { "<table:table-row>\($0.joined())</table:table-row>" }.joined()
        return WorkbookTests.ods(#"<table:table table:name="Blad1">\#(body)</table:table>"#)
    }

    private static func json(
        _ header: [String], _ rows: [[StoredCell]], _ random: inout SeededGenerator
    ) -> String {
        let leavesOut = Bool.random(using: &random)
        let objects = rows.enumerated().map { number, row in
            let members = zip(header, row).compactMap { name, cell -> String? in
                switch cell {
                case .text(let content): "\"\(name)\":\"\(content)\""
                case .number(let value): "\"\(name)\":\(value)"
                case .percentage(let value): "\"\(name)\":\(value)"
                // The first row names all columns.
                case .empty: leavesOut && number > 0 ? nil : "\"\(name)\":null"
                }
            }
            return "{\(members.joined(separator: ","))}"
        }
        return "[\(objects.joined(separator: ", "))]"
    }

    /// A row for each figure, with the names of measures in a table of their own.
    private func observations(_ header: [String], _ rows: [[StoredCell]], width: Int) -> [UInt8] {
        var lines: [String] = []
        for row in rows {
            for measure in 1...width {
                guard case .text(let code) = row[0] else { continue }
                let value =
                    switch row[measure] {
                    case .number(let number): #""ValueAttribute":"None","Value":\#(number)"#
                    default: #""ValueAttribute":"Impossible","Value":null"#
                    }
                let period = row.count > width + 1 ? #","Perioden":"\#(year)JJ00""# : ""
                lines.append(
                    #"{"Id":\#(lines.count),"Measure":"M\#(measure)",\#(value),"WijkenEnBuurten":"\#(code)"\#(period)}"#
                )
            }
        }
        let codes = (1...width).map { #"{"Identifier":"M\#($0)","Title":"\#(header[$0])","Unit":""}"# }
        return ZipWriter.file([
            "Observations.json": #"{"@odata.context":"x","value":[\#(lines.joined(separator: ","))]}"#,
            "MeasureCodes.json": #"{"value":[\#(codes.joined(separator: ","))]}"#,
        ])
    }
}
