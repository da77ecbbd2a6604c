import RuleEngine

extension ImportedSheet {
    /// The sheet as YAML, one line per figure; equal sheets give equal bytes.
    package var yaml: String {
        var lines = ["sheet: \(area.slug)", "title: \(FlowMapping.both(area.name))"]
        lines += areaLines
        lines += ["sources:"]
        lines += sources.map { "  \($0.ref): \($0.yaml)" }
        lines += ["figures:"]
        lines += figures.map { "  \($0.name): \($0.yaml)" }
        lines += ["parts:"]
        for part in parts {
            lines += ["  - code: \(part.definition.code.text)"]
            lines += ["    name: \(YAMLWriter.scalar(part.definition.name, flow: false))"]
            var values = FlowMapping()
            for figure in part.figures { values.add(figure.name, number: figure.value) }
            lines += ["    figures: \(values.text)"]
        }
        lines += membershipLines
        lines += ["efforts: { complete: false, known: [] }"]
        lines += ["voices: { complete: true, known: [] }"]
        lines += ["answers: []"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Nothing where nothing is known: each programme is then possible, as it is without the key.
    private var membershipLines: [String] {
        guard !memberships.known.isEmpty || !memberships.asked.isEmpty else { return [] }
        var lines = ["memberships:", "  complete: false"]
        if !memberships.asked.isEmpty { lines += ["  asked: [\(memberships.asked.joined(separator: ", "))]"] }
        if !memberships.known.isEmpty { lines += ["  known:"] + memberships.known.map { "    - \($0.yaml)" } }
        return lines
    }

    private var areaLines: [String] {
        var municipality = FlowMapping()
        municipality.add("code", area.municipalityCode.text)
        municipality.add("name", area.municipalityName)
        var lines = ["area:"]
        lines += ["  municipality: \(municipality.text)"]
        lines += ["  residents: \(residents)"]
        lines += ["  confidence: \(area.confidence.rawValue)"]
        lines += ["  boundary: \(FlowMapping.localized(area.boundaryNote))"]
        lines += ["  definition: \(YAMLWriter.scalar(area.definition, flow: false))"]
        lines += ["  parts:"]
        for part in parts {
            var mapping = FlowMapping()
            mapping.add("code", part.definition.code.text)
            mapping.add("name", part.definition.name)
            mapping.add("residents", number: part.residents)
            mapping.add("extent", part.definition.extent.rawValue)
            mapping.add("confidence", part.definition.confidence.rawValue)
            if part.definition.role == .focus { mapping.add("role", part.definition.role.rawValue) }
            lines += ["    - \(mapping.text)"]
        }
        return lines
    }
}

extension AreaMemberships.Entry {
    fileprivate var yaml: String {
        var mapping = FlowMapping()
        mapping.add("programme", programme)
        if let area { mapping.add("area", area) }
        mapping.add("from", from)
        if let until { mapping.add("until", until) }
        if !money.isEmpty { mapping.add("money", list: money.map(\.yaml)) }
        var source = FlowMapping()
        source.add("ref", reference)
        source.add("finding", finding)
        mapping.add("source", mapping: source)
        if let note { mapping.add("note", note) }
        return mapping.text
    }
}

extension AreaMemberships.Amount {
    fileprivate var yaml: String {
        var mapping = FlowMapping()
        mapping.add("amount", number: amount)
        mapping.add("unit", unit)
        if let priceYear { mapping.add("price_year", number: priceYear) }
        mapping.add("payer", payer)
        return mapping.text
    }
}

extension SheetSource {
    fileprivate var yaml: String {
        var mapping = FlowMapping()
        mapping.add("title", title)
        mapping.add("publisher", publisher)
        if let table { mapping.add("table", table) }
        if case .on(let date) = publication { mapping.add("edition", date) }
        mapping.add("licence", licence)
        if let regions { mapping.add("regions", number: FEELNumber(regions)) }
        if case .by = publication { mapping.add("published_note", Publication.estimateNote) }
        if let note { mapping.add("note", note) }
        return mapping.text
    }
}

extension ImportedSheet.Figure {
    fileprivate var yaml: String {
        var mapping = FlowMapping()
        mapping.add(newest, unit: unit)
        if !earlier.isEmpty {
            let versions = earlier.map { version in
                var mapping = FlowMapping()
                mapping.add(version, unit: nil)
                return mapping.text
            }
            mapping.add("earlier", list: versions)
        }
        return mapping.text
    }
}

extension FEELNumber {
    /// `100` for `100.0`; numbers with a fraction keep their digits.
    fileprivate var wholeIfPossible: FEELNumber { integerValue.map { FEELNumber($0) } ?? self }
}

/// A YAML mapping on one line: `{ a: 1, b: text }`.
private struct FlowMapping {
    private var entries: [String] = []

    var text: String { entries.isEmpty ? "{}" : "{ \(entries.joined(separator: ", ")) }" }

    static func both(_ text: String) -> String { localized(LocalizedText(verbatim: text)) }

    static func localized(_ text: LocalizedText) -> String {
        var mapping = FlowMapping()
        mapping.add("nl", text.nl)
        mapping.add("en", text.en)
        return mapping.text
    }

    mutating func add(_ key: String, _ text: String) {
        entries.append("\(key): \(YAMLWriter.scalar(text, flow: true))")
    }

    mutating func add(_ key: String, number: FEELNumber) { entries.append("\(key): \(number.sheetText)") }

    mutating func add(_ key: String, _ text: LocalizedText) { entries.append("\(key): \(Self.localized(text))") }

    mutating func add(_ key: String, mapping: FlowMapping) { entries.append("\(key): \(mapping.text)") }

    mutating func add(_ key: String, list: [String]) {
        entries.append("\(key): [\(list.joined(separator: ", "))]")
    }

    /// The figure of one year.
    mutating func add(_ version: ImportedSheet.Figure.Version, unit: String?) {
        let source = version.recipe.source
        switch version.result {
        case .known(let value):
            add("value", number: value)
            if let unit { add("unit", unit) }
            add("year", number: FEELNumber(source.year))
            switch source.publication {
            case .on(let date): add("published", date)
            case .by(let date): add("published_by", date)
            }
            add("source", source.ref)
            add("kind", version.recipe.kind.rawValue)
            if version.isApproximated { add("approximated", "true") }
            add("coverage", number: version.coverage.wholeIfPossible)
            if let number = version.benchmarks.municipality { add("gemeente", number: number) }
            if let number = version.benchmarks.country { add("nederland", number: number) }
            if let number = version.benchmarks.percentile { add("percentile", number: number) }
            if let number = version.benchmarks.municipalPercentile { add("percentile_gemeente", number: number) }
        case .unknown(let reason):
            add("unknown", reason.rawValue)
            add("source", source.ref)
            if reason == .boundariesChanged || reason == .suppressed {
                add("coverage", number: version.coverage.wholeIfPossible)
            }
        }
    }
}
