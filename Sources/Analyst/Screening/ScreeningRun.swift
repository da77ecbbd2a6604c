package import RuleEngine

/// Runs the rules over areas, one after another, in one session whose inputs change.
package struct ScreeningRun {
    package let scope: ScreeningScope
    private var area: AreaSession
    private let builder: SheetBuilder
    private let order: String

    package init(
        _ rules: CompiledRules, _ tables: TableCollection, regions: [RegionCode], order: String, date: FEELDate,
        later: Bool
    ) {
        let builder = SheetBuilder(tables, rules.ruleBase.vocabulary(rules.ruleBase.record.vocabulary))
        self.builder = builder
        self.order = order
        let country = builder.figures(of: [.netherlands], in: .netherlands)
        let sheet = FactSheet(country, of: .netherlands, name: "", municipality: "")
        let inputs = SheetInputs(sheet, ruleBase: rules.ruleBase, date: date, later: later).inputs
        scope = ScreeningScope(rules, country, inputs: inputs, filled: builder.indicatorsKnown(in: regions))
        area = AreaSession(sheet, under: scope.rules, on: date, laterFigures: later, running: .all)
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
        let (sheet, session) = session(of: region)
        for diagnostic in session.diagnostics where !diagnostics.contains(diagnostic) {
            diagnostics.append(diagnostic)
        }
        return ScreenedArea(region, sheet, session, order: order, indicators: scope.indicators)
    }

    /// The figures of an area, and the rules run on them.
    package mutating func session(of region: RegionCode) -> (sheet: FactSheet, session: Session) {
        let municipality = region.enclosing(.municipality)
        let names = builder.tables.names
        let sheet = FactSheet(
            builder.figures(of: [region], in: municipality), of: region, name: names[region] ?? region.text,
            municipality: names[municipality] ?? municipality.text)
        area.sheet = sheet
        return (sheet, area.session)
    }
}
