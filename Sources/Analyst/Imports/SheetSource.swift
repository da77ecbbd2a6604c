package import RuleEngine

/// A published table as a sheet names it.
package struct SheetSource: Hashable, Sendable {
    /// Name inside the sheet.
    package let ref: String
    package let title: String
    package let publisher: String
    /// Number of the table with the publisher.
    package let table: String?
    package let licence: String
    /// Year of the boundaries of its regions; `nil` for postcodes.
    package let regions: Int?
    /// Year of the figures.
    package let year: Int
    package let publication: Publication
    /// What a reader should know about the figures.
    package let note: LocalizedText?

    /// When the figures came out.
    package enum Publication: Hashable, Sendable {
        /// The date of the edition, ISO 8601.
        case on(String)
        /// Not known; at the latest on this date, by our own estimate.
        case by(String)
    }
}

extension SheetSource {
    package static let kwb2020 = SheetSource(
        ref: "kwb-2020", title: "Kerncijfers wijken en buurten 2020", publisher: "CBS", table: "84799NED",
        licence: "CC BY 4.0, bron: CBS", regions: 2020, year: 2020, publication: .on("2021-03-26"), note: shares)

    package static let kwb2019 = SheetSource(
        ref: "kwb-2019", title: "Kerncijfers wijken en buurten 2019", publisher: "CBS", table: "84583NED",
        licence: "CC BY 4.0, bron: CBS", regions: 2019, year: 2019, publication: .by("2021-12-31"), note: amsterdamOnly)

    package static let rivm2020 = SheetSource(
        ref: "rivm-2020", title: "Gezondheid per wijk en buurt 2020, 18 jaar en ouder", publisher: "RIVM",
        table: "50090NED",
        licence: "CC BY 4.0, bron: Gezondheidsmonitor Volwassenen en Ouderen, GGD'en, CBS en RIVM",
        regions: 2020, year: 2020, publication: .by("2021-12-31"), note: adults)

    package static let woz2023 = SheetSource(
        ref: "woz-2023", title: "Kerncijfers wijken en buurten 2023, gemiddelde WOZ-waarde", publisher: "CBS",
        table: "85618NED", licence: "CC BY 4.0, bron: CBS", regions: 2023, year: 2023,
        publication: .by("2024-12-31"), note: laterBoundaries)

    package static let income2020 = SheetSource(
        ref: "income-2020", title: "Inkomen per gemeente en wijk, 2020 (maatwerk)", publisher: "CBS", table: nil,
        licence: "CC BY 4.0, bron: CBS", regions: 2023, year: 2020, publication: .by("2023-12-31"),
        note: laterBoundaries)

    package static let leefbaarometer = SheetSource(
        ref: "leefbaarometer-2", title: "Leefbaarometer 2.0, dimensies per postcode 2012-2018", publisher: "BZK",
        table: nil, licence: "open data, bron: Leefbaarometer (BZK)", regions: nil, year: 2018,
        publication: .by("2019-12-31"), note: postcodes)

    package static let leefbaarometerClasses = SheetSource(
        ref: "leefbaarometer-2-klassen", title: "Leefbaarometer 2.0, klassen per wijk 2016", publisher: "BZK",
        table: nil, licence: "open data, bron: Leefbaarometer (BZK)", regions: 2016, year: 2016,
        publication: .by("2017-12-31"), note: classes)
}

// MARK: - Wordings

extension SheetSource.Publication {
    /// Said beside an estimated date.
    package static let estimateNote = LocalizedText(
        nl: "De datum van publicatie is niet bekend; dit is onze schatting van de laatste dag.",
        en: "The date of publication is not known; this is our estimate of the latest day.")
}

private let shares = LocalizedText(
    nl: "Bijstand, arbeidsongeschiktheid en WW zijn aantallen, gedeeld door inwoners van 15 tot 65 jaar. "
        + "Dat is een benadering.",
    en: "Welfare, disability and unemployment benefits are counts, divided by residents aged 15 to 65. "
        + "That is an approximation.")

private let amsterdamOnly = LocalizedText(
    nl: "Alleen Amsterdam is beschikbaar; de vergelijking is met de andere wijken van Amsterdam.",
    en: "Only Amsterdam is available; the comparison is with the other wijken of Amsterdam.")

private let adults = LocalizedText(
    nl: "Schattingen met een model, geen tellingen. Delen zijn gewogen met inwoners van 15 jaar en ouder.",
    en: "Model estimates, not counts. Parts are weighted by residents aged 15 and over.")

private let laterBoundaries = LocalizedText(
    nl: "Grenzen van 2023; alleen gebieden met dezelfde code en naam als in 2020 tellen mee.",
    en: "Boundaries of 2023; only regions with the code and name of 2020 count.")

private let postcodes = LocalizedText(
    nl: "Schattingen met een model. Elke buurt krijgt het cijfer van haar meest voorkomende postcode, "
        + "gewogen met inwoners.",
    en: "Model estimates. Each buurt takes the figure of its most common postcode, weighted by residents.")

private let classes = LocalizedText(
    nl: "Schattingen met een model, grenzen van 2016; alleen wijken met dezelfde code en naam als in 2020 tellen mee.",
    en: "Model estimates, boundaries of 2016; only wijken with the code and name of 2020 count.")
