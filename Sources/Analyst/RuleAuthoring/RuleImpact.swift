package import RuleEngine

/// What a change of the rules does to areas: which findings come, go or become otherwise in which area, and by which change.
///
///     let impact = RuleImpact(comparison, over: sheets, on: date)
///     for area in impact.changedAreas { … }
package struct RuleImpact: Sendable {
    /// A finding of an area that the two rule bases judge otherwise.
    package struct Effect: Sendable {
        package let finding: FindingID
        package let before: FindingState
        package let after: FindingState
        /// Names of fields that have other values, where the finding is there both times.
        package let fields: [String]
        /// The changes that bring it about, by their places; empty where none could be told.
        package let causes: [Int]
    }

    package struct Area: Sendable {
        package let name: String
        package let municipality: String
        /// In the order of the kinds of fact and their codes.
        package let effects: [Effect]
    }

    package let changes: RuleChanges
    /// All areas that were looked at.
    package let areas: [Area]
    package let date: FEELDate
    package let ruleBase: RuleBase
    /// Areas that one of the rule bases cannot read, with the reason.
    package let omissions: [Omission]
    /// What the change does to casebooks, where these were looked at.
    package var casebooks: CaseImpact?

    package struct Omission: Sendable {
        package let name: String
        package let reason: LocalizedText
    }

    package var changedAreas: [Area] { areas.filter { !$0.effects.isEmpty } }

    /// The effects of one change, by finding, those of most areas first; with the places of the areas.
    package func effects(of change: Int?) -> [(finding: FindingID, areas: [(area: Area, effect: Effect)])] {
        var order: [FindingID] = []
        var found: [FindingID: [(area: Area, effect: Effect)]] = [:]
        for area in areas {
            for effect in area.effects where change.map(effect.causes.contains) ?? effect.causes.isEmpty {
                if found[effect.finding] == nil { order.append(effect.finding) }
                found[effect.finding, default: []].append((area, effect))
            }
        }
        return order.enumerated().map { ($0, $1, found[$1] ?? []) }
            .sorted { $0.2.count == $1.2.count ? $0.0 < $1.0 : $0.2.count > $1.2.count }
            .map { ($0.1, $0.2) }
    }

    /// Over sheets, on a day.
    ///
    /// - Parameter isStopped: asked before each area; what is stopped leaves the rest out.
    package init(
        _ comparison: RuleComparison, over sheets: [FactSheet], on date: FEELDate,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        let results = Concurrently.map(sheets) { sheet -> (area: Area?, omission: Omission?) in
            guard !isStopped() else { return (nil, nil) }
            let name = sheet.title.nl
            for rules in [comparison.old, comparison.new] {
                if let fault = sheet.check(against: rules.ruleBase).first {
                    return (nil, Omission(name: name, reason: fault.message))
                }
            }
            let before = AreaSession(sheet, under: comparison.old, on: date).session
            let after = AreaSession(sheet, under: comparison.new, on: date).session
            let effects = comparison.effects(from: before, to: after)
            return (Area(name: name, municipality: sheet.municipality, effects: effects), nil)
        }
        self.init(
            comparison, areas: results.compactMap(\.area), omissions: results.compactMap(\.omission), on: date)
    }

    /// Over all areas of a level that tables tell of, on a day.
    ///
    /// - Parameter isStopped: asked before each area; what is stopped leaves the rest out.
    /// - Throws: as a screening does.
    package init(
        _ comparison: RuleComparison, over tables: TableCollection, level: RegionCode.Level, on date: FEELDate,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) throws(BadInput) {
        let regions = tables.regions(inside: .netherlands, level: level)
        let runs = try [comparison.old, comparison.new].map { rules throws(BadInput) in
            try ScreeningRun(rules, tables, level: level, date: date, later: false)
        }
        let starts = Array(stride(from: 0, to: regions.count, by: Self.batch))
        let areas = Concurrently.map(starts) { start -> [Area] in
            var (old, new) = (runs[0], runs[1])
            return regions[start..<min(start + Self.batch, regions.count)].compactMap { region in
                guard !isStopped() else { return nil }
                let before = old.session(of: region)
                let after = new.session(of: region)
                let effects = comparison.effects(from: before.session, to: after.session)
                return Area(name: after.name, municipality: after.municipality, effects: effects)
            }
        }.flatMap(\.self)
        self.init(comparison, areas: areas, omissions: [], on: date)
    }

    /// So many areas are run one after the other.
    private static let batch = 500

    private init(_ comparison: RuleComparison, areas: [Area], omissions: [Omission], on date: FEELDate) {
        changes = comparison.changes
        self.areas = areas
        self.date = date
        self.omissions = omissions
        ruleBase = comparison.new.ruleBase
    }

    /// What readers call a finding.
    package func title(of finding: FindingID, in language: Language) -> String {
        Naming(ruleBase).title(of: finding, in: language)
    }
}
