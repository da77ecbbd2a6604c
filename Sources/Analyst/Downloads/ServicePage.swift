import RuleEngine

/// One page of rows as a service of OData 3 or 4 answers it: `{"value": [{…}], "odata.nextLink": "…"}`.
struct ServicePage {
    /// The bytes of the rows, with commas between them.
    let rows: ArraySlice<UInt8>
    let count: Int
    /// The address of the next page, as the service writes it.
    let next: String?

    /// - Parameter region: a column that every row must have.
    /// - Throws: `table/cut-off`, `json/syntax`, `json/no-table`, `table/service-error` and what else a table of JSON throws.
    init(name: String, bytes: [UInt8], region: String?) throws(BadInput) {
        let text = TableText(name: name, bytes: bytes)
        var scanner = JSONScanner(text)
        var list: Range<Int>?
        var count = 0
        var next: String?
        var failure: String?
        try scanner.object { scanner, key throws(BadInput) in
            switch scanner.text(of: key) {
            case "value" where scanner.peek() == UInt8(ascii: "["):
                let start = scanner.offset + 1
                try scanner.list { scanner throws(BadInput) in
                    guard scanner.peek() == UInt8(ascii: "{") else { throw scanner.broken() }
                    _ = try scanner.value()
                    count += 1
                }
                list = start..<(scanner.offset - 1)
            case "odata.nextLink", "@odata.nextLink":
                let link = scanner.text(of: try scanner.value())
                next = link.isEmpty ? nil : link
            case "odata.error", "error":
                let said = scanner.text(of: try scanner.value())
                failure = said.isEmpty ? failure : String(said.prefix(300))
            default: _ = try scanner.value()
            }
        }
        guard scanner.peek() == nil else { throw scanner.broken() }
        if let failure { throw text.failure("table/service-error", .serviceError(failure), at: 0..<0) }
        guard let list else { throw text.failure("json/no-table", .noRows, at: 0..<0) }
        rows = text.bytes[list]
        self.count = count
        self.next = next
        guard count > 0 else { return }
        // The rows must be a table that can be read later, without a fault inside a row.
        let sheet = try JSONTable.sheet(TableText(name: name, utf8: Self.document([rows])))
        let table = try PublishedTable(sheet)
        if let region, try table.column([region]) == nil {
            throw text.failure("json/no-table", .lacks(region), at: 0..<0)
        }
    }

    /// The rows of pages as one table.
    static func document(_ pages: [ArraySlice<UInt8>]) -> [UInt8] {
        var bytes = Array(#"{"value":["#.utf8)
        var isFirst = true
        for rows in pages where rows.contains(UInt8(ascii: "{")) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes += rows
        }
        bytes += Array("]}".utf8)
        return bytes
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func serviceError(_ answer: String) -> LocalizedText {
        LocalizedText(
            nl: "dit is geen tabel maar een foutmelding van de dienst: \(answer)",
            en: "this is no table but an error of the service: \(answer)")
    }

    fileprivate static let noRows = LocalizedText(
        nl: "in dit antwoord staat geen lijst met rijen", en: "there is no list of rows in this answer")

    fileprivate static func lacks(_ column: String) -> LocalizedText {
        LocalizedText(
            nl: "in dit antwoord ontbreekt de kolom ‘\(column)’", en: "this answer lacks the column ‘\(column)’")
    }
}
