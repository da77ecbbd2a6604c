/// The forms of rule sets and what stands in them.
extension MappingForm {
    package static let ruleSet = MappingForm(
        "ruleset", text("een regelset", "a rule set"),
        misplaced: [
            "templates": text(
                "soorten feit staan in een eigen bestand, dat met ‘templates:’ begint",
                "kinds of fact stand in a file of their own, which begins with ‘templates:’"),
            "facts": text(
                "feiten komen van buiten (--facts), of horen bij een productiesysteem (mode: production)",
                "facts come from outside (--facts), or belong to a production system (mode: production)"),
            "when": text(
                "begin een regel met ‘- rule: naam’, onder rules", "begin a rule with ‘- rule: name’, under rules"),
            "then": text(
                "begin een regel met ‘- rule: naam’, onder rules", "begin a rule with ‘- rule: name’, under rules"),
        ],
        [
            Key(
                "ruleset", .reference, required: true, text("de naam van de regelset", "the name of the rule set"),
                example: "streets"),
            Key(
                "title", .sentence, required: true, text("hoe hij heet voor lezers", "what it is called for readers"),
                example: "{ nl: Straten, en: Streets }"),
            Key(
                "parameters", .named(.form("parameter")), else: text("geen", "none"),
                text(
                    "getallen met een naam, een grond en een begindag; alle regels zien ze",
                    "numbers with a name, a ground and a first day; all rules see them"),
                example:
                    "{ limit: { title: { nl: Grens, en: Limit }, values: { 2020-01-01: 30 }, judgement: { nl: Gekozen., en: Chosen. } } }"
            ),
            Key(
                "about", .choice(RuleSetSubject.allCases.map(\.rawValue)),
                else: text("het onderwerp van het record", "the subject of the record"),
                text(
                    "analysis: de regels gaan over de analyse zelf en mogen known(x) vragen",
                    "analysis: the rules are about the analysis itself and may ask known(x)"), example: "analysis"),
            Key(
                "rules", .list(.form("rule")), else: text("geen", "none"), text("de regels", "the rules"), example: "[]"
            ),
        ])

    package static let parameter = MappingForm(
        "parameter", text("een parameter", "a parameter"),
        [
            Key(
                "title", .sentence, required: true, text("wat het getal is", "what the number is"),
                example: "{ nl: Grens, en: Limit }"),
            Key(
                "unit", .text, else: text("geen", "none"),
                text(
                    "de eenheid; alleen waarden met dezelfde eenheid zijn te vergelijken",
                    "the unit; only values with the same unit can be compared"), example: "\"%\""),
            Key(
                "values", .named(.number), required: true,
                text(
                    "de waarde vanaf elke dag; vóór de eerste dag is hij niet bekend",
                    "the value from each day on; before the first day it is not known"), example: "{ 2020-01-01: 12.5 }"
            ),
            Key(
                "source", .form("source-reference"),
                text(
                    "de bevinding waar het getal vandaan komt; of schrijf judgement",
                    "the finding that the number comes from; or write judgement"),
                example: "{ ref: street-survey, finding: SU-01 }"),
            Key(
                "judgement", .sentence,
                text(
                    "waarom u dit getal koos, als geen bron het geeft",
                    "why you chose this number, where no source gives it"),
                example: "{ nl: Gekozen., en: Chosen. }"),
        ])

