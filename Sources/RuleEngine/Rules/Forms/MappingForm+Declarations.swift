/// The forms of what rules build on: vocabularies, the record, kinds of fact, sources.
extension MappingForm {
    package static let vocabulary = MappingForm(
        "vocabulary", text("een vocabulaire", "a vocabulary"),
        [
            Key(
                "vocabulary", .reference, required: true,
                text(
                    "de naam van de woordenlijst; zij mag over meer bestanden zijn verdeeld",
                    "the name of the list; it may be spread over several files"), example: "streets"),
            Key(
                "title", .sentence, else: text("de naam", "the name"),
                text("hoe de lijst heet voor lezers", "what the list is called for readers"),
                example: "{ nl: Straten, en: Streets }"),
            Key(
                "attributes", .named(.form("attribute")), else: text("geen", "none"),
                text(
                    "wat bij elke code vastligt; bij een lijst in meer bestanden staat dit in het eerste",
                    "what is fixed for each code; of a list in several files the first says it"),
                example: "{ width: { number: true } }"),
            Key(
                "codes", .list(.form("code")), required: true,
                text(
                    "de codes, in de volgorde waarin lezers ze zien",
                    "the codes, in the order in which readers see them"),
                example: "[{ code: main_street, title: { nl: Hoofdstraat, en: Main street } }]"),
        ])

    package static let attribute = MappingForm(
        "attribute", text("een kenmerk", "an attribute"),
        [
            Key(
                "vocabulary", .reference,
                text("de waarde is één code van deze lijst", "the value is one code of this list"), example: "streets"),
            Key(
                "list", .reference,
                text("de waarde is een lijst van codes van deze lijst", "the value is a list of codes of this list"),
                example: "streets"),
            Key(
                "optional", .boolean, else: text("false", "false"),
                text("of een code het kenmerk mag missen", "whether a code may lack it"), example: "true"),
            Key(
                "text", .boolean,
                text(
                    "een tekst voor lezers, in twee talen; regels zien hem niet",
                    "a text for readers, in two languages; rules do not see it"), example: "true"),
            Key("string", .boolean, text("een tekst die regels zien", "a text that rules see"), example: "true"),
            Key(
                "values", .list(.text), else: text("elke tekst", "any text"),
                text("de enige teksten die mogelijk zijn, bij string", "the only texts that are possible, with string"),
                example: "[low, high]"),
            Key("number", .boolean, text("een getal", "a number"), example: "true"),
            Key("boolean", .boolean, text("true of false", "true or false"), example: "true"),
        ])

    package static let code = MappingForm(
        "code", text("een code", "a code"),
        others: text(
            "de kenmerken die de lijst onder attributes noemt", "the attributes that the list names under attributes"),
        [
            Key("code", .code, required: true, text("de code zelf", "the code itself"), example: "main-street"),
            Key(
                "title", .sentence, required: true,
                text("hoe de code heet voor lezers", "what the code is called for readers"),
                example: "{ nl: Hoofdstraat, en: Main street }"),
            Key(
                "valid", .form("validity"), else: text("altijd", "always"),
                text(
                    "wanneer regels de code mogen vaststellen", "when rules may conclude the code"),
                example: "{ from: 2020-01-01, until: 2026-12-31 }"),
        ])

    package static let validity = MappingForm(
        "validity", text("een geldigheid", "a validity"),
        [
            Key(
                "from", .day, else: text("sinds altijd", "since ever"), text("de eerste dag", "the first day"),
                example: "2020-01-01"),
            Key(
                "until", .day, else: text("zonder einde", "without end"),
                text("de laatste dag, die zelf nog meetelt", "the last day, which still counts"), example: "2026-12-31"),
        ])

    package static let record = MappingForm(
        "record", text("een record", "a record"),
        [
            Key(
                "record", .reference, required: true,
                text(
                    "de naam van het onderwerp waarover regels gaan; er is er één",
                    "the name of the subject that rules are about; there is one"), example: "town"),
            Key(
                "title", .sentence, required: true, text("hoe het heet voor lezers", "what it is called for readers"),
                example: "{ nl: Dorp, en: Town }"),
            Key(
                "names", .form("names"), required: true,
                text("welke namen een voorwaarde ziet", "which names a condition sees"),
                example: "{ vocabulary: figures }"),
            Key(
                "contexts", .named(.form("context")), else: text("geen", "none"),
                text(
                    "dezelfde soort namen, elders of anders gezien: de naam wordt context.naam",
                    "names of the same kind, seen elsewhere or otherwise: the name becomes context.name"),
                example: "{ country: { title: { nl: Land, en: Country }, vocabulary: figures } }"),
            Key(
                "from", .day, else: text("elke dag", "any day"),
                text(
                    "de eerste dag waarvoor de regels zijn gemaakt; gaten in parameters ervoor tellen niet",
                    "the first day that the rules are made for; gaps of parameters before it do not count"),
                example: "2015-01-01"),
        ])

