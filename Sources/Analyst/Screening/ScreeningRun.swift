package import RuleEngine

/// Runs the rules over areas, one after another, in one session whose record changes: an area costs what differs from the
/// one before it.
package struct ScreeningRun {
    package let scope: ScreeningScope
    /// The rules run on the figures of one area after another.
    private var session: Session
    private var records: AreaRecords
    private let order: ScreeningOrder

    package init(
        _ rules: CompiledRules, _ tables: TableCollection, regions: [RegionCode], order: String, date: FEELDate,
        later: Bool
    ) {
        let builder = SheetBuilder(tables, rules.ruleBase.vocabulary(rules.ruleBase.record.vocabulary))
        self.order = ScreeningOrder(order, rules.ruleBase)
        let country = builder.figures(of: [.netherlands], in: .netherlands)
        let sheet = FactSheet(country, of: .netherlands, name: "", municipality: "")
        var inputs = SheetInputs(sheet, ruleBase: rules.ruleBase, date: date, later: later).inputs
        scope = ScreeningScope(rules, country, inputs: inputs, filled: builder.indicatorsKnown(in: regions))
        // An area's own figures take the place of those of the country.
        inputs.values = [:]
        inputs.origins = [:]
        session = scope.rules.session(inputs)
        records = AreaRecords(
            builder, scope.rules.network, date: date, laterFigures: later, indicators: scope.indicators)
    }

    /// For all areas of a level.
    ///
    /// - Throws: `screen/no-order` when the rules hold none, `screen/no-areas`.
    package init(
        _ rules: CompiledRules, _ tables: TableCollection, level: RegionCode.Level, date: FEELDate, later: Bool
    ) throws(BadInput) {
        let (order, regions) = try Screening.orderAndRegions(rules, tables, level)
        self.init(rules, tables, regions: regions, order: order.code, date: date, later: later)
    }

    /// What the rules say of an area.
    ///
    /// - Parameter diagnostics: receives what went wrong, where it is new.
    package mutating func area(_ region: RegionCode, _ diagnostics: inout [Diagnostic]) -> ScreenedArea {
        let record = enter(region)
        for diagnostic in session.diagnostics where !diagnostics.contains(diagnostic) {
            diagnostics.append(diagnostic)
        }
        return ScreenedArea(record, session, order: order)
    }

    /// The names of an area, and the rules run on its figures.
    package mutating func session(of region: RegionCode) -> (name: String, municipality: String, session: Session) {
        let record = enter(region)
        return (record.name, record.municipality, session)
    }

    private mutating func enter(_ region: RegionCode) -> AreaRecords.Record {
        let record = records.record(of: region)
        session.update(record.numbers, at: records.slots)
        return record
    }
}
