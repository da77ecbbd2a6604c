package import RuleEngine

/// The words for states of findings and conditions, and for what limits an analysis: in reports, explanations, runs and
/// cases alike.
package enum StateWords {
    /// Of a finding.
    package static func text(_ state: FindingState) -> LocalizedText {
        switch state {
        case .found: LocalizedText(nl: "gevonden", en: "found")
        case .open: LocalizedText(nl: "open", en: "open")
        case .refuted: LocalizedText(nl: "niet aan de orde", en: "not at issue")
        }
    }

    /// How a condition was met.
    package static func text(_ state: ConditionState) -> LocalizedText {
        switch state {
        case .holds: LocalizedText(nl: "klopt", en: "holds")
        case .open: LocalizedText(nl: "nog niet bekend", en: "not yet known")
        case .fails: LocalizedText(nl: "klopt niet", en: "fails")
        case .notReached: LocalizedText(nl: "niet bekeken", en: "not looked at")
        }
    }

    package static let cutShort = LocalizedText(
        nl:
            "Niet alle regels zijn toegepast: een grens aan het rekenwerk is bereikt. Wat niet gevonden is, kan dus toch gelden.",
        en: "Not all rules were applied: a limit of the computation was met. What was not found may hold all the same.")

    /// Why no rule can conclude a finding on the day of the analysis, and when one can.
    package static func notInForce(_ validity: Validity) -> LocalizedText {
        LocalizedText { language in
            let period = validity.period(in: language)
            return language.word(
                "Niet van kracht op de datum van de analyse; wel \(period).",
                "Not in force on the date of the analysis, but \(period).")
        }
    }
}
