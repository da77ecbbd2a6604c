extension CodePage {
    /// Own figures that come back from a form for a spreadsheet.
    static let ofFigures: [CodePage] = [
        CodePage(
            "figures/bad-value",
            nl: """
                In de kolom ‘waarde’ staat iets dat geen antwoord is op de vraag naar dit cijfer: geen getal, een getal buiten wat \
                kan, of een getal met decimalen waar het om hele dingen gaat.

                Schrijf het getal zoals 12,5, of zoals 10..20 als u het alleen ongeveer weet. Weet u het niet, laat de cel dan leeg.
                """,
            en: """
                The column ‘value’ holds something that is no answer to the question of this figure: no number, a number beyond \
                what can be, or one with decimals where whole things are counted.

                Write the number as 12.5, or as 10..20 if you know it only about. If you do not know it, leave the cell empty.
                """),
        CodePage(
            "figures/bad-year",
            nl: """
                In de kolom ‘jaar’ staat geen jaar, of een jaar waar dit cijfer niet van kan zijn: van voor 1990, of van na de dag \
                van de analyse.

                Schrijf het jaar van het cijfer met vier cijfers, of laat de cel leeg.
                """,
            en: """
                The column ‘year’ holds no year, or one that this figure cannot be of: before 1990, or after the day of the analysis.

                Write the year of the figure with four digits, or leave the cell empty.
                """),
        CodePage(
            "figures/no-form",
            nl: """
                Het programma zoekt in de eerste rijen naar de kopjes ‘code’ en ‘waarde’ en vindt ze niet. Zonder die kopjes is niet \
                te zeggen welk getal bij welk cijfer hoort.

                Haal het formulier opnieuw op en vul dat in. Tabellen van een uitgever neemt u over bij ‘Cijfers overnemen uit tabellen’.
                """,
            en: """
                The program looks for the headings ‘code’ and ‘value’ in the first rows and does not find them. Without them it \
                cannot be told which number belongs to which figure.

                Get the form again and fill that in. Tables of a publisher are taken over under ‘Take over figures from tables’.
                """),
        CodePage(
            "figures/nothing",
            nl: """
                Het formulier is herkend, maar in de kolom ‘waarde’ is niets ingevuld.

                Vul de cijfers in die u heeft, bewaar het bestand en stuur het opnieuw.
                """,
            en: """
                The form was recognised, but nothing is filled in in the column ‘value’.

                Fill in the figures that you have, save the file and send it again.
                """),
        CodePage(
            "figures/twice",
            nl: """
                Hetzelfde cijfer heeft op twee rijen een waarde. Welke van de twee geldt, kan het programma niet weten.

                Laat één waarde staan en maak de andere leeg.
                """,
            en: """
                The same figure has a value in two rows. Which of the two counts the program cannot know.

                Leave one value and empty the other.
                """),
        CodePage(
            "figures/unknown-code",
            nl: """
                Bij een waarde staat geen code, of een die geen cijfer van de regels is. Meestal is de kolom ‘code’ gewijzigd of \
                verschoven.

                Neem de code over uit een nieuw formulier. Staat uw cijfer daar niet bij, dan is er geen regel die het gebruikt.
                """,
            en: """
                A value has no code beside it, or one that is no figure of the rules. Mostly the column ‘code’ was changed or moved.

                Take the code from a new form. If your figure is not there, no rule uses it.
                """),
    ]
}
