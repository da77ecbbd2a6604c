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

    /// What the rules say of an area.
    ///
    /// - Parameter diagnostics: receives what went wrong, where it is new.
    package mutating func area(_ region: RegionCode, _ diagnostics: inout [Diagnostic]) -> ScreenedArea {
        let municipality = region.enclosing(.municipality)
        let names = builder.tables.names
        let sheet = FactSheet(
            builder.figures(of: [region], in: municipality), of: region, name: names[region] ?? region.text,
            municipality: names[municipality] ?? municipality.text)
        area.sheet = sheet
        for diagnostic in area.session.diagnostics where !diagnostics.contains(diagnostic) {
            diagnostics.append(diagnostic)
        }
        return ScreenedArea(region, sheet, area.session, order: order, indicators: scope.indicators)
    }
}
