/// The columns of Kerncijfers wijken en buurten that the importers use.
package enum KWBColumn: String, CaseIterable, Sendable {
    case residents, age0to15, age15to25, age25to45, age45to65, age65
    case households, singleHouseholds, householdsWithChildren, householdSize
    case landArea, addressDensity
    case welfare, disability, unemployment
    case cars, supermarket, dayCare, generalPractitioner, primarySchool
    case dwellings, dwellingValue, owned, housingAssociation, otherLandlords, uninhabited, apartments, builtBefore2000
    case lowEducation, middleEducation, highEducation, participation, selfEmployed
    case incomePerResident, lowestIncomes, highestIncomes, lowIncome, socialMinimum, medianWealth
    case youthCare, socialSupportClients, gas

    /// The names in the layout of the open data interface, without number, then in the layout of the R export.
    package var names: [String] {
        switch self {
        case .residents: ["AantalInwoners", "Bevolking.Aantal.inwoners..aantal."]
        case .age0to15: ["k_0Tot15Jaar", "Bevolking.Leeftijdsgroepen.0.tot.15.jaar..aantal."]
        case .age15to25: ["k_15Tot25Jaar", "Bevolking.Leeftijdsgroepen.15.tot.25.jaar..aantal."]
        case .age25to45: ["k_25Tot45Jaar", "Bevolking.Leeftijdsgroepen.25.tot.45.jaar..aantal."]
        case .age45to65: ["k_45Tot65Jaar", "Bevolking.Leeftijdsgroepen.45.tot.65.jaar..aantal."]
        case .age65: ["k_65JaarOfOuder", "Bevolking.Leeftijdsgroepen.65.jaar.of.ouder..aantal."]
        case .households: ["HuishoudensTotaal", "Bevolking.Particuliere.huishoudens.Huishoudens.totaal..aantal."]
        case .singleHouseholds:
            ["Eenpersoonshuishoudens", "Bevolking.Particuliere.huishoudens.Eenpersoonshuishoudens..aantal."]
        case .householdsWithChildren:
            ["HuishoudensMetKinderen", "Bevolking.Particuliere.huishoudens.Huishoudens.met.kinderen..aantal."]
        case .householdSize:
            [
                "GemiddeldeHuishoudensgrootte",
                "Bevolking.Particuliere.huishoudens.Gemiddelde.huishoudensgrootte..aantal.",
            ]
        case .landArea: ["OppervlakteLand", "Oppervlakte.Oppervlakte.land..ha."]
        case .addressDensity: ["Omgevingsadressendichtheid", "Stedelijkheid.Omgevingsadressendichtheid..per.km.."]
        case .welfare:
            [
                "PersonenPerSoortUitkeringBijstand",
                "Sociale.zekerheid.Personen.per.soort.uitkering..Bijstand..aantal.",
            ]
        case .disability:
            ["PersonenPerSoortUitkeringAO", "Sociale.zekerheid.Personen.per.soort.uitkering..AO..aantal."]
        case .unemployment:
            ["PersonenPerSoortUitkeringWW", "Sociale.zekerheid.Personen.per.soort.uitkering..WW..aantal."]
        case .cars: ["PersonenautoSTotaal", "Motorvoertuigen.Personenauto.s.Personenauto.s.totaal..aantal."]
        case .supermarket:
            ["AfstandTotGroteSupermarkt", "Nabijheid.voorzieningen.Afstand.tot.grote.supermarkt..km."]
        case .dayCare: ["AfstandTotKinderdagverblijf", "Nabijheid.voorzieningen.Afstand.tot.kinderdagverblijf..km."]
        case .generalPractitioner:
            ["AfstandTotHuisartsenpraktijk", "Nabijheid.voorzieningen.Afstand.tot.huisartsenpraktijk..km."]
        case .primarySchool:
            ["AfstandTotSchool", "Nabijheid.voorzieningen.Basisonderwijs.Afstand.tot.school..km."]
        case .dwellings: ["Woningvoorraad", "Wonen.Woningvoorraad..aantal."]
        case .dwellingValue:
            [
                "GemiddeldeWoningwaarde", "GemiddeldeWOZWaardeVanWoningen",
                "Wonen.Gemiddelde.WOZ.waarde.van.woningen..x.1.000.euro.",
            ]
        case .owned: ["Koopwoningen", "Wonen.Woningen.naar.eigendom.Koopwoningen...."]
        case .housingAssociation:
            [
                "InBezitWoningcorporatie",
                "Wonen.Woningen.naar.eigendom.Huurwoningen.In.bezit.woningcorporatie....",
            ]
        case .otherLandlords:
            [
                "InBezitOverigeVerhuurders",
                "Wonen.Woningen.naar.eigendom.Huurwoningen.In.bezit.overige.verhuurders....",
            ]
        case .uninhabited: ["PercentageOnbewoond", "Wonen.Woningen.naar.bewoning.Percentage.onbewoond...."]
        case .apartments: ["PercentageMeergezinswoning", "Wonen.Woningen.naar.type.Percentage.meergezinswoning...."]
        case .builtBefore2000: ["BouwjaarVoor2000", "Wonen.Woningen.naar.bouwjaar.Bouwjaar.voor.2000...."]
        case .lowEducation: ["OpleidingsniveauLaag", "Opleidingsniveau.Opleidingsniveau.laag..aantal."]
        case .middleEducation: ["OpleidingsniveauMiddelbaar", "Opleidingsniveau.Opleidingsniveau.middelbaar..aantal."]
        case .highEducation: ["OpleidingsniveauHoog", "Opleidingsniveau.Opleidingsniveau.hoog..aantal."]
        case .participation: ["NettoArbeidsparticipatie", "Arbeid.Nettoarbeidsparticipatie...."]
        case .selfEmployed:
            ["PercentageZelfstandigen", "Arbeid.Onderverdeling.werkenden.Percentage.zelfstandigen...."]
        case .incomePerResident:
            [
                "GemiddeldInkomenPerInwoner",
                "Inkomen.Inkomen.van.personen.Gemiddeld.inkomen.per.inwoner...x.1.000.euro.",
            ]
        case .lowestIncomes:
            [
                "k_40HuishoudensMetLaagsteInkomen",
                "Inkomen.Inkomen.van.huishoudens.40..huishoudens.met.laagste.inkomen....",
            ]
        case .highestIncomes:
            [
                "k_20HuishoudensMetHoogsteInkomen",
                "Inkomen.Inkomen.van.huishoudens.20..huishoudens.met.hoogste.inkomen....",
            ]
        case .lowIncome:
            [
                "HuishoudensMetEenLaagInkomen",
                "Inkomen.Inkomen.van.huishoudens.Huishoudens.met.een.laag.inkomen....",
            ]
        case .socialMinimum:
            [
                "HuishOnderOfRondSociaalMinimum",
                "Inkomen.Inkomen.van.huishoudens.Huish..onder.of.rond.sociaal.minimum....",
            ]
        case .medianWealth:
            [
                "MediaanVermogenVanParticuliereHuish",
                "Inkomen.Inkomen.van.huishoudens.Mediaan.vermogen.van.particuliere.huish...x.1.000.euro.",
            ]
        case .youthCare: ["PercentageJongerenMetJeugdzorg", "Zorg.Percentage.jongeren.met.jeugdzorg...."]
        case .socialSupportClients: ["WmoClienten", "Zorg.Wmo.cliënten..aantal."]
        case .gas:
            [
                "GemiddeldAardgasverbruikTotaal",
                "Energie.Gemiddeld.aardgasverbruik.Gemiddeld.aardgasverbruik.totaal..m..",
            ]
        }
    }
}
