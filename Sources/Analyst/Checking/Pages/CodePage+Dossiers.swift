extension CodePage {
    /// What can be wrong with dossiers.
    static let ofDossiers: [CodePage] = [
        CodePage(
            "dossier/answered-meanwhile",
            nl: "Iemand anders beantwoordde deze vraag intussen. Kijk wat er staat en antwoord dan opnieuw.",
            en: "Somebody else answered this question meanwhile. Look what is there, and answer again."),
        CodePage(
            "dossier/bad-text",
            nl: "De tekst is geen feitenblad.",
            en: "The text is no fact sheet."),
        CodePage(
            "dossier/changed-meanwhile",
            nl: "Iemand anders veranderde het dossier intussen.",
            en: "Somebody else changed the dossier meanwhile."),
        CodePage(
            "dossier/closed",
            nl: "Het dossier is gesloten en verandert niet meer.",
            en: "The dossier is closed and does not change any more."),
        CodePage(
            "dossier/missing",
            nl: "Er is geen dossier met deze naam.",
            en: "There is no dossier of this name."),
        CodePage(
            "dossier/no-version",
            nl: "Het dossier heeft deze versie niet.",
            en: "The dossier does not have this version."),
        CodePage(
            "dossier/none",
            nl: "Er zijn nog geen dossiers.",
            en: "There are no dossiers yet."),
        CodePage(
            "dossier/nothing-to-undo",
            nl: "Er is niets om ongedaan te maken.",
            en: "There is nothing to undo."),
        CodePage(
            "dossier/several",
            nl: "Meer dan één dossier past bij deze naam.",
            en: "More than one dossier fits this name."),
        CodePage(
            "dossier/storage",
            nl: "De opslag doet het niet; de melding geeft de reden.",
            en: "The storage fails; the message gives the reason."),
        CodePage(
            "dossier/unfit-answer",
            nl: "Dit antwoord past niet in een feitenblad.",
            en: "This answer does not fit into a fact sheet."),
    ]
}
