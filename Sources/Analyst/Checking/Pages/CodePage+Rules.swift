extension CodePage {
    /// Mistakes in rules.
    static let ofRules: [CodePage] = [
        CodePage(
            "rule/aggregate-needs-value",
            nl: "sum, min, max en mean moeten weten waarover: schrijf of: met een waarde van elk feit.",
            en: "sum, min, max and mean must know of what: write of: with a value of each fact.",
            .condition(wrong: "sum: { car: c, as: n }", right: "sum: { car: c, of: c.speed, as: n }")),
        CodePage(
            "rule/aggregate-of-no-number", nl: "sum en mean rekenen met getallen; wat of noemt, is er geen.",
            en: "sum and mean reckon with numbers; what of names is none.",
            .condition(wrong: "sum: { car: c, of: c.owner, as: n }", right: "sum: { car: c, of: c.speed, as: n }")),
        CodePage(
            "rule/bad-rule-name", nl: "De naam van een regel bestaat uit letters zonder accent, cijfers en streepjes.",
            en: "The name of a rule is made of letters without accents, digits and hyphens.",
            .file(wrong: rule(name: "my rule"), right: rule(name: "my-rule"))),
        CodePage(
            "rule/bare-threshold",
            nl:
                "Een cijfer met een eenheid wordt vergeleken met een kaal getal. Een grens is een keuze met een bron: maak er een parameter van.",
            en:
                "A figure with a unit is compared with a bare number. A threshold is a choice with a source: make it a parameter.",
            .condition(wrong: "traffic > 800", right: "traffic > busy_from")),
        CodePage(
            "rule/computed-key",
            nl:
                "De sleutel van een feit mag niet worden uitgerekend: er zouden feiten zonder einde kunnen ontstaan. Toegestaan zijn een code, een vaste tekst, en de sleutel of een vast kenmerk van een gevonden feit.",
            en:
                "The key of a fact may not be computed: facts without end could come of it. Allowed are a code, a constant text, and the key or a fixed attribute of a matched fact.",
            .file(
                wrong: rule(when: "- { car: c }", then: "- log: { id: = c.id + \"x\" }"),
                right: rule(when: "- { car: c }", then: "- log: { id: = c.id }"))),
        CodePage(
            "rule/context-needs-member",
            nl: "Dit is geen waarde maar een groep waarden: schrijf een punt en een naam erachter.",
            en: "This is no value but a group of values: write a point and a name behind it.",
            .condition(wrong: "city > 5", right: "city.traffic > busy_from")),
        CodePage(
            "rule/cycle",
            nl:
                "Regels wachten in een kring op elkaar, en een ervan kijkt of iets er juist niet is (absent), of telt. Dan is er geen volgorde waarin zij te beslissen zijn. Haal een schakel weg, of vraag naar iets wat vóór de kring ligt.",
            en:
                "Rules wait for each other in a circle, and one of them looks whether something is not there (absent), or counts. Then there is no order in which they can be decided. Take away a link, or ask for something that lies before the circle.",
            .file(
                wrong: rule(when: "- absent: { remark: r, code: unsafe }", then: "- remark: { code: unsafe }"),
                right: rule(when: "- absent: { remark: r, code: busy }", then: "- remark: { code: unsafe }"))),
        CodePage(
            "rule/duplicate-rule",
            nl: "Twee regels hebben dezelfde naam. Verwijzingen, gevallen en uitleg noemen regels bij hun naam.",
            en: "Two rules have the same name. References, cases and explanations call rules by name.",
            .file(wrong: rule(name: "busy-street"), right: rule(name: "busier-street"))),
        CodePage(
            "rule/empty-expression", nl: "Waar FEEL hoort, staat niets. Alles na # is commentaar.",
            en: "Where FEEL belongs, nothing stands. All that follows # is a comment.",
            .condition(wrong: "# width > 5", right: "width > 5 # wide")),
        CodePage(
            "rule/empty-validity", nl: "Deze geldigheid eindigt voordat zij begint: draai from en until om.",
            en: "This validity ends before it begins: swap from and until.",
            .file(
                wrong: rule(more: "valid: { from: 2025-01-01, until: 2020-01-01 }"),
                right: rule(more: "valid: { from: 2020-01-01, until: 2025-01-01 }"))),
        CodePage(
            "rule/input-concluded",
            nl: "Deze soort feit komt van buiten (input: true, of een relatie). Een regel kan het niet vaststellen.",
            en: "This kind of fact comes from outside (input: true, or a relation). A rule cannot conclude it.",
            .file(
                wrong: rule(then: "- car: { id: '\"a\"' }"), right: rule(then: "- remark: { code: busy }"))),
        CodePage(
            "rule/known-outside-analysis",
            nl:
                "known(x) vraagt of iets is ingevuld, niet of het waar is. Dat mag alleen in regels over de analyse zelf (about: analysis); anders zou een leeg veld een conclusie geven.",
            en:
                "known(x) asks whether something is filled in, not whether it is true. That is allowed only in rules about the analysis itself (about: analysis); else an empty field would give a conclusion.",
            .file(
                wrong: rule(when: "- known(traffic)"),
                right: rule(when: "- known(traffic)").replacing("rules:", with: "about: analysis\nrules:"))),
        CodePage(
            "rule/misspelt-declaration",
            nl:
                "Een naam is vastgelegd en wordt nergens gebruikt; bijna dezelfde naam wordt op veel plaatsen gebruikt en bestaat niet. Waarschijnlijk staat de tikfout waar de naam is vastgelegd.",
            en:
                "A name is declared and used nowhere; nearly the same name is used in many places and does not exist. Probably the slip is where the name is declared."
        ),
        CodePage(
            "rule/never-fires",
            nl:
                "Deze regel kan nooit iets vaststellen: twee voorwaarden sluiten elkaar uit, of hij vraagt een feit dat geen regel vaststelt en dat niet van buiten komt.",
            en:
                "This rule can never conclude anything: two conditions exclude each other, or it asks for a fact that no rule concludes and that does not come from outside.",
            .file(
                wrong: rule(when: "- { note: n }", then: "- remark: { code: unsafe }"),
                right: rule(when: "- { remark: n, code: busy }", then: "- remark: { code: unsafe }"))),
        CodePage(
            "rule/same-as-other",
            nl:
                "Twee regels hebben dezelfde voorwaarden en stellen hetzelfde vast. Haal er een weg, of zeg waarin zij verschillen.",
            en: "Two rules have the same conditions and conclude the same. Remove one, or say in what they differ.",
            .file(
                wrong: rule(name: "again", when: "- traffic >= busy_from", then: "- remark: { code: unsafe }")
                    + "\n"
                    + rule(name: "once-more", when: "- traffic >= busy_from", then: "- remark: { code: unsafe }")
                    .split(separator: "\n").dropFirst(3).joined(separator: "\n"),
                right: rule(name: "again", when: "- traffic >= busy_from", then: "- remark: { code: unsafe }"))),
        CodePage(
            "rule/no-conclusion", nl: "De regel stelt niets vast.", en: "The rule concludes nothing.",
            .file(wrong: rule(then: "[]"), right: rule())),
        CodePage(
            "rule/no-reason",
            nl:
                "De regel zegt niet waarom (because). Andere regels van dezelfde set doen dat wel; lezers zien hier dan geen zin.",
            en: "The rule does not say why (because). Other rules of the set do; readers then see no sentence here.",
            .file(
                wrong: rule(name: "one", then: "- remark: { code: busy }\n  because: { nl: Ja., en: Yes. }")
                    + "\n"
                    + rule(name: "two", then: "- remark: { code: unsafe }").split(separator: "\n").dropFirst(3)
                    .joined(separator: "\n"),
                right: rule(name: "two", then: "- remark: { code: unsafe }\n  because: { nl: Ja., en: Yes. }"))),
        CodePage(
            "rule/no-condition", nl: "De regel heeft geen voorwaarde en geldt dus altijd.",
            en: "The rule has no condition and so always holds.", .file(wrong: rule(when: "[]"), right: rule())),
        CodePage(
            "rule/no-source",
            nl:
                "Een regel of parameter zegt niet waar zij vandaan komt. Noem een bevinding, of bij een parameter een eigen oordeel (judgement).",
            en:
                "A rule or parameter does not say where it comes from. Name a finding, or with a parameter a judgement of your own.",
            .file(
                wrong: rule().replacing("source: [{ ref: street-survey, finding: SU-01 }]", with: "source: []"),
                right: rule())),
        CodePage(
            "rule/no-strength", nl: "De regel zegt niet hoe sterk de onderbouwing is.",
            en: "The rule does not say how strong its evidence is.",
            .file(wrong: rule().replacing("    strength: Q\n", with: ""), right: rule())),
        CodePage(
            "rule/of-and-distinct", nl: "‘of’ telt elke waarde, ‘distinct’ gelijke waarden één keer. Schrijf er een.",
            en: "‘of’ counts each value, ‘distinct’ counts equal values once. Write one of them.",
            .condition(
                wrong: "count: { car: c, of: c.owner, distinct: c.owner, as: n }",
                right: "count: { car: c, distinct: c.owner, as: n }")),
        CodePage(
            "rule/open-brace", nl: "In een zin staat { zonder }. Wat tussen { } staat, wordt een waarde.",
            en: "A sentence has { without }. What stands between { } becomes a value.",
            .file(
                wrong: rule(then: "- remark: { code: busy }\n  because: { nl: '{traffic auto''s', en: cars }"),
                right: rule(then: "- remark: { code: busy }\n  because: { nl: '{traffic} auto''s', en: cars }"))),
        CodePage(
            "rule/parameter-gap",
            nl:
                "Een parameter heeft op sommige dagen geen waarde waarop een regel hem wel leest. Op die dagen is niets te zeggen. Geef een eerdere waarde, of laat de regel pas dan gelden.",
            en:
                "On some days a parameter has no value while a rule reads it. Nothing can be said on those days. Give an earlier value, or let the rule hold from then on only.",
            .file(
                wrong: parameter("values: { 2024-01-01: 5 }") + "\n" + body(when: "- width > wide_from"),
                right: parameter("values: { 2020-01-01: 5 }") + "\n" + body(when: "- width > wide_from"))),
        CodePage(
            "rule/pattern-expected", nl: "Hier hoort een patroon: een soort feit met een naam, { car: c }.",
            en: "A pattern belongs here: a kind of fact with a name, { car: c }.",
            .condition(wrong: "absent: closed", right: "absent: { car: c }")),
        CodePage(
            "rule/quote-feel",
            nl:
                "YAML leest een deel van de expressie als eigen teken (komma, dubbele punt, #, {, [, >). Zet de hele expressie tussen enkele aanhalingstekens.",
            en:
                "YAML takes part of the expression for a sign of its own (comma, colon, #, {, [, >). Put the whole expression in single quotes.",
            .condition(wrong: "[traffic, 5]", right: "'[traffic, 5][1] > 3'")),
        CodePage(
            "rule/unit-mismatch", nl: "Twee waarden met verschillende eenheid worden vergeleken of opgeteld.",
            en: "Two values of different units are compared or added.",
            .condition(wrong: "width > busy_from", right: "traffic > busy_from")),
        CodePage(
            "rule/unknown-field", nl: "Deze soort feit heeft geen veld of kenmerk met deze naam.",
            en: "This kind of fact has no field or attribute of this name.",
            .condition(wrong: "{ car: c, where: c.sped > 5 }", right: "{ car: c, where: c.speed > 5 }")),
        CodePage(
            "rule/unknown-function",
            nl: "FEEL heeft geen functie met deze naam. ‘analyst feel --functions’ toont ze alle.",
            en: "FEEL has no function of this name. ‘analyst feel --functions’ shows all.",
            .condition(wrong: "average([width, 2]) > 5", right: "mean([width, 2]) > 5")),
        CodePage(
            "rule/unknown-name",
            nl:
                "Deze naam is nergens vastgelegd: niet als cijfer van het record, niet als parameter, en geen patroon erboven geeft hem. Een tekst staat tussen dubbele aanhalingstekens.",
            en:
                "This name is declared nowhere: not as a figure of the record, not as a parameter, and no pattern above gives it. A text stands in double quotes.",
            .condition(wrong: "trafic > busy_from", right: "traffic > busy_from")),
        CodePage(
            "rule/unknown-template", nl: "Er is geen soort feit met deze naam.",
            en: "There is no kind of fact of this name.",
            .condition(wrong: "{ kar: c }", right: "{ car: c }")),
        CodePage(
            "rule/unknown-source", nl: "Er is geen bron met deze naam.", en: "There is no source of this name.",
            .file(wrong: rule().replacing("ref: street-survey", with: "ref: street-survy"), right: rule())),
        CodePage(
            "rule/unknown-finding", nl: "De bron heeft geen bevinding met deze naam.",
            en: "The source has no finding of this name.",
            .file(wrong: rule().replacing("SU-01", with: "SU-11"), right: rule())),
        CodePage(
            "rule/unverified-finding",
            nl:
                "De bevinding is niet zelf nagelezen (certainty is niet read). Een regel die erop steunt, is een eigen oordeel: strength: judgement.",
            en:
                "The finding was not read by whoever wrote it down (certainty is not read). A rule that rests on it is a judgement: strength: judgement.",
            .file(
                wrong: rule().replacing("SU-01", with: "SU-02"),
                right: rule().replacing("SU-01", with: "SU-02").replacing("strength: Q", with: "strength: judgement"))),
        CodePage(
            "rule/unused-parameter", nl: "Geen regel gebruikt deze parameter.", en: "No rule uses this parameter.",
            .file(
                wrong: parameter("values: { 2020-01-01: 5 }") + "\n" + body(),
                right: parameter("values: { 2020-01-01: 5 }") + "\n" + body(when: "- width > wide_from"))),
        CodePage(
            "rule/may-pass-limit",
            nl:
                "Een regel rekent een waarde uit die meer of iets anders kan zijn dan het veld toelaat (values of range in het sjabloon). Begrens haar met een voorwaarde of een tabel.",
            en:
                "A rule computes a value that can be more, or other, than the field allows (values or range in the template). Bound it by a condition or a table.",
            .file(
                wrong: rule(then: "- remark: { code: busy, degree: = width }"),
                right: rule(then: "- remark: { code: busy, degree: = if closed then 1 else 2 }"))),
        CodePage(
            "rule/value-not-allowed",
            nl:
                "De waarde past niet in het veld: het sjabloon noemt de waarden, het bereik of de soort die mogelijk zijn.",
            en:
                "The value does not fit into the field: the template names the values, the range or the kind that are possible.",
            .file(
                wrong: rule(then: "- remark: { code: busy, degree: 9 }"),
                right: rule(then: "- remark: { code: busy, degree: 4 }"))),
        CodePage(
            "rule/expires", nl: "Een code loopt binnen een jaar na vandaag af. Zoek na wat daarna geldt.",
            en: "A code ends within a year from today. Look up what holds after that."),
    ]

    static func rule(
        name: String = "example", when: String = "- traffic > busy_from", then: String = "- remark: { code: busy }",
        more: String = ""
    ) -> String {
        "ruleset: example\ntitle: { nl: Voorbeeld, en: Example }\n"
            + body(name: name, when: when, then: then, more: more)
    }

    private static func body(
        name: String = "example", when: String = "- traffic > busy_from", then: String = "- remark: { code: busy }",
        more: String = ""
    ) -> String {
        func block(_ key: String, _ text: String) -> String {
            text.hasPrefix("-")
                ? "    \(key):\n" + text.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
                : "    \(key): \(text)"
        }
        let lines: [String?] = [
            "rules:", "  - rule: \(name)", "    title: { nl: Voorbeeld, en: Example }",
            "    source: [{ ref: street-survey, finding: SU-01 }]", "    strength: Q",
            more.isEmpty ? nil : "    \(more)",
            block("when", when), block("then", then),
        ]
        return lines.compactMap(\.self).joined(separator: "\n")
    }

    static func parameter(_ values: String, name: String = "wide_from") -> String {
        "ruleset: example\ntitle: { nl: Voorbeeld, en: Example }\nparameters:\n  \(name):\n"
            + "    title: { nl: Breed vanaf, en: Wide from }\n    unit: m\n    \(values)\n"
            + "    source: { ref: street-survey, finding: SU-01 }"
    }
}
