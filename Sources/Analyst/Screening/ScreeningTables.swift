import RuleEngine

/// Recognises the tables that a screening is given by their columns, whatever the files are called.
package struct ScreeningTables {
    /// What a table holds, with the columns that tell.
    package enum Kind: CaseIterable {
        /// Kerncijfers wijken en buurten of CBS.
        case keyFigures
        /// Gezondheid per wijk en buurt of RIVM.
        case health
        /// Names of regions.
        case names

        fileprivate var columns: [String] {
            switch self {
            case .keyFigures: ["Codering"] + KWBColumn.residents.names.prefix(1)
            case .health: ["Codering", RIVMColumn.goodHealth.rawValue]
            case .names: ["Key", "Title"]
            }
        }

        /// The kind of a table, by its first lines; `nil` for another table.
        package init?(_ text: TableText) {
            let start = text.head
            // A text that is no table has no header either.
            guard let kind = Self.allCases.first(where: { (try? DelimitedTable(start, header: $0.columns)) != nil })
            else { return nil }
            self = kind
        }
    }

    /// The tables of some files.
    ///
    /// - Throws: `screen/unknown-table`, `screen/same-kind`, `screen/no-key-figures`, `screen/no-country`, and what is wrong
    ///   with a table.
    package static func collection(_ files: [TableText]) throws(BadInput) -> TableCollection {
        var texts: [Kind: TableText] = [:]
        for file in files {
            guard let kind = Kind(file) else {
                throw BadInput([
                    Diagnostic(code: "screen/unknown-table", message: .unknown(file), at: nil, hint: .known)
                ])
            }
            if let first = texts[kind] {
                throw BadInput([Diagnostic(code: "screen/same-kind", message: .sameKind(first, file), at: nil)])
            }
            texts[kind] = file
        }
        guard let keyFigures = texts[.keyFigures] else {
            throw BadInput([Diagnostic(code: "screen/no-key-figures", message: .noKeyFigures, at: nil, hint: .known)])
        }
        var names: RegionNames?
        if let text = texts[.names] { names = try RegionNames(text) }
        var tables = TableCollection(kwb: try KWBTable(keyFigures, names: names))
        try requireCountry(tables.kwb.figures, keyFigures)
        if let text = texts[.health] {
            let health = try RIVMTable(text)
            try requireCountry(health.figures, text)
            tables.rivm = health
        }
        return tables
    }

    private static func requireCountry<Column>(_ figures: RegionFigures<Column>, _ text: TableText) throws(BadInput) {
        guard figures.contains(.netherlands) else {
            throw BadInput([
                Diagnostic(code: "screen/no-country", message: .noCountry(text), at: nil, hint: .noCountryHint)
            ])
        }
    }
}

extension TableText {
    /// The first lines, enough for a header.
    fileprivate var head: TableText {
        let start = bytes.prefix(65_536)
        let end = start.count < bytes.count ? start.lastIndex(of: UInt8(ascii: "\n")) ?? start.endIndex : start.endIndex
        return TableText(name: name, bytes: Array(start[..<end]))
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func unknown(_ text: TableText) -> LocalizedText {
        LocalizedText(
            nl: "\(text.name) is geen tabel die een screening kent",
            en: "\(text.name) is no table that a screening knows")
    }

    fileprivate static let known = LocalizedText(
        nl: "geef Kerncijfers wijken en buurten 2020 (CBS 84799NED) en, als u die hebt, Gezondheid per wijk en buurt "
            + "2020 (RIVM 50090NED) en de namen van de regio's (kolommen Key en Title)",
        en: "give Kerncijfers wijken en buurten 2020 (CBS 84799NED) and, where you have them, Gezondheid per wijk en "
            + "buurt 2020 (RIVM 50090NED) and the names of regions (columns Key and Title)")

    fileprivate static let noKeyFigures = LocalizedText(
        nl: "de tabel Kerncijfers wijken en buurten ontbreekt; daarin staan de inwoners",
        en: "the table Kerncijfers wijken en buurten is missing; it holds the residents")

    fileprivate static func sameKind(_ first: TableText, _ second: TableText) -> LocalizedText {
        LocalizedText(
            nl: "\(first.name) en \(second.name) zijn dezelfde soort tabel; geef er één",
            en: "\(first.name) and \(second.name) are the same kind of table; give one of them")
    }

    fileprivate static func noCountry(_ text: TableText) -> LocalizedText {
        LocalizedText(
            nl: "in \(text.name) staat geen rij voor Nederland", en: "\(text.name) has no row for the Netherlands")
    }

    fileprivate static let noCountryHint = LocalizedText(
        nl: "de regels vergelijken met Nederland; gebruik de hele tabel",
        en: "the rules compare with the Netherlands; use the whole table")
}
