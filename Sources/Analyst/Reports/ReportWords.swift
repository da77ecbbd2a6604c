package import RuleEngine

/// The fixed words of the reports.
package enum ReportWords {
    package static let municipality = LocalizedText(nl: "Gemeente", en: "Municipality")
    package static let date = LocalizedText(nl: "Datum van de analyse", en: "Date of the analysis")
    package static let provisional = LocalizedText(
        nl: "Voorlopig, alleen op basis van cijfers: nog niet gehoord zijn bewoners, ondernemers en professionals.",
        en: "Provisional, from figures only: residents, entrepreneurs and professionals have not been heard yet.")
    package static let brief = LocalizedText(
        nl:
            "Dit is de hoofdtekst. Met --details staat ook erin waarop elke bevinding rust; analyst why legt één bevinding uit.",
        en:
            "This is the main text. With --details it also tells what each finding rests on; analyst why explains one finding."
    )

    /// The title of an annex.
    package static func annex(to part: String) -> LocalizedText {
        LocalizedText(nl: "Bijlage bij ‘\(part)’", en: "Annex to ‘\(part)’")
    }

    package static let toAnnex = LocalizedText(nl: "Onderbouwing in de bijlage", en: "What it rests on, in the annex")
    package static let toMainText = LocalizedText(nl: "Terug naar de hoofdtekst", en: "Back to the main text")

    /// So few parts need no list of contents on paper.
    package static let fewParts = 6
    package static let contents = LocalizedText(nl: "Inhoud", en: "Contents")
    /// The heading of the last page.
    package static let imprint = LocalizedText(nl: "Over dit rapport", en: "About this report")
    /// Who answers for the report.
    package static func author(_ name: String) -> LocalizedText {
        LocalizedText(nl: "Opgesteld door: \(name)", en: "Drawn up by: \(name)")
    }

    package static let peopleDecide = LocalizedText(
        nl: "Dit is een advies. Mensen beslissen, en kunnen met een reden van elke uitkomst afwijken.",
        en: "This is advice. People decide, and can depart from every outcome with a reason.")
    package static let tableName = LocalizedText(nl: "Tabel", en: "Table")
    package static let figureName = LocalizedText(nl: "Figuur", en: "Figure")
    /// "page 2 of 10": the words around the numbers.
    package static let page = LocalizedText(nl: "bladzijde", en: "page")
    package static let of = LocalizedText(nl: "van", en: "of")

    package static let notice = LocalizedText(nl: "Let op:", en: "Please note:")
    package static let parts = LocalizedText(nl: "Onderdelen", en: "Parts")
    package static let areas = LocalizedText(nl: "Gebieden", en: "Areas")
    package static let skip = LocalizedText(nl: "Ga naar de inhoud", en: "Go to the content")

    package static let why = LocalizedText(nl: "Waarom?", en: "Why?")
    package static let rule = LocalizedText(nl: "Regel", en: "Rule")
    package static let strength = LocalizedText(nl: "Onderbouwing", en: "Evidence")
    package static let conditions = LocalizedText(nl: "Voorwaarden", en: "Conditions")
    package static let figures = LocalizedText(nl: "Cijfers", en: "Figures")
    package static let sources = LocalizedText(nl: "Bronnen", en: "Sources")
    package static let judgements = LocalizedText(nl: "Berust op oordeel", en: "Rests on judgement")
    package static let buildsOn = LocalizedText(nl: "Bouwt voort op", en: "Builds on")
    package static let waitsFor = LocalizedText(nl: "Wacht op", en: "Waits for")
    package static let overruled = LocalizedText(nl: "Besluit van een mens", en: "Decided by a person")
    package static let ruleIsOpen = LocalizedText(
        nl: "Nog niet zeker: niet alle voorwaarden zijn bekend.", en: "Not certain yet: not all conditions are known.")

    package static let indicator = LocalizedText(nl: "Indicator", en: "Indicator")
    package static let area = LocalizedText(nl: "Gebied", en: "Area")
    package static let benchmark = LocalizedText(nl: "Vergelijking", en: "Benchmark")
    package static let ratio = LocalizedText(nl: "Verhouding", en: "Ratio")
    package static let better = LocalizedText(nl: "Gunstig", en: "Better")
    package static let axis = LocalizedText(
        nl: "Gebied gedeeld door vergelijking (1 = gelijk)", en: "Area divided by benchmark (1 = equal)")

    /// Which values of an indicator are good.
    package static func direction(_ direction: AnalysisDocument.DotPlot.Direction) -> LocalizedText {
        switch direction {
        case .lower: LocalizedText(nl: "lager is gunstig", en: "lower is better")
        case .higher: LocalizedText(nl: "hoger is gunstig", en: "higher is better")
        case .neutral: LocalizedText(nl: "geen oordeel", en: "no judgement")
        }
    }

    /// The caption of the table below a chart.
    package static let letter = LocalizedText(nl: "Letter", en: "Letter")
    package static let part = LocalizedText(nl: "Deel", en: "Part")
    package static let residents = LocalizedText(nl: "Inwoners", en: "Residents")
    package static let found = LocalizedText(nl: "Gevonden problemen", en: "Problems found")
    package static let stillOpen = LocalizedText(nl: "Nog open", en: "Still open")
    package static let noFigures = LocalizedText(nl: "geen cijfers", en: "no figures")
    package static let mapInWords = LocalizedText(
        nl: "Wat op de kaart staat, in een tabel. De kaart zelf staat in html, odt, docx en pdf.",
        en: "What is on the map, as a table. The map itself is in html, odt, docx and pdf.")

    /// "1 tot 3 problemen gevonden"
    package static func problemsFound(_ count: ClosedRange<Int>) -> LocalizedText {
        let (low, high) = (count.lowerBound, count.upperBound)
        guard low == high else {
            return LocalizedText(
                nl: "\(low) tot en met \(high) problemen gevonden", en: "\(low) to \(high) problems found")
        }
        return LocalizedText(
            nl: low == 1 ? "1 probleem gevonden" : "\(low) problemen gevonden",
            en: low == 1 ? "1 problem found" : "\(low) problems found")
    }

    package static func figuresOf(_ title: String) -> LocalizedText {
        LocalizedText(nl: "De cijfers: \(title)", en: "The figures: \(title)")
    }

    /// The title of a page with several analyses.
    package static func analyses(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "Analyse van \(count) gebieden", en: "Analysis of \(count) areas")
    }
}
