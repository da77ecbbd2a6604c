import RuleEngine

/// Runs the rules over areas, one after another, in one session whose inputs change.
struct ScreeningRun {
    let scope: ScreeningScope
    private var session: Session
    private let builder: SheetBuilder
    private let ruleBase: RuleBase
    private let order: String
    private let date: FEELDate
    private let later: Bool

    init(
        _ library: RuleLibrary, _ tables: TableCollection, regions: [RegionCode], order: String, date: FEELDate, later: Bool
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
    mutating func area(_ region: RegionCode, _ diagnostics: inout [Diagnostic]) -> ScreenedArea {
        let municipality = region.enclosing(.municipality)
        let names = builder.tables.kwb.names
        let sheet = FactSheet(
            builder.figures(of: [region], in: municipality), of: region, name: names[region] ?? region.text,
            municipality: names[municipality] ?? municipality.text)
        session.inputs = SheetInputs(sheet, ruleBase: ruleBase, date: date, later: later).inputs
        for diagnostic in session.diagnostics where !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
        return area(region, sheet)
    }

    private func area(_ region: RegionCode, _ sheet: FactSheet) -> ScreenedArea {
        func codes(_ template: String, possibleToo: Bool = false) -> [String] {
            session.facts(of: template).map(\.fact).filter { $0.isCertain || possibleToo }.map { session.finding($0).key }
                .filter { $0.first == order }.compactMap(\.last)
        }
        let fact = session.fact(FindingID(template: ScreeningTemplate.order, key: [order]))?.fact
        func bounds(_ field: String) -> NumberBounds {
            fact.flatMap { session.value(of: field, in: $0) }.flatMap { NumberBounds($0.set) } ?? NumberBounds(low: .zero, high: .zero)
        }
        return ScreenedArea(
            region: region, name: sheet.title.nl, municipality: sheet.municipality,
            residents: session.inputs.values.isEmpty ? nil : sheet.residents,
            knownDomains: codes(ScreeningTemplate.known), domains: fact.flatMap { session.value(of: "domains", in: $0) }.map { certainDomains($0.set) } ?? [],
            problems: problems, severity: bounds("severity"), score: bounds("score"),
            band: fact.flatMap { session.value(of: "band", in: $0) }.map { lightest($0.set) } ?? "",
            flags: codes(ScreeningTemplate.flag), reasons: codes(ScreeningTemplate.reason, possibleToo: true),
            missing: scope.indicators.filter { session.inputs.values[.init(name: $0)] == nil })
    }

    private var problems: [ScreenedArea.Problem] {
        session.facts(of: ScreeningTemplate.problem).map(\.fact).compactMap { fact in
            guard let severity = session.value(of: "severity", in: fact).flatMap({ NumberBounds($0.set) }),
                let code = session.finding(fact).key.first
            else { return nil }
            return ScreenedArea.Problem(code: code, isFound: fact.isCertain, severity: severity)
        }
    }

    /// The domains that are in a list for certain, in the order of their vocabulary.
    private func certainDomains(_ set: ValueSet) -> [String] {
        let members: Set<String> =
            switch set {
            case .exactly(.list(let values)): Set(values.map(\.text))
            case .list(let list): Set(list.members.filter(\.certain).compactMap { $0.value.exactValue?.text })
            case .exactly, .oneOf, .numbers, .context, .anything: []
            }
        return (ruleBase.vocabulary(ScreeningTemplate.domains)?.codes ?? []).map(\.code).filter(members.contains)
    }

    /// The first of the possible bands, as the vocabulary orders them.
    private func lightest(_ set: ValueSet) -> String {
        let possible = set.finiteValues.map { Set($0.map(\.text)) }
        return ruleBase.vocabulary(ScreeningTemplate.bands)?.codes.map(\.code).first { possible?.contains($0) ?? true } ?? ""
    }
}