    package static let rule = MappingForm(
        "rule", text("een regel", "a rule"),
        misplaced: [
            "because": text(
                "‘because’ hoort bij het gevolg: zet het onder then, naast de soort feit",
                "‘because’ belongs to the conclusion: put it under then, beside the kind of fact"),
            "parameters": text(
                "parameters horen bij de regelset, naast title en rules",
                "parameters belong to the rule set, beside title and rules"),
            "salience": text(
                "salience is van productiesystemen (mode: production); hier bepaalt de volgorde van regels niets",
                "salience is of production systems (mode: production); here the order of rules decides nothing"),
        ],
        [
            Key(
                "rule", .code, required: true,
                text("de naam, één keer in alle bestanden", "the name, once in all files"),
                example: "busy-street"),
            Key(
                "title", .sentence, required: true, text("wat de regel zegt", "what the rule says"),
                example: "{ nl: Drukke straat, en: Busy street }"),
            Key(
                "source", .oneOrMore(.form("source-reference")), required: true,
                text("de bevindingen waar de regel op steunt", "the findings that the rule rests on"),
                example: "[{ ref: street-survey, finding: SU-01 }]"),
            Key(
                "strength", .choice(RuleStrength.allCases.map(\.rawValue)),
                text(
                    "hoe sterk de onderbouwing is: Q (cijfermatig onderzoek), K (vergelijking van gevallen, gesprekken), E (handreiking van deskundigen), P (beleid), N (pers), legal (de wet), judgement (eigen oordeel); verplicht als de bevinding read is",
                    "how strong the evidence is: Q (quantitative), K (cases compared, interviews), E (guidance of experts), P (policy), N (press), legal (the law), judgement (own judgement); required when the finding is read"
                ), example: "Q"),
            Key(
                "valid", .form("validity"), else: text("altijd", "always"),
                text("van welke tot welke dag de regel geldt", "from which day to which the rule holds"),
                example: "{ from: 2020-01-01 }"),
            Key(
                "when", .list(.either([.expression, .form("condition")])), required: true,
                text(
                    "de voorwaarden; de regel geldt als zij alle waar zijn, en een naam geldt voor wat eronder staat",
                    "the conditions; the rule holds when all are true, and a name counts for what stands below it"),
                example: "[traffic > 1000]"),
            Key(
                "then", .list(.form("conclusion")), required: true,
                text("wat de regel vaststelt", "what the rule concludes"),
                example: "[{ remark: { code: '\"busy\"' } }]"),
        ])

    package static let condition = MappingForm(
        "condition", text("een voorwaarde", "a condition"),
        others: text(
            "de naam van een soort feit, met de velden van een patroon",
            "the name of a kind of fact, with the fields of a pattern"),
        [
            Key(
                "absent", .form("pattern"), text("er is zo'n feit zeker niet", "there is certainly no such fact"),
                example: "{ remark: r, code: '\"busy\"' }"),
            Key(
                "exists", .form("pattern"), text("er is minstens één zo'n feit", "there is at least one such fact"),
                example: "{ remark: r }"),
            Key(
                "every", .form("every"),
                text(
                    "van elk zo'n feit is iets waar; ook als er geen is",
                    "something is true of every such fact; also when there is none"),
                example: "{ car: c, satisfies: c.speed <= 50 }"),
            Key(
                "table", .form("table"),
                text("een beslistabel; de uitkomst krijgt een naam", "a decision table; its result gets a name"),
                example:
                    "{ policy: unique, inputs: [traffic], outputs: [degree], rows: \"< 10 | 1\\n>= 10 | 2\", as: t }"),
            Key(
                "count", .form("aggregate"),
                text("hoeveel feiten er zijn; 0 als er geen is", "how many facts there are; 0 when there is none"),
                example: "{ car: c, as: n }"),
            Key(
                "sum", .form("aggregate"), text("de som; 0 als er geen feit is", "the sum; 0 when there is no fact"),
                example: "{ car: c, of: c.speed, as: total }"),
            Key(
                "min", .form("aggregate"),
                text("de kleinste waarde; null als er geen feit is", "the smallest value; null when there is no fact"),
                example: "{ car: c, of: c.speed, as: slowest }"),
            Key(
                "max", .form("aggregate"),
                text("de grootste waarde; null als er geen feit is", "the largest value; null when there is no fact"),
                example: "{ car: c, of: c.speed, as: fastest }"),
            Key(
                "mean", .form("aggregate"),
                text("het gemiddelde; null als er geen feit is", "the mean; null when there is no fact"),
                example: "{ car: c, of: c.speed, as: typical }"),
            Key(
                "collect", .form("aggregate"),
                text("een lijst van de feiten, of van wat of noemt", "a list of the facts, or of what of names"),
                example: "{ car: c, of: c.id, as: ids }"),
        ])

    package static let pattern = MappingForm(
        "pattern", text("een patroon", "a pattern"),
        others: text(
            "eerst de soort feit met een naam voor het feit; dan velden en kenmerken met de waarde die zij moeten hebben: een code, ‘= FEEL’ of FEEL",
            "first the kind of fact with a name for the fact; then fields and attributes with the value that they must have: a code, ‘= FEEL’ or FEEL"
        ),
        [
            Key(
                "where", .expression, else: text("geen", "none"),
                text("een voorwaarde op het feit", "a condition on the fact"), example: "c.speed > 50")
        ])

