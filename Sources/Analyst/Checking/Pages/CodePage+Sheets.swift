extension CodePage {
    /// What can be wrong with fact sheets.
    static let ofSheets: [CodePage] = [
        CodePage(
            "sheet/amount",
            nl: "Een bedrag kan niet zo zijn, bijvoorbeeld minder dan nul.",
            en: "An amount cannot be so, for example less than nought."),
        CodePage(
            "sheet/answer",
            nl: "Dit is geen antwoord: ja, nee, een getal of een code.",
            en: "This is no answer: yes, no, a number or a code."),
        CodePage(
            "sheet/answer-kind",
            nl: "Het antwoord past niet bij de soort van de vraag.",
            en: "The answer does not fit the kind of the question."),
        CodePage(
            "sheet/answered-twice",
            nl: "Een antwoord geeft een waarde en aantallen. Kies een van beide.",
            en: "An answer gives a value and counts. Choose one of the two."),
        CodePage(
            "sheet/bad-date",
            nl: "Een dag is jaar-maand-dag.",
            en: "A day is year-month-day."),
        CodePage(
            "sheet/bad-year",
            nl: "Een jaar heeft vier cijfers.",
            en: "A year has four digits."),
        CodePage(
            "sheet/boundary-changed",
            nl:
                "De grens of code van een deel veranderde; cijfers van verschillende jaren zijn niet zomaar te vergelijken.",
            en: "The boundary or code of a part changed; figures of different years do not simply compare."),
        CodePage(
            "sheet/budget-unit",
            nl: "Een budget staat in euro per jaar.",
            en: "A budget is in euros a year."),
        CodePage(
            "sheet/coverage",
            nl: "Dekking is een percentage van 0 tot en met 100.",
            en: "Coverage is a percentage from 0 to 100."),
        CodePage(
            "sheet/duplicate",
            nl: "Iets staat twee keer op het blad.",
            en: "Something stands twice on the sheet."),
        CodePage(
            "sheet/figure",
            nl: "Een cijfer heeft een waarde, of zegt waarom die onbekend is.",
            en: "A figure has a value, or says why it is unknown."),
        CodePage(
            "sheet/figure-year",
            nl: "Een cijfer zegt over welk jaar het gaat.",
            en: "A figure says of which year it is."),
        CodePage(
            "sheet/finding",
            nl: "Dit is geen naam van een bevinding.",
            en: "This is no name of a finding."),
        CodePage(
            "sheet/finding-key",
            nl: "De bevinding mist een deel van haar sleutel.",
            en: "The finding lacks a part of its key."),
        CodePage(
            "sheet/layout",
            nl: "Het blad is zo geschreven dat nieuwe cijfers er niet veilig in passen.",
            en: "The sheet is written so that new figures do not safely fit into it."),
        CodePage(
            "sheet/more-answers-than-people",
            nl: "Er zijn meer antwoorden dan mensen.",
            en: "There are more answers than people."),
        CodePage(
            "sheet/no-answer",
            nl: "Een vraag staat er zonder antwoord.",
            en: "A question stands there without an answer."),
        CodePage(
            "sheet/no-parts",
            nl: "Het blad zegt niet uit welke wijken of buurten het gebied bestaat.",
            en: "The sheet does not say which wijken or buurten make up the area."),
        CodePage(
            "sheet/not-a-count",
            nl: "Een aantal is een geheel getal vanaf 0.",
            en: "A count is a whole number from 0."),
        CodePage(
            "sheet/not-a-number",
            nl: "Hier hoort een getal.",
            en: "A number belongs here."),
        CodePage(
            "sheet/not-applicable",
            nl: "Deze vraag is altijd van toepassing.",
            en: "This question always applies."),
        CodePage(
            "sheet/not-written",
            nl: "Het blad is niet geschreven, omdat het zo niet bruikbaar zou zijn.",
            en: "The sheet is not written, as it could not be used."),
        CodePage(
            "sheet/other-regions",
            nl: "Een deel van het gebied staat niet in de tabel: wijken en buurten veranderen per jaar.",
            en: "A part of the area is not in the table: wijken and buurten change over the years."),
        CodePage(
            "sheet/outline",
            nl: "Een omtrek bestaat uit punten van twee hele getallen. Laat analyst sheet outline hem schrijven.",
            en: "An outline is made of points of two whole numbers. Have analyst sheet outline write it."),
        CodePage(
            "sheet/out-of-range",
            nl: "Het getal ligt buiten wat voor dit cijfer kan.",
            en: "The number lies outside what can be for this figure."),
        CodePage(
            "sheet/part-code",
            nl: "Dit is geen code van een wijk of buurt.",
            en: "This is no code of a wijk or buurt."),
        CodePage(
            "sheet/period",
            nl: "Het einde ligt voor het begin.",
            en: "The end lies before the begin."),
        CodePage(
            "sheet/personal-data",
            nl: "Hier lijkt iets over een persoon te staan. Een blad gaat over het gebied, nooit over een persoon.",
            en: "Something about a person seems to stand here. A sheet is about the area, never about a person."),
        CodePage(
            "sheet/ranked-twice",
            nl: "Een code staat twee keer in de volgorde.",
            en: "A code stands twice in the ranking."),
        CodePage(
            "sheet/same-year",
            nl: "Een cijfer heeft twee waarden van hetzelfde jaar.",
            en: "A figure has two values of the same year."),
        CodePage(
            "sheet/thousands",
            nl: "Dit getal is op twee manieren te lezen. Schrijf alleen cijfers.",
            en: "This number can be read in two ways. Write digits only."),
        CodePage(
            "sheet/unit",
            nl: "Het cijfer heeft een andere eenheid dan de woordenlijst noemt.",
            en: "The figure has another unit than the vocabulary names."),
        CodePage(
            "sheet/unknown-programme",
            nl: "Het blad noemt een programma dat de regels niet kennen.",
            en: "The sheet names a programme that the rules do not know."),
        CodePage(
            "sheet/unknown-unit",
            nl: "Het blad noemt een eenheid die de regels niet kennen.",
            en: "The sheet names a unit that the rules do not know."),
        CodePage(
            "sheet/unknown-perspective",
            nl: "Het blad noemt een groep die de regels niet kennen.",
            en: "The sheet names a group that the rules do not know."),
        CodePage(
            "sheet/unknown-question",
            nl: "Het blad beantwoordt een vraag die de regels niet kennen.",
            en: "The sheet answers a question that the rules do not know."),
        CodePage(
            "sheet/unknown-problem",
            nl: "Het blad noemt een probleem dat de regels niet kennen.",
            en: "The sheet names a problem that the rules do not know."),
        CodePage(
            "sheet/unknown-intervention",
            nl: "Het blad noemt een interventie die de regels niet kennen.",
            en: "The sheet names an intervention that the rules do not know."),
        CodePage(
            "sheet/unknown-figure-name",
            nl: "Het blad noemt een cijfer dat de regels niet kennen.",
            en: "The sheet names a figure that the rules do not know."),
        CodePage(
            "sheet/unknown-finding-kind",
            nl: "Het blad noemt een soort bevinding die de regels niet kennen.",
            en: "The sheet names a kind of finding that the rules do not know."),
        CodePage(
            "sheet/unknown-part",
            nl: "Het deel staat niet onder area, parts.",
            en: "The part is not under area, parts."),
        CodePage(
            "sheet/unknown-source",
            nl: "De bron staat niet onder sources.",
            en: "The source is not under sources."),
        CodePage(
            "answers/conflict",
            nl: "Iemand anders beantwoordde intussen een van deze vragen; niets is overschreven.",
            en: "Somebody else answered one of these questions meanwhile; nothing is overwritten."),
        CodePage(
            "answers/none",
            nl: "Het bestand heeft geen lijst van antwoorden.",
            en: "The file has no list of answers."),
    ]
}
