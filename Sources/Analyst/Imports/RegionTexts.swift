import RuleEngine

/// What a table says of its regions in words.
struct RegionTexts {
    var names: [RegionCode: String] = [:]
    var postcodes: [RegionCode: String] = [:]
    var changes: [RegionCode: String] = [:]

    init(
        _ columns: ImportRecipe.RegionColumns, _ table: PublishedTable, _ rows: [EditionReader.Row]
    ) throws(BadInput) {
        var title: [Int] = []
        for name in columns.titleNames {
            if let column = try table.column([name]) { title.append(column) }
        }
        let municipality = try table.column(columns.municipalityNames)
        let postcode = try table.column(columns.postcodeNames)
        let change = try table.column(columns.changeNames)
        for row in rows {
            guard let region = row.region else { continue }
            // Some editions have the code in the column of names; municipalities have theirs in one more column.
            let own = title.lazy.compactMap { table.text(row.index, $0) }.first
            if let own, RegionCode(loose: own) == nil { names[region] = own }
            if region.level <= .municipality, let municipality, let text = table.text(row.index, municipality) {
                names[region] = text
            } else if let municipality, let text = table.text(row.index, municipality) {
                let around = region.enclosing(.municipality)
                if names[around] == nil { names[around] = text }
            }
            if let postcode, let text = table.text(row.index, postcode), text != "." { postcodes[region] = text }
            if let change, let text = table.text(row.index, change), text != "." { changes[region] = text }
        }
    }
}
