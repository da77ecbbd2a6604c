extension CodePage {
    /// Points of a group that come back on a marking sheet.
    static let ofMarking: [CodePage] = [
        CodePage(
            "marking/bad-points",
            nl: """
                In de kolom ‘nieuwe punten’ staat geen getal, of meer dan er te geven is.

                Schrijf een getal van 0 tot en met wat in de kolom ‘hoogstens’ staat, zoals 12 of 7,5.
                """,
            en: """
                The column ‘new points’ holds no number, or more than there is to give.

                Write a number from 0 to what the column ‘at most’ says, such as 12 or 7.5.
                """),
        CodePage(
            "marking/no-points",
            nl: "Bij een reden staan geen nieuwe punten: vul ze in, of haal de reden weg.",
            en: "A reason has no new points with it: fill them in, or take the reason away."),
        CodePage(
            "marking/no-reason",
            nl: "Wie punten verandert die de regels gaven, schrijft in de kolom ‘reden’ waarom: beide blijven te zien.",
            en: "Whoever changes points that the rules gave writes why in the column ‘reason’: both stay to be seen."),
        CodePage(
            "marking/no-sheet",
            nl: """
                In het bestand is geen rij met kopjes gevonden waaraan een nakijkblad te herkennen is: ‘schuilnaam’, ‘oefening’, \
                ‘nieuwe punten’ en ‘reden’.

                Haal het nakijkblad op, vul dat in en laat de kopjes staan.
                """,
            en: """
                In the file no row of headings was found by which a marking sheet is known: ‘pseudonym’, ‘exercise’, ‘new points’ \
                and ‘reason’.

                Get the marking sheet, fill that in and leave the headings as they are.
                """),
        CodePage(
            "marking/nothing",
            nl: "Op het nakijkblad zijn nergens nieuwe punten ingevuld; er valt niets over te nemen.",
            en: "No new points are filled in on the marking sheet; there is nothing to take over."),
        CodePage(
            "marking/twice",
            nl: "Voor dezelfde cursist en dezelfde oefening staan op twee rijen punten: laat er één staan.",
            en: "Two rows give points to the same trainee for the same exercise: leave one of them."),
        CodePage(
            "marking/unknown-exercise",
            nl: "In de kolom ‘oefening’ staat iets dat de casus niet heeft; laat die kolom zoals zij was.",
            en: "The column ‘exercise’ holds what the case does not have; leave that column as it was."),
        CodePage(
            "marking/unknown-part",
            nl: """
                In de kolom ‘onderdeel’ staat iets dat de rubriek van deze oefening niet heeft, of de cel is leeg terwijl de \
                oefening per onderdeel punten krijgt.
                """,
            en: """
                The column ‘part’ holds what the rubric of this exercise does not have, or the cell is empty where the exercise \
                gets points part by part.
                """),
        CodePage(
            "marking/unknown-trainee",
            nl: "In de kolom ‘schuilnaam’ staat niemand van wie heeft ingeleverd; laat die kolom zoals zij was.",
            en: "The column ‘pseudonym’ names nobody of those who handed in; leave that column as it was."),
    ]
}
