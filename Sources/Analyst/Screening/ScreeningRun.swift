package import RuleEngine

/// Runs the rules over areas, one after another, in one session whose inputs change.
package struct ScreeningRun {
    package let scope: ScreeningScope
    private var session: Session
    private let builder: SheetBuilder
    private let ruleBase: RuleBase
    private let order: String
    private let date: FEELDate
    private let later: Bool

    package init(
        _ library: RuleLibrary, _ tables: TableCollection, regions: [RegionCode], order: String, date: FEELDate,
        later: Bool
    ) {
        let builder = SheetBuilder(tables)
        self.builder = builder
        ruleBase = library.ruleBase
        self.order = order
        self.date = date
        self.later = later
        let country = builder.figures(of: [.netherlands], in: .netherlands)
        let sheet = FactSheet(country, of: .netherlands, name: "", municipality: "")
        let inputs = SheetInputs(sheet, ruleBase: ruleBase, date: date, later: later).inputs
        scope = ScreeningScope(ruleBase, country, inputs: inputs, filled: builder.indicatorsKnown(in: regions))
        session = Session(scope.network, inputs, timeZones: library.timeZones)
    }

    /// What the rules say of an area.
    ///
    /// - Parameter diagnostics: receives what went wrong, where it is new.
    package mutating func area(_ region: RegionCode, _ diagnostics: inout [Diagnostic]) -> ScreenedArea {
        let municipality = region.enclosing(.municipality)
        let names = builder.tables.kwb.names
        let sheet = FactSheet(
            builder.figures(of: [region], in: municipality), of: region, name: names[region] ?? region.text,
            municipality: names[municipality] ?? municipality.text)
        session.inputs = SheetInputs(sheet, ruleBase: ruleBase, date: date, later: later).inputs
        for diagnostic in session.diagnostics where !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
        return ScreenedArea(region, sheet, session, order: order, indicators: scope.indicators)
    }
}
