import RuleEngine

/// What the part on costs and benefits says.
enum BalanceWords {
    static let noPackage = LocalizedText(
        nl: "Er is geen pakket, en dus niets te wegen naast doorgaan zoals nu.",
        en: "There is no package, and so nothing to weigh beside going on as now.")

    static func scope(_ weighed: Int, _ onlyCosts: Int, of count: Int) -> LocalizedText {
        let others = count - weighed - onlyCosts
        return LocalizedText(
            nl:
                "Interventies in het pakket: \(count). Met kosten en baten in geld: \(weighed); met alleen kosten: \(onlyCosts); in geen totaal: \(others). Een saldo zegt dus alleen iets over een deel van het pakket.",
            en:
                "Interventions in the package: \(count). With costs and benefits in money: \(weighed); with costs only: \(onlyCosts); in no total: \(others). A balance therefore tells about a part of the package only."
        )
    }

    static func reckoning(_ rate: String, _ year: String, _ horizon: Int) -> LocalizedText {
        LocalizedText(
            nl:
                "Gerekend is met één ronde van elke interventie, over \(horizon) jaar, in prijzen van \(year), met een discontovoet van \(rate) per jaar. Het eerste jaar telt heel.",
            en:
                "Reckoned is one round of each intervention, over \(horizon) years, in prices of \(year), at a discount rate of \(rate) a year. The first year counts whole."
        )
    }

    static let thePackage = LocalizedText(nl: "Het pakket", en: "The package")
    static let asNow = LocalizedText(nl: "Doorgaan zoals nu", en: "Going on as now")

    static func weighed(_ count: Int, of all: Int) -> LocalizedText {
        LocalizedText(nl: "\(count) van \(all)", en: "\(count) of \(all)")
    }

    static func drawn(_ count: String, _ low: String, _ high: String, _ weighed: String)
        -> LocalizedText
    {
        LocalizedText(
            nl:
                "Uit \(count) trekkingen, waarin alles tegelijk varieert: in acht van de tien ligt het saldo van het pakket tussen \(low) en \(high) euro. Gewogen is: \(weighed). De kans gaat over de marges die hier staan, en niet over de vraag of een bron klopt.",
            en:
                "From \(count) draws in which everything varies at once: in eight of ten the balance of the package lies between \(low) and \(high) euros. Weighed: \(weighed). The chance is about the ranges that stand here, not about whether a source is right."
        )
    }

    static let noBalance = LocalizedText(
        nl:
            "Van het pakket is geen saldo te geven: van geen interventie zijn kosten, baten en bereik alle drie bekend. De tabel hierna zegt wat er per eenheid bekend is en wat een eenheid ten minste moet opleveren. Hoeveel u bereikt, zet u in het feitenblad (means, reach).",
        en:
            "No balance of the package can be given: of no intervention costs, benefits and reach are all three known. The next table says what is known for one unit and what a unit must bring at least. How many you reach, you put in the fact sheet (means, reach)."
    )

    static let lessThanOne = LocalizedText(nl: "minder dan 1 %", en: "less than 1 %")
    static let moreThanNinetyNine = LocalizedText(nl: "meer dan 99 %", en: "more than 99 %")

    static let perUnit = LocalizedText(
        nl: "Elke interventie apart", en: "Each intervention by itself")

    static func withoutAmount(_ interventions: String) -> LocalizedText {
        LocalizedText(
            nl: "Zonder bedrag, voor kosten en voor baten: \(interventions).",
            en: "Without an amount, of costs and of benefits: \(interventions).")
    }

    static let noUnit = LocalizedText(nl: "geen eenheid", en: "no unit")
    static let notPriced = LocalizedText(nl: "geen bedrag", en: "no amount")
    static func transfer(_ euros: String) -> LocalizedText {
        LocalizedText(nl: "overdracht van \(euros)", en: "transfer of \(euros)")
    }

    static let notKnown = LocalizedText(nl: "niet bekend", en: "not known")
    static let fromSheet = LocalizedText(nl: "feitenblad", en: "fact sheet")
    static let nothingPriced = LocalizedText(nl: "niet te zeggen", en: "cannot be told")

    static func between(_ low: String, _ high: String) -> LocalizedText {
        LocalizedText(nl: "\(low) tot \(high)", en: "\(low) to \(high)")
    }

    static func assumed(_ figure: String) -> LocalizedText {
        LocalizedText(
            nl: "aanname, deel van \(figure)",
            en: "assumed, share of \(figure)")
    }

    static func capped(_ figure: String) -> LocalizedText {
        LocalizedText(
            nl: "het feitenblad noemt meer dan er zijn (\(figure))",
            en: "the fact sheet says more than there are (\(figure))")
    }

    static func timesCentral(_ times: String) -> LocalizedText {
        LocalizedText(
            nl: "de baten moeten ten minste \(times) keer het middelste bedrag zijn",
            en: "the benefits must be at least \(times) times the likely amount")
    }

    static func share(_ percent: String, _ what: String) -> LocalizedText {
        LocalizedText(
            nl:
                "is dit de enige baat, dan moet het bij ten minste \(percent) % lukken: \(what.lowercasedFirst)",
            en:
                "where this is the only benefit, it must succeed in at least \(percent) %: \(what.lowercasedFirst)"
        )
    }

