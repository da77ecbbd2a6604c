import RuleEngine

@testable import Analyst

/// A made-up analysis with every kind of block, and with signs that are markup in HTML, Markdown and JSON.
enum SampleAnalysis {
    static func make(
        id: String = "sample", isProvisional: Bool = true, isCutShort: Bool = true
    ) throws(MissingValue) -> AnalysisDocument {
        AnalysisDocument(
            id: id, title: LocalizedText(nl: "Buurtanalyse Oost & West", en: "Analysis of Oost & West"),
            municipality: "Voorbeeldstad", date: try value(FEELDate("2020-03-31")), isProvisional: isProvisional,
            isCutShort: isCutShort,
            parts: [
                AnalysisDocument.Part(
                    id: "problems", number: 1, title: LocalizedText(nl: "Problemen", en: "Problems"),
                    intro: LocalizedText(nl: "Wat er speelt, volgens de regels.", en: "What the rules find."),
                    blocks: [
                        .notice(
                            LocalizedText(
                                nl: "De uitkomst is advies: mensen beslissen.",
                                en: "The outcome is advice: people decide.")
                        ),
                        .heading(LocalizedText(nl: "Inkomen", en: "Income")),
                        .findings([poverty, debts]),
                        .details(
                            summary: LocalizedText(nl: "Niet gevonden", en: "Not found"),
                            [.findings([crime, poverty])]),
                    ]),
                AnalysisDocument.Part(
                    id: "figures", number: 2, title: LocalizedText(nl: "Cijfers", en: "Figures"), intro: nil,
                    blocks: [.dotPlot(try plot()), .table(try table())]),
                AnalysisDocument.Part(
                    id: "sources", number: 3, title: LocalizedText(nl: "Bronnen", en: "Sources"), intro: nil,
                    blocks: [
                        .paragraph(LocalizedText(nl: "Cijfers: CBS, CC BY 4.0.", en: "Figures: CBS, CC BY 4.0.")),
                        .list([
                            LocalizedText(verbatim: "https://example.org/a_b*c"),
                            LocalizedText(nl: "1. <b>geen opmaak</b> | #", en: "1. <b>no markup</b> | #"),
                        ]),
                    ]),
            ])
    }

    struct MissingValue: Error {}

    private static func value<Value>(_ value: Value?) throws(MissingValue) -> Value {
        guard let value else { throw MissingValue() }
        return value
    }

    private static func number(_ text: String) throws(MissingValue) -> FEELNumber { try value(FEELNumber(text)) }
}

extension SampleAnalysis {
    private static let poverty = AnalysisDocument.Finding(
        id: FindingID(template: "problem", key: ["armoede"]), title: LocalizedText(nl: "Armoede", en: "Poverty"),
        state: .found,
        properties: [
            (LocalizedText(nl: "Ernst", en: "Severity"), LocalizedText(nl: "ernstig", en: "serious")),
            (LocalizedText(nl: "Zekerheid", en: "Certainty"), LocalizedText(nl: "waarschijnlijk", en: "likely")),
        ],
        because: [
            LocalizedText(
                nl: "34 % van de huishoudens leeft van een laag inkomen; in Nederland is dat 12 %.",
                en: "34 % of households live on a low income; in the Netherlands that is 12 %.")
        ],
        facts: [],
        grounds: [
            AnalysisDocument.Ground(
                rule: "income.low", ruleTitle: LocalizedText(nl: "Veel lage inkomens", en: "Many low incomes"),
                strength: LocalizedText(nl: "sterk", en: "strong"), isCertain: true,
                sources: [LocalizedText(nl: "Armoede in kaart, 2019, p. 12", en: "Armoede in kaart, 2019, p. 12")],
                conditions: [
                    condition(
                        .holds, "aandeel lage inkomens is 34 %, meer dan 20 %",
                        "share of low incomes is 34 %, more than 20 %")
                ],
                figures: [
                    LocalizedText(
                        nl: "Aandeel lage inkomens: 34 % (2018, CBS 84639NED)",
                        en: "Share of low incomes: 34 % (2018, CBS 84639NED)")
                ],
                judgements: [
                    LocalizedText(
                        nl: "Grens van 20 %: gekozen bij gebrek aan onderzoek",
                        en: "Limit of 20 %: chosen for want of research")
                ],
                findings: [])
        ],
        waitsFor: [], overruled: nil, notInForce: nil)