    package static let names = MappingForm(
        "names", text("de namen", "the names"),
        [
            Key(
                "vocabulary", .reference, required: true,
                text(
                    "de lijst waarvan elke code een naam is; haar kenmerken type, range, choices en unit zeggen wat de waarde kan zijn",
                    "the list of which each code is a name; its attributes type, range, choices and unit say what the value can be"
                ), example: "figures")
        ])

    package static let context = MappingForm(
        "context", text("een context", "a context"),
        [
            Key(
                "title", .sentence, required: true, text("hoe hij heet voor lezers", "what it is called for readers"),
                example: "{ nl: Land, en: Country }"),
            Key(
                "vocabulary", .reference, required: true,
                text("de lijst met de namen", "the list of the names"), example: "figures"),
            Key(
                "type", .choice(SlotType.allCases.map(\.rawValue)),
                else: text("zoals bij elke naam staat", "as each name says"),
                text("wat de waarden zijn", "what the values are"), example: "number"),
            Key(
                "range", .range, else: text("elk getal", "any number"),
                text(
                    "waartussen de getallen liggen, bij type: number", "between what the numbers lie, with type: number"
                ),
                example: "'[0..100]'"),
        ])

    package static let templates = MappingForm(
        "templates", text("een bestand met sjablonen", "a file of templates"),
        [
            Key(
                "templates", .list(.form("template")), required: true,
                text("de soorten feit", "the kinds of fact"),
                example: "[{ template: remark, title: { nl: Opmerking, en: Remark }, key: { code: { type: string } } }]"
            )
        ])

    package static let template = MappingForm(
        "template", text("een sjabloon", "a template"),
        [
            Key(
                "template", .name, required: true, text("de naam van de soort feit", "the name of the kind of fact"),
                example: "remark"),
            Key(
                "title", .sentence, required: true, text("hoe zij heet voor lezers", "what it is called for readers"),
                example: "{ nl: Opmerking, en: Remark }"),
            Key(
                "input", .boolean, else: text("false", "false"),
                text(
                    "true: feiten komen van buiten, geen regel stelt ze vast",
                    "true: facts come from outside, no rule concludes them"), example: "true"),
            Key(
                "per", .reference, else: text("geen", "none"),
                text(
                    "de feiten gaan over het onderwerp van het record; schrijf de naam daarvan",
                    "the facts are about the subject of the record; write its name"), example: "town"),
            Key(
                "relation", .form("relation"), else: text("geen", "none"),
                text("de feiten volgen uit een woordenlijst", "the facts follow from a vocabulary"),
                example: "{ vocabulary: streets, attribute: crosses }"),
            Key(
                "key", .named(.form("field")), required: true,
                text(
                    "de velden die zeggen welk feit het is; twee regels met dezelfde sleutel stellen hetzelfde feit vast",
                    "the fields that say which fact it is; two rules with the same key conclude the same fact"),
                example: "{ code: { type: string } }"),
            Key(
                "fields", .named(.form("field")), else: text("geen", "none"),
                text("de andere velden", "the other fields"),
                example: "{ degree: { type: number, range: '[1..3]', combine: max } }"),
        ])

    package static let relation = MappingForm(
        "relation", text("een relatie", "a relation"),
        [
            Key(
                "vocabulary", .reference, required: true,
                text("er is een feit voor elke code van deze lijst", "there is a fact for each code of this list"),
                example: "streets"),
            Key(
                "attribute", .reference, else: text("geen: de code alleen", "none: the code by itself"),
                text(
                    "een kenmerk met codes: er is een feit voor elke code en elke code die zij noemt",
                    "an attribute with codes: there is a fact for each code and each code that it names"),
                example: "crosses"
            ),
        ])

