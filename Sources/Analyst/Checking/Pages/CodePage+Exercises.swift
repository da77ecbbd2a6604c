extension CodePage {
    /// What can be wrong with exercises and accounts.
    static let ofExercises: [CodePage] = [
        CodePage(
            "casebook/already-told",
            nl: "… staat al in een passage; niemand hoeft het te vragen.",
            en: "… is told in a passage already; nobody needs to ask for it."),
        CodePage(
            "casebook/answer",
            nl: "Een antwoord heeft niet de vorm die de oefening vraagt.",
            en: "An answer does not have the form that the exercise asks for."),
        CodePage(
            "casebook/blind-pass",
            nl: "Wie … zonder te lezen, slaagt voor deze casus.",
            en: "Whoever … without reading passes this case."),
        CodePage(
            "casebook/budget",
            nl: "Voor … is niets te vragen: het goedkoopste kost …",
            en: "Nothing can be asked for …: the cheapest costs …"),
        CodePage(
            "casebook/case-name",
            nl: "… is geen naam van een casus.",
            en: "… is no name of a case."),
        CodePage(
            "casebook/empty-request",
            nl: "Wie … vraagt, krijgt niets te horen.",
            en: "Whoever asks for … is told nothing."),
        CodePage(
            "casebook/finding-not-found",
            nl: "… volgt niet uit wat de cursist krijgt.",
            en: "… does not follow from what the trainee is given."),
        CodePage(
            "casebook/no-casebook",
            nl: "Er is geen casusboek …",
            en: "There is no casebook …"),
        CodePage(
            "casebook/no-change",
            nl: "Schrijf if: naam=waarde.",
            en: "Write if: name=value."),
        CodePage(
            "casebook/no-departure",
            nl: "De regels zeggen dit van … ook al.",
            en: "The rules say this of … already."),
        CodePage(
            "casebook/no-figure",
            nl: "Het feitenblad heeft geen cijfer …",
            en: "The fact sheet has no figure …"),
        CodePage(
            "casebook/no-file",
            nl: "Een casusboek noemt een casus waarvan het bestand er niet is.",
            en: "A casebook lists a case whose file is not there."),
        CodePage(
            "casebook/no-finding",
            nl: "… is geen bevinding.",
            en: "… is no finding."),
        CodePage(
            "casebook/no-reason",
            nl: "Een aangepast punt heeft een reden nodig.",
            en: "A changed mark needs a reason."),
        CodePage(
            "casebook/no-sheet",
            nl: "Het feitenblad … is niet te lezen.",
            en: "The fact sheet … cannot be read."),
        CodePage(
            "casebook/not-knowable",
            nl: "… wordt verwacht, maar volgt niet uit wat de cursist krijgt.",
            en: "… is expected, but does not follow from what the trainee is given."),
        CodePage(
            "casebook/nothing-expected",
            nl: "In oefening … is niets te vinden: wie niets kiest, krijgt alle punten.",
            en: "In exercise … nothing is to be found: picking nothing earns all points."),
        CodePage(
            "casebook/nothing-to-ask",
            nl: "Oefening … vraagt wat op te vragen is, maar de casus heeft geen information:.",
            en: "Exercise … asks what to ask for, but the case has no information:."),
        CodePage(
            "casebook/nothing-to-spoil",
            nl: "Oefening …: er staat te weinig vast om een analyse met fouten te maken.",
            en: "Exercise …: too little is certain to make an analysis with mistakes."),
        CodePage(
            "casebook/number",
            nl: "Dit getal past hier niet.",
            en: "This number does not fit here."),
        CodePage(
            "casebook/one-exercise-passes",
            nl: "Met één oefening alleen is een cursist al geslaagd.",
            en: "With a single exercise a trainee passes already."),
        CodePage(
            "casebook/other-case",
            nl: "Deze antwoorden horen bij …, niet bij …",
            en: "These answers belong to …, not to …"),
        CodePage(
            "casebook/other-name",
            nl: "Deze casus heet …, het bestand ‘…yaml’.",
            en: "This case is called …, its file ‘…yaml’."),
        CodePage(
            "casebook/repeated",
            nl: "… staat er al.",
            en: "… is there already."),
        CodePage(
            "casebook/rubric",
            nl: "De rubriek telt op tot …, de oefening is … punten waard.",
            en: "The rubric adds up to …, the exercise is worth … points."),
        CodePage(
            "casebook/small-panel",
            nl: "Oefening … wordt nagekeken naar het panel, maar daarvan antwoorden er …",
            en: "Exercise … is marked against the panel, of which … answer."),
        CodePage(
            "casebook/too-little",
            nl: "… zegt te weinig voor een oefening: er staat niets vast.",
            en: "… tells too little for an exercise: nothing is certain."),
        CodePage(
            "casebook/too-much-to-ask",
            nl: "Oefening … heeft meer dan … dingen om te vragen.",
            en: "Exercise … has more than … things to ask for."),
        CodePage(
            "casebook/unknown-exercise",
            nl: "De casus heeft geen oefening …",
            en: "The case has no exercise …"),
        CodePage(
            "casebook/unknown-passage",
            nl: "De casus heeft geen passage …",
            en: "The case has no passage …"),
        CodePage(
            "casebook/unknown-reason",
            nl: "… is geen passage, signaal of regel van deze casus.",
            en: "… is no passage, sign or line of this case."),
        CodePage(
            "casebook/voice-without-source",
            nl: "Deze stem heeft geen bron, en er staat niet bij dat hij verzonnen is.",
            en: "This voice has no source, and it is not said that it is invented."),
        CodePage(
            "user/exists",
            nl: "Er is al een account …",
            en: "There is an account … already."),
        CodePage(
            "user/missing",
            nl: "Er is geen account …",
            en: "There is no account …"),
    ]
}