    package static let every = MappingForm(
        "every", text("een patroon", "a pattern"), others: pattern.others,
        pattern.keys + [
            Key(
                "satisfies", .expression, required: true,
                text("wat van elk feit waar moet zijn", "what must be true of every fact"),
                example: "c.speed <= 50")
        ])

    package static let aggregate = MappingForm(
        "aggregate", text("een verzameling", "an aggregate"), others: pattern.others,
        pattern.keys + [
            Key(
                "of", .expression,
                text(
                    "wat van elk feit telt; nodig bij sum, min, max en mean",
                    "what of each fact counts; needed with sum, min, max and mean"),
                example: "c.speed"),
            Key(
                "distinct", .expression,
                text("als of, maar gelijke waarden tellen één keer", "like of, but equal values count once"),
                example: "c.owner"),
            Key("as", .name, required: true, text("de naam van de uitkomst", "the name of the result"), example: "n"),
        ])

    package static let conclusion = MappingForm(
        "conclusion", text("een gevolg", "a conclusion"),
        others: text(
            "de soort feit, met haar sleutel en velden tussen accolades",
            "the kind of fact, with its key and fields between braces"),
        [
            Key(
                "because", .sentenceWithValues,
                text(
                    "waarom, in een zin voor lezers; {FEEL} wordt de waarde",
                    "why, in a sentence for readers; {FEEL} becomes the value"),
                example: "{ nl: '{traffic} auto''s per dag.', en: '{traffic} cars a day.' }")
        ])

    package static let table = MappingForm(
        "table", text("een tabel", "a table"),
        [
            Key(
                "policy", .choice(DecisionTable.HitPolicy.allCases.flatMap { [$0.name, $0.rawValue] }), required: true,
                text(
                    "wat telt als meer rijen raken: unique (er mag er maar één raken), any (alle geven hetzelfde), first (de eerste), priority (de belangrijkste), collect en rule order en output order (een lijst), sum, count, min, max; de letters van DMN mogen ook",
                    "what counts when several rows hit: unique (only one may hit), any (all give the same), first (the first), priority (the most important), collect and rule order and output order (a list), sum, count, min, max; the letters of DMN may be used"
                ), example: "unique"),
            Key(
                "inputs", .oneOrMore(.either([.expression, .form("table-input")])), required: true,
                text("de kolommen waar een rij naar kijkt", "the columns that a row looks at"), example: "[traffic]"),
            Key(
                "outputs", .oneOrMore(.either([.name, .form("table-output")])), required: true,
                text("de kolommen met wat een rij geeft", "the columns of what a row gives"), example: "[degree]"),
            Key(
                "rows", .text, required: true,
                text(
                    "de rijen: een tekstblok (|) met een rij per regel, en | tussen de cellen: eerst de ingangen, dan de uitkomsten; - past op alles",
                    "the rows: a block of text (|) with a row a line, and | between the cells: first the inputs, then the outputs; - fits everything"
                ), example: "\"< 10 | 1\\n>= 10 | 2\""),
            Key(
                "as", .name, required: true,
                text("de naam van de uitkomst: t.kolom, of t bij één kolom", "the name of the result: t.column"),
                example: "t"),
        ])

    package static let tableInput = MappingForm(
        "table-input", text("een ingang van een tabel", "an input of a table"),
        [
            Key(
                "value", .expression, required: true, text("wat de kolom bekijkt", "what the column looks at"),
                example: "traffic"),
            Key(
                "allowed", .tests, else: text("alles", "anything"),
                text("welke waarden er kunnen komen", "which values can come"), example: "'>= 0'"),
        ])

    package static let tableOutput = MappingForm(
        "table-output", text("een uitkomst van een tabel", "an output of a table"),
        [
            Key(
                "name", .name, required: true, text("de naam van de kolom", "the name of the column"), example: "degree"
            ),
            Key(
                "codes", .reference, else: text("cellen zijn FEEL", "cells are FEEL"),
                text("cellen zijn codes van deze lijst", "cells are codes of this list"), example: "streets"),
            Key(
                "allowed", .tests, else: text("alles", "anything"),
                text(
                    "welke waarden een cel mag hebben; bij priority en output order de belangrijkste eerst",
                    "which values a cell may have; with priority and output order the most important first"),
                example: "'3, 2, 1'"),
            Key(
                "default", .expression, else: text("null", "null"),
                text("wat geldt als geen rij raakt", "what counts when no row hits"), example: "0"),
        ])

