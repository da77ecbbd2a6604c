package import RuleEngine

extension ScreenedArea {
    /// What a session says of an area for one order.
    ///
    /// - Parameter indicators: codes of the indicators that the tables hold.
    package init(_ region: RegionCode, _ sheet: FactSheet, _ session: Session, order: String, indicators: [String]) {
        let found = ScreeningFindings(session: session, order: order)
        self.init(
            region: region, name: sheet.title.nl, municipality: sheet.municipality,
            // Residents that came out after the date are not told either.
            residents: session.inputs.values.isEmpty ? nil : sheet.residents,
            knownDomains: found.codes(of: ScreeningTemplate.known), domains: found.domains, problems: found.problems,
            severity: found.bounds("severity"), score: found.bounds("score"), band: found.band,
            flags: found.codes(of: ScreeningTemplate.flag),
            reasons: found.codes(of: ScreeningTemplate.reason, openToo: true),
            missing: indicators.filter { session.inputs.values[.init(name: $0)] == nil })
    }
}

/// Reads the facts of a session that a screening tells.
private struct ScreeningFindings {
    let session: Session
    let order: String
    /// The fact with the place of the area.
    private let place: Fact?

    init(session: Session, order: String) {
        self.session = session
        self.order = order
        place = session.fact(FindingID(template: ScreeningTemplate.order, key: [order]))?.fact
    }

    /// The second keys of facts of the order.
    func codes(of template: String, openToo: Bool = false) -> [String] {
        session.facts(of: template).map(\.fact).filter { $0.isCertain || openToo }.map { session.finding($0).key }
            .filter { $0.first == order }.compactMap(\.last)
    }

    /// A number of the place; `nil` where rules conclude none, or one without bounds.
    func bounds(_ field: String) -> NumberBounds? { value(field).flatMap { NumberBounds($0) } }

    var problems: [ScreenedArea.Problem] {
        session.facts(of: ScreeningTemplate.problem).map(\.fact).compactMap { fact in
            guard let severity = session.value(of: "severity", in: fact).flatMap({ NumberBounds($0.set) }),
                let code = session.finding(fact).key.first
            else { return nil }
            return ScreenedArea.Problem(code: code, isFound: fact.isCertain, severity: severity)
        }
    }

    /// The domains that count for certain, in the order of their vocabulary.
    var domains: [String] {
        let members: Set<String> =
            switch value("domains") {
            case .exactly(.list(let values)): Set(values.map(\.text))
            case .list(let list): Set(list.members.filter(\.certain).compactMap { $0.value.exactValue?.text })
            case .exactly, .oneOf, .numbers, .context, .anything, nil: []
            }
        return codes(in: VocabularyName.domains).filter(members.contains)
    }

    /// The first of the possible bands, as the vocabulary orders them.
    var band: String {
        let possible = (value("band")?.finiteValues).map { Set($0.map(\.text)) }
        return codes(in: VocabularyName.screeningBands).first { possible?.contains($0) ?? true } ?? ""
    }

    private func value(_ field: String) -> ValueSet? { place.flatMap { session.value(of: field, in: $0) }?.set }

    private func codes(in vocabulary: String) -> [String] {
        (session.ruleBase.vocabulary(vocabulary)?.codes ?? []).map(\.code)
    }
}
