extension CodePage {
    /// Mistakes in files of cases.
    static let ofCases: [CodePage] = [
        CodePage(
            "case/bad-date",
            nl: "Een dag is jaar-maand-dag, zoals 2026-11-01.",
            en: "A day is year-month-day, as in 2026-11-01."),
        CodePage(
            "case/bad-value",
            nl: "Een waarde in een geval heeft geen vorm die past.",
            en: "A value in a case has no form that fits."),
        CodePage(
            "case/duplicate-case",
            nl: "Twee gevallen in een bestand hebben dezelfde naam.",
            en: "Two cases of a file have the same name."),
        CodePage(
            "case/duplicate-fact",
            nl: "Een geval geeft hetzelfde feit twee keer.",
            en: "A case gives the same fact twice."),
        CodePage(
            "case/expectation",
            nl: "Een verwachting is soort:code met een staat: found, open of refuted, of met velden tussen accolades.",
            en: "An expectation is kind:code with a state: found, open or refuted, or with fields between braces."),
        CodePage(
            "case/fact-shape",
            nl: "Een feit is een soort met velden: effort: { code: e1 }.",
            en: "A fact is a kind with fields: effort: { code: e1 }."),
        CodePage(
            "case/field-of-nothing",
            nl: "Een geval verwacht een veld van een bevinding die er juist niet mag zijn.",
            en: "A case expects a field of a finding that is expected not to be there."),
        CodePage(
            "case/finding-key",
            nl: "Een bevinding noemt elk sleutelveld van haar soort, met dubbele punten ertussen.",
            en: "A finding names each key field of its kind, with colons between."),
        CodePage(
            "case/nothing-expected",
            nl: "Een geval verwacht niets en kan dus nooit mislukken. Voeg expect, fires of not-fires toe.",
            en: "A case expects nothing and so can never fail. Add expect, fires or not-fires."),
        CodePage(
            "case/outside",
            nl: "Deze waarde kan niet: zij ligt buiten het bereik dat de woordenlijst noemt.",
            en: "This value cannot be: it lies outside the range that the vocabulary names."),
        CodePage(
            "case/two-folders",
            nl: "Toets één map met regels tegelijk.",
            en: "Test one folder of rules at a time."),
        CodePage(
            "case/unknown-case",
            nl: "like noemt een geval dat eerder in hetzelfde bestand staat.",
            en: "like names a case that stands earlier in the same file."),
        CodePage(
            "case/unknown-rule",
            nl: "fires en not-fires noemen regels die er zijn.",
            en: "fires and not-fires name rules that exist."),
        CodePage(
            "case/unknown-kind",
            nl: "Er is geen soort feit met deze naam.",
            en: "There is no kind of fact of this name."),
        CodePage(
            "case/unknown-value",
            nl: "Er is geen cijfer of antwoord met deze naam.",
            en: "There is no figure or answer of this name."),
        CodePage(
            "case/unknown-code",
            nl: "De woordenlijst heeft geen code met deze naam.",
            en: "The vocabulary has no code of this name."),
        CodePage(
            "case/unknown-field",
            nl: "De soort feit heeft geen veld met deze naam.",
            en: "The kind of fact has no field of this name."),
        CodePage(
            "case/unknown-finding",
            nl: "De regels kennen geen bevinding met deze naam.",
            en: "The rules know no finding of this name."),
    ]
}
