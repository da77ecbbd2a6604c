package import RuleEngine

/// The forms of the files of a casebook.
extension MappingForm {
    package static let casebook = MappingForm(
        "casebook", text("een casusboek", "a casebook"),
        [
            Key(
                "casebook", .text, required: true,
                text("de naam, gelijk aan die van de map", "the name, the same as that of its folder"),
                example: "acht-gebieden"),
            Key(
                "title", .sentence, required: true, text("hoe het heet", "what it is called"),
                example: "{ nl: Acht gebieden, en: Eight areas }"),
            Key(
                "introduction", .sentence, required: true,
                text("wat wie begint het eerst leest", "what somebody who begins reads first"),
                example: "{ nl: Echte gebieden., en: Real areas. }"),
            Key(
                "pass_mark", .number, required: true,
                text("het aantal punten van de 100 waarmee men slaagt", "the points of 100 that are enough to pass"),
                example: "60"),
            Key(
                "attempts", .number, else: text("2", "2"),
                text(
                    "hoe vaak een casus mag worden ingeleverd; daarna is het model te zien",
                    "how often a case may be handed in; after that the model is shown"), example: "2"),
            Key(
                "hint_cost", .number, else: text("1", "1"),
                text("wat elke hint na de eerste kost", "what each hint after the first costs"), example: "1"),
            Key(
                "synonyms", .named(.sentence), else: text("geen", "none"),
                text(
                    "andere woorden voor wat te kiezen is, per code", "other words for what can be picked, by its code"),
                example: "{ armoede: { nl: geldzorgen, en: money worries } }"),
            Key(
                "cases", .list(.reference), required: true,
                text(
                    "de namen van de bestanden in de map cases, van makkelijk naar moeilijk",
                    "the names of the files in the folder cases, from easy to hard"), example: "[overvecht]"),
        ])

    package static let casebookCase = MappingForm(
        "casebook-case", text("een casus", "a case"),
        [
            Key(
                "case", .text, required: true,
                text("de naam, gelijk aan die van het bestand", "the name, the same as that of its file"),
                example: "overvecht"),
            Key(
                "title", .sentence, required: true, text("hoe de casus heet", "what the case is called"),
                example: "{ nl: 'Overvecht: eerst kijken', en: 'Overvecht: look first' }"),
            Key(
                "level", .number, else: text("1", "1"),
                text("hoe moeilijk hij is, van 1 tot en met 9", "how hard it is, from 1 to 9"), example: "1"),
            Key(
                "sheet", .text, required: true,
                text(
                    "het feitenblad, vanaf de map boven de casusboeken",
                    "the fact sheet, from the folder above the casebooks"),
                example: "sheets/areas/utrecht-overvecht.yaml"),
            Key(
                "date", .day, required: true, text("de dag van de analyse", "the day of the analysis"),
                example: "2025-01-01"),
            Key(
                "model", .choice(CasebookCase.Basis.allCases.map(\.rawValue)), else: text("given", "given"),
                text(
                    "waarop het model van de regels steunt: given (wat de passages vertellen) of sheet (het hele blad)",
                    "what the model of the rules rests on: given (what the passages tell) or sheet (the whole sheet)"),
                example: "given"),
            Key(
                "shows", .choice(CasebookCase.View.allCases.map(\.rawValue)), else: text("text", "text"),
                text(
                    "wat de cursist naast de passages ziet: text (niets) of sheet (alle cijfers)",
                    "what the trainee sees beside the passages: text (nothing) or sheet (all figures)"),
                example: "text"),
            Key(
                "stages", .list(.form("casebook-stage")), required: true,
                text("de tekst, in delen die na elkaar worden gelezen", "the text, in parts that are read in turn"),
                example: "[{ stage: werk, title: { nl: Werk, en: Work }, passages: [] }]"),
            Key(
                "information", .form("casebook-information"), else: text("niets", "nothing"),
                text("wat te vragen is, en wat dat kost", "what can be asked for, and what that costs"),
                example: "{ budget: 4, requests: [] }"),
            Key(
                "roles", .list(.form("casebook-role")), else: text("geen", "none"),
                text("wie men is in een groep", "who somebody is in a group"),
                example:
                    "[{ role: bewoner, title: { nl: Bewoner, en: Resident }, text: { nl: U woont hier., en: You live here. } }]"
            ),
            Key(
                "exercises", .list(.form("casebook-exercise")), required: true,
                text("wat wordt gevraagd; de punten zijn samen 100", "what is asked; the points are 100 together"),
                example: "[{ exercise: problemen, kind: problems, points: 100 }]"),
            Key(
                "panel", .list(.form("casebook-member")), else: text("geen", "none"),
                text("wat collega's antwoorden", "what colleagues answer"),
                example: "[{ member: beleid, answers: { problemen: [armoede] } }]"),
        ])

