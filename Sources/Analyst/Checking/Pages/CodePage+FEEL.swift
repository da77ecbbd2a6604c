extension CodePage {
    /// Mistakes in expressions.
    static let ofFEEL: [CodePage] = [
        CodePage(
            "feel/always-true",
            nl:
                "De vergelijking is waar wat er ook bekend wordt: het bereik van de waarde laat niets anders toe. De voorwaarde doet dus niets. Controleer het teken en de grens, of haal haar weg.",
            en:
                "The comparison is true whatever becomes known: the range of the value allows nothing else. So the condition does nothing. Check the sign and the threshold, or take it away.",
            .condition(wrong: "width <= 100", right: "width <= 90")),
        CodePage(
            "feel/never-true",
            nl:
                "De vergelijking is nooit waar: het bereik van de waarde, of een voorwaarde erboven, laat het niet toe. De regel kan nooit iets vaststellen. Controleer het teken en de grens.",
            en:
                "The comparison is never true: the range of the value, or a condition above it, does not allow it. The rule can never conclude anything. Check the sign and the threshold.",
            .condition(wrong: "width > 120", right: "width > 20")),
        CodePage(
            "feel/bad-escape",
            nl:
                "Achter \\\\ in een tekst staat iets wat FEEL niet kent. Bedoelt u een gewone schuine streep, schrijf er dan twee.",
            en: "What follows \\\\ in a text means nothing in FEEL. For a plain backslash write two.",
            .condition(wrong: #"'name = "\u20"'"#, right: #"'name = "\u0020"'"#)),
        CodePage(
            "feel/bad-range",
            nl:
                "De twee einden van een bereik zijn van verschillende soort, zoals een getal en een tekst. Daar kan niets tussen liggen.",
            en:
                "The two ends of a range are of different kinds, such as a number and a text. Nothing can lie between them."
        ),
        CodePage(
            "feel/bare-alternative",
            nl:
                "Links of rechts van ‘or’ of ‘and’ staat een waarde die niet waar of onwaar is. Schrijf de hele vergelijking nog een keer, of gebruik ‘in’.",
            en:
                "On one side of ‘or’ or ‘and’ stands a value that is neither true nor false. Write the whole comparison again, or use ‘in’.",
            .condition(wrong: "width = 1 or 2", right: "width in (1, 2)")),
        CodePage(
            "feel/chained-comparison",
            nl:
                "Een rij vergelijkingen zoals in de wiskunde bestaat niet in FEEL: de eerste uitkomst is true of false, en die is niet met een getal te vergelijken. De uitkomst is dus altijd null. Gebruik ‘between’, of twee vergelijkingen met ‘and’.",
            en:
                "A row of comparisons as in mathematics does not exist in FEEL: the first result is true or false, which does not compare with a number. So the result is always null. Use ‘between’, or two comparisons with ‘and’.",
            .condition(wrong: "5 < width < 10", right: "width > 5 and width < 10")),
        CodePage(
            "feel/curly-quotes",
            nl: "Er staan gekrulde aanhalingstekens, zoals een tekstverwerker ze maakt. FEEL kent alleen rechte: \".",
            en: "There are curly quotes, as word processors make them. FEEL knows straight ones only: \".",
            .condition(wrong: "name = “Elm”", right: #"name = "Elm""#)),
        CodePage(
            "feel/decimal-comma",
            nl:
                "FEEL schrijft een getal met een punt. Een komma scheidt waarden: 2,5 zijn er twee. Omdat niemand kan zien wat is bedoeld, wordt het niet geraden.",
            en:
                "FEEL writes a number with a point. A comma parts values: 2,5 are two. As nobody can see what is meant, it is not guessed.",
            .condition(wrong: "width > 2,5", right: "width > 2.5")),
        CodePage(
            "feel/division-by-zero",
            nl: "Delen door nul geeft null, altijd. Een vergelijking daarmee is nooit waar.",
            en: "Dividing by zero gives null, always. A comparison with that is never true.",
            .condition(wrong: "traffic / 0 > 5", right: "traffic / 2 > 5")),
        CodePage(
            "feel/empty", nl: "Waar FEEL hoort, staat niets.", en: "Where FEEL belongs, nothing stands.",
            .condition(wrong: "' '", right: "closed")),
        CodePage(
            "feel/empty-range",
            nl: "In dit bereik ligt niets: het eerste getal is groter dan het tweede.",
            en: "Nothing lies in this range: the first number is greater than the second.",
            .condition(wrong: "width between 20 and 10", right: "width between 10 and 20")),
        CodePage(
            "feel/failing-call",
            nl: "Deze aanroep geeft met deze vaste waarden altijd null, bijvoorbeeld een datum die niet bestaat.",
            en: "With these fixed values the call always gives null: a day that does not exist, for example.",
            .condition(wrong: #"'date("2021-02-29") < today()'"#, right: #"'date("2021-02-28") < today()'"#)),
        CodePage(
            "feel/foreign-operator",
            nl:
                "Dit teken komt uit een andere taal of uit een rekenblad. FEEL schrijft = (gelijk), != (ongelijk), <, <=, >, >=, and, or en not( ).",
            en:
                "This sign comes from another language or a spreadsheet. FEEL writes = (equal), != (unequal), <, <=, >, >=, and, or and not( ).",
            .condition(wrong: "traffic == 5", right: "traffic = 5")),
        CodePage(
            "feel/foreign-word",
            nl:
                "Woorden van FEEL zijn Engels en klein geschreven: and, or, not, if, then, else, in, between, true, false.",
            en:
                "The words of FEEL are English and in small letters: and, or, not, if, then, else, in, between, true, false.",
            .condition(wrong: "closed en width > 5", right: "closed and width > 5")),
        CodePage(
            "feel/impossible-value",
            nl: "De waarde kan nooit deze tekst zijn: zij is er een uit een vaste lijst. Meestal is het een tikfout.",
            en: "The value can never be this text: it is one of a fixed list. Mostly it is a slip.",
            .condition(
                wrong: #"{ car: c, where: c.size = "bgi" }"#, right: #"{ car: c, where: c.size = "big" }"#)),
        CodePage(
            "feel/key-twice", nl: "Een naam staat twee keer tussen dezelfde accolades. De eerste gaat verloren.",
            en: "A name stands twice between the same braces. The first is lost.",
            .condition(wrong: "'{ a: 1, a: 2 }.a = 1'", right: "'{ a: 1, b: 2 }.a = 1'")),
        CodePage(
            "feel/single-value",
            nl:
                "sum, min, max en zulke functies rekenen met veel waarden, en hier staat er één. Over alle feiten van een soort rekent een eigen voorwaarde: - sum: { car: c, of: c.speed, as: total }.",
            en:
                "sum, min, max and such functions reckon with many values, and here is one. Over all facts of a kind a condition of its own reckons: - sum: { car: c, of: c.speed, as: total }.",
            .condition(wrong: "sum(width) > 5", right: "sum([width, 2]) > 5")),
        CodePage(
            "feel/lone-comparison",
            nl:
                "Voor dit vergelijkingsteken staat geen waarde. Alleen in de cel van een tabel mag die ontbreken; herhaal haar hier.",
            en:
                "No value stands before this sign of comparison. It may be left out in a cell of a table only; repeat it here.",
            .condition(wrong: "width > 5 and < 10", right: "width > 5 and width < 10")),
        CodePage(
            "feel/missing-between-and", nl: "Na between staan twee waarden met ‘and’ ertussen.",
            en: "After between stand two values with ‘and’ between them.",
            .condition(wrong: "width between 1, 10", right: "width between 1 and 10")),
        CodePage(
            "feel/missing-expression", nl: "Achter dit teken of woord ontbreekt een waarde.",
            en: "Behind this sign or word a value is missing.", .condition(wrong: "width >", right: "width > 5")),
        CodePage(
            "feel/missing-name", nl: "Na een punt hoort de naam van een onderdeel.",
            en: "After a point belongs the name of a part.", .condition(wrong: "city. > 5", right: "city.traffic > 5")),
        CodePage(
            "feel/missing-sign", nl: "Hier ontbreekt een teken, zoals een dubbele punt tussen naam en waarde.",
            en: "A sign is missing here, such as a colon between a name and its value.",
            .condition(wrong: "'{ a 1 }.a = 1'", right: "'{ a: 1 }.a = 1'")),
        CodePage(
            "feel/missing-type", nl: "Na ‘instance of’ hoort een soort: number, string, boolean, date, …",
            en: "After ‘instance of’ belongs a type: number, string, boolean, date, …",
            .condition(wrong: "width instance of", right: "width instance of number")),
        CodePage(
            "feel/missing-word",
            nl: "Een woord ontbreekt: if … then … else, for … in … return, some of every … in … satisfies.",
            en: "A word is missing: if … then … else, for … in … return, some or every … in … satisfies.",
            .condition(wrong: "if closed then true", right: "if closed then true else false")),
        CodePage(
            "feel/mixed-arguments",
            nl: "Bij een functie noemt u alle argumenten bij naam, of geen. Door elkaar kan niet.",
            en: "Name all arguments of a function, or none. The two do not mix.",
            .condition(
                wrong: #"'number("1", grouping separator: ",") = 1'"#, right: #"'number("1", ",", ".") = 1'"#)),
        CodePage(
            "feel/never-comparable",
            nl:
                "Deze twee zijn nooit te vergelijken, zoals true en een getal, of een getal en een tekst. De uitkomst is altijd null of onwaar. Een getal staat niet tussen aanhalingstekens.",
            en:
                "These two never compare, such as true and a number, or a number and a text. The result is always null or false. A number stands without quotes.",
            .condition(wrong: #"'traffic > "67"'"#, right: "traffic > 67")),
        CodePage(
            "feel/never-null",
            nl:
                "Deze waarde is nooit null. Onbekend is iets anders dan null: wat niet bekend is, laat een regel openstaan. Vraag er niet naar.",
            en:
                "This value is never null. Not known is something else than null: what is not known leaves a rule open. Do not ask for it.",
            .condition(wrong: "traffic = null", right: "traffic = 0")),
        CodePage(
            "feel/no-member",
            nl: "Deze waarde heeft geen onderdeel met deze naam. Controleer de spelling.",
            en: "This value has no part of this name. Check the spelling.",
            .condition(wrong: "'{ a: 1 }.b = 1'", right: "'{ a: 1 }.a = 1'")),
        CodePage(
            "feel/not-a-function", nl: "Wat hier wordt aangeroepen, is geen functie.",
            en: "What is called here is no function.",
            .condition(wrong: "'{ a: 1 }.a(2) = 1'", right: "'{ a: function(x) x }.a(2) = 2'")),
        CodePage(
            "feel/not-boolean",
            nl:
                "Een voorwaarde moet waar of onwaar zijn. Hier staat iets anders, zoals een getal. Waarschijnlijk ontbreekt een vergelijking.",
            en:
                "A condition must be true or false. Something else stands here, such as a number. Probably a comparison is missing.",
            .condition(wrong: "traffic + 5", right: "traffic + 5 > 10")),
        CodePage(
            "feel/not-steppable", nl: "Een lus loopt over getallen of dagen; hier staat iets anders.",
            en: "A loop goes over numbers or days; something else stands here.",
            .condition(
                wrong: #"'count(for x in "a".."c" return x) > 0'"#, right: "'count(for x in 1..3 return x) > 0'")),
        CodePage(
            "feel/not-temporal",
            nl: "Deze tekst is geen dag, tijd of duur. Een dag is jaar-maand-dag, zoals @\"2020-03-31\".",
            en: "This text is no day, time or duration. A day is year-month-day, as in @\"2020-03-31\".",
            .condition(wrong: #"'today() > @"2020-31-01"'"#, right: #"'today() > @"2020-01-31"'"#)),
        CodePage(
            "feel/not-without-brackets", nl: "In FEEL is ‘not’ een functie, met haakjes.",
            en: "In FEEL ‘not’ is a function, with brackets.", .condition(wrong: "not closed", right: "not(closed)")),
        CodePage(
            "feel/number-too-large", nl: "Dit getal past niet: FEEL rekent met 34 cijfers en een exponent tot 6144.",
            en: "This number does not fit: FEEL reckons with 34 digits and an exponent up to 6144.",
            .condition(wrong: "traffic > 1e9999", right: "traffic > 1e4")),
        CodePage(
            "feel/percent-sign", nl: "FEEL kent geen %. Een cijfer in procenten is het getal zelf: 67.",
            en: "FEEL has no %. A figure in per cent is the number itself: 67.",
            .condition(wrong: "width > 67%", right: "width > 67")),
        CodePage(
            "feel/single-quotes",
            nl:
                "Een tekst staat in FEEL tussen dubbele aanhalingstekens. Enkele zijn van YAML, om de hele voorwaarde heen.",
            en: "A text in FEEL stands between double quotes. Single ones belong to YAML, around the whole condition.",
            .condition(wrong: "closed and name = 'Elm'", right: #"closed and name = "Elm""#)),
        CodePage(
            "feel/stray-character", nl: "Dit teken betekent niets in FEEL.", en: "This sign means nothing in FEEL.",
            .condition(wrong: "width ~ 5", right: "width = 5")),
        CodePage(
            "feel/thousands-separator",
            nl:
                "Een getal met punten of spaties tussen de duizendtallen is op twee manieren te lezen. Schrijf alleen cijfers.",
            en: "A number with points or blanks between the thousands can be read in two ways. Write digits only.",
            .condition(wrong: "traffic > 1.000.000", right: "traffic > 100000")),
        CodePage(
            "feel/too-deep", nl: "Er staan te veel haakjes of lussen in elkaar. Verdeel het over een regel meer.",
            en: "Too many brackets or loops stand in one another. Spread it over one more rule.",
            .condition(
                wrong: String(repeating: "(", count: 300) + "closed" + String(repeating: ")", count: 300),
                right: "((closed))")),
        CodePage(
            "feel/unclosed-bracket", nl: "Een haakje wordt niet gesloten.", en: "A bracket is not closed.",
            .condition(wrong: "(traffic > 5", right: "(traffic > 5)")),
        CodePage(
            "feel/unclosed-comment", nl: "Een opmerking die met /* begint, eindigt met */.",
            en: "A remark that begins with /* ends with */.",
            .condition(wrong: "closed /* yes", right: "closed /* yes */")),
        CodePage(
            "feel/unclosed-string", nl: "Een tekst wordt niet gesloten met een aanhalingsteken.",
            en: "A text is not closed with a quote.", .condition(wrong: #"name = "Elm"#, right: #"name = "Elm""#)),
        CodePage(
            "feel/unexpected",
            nl: "Hier houdt FEEL op te begrijpen wat er staat: er is iets te veel, of er ontbreekt een teken voor.",
            en:
                "Here FEEL no longer understands what stands there: something is too much, or a sign before it is missing.",
            .condition(wrong: "traffic > 0x10", right: "traffic > 16")),
        CodePage(
            "feel/unknown-long-name",
            nl: "Een naam is één woord, met liggende streepjes waar een spatie zou staan.",
            en: "A name is one word, with underscores where a blank would stand.",
            .condition(wrong: "busy from < traffic", right: "busy_from < traffic")),
        CodePage(
            "feel/unopened-bracket", nl: "Een haakje sluit iets wat niet is geopend.",
            en: "A bracket closes something that was not opened.",
            .condition(wrong: "traffic > 5)", right: "traffic > 5")),
        CodePage(
            "feel/unreachable",
            nl: "Deze tak van ‘if’ wordt nooit genomen: de voorwaarde ervoor is daar altijd waar, of nooit.",
            en: "This branch of ‘if’ is never taken: its condition is always true there, or never.",
            .condition(
                wrong: "if closed then (if closed then true else width > 5) else width > 9",
                right: "if closed then true else width > 9")),
        CodePage(
            "feel/wrong-argument", nl: "Deze functie neemt op deze plaats een andere soort waarde.",
            en: "In this place the function takes another kind of value.",
            .condition(wrong: "sqrt(closed) > 5", right: "sqrt(width) > 5")),
        CodePage(
            "feel/wrong-argument-name", nl: "Zo heet geen argument van deze functie.",
            en: "No argument of this function has that name.",
            .condition(
                wrong: "'modulo(dividend: width, diviser: 5) = 0'", right: "'modulo(dividend: width, divisor: 5) = 0'")),
        CodePage(
            "feel/wrong-bracket", nl: "Dit haakje is van een andere soort dan het haakje dat het sluit.",
            en: "This bracket is of another kind than the one that it closes.",
            .condition(wrong: "width in (1, 2]", right: "width in (1, 2)")),
        CodePage(
            "feel/wrong-number-of-arguments", nl: "Deze functie krijgt te veel of te weinig waarden.",
            en: "This function gets too many or too few values.",
            .condition(wrong: "modulo(width) = 0", right: "modulo(width, 5) = 0")),
        CodePage(
            "feel/wrong-operand", nl: "Met deze twee soorten waarden kan niet worden gerekend.",
            en: "These two kinds of value cannot be combined.",
            .condition(wrong: #"'width + "m" > 5'"#, right: "width + 1 > 5")),
    ]
}
