import RuleEngine

/// What a file is, by its first bytes: its name may say something else.
enum FileFormat: Equatable {
    case delimited, json, zip, gzip
    case other(OtherFormat)

    init(_ bytes: [UInt8]) {
        if let mark = Self.marks.first(where: { bytes.starts(with: $0.bytes) }) {
            self = mark.format
            return
        }
        let start = String(decoding: TableEncoding.utf8(of: Array(bytes.prefix(2_000))), as: UTF8.self)
        let text = String(start.drop { $0.isWhitespace })
        let lower = text.prefix(200).lowercased()
        if lower.hasPrefix("version https://git-lfs.github.com/spec/") {
            self = .other(.largeFilePointer)
        } else if lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") {
            self = .other(.webPage)
        } else if lower.hasPrefix("<?xml") || lower.hasPrefix("<feed")
            || lower.hasPrefix("<") && lower.contains("xmlns")
        {
            self = .other(lower.contains("<html") ? .webPage : .markup)
        } else if Self.isJSON(text) {
            self = .json
        } else if start.utf8.contains(0) {
            self = .other(.unknown)
        } else {
            self = .delimited
        }
    }

    /// An object, or a list of objects; a header may begin with a bracket too.
    private static func isJSON(_ text: String) -> Bool {
        guard let first = text.first, let next = text.dropFirst().first(where: { !$0.isWhitespace }) else {
            return false
        }
        return first == "{" ? next == "\"" || next == "}" : first == "[" && (next == "{" || next == "]")
    }

    private static let marks: [(bytes: [UInt8], format: FileFormat)] = [
        ([0x1F, 0x8B], .gzip),
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        ([0x50, 0x4B, 0x05, 0x06], .zip),
        (Array("%PDF".utf8), .other(.pdf)),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .other(.oldOffice)),
        (Array("SQLite format 3\0".utf8), .other(.geoPackage)),
        (Array("PAR1".utf8), .other(.parquet)),
        (Array("{\\rtf".utf8), .other(.document)),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .other(.packed)),
        (Array("Rar!".utf8), .other(.packed)),
        (Array("BZh".utf8), .other(.packed)),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .other(.packed)),
        ([0x28, 0xB5, 0x2F, 0xFD], .other(.packed)),
        ([0x89, 0x50, 0x4E, 0x47], .other(.picture)),
        ([0xFF, 0xD8, 0xFF], .other(.picture)),
        (Array("GIF8".utf8), .other(.picture)),
        ([0x00, 0x00, 0x27, 0x0A], .other(.shape)),
    ]
}

/// A kind of file that holds no table that is read here.
enum OtherFormat: CaseIterable, Sendable {
    case pdf, oldOffice, binaryOffice, document, geoPackage, shape, parquet, packed, nestedZip, picture, webPage, markup
    case largeFilePointer, unknown

    /// What the parts of a zip make it, where it is no archive of tables.
    static func of(_ archive: ZipArchive) -> OtherFormat? {
        if archive.member("xl/workbook.bin") != nil { return .binaryOffice }
        let isDocument = ["word/document.xml", "ppt/presentation.xml"].contains { archive.member($0) != nil }
        if isDocument { return .document }
        if archive.member("mimetype") != nil, archive.member("content.xml") != nil { return .document }
        return nil
    }
}

// MARK: - Wordings

extension Diagnostic {
    /// What a file is, that it cannot be read as a table, and what to do.
    static func otherFormat(_ name: String, _ format: OtherFormat, _ severity: Severity = .error) -> Diagnostic {
        let (kind, hint) = (format.kind, format.hint)
        return Diagnostic(
            severity, code: "table/other-format",
            message: LocalizedText(
                nl: "\(name) is \(kind.nl) en wordt niet als tabel gelezen",
                en: "\(name) is \(kind.en) and is not read as a table"), at: nil, hint: hint)
    }
}

