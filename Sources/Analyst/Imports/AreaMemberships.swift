package import RuleEngine

/// Which programmes the areas of new sheets belong to, as the vocabularies of the rules tell.
///
/// An area is one that a programme names when it has the same name and lies in the same municipality. Of other areas it is
/// known that they do not belong to a programme whose list was read in whole and that has no area in their municipality; of the
/// rest nothing is known.
package struct AreaMemberships: Sendable {
    /// What a sheet says of its programmes.
    package struct Listing: Sendable {
        package var known: [Entry] = []
        /// Programmes of which is known that the area does not belong to them.
        package var asked: [String] = []
    }

    /// One programme that the area belongs to.
    package struct Entry: Sendable {
        package let programme: String
        package let area: LocalizedText?
        package let from: String
        package let until: String?
        package let money: [Amount]
        package let reference: String
        package let finding: String
        package let note: LocalizedText?
    }

    package struct Amount: Sendable {
        package let amount: FEELNumber
        package let unit: String
        package let priceYear: FEELNumber?
        package let payer: String
    }

    private let programmes: [Vocabulary.Term]
    private let memberships: [Vocabulary.Term]
    private let areas: Vocabulary?
    private let payers: [String]

    /// - Parameter ruleBase: rules without these vocabularies know no programmes.
    package init(_ ruleBase: RuleBase) {
        programmes = ruleBase.vocabulary(VocabularyName.programmes)?.codes ?? []
        memberships = ruleBase.vocabulary(VocabularyName.memberships)?.codes ?? []
        areas = ruleBase.vocabulary(VocabularyName.programmeAreas)
        payers = ruleBase.vocabulary(VocabularyName.payers)?.codes.map(\.code) ?? []
    }

    /// - Parameter area: the name of the area's sheet.
    package func listing(of area: String, in municipality: String) -> Listing {
        var listing = Listing()
        let isNamed = areas?[area]?.string(Self.municipality) == municipality
        for programme in programmes {
            let all = memberships.filter { $0.string(Self.programme) == programme.code }
            if isNamed, let term = all.first(where: { $0.codes(Self.areas).contains(area) }) {
                if let entry = entry(term) { listing.known.append(entry) }
            } else if programme.value(Self.closed) == .boolean(true),
                isNamed || !all.contains(where: { lies($0, in: municipality) })
            {
                listing.asked.append(programme.code)
            }
        }
        return listing
    }

    private func lies(_ term: Vocabulary.Term, in municipality: String) -> Bool {
        term.codes(Self.areas).contains { areas?[$0]?.string(Self.municipality) == municipality }
    }

    private func entry(_ term: Vocabulary.Term) -> Entry? {
        guard let programme = term.string(Self.programme), let from = term.string("from"),
            let reference = term.string("ref"), let finding = term.string("finding")
        else { return nil }
        let money = payers.compactMap { payer -> Amount? in
            guard let amount = term.number("amount_\(payer)"), let unit = term.string("unit") else { return nil }
            return Amount(amount: amount, unit: unit, priceYear: term.number("price_year"), payer: payer)
        }
        return Entry(
            programme: programme, area: term.text("area_name"), from: from, until: term.string("until"), money: money,
            reference: reference, finding: finding, note: term.text("note"))
    }

    // Attributes of the vocabularies.
    private static let programme = "programme"
    private static let areas = "areas"
    private static let municipality = "municipality"
    private static let closed = "closed"
}

extension Vocabulary.Term {
    fileprivate func number(_ attribute: String) -> FEELNumber? {
        if case .number(let number)? = value(attribute) { number } else { nil }
    }
}
