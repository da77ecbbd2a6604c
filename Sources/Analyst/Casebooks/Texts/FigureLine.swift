import RuleEngine

/// A figure of a passage in one line: value and year, municipality and country, the years before, and the table.
struct FigureLine {
    private let world: CaseWorld
    private let language: Language
    private let naming: Naming

    init(_ world: CaseWorld, _ language: Language) {
        self.world = world
        self.language = language
        naming = Naming(world.given.ruleBase)
    }

    /// `nil` where the sheet has no such figure.
    func text(of indicator: String) -> String? {
        guard let figure = world.sheet.figure(indicator), case .known(let value) = figure.reading else { return nil }
        let slot = RecordSchema.Slot(name: indicator)
        let values = ValueText(language, units: naming.units)
        func number(_ number: FEELNumber) -> String {
            values.text(of: .exactly(.number(number)), unit: naming.unit(of: slot))
        }
        var beside: [String] = []
        if let municipality = figure.municipality {
            beside.append("\(world.sheet.municipality) \(number(municipality))")
        }
        if let country = figure.country { beside.append("\(LocalizedText.country[language]) \(number(country))") }
        if let percentile = figure.percentile {
            beside.append(LocalizedText.place(NumberText.text(of: percentile, in: language), language))
        }
        let year = figure.year.map { " (\($0))" } ?? ""
        var text = "\(naming.title(of: slot, in: language)): \(number(value))\(year)"
        if !beside.isEmpty { text += "; \(beside.joined(separator: ", "))" }
        if figure.series.count > 1 {
            text += "; \(LocalizedText.series[language]) "
            text += figure.series.map { "\($0.year): \(number($0.value))" }.joined(separator: ", ")
        }
        let source = FigureText(naming.ruleBase, on: world.case.date, language)
            .short(figure, from: figure.source.flatMap { world.sheet.source($0) })
        return "\(text). [\(source)]"
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let country = LocalizedText(nl: "Nederland", en: "the Netherlands")
    fileprivate static let series = LocalizedText(nl: "over de jaren", en: "over the years")

    fileprivate static func place(_ number: String, _ language: Language) -> String {
        language == .nl ? "plaats \(number) van 100 wijken" : "place \(number) of 100 districts"
    }
}
