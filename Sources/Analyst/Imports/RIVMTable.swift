import RuleEngine

/// The columns of "Gezondheid per wijk en buurt" that the importers use; percentages of adults.
///
/// Drinking and volunteering are left out on purpose: they stand in for origin and religion.
package enum RIVMColumn: String, CaseIterable, Sendable {
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
package struct RIVMTable: Sendable {
    package let figures: RegionFigures<RIVMColumn>

    /// - Throws: `rivm/other-table` for another age group or year than adults in 2020, and what tables throw.
    package init(_ text: TableText) throws(BadInput) {
        let table = try DelimitedTable(text, header: ["Codering", RIVMColumn.goodHealth.rawValue])
        guard let code = try table.column("Codering") else { preconditionFailure("the header has the code column") }
        for (name, expected) in [("Leeftijd", Self.adults), ("Perioden", Self.period)] {
            let column = try table.column(name)
            guard let row = table.rows.first(where: { table.cell($0, code) != nil }),
                let found = table.cell(row, column),
                found != expected
            else { continue }
            throw table.failure(
                "rivm/other-table", otherTable(name, found), row: row, column: column, hint: otherTableHint)
        }
        figures = try RegionFigures(table, codes: [code]) { [$0.rawValue] }
    }

    /// The codes of residents of 18 and over, and of the year.
    private static let adults = "20300"
    private static let period = "2020JJ00"
}

// MARK: - Wordings

private func otherTable(_ column: String, _ found: String) -> LocalizedText {
    LocalizedText(
        nl: "deze tabel gaat over een andere leeftijd of een ander jaar: \(column) is \(found)",
        en: "this table is of another age or another year: \(column) is \(found)")
}

private let otherTableHint = LocalizedText(
    nl: "gebruik de tabel van 2020 over inwoners van 18 jaar en ouder",
    en: "use the table of 2020 on residents of 18 and over")
