import RuleEngine

extension SheetIndicator {
    /// Every indicator that has an open table, in the order of the sheets.
    package static let all = population + security + amenities + prosperity + health + liveability + housing + society

    private static let population = [
        SheetIndicator(
            "inwoners", "aantal", scale: 0, isRanked: false, [FigureRecipe(.kwb2020, .sum(.kwb(.residents)))]),
        SheetIndicator(
            "huishoudens", "aantal", scale: 0, isRanked: false, [FigureRecipe(.kwb2020, .sum(.kwb(.households)))]),
        share("eenpersoonshuishoudens", of: [.singleHouseholds], to: [.households]),
        share("huishoudens_met_kinderen", of: [.householdsWithChildren], to: [.households]),
        mean("huishoudensgrootte", "personen", .householdSize, weight: [.households]),
        SheetIndicator(
            "bevolkingsdichtheid", "inwoners per km2", scale: 0,
            [FigureRecipe(.kwb2020, .ratio([.kwb(.residents)], to: [.kwb(.landArea)], times: 100))]),
        SheetIndicator(
            "omgevingsadressendichtheid", "adressen per km2", scale: 0,
            [
                FigureRecipe(
                    .kwb2020, .mean(.kwb(.addressDensity), weight: [.kwb(.households)]), approximation: .whenCombined)
            ]),
        share("jongeren_0_15", of: [.age0to15], to: [.residents]),
        share("jongvolwassenen_15_25", of: [.age15to25], to: [.residents]),
        share("ouderen_65", of: [.age65], to: [.residents]),
    ]

    /// Benefits are related to residents aged 15 to 65, the nearest the age groups of the table come.
    private static let security = [
        share("bijstand", of: [.welfare], to: workingAge, approximation: .always),
        share("arbeidsongeschikt", of: [.disability], to: workingAge, approximation: .always),
        share("ww", of: [.unemployment], to: workingAge, approximation: .always),
    ]

    private static let amenities = [
        SheetIndicator(
            "autos_per_huishouden", "aantal", scale: 2,
            [FigureRecipe(.kwb2020, .ratio([.kwb(.cars)], to: [.kwb(.households)], times: 1))]),
        mean("afstand_supermarkt", "km", .supermarket, weight: [.residents]),
        mean("afstand_kinderdagverblijf", "km", .dayCare, weight: [.residents]),
        mean("afstand_huisarts", "km", .generalPractitioner, weight: [.residents]),
        mean("afstand_basisschool", "km", .primarySchool, weight: [.residents]),
    ]

    private static let prosperity = [
        SheetIndicator(
            "woz_verhouding", "verhouding", scale: 2,
            [
                FigureRecipe(
                    .woz2023, .relativeMean(.woz, weight: [.kwb(.households)]), approximation: .whenCombined),
                FigureRecipe(
                    .kwb2019, .relativeMean(.kwb2019(.dwellingValue), weight: [.kwb2019(.dwellings)])),
            ]),
        income("inkomen_per_inwoner", "x 1000 euro", .perResident, .incomePerResident, weight: .residents),
        income("lage_inkomens", "%", .lowest, .lowestIncomes, weight: .households),
        income("hoge_inkomens", "%", .highest, .highestIncomes, weight: .households),
        mean("sociaal_minimum", "%", .socialMinimum, weight: [.households]),
        mean("huishoudens_laag_inkomen", "%", .lowIncome, weight: [.households]),
        SheetIndicator(
            "vermogen_mediaan", "x 1000 euro", scale: 1,
            [
                FigureRecipe(.kwb2020, .single(.kwb(.medianWealth))),
                FigureRecipe(.kwb2019, .single(.kwb2019(.medianWealth))),
            ]),
    ]

    private static let health = [
        health("ervaren_gezondheid", .goodHealth),
        health("ernstig_overgewicht", .obesity),
        health("roken", .smoking),
        health("beweegrichtlijn", .exerciseGuideline),
        health("langdurige_aandoening", .longTermIllness),
        health("beperkt_door_gezondheid", .limitedByHealth),
        health("bewegingsbeperking", .limitedInMoving),
        health("angst_depressie", .anxietyDepression),
        health("stress", .stress),
        health("regie_over_leven", .controlOverLife),
        health("eenzaam", .lonely),
        health("ernstig_eenzaam", .veryLonely),
        health("mantelzorg", .informalCare),
        health("geluidhinder_buren", .neighbourNoise),
        health("moeite_met_rondkomen", .makingEndsMeet),
    ]

    private static let liveability = [
        leefbaarometer("lbm_veiligheid", .safety),
        leefbaarometer("lbm_woningen", .housing),
        leefbaarometer("lbm_voorzieningen", .amenities),
        leefbaarometer("lbm_fysiek", .environment),
        SheetIndicator(
            "lbm_klasse_2016_zwak", "%", scale: 1, isRanked: false,
            [
                FigureRecipe(
                    .leefbaarometerClasses, kind: .model, .mean(.weakClass, weight: [.kwb(.residents)]),
                    approximation: .always, level: .wijk, factor: 100)
            ]),
    ]

