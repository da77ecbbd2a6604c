extension CodePage {
    /// Mistakes in vocabularies, the record, kinds of fact, parameters and sources.
    static let ofDeclarations: [CodePage] = [
        CodePage(
            "rule/attribute-kind",
            nl: "Een kenmerk heeft precies één soort: text, string, number, boolean, vocabulary of list.",
            en: "An attribute has exactly one kind: text, string, number, boolean, vocabulary or list.",
            .file(
                wrong: trees(attribute: "{ optional: true }"),
                right: trees(attribute: "{ string: true, optional: true }"))),
        CodePage(
            "rule/bad-code",
            nl: "Een code bestaat uit letters zonder accent, cijfers, streepjes en liggende streepjes.",
            en: "A code is made of letters without accents, digits, hyphens and underscores.",
            .file(wrong: trees(code: "\"old oak\""), right: trees(code: "old-oak"))),
        CodePage(
            "rule/bad-date", nl: "Een dag is jaar-maand-dag, zoals 2020-03-31, en moet bestaan.",
            en: "A day is year-month-day, as in 2020-03-31, and must exist.",
            .file(
                wrong: CodePage.rule(more: "valid: { from: 2020-02-30 }"),
                right: CodePage.rule(more: "valid: { from: 2020-02-28 }"))),
        CodePage(
            "rule/bad-name",
            nl:
                "Een naam die FEEL ziet, bestaat uit letters, cijfers en liggende streepjes, en is geen woord van FEEL.",
            en: "A name that FEEL sees is made of letters, digits and underscores, and is no word of FEEL.",
            .file(
                wrong: CodePage.parameter("values: { 2020-01-01: 5 }", name: "wide-from"),
                right: CodePage.parameter("values: { 2020-01-01: 5 }"))),
        CodePage(
            "rule/bad-range",
            nl: "Een bereik van getallen schrijft u als '[0..100]'; rond haakje: het einde zelf telt niet mee.",
            en: "A range of numbers is written '[0..100]'; a round bracket: the end itself does not count.",
            .file(
                wrong: template("{ type: number, range: '0-10' }"),
                right: template("{ type: number, range: '[0..10]' }"))),
        CodePage(
            "rule/combination-misfit",
            nl: "max en min kiezen uit getallen, union voegt lijsten samen. Bij dit veld past dat niet.",
            en: "max and min choose among numbers, union joins lists. That does not fit this field.",
            .file(wrong: template("{ type: string, combine: max }"), right: template("{ type: number, combine: max }"))),
        CodePage(
            "rule/duplicate-code", nl: "Een code staat twee keer in een woordenlijst, misschien in twee bestanden.",
            en: "A code stands twice in a vocabulary, perhaps in two files.",
            .file(
                wrong:
                    "vocabulary: remarks\ncodes:\n  - code: busy\n    title: { nl: Druk, en: Busy }\n    theme: noise",
                right:
                    "vocabulary: remarks\ncodes:\n  - code: calm\n    title: { nl: Rustig, en: Calm }\n    theme: noise"
            )),
        CodePage(
            "rule/duplicate-finding", nl: "Twee bevindingen van een bron hebben dezelfde naam.",
            en: "Two findings of a source have the same name.",
            .file(wrong: source("B-1", "B-1"), right: source("B-1", "B-2"))),
        CodePage(
            "rule/duplicate-parameter", nl: "Er is al een parameter met deze naam; alle regelsets delen ze.",
            en: "There is a parameter of this name already; all rule sets share them.",
            .file(
                wrong: CodePage.parameter("values: { 2020-01-01: 5 }", name: "busy_from"),
                right: CodePage.parameter("values: { 2020-01-01: 5 }"))),
        CodePage(
            "rule/duplicate-record",
            nl: "Er is al een record. Regels gaan over één onderwerp; andere zijn soorten feit.",
            en: "There is a record already. Rules are about one subject; others are kinds of fact.",
            .file(
                wrong: "record: house\ntitle: { nl: Huis, en: House }\nnames: { vocabulary: figures }",
                right:
                    "templates:\n  - template: house\n    title: { nl: Huis, en: House }\n    key: { id: { type: string } }"
            )),
        CodePage(
            "rule/duplicate-source", nl: "Er is al een bron met deze naam. Zet alle bevindingen in één bestand.",
            en: "There is a source of this name already. Put all findings in one file.",
            .file(
                wrong: source("B-1", "B-2").replacing("source: book", with: "source: street-survey"),
                right: source("B-1", "B-2"))),
        CodePage(
            "rule/duplicate-template", nl: "Er is al een soort feit met deze naam.",
            en: "There is a kind of fact of this name already.",
            .file(
                wrong: template("{ type: number }", name: "car"), right: template("{ type: number }"))),
        CodePage(
            "rule/empty-range", nl: "In dit bereik ligt geen getal: het eerste is groter dan het tweede.",
            en: "No number lies in this range: the first is greater than the second.",
            .file(
                wrong: template("{ type: number, range: '[10..0]' }"),
                right: template("{ type: number, range: '[0..10]' }"))),
        CodePage(
            "rule/field-type",
            nl:
                "Een veld zegt wat het bevat: type: number, string of boolean, vocabulary: (een code) of list: (codes).",
            en: "A field says what it holds: type: number, string or boolean, vocabulary: (one code) or list: (codes).",
            .file(wrong: template("{ type: bool }"), right: template("{ type: boolean }"))),
        CodePage(
            "rule/needless-key",
            nl:
                "Deze sleutel zegt hier niets: range hoort bij type: number, values bij number of string, en een veld heeft één van type, vocabulary en list. Wie het schrijft, verwacht dat het iets doet.",
            en:
                "This key says nothing here: range goes with type: number, values with number or string, and a field has one of type, vocabulary and list. Whoever writes it expects it to do something.",
            .file(
                wrong: template("{ type: string, range: '[0..10]' }"),
                right: template("{ type: number, range: '[0..10]' }"))),
        CodePage(
            "rule/no-values", nl: "Een parameter heeft een waarde vanaf een dag: values: { 2020-01-01: 10 }.",
            en: "A parameter has a value from a day on: values: { 2020-01-01: 10 }.",
            .file(
                wrong: CodePage.parameter("values: {}"), right: CodePage.parameter("values: { 2020-01-01: 10 }"))),
        CodePage(
            "rule/not-a-number",
            nl: "Hier hoort een getal, met een punt voor decimalen en zonder tekens tussen duizendtallen.",
            en: "A number belongs here, with a point for decimals and without marks between thousands.",
            .file(
                wrong: CodePage.parameter("values: { 2020-01-01: '2,5' }"),
                right: CodePage.parameter("values: { 2020-01-01: 2.5 }"))),
        CodePage(
            "rule/unit-spelling",
            nl: "Eén eenheid is op twee manieren geschreven, zoals procent en %. Schrijf haar overal gelijk.",
            en: "One unit is written in two ways, such as procent and %. Write it the same everywhere.",
            .file(wrong: units("procent"), right: units("\"%\""))),
        CodePage(
            "rule/names-itself",
            nl: "Een code noemt zichzelf in een lijst van andere codes: een oorzaak van zichzelf bijvoorbeeld.",
            en: "A code names itself in a list of other codes: a cause of itself, for example.",
            .file(wrong: steps("paint"), right: steps("sweep"))),
        CodePage(
            "rule/thousands",
            nl:
                "Dit getal is op twee manieren te lezen: 1.000 is duizend voor wie Nederlands schrijft, en één voor het programma. Schrijf 1000, of 1.",
            en:
                "This number can be read in two ways: 1.000 is a thousand to whoever writes Dutch, and one to the program. Write 1000, or 1.",
            .file(
                wrong: CodePage.parameter("values: { 2020-01-01: 1.000 }"),
                right: CodePage.parameter("values: { 2020-01-01: 1000 }"))),
        CodePage(
            "rule/not-a-rule-file", nl: "Een regelbestand begint met vocabulary, record, templates, source of ruleset.",
            en: "A rule file begins with vocabulary, record, templates, source or ruleset.",
            .file(wrong: "- one\n- two", right: trees(code: "oak"))),
        CodePage(
            "rule/unknown-file-kind",
            nl: "De eerste sleutel van een regelbestand zegt wat erin staat. Deze is niet bekend.",
            en: "The first key of a rule file says what it holds. This one is not known.",
            .file(wrong: "trees:\n  - oak", right: trees(code: "oak"))),
        CodePage(
            "rule/relation-shape",
            nl:
                "Een soort feit die uit een woordenlijst volgt, heeft als sleutel één code van die lijst, of twee codes als een kenmerk ze noemt, en geen andere velden.",
            en:
                "A kind of fact that follows from a vocabulary has one code of it as its key, or two codes where an attribute names them, and no other fields.",
            .file(
                wrong:
                    "templates:\n  - template: known_remark\n    title: { nl: a, en: b }\n    relation: { vocabulary: remarks }\n    key: { code: { vocabulary: remarks } }\n    fields: { x: { type: number } }",
                right:
                    "templates:\n  - template: known_remark\n    title: { nl: a, en: b }\n    relation: { vocabulary: remarks }\n    key: { code: { vocabulary: remarks } }"
            )),
        CodePage(
            "rule/shadowed-name",
            nl: "Deze naam is al van iets anders: een cijfer, een parameter of een naam erboven in de regel.",
            en: "This name belongs to something else already: a figure, a parameter or a name above in the rule.",
            .condition(wrong: "{ car: width }", right: "{ car: c }")),
        CodePage(
            "rule/unknown-attribute", nl: "De woordenlijst heeft geen kenmerk met codes dat zo heet.",
            en: "The vocabulary has no attribute with codes of this name.",
            .file(
                wrong: relation("leads"), right: relation("leads_to"))),
        CodePage(
            "rule/unknown-code",
            nl: "De woordenlijst heeft geen code die zo heet. Zonder ‘=’ is wat er staat een vaste code.",
            en: "The vocabulary has no code of this name. Without ‘=’ what stands there is a literal code.",
            .condition(wrong: "{ remark: r, code: bussy }", right: "{ remark: r, code: busy }")),
        CodePage(
            "rule/unknown-subject", nl: "per: noemt het record waarover de feiten gaan.",
            en: "per: names the record that the facts are about.",
            .file(
                wrong: template("{ type: number }").replacing("    key:", with: "    per: nonsense\n    key:"),
                right: template("{ type: number }").replacing("    key:", with: "    per: street\n    key:"))),
        CodePage(
            "rule/unknown-type",
            nl: "Het kenmerk type van een naam van het record is number, string, boolean of choice.",
            en: "The attribute type of a name of the record is number, string, boolean or choice."),
        CodePage(
            "rule/unknown-vocabulary", nl: "Er is geen woordenlijst met deze naam.",
            en: "There is no vocabulary of this name.",
            .file(wrong: template("{ vocabulary: remark }"), right: template("{ vocabulary: remarks }"))),
        CodePage(
            "rule/unused-question",
            nl: "Geen regel kijkt naar het antwoord op deze vraag. Wie haar beantwoordt, doet moeite voor niets.",
            en: "No rule looks at the answer to this question. Whoever answers it takes trouble for nothing."),
    ]

    private static func trees(attribute: String? = nil, code: String = "oak") -> String {
        "vocabulary: trees\n" + (attribute.map { "attributes: { kind: \($0) }\n" } ?? "")
            + "codes:\n  - code: \(code)\n    title: { nl: Eik, en: Oak }"
    }

    private static func template(_ field: String, name: String = "house") -> String {
        "templates:\n  - template: \(name)\n    title: { nl: Huis, en: House }\n    key: { id: { type: string } }\n"
            + "    fields: { value: \(field) }"
    }

    private static func relation(_ attribute: String) -> String {
        "templates:\n  - template: chain\n    title: { nl: a, en: b }\n"
            + "    relation: { vocabulary: remarks, attribute: \(attribute) }\n"
            + "    key: { from: { vocabulary: remarks }, to: { vocabulary: remarks } }"
    }

    private static func source(_ ids: String...) -> String {
        "source: book\ntitle: A book\nread: { nl: Ja., en: Yes. }\nunused: { nl: Voorbeeld., en: Example. }\nfindings:\n"
            + ids.map { "  - { id: \($0), statement: { nl: a, en: b }, certainty: read }" }.joined(separator: "\n")
    }

    private static func units(_ unit: String) -> String {
        """
        vocabulary: shares
        title: { nl: Delen, en: Shares }
        attributes: { unit: { string: true } }
        codes:
          - { code: one, title: { nl: Een, en: One }, unit: "%" }
          - { code: two, title: { nl: Twee, en: Two }, unit: "%" }
          - { code: three, title: { nl: Drie, en: Three }, unit: \(unit) }
        """
    }

    private static func steps(_ before: String) -> String {
        """
        vocabulary: steps
        title: { nl: Stappen, en: Steps }
        attributes: { after: { list: steps, optional: true } }
        codes:
          - { code: sweep, title: { nl: Vegen, en: Sweep } }
          - { code: paint, title: { nl: Verven, en: Paint }, after: [\(before)] }
        """
    }
}