    // MARK: Production systems

    package static let production = MappingForm(
        "production", text("een productiesysteem", "a production system"),
        [
            Key("ruleset", .reference, required: true, text("de naam", "the name"), example: "queue"),
            Key(
                "title", .sentence, required: true, text("hoe het heet voor lezers", "what it is called for readers"),
                example: "{ nl: Wachtrij, en: Queue }"),
            Key(
                "mode", .choice(RuleSetMode.allCases.map(\.rawValue)), required: true,
                text(
                    "regels vuren een voor een en veranderen een werkgeheugen",
                    "rules fire one by one and change a working memory"),
                example: "production"),
            Key(
                "templates", .list(.form("production-template")), else: text("geen", "none"),
                text(
                    "eigen soorten feit, naast die van de hele regelbasis",
                    "kinds of fact of its own, beside those of the whole rule base"),
                example: "[{ template: desk, fields: { name: { type: string } } }]"),
            Key(
                "facts", .list(.named(.declared)), else: text("geen", "none"),
                text("waarmee het werkgeheugen begint", "what the working memory begins with"),
                example: "[{ desk: { name: '\"left\"' } }]"),
            Key(
                "rules", .list(.form("production-rule")), required: true, text("de regels", "the rules"), example: "[]"),
        ])

    package static let productionTemplate = MappingForm(
        "production-template", text("een sjabloon", "a template"),
        [
            Key("template", .name, required: true, text("de naam", "the name"), example: "desk"),
            Key(
                "title", .sentence, else: text("de naam", "the name"),
                text("hoe de soort heet voor lezers", "what the kind is called for readers"),
                example: "{ nl: Loket, en: Desk }"),
            Key(
                "fields", .named(.form("field")), else: text("geen", "none"),
                text("de velden; samen zeggen zij welk feit het is", "the fields; together they say which fact it is"),
                example: "{ name: { type: string } }"),
        ])

    package static let productionRule = MappingForm(
        "production-rule", text("een regel", "a rule"),
        [
            Key("rule", .text, required: true, text("de naam", "the name"), example: "call_next"),
            Key(
                "title", .sentence, else: text("de naam", "the name"), text("wat de regel doet", "what the rule does"),
                example: "{ nl: Roep de volgende, en: Call the next }"),
            Key(
                "salience", .expression, else: text("0", "0"),
                text("een vast geheel getal; een hoger gaat voor", "a fixed whole number; a higher one goes first"),
                example: "10"),
            Key(
                "when", .list(.either([.expression, .form("condition")])), required: true,
                text(
                    "de voorwaarden: patronen, FEEL, absent, exists en every",
                    "the conditions: patterns, FEEL, absent, exists and every"),
                example: "[{ desk: d }]"),
            Key(
                "then", .list(.either([.choice(["halt"]), .form("action")])), required: true,
                text("de handelingen, van boven naar beneden", "the actions, from top to bottom"), example: "[halt]"),
        ])

    package static let action = MappingForm(
        "action", text("een handeling", "an action"),
        [
            Key(
                "assert", .named(.declared), text("voegt een feit toe", "adds a fact"),
                example: "{ desk: { name: '\"left\"' } }"),
            Key(
                "modify", .named(.declared),
                text("verandert velden van een gevonden feit", "changes fields of a matched fact"),
                example: "{ d: { name: '\"right\"' } }"),
            Key(
                "retract", .oneOrMore(.reference), text("haalt gevonden feiten weg", "takes matched facts away"),
                example: "d"),
            Key(
                "bind", .named(.expression),
                text("geeft een waarde een naam voor wat eronder staat", "names a value for what stands below"),
                example: "{ n: 1 + 1 }"),
        ])

    /// The kinds of file that the reader knows, each named by its first key, with `mode` for production systems.
    package static let ruleFiles: [MappingForm] = [vocabulary, record, templates, source, ruleSet, production]

    /// All forms that rule files are made of.
    package static let all: [MappingForm] =
        ruleFiles + [
            attribute, code, validity, names, context, template, relation, field, finding, sourceReference, parameter,
            rule,
            condition, pattern, every, aggregate, conclusion, table, tableInput, tableOutput, productionTemplate,
            productionRule, action, translations,
        ]

    /// The form with an id.
    package static func named(_ id: String) -> MappingForm? { all.first { $0.id == id } }
}

// MARK: - Wordings

/// A wording in both languages.
private func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }
