package import RuleEngine

/// A sheet as the engine sees it on a day, and what became of each figure on the way.
package struct SheetInputs: Sendable {
    /// Why a figure that the sheet has is not used.
    package enum Omission: Hashable, Sendable {
        /// The reason that the sheet gives.
        case missing(String)
        /// Published after the day of the analysis.
        case later
        /// Its year begins after the day of the analysis.
        case future
        /// Older than the indicator allows.
        case tooOld
        /// About too few of the residents.
        case lowCoverage
    }

    /// A figure that covers a smaller share of the residents, in percent, is not known.
    package static let leastCoverage: FEELNumber = 90

    package let inputs: SessionInputs
    /// Figures that are left out, with the reason.
    package let omissions: [String: Omission]

    /// - Parameters:
    ///   - later: use figures that were published after the day of the analysis.
    ///   - part: the code of a part of the area, to analyse that part by its own figures; voices and benchmarks stay.
    package init(
        _ sheet: FactSheet, ruleBase: RuleBase, date: FEELDate, later: Bool = false, part: FactSheet.Part? = nil
    ) {
        var values: [RecordSchema.Slot: ValueSet] = [:]
        var omissions: [String: Omission] = [:]
        let indicators = ruleBase.vocabulary(ruleBase.record.vocabulary)
        for figure in sheet.figures {
            let name = figure.indicator
            if let omission = Self.omission(figure, indicators?[name], date, later, of: part) {
                omissions[name] = omission
                continue
            }
            guard case .known(let number) = figure.reading else { continue }
            let own = part.map { part in part.figures.first { $0.indicator == name }?.value } ?? number
            func set(_ context: String?, _ number: FEELNumber?) {
                guard let number else { return }
                values[.init(context: context, name: name)] = .exactly(.number(number))
            }
            set(nil, own)
            set(SheetContext.municipality, figure.municipality)
            set(SheetContext.country, figure.country)
            set(SheetContext.year, figure.year.map { FEELNumber($0) })
            guard part == nil else { continue }
            set(SheetContext.percentile, figure.percentile)
            // A model estimate shows no trend, unless its publisher gives one version of the model as a series of years.
            let isSeries = figure.kind != "model" || indicators?[name]?.value("series") == .boolean(true)
            guard isSeries, let trend = Self.trend(figure.series, until: date) else { continue }
            set(SheetContext.trend, trend)
            set(SheetContext.municipalTrend, Self.trend(figure.municipalSeries, until: date))
            set(SheetContext.first, figure.series.first?.value)
            set(SheetContext.firstYear, figure.series.first.map { FEELNumber($0.year) })
            set(SheetContext.firstPercentile, figure.firstPercentile)
        }
        let count = AnswerCount(ruleBase, on: date)
        for answer in sheet.countedAnswers(on: date) {
            let isRegistered = answer.perspective == SheetContext.registered
            // A figure that was answered is of the whole area; it says nothing of a part.
            if isRegistered, part != nil { continue }
            guard let set = count.set(of: answer.value), ruleBase.admits(answer.value, to: answer.slot) else {
                continue
            }
            // Several answers of one day in one voice: one that says yes counts; figures are replaced by the last.
            if case .exactly(.boolean(true)) = values[answer.slot] { continue }
            values[answer.slot] = set
            if isRegistered { omissions[answer.question] = nil }
        }
        var facts: [SessionInputs.InputFact] = []
        let given = sheet.answers(until: date)
        for perspective in sheet.heardPerspectives(in: ruleBase, on: date) {
            let people =
                sheet.voices.first { $0.perspective == perspective }?.people
                ?? given.first { $0.perspective == perspective && $0.people != nil }?.people
            facts.append(
                .init(
                    template: SheetContext.voice, key: [.string(perspective)],
                    fields: people.map { ["people": PeopleCount($0, under: ruleBase, on: date).set] } ?? [:]))
        }
        facts += sheet.rankingFacts(in: ruleBase)
        facts += sheet.effortFacts(on: date, in: ruleBase) + sheet.membershipFacts(on: date, in: ruleBase)
        if part == nil {
            facts += sheet.partFacts(in: ruleBase) {
                Self.omission($0, indicators?[$0.indicator], date, later, of: $1) == nil
            }
        }
        var completeness: [String: SessionInputs.Completeness] = [:]
        if sheet.voicesComplete { completeness[SheetContext.voice] = .complete }
        if sheet.effortsComplete { completeness[SheetContext.effort] = .complete }
        // What no group ranks has its own question; a ranking is never waited for.
        for name in [SheetContext.partFigure, SheetContext.rankedProblem] where ruleBase.template(name) != nil {
            completeness[name] = .complete
        }
        completeness[SheetContext.membership] = sheet.membershipCompleteness(on: date, in: ruleBase)
        var inputs = SessionInputs(
            date: date, values: values, facts: facts, completeness: completeness, overrules: sheet.overrules)
        if part == nil { inputs.origins = SheetOrigin.all(of: sheet, on: date, omissions, in: ruleBase) }
        self.inputs = inputs
        self.omissions = omissions
    }

    /// The number of a figure that is used on a day; `nil` where it is not known or left out.
    static func usedValue(
        of figure: FactSheet.Figure, _ indicator: Vocabulary.Term?, on date: FEELDate, later: Bool
    ) -> FEELNumber? {
        guard omission(figure, indicator, date, later, of: nil) == nil, case .known(let number) = figure.reading else {
            return nil
        }
        return number
    }

    private static func omission(
        _ figure: FactSheet.Figure, _ indicator: Vocabulary.Term?, _ date: FEELDate, _ later: Bool,
        of part: FactSheet.Part?
    ) -> Omission? {
        if case .unknown(let reason) = figure.reading { return .missing(reason) }
        guard let year = figure.year else { return nil }
        if year > Int(date.year) { return .future }
        if !later, let published = figure.published, published.ordering(to: date) == .greater { return .later }
        if case .number(let age) = indicator?.value("maximum_age"), let years = age.integerValue,
            Int(date.year) - year > years
        {
            return .tooOld
        }
        // The coverage is that of the whole area; a part has its figure or has none.
        if part == nil, let coverage = figure.coverage, coverage < Self.leastCoverage { return .lowCoverage }
        return nil
    }

    /// Change per year over a series of at least three points: the slope of the line of least squares. `nil` when the
    /// numbers are too large for it. Years after that of the analysis take no part.
    private static func trend(
        _ points: [(year: Int, value: FEELNumber)], until date: FEELDate
    ) -> FEELNumber? {
        let series = points.filter { $0.year <= Int(date.year) }
        let years = series.map { FEELNumber($0.year) }
        let values = series.map(\.value)
        guard years.count >= 3, let meanYear = mean(years), let meanValue = mean(values) else { return nil }
        var above = FEELNumber.zero
        var below = FEELNumber.zero
        for (year, value) in zip(years, values) {
            guard let distance = year.subtracting(meanYear), let rise = value.subtracting(meanValue),
                let moreAbove = distance.multiplied(by: rise).flatMap({ above.adding($0) }),
                let moreBelow = distance.multiplied(by: distance).flatMap({ below.adding($0) })
            else { return nil }
            above = moreAbove
            below = moreBelow
        }
        return above.divided(by: below)?.rounded(toScale: 4, rule: .halfEven)
    }

    /// `nil` when the sum lies outside the range of numbers.
    private static func mean(_ numbers: [FEELNumber]) -> FEELNumber? {
        numbers.reduce(FEELNumber.zero) { sum, number in sum?.adding(number) }?.divided(by: FEELNumber(numbers.count))
    }
}

/// The names of contexts and perspectives that the sheet format itself knows.
package enum SheetContext {
    package static let municipality = "gemeente"
    package static let country = "nederland"
    package static let percentile = "percentiel"
    package static let trend = "trend"
    package static let municipalTrend = "trend_gemeente"
    /// The first year of a series: its value, the year itself, and the place in the country.
    package static let first = "begin"
    package static let firstYear = "beginjaar"
    package static let firstPercentile = "begin_percentiel"
    package static let year = "jaar"
    /// The kind of fact that says who was heard.
    package static let voice = "voice"
    /// The kind of fact that says which problem a group finds important, and at which place of its ranking.
    package static let rankedProblem = "ranked_problem"
    /// The kind of fact that says what is done in the area.
    package static let effort = "effort"
    /// The kind of fact that says which programmes the area belongs to.
    package static let membership = "membership"
    /// The kind of fact that holds the figure of one part of the area.
    package static let partFigure = "part_figure"
    /// The perspective of registered figures.
    package static let registered = "registratie"
}
