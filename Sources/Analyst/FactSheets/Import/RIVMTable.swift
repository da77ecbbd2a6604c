import RuleEngine

/// The columns of "Gezondheid per wijk en buurt" that the importers use; percentages of adults.
///
/// Drinking and volunteering are left out on purpose: they stand in for origin and religion.
enum RIVMColumn: String, CaseIterable, Sendable {
    case goodHealth = "ErvarenGezondheidGoedZeerGoed"
    case obesity = "ErnstigOvergewicht"
    case smoking = "Roker"
    case exerciseGuideline = "VoldoetAanBeweegrichtlijn"
    case longTermIllness = "EenOfMeerLangdurigeAandoeningen"
    case limitedByHealth = "BeperktVanwegeGezondheid"
    case limitedInMoving = "BeperkingInBewegen"
    case anxietyDepression = "HoogRisicoOpAngstOfDepressie"
    case stress = "HeelVeelStressInAfgelopen4Weken"
    case controlOverLife = "MatigVeelRegieOverEigenLeven"
    case lonely = "Eenzaam"
    case veryLonely = "ErnstigZeerErnstigEenzaam"
    case informalCare = "Mantelzorger"
    case neighbourNoise = "ErnstigeGeluidhinderDoorBuren"
    case makingEndsMeet = "MoeiteMetRondkomen"
}

/// RIVM "Gezondheid per wijk en buurt" (50090NED) for one age group and one year. All figures are model estimates.
struct RIVMTable: Sendable {
    let figures: RegionFigures<RIVMColumn>

    init(_ text: TableText) throws(BadInput) {
        let table = try DelimitedTable(text, header: ["Codering", RIVMColumn.goodHealth.rawValue])
        guard let code = try table.column("Codering") else { preconditionFailure("the header has the code column") }
        figures = try RegionFigures(table, codes: [code]) { [$0.rawValue] }
    }
}
