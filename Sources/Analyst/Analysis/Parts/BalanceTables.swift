import RuleEngine

/// The tables of costs and benefits, without their rows.
enum BalanceTables {
    typealias Cell = AnalysisDocument.Table.Cell

    private static func table(
        _ caption: LocalizedText, _ columns: [(LocalizedText, Bool)], _ rows: [[Cell]],
        _ note: LocalizedText?,
        _ language: Language
    ) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: caption[language],
            columns: columns.map { AnalysisDocument.Table.Column($0.0, language, isNumeric: $0.1) },
            rows: rows,
            note: note?[language])
    }

    static func balance(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        table(
            LocalizedText(
                nl: "Kosten en baten naast doorgaan zoals nu, in euro",
                en: "Costs and benefits beside going on as now, in euros"),
            [
                (LocalizedText(nl: "Keuze", en: "Choice"), false),
                (LocalizedText(nl: "Gewogen", en: "Weighed"), false),
                (LocalizedText(nl: "Kosten", en: "Costs"), true),
                (LocalizedText(nl: "Baten", en: "Benefits"), true),
                (LocalizedText(nl: "Saldo, voorzichtig", en: "Balance, cautious"), true),
                (LocalizedText(nl: "Saldo, midden", en: "Balance, likely"), true),
                (LocalizedText(nl: "Saldo, gunstig", en: "Balance, favourable"), true),
                (
                    LocalizedText(nl: "Kans dat baten groter zijn", en: "Chance that benefits are larger"),
                    true
                ),
                (
                    LocalizedText(
                        nl: "Daarnaast: kosten zonder baten in geld",
                        en: "Beside it: costs without priced benefits"),
                    true
                ),
            ], rows,
            LocalizedText(
                nl:
                    "Gewogen: van zoveel interventies zijn kosten en baten in geld bekend, en ook hoeveel er worden bereikt. Alleen zij staan in kosten, baten en saldo. Bedragen zijn afgerond op honderd euro. Een minteken is een verlies.",
                en:
                    "Weighed: of so many interventions costs and benefits are known in money, and how many are reached. Only these stand in costs, benefits and balance. Amounts are rounded to a hundred euros. A minus sign is a loss."
            ), language)
    }

    static func interventions(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        table(
            LocalizedText(
                nl: "Elke interventie van het pakket, per eenheid, in euro",
                en: "Each intervention of the package, for one unit, in euros"),
            [
                (LocalizedText(nl: "Interventie", en: "Intervention"), false),
                (LocalizedText(nl: "Per", en: "Per"), false),
                (LocalizedText(nl: "Bereik hier", en: "Reached here"), false),
                (LocalizedText(nl: "Kosten", en: "Costs"), true),
                (LocalizedText(nl: "Baten", en: "Benefits"), true),
                (LocalizedText(nl: "Om uit te komen", en: "To break even"), false),
            ], rows,
            LocalizedText(
                nl:
                    "Eerst het middelste bedrag, tussen haakjes laag en hoog. Is het bereik een aanname, zet uw aantal dan in het feitenblad (means, reach).",
                en:
                    "First the likely amount, between brackets low and high. Where the reach is assumed, put your number in the fact sheet (means, reach)."
            ), language)
    }

    static func parties(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        table(
            LocalizedText(
                nl: "Wie betaalt en wie wint, midden, in euro van nu",
                en: "Who pays and who gains, likely values, worth now, in euros"),
            [
                (LocalizedText(nl: "Partij", en: "Party"), false),
                (LocalizedText(nl: "Eerste jaar", en: "First year"), true),
                (LocalizedText(nl: "Jaar 2 tot en met 4", en: "Years 2 to 4"), true),
                (LocalizedText(nl: "Jaar 5 en later", en: "Year 5 and later"), true),
                (LocalizedText(nl: "Samen", en: "Together"), true),
                (
                    LocalizedText(
                        nl: "Daarnaast: kosten zonder baten in geld",
                        en: "Beside it: costs without priced benefits"),
                    true
                ),
            ], rows,
            LocalizedText(
                nl:
                    "Wat de een aan de ander betaalt, valt in het totaal weg en staat wel bij de partijen. De laatste regel is het saldo, midden, van het pakket.",
                en:
                    "What one pays to the other cancels in the total and stands with the parties. The last row is the likely balance of the package."
            ), language)
    }

    static func swings(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        table(
            LocalizedText(
                nl: "Welke onzekerheid het saldo het meest verandert, in euro",
                en: "Which uncertainty changes the balance most, in euros"),
            [
                (LocalizedText(nl: "Onzeker is", en: "Uncertain is"), false),
                (
                    LocalizedText(
                        nl: "Saldo bij de eerste of lage waarde", en: "Balance at the first or low value"),
                    true
                ),
                (
                    LocalizedText(
                        nl: "Saldo bij de tweede of hoge waarde", en: "Balance at the second or high value"),
                    true
                ),
                (LocalizedText(nl: "Verschil", en: "Difference"), true),
            ], rows,
            LocalizedText(
                nl: "Steeds verandert één ding; al het andere blijft op de middelste waarde.",
                en: "One thing changes at a time; all else stays at its likely value."), language)
    }

    static func state(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        table(
            LocalizedText(
                nl: "Geld van Rijk en regio waar dit gebied bij hoort",
                en: "Money of State and region that this area belongs to"),
            [
                (LocalizedText(nl: "Programma", en: "Programme"), false),
                (LocalizedText(nl: "Geld", en: "Money"), false),
                (LocalizedText(nl: "Let op", en: "Mind"), false),
            ], rows,
            LocalizedText(
                nl:
                    "Dit geld is geen baat: het zegt alleen wie betaalt. Waar geen bijdrage van de regio staat, is die niet bekend.",
                en:
                    "This money is no benefit: it only says who pays. Where no share of the region stands, it is not known."
            ),
            language)
    }
}