extension OtherFormat {
    var kind: LocalizedText {
        switch self {
        case .pdf: LocalizedText(nl: "een PDF", en: "a PDF")
        case .oldOffice:
            LocalizedText(
                nl: "een bestand van Excel of Word van vóór 2007, of één met een wachtwoord",
                en: "a file of Excel or Word from before 2007, or one with a password")
        case .binaryOffice: LocalizedText(nl: "een binaire werkmap (XLSB)", en: "a binary workbook (XLSB)")
        case .document: LocalizedText(nl: "een tekst of presentatie", en: "a text or a presentation")
        case .geoPackage:
            LocalizedText(
                nl: "een GeoPackage of andere databank (SQLite)", en: "a GeoPackage or other database (SQLite)")
        case .shape: LocalizedText(nl: "een kaart (shapefile)", en: "a map (shapefile)")
        case .parquet: LocalizedText(nl: "een bestand in Parquet", en: "a file in Parquet")
        case .packed:
            LocalizedText(
                nl: "ingepakt op een andere manier dan zip of gzip", en: "packed in another way than zip or gzip")
        case .nestedZip: LocalizedText(nl: "een zip in een zip", en: "a zip inside a zip")
        case .picture: LocalizedText(nl: "een afbeelding", en: "a picture")
        case .webPage:
            LocalizedText(nl: "een webpagina, ook al heet het anders", en: "a web page, whatever its name is")
        case .markup: LocalizedText(nl: "een bestand in XML", en: "a file in XML")
        case .largeFilePointer:
            LocalizedText(
                nl: "een verwijzing van Git LFS en niet het bestand zelf",
                en: "a pointer of Git LFS and not the file itself")
        case .unknown: LocalizedText(nl: "geen tekst en geen werkmap", en: "no text and no workbook")
        }
    }

    fileprivate var hint: LocalizedText {
        switch self {
        case .pdf, .document, .picture:
            LocalizedText(
                nl: "vraag de uitgever om de cijfers als CSV of XLSX, of zet ze zelf in een werkblad",
                en: "ask the publisher for the figures as CSV or XLSX, or put them into a sheet yourself")
        case .oldOffice, .binaryOffice:
            LocalizedText(
                nl: "open het bestand in uw rekenprogramma en sla het zonder wachtwoord op als XLSX of ODS",
                en: "open the file in your spreadsheet program and save it without a password as XLSX or ODS")
        case .geoPackage, .shape:
            LocalizedText(
                nl: "haal dezelfde tabel op als CSV of GeoJSON, of sla haar in QGIS op als CSV",
                en: "download the same table as CSV or GeoJSON, or save it as CSV in QGIS")
        case .parquet:
            LocalizedText(nl: "sla de tabel op als CSV", en: "save the table as CSV")
        case .packed, .nestedZip:
            LocalizedText(
                nl: "pak het bestand zelf uit en geef wat erin zit",
                en: "unpack the file yourself and give what is inside")
        case .webPage:
            LocalizedText(
                nl:
                    "waarschijnlijk gaf de website een foutmelding of een voorpagina: open het bestand in een browser om "
                    + "te zien wat zij zegt, en haal de tabel opnieuw op",
                en: "probably the website gave an error or a front page: open the file in a browser to see what it "
                    + "says, and download the table again")
        case .markup:
            LocalizedText(
                nl: "haal de tabel op als JSON of CSV; bij OData staat in het adres dan ‘$format=json’",
                en: "download the table as JSON or CSV; with OData the address then has ‘$format=json’")
        case .largeFilePointer:
            LocalizedText(
                nl: "haal het echte bestand op: ‘git lfs pull’, of ‘Download’ op de pagina van het bestand",
                en: "fetch the real file: ‘git lfs pull’, or ‘Download’ on the page of the file")
        case .unknown:
            LocalizedText(
                nl: "sla de tabel op als CSV, XLSX of ODS, of haal haar opnieuw op",
                en: "save the table as CSV, XLSX or ODS, or download it again")
        }
    }
}
