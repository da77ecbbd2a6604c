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
        lines += ["efforts: { complete: false, known: [] }"]
        lines += ["voices: { complete: true, known: [] }"]
        lines += ["answers: []"]
        return lines.joined(separator: "\n") + "\n"
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
        switch result {
        case .known(let value):
            mapping.add("value", number: value)
            mapping.add("unit", unit)
            mapping.add("year", number: FEELNumber(recipe.source.year))
            switch recipe.source.publication {
            case .on(let date): mapping.add("published", date)
            case .by(let date): mapping.add("published_by", date)
            }
            mapping.add("source", recipe.source.ref)
            mapping.add("kind", recipe.kind.rawValue)
            if isApproximated { mapping.add("approximated", "true") }
            mapping.add("coverage", number: coverage.wholeIfPossible)
            if let number = benchmarks.municipality { mapping.add("gemeente", number: number) }
            if let number = benchmarks.country { mapping.add("nederland", number: number) }
            if let number = benchmarks.percentile { mapping.add("percentile", number: number) }
            if let number = benchmarks.municipalPercentile { mapping.add("percentile_gemeente", number: number) }
            if !series.isEmpty { mapping.add("series", series) }
        case .unknown(let reason):
            mapping.add("unknown", reason.rawValue)
            mapping.add("source", recipe.source.ref)
            if reason == .boundariesChanged || reason == .suppressed {
                mapping.add("coverage", number: coverage.wholeIfPossible)
            }
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

    mutating func add(_ key: String, number: FEELNumber) { entries.append("\(key): \(number)") }

    mutating func add(_ key: String, _ text: LocalizedText) { entries.append("\(key): \(Self.localized(text))") }

    mutating func add(_ key: String, _ series: [(year: Int, value: FEELNumber)]) {
        var mapping = FlowMapping()
        for entry in series { mapping.add(String(entry.year), number: entry.value) }
        entries.append("\(key): \(mapping.text)")
    }
}
