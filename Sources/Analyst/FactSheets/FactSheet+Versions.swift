package import RuleEngine

extension FactSheet {
    /// The sheet as it is told on a day: of each figure the newest version that was published by then, whose year has begun
    /// and that covers enough of the residents, with the versions before it as its series.
    ///
    /// - Parameter later: versions that were published after the day count too.
    package func told(on day: FEELDate, later: Bool) -> FactSheet {
        guard figures.contains(where: { !$0.earlier.isEmpty }) else { return self }
        var sheet = self
        sheet.figures = figures.map { $0.told(on: day, later: later) }
        return sheet
    }
}

extension FactSheet.Figure {
    /// This figure and those of earlier years, the newest first.
    package var versions: [FactSheet.Figure] {
        ([self] + earlier).sorted { ($0.year ?? 0) > ($1.year ?? 0) }
    }

    /// The version that counts on a day; this figure itself where none does, so that the reason is told.
    func told(on day: FEELDate, later: Bool) -> FactSheet.Figure {
        guard !earlier.isEmpty else { return self }
        let counting = versions.filter { $0.isTold(on: day, later: later) }
        guard let newest = counting.first(where: { $0.value != nil }) else { return self }
        var points = Dictionary(newest.series.map { ($0.year, $0.value) }) { first, _ in first }
        var municipal: [Int: FEELNumber] = [:]
        var percentiles: [Int: FEELNumber] = [:]
        // Another table would be another measure.
        for version in counting where version.isOfSeries(of: newest) {
            guard let year = version.year, let value = version.value else { continue }
            points[year] = value
            municipal[year] = version.municipality
            percentiles[year] = version.percentile
        }
        let years = points.keys.sorted()
        var figure = newest
        figure.unit = newest.unit ?? unit
        figure.series = years.count < 2 ? [] : years.map { (year: $0, value: points[$0] ?? .zero) }
        figure.municipalSeries = years.compactMap { year in municipal[year].map { (year: year, value: $0) } }
        figure.firstPercentile = years.first.flatMap { percentiles[$0] }
        figure.earlier = []
        return figure
    }

    private func isTold(on day: FEELDate, later: Bool) -> Bool {
        if let coverage, coverage < SheetInputs.leastCoverage { return false }
        if let year, year > Int(day.year) { return false }
        guard !later, let published else { return true }
        return published <= day
    }

    private func isOfSeries(of other: FactSheet.Figure) -> Bool {
        source.map(FactSheet.Source.series) == other.source.map(FactSheet.Source.series)
    }

    private var value: FEELNumber? {
        if case .known(let number) = reading { number } else { nil }
    }
}

extension FactSheet.Source {
    /// The name of a table without the year of its edition: `kwb` of `kwb-2020`; figures of one such name are one series.
    package static func series(of id: String) -> String {
        guard let hyphen = id.lastIndex(of: "-") else { return id }
        let end = id[id.index(after: hyphen)...]
        return end.count == 4 && end.allSatisfy { $0.isASCII && $0.isNumber } ? String(id[..<hyphen]) : id
    }
}
