import RuleEngine

/// Areas of tables as records of the rules: of each area the numbers that a session on its sheet would be given, without
/// the sheet. Only what rules read is worked out.
struct AreaRecords: Sendable {
    /// An area with its numbers.
    struct Record: Sendable {
        let region: RegionCode
        let name: String
        let municipality: String
        /// `nil` where they are not known, or no figure of the area counts on the day.
        let residents: FEELNumber?
        /// In the order of the slots.
        let numbers: [FEELNumber?]
        /// Codes of the indicators that other areas have, but not this one.
        let missing: [String]
    }

    /// The values of the record that each area gives, by their numbers in the schema.
    let slots: [Int]

    private let builder: SheetBuilder
    private let date: FEELDate
    private let laterFigures: Bool
    private let columns: [Column]
    private var memory: BenchmarkMemory
    private let span: SourceSpan

    /// What of an indicator goes into the record.
    private struct Column: Sendable {
        let name: String
        let term: Vocabulary.Term?
        let isAsked: Bool
        let values: [FigureContext]
    }

    /// - Parameter indicators: codes of the indicators that are missing where an area lacks them.
    init(
        _ builder: SheetBuilder, _ network: Network, date: FEELDate, laterFigures: Bool, indicators: [String]
    ) {
        self.builder = builder
        self.date = date
        self.laterFigures = laterFigures
        let ruleBase = network.ruleBase
        let terms = ruleBase.vocabulary(ruleBase.record.vocabulary)
        let asked = Set(indicators)
        var slots: [Int] = []
        columns = builder.indicatorNames.map { name in
            var values: [FigureContext] = []
            for context in FigureContext.allCases {
                guard let slot = ruleBase.record.index(of: .init(context: context.name, name: name)),
                    network.isRead(slot: slot)
                else { continue }
                values.append(context)
                slots.append(slot)
            }
            return Column(name: name, term: terms?[name], isAsked: asked.contains(name), values: values)
        }
        self.slots = slots
        memory = BenchmarkMemory(needsPlaces: columns.contains { $0.values.contains(.percentile) })
        span = SourceFile(name: "", text: "").span(0..<0)
    }

    /// The record of one area.
    mutating func record(of region: RegionCode) -> Record {
        var numbers: [FEELNumber?] = []
        numbers.reserveCapacity(slots.count)
        var missing: [String] = []
        var residents: FEELNumber??
        var isEmpty = true
        for (index, column) in columns.enumerated() {
            let published = builder.figure(index, of: region, &memory)
            if residents == nil, published.isResidents { residents = .some(published.result.number) }
            let figure = FactSheet.Figure(published, at: span).told(on: date, later: laterFigures)
            let value = SheetInputs.usedValue(of: figure, column.term, on: date, later: laterFigures)
            if value != nil { isEmpty = false } else if column.isAsked { missing.append(column.name) }
            for context in column.values { numbers.append(value.flatMap { context.number(of: figure, value: $0) }) }
        }
        let names = builder.tables.names
        let municipality = region.enclosing(.municipality)
        return Record(
            region: region, name: names[region] ?? region.text, municipality: names[municipality] ?? municipality.text,
            // Residents that came out after the date are not told either.
            residents: isEmpty ? nil : residents ?? nil, numbers: numbers, missing: missing)
    }
}