    package static let casebookStage = MappingForm(
        "casebook-stage", text("een fase", "a stage"),
        [
            Key("stage", .text, required: true, text("de naam", "the name"), example: "werk"),
            Key(
                "title", .sentence, required: true, text("wat erboven staat", "what stands above it"),
                example: "{ nl: Werk, en: Work }"),
            Key(
                "passages", .list(.form("casebook-passage")), required: true,
                text("de stukken tekst", "the pieces of text"),
                example: "[{ passage: werk, text: { nl: Lees., en: Read. } }]"),
        ])

    package static let casebookPassage = MappingForm(
        "casebook-passage", text("een passage", "a passage"),
        [
            Key(
                "passage", .text, required: true,
                text("de naam, waarmee een cursist haar aanhaalt", "the name by which a trainee cites it"),
                example: "werk"),
            Key(
                "text", .sentence, required: true, text("de tekst", "the text"),
                example: "{ nl: Wie heeft werk?, en: Who has work? }"),
            Key(
                "figures", .list(.reference), else: text("geen", "none"),
                text(
                    "de cijfers van het feitenblad die hier staan, met jaar, vergelijking en bron",
                    "the figures of the sheet that stand here, with year, benchmarks and source"),
                example: "[bijstand, ww]"),
            Key(
                "answers", .list(.form("sheet-answer")), else: text("geen", "none"),
                text("wat mensen hier zeggen", "what people say here"),
                example: "[{ question: overlast, perspective: bewoners, value: true }]"),
            Key(
                "invented", .boolean, else: text("false", "false"),
                text(
                    "de stemmen zijn verzonnen; de lezer krijgt dat te horen",
                    "the voices are invented; the reader is told so"), example: "true"),
            Key(
                "source", .sentence, else: text("geen", "none"),
                text("waar echte stemmen vandaan komen", "where real voices come from"),
                example: "{ nl: Enquête van de wijk, en: Survey of the district }"),
        ])

    package static let casebookInformation = MappingForm(
        "casebook-information", text("wat te vragen is", "what can be asked"),
        [
            Key(
                "budget", .number, required: true, text("wat vragen samen mag kosten", "what asking may cost together"),
                example: "4"),
            Key(
                "requests", .list(.form("casebook-request")), required: true,
                text("wat gevraagd kan worden", "what can be asked for"),
                example: "[{ request: panden, title: { nl: Panden, en: Premises }, price: 2, figures: [ww] }]"),
        ])

    package static let casebookRequest = MappingForm(
        "casebook-request", text("een vraag om gegevens", "a request for data"),
        [
            Key("request", .text, required: true, text("de naam", "the name"), example: "panden"),
            Key(
                "title", .sentence, required: true, text("wat er wordt gevraagd", "what is asked for"),
                example: "{ nl: Vraag naar panden, en: Ask about premises }"),
            Key("price", .number, required: true, text("wat het kost", "what it costs"), example: "2"),
            Key(
                "figures", .list(.reference), else: text("geen", "none"),
                text("de cijfers die dan bekend worden", "the figures that become known"), example: "[ww]"),
            Key(
                "answers", .list(.form("sheet-answer")), else: text("geen", "none"),
                text("wat mensen dan zeggen", "what people then say"),
                example: "[{ question: overlast, perspective: bewoners, value: true }]"),
        ])

    package static let casebookRole = MappingForm(
        "casebook-role", text("een rol", "a role"),
        [
            Key("role", .text, required: true, text("de naam", "the name"), example: "bewoner"),
            Key(
                "title", .sentence, required: true, text("wie men is", "who one is"),
                example: "{ nl: Bewoner, en: Resident }"),
            Key(
                "text", .sentence, required: true, text("wat op het rolblad staat", "what the role sheet says"),
                example: "{ nl: U woont hier., en: You live here. }"),
        ])