    private static let debts = AnalysisDocument.Finding(
        id: FindingID(template: "problem", key: ["schulden", "huur"]),
        title: LocalizedText(nl: "Schulden <hoog>", en: "Debts <high>"), state: .open, properties: [], because: [],
        facts: [
            (
                LocalizedText(nl: "Wettelijke basis", en: "Legal basis"),
                LocalizedText(nl: "Wet gemeentelijke schuldhulpverlening", en: "Municipal Debt Relief Act")
            )
        ],
        grounds: [
            AnalysisDocument.Ground(
                rule: "debts.from-poverty",
                ruleTitle: LocalizedText(nl: "Schulden volgen op armoede", en: "Debts follow poverty"),
                strength: LocalizedText(nl: "matig", en: "moderate"), isCertain: false, sources: [],
                conditions: [
                    condition(.holds, "er is armoede", "there is poverty"),
                    condition(.open, "bewoners noemen schulden", "residents mention debts"),
                    condition(.notReached, "de schulden < 3 jaar oud", "the debts are < 3 years old", isFaulty: true),
                ],
                figures: [], judgements: [],
                findings: [
                    FindingID(template: "problem", key: ["armoede"]), FindingID(template: "problem", key: ["elders"]),
                ])
        ],
        waitsFor: [LocalizedText(nl: "het perspectief van bewoners", en: "the residents' perspective")],
        overruled: nil, notInForce: nil)

    private static let crime = AnalysisDocument.Finding(
        id: FindingID(template: "problem", key: ["ondermijning"]),
        title: LocalizedText(nl: "Ondermijning", en: "Organised crime"), state: .refuted, properties: [], because: [],
        facts: [], grounds: [], waitsFor: [], overruled: "De driehoek ziet er geen \"tekenen\" van.",
        notInForce: Validity(from: FEELDate("2021-01-01")))

    private static func condition(
        _ state: ConditionState, _ nl: String, _ en: String, isFaulty: Bool = false
    ) -> AnalysisDocument.Ground.Condition {
        let place = SourcePosition(line: 3, column: 9, offset: 40)
        let note = Explanation.Note(
            kind: .divisionByZero, message: LocalizedText(nl: "Delen door nul kan niet.", en: "Division by zero."),
            span: SourceSpan(file: "debts.yaml", start: place, end: place))
        return AnalysisDocument.Ground.Condition(
            state: state, text: LocalizedText(nl: nl, en: en), notes: isFaulty ? [note] : [])
    }

    private static func plot() throws(MissingValue) -> AnalysisDocument.DotPlot {
        AnalysisDocument.DotPlot(
            title: LocalizedText(nl: "Inkomens liggen ver achter", en: "Incomes lag far behind"),
            description: LocalizedText(
                nl: "Elke stip is het gebied, elk streepje Nederland.",
                en: "Each dot is the area, each tick the Netherlands."),
            rows: [
                .init(
                    label: LocalizedText(nl: "Bijstand per 1.000", en: "Social assistance per 1,000"), unit: nil,
                    value: try number("162"), benchmark: try number("31"), ratio: try number("5.22580645"),
                    direction: .lower),
                .init(
                    label: LocalizedText(nl: "Lage inkomens", en: "Low incomes"), unit: "%", value: try number("34"),
                    benchmark: try number("12.5"), ratio: try number("2.72"), direction: .lower),
                .init(
                    label: LocalizedText(
                        nl: "Gemiddeld besteedbaar inkomen, gecorrigeerd voor samenstelling van het huishouden",
                        en: "Average disposable income, corrected for the composition of the household"),
                    unit: "€", value: try number("21340.5"), benchmark: try number("29500"),
                    ratio: try number("0.7234"), direction: .higher),
                .init(
                    label: LocalizedText(nl: "Inwoners onder 15", en: "Residents under 15"), unit: "%",
                    value: try number("1"), benchmark: try number("16"), ratio: try number("0.0625"),
                    direction: .neutral),
            ])
    }

    private static func table() throws(MissingValue) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: LocalizedText(nl: "Woningen naar eigendom", en: "Dwellings by tenure"),
            columns: [
                .init(title: LocalizedText(nl: "Soort", en: "Kind"), isNumeric: false),
                .init(title: LocalizedText(nl: "Aantal", en: "Number"), isNumeric: true),
                .init(title: LocalizedText(nl: "Bron", en: "Source"), isNumeric: false),
            ],
            rows: [
                [
                    .text(LocalizedText(nl: "Sociale huur", en: "Social rent")), .number(try number("1234.5")),
                    .text(LocalizedText(verbatim: "CBS <82550NED>")),
                ],
                [.text(LocalizedText(nl: "Koop", en: "Owned")), .number(80), .empty],
            ],
            note: LocalizedText(nl: "Leeg: niet gemeten.", en: "Empty: not measured."))
    }
}
