import Markup
import RuleEngine

/// Reads the sheets of an XLSX file (Office Open XML, ECMA-376): shared texts and those inside a cell, numbers as they are
/// stored, days and percentages by the format of their cell.
struct OfficeWorkbook {
    private let archive: ZipArchive
    private var limit: Int

    /// Whether an archive is such a workbook.
    static func isWorkbook(_ archive: ZipArchive) -> Bool { archive.member("xl/workbook.xml") != nil }

    /// The sheets that hold cells, in the order of the workbook.
    ///
    /// - Parameter limit: the most bytes that may be unpacked.
    /// - Throws: `workbook/broken`, `table/too-large`, and what `ZipArchive` throws.
    static func sheets(_ archive: ZipArchive, limit: Int) throws(BadInput) -> [TableSheet] {
        var workbook = OfficeWorkbook(archive: archive, limit: limit)
        return try workbook.read()
    }

    private init(archive: ZipArchive, limit: Int) {
        self.archive = archive
        self.limit = limit
    }

    private mutating func read() throws(BadInput) -> [TableSheet] {
        var contents = WorkbookContents()
        try read("xl/workbook.xml", into: &contents)
        var relations = WorkbookRelations()
        try read("xl/_rels/workbook.xml.rels", into: &relations, isOptional: true)
        var shared = SharedTexts()
        let sharedPath = relations.target(ofKind: "sharedStrings") ?? "xl/sharedStrings.xml"
        try read(sharedPath, into: &shared, isOptional: true)
        var styles = CellStyles()
        try read(relations.target(ofKind: "styles") ?? "xl/styles.xml", into: &styles, isOptional: true)

        var reader = SheetReader(
            cells: SheetCells(shared: shared.bytes), shared: shared.ranges, kinds: styles.kinds,
            startsIn1904: contents.startsIn1904)
        var found: [(name: String, cells: (grid: CellGrid, rows: [Int]))] = []
        for sheet in contents.sheets {
            guard let path = relations.targets[sheet.relation], path.lowercased().contains("sheet"),
                !path.lowercased().contains("chartsheets/")
            else { continue }
            reader.startSheet()
            try read(path, into: &reader)
            guard !reader.cells.isTooLarge else {
                throw BadInput([.tableTooLarge(TableSheet.path(archive.name, sheet.name))])
            }
            let cells = reader.cells.endSheet()
            if cells.grid.rowCount > 0 { found.append((sheet.name, cells)) }
        }
        let text = TableText(name: archive.name, utf8: reader.cells.bytes)
        return found.map { TableSheet(workbook: archive.name, sheet: $0.name, cells: $0.cells, text: text) }
    }

    private mutating func read(
        _ path: String, into handler: inout some MarkupHandler, isOptional: Bool = false
    ) throws(BadInput) {
        guard let member = archive.member(path) else {
            if isOptional { return }
            throw BadInput([.brokenWorkbook(archive.name, path)])
        }
        let content = try archive.content(of: member, limit: limit)
        limit -= content.count
        guard MarkupReader.read(content, into: &handler) else { throw BadInput([.brokenWorkbook(archive.name, path)]) }
    }
}

/// The names of sheets and how they are related to files.
private struct WorkbookContents: MarkupHandler {
    var sheets: [(name: String, relation: String)] = []
    var startsIn1904 = false

    mutating func start(_ name: String, _ attributes: [String: String]) -> Bool {
        if name == "workbookPr" { startsIn1904 = ["1", "true"].contains(attributes["date1904"]) }
        if name == "sheet", let title = attributes["name"],
            let relation = attributes["r:id"]
                ?? attributes.filter({ $0.key.hasSuffix(":id") }).min(by: { $0.key < $1.key })?.value
        {
            sheets.append((title, relation))
        }
        return true
    }

    mutating func end(_ name: String) {}
    mutating func text(_ text: String) {}
}

/// The files that belong to a workbook, by the codes that it has for them.
private struct WorkbookRelations: MarkupHandler {
    var targets: [String: String] = [:]
    private var kinds: [String: String] = [:]

    func target(ofKind kind: String) -> String? { kinds[kind] }

    mutating func start(_ name: String, _ attributes: [String: String]) -> Bool {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return true }
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        targets[id] = path
        if let kind = attributes["Type"]?.split(separator: "/").last { kinds[String(kind)] = path }
        return true
    }

    mutating func end(_ name: String) {}
    mutating func text(_ text: String) {}
}

/// The texts to which cells refer by number.
private struct SharedTexts: MarkupHandler {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    private var start = 0
    private var isText = false
    /// Inside the reading of Japanese signs, which is no part of the text.
    private var isPhonetic = false

    mutating func start(_ name: String, _ attributes: [String: String]) -> Bool {
        switch name {
        case "si": start = bytes.count
        case "t": isText = !isPhonetic
        case "rPh": isPhonetic = true
        default: break
        }
        return true
    }

    mutating func end(_ name: String) {
        switch name {
        case "si": ranges.append(start..<bytes.count)
        case "t": isText = false
        case "rPh": isPhonetic = false
        default: break
        }
    }

    mutating func text(_ text: String) {
        if isText { bytes.append(contentsOf: text.utf8) }
    }
}

/// Which cells are shown as a day or as a percentage, by the number of their style.
private struct CellStyles: MarkupHandler {
    var kinds: [CellKind] = []
    private var formats: [Int: String] = [:]
    private var isInCells = false

