import RuleEngine

@testable import Analyst

/// A country of one municipality and one wijk with a few buurten, as tables of key figures and of health.
///
/// Each buurt has a thousand residents of whom 640 are between 15 and 65, and the figures of the country unless it says
/// otherwise; `nil` is a figure that the publisher withholds.
struct SmallCountry {
    struct Buurt {
        var name: String
        var residents: Int? = 1000
        var young: Int? = 120
        var old: Int? = 190
        var households: Int? = 450
        var singles: Int? = 170
        var householdSize: String? = "2.2"
        /// Persons on benefit.
        var welfare: Int? = 30
        var disability: Int? = 45
        var unemployment: Int? = 15
        /// Percentages of adults.
        var health: String? = "78.4"
        var anxiety: String? = "6.7"
        var loneliness: String? = "11.2"
        var noise: String? = "7.0"
        var poverty: String? = "13.9"
    }

    var buurten: [Buurt]
    var hasHealth = true

    static let keyFigureNames = [
        "ID", "WijkenEnBuurten", "Gemeentenaam_1", "Codering_3", "AantalInwoners_5", "k_0Tot15Jaar_8",
        "k_15Tot25Jaar_9",
        "k_25Tot45Jaar_10", "k_45Tot65Jaar_11", "k_65JaarOfOuder_12", "HuishoudensTotaal_28",
        "Eenpersoonshuishoudens_29",
        "GemiddeldeHuishoudensgrootte_32", "PersonenPerSoortUitkeringBijstand_83", "PersonenPerSoortUitkeringAO_84",
        "PersonenPerSoortUitkeringWW_85",
    ]
    static let healthNames = [
        "ID", "Leeftijd", "Marges", "Perioden", "Codering_3", "ErvarenGezondheidGoedZeerGoed_4",
        "HoogRisicoOpAngstOfDepressie_25",
        "ErnstigZeerErnstigEenzaam_29", "ErnstigeGeluidhinderDoorBuren_37", "MoeiteMetRondkomen_38",
    ]

    private var rows: [(code: String, buurt: Buurt)] {
        let larger = ["NL00", "GM0001", "WK000101"].map {
            (code: $0, buurt: Buurt(name: $0 == "GM0001" ? "Voorbeeld" : $0))
        }
        return larger + buurten.enumerated().map { (code: "BU000101" + ($0 < 10 ? "0\($0)" : "\($0)"), buurt: $1) }
    }

    var keyFigures: TableText {
        let lines = rows.map { code, buurt in
            func cell(_ value: Int?) -> String { value.map { String($0) } ?? "." }
            return ["0", buurt.name, "Voorbeeld", code, cell(buurt.residents), "170", cell(buurt.young)].joined(
                separator: ";")
                + ";"
                + [
                    "260", "260", cell(buurt.old), cell(buurt.households), cell(buurt.singles),
                    buurt.householdSize ?? ".",
                    cell(buurt.welfare), cell(buurt.disability), cell(buurt.unemployment),
                ].joined(separator: ";")
        }
        return tableText(
            ([Self.keyFigureNames.joined(separator: ";")] + lines).joined(separator: "\n") + "\n", name: "kwb-2020.csv")
    }

    var healthFigures: TableText {
        let lines = rows.map { code, buurt in
            let figures = [buurt.health, buurt.anxiety, buurt.loneliness, buurt.noise, buurt.poverty]
            return (["0", "20300", "MW00000", "2020JJ00", code == "NL00" ? "NL01" : code] + figures.map { $0 ?? "." })
                .joined(
                    separator: ";")
        }
        return tableText(
            ([Self.healthNames.joined(separator: ";")] + lines).joined(separator: "\n") + "\n", name: "rivm.csv")
    }

    /// The tables of texts, as a screening reads them.
    static func collection(_ texts: [TableText]) throws -> TableCollection {
        let recipes = try recipes()
        return try ScreeningTables.collection(
            texts.flatMap { try recipes.tables(in: TableDocument(name: $0.name, bytes: $0.bytes)) })
    }

    func screening(on date: String = "2026-11-01", level: RegionCode.Level = .buurt) throws -> Screening {
        let tables = try Self.collection(hasHealth ? [keyFigures, healthFigures] : [keyFigures])
        return try Screening(try Project.rules.get(), tables, level: level, date: FEELDate(date) ?? .epoch)
    }
}

extension FEELDate {
    fileprivate static var epoch: FEELDate {
        guard let day = FEELDate(daysSinceEpoch: 0) else { preconditionFailure("the first day is a date") }
        return day
    }
}