    package static let field = MappingForm(
        "field", text("een veld", "a field"),
        [
            Key(
                "vocabulary", .reference, text("één code van deze lijst", "one code of this list"), example: "streets"),
            Key(
                "list", .reference, text("een lijst van codes van deze lijst", "a list of codes of this list"),
                example: "streets"),
            Key(
                "type", .choice(["number", "string", "boolean"]),
                text(
                    "een getal, een tekst of true/false; een veld heeft type, vocabulary of list, en maar één daarvan",
                    "a number, a text or true/false; a field has type, vocabulary or list, and only one of them"),
                example: "number"),
            Key(
                "values", .list(.text), else: text("elke waarde van het type", "any value of the type"),
                text(
                    "de enige waarden die mogelijk zijn, bij number en string",
                    "the only values that are possible, with number and string"), example: "[low, high]"),
            Key(
                "range", .range, else: text("elk getal", "any number"),
                text(
                    "waartussen het getal ligt, bij type: number en zonder values",
                    "between what the number lies, with type: number and without values"), example: "'[0..100]'"),
            Key(
                "combine", .choice(Template.Combination.allCases.map(\.rawValue)),
                else: text("same", "same"),
                text(
                    "wat geldt als meer regels hetzelfde feit vaststellen: same (alle gelijk, anders een fout), max of min (van getallen), union (van lijsten)",
                    "what counts when several rules conclude the same fact: same (all equal, else an error), max or min (of numbers), union (of lists)"
                ), example: "max"),
        ])

    package static let source = MappingForm(
        "source", text("een bron", "a source"),
        [
            Key(
                "source", .reference, required: true,
                text("de naam waarmee regels naar de bron verwijzen", "the name by which rules refer to the source"),
                example: "street-survey"),
            Key("title", .text, required: true, text("de titel", "the title"), example: "How streets are used"),
            Key(
                "authors", .list(.text), else: text("geen", "none"), text("wie het schreef", "who wrote it"),
                example: "[A. Walker]"),
            Key("year", .text, text("het jaar", "the year"), example: "2024"),
            Key("publisher", .text, text("de uitgever", "the publisher"), example: "Town council"),
            Key("url", .text, text("het adres", "the address"), example: "https://example.org/streets"),
            Key(
                "read", .sentence, required: true,
                text("wat u ervan hebt gelezen, en wanneer", "what of it you have read, and when"),
                example: "{ nl: Helemaal gelezen., en: Read from start to end. }"),
            Key(
                "unused", .sentence,
                text("waarom op geen bevinding een regel steunt", "why no rule rests on any finding"),
                example: "{ nl: Alleen achtergrond., en: Background only. }"),
            Key(
                "findings", .list(.form("finding")), required: true, text("wat erin staat", "what it says"),
                example:
                    "[{ id: SU-01, statement: { nl: Drukke straten zijn breed., en: Busy streets are wide. }, certainty: read }]"
            ),
        ])

    package static let finding = MappingForm(
        "finding", text("een bevinding", "a finding"),
        [
            Key(
                "id", .text, required: true, text("de naam, één keer per bron", "the name, once in a source"),
                example: "SU-01"),
            Key(
                "statement", .sentence, required: true,
                text("wat de bron zegt, in uw eigen woorden", "what the source says, in your own words"),
                example: "{ nl: Drukke straten zijn breed., en: Busy streets are wide. }"),
            Key("place", .text, text("de bladzijde of paragraaf", "the page or section"), example: "p. 12"),
            Key(
                "strength", .oneOrMore(.text),
                text(
                    "hoe sterk de onderbouwing is, met de letters van strength bij een regel",
                    "how strong the evidence is, by the letters of strength of a rule"), example: "Q"),
            Key(
                "certainty", .choice(Publication.Certainty.allCases.map(\.rawValue)), required: true,
                text(
                    "read als u het zelf hebt gelezen; met een andere waarde mag een regel alleen strength: judgement hebben",
                    "read when you read it yourself; with another value a rule may only have strength: judgement"),
                example: "read"),
            Key(
                "unused", .sentence, text("waarom er geen regel op steunt", "why no rule rests on it"),
                example: "{ nl: Geen cijfers bekend., en: No figures are known. }"),
        ])

    package static let sourceReference = MappingForm(
        "source-reference", text("een bronverwijzing", "a source reference"),
        [
            Key("ref", .reference, required: true, text("de bron", "the source"), example: "street-survey"),
            Key(
                "finding", .reference, required: true, text("de bevinding daarin", "the finding in it"),
                example: "SU-01"),
            Key("page", .text, text("de bladzijde", "the page"), example: "12"),
        ])
}

// MARK: - Wordings

/// A wording in both languages.
private func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }
