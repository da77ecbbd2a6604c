extension CodePage {
    /// What can be wrong with a run, its facts and what comes of it.
    static let ofRuns: [CodePage] = [
        CodePage(
            "session/conflict",
            nl:
                "Twee regels geven één veld van hetzelfde feit een verschillende waarde, en het sjabloon zegt niet welke telt. Pas een regel aan, of kies combine: max, min of union.",
            en:
                "Two rules give a field of the same fact different values, and the template does not say which counts. Change a rule, or choose combine: max, min or union."
        ),
        CodePage(
            "session/key-count",
            nl: "Een gegeven feit heeft te veel of te weinig sleutelvelden.",
            en: "A given fact has too many or too few key fields."),
        CodePage(
            "session/limit",
            nl:
                "Een run bereikt een grens op tijd, feiten of vondsten. De melding noemt de regel die er het meest van maakt. Maak zijn voorwaarden nauwer.",
            en:
                "A run meets a limit of time, facts or matches. The message names the rule that makes most of them. Make its conditions narrower."
        ),
        CodePage(
            "session/parameter-without-value",
            nl:
                "Regels lezen een parameter die op de dag van de analyse nog geen waarde heeft. Wat erop rust, is niet bekend; niets wordt erdoor weerlegd.",
            en:
                "Rules read a parameter that has no value yet on the day of the analysis. What rests on it is not known; nothing is refuted by it."
        ),
        CodePage(
            "session/repeated-fact",
            nl: "Een feit is twee keer gegeven. Alleen het eerste telt.",
            en: "A fact is given twice. Only the first counts."),
        CodePage(
            "session/value-not-allowed",
            nl:
                "Een regel rekent een waarde uit die het veld niet toelaat (values of range in het sjabloon). Wat erop rust, is niet te vertrouwen. Begrens in de regel wat hij geeft, of verruim het veld.",
            en:
                "A rule computes a value that the field does not allow (values or range in the template). What rests on it cannot be trusted. Bound in the rule what it gives, or widen the field."
        ),
        CodePage(
            "session/table-conflict",
            nl: "Twee rijen van een tabel raken samen en geven iets anders. De uitkomst is null.",
            en: "Two rows of a table hit together and give different things. The result is null."),
        CodePage(
            "facts/kind",
            nl: "Aan de naam van het bestand is niet te zien hoe het gelezen moet worden: .csv, .yaml of .json.",
            en: "The name of the file does not tell how to read it: .csv, .yaml or .json."),
        CodePage(
            "facts/no-id",
            nl: "Een regel van een tabel heeft geen naam in de eerste kolom.",
            en: "A line of a table has no name in the first column."),
        CodePage(
            "facts/no-key",
            nl: "Een feit mist een sleutelveld, dat zegt welk feit het is.",
            en: "A fact lacks a key field, which says which fact it is."),
        CodePage(
            "facts/no-records",
            nl: "Er is geen tabel met een regel voor elk onderwerp.",
            en: "There is no table with a line for each subject."),
        CodePage(
            "facts/no-reference",
            nl: "Geen kolom zegt welke regel van de andere tabel bij een onderwerp hoort.",
            en: "No column says which line of the other table belongs to a subject."),
        CodePage(
            "facts/same-id",
            nl: "Twee regels hebben dezelfde naam in de eerste kolom.",
            en: "Two lines have the same name in the first column."),
        CodePage(
            "facts/shape",
            nl: "Het bestand heeft niet de vorm van feiten: soort: [{ veld: waarde }].",
            en: "The file does not have the form of facts: kind: [{ field: value }]."),
        CodePage(
            "facts/twice",
            nl:
                "Hetzelfde feit staat twee keer in de bestanden. De melding noemt beide plaatsen. Welke telt, mag niet van de volgorde van bestanden afhangen: haal er een weg.",
            en:
                "The same fact stands twice in the files. The message names both places. Which counts must not hang on the order of files: remove one."
        ),
        CodePage(
            "facts/two-records",
            nl: "Het onderwerp is twee keer gegeven: in een tabel en in een document.",
            en: "The subject is given twice: in a table and in a document."),
        CodePage(
            "facts/unknown-field",
            nl: "De soort feit heeft geen veld met deze naam.",
            en: "The kind of fact has no field of this name."),
        CodePage(
            "facts/unknown-kind",
            nl: "De regels kennen geen soort feit met deze naam die van buiten komt.",
            en: "The rules know no kind of fact of this name that comes from outside."),
        CodePage(
            "facts/unknown-line",
            nl: "Een onderwerp noemt een regel die niet in de andere tabel staat.",
            en: "A subject names a line that is not in the other table."),
        CodePage(
            "facts/unknown-record",
            nl: "Een feit hoort bij een onderwerp dat er niet is.",
            en: "A fact belongs to a subject that is not there."),
        CodePage(
            "facts/unused-column",
            nl: "De regels kennen geen naam als die van deze kolom; de kolom wordt niet gelezen.",
            en: "The rules know no name like that of this column; it is not read."),
        CodePage(
            "facts/value",
            nl: "De waarde past niet in het veld: het sjabloon of de woordenlijst noemt wat mogelijk is.",
            en: "The value does not fit into the field: the template or vocabulary names what is possible."),
        CodePage(
            "facts/which-context",
            nl: "Niet duidelijk is bij welke context een tabel hoort. Zeg het met --context.",
            en: "It is not clear to which context a table belongs. Say so by --context."),
        CodePage(
            "screen/no-areas",
            nl: "De tabellen geven geen gebieden om te ordenen.",
            en: "The tables give no areas to put in order."),
        CodePage(
            "screen/no-country",
            nl: "De tabel heeft geen rij voor Nederland, waarmee wordt vergeleken.",
            en: "The table has no row for the Netherlands, which areas are compared with."),
        CodePage(
            "screen/no-order",
            nl: "De regels kennen de gevraagde volgorde niet.",
            en: "The rules do not know the order that is asked for."),
        CodePage(
            "screen/no-score",
            nl: "De regels zeggen niet waarop wordt geordend.",
            en: "The rules do not say what areas are ordered by."),
        CodePage(
            "letter/no-text",
            nl: "De regels missen een zin die de brief nodig heeft.",
            en: "The rules lack a sentence that the letter needs."),
        CodePage(
            "receipt/date",
            nl: "Een bewijs noemt een dag die er geen is.",
            en: "A receipt names a day that is none."),
        CodePage(
            "receipt/finding",
            nl: "Een bewijs noemt een bevinding die er geen is.",
            en: "A receipt names a finding that is none."),
        CodePage(
            "receipt/hash",
            nl: "Een SHA-256 heeft 64 tekens: cijfers en a tot en met f.",
            en: "A SHA-256 has 64 characters: digits and a to f."),
        CodePage(
            "receipt/other-kind",
            nl: "Dit bestand is geen bewijs van een analyse.",
            en: "This file is no receipt of an analysis."),
        CodePage(
            "receipt/sum",
            nl: "De controlesom past niet bij de lijst van regelbestanden: het bewijs is veranderd.",
            en: "The check sum does not fit the list of rule files: the receipt was changed."),
        CodePage(
            "receipt/version",
            nl: "Dit bewijs heeft een andere vorm dan dit programma leest.",
            en: "This receipt has another form than this program reads."),
        CodePage(
            "casebook/no-case",
            nl: "Het casusboek heeft geen casus met deze naam.",
            en: "The casebook has no case of this name."),
        CodePage(
            "casebook/no-folder",
            nl: "Er is geen map met casusboeken.",
            en: "There is no folder of casebooks."),
        CodePage(
            "casebook/unknown-code",
            nl: "Het antwoord noemt een code die niet in de lijst staat.",
            en: "The answer names a code that is not in the list."),
        CodePage(
            "casebook/weights",
            nl: "Elk gewicht is minstens 1, en samen zijn zij 100.",
            en: "Each weight is at least 1, and together they are 100."),
    ]
}