    mutating func start(_ name: String, _ attributes: [String: String]) -> Bool {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap(Int.init) { formats[id] = attributes["formatCode"] ?? "" }
        case "cellXfs": isInCells = true
        case "xf" where isInCells: kinds.append(kind(attributes["numFmtId"].flatMap(Int.init) ?? 0))
        default: break
        }
        return true
    }

    mutating func end(_ name: String) {
        if name == "cellXfs" { isInCells = false }
    }

    mutating func text(_ text: String) {}

    private func kind(_ format: Int) -> CellKind {
        switch format {
        case 9, 10: return .share
        case 14...17, 22, 27...36, 50...58: return .day
        default: break
        }
        // What stands between quotes or brackets or behind a backslash is shown as it is.
        var signs = ""
        var closing: Character?
        var isEscaped = false
        for sign in (formats[format] ?? "").lowercased() {
            if isEscaped {
                isEscaped = false
            } else if let end = closing {
                if sign == end { closing = nil }
            } else if sign == "\"" || sign == "[" {
                closing = sign == "[" ? "]" : "\""
            } else if sign == "\\" || sign == "_" || sign == "*" {
                isEscaped = true
            } else {
                signs.append(sign)
            }
        }
        if signs.contains("%") { return .share }
        return signs.contains("y") || signs.contains("d") || signs.contains("j") ? .day : .number
    }
}

/// Reads the cells of one sheet after the other.
private struct SheetReader: MarkupHandler {
    var cells: SheetCells
    let shared: [Range<Int>]
    let kinds: [CellKind]
    let startsIn1904: Bool

    private var row = 0
    private var column = 0
    private var type = ""
    private var style = 0
    private var value = ""
    private var hasValue = false
    private var hasFormula = false
    private var isText = false
    /// Inside the reading of Japanese signs, which is no part of the text.
    private var isPhonetic = false

    init(cells: SheetCells, shared: [Range<Int>], kinds: [CellKind], startsIn1904: Bool) {
        self.cells = cells
        self.shared = shared
        self.kinds = kinds
        self.startsIn1904 = startsIn1904
    }

    mutating func startSheet() {
        row = 0
        column = 0
    }

    mutating func start(_ name: String, _ attributes: [String: String]) -> Bool {
        switch name {
        case "row":
            row = attributes["r"].flatMap(Int.init).map { min(max($0, 1), 1 << 30) } ?? row + 1
            column = 0
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap(Int.init) ?? 0
            value = ""
            hasValue = false
            hasFormula = false
        case "f": hasFormula = true
        case "v", "t":
            hasValue = true
            isText = !isPhonetic
        case "rPh": isPhonetic = true
        default: break
        }
        return !cells.isTooLarge
    }

    mutating func end(_ name: String) {
        switch name {
        case "v", "t": isText = false
        case "rPh": isPhonetic = false
        case "c":
            endCell()
            column += 1
        case "row": cells.endRow(row)
        default: break
        }
    }

    mutating func text(_ text: String) {
        if isText { value += text }
    }

    private mutating func endCell() {
        if hasFormula, !hasValue || (value.isEmpty && type != "str") {
            return cells.append(0..<0, kind: .failedFormula, column: column)
        }
        switch type {
        case "s":
            guard let index = Int(value), shared.indices.contains(index) else { return }
            cells.append(shared[index], kind: .plain, column: column)
        case "inlineStr", "str": cells.append(cells.store(value), kind: .plain, column: column)
        case "b": cells.append(cells.store(value == "1" ? "true" : "false"), kind: .truth, column: column)
        case "e":
            cells.append(cells.store(value), kind: value == "#N/A" ? .unavailable : .failedFormula, column: column)
        case "d": cells.append(cells.store(String(value.prefix(10))), kind: .day, column: column)
        default:
            guard !value.isEmpty else { return }
            let kind = kinds.indices.contains(style) ? kinds[style] : .number
            if kind == .day, let day = Self.day(value, startsIn1904: startsIn1904) {
                cells.append(cells.store(day), kind: .day, column: column)
            } else {
                cells.append(cells.store(value), kind: kind == .share ? .share : .number, column: column)
            }
        }
    }

    /// The column of a place such as `AB12`, counted from 0.
    private static func column(_ place: String) -> Int? {
        var number = 0
        for byte in place.utf8 {
            let letter = Int(byte & 0xDF) - 64
            guard (1...26).contains(letter), byte >= 65 else { break }
            number = number * 26 + letter
            if number > 1 << 20 { break }
        }
        return number > 0 ? number - 1 : nil
    }

    /// The day of a serial number. Day 1 is 1 January 1900, and 29 February 1900, which never was, is counted.
    private static func day(_ serial: String, startsIn1904: Bool) -> String? {
        guard let whole = Int(serial.prefix { $0 != "." }), (1...2_958_465).contains(whole) else { return nil }
        let epoch =
            startsIn1904
            ? CivilDay(year: 1904, month: 1, day: 1).number
            : CivilDay(year: 1899, month: 12, day: whole < 60 ? 31 : 30).number
        return CivilDay(number: epoch + whole).text
    }
}

/// A day of the calendar and its number, counted from 1 March of the year 0 (Hinnant, "chrono-compatible low-level date
/// algorithms", 2013).
private struct CivilDay {
    let year: Int
    let month: Int
    let day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(number: Int) {
        let era = number / 146_097
        let dayOfEra = number - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var number: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    var text: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

// MARK: - Wordings

extension Diagnostic {
    static func brokenWorkbook(_ name: String, _ part: String) -> Diagnostic {
        Diagnostic(
            code: "workbook/broken",
            message: LocalizedText(
                nl: "\(name) is beschadigd: \(part) ontbreekt of kan niet worden gelezen",
                en: "\(name) is damaged: \(part) is missing or cannot be read"), at: nil,
            hint: LocalizedText(
                nl: "open het bestand in uw rekenprogramma en sla het opnieuw op",
                en: "open the file in your spreadsheet program and save it again"))
    }
}
