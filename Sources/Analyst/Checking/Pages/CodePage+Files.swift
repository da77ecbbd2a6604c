extension CodePage {
    /// What can be wrong with files and tables.
    static let ofFiles: [CodePage] = [
        CodePage(
            "file/cases",
            nl: "Dit bestand bevat gevallen, geen regels. Toets het met analyst rules test.",
            en: "This file holds cases, no rules. Try it with analyst rules test."),
        CodePage(
            "file/ending",
            nl: "De naam van een regelbestand eindigt op .yaml.",
            en: "The name of a rule file ends in .yaml."),
        CodePage(
            "file/linked-folder",
            nl: "Een koppeling naar een map wordt niet gevolgd: zij kan buiten de regels leiden.",
            en: "A link to a folder is not followed: it may lead out of the rules."),
        CodePage(
            "file/no-rules",
            nl: "Er is geen map met regels op deze plaats.",
            en: "There is no folder of rules in this place."),
        CodePage(
            "file/not-plain",
            nl: "Dit is geen gewoon bestand, maar bijvoorbeeld een pijp.",
            en: "This is no plain file, but a pipe, for example."),
        CodePage(
            "file/nothing-to-check",
            nl: "Op deze plaats staat niets om te controleren.",
            en: "There is nothing to check in this place."),
        CodePage(
            "file/other-kind",
            nl: "Dit bestand is iets anders dan regels, zoals een feitenblad.",
            en: "This file is something else than rules, such as a fact sheet."),
        CodePage(
            "file/skipped",
            nl: "Dit bestand is overgeslagen, omdat het geen regelbestand is. Dat is geen fout.",
            en: "This file is skipped, as it is no rule file. That is no mistake."),
        CodePage(
            "file/too-large",
            nl: "Het bestand is groter dan de grens en is niet gelezen.",
            en: "The file is larger than the limit and is not read."),
        CodePage(
            "file/unreadable",
            nl: "Het bestand is niet te lezen; de melding geeft de reden van het systeem.",
            en: "The file cannot be read; the message gives the system's reason."),
        CodePage(
            "file/unwritable",
            nl: "Het bestand is niet te schrijven; wat er stond is er nog.",
            en: "The file cannot be written; what stood there is still there."),
        CodePage(
            "text/invalid-utf8",
            nl: "Het bestand is geen UTF-8. Sla het zo op; veel programma's bieden dat bij Opslaan als.",
            en: "The file is not UTF-8. Save it that way; many programs offer it under Save as."),
        CodePage(
            "json/name-twice",
            nl: "Een naam staat twee keer in hetzelfde object van JSON.",
            en: "A name stands twice in one object of JSON."),
        CodePage(
            "json/no-table",
            nl: "In deze JSON staat geen lijst van rijen.",
            en: "This JSON holds no list of rows."),
        CodePage(
            "json/syntax",
            nl: "De tekst is geen JSON op deze plaats.",
            en: "The text is no JSON in this place."),
        CodePage(
            "json/too-deep",
            nl: "Er staan te veel lijsten of objecten in elkaar.",
            en: "Too many lists or objects stand in one another."),
        CodePage(
            "outline/coordinates",
            nl: "De coördinaten van dit bestand zijn geen graden en geen meters van één gebied.",
            en: "The coordinates of this file are no degrees and no metres of one area."),
        CodePage(
            "outline/none",
            nl: "In dit bestand staat geen omtrek van een deel van het feitenblad. Neem grenzen van hetzelfde jaar.",
            en: "This file has no outline of a part of the sheet. Take boundaries of the same year."),
        CodePage(
            "workbook/broken",
            nl: "Het werkboek is beschadigd. Open het en sla het opnieuw op.",
            en: "The workbook is damaged. Open it and save it anew."),
        CodePage(
            "workbook/encrypted",
            nl: "Het werkboek heeft een wachtwoord. Sla het zonder op.",
            en: "The workbook has a password. Save it without one."),
        CodePage(
            "zip/broken",
            nl: "Het bestand is beschadigd of niet helemaal opgehaald.",
            en: "The file is damaged or was not wholly fetched."),
        CodePage(
            "zip/encrypted",
            nl: "Het bestand heeft een wachtwoord.",
            en: "The file has a password."),
        CodePage(
            "zip/packing",
            nl: "Het bestand is ingepakt op een manier die hier niet wordt gelezen.",
            en: "The file is packed in a way that is not read here."),
        CodePage(
            "zip/too-many-members",
            nl: "Er zitten meer bestanden in dan de grens toelaat.",
            en: "It holds more files than the limit allows."),
        CodePage(
            "table/column-twice",
            nl: "Twee kolommen hebben dezelfde naam.",
            en: "Two columns have the same name."),
        CodePage(
            "table/cut-off",
            nl: "De tabel houdt midden in een rij op: het bestand is niet heel.",
            en: "The table ends in the middle of a row: the file is not whole."),
        CodePage(
            "table/empty",
            nl: "In het bestand staat geen tabel.",
            en: "The file holds no table."),
        CodePage(
            "table/formula",
            nl: "Een cel heeft een formule zonder uitkomst. Sla het werkboek op in een rekenprogramma.",
            en: "A cell has a formula without a result. Save the workbook in an office program."),
        CodePage(
            "table/no-header",
            nl: "De tabel heeft geen rij met namen van kolommen.",
            en: "The table has no row of column names."),
        CodePage(
            "table/no-single-text",
            nl: "Het bestand bevat niet één tabel als tekst.",
            en: "The file does not hold one table as text."),
        CodePage(
            "table/not-a-number",
            nl: "In een kolom van getallen staat iets anders.",
            en: "A column of numbers holds something else."),
        CodePage(
            "table/number-too-large",
            nl: "Dit getal is te groot om te lezen.",
            en: "This number is too large to be read."),
        CodePage(
            "table/observation-twice",
            nl: "Een waarneming staat twee keer in de tabel, met verschillende waarden.",
            en: "An observation stands twice in the table, with different values."),
        CodePage(
            "table/other-format",
            nl: "Dit soort bestand wordt niet als tabel gelezen.",
            en: "This kind of file is not read as a table."),
        CodePage(
            "table/page",
            nl: "Dit bestand is één bladzijde van een antwoord; de rest ontbreekt.",
            en: "This file is one page of an answer; the rest is missing."),
        CodePage(
            "table/region-twice",
            nl: "Een gebied staat twee keer in de tabel.",
            en: "An area stands twice in the table."),
        CodePage(
            "table/rounded-number",
            nl: "Een getal is zo kort opgeslagen dat cijfers verloren zijn.",
            en: "A number was saved so short that digits are lost."),
        CodePage(
            "table/row-too-long",
            nl: "Een rij heeft meer cellen dan er kolommen zijn.",
            en: "A row has more cells than there are columns."),
        CodePage(
            "table/row-too-short",
            nl: "Een rij heeft minder cellen dan er kolommen zijn.",
            en: "A row has fewer cells than there are columns."),
        CodePage(
            "table/row-width",
            nl: "Een rij heeft meer of minder cellen dan er kolommen zijn.",
            en: "A row has more or fewer cells than there are columns."),
        CodePage(
            "table/service-error",
            nl: "De dienst gaf een foutmelding in plaats van een tabel.",
            en: "The service gave a message of error instead of a table."),
        CodePage(
            "table/text-after-quote",
            nl: "Achter een gesloten aanhalingsteken staat nog tekst.",
            en: "Text stands behind a quote that is closed."),
        CodePage(
            "table/thousands",
            nl: "Het getal is op twee manieren te lezen: met duizendtallen of met decimalen.",
            en: "The number can be read in two ways: with thousands or with decimals."),
        CodePage(
            "table/too-large",
            nl: "De tabel heeft meer cellen dan de grens toelaat.",
            en: "The table has more cells than the limit allows."),
        CodePage(
            "table/two-decimal-marks",
            nl: "In één kolom staan getallen met een komma en met een punt als decimaal teken.",
            en: "One column has numbers with a comma and with a point as decimal mark."),
        CodePage(
            "table/unclosed-quote",
            nl: "Een aanhalingsteken in de tabel wordt niet gesloten.",
            en: "A quote in the table is not closed."),
        CodePage(
            "table/unknown-region-code",
            nl: "Dit is geen code van een land, gemeente, wijk of buurt.",
            en: "This is no code of a country, municipality, wijk or buurt."),
    ]
}
