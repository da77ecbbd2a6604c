import RuleEngine

/// The fixed words of the reports.
enum ReportWords {
    static let municipality = LocalizedText(nl: "Gemeente", en: "Municipality")
    static let date = LocalizedText(nl: "Datum van de analyse", en: "Date of the analysis")
    static let provisional = LocalizedText(
        nl: "Voorlopig, alleen op basis van cijfers: nog niet gehoord zijn bewoners, ondernemers en professionals.",
        en: "Provisional, from figures only: residents, entrepreneurs and professionals have not been heard yet.")
    static let brief = LocalizedText(
        nl:
            "Dit is de korte vorm. Met --details staat ook alles erin wat hier alleen is genoemd; analyst why legt één bevinding uit.",
        en:
            "This is the short form. With --details all that is only named here is told; analyst why explains one finding."
    )
    static let notice = LocalizedText(nl: "Let op:", en: "Please note:")
    static let parts = LocalizedText(nl: "Onderdelen", en: "Parts")
    static let areas = LocalizedText(nl: "Gebieden", en: "Areas")
    static let skip = LocalizedText(nl: "Ga naar de inhoud", en: "Go to the content")

    static let why = LocalizedText(nl: "Waarom?", en: "Why?")
    static let rule = LocalizedText(nl: "Regel", en: "Rule")
    static let strength = LocalizedText(nl: "Onderbouwing", en: "Evidence")
    static let conditions = LocalizedText(nl: "Voorwaarden", en: "Conditions")
    static let figures = LocalizedText(nl: "Cijfers", en: "Figures")
    static let sources = LocalizedText(nl: "Bronnen", en: "Sources")
    static let judgements = LocalizedText(nl: "Berust op oordeel", en: "Rests on judgement")
    static let buildsOn = LocalizedText(nl: "Bouwt voort op", en: "Builds on")
    static let waitsFor = LocalizedText(nl: "Wacht op", en: "Waits for")
    static let overruled = LocalizedText(nl: "Besluit van een mens", en: "Decided by a person")
    static let ruleIsOpen = LocalizedText(
        nl: "Nog niet zeker: niet alle voorwaarden zijn bekend.", en: "Not certain yet: not all conditions are known.")

    static let indicator = LocalizedText(nl: "Indicator", en: "Indicator")
    static let area = LocalizedText(nl: "Gebied", en: "Area")
    static let benchmark = LocalizedText(nl: "Vergelijking", en: "Benchmark")
    static let ratio = LocalizedText(nl: "Verhouding", en: "Ratio")
    static let better = LocalizedText(nl: "Gunstig", en: "Better")
    static let axis = LocalizedText(
        nl: "Gebied gedeeld door vergelijking (1 = gelijk)", en: "Area divided by benchmark (1 = equal)")

    /// A finding's state, as a tag.
    static func state(_ state: FindingState) -> LocalizedText {
        switch state {
        case .found: LocalizedText(nl: "gevonden", en: "found")
        case .open: LocalizedText(nl: "open", en: "open")
        case .refuted: LocalizedText(nl: "geldt niet", en: "does not hold")
        }
    }

    /// How a condition was met, as a mark before it.
    static func verdict(_ verdict: Explanation.Condition.Verdict) -> LocalizedText {
        switch verdict {
        case .holds: LocalizedText(nl: "geldt", en: "holds")
        case .open: LocalizedText(nl: "nog niet bekend", en: "not known yet")
        case .fails: LocalizedText(nl: "geldt niet", en: "does not hold")
        case .notReached: LocalizedText(nl: "niet bekeken", en: "not looked at")
        }
    }

    /// Which values of an indicator are good.
    static func direction(_ direction: Analysis.DotPlot.Direction) -> LocalizedText {
        switch direction {
        case .lower: LocalizedText(nl: "lager is gunstig", en: "lower is better")
        case .higher: LocalizedText(nl: "hoger is gunstig", en: "higher is better")
        case .neutral: LocalizedText(nl: "geen oordeel", en: "no judgement")
        }
    }

    /// The caption of the table below a chart.
    static func figuresOf(_ title: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "De cijfers: \(title.nl)", en: "The figures: \(title.en)")
    }

    /// The title of a page with several analyses.
    static func analyses(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "Analyse van \(count) gebieden", en: "Analysis of \(count) areas")
    }
}
