extension CodePage {
    /// Mistakes in production systems.
    static let ofProduction: [CodePage] = [
        CodePage(
            "production/changed-twice", nl: "Deze regel verandert of verwijdert hetzelfde feit twee keer.",
            en: "This rule changes or takes away the same fact twice.",
            .file(
                wrong: set(then: "[{ modify: { d: { free: true } } }, { retract: d }]"),
                right: set(then: "[{ modify: { d: { free: true } } }]"))),
        CodePage(
            "production/combination",
            nl:
                "In een productiesysteem worden velden niet gecombineerd: een feit met een andere waarde is een ander feit.",
            en: "A production system does not combine fields: a fact with another value is another fact.",
            .file(wrong: set(field: "{ type: number, combine: max }"), right: set(field: "{ type: number }"))),
        CodePage(
            "production/condition",
            nl:
                "Tellingen en tabellen kunnen geen voorwaarde zijn in een productiesysteem; houd de tussenstand bij in een feit.",
            en: "Aggregates and tables cannot be conditions in a production system; keep the running result in a fact.",
            .file(
                wrong: set(when: "[{ count: { desk: d, as: n } }]", then: "[halt]"), right: set(then: "[halt]"))),
        CodePage(
            "production/limit",
            nl: "Een run bereikt een grens. Vaak maakt een regel zelf steeds opnieuw waar hij naar kijkt.",
            en: "A run meets a limit. Often a rule makes what it looks at again and again."),
        CodePage(
            "production/no-action", nl: "De regel doet niets.", en: "The rule does nothing.",
            .file(wrong: set(then: "[]"), right: set(then: "[halt]"))),
        CodePage(
            "production/one-action-each", nl: "Elke handeling begint met een eigen streepje.",
            en: "Each action has a dash of its own.",
            .file(
                wrong: set(then: "[{ retract: d, assert: { desk: { free: true } } }]"),
                right: set(then: "[{ retract: d }, { assert: { desk: { free: true } } }]"))),
        CodePage(
            "production/one-fact-each", nl: "Elk feit begint met een eigen streepje.",
            en: "Each fact has a dash of its own.",
            .file(
                wrong: set(facts: "[{ desk: { free: true }, chair: {} }]", then: "[halt]"),
                right: set(facts: "[{ desk: { free: true } }]", then: "[halt]"))),
        CodePage(
            "production/salience", nl: "salience is een vast geheel getal van -10000 tot en met 10000.",
            en: "salience is a fixed whole number from -10000 to 10000.",
            .file(wrong: set(salience: "1.5", then: "[halt]"), right: set(salience: "10", then: "[halt]"))),
        CodePage(
            "production/time", nl: "De run duurt langer dan is toegestaan.", en: "The run takes longer than is allowed."
        ),
        CodePage(
            "production/unknown-action", nl: "Handelingen zijn assert, modify, retract, bind en halt.",
            en: "Actions are assert, modify, retract, bind and halt.",
            .file(wrong: set(then: "[{ remove: d }]"), right: set(then: "[{ retract: d }]"))),
        CodePage(
            "production/unknown-fact", nl: "modify en retract noemen een feit dat de voorwaarden hebben gevonden.",
            en: "modify and retract name a fact that the conditions matched.",
            .file(wrong: set(then: "[{ retract: x }]"), right: set(then: "[{ retract: d }]"))),
        CodePage(
            "production/value-not-allowed", nl: "Tijdens de run past een waarde niet in het veld.",
            en: "During the run a value does not fit into its field."),
        CodePage(
            "rule/duplicate-ruleset", nl: "Er is al een productiesysteem met deze naam.",
            en: "There is a production system of this name already."),
    ]

    private static func set(
        field: String = "{ type: boolean }", facts: String = "[]", salience: String = "0",
        when: String = "[{ desk: d }]",
        then: String = "[halt]"
    ) -> String {
        """
        ruleset: queue
        title: { nl: Wachtrij, en: Queue }
        mode: production
        templates: [{ template: desk, fields: { free: \(field) } }]
        facts: \(facts)
        rules: [{ rule: one, salience: \(salience), when: \(when), then: \(then) }]
        """
    }
}
