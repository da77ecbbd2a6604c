package import RuleEngine

/// Words on the limits of an analysis, for reports and for whoever asks why.
package enum AnalysisWords {
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
