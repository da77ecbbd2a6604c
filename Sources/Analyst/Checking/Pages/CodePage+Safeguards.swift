extension CodePage {
    /// What the product asks of rules beyond what the engine needs.
    static let ofSafeguards: [CodePage] = [
        CodePage(
            "safeguard/estimates-only",
            nl:
                "Een regel kan een interventie of instrument vaststellen uit schattingen van een model alleen. Wat ingrijpt in een gebied, rust ook op een telling, een enquête of wat mensen zeggen.",
            en:
                "A rule can conclude an intervention or instrument from estimates of a model alone. What is done to an area rests on a count, a survey or what people say, too."
        ),
        CodePage(
            "safeguard/forbidden-figure",
            nl:
                "Deze regel of woordenlijst gebruikt een cijfer dat niet mag: herkomst, nationaliteit, geloof, of wat daarvoor in de plaats komt.",
            en:
                "This rule or vocabulary uses a figure that is forbidden: origin, nationality, religion, or what stands in for these."
        ),
        CodePage(
            "safeguard/ground-not-tested",
            nl: "Een ingrijpende code noemt een grond die geen enkele regel toetst. De grond doet dan niets.",
            en: "A code that limits rights names a ground that no rule tests. The ground does nothing then."),
        CodePage(
            "safeguard/no-ground",
            nl: "Een code die rechten beperkt (restrictive: true) noemt geen grond. Zonder grond mag zij niet.",
            en: "A code that limits rights (restrictive: true) names no ground. Without one it is not allowed."),
        CodePage(
            "safeguard/rule-without-ground",
            nl:
                "Een regel stelt een ingrijpende code vast zonder een grond ervan te toetsen. Zet de waarneming die de grond is in de voorwaarden.",
            en:
                "A rule concludes a code that limits rights without testing a ground of it. Put the observation that is the ground into the conditions."
        ),
        CodePage(
            "safeguard/stigmatising-word",
            nl: "Dit woord tekent mensen of een plek. De melding geeft een beter woord.",
            en: "This word brands people or a place. The message gives a better one."),
        CodePage(
            "wording/hard-word",
            nl:
                "Veel lezers kennen dit woord niet. De melding geeft gewone woorden die hetzelfde zeggen. Welke woorden moeilijk zijn, staat in de woordenlijst hard-words; u kunt haar aanpassen.",
            en:
                "Many readers do not know this word. The message gives plain words that say the same. Which words are hard, the vocabulary hard-words says; you can change it."
        ),
        CodePage(
            "intervention/both",
            nl:
                "Twee interventies versterken elkaar (reinforces) en botsen (clashes_with). Een pakket kan niet allebei volgen. Het maakt niet uit bij welke van de twee het staat.",
            en:
                "Two interventions reinforce each other (reinforces) and clash (clashes_with). A package cannot follow both. It does not matter at which of the two it stands.",
            .file(wrong: pair(clashes: "bench"), right: pair(clashes: "wall"))),
        CodePage(
            "claim/too-sure",
            nl:
                "Een regel is zekerder dan zijn teken toelaat: een schatting van een model is hoogstens waarschijnlijk, wat één groep bij anderen ziet een aanwijzing. Verlaag certainty, of vraag om meer.",
            en:
                "A rule is surer than its sign allows: an estimate of a model is at most probable, what one group sees in others an indication. Lower certainty, or ask for more."
        ),
        CodePage(
            "exclusion/both",
            nl: "Een regel stelt twee bevindingen vast die niet samen in een analyse mogen staan.",
            en: "A rule concludes two findings that may not stand together in an analysis."),
        CodePage(
            "exclusion/same",
            nl: "Een uitsluiting noemt twee keer dezelfde bevinding.",
            en: "An exclusion names the same finding twice."),
        CodePage(
            "exclusion/unknown",
            nl: "Een uitsluiting noemt een bevinding die niet bestaat.",
            en: "An exclusion names a finding that does not exist."),
        CodePage(
            "finding/needless-reason",
            nl: "Bij deze bevinding staat waarom er geen regel op steunt, en er steunt een regel op. Haal unused weg.",
            en: "This finding says why no rule rests on it, and a rule does. Remove unused."),
        CodePage(
            "finding/nothing-checked",
            nl: "Een code noemt een veld nagezocht (read) dat zij niet heeft.",
            en: "A code calls a field checked (read) that it does not have."),
        CodePage(
            "finding/unknown",
            nl: "Een code noemt een bevinding die in geen bron staat.",
            en: "A code names a finding that is in no source."),
        CodePage(
            "finding/unused",
            nl: "Op deze bevinding steunt geen regel. Zeg met unused waarom, of schrijf de regel.",
            en: "No rule rests on this finding. Say by unused why, or write the rule."),
    ]

    private static func pair(clashes: String) -> String {
        """
        vocabulary: interventions
        title: { nl: Interventies, en: Interventions }
        attributes:
          reinforces: { list: interventions, optional: true }
          clashes_with: { list: interventions, optional: true }
        codes:
          - { code: tree, title: { nl: Boom, en: Tree }, reinforces: [bench], clashes_with: [\(clashes)] }
          - { code: bench, title: { nl: Bank, en: Bench } }
          - { code: wall, title: { nl: Muur, en: Wall } }
        """
    }
}