    private static let housing = [
        mean("koopwoningen", "%", .owned, weight: [.dwellings]),
        mean("corporatiewoningen", "%", .housingAssociation, weight: [.dwellings]),
        mean("particuliere_huur", "%", .otherLandlords, weight: [.dwellings]),
        mean("leegstand", "%", .uninhabited, weight: [.dwellings]),
        mean("meergezinswoningen", "%", .apartments, weight: [.dwellings]),
        mean("bouwjaar_voor_2000", "%", .builtBefore2000, weight: [.dwellings]),
        mean("gasverbruik", "m3", .gas, weight: [.dwellings], scale: 0),
    ]

    private static let society = [
        share("laag_opgeleid", of: [.lowEducation], to: educated),
        share("hoog_opgeleid", of: [.highEducation], to: educated),
        mean("arbeidsparticipatie", "%", .participation, weight: workingAge),
        mean("zelfstandigen", "%", .selfEmployed, weight: workingAge),
        mean("jeugdzorg", "%", .youthCare, weight: [.age0to15, .age15to25]),
        SheetIndicator(
            "wmo_clienten", "per 1000 inwoners", scale: 1,
            [
                FigureRecipe(
                    .kwb2020, .ratio([.kwb(.socialSupportClients)], to: [.kwb(.residents)], times: 1000)),
                FigureRecipe(
                    .kwb2019, .ratio([.kwb2019(.socialSupportClients)], to: [.kwb2019(.residents)], times: 1000)),
            ]),
    ]

    private static let workingAge: [KWBColumn] = [.age15to25, .age25to45, .age45to65]
    private static let educated: [KWBColumn] = [.lowEducation, .middleEducation, .highEducation]
    private static let adults: [Quantity] = [
        .kwb(.age15to25), .kwb(.age25to45), .kwb(.age45to65), .kwb(.age65),
    ]

    /// A percentage of counts, from the newest Kerncijfers that have them.
    private static func share(
        _ name: String, of parts: [KWBColumn], to whole: [KWBColumn],
        approximation: FigureRecipe.Approximation = .never
    ) -> SheetIndicator {
        SheetIndicator(
            name, "%", scale: 1,
            [
                FigureRecipe(
                    .kwb2020, .ratio(parts.map(Quantity.kwb), to: whole.map(Quantity.kwb), times: 100),
                    approximation: approximation),
                FigureRecipe(
                    .kwb2019, .ratio(parts.map(Quantity.kwb2019), to: whole.map(Quantity.kwb2019), times: 100),
                    approximation: approximation),
            ])
    }

    /// A published mean or percentage, weighted by a count, from the newest Kerncijfers that have it.
    private static func mean(
        _ name: String, _ unit: String, _ column: KWBColumn, weight: [KWBColumn], scale: Int = 1
    ) -> SheetIndicator {
        SheetIndicator(
            name, unit, scale: scale,
            [
                FigureRecipe(
                    .kwb2020, .mean(.kwb(column), weight: weight.map(Quantity.kwb)), approximation: .whenCombined),
                FigureRecipe(
                    .kwb2019, .mean(.kwb2019(column), weight: weight.map(Quantity.kwb2019)),
                    approximation: .whenCombined),
            ])
    }

    private static func income(
        _ name: String, _ unit: String, _ column: IncomeTable.Column, _ older: KWBColumn, weight: KWBColumn
    ) -> SheetIndicator {
        SheetIndicator(
            name, unit, scale: 1,
            [
                FigureRecipe(
                    .income2020, .mean(.income(column), weight: [.kwb(weight)]), approximation: .whenCombined),
                FigureRecipe(
                    .kwb2019, .mean(.kwb2019(older), weight: [.kwb2019(weight)]), approximation: .whenCombined),
            ])
    }

    private static func health(_ name: String, _ column: RIVMColumn) -> SheetIndicator {
        SheetIndicator(
            name, "%", scale: 1,
            [
                FigureRecipe(
                    .rivm2020, kind: .model, .mean(.rivm(column), weight: adults), approximation: .whenCombined)
            ])
    }

    private static func leefbaarometer(_ name: String, _ dimension: LeefbaarometerTable.Dimension) -> SheetIndicator {
        let series = LeefbaarometerTable.years.map { year in
            let method = FigureRecipe.Method.mean(.leefbaarometer(dimension, year: year), weight: [.kwb(.residents)])
            return (
                year: year,
                recipe: FigureRecipe(
                    .leefbaarometer, kind: .model, method, approximation: .always, level: .buurt)
            )
        }
        return SheetIndicator(
            name, "afwijking", scale: 3, series.last.map { [$0.recipe] } ?? [], series: series)
    }
}
