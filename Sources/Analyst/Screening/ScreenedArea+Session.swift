import RuleEngine

extension ScreenedArea {
    /// What a session says of an area for one order.
    ///
    /// - Parameters:
    ///   - record: the figures of the area that the session runs on.
    ///   - order: which order is told.
    init(_ record: AreaRecords.Record, _ session: Session, order: ScreeningOrder) {
        let found = ScreeningFindings(session: session, order: order)
        self.init(
            region: record.region, name: record.name, municipality: record.municipality, residents: record.residents,
            knownDomains: found.codes(of: ScreeningTemplate.known), domains: found.domains, problems: found.problems,
            severity: found.bounds("severity"), score: found.bounds("score"), band: found.band,
            flags: found.codes(of: ScreeningTemplate.flag),
            reasons: found.codes(of: ScreeningTemplate.reason, openToo: true), missing: record.missing)
    }
}

/// An order of areas, with the codes that it tells in the order of their vocabularies.
struct ScreeningOrder: Sendable {
    let code: String
    let domains: [String]
    let bands: [String]

    init(_ code: String, _ ruleBase: RuleBase) {
        self.code = code
        func codes(_ vocabulary: String) -> [String] { (ruleBase.vocabulary(vocabulary)?.codes ?? []).map(\.code) }
        domains = codes(VocabularyName.domains)
        bands = codes(VocabularyName.screeningBands)
    }
}

/// Reads the facts of a session that a screening tells.
private struct ScreeningFindings {
    let session: Session
    let order: ScreeningOrder
    /// The fact with the place of the area.
    private let place: Fact?

    init(session: Session, order: ScreeningOrder) {
        self.session = session
        self.order = order
        place = session.fact(FindingID(template: ScreeningTemplate.order, key: [order.code]))?.fact
    }

    /// The second keys of facts of the order.
    func codes(of template: String, openToo: Bool = false) -> [String] {
        session.facts(of: template).map(\.fact).filter { $0.isCertain || openToo }.map { session.finding($0).key }
            .filter { $0.first == order.code }.compactMap(\.last)
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
        return members.isEmpty ? [] : order.domains.filter(members.contains)
    }

    /// The first of the possible bands, as the vocabulary orders them.
    var band: String {
        let possible = (value("band")?.finiteValues).map { Set($0.map(\.text)) }
        return order.bands.first { possible?.contains($0) ?? true } ?? ""
    }

    private func value(_ field: String) -> ValueSet? { place.flatMap { session.value(of: field, in: $0) }?.set }
}
