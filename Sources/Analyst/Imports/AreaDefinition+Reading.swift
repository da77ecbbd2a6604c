import RuleEngine

extension AreaDefinition {
    /// Reads a table of areas, one row per region, with the columns `area_id, area, municipality, gm_code, role, code,
    /// code_name, residents_2020, extent, confidence, source`. Areas keep the order of their first rows.
    ///
    /// - Throws: `areas/unknown-word`, `areas/unknown-region-code`, `areas/region-twice`, and what tables throw.
    package static func all(_ text: TableText) throws(BadInput) -> [AreaDefinition] {
        let names = ["area_id", "area", "municipality", "gm_code", "role", "code", "extent", "confidence"]
        let reader = try AreaReader(DelimitedTable(text, header: names))
        var order: [String] = []
        var rows: [String: [Int]] = [:]
        for row in reader.table.rows {
            guard let id = reader.table.cell(row, reader.id) else { continue }
            if rows[id] == nil { order.append(id) }
            rows[id, default: []].append(row)
        }
        var areas: [AreaDefinition] = []
        for id in order { areas.append(try reader.area(rows[id] ?? [])) }
        return areas
    }

    /// An area of one region, known by the tables.
    ///
    /// - Throws: `areas/unknown-region-code`.
    package static func region(_ text: String, in tables: TableCollection) throws(BadInput) -> AreaDefinition {
        guard let code = RegionCode(loose: text), code.level >= .wijk, tables.base.contains(code) else {
            throw BadInput([Diagnostic(code: "areas/unknown-region-code", message: unknownCode(text), at: nil)])
        }
        let municipality = code.enclosing(.municipality)
        let name = tables.names[code] ?? code.text
        return AreaDefinition(
            name: name, municipalityCode: municipality,
            municipalityName: tables.names[municipality] ?? municipality.text,
            definition: tables.base.source.definitionLine,
            parts: [Part(code: code, name: name, role: .area, extent: .whole, confidence: .high, stated: nil)])
    }
}

/// Reads the rows of one area.
private struct AreaReader {
    let table: DelimitedTable
    let id: Int?
    private let area, municipality, gmCode, role, code, name, residents, extent, confidence, source: Int?

    init(_ table: DelimitedTable) throws(BadInput) {
        self.table = table
        id = try table.column("area_id")
        area = try table.column("area")
        municipality = try table.column("municipality")
        gmCode = try table.column("gm_code")
        role = try table.column("role")
        code = try table.column("code")
        name = try table.column("code_name")
        residents = try table.column("residents_2020", "residents")
        extent = try table.column("extent")
        confidence = try table.column("confidence")
        source = try table.column("source")
    }

    func area(_ rows: [Int]) throws(BadInput) -> AreaDefinition {
        guard let first = rows.first else { preconditionFailure("an area has a row") }
        var parts: [AreaDefinition.Part] = []
        for row in rows {
            let part = try part(row)
            if parts.contains(where: { $0.code == part.code }) {
                throw table.failure("areas/region-twice", regionTwice(part.code.text), row: row, column: code)
            }
            parts.append(part)
        }
        if let fault = Diagnostic.overlap(in: parts, at: { table.span(rows[$0], code) }) { throw BadInput([fault]) }
        return AreaDefinition(
            name: table.cell(first, area) ?? "", municipalityCode: try region(first, gmCode),
            municipalityName: table.cell(first, municipality) ?? "", definition: table.cell(first, source) ?? "",
            parts: parts)
    }

    private func part(_ row: Int) throws(BadInput) -> AreaDefinition.Part {
        let region = try region(row, code)
        let stated = try table.number(row, residents).map { Located($0, at: table.span(row, residents)) }
        return AreaDefinition.Part(
            code: region, name: table.cell(row, name) ?? region.text, role: try word(row, role),
            extent: try word(row, extent), confidence: try word(row, confidence), stated: stated)
    }

    private func region(_ row: Int, _ column: Int?) throws(BadInput) -> RegionCode {
        let text = table.cell(row, column) ?? ""
        guard let region = RegionCode(text) else {
            throw table.failure("areas/unknown-region-code", unknownCode(text), row: row, column: column)
        }
        return region
    }

    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ row: Int, _ column: Int?
    ) throws(BadInput) -> Word {
        let text = table.cell(row, column) ?? ""
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue)
            throw table.failure("areas/unknown-word", unknownWord(text, words), row: row, column: column)
        }
        return word
    }
}

// MARK: - Wordings

private func unknownCode(_ text: String) -> LocalizedText {
    LocalizedText(
        nl: "‘\(text)’ is geen code van een wijk of buurt in deze tabel",
        en: "‘\(text)’ is not the code of a wijk or buurt in this table")
}

private func regionTwice(_ text: String) -> LocalizedText {
    LocalizedText(nl: "\(text) staat twee keer in dit gebied", en: "\(text) stands twice in this area")
}

private func unknownWord(_ text: String, _ words: [String]) -> LocalizedText {
    let list = words.joined(separator: ", ")
    return LocalizedText(nl: "‘\(text)’ is geen van: \(list)", en: "‘\(text)’ is none of: \(list)")
}
