/// Names of columns as recipes write them.
package enum ColumnName {
    /// A name of a recipe for one year: `RLBVEI{yy}` of 2018 is `RLBVEI18`.
    package static func filled(_ name: String, year: Int) -> String {
        let text = String(year)
        return name.replacing("{yyyy}", with: text).replacing("{yy}", with: text.suffix(2))
    }

    /// Whether a name differs from year to year.
    package static func hasYear(_ name: String) -> Bool { name.contains("{yy") }
}

/// Units compared the way publishers vary them.
package enum UnitName {
    /// `x 1 000 euro` and `x 1000 euro`, `m³` and `m3` are the same unit.
    package static func key(_ unit: String) -> String {
        var result = ""
        for character in unit.lowercased() {
            switch character {
            case "²": result.append("2")
            case "³": result.append("3")
            case _ where character.isLetter || character.isNumber || character == "%": result.append(character)
            default: break
            }
        }
        return result
    }

    package static let percentage = "%"
    package static let count = "aantal"
}