    static func moreThanAll(_ percent: String, _ what: String) -> LocalizedText {
        LocalizedText(
            nl:
                "ook als dit bij iedereen lukt, is het niet genoeg (\(percent) %): \(what.lowercasedFirst)",
            en:
                "even where this succeeds with all it is not enough (\(percent) %): \(what.lowercasedFirst)"
        )
    }

    static func worth(_ what: String, _ euros: String) -> LocalizedText {
        LocalizedText(
            nl:
                "is dit de enige baat, dan moet elke keer \(euros) euro waard zijn: \(what.lowercasedFirst)",
            en:
                "where this is the only benefit, each time must be worth \(euros) euros: \(what.lowercasedFirst)"
        )
    }

    static func gain(_ euros: String) -> LocalizedText {
        LocalizedText(
            nl: "elke eenheid moet ten minste \(euros) euro opleveren",
            en: "each unit must bring at least \(euros) euros")
    }

    static func mostCost(_ euros: String) -> LocalizedText {
        LocalizedText(
            nl: "mag per eenheid hoogstens \(euros) euro kosten",
            en: "may cost at most \(euros) euros for one unit")
    }

    static let whoPays = LocalizedText(nl: "Wie betaalt en wie wint", en: "Who pays and who gains")
    static let together = LocalizedText(nl: "Samen", en: "Together")
    static let whatMatters = LocalizedText(nl: "Wat het meest uitmaakt", en: "What matters most")

    static func reachOf(_ intervention: String) -> LocalizedText {
        LocalizedText(
            nl: "\(intervention): hoeveel er worden bereikt", en: "\(intervention): how many are reached")
    }

    static func amountOf(_ intervention: String, _ item: String) -> LocalizedText {
        LocalizedText(
            nl: "\(intervention): het bedrag van ‘\(item.lowercasedFirst)’",
            en: "\(intervention): the amount of ‘\(item.lowercasedFirst)’")
    }

    static func effectOf(_ intervention: String, _ item: String) -> LocalizedText {
        LocalizedText(
            nl: "\(intervention): hoe groot het effect is van ‘\(item.lowercasedFirst)’",
            en: "\(intervention): how large the effect is of ‘\(item.lowercasedFirst)’")
    }

    static func rates(_ former: String, _ now: String) -> LocalizedText {
        LocalizedText(
            nl: "De discontovoet: \(former) of \(now)", en: "The discount rate: \(former) or \(now)")
    }

    static let nothingRuns = LocalizedText(
        nl:
            "Van geen lopende inzet staat geld in het feitenblad. Wat er zonder het pakket gebeurt, heeft hier de waarde nul.",
        en:
            "Of no running effort is money told in the fact sheet. What happens without the package has the value zero here."
    )
    static let runsAnyway = LocalizedText(
        nl:
            "Dit loopt door, met en zonder het pakket. Het is geen verschil en telt daarom niet mee in het saldo.",
        en: "This goes on, with and without the package. It is no difference and so not in the balance."
    )
    static let noMoneyTold = LocalizedText(
        nl: "het geld is niet bekend", en: "the money is not known")

    static let stateMoney = LocalizedText(
        nl: "Bijdrage van Rijk en regio", en: "Contribution of State and region")
    static let noStateMoney = LocalizedText(
        nl: "Van geen programma waar dit gebied nu bij hoort, is een bedrag bekend.",
        en: "Of no programme that this area belongs to now an amount is known.")

    static let proMemorie = LocalizedText(nl: "Wat geen prijs heeft", en: "What has no price")

    static func unpriced(_ goods: String) -> LocalizedText {
        LocalizedText(
            nl:
                "Dit telt ook en staat in geen bedrag, omdat de bronnen er geen prijs voor geven: \(goods).",
            en:
                "This counts too and stands in no amount, because the sources give no price for it: \(goods)."
        )
    }

    static func unpricedLosses(_ bads: String) -> LocalizedText {
        LocalizedText(
            nl: "Daar staat tegenover, ook zonder bedrag: \(bads).",
            en: "Against it stands, without an amount too: \(bads).")
    }

    static func countedOnce(_ items: String) -> LocalizedText {
        LocalizedText(
            nl: "Niet meegeteld, omdat dezelfde baat al elders telt: \(items).",
            en: "Not counted, because the same benefit counts elsewhere already: \(items).")
    }

    static let readThis = LocalizedText(nl: "Lees dit erbij", en: "Read this with it")

    static let grounds = LocalizedText(
        nl: "De bedragen, met jaar van de prijzen, kwaliteit en bron",
        en: "The amounts, with year of prices, quality and source")

    static let euros = LocalizedText(nl: "euro", en: "euros")
    static let noPriceYear = LocalizedText(
        nl: "jaar van de prijzen niet bekend, niet omgerekend",
        en: "year of prices not known, not converted")

    static func pricesOf(_ year: Int) -> LocalizedText {
        LocalizedText(nl: "prijzen van \(year)", en: "prices of \(year)")
    }

    static func times(_ effect: String) -> LocalizedText {
        LocalizedText(nl: "keer \(effect)", en: "times \(effect)")
    }

    static func inYear(_ year: Int) -> LocalizedText {
        LocalizedText(nl: "in jaar \(year)", en: "in year \(year)")
    }

    static func inYears(_ first: Int, _ last: Int) -> LocalizedText {
        LocalizedText(nl: "in jaar \(first) tot en met \(last)", en: "in years \(first) to \(last)")
    }

    static func fades(_ percent: String) -> LocalizedText {
        LocalizedText(nl: "elk jaar \(percent) minder", en: "\(percent) less each year")
    }
}
