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
    fileprivate func told(on day: FEELDate, later: Bool) -> FactSheet.Figure {
        guard !earlier.isEmpty else { return self }
        let counting = versions.filter { $0.isTold(on: day, later: later) }
        guard let newest = counting.first(where: { $0.value != nil }) else { return self }
        var points = Dictionary(newest.series.map { ($0.year, $0.value) }) { first, _ in first }
        for version in counting {
            if let year = version.year, let value = version.value { points[year] = value }
        }
        let years = points.keys.sorted()
        var figure = newest
        figure.unit = newest.unit ?? unit
        figure.series = years.count < 2 ? [] : years.map { (year: $0, value: points[$0] ?? .zero) }
        figure.earlier = []
        return figure
    }

    private func isTold(on day: FEELDate, later: Bool) -> Bool {
        if let coverage, coverage < SheetInputs.leastCoverage { return false }
        if let year, year > Int(day.year) { return false }
        guard !later, let published else { return true }
        return published <= day
    }

    private var value: FEELNumber? {
        if case .known(let number) = reading { number } else { nil }
    }
}
