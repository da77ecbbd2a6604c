package import RuleEngine

/// The rules run over every area of a level: which problems the figures of national tables show, and how areas stand in the
/// order that the rules state.
///
///     let screening = try Screening(rules, tables, level: .buurt, date: date)
///     for row in screening.rows { … }
package struct Screening: Sendable {
    /// An area with its place.
    package struct Row: Sendable {
        package let area: ScreenedArea
        /// `nil` for an area that takes no part in the order.
        package let place: ScreeningPlaces.Place?
    }

    /// In the order of the tables.
    package let rows: [Row]
    package let level: RegionCode.Level
    package let date: FEELDate
    /// The tables that the figures come from.
    package let sources: [SheetSource]
    /// Codes of the indicators that the tables hold.
    package let indicators: [String]
    package let ruleBase: RuleBase
    /// The version of the rules.
    package let rulesHash: String
    /// The order that was used, with its rule in words.
    package let order: Vocabulary.Term
    /// What went wrong in the sessions; the same message once.
    package let diagnostics: [Diagnostic]

    /// - Parameter later: use figures that were published after the date.
    /// - Throws: `screen/no-order` when the rules hold none, `screen/no-areas`; `screen/no-score` when the rules give an area
    ///   neither a place nor a reason why not.
    package init(
        _ rules: CompiledRules, _ tables: TableCollection, level: RegionCode.Level, date: FEELDate, later: Bool = false
    ) throws(BadInput) {
        let (order, regions) = try Self.orderAndRegions(rules, tables, level)
        var run = ScreeningRun(rules, tables, regions: regions, order: order.code, date: date, later: later)
        var areas: [ScreenedArea] = []
        areas.reserveCapacity(regions.count)
        var diagnostics: [Diagnostic] = []
        for region in regions { areas.append(run.area(region, &diagnostics)) }
        if let lost = areas.first(where: { $0.reasons.isEmpty && $0.score == nil }) {
            throw BadInput([Diagnostic(code: "screen/no-score", message: .noScore(lost), at: nil)])
        }
        let places = ScreeningPlaces(areas.compactMap(\.rankedScore))
        rows = areas.map { Row(area: $0, place: $0.rankedScore.map(places.place)) }
        self.level = level
        self.date = date
        sources = run.scope.sources
        indicators = run.scope.indicators
        ruleBase = rules.ruleBase
        rulesHash = rules.hash
        self.order = order
        self.diagnostics = diagnostics
    }

    /// What a screening goes by, and the areas that it looks at.
    static func orderAndRegions(
        _ rules: CompiledRules, _ tables: TableCollection, _ level: RegionCode.Level
    ) throws(BadInput) -> (order: Vocabulary.Term, regions: [RegionCode]) {
        guard let order = rules.ruleBase.vocabulary(VocabularyName.screeningOrders)?.codes.first else {
            throw BadInput([Diagnostic(code: "screen/no-order", message: .noOrder, at: nil)])
        }
        let regions = tables.regions(inside: .netherlands, level: level)
        guard !regions.isEmpty else {
            throw BadInput([Diagnostic(code: "screen/no-areas", message: .noAreas, at: nil)])
        }
        return (order, regions)
    }

    /// The heaviest first, areas of one place in the order of the tables, and those without a place behind them.
    package var rowsByPlace: [Row] {
        let last = rows.count + 1
        return rows.enumerated().sorted { left, right in
            (left.element.place?.rank ?? last, left.offset) < (right.element.place?.rank ?? last, right.offset)
        }.map(\.element)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noOrder = LocalizedText(
        nl: "deze regels bevatten geen volgorde voor een screening", en: "these rules hold no order for a screening")

    fileprivate static func noScore(_ area: ScreenedArea) -> LocalizedText {
        LocalizedText(
            nl: "de regels geven \(area.region.text) geen getal voor de volgorde en geen reden waarom niet",
            en: "the rules give \(area.region.text) neither a number for the order nor a reason why not")
    }

    fileprivate static let noAreas = LocalizedText(
        nl: "in de tabellen staat geen gebied van dit niveau", en: "the tables hold no area of this level")
}
