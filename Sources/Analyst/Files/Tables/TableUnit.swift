/// The units that publishers write below, in or behind the names of columns.
package enum TableUnit {
    /// The unit in one writing (`aantal`, `%`, `x 1 000 euro`, `per 1 000 inwoners`); `nil` for what is no unit.
    package static func canonical(_ text: String) -> String? {
        let words = text.trimmed.lowercased().replacing("\u{A0}", with: " ").split(separator: " ").joined(
            separator: " ")
        if words.isEmpty { return nil }
        let plain = words.replacing("1.000", with: "1 000").replacing("1000", with: "1 000")
            .replacing("10.000", with: "10 000").replacing("€", with: "euro")
        if let known = synonyms[plain] { return known }
        let isMultiple = plain.hasPrefix("x 1 0") || plain.hasPrefix("1 000 ")
        let isRate = plain.hasPrefix("per ") || (plain.hasPrefix("aantal ") && plain.contains(" per "))
        guard isMultiple || isRate, plain.utf8.count <= 40 else { return nil }
        return plain.hasPrefix("1 000 ") ? "x " + plain : plain
    }

    /// The unit in the end of a name of R, which writes all signs but letters and digits as points: `..aantal.`, `....`.
    package static func ofDottedName(_ name: String) -> String? {
        if name.hasSuffix("....") { return "%" }
        return dotted.first { name.hasSuffix($0.suffix) }?.unit
    }

    /// What is said of a column that holds no figures.
    package static let kinds: Set<String> = ["naam", "omschrijving", "code"]

    private static let synonyms: [String: String] = {
        var synonyms: [String: String] = [
            "%": "%", "procent": "%", "percentage": "%", "euro": "euro", "m2": "m²", "m3": "m³", "km2": "km²",
            "per km2": "per km²", "‰": "‰", "promille": "‰", "x 1 000": "x 1 000", "getal": "getal",
            "aantal (x 1 000)": "x 1 000", "gemiddelde score": "score", "per km²": "per km²",
        ]
        let plain = [
            "aantal", "km", "m", "m²", "m³", "km²", "ha", "kwh", "jaar", "score", "index", "klasse", "dagen", "uur",
            "punten", "rapportcijfer", "factor", "naam", "omschrijving", "code", "datum",
        ]
        for unit in plain { synonyms[unit] = unit }
        return synonyms
    }()

    private static let dotted: [(suffix: String, unit: String)] = [
        ("..aantal.", "aantal"), ("..x.1.000.euro.", "x 1 000 euro"), ("..euro.", "euro"), ("..code.", "code"),
        ("..naam.", "naam"), ("..omschrijving.", "omschrijving"), ("..km.", "km"), ("..ha.", "ha"), ("..kWh.", "kwh"),
        ("..m..", "m³"), ("..per.km..", "per km²"), ("..per.1.000.inwoners.", "per 1 000 inwoners"),
        ("..jaar.", "jaar"),
    ]
}