    /// All keys that an exercise of some kind has.
    package static let casebookExercise = MappingForm(
        "casebook-exercise", text("een oefening", "an exercise"),
        [
            Key("exercise", .text, required: true, text("de naam", "the name"), example: "problemen"),
            Key(
                "kind", .choice(ExerciseKind.allCases.map(\.rawValue)), required: true,
                text("wat er wordt gevraagd", "what is asked for"), example: "problems"),
            Key(
                "points", .number, required: true,
                text("de punten van de 100 van de casus", "the points of the 100 of the case"), example: "60"),
            Key(
                "title", .sentence, else: text("die van de soort", "that of the kind"),
                text("hoe de oefening heet", "what the exercise is called"), example: "{ nl: Kijk, en: Look }"),
            Key(
                "question", .sentence, else: text("die van de soort", "that of the kind"),
                text("de vraag", "the question"), example: "{ nl: Wat staat vast?, en: What is certain? }"),
            Key(
                "against", .choice(ExerciseDefinition.Standard.allCases.map(\.rawValue)),
                else: text("trainer", "trainer"),
                text(
                    "waartegen wordt nagekeken: engine (de regels), trainer (de regels met de afwijkingen) of panel",
                    "what it is marked against: engine (the rules), trainer (the rules with the departures) or panel"),
                example: "trainer"),
            Key(
                "hints", .list(.sentence), else: text("geen", "none"),
                text("hints, een kleine eerst", "hints, a small one first"),
                example: "[{ nl: Kijk naar geld., en: Look at money. }]"),
            Key(
                "departures", .list(.form("casebook-departure")), else: text("geen", "none"),
                text(
                    "regels waarover de trainer anders denkt dan de regels",
                    "lines on which the trainer thinks otherwise than the rules"),
                example: "[{ line: armoede, verdict: defensible, reason: { nl: Nee., en: No. } }]"),
            Key(
                "think", .named(.sentence), else: text("geen", "none"),
                text("een vraag om over na te denken, per regel", "a question to think about, by line"),
                example: "{ armoede: { nl: Wie telt mee?, en: Who counts? } }"),
            Key(
                "among", .list(.reference), else: text("alle", "all"),
                text("de codes waaruit te kiezen is", "the codes to choose from"), example: "[armoede, onrust]"),
            Key(
                "of", .reference,
                text("de bevinding waarover het gaat, soort:code", "the finding that it is about, kind:code"),
                example: "problem:armoede"),
            Key(
                "if", .text, text("wat er verandert, naam=waarde", "what changes, name=value"),
                example: "bijstand=3.5"),
            Key(
                "budget", .number, else: text("geen grens", "no limit"),
                text("geld per jaar, in duizenden euro's", "money for a year, in thousands of euros"),
                example: "1200"),
            Key(
                "capacity", .number, else: text("geen grens", "no limit"),
                text("hoeveel tegelijk te dragen is", "how much can be carried at once"), example: "6"),
            Key(
                "mistakes", .number, else: text("3", "3"),
                text("hoeveel fouten in de analyse komen", "how many mistakes are put into the analysis"),
                example: "3"),
            Key(
                "rubric", .list(.form("casebook-criterion")),
                text(
                    "waarop de trainer nakijkt; de punten zijn samen die van de oefening",
                    "what the trainer marks; the points are those of the exercise together"),
                example: "[{ criterion: lasten, title: { nl: Noemt lasten, en: Names burdens }, points: 25 }]"),
        ])

    package static let casebookDeparture = MappingForm(
        "casebook-departure", text("een afwijking", "a departure"),
        [
            Key("line", .reference, required: true, text("de regel", "the line"), example: "armoede"),
            Key(
                "verdict", .choice(ExerciseDefinition.Departure.Verdict.allCases.map(\.rawValue)), required: true,
                text("wat de trainer ervan zegt", "what the trainer says of it"), example: "defensible"),
            Key(
                "reason", .sentence, required: true, text("waarom", "why"),
                example: "{ nl: Het cijfer is oud., en: The figure is old. }"),
            Key(
                "passages", .list(.reference), else: text("geen", "none"),
                text("waaruit een cursist dat kan weten", "from what a trainee can know it"), example: "[werk]"),
        ])

    package static let casebookCriterion = MappingForm(
        "casebook-criterion", text("een onderdeel van de rubriek", "a part of the rubric"),
        [
            Key("criterion", .text, required: true, text("de naam", "the name"), example: "lasten"),
            Key(
                "title", .sentence, required: true, text("waarop wordt gelet", "what is looked for"),
                example: "{ nl: Noemt lasten, en: Names burdens }"),
            Key("points", .number, required: true, text("hoeveel het waard is", "what it is worth"), example: "10"),
        ])

    package static let casebookMember = MappingForm(
        "casebook-member", text("een lid van het panel", "a member of the panel"),
        [
            Key(
                "member", .text, required: true, text("wie het is, zonder naam", "who it is, without a name"),
                example: "beleid"),
            Key(
                "answers", .named(.list(.reference)), required: true,
                text("wat dit lid kiest, per oefening", "what this member picks, by exercise"),
                example: "{ problemen: [armoede] }"),
        ])

    /// The files of a casebook: its own, and that of a case.
    package static let casebookFiles: [MappingForm] = [casebook, casebookCase]

    /// All forms of files of casebooks.
    package static let ofCasebooks: [MappingForm] =
        casebookFiles + [
            casebookStage, casebookPassage, casebookInformation, casebookRequest, casebookRole, casebookExercise,
            casebookDeparture, casebookCriterion, casebookMember, sheetAnswer,
        ]

    /// The form of an exercise of a kind: keys of other kinds are unknown to it, and its own must be there where nothing can
    /// be asked without them.
    ///
    /// - Parameter kind: `nil`: any kind.
    static func exercise(_ kind: ExerciseKind?) -> MappingForm {
        guard let kind else { return casebookExercise }
        let special = Set(ExerciseKind.Key.allCases.map(\.name))
        return MappingForm(
            casebookExercise.id, casebookExercise.what,
            casebookExercise.keys.compactMap { key in
                guard special.contains(key.name) else { return key }
                guard let own = kind.keys.first(where: { $0.name == key.name }) else { return nil }
                return own.isNeeded
                    ? Key(key.name, key.value, required: true, key.meaning, example: key.example) : key
            })
    }
}

// MARK: - Wordings

/// A wording in both languages.
private func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }
