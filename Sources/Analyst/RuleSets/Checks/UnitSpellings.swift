import RuleEngine

/// One unit that is written in two ways, such as `procent` beside `%`: rules that compare figures of both would be wrong, and
/// a reader meets both. The way in which most write it counts.
struct UnitSpellings {
    let ruleBase: RuleBase

    /// Where a unit is written.
    private struct Place {
        let unit: String
        let span: SourceSpan
        /// The text that is marked is the unit itself.
        let isUnit: Bool
    }

    /// One error for each place where a unit is written otherwise, in the order of the rule base.
    var diagnostics: [Diagnostic] {
        let places = places
        let uses = Dictionary(places.map { ($0.unit, 1) }, uniquingKeysWith: +)
        let units = uses.keys.sorted()
        var meant: [String: String] = [:]
        for unit in units {
            guard let own = uses[unit] else { continue }
            let others = units.filter { other in
                guard let count = uses[other], other != unit, (count, unit) > (own, other) else { return false }
                return Self.isSame(unit, other) || own == 1 && count >= Self.many && Self.isSlip(unit, other)
            }
            meant[unit] = others.max { (uses[$0] ?? 0, $1) < (uses[$1] ?? 0, $0) }
        }
        return places.compactMap { place in
            meant[place.unit].map {
                .otherSpelling(place.unit, $0, uses[$0] ?? 0, at: place.span, isUnit: place.isUnit)
            }
        }
    }

    /// So many places say that a unit is written as it should be.
    private static let many = 3

    private var places: [Place] {
        let ofCodes = ruleBase.vocabularies.filter {
            $0.attributes.contains { $0.name == "unit" && $0.kind == .string }
        }
        .flatMap(\.codes).compactMap { code -> Place? in
            guard let unit = code.string("unit"), let span = code.places["unit"] else { return nil }
            return Place(unit: unit, span: span, isUnit: true)
        }
        let ofParameters = ruleBase.parameters.compactMap { parameter in
            parameter.unit.map { Place(unit: $0, span: parameter.span, isUnit: false) }
        }
        return ofCodes + ofParameters
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        func plain(_ unit: String) -> String { TableUnit.canonical(unit) ?? unit.lowercased() }
        return plain(one) == plain(other)
    }

    /// Short names of units differ by a letter and are not the same: `m2`, `km`.
    private static func isSlip(_ one: String, _ other: String) -> Bool {
        TableUnit.canonical(one) == nil && min(one.count, other.count) > 4 && Suggestion.isSlip(one, other)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func otherSpelling(
        _ unit: String, _ meant: String, _ uses: Int, at span: SourceSpan, isUnit: Bool
    ) -> Diagnostic {
        let isWord = meant.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " }
        return Diagnostic(
            code: "rule/unit-spelling",
            message: LocalizedText(
                nl: "de eenheid ‘\(unit)’ heet elders ‘\(meant)’ (\(uses) keer)",
                en: "the unit ‘\(unit)’ is called ‘\(meant)’ elsewhere (\(uses) times)"),
            at: span,
            hint: LocalizedText(nl: "schrijf ‘\(meant)’", en: "write ‘\(meant)’"),
            fixes: isUnit ? [.replacing(span, with: isWord ? meant : "\"\(meant)\"")] : [])
    }
}
