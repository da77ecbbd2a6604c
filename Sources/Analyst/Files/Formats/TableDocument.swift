package import RuleEngine

/// All tables of a file, whatever its format: CSV in any of the usual encodings, JSON of OData and GeoJSON, XLSX, ODS, and a
/// zip or gzip around any of these. Observations of OData 4 become a table with a column for each measure.
///
///     let document = try TableFile(argument: path).document()
///     for table in try document.tables(isKnown: recipe.knows) { table.column(["AantalInwoners"]) }
package struct TableDocument: Sendable {
    /// The most that all parts of a file may hold, unpacked: some ten times the largest table of the country.
    package static let limit = 512 << 20

    package private(set) var sheets: [TableSheet] = []
    /// Warnings about what lies beside the tables in the same file and is none.
    package private(set) var skipped: [Diagnostic] = []

    /// - Parameters:
    ///   - limit: the most that all parts may hold, unpacked.
    ///   - besides: the tables in which the codes of measures may be, where the file itself has none for the
    ///     observations in it.
    /// - Throws: `table/other-format` for a file that holds no table, with what to do; what the formats throw;
    ///   `table/observation-twice`.
    package init(
        name: String, bytes: [UInt8], limit: Int = Self.limit, besides: () throws(BadInput) -> [TableSheet] = { [] }
    ) throws(BadInput) {
        var budget = limit
        try read(name, bytes, budget: &budget, isInside: false)
        guard !sheets.isEmpty else {
            throw BadInput(skipped.isEmpty ? [.noTables(name)] : skipped.map { $0.asError })
        }
        guard sheets.contains(where: \.isObservations) else { return }
        var codes = sheets.filter(\.isMeasureCodes)
        if codes.isEmpty { codes = try besides().filter(\.isMeasureCodes) }
        var pivoted: [TableSheet] = []
        for sheet in sheets where !sheet.isMeasureCodes {
            pivoted.append(sheet.isObservations ? try sheet.pivoted(codes: codes) : sheet)
        }
        sheets = pivoted
    }

    /// The tables, with their headers found.
    ///
    /// - Throws: what `PublishedTable` throws.
    package func tables(
        shortRows: PublishedTable.ShortRows = .refused, isKnown: (String) -> Bool = { _ in false }
    ) throws(BadInput) -> [PublishedTable] {
        var tables: [PublishedTable] = []
        for sheet in sheets { tables.append(try PublishedTable(sheet, shortRows: shortRows, isKnown: isKnown)) }
        return tables
    }

    private mutating func read(
        _ name: String, _ bytes: [UInt8], budget: inout Int, isInside: Bool
    ) throws(BadInput) {
        switch FileFormat(bytes) {
        case .delimited: sheets.append(try TableSheet(TableText(name: name, bytes: bytes)))
        case .json: sheets.append(try JSONTable.sheet(TableText(name: name, bytes: bytes)))
        case .gzip:
            let content = try TableFile.unpackedGzip(bytes, name: name, limit: budget)
            budget -= content.count
            try read(name, content, budget: &budget, isInside: true)
        case .zip: try read(ZipArchive(name: name, bytes: bytes), budget: &budget, isInside: isInside)
        case .other(let format): skipped.append(.otherFormat(name, format, .warning))
        }
    }

    private mutating func read(_ archive: ZipArchive, budget: inout Int, isInside: Bool) throws(BadInput) {
        if OfficeWorkbook.isWorkbook(archive) {
            sheets += try OfficeWorkbook.sheets(archive, limit: budget)
        } else if OpenDocumentSheets.isWorkbook(archive, limit: budget) {
            sheets += try OpenDocumentSheets.sheets(archive, limit: budget)
        } else if let format = OtherFormat.of(archive) {
            skipped.append(.otherFormat(archive.name, format, .warning))
        } else if isInside {
            skipped.append(.otherFormat(archive.name, .nestedZip, .warning))
        } else {
            for member in archive.members where !member.isFolder && !Self.isHidden(member.name) {
                let content = try archive.content(of: member, limit: budget)
                budget -= content.count
                try read(TableSheet.path(archive.name, member.name), content, budget: &budget, isInside: true)
            }
        }
    }

    /// Whether a member is what systems keep beside files, such as `__MACOSX/._a.csv`.
    private static func isHidden(_ name: String) -> Bool {
        name.hasPrefix("__MACOSX/") || (name.split(separator: "/").last?.hasPrefix(".") ?? true)
    }
}

extension TableFile {
    /// All tables of the file. For observations of OData 4 the codes of measures are taken from the file beside it with
    /// `MeasureCodes` in its name where this one has `Observations`.
    ///
    /// - Throws: what `bytes()` and `TableDocument` throw.
    package func document() throws(BadInput) -> TableDocument {
        try TableDocument(name: file.name, bytes: try bytes()) { () throws(BadInput) in
            guard !file.isStream, let name = codesName else { return [] }
            do throws(BadInput) {
                return try TableDocument(name: name, bytes: try TableFile(argument: name).bytes()).sheets
            } catch {
                guard error.diagnostics.first?.code == "import/no-file" else { throw error }
                return []
            }
        }
    }

    private var codesName: String? {
        let names = [
            ("Observations", "MeasureCodes"), ("observations", "measurecodes"), ("observations", "measure-codes"),
        ]
        let folder = file.name.lastIndex(of: "/").map { String(file.name[...$0]) } ?? ""
        let own = file.name.dropFirst(folder.count)
        return names.first { own.contains($0.0) }.map { folder + String(own.replacing($0.0, with: $0.1)) }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate var asError: Diagnostic {
        Diagnostic(.error, code: code, message: message, at: span, related: related, hint: hint)
    }

    fileprivate static func noTables(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "table/empty",
            message: LocalizedText(nl: "in \(name) staat geen tabel", en: "there is no table in \(name)"), at: nil,
            hint: LocalizedText(nl: "haal het bestand opnieuw op", en: "download the file again"))
    }
}
