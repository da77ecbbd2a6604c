import RuleEngine

@testable import Analyst

/// A made-up analysis with every kind of block, and with signs that are markup in HTML, Markdown and JSON.
enum SampleAnalysis {
    static func make(
        _ language: Language = .nl, id: String = "sample", isProvisional: Bool = true, isCutShort: Bool = true
    ) throws(MissingValue) -> AnalysisDocument {
        AnalysisDocument(
            id: id, title: language.word("Buurtanalyse Oost & West", "Analysis of Oost & West"),
            municipality: "Voorbeeldstad", date: try value(FEELDate("2020-03-31")), language: language,
            isProvisional: isProvisional,
            isCutShort: isCutShort,
            parts: [
                AnalysisDocument.Part(
                    id: "problems", number: 1, title: language.word("Problemen", "Problems"),
                    intro: language.word("Wat er speelt, volgens de regels.", "What the rules find."),
                    blocks: [
                        .notice(
                            language.word(
                                "De uitkomst is advies: mensen beslissen.", "The outcome is advice: people decide.")
                        ),
                        .outline([outline(of: poverty(language)), outline(of: debts(language))]),
                    ],
                    annex: [
                        .heading(language.word("Inkomen", "Income")),
                        .findings([poverty(language), debts(language)]),
                        .details(
                            summary: language.word("Niet gevonden", "Not found"),
                            [.findings([crime(language), poverty(language)])]),
                    ]),
                AnalysisDocument.Part(
                    id: "figures", number: 2, title: language.word("Cijfers", "Figures"), intro: nil,
                    blocks: [.dotPlot(try plot(language)), .table(try table(language))]),
                AnalysisDocument.Part(
                    id: "sources", number: 3, title: language.word("Bronnen", "Sources"), intro: nil,
                    blocks: [
                        .paragraph(language.word("Cijfers: CBS, CC BY 4.0.", "Figures: CBS, CC BY 4.0.")),
                        .list([
                            "https://example.org/a_b*c",
                            language.word("1. <b>geen opmaak</b> | #", "1. <b>no markup</b> | #"),
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
    private static func outline(of finding: AnalysisDocument.Finding) -> AnalysisDocument.Outline {
        AnalysisDocument.Outline(id: finding.id, title: finding.title, remark: finding.because.first ?? "")
    }

    private static func poverty(_ language: Language) -> AnalysisDocument.Finding {
        AnalysisDocument.Finding(
            id: FindingID(template: "problem", key: ["armoede"]), title: language.word("Armoede", "Poverty"),
            state: .found,
            properties: [
                (language.word("Ernst", "Severity"), language.word("ernstig", "serious")),
                (language.word("Zekerheid", "Certainty"), language.word("waarschijnlijk", "likely")),
            ],
            because: [
                language.word(
                    "34 % van de huishoudens leeft van een laag inkomen; in Nederland is dat 12 %.",
                    "34 % of households live on a low income; in the Netherlands that is 12 %.")
            ],
            facts: [],
            grounds: [
                AnalysisDocument.Ground(
                    rule: "income.low", ruleTitle: language.word("Veel lage inkomens", "Many low incomes"),
                    strength: language.word("sterk", "strong"), isCertain: true,
                    sources: [language.word("Armoede in kaart, 2019, p. 12", "Armoede in kaart, 2019, p. 12")],
                    conditions: [
                        condition(
                            language, .holds, "aandeel lage inkomens is 34 %, meer dan 20 %",
                            "share of low incomes is 34 %, more than 20 %")
                    ],
                    figures: [
                        language.word(
                            "Aandeel lage inkomens: 34 % (2018, CBS 84639NED)",
                            "Share of low incomes: 34 % (2018, CBS 84639NED)")
                    ],
                    judgements: [
                        language.word(
                            "Grens van 20 %: gekozen bij gebrek aan onderzoek",
                            "Limit of 20 %: chosen for want of research")
                    ],
                    findings: [])
            ],
            waitsFor: [], overruled: nil, notInForce: nil)
    }

    private static func debts(_ language: Language) -> AnalysisDocument.Finding {
        AnalysisDocument.Finding(
            id: FindingID(template: "problem", key: ["schulden", "huur"]),
            title: language.word("Schulden <hoog>", "Debts <high>"), state: .open, properties: [], because: [],
            facts: [
                (
                    language.word("Wettelijke basis", "Legal basis"),
                    language.word("Wet gemeentelijke schuldhulpverlening", "Municipal Debt Relief Act")
                )
            ],
            grounds: [
                AnalysisDocument.Ground(
                    rule: "debts.from-poverty",
                    ruleTitle: language.word("Schulden volgen op armoede", "Debts follow poverty"),
                    strength: language.word("matig", "moderate"), isCertain: false, sources: [],
                    conditions: [
                        condition(language, .holds, "er is armoede", "there is poverty"),
                        condition(language, .open, "bewoners noemen schulden", "residents mention debts"),
                        condition(
                            language, .notReached, "de schulden < 3 jaar oud", "the debts are < 3 years old",
                            isFaulty: true),
                    ],
                    figures: [], judgements: [],
                    findings: [
                        FindingID(template: "problem", key: ["armoede"]),
                        FindingID(template: "problem", key: ["elders"]),
                    ])
            ],
            waitsFor: [language.word("het perspectief van bewoners", "the residents' perspective")],
            overruled: nil, notInForce: nil)
    }

    private static func crime(_ language: Language) -> AnalysisDocument.Finding {
        AnalysisDocument.Finding(
            id: FindingID(template: "problem", key: ["ondermijning"]),
            title: language.word("Ondermijning", "Organised crime"), state: .refuted, properties: [], because: [],
            facts: [], grounds: [], waitsFor: [], overruled: "De driehoek ziet er geen \"tekenen\" van.",
            notInForce: Validity(from: FEELDate("2021-01-01")))
    }

    private static func condition(
        _ language: Language, _ state: ConditionState, _ nl: String, _ en: String, isFaulty: Bool = false
    ) -> AnalysisDocument.Ground.Condition {
        let place = SourcePosition(line: 3, column: 9, offset: 40)
        let note = Explanation.Note(
            kind: .divisionByZero, message: LocalizedText(nl: "Delen door nul kan niet.", en: "Division by zero."),
            span: SourceSpan(file: "debts.yaml", start: place, end: place))
        return AnalysisDocument.Ground.Condition(
            state: state, text: language.word(nl, en), notes: isFaulty ? [note] : [])
    }

    private static func plot(_ language: Language) throws(MissingValue) -> AnalysisDocument.DotPlot {
        AnalysisDocument.DotPlot(
            title: language.word("Inkomens liggen ver achter", "Incomes lag far behind"),
            description: language.word(
                "Elke stip is het gebied, elk streepje Nederland.", "Each dot is the area, each tick the Netherlands."),
            rows: [
                .init(
                    label: language.word("Bijstand per 1.000", "Social assistance per 1,000"), unit: nil,
                    value: try number("162"), benchmark: try number("31"), ratio: try number("5.22580645"),
                    direction: .lower),
                .init(
                    label: language.word("Lage inkomens", "Low incomes"), unit: "%", value: try number("34"),
                    benchmark: try number("12.5"), ratio: try number("2.72"), direction: .lower),
                .init(
                    label: language.word(
                        "Gemiddeld besteedbaar inkomen, gecorrigeerd voor samenstelling van het huishouden",
                        "Average disposable income, corrected for the composition of the household"),
                    unit: "€", value: try number("21340.5"), benchmark: try number("29500"),
                    ratio: try number("0.7234"), direction: .higher),
                .init(
                    label: language.word("Inwoners onder 15", "Residents under 15"), unit: "%",
                    value: try number("1"), benchmark: try number("16"), ratio: try number("0.0625"),
                    direction: .neutral),
            ])
    }

    private static func table(_ language: Language) throws(MissingValue) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: language.word("Woningen naar eigendom", "Dwellings by tenure"),
            columns: [
                .init(LocalizedText(nl: "Soort", en: "Kind"), language),
                .init(LocalizedText(nl: "Aantal", en: "Number"), language, isNumeric: true),
                .init(LocalizedText(nl: "Bron", en: "Source"), language),
            ],
            rows: [
                [
                    .text(language.word("Sociale huur", "Social rent")), .number(try number("1234.5")),
                    .text("CBS <82550NED>"),
                ],
                [.text(language.word("Koop", "Owned")), .number(80), .empty],
            ],
            note: language.word("Leeg: niet gemeten.", "Empty: not measured."))
    }
}
