extension CodePage {
    /// What can be wrong with decision models, the XML they are written in, and what they are given.
    static let ofModels: [CodePage] = [
        CodePage(
            "xml/too-large",
            nl:
                "Een bestand van XML is te groot, of heeft te veel elementen of te grote attributen. Verdeel het model.",
            en: "A file of XML is too large, or has too many elements or too large attributes. Divide the model."),
        CodePage(
            "xml/too-deep",
            nl: "Elementen staan te diep in elkaar. Maak van een binnenste expressie een eigen beslissing.",
            en: "Elements stand too deep inside each other. Make a decision of its own of an inner expression."),
        CodePage(
            "xml/declaration",
            nl:
                "Er staat een declaratie (<!DOCTYPE) in het bestand. Daarmee kan een klein bestand reusachtig worden of kan er iets van buiten worden ingevoegd; daarom wordt het niet gelezen. Een beslismodel heeft er geen nodig: haal haar weg.",
            en:
                "The file holds a declaration (<!DOCTYPE). With one a small file can become huge, or draw in something from outside; therefore it is not read. A decision model needs none: take it out."
        ),
        CodePage(
            "xml/syntax",
            nl:
                "Dit is geen goede XML: een element is verkeerd gesloten, of een teken hoort er niet. In een tekst wordt < geschreven als &lt; en & als &amp;.",
            en:
                "This is no sound XML: an element is closed wrongly, or a sign does not belong. In a text < is written as &lt; and & as &amp;."
        ),
        CodePage(
            "xml/cut-off",
            nl:
                "Het bestand is leeg of houdt op voordat alle elementen gesloten zijn. Sla het opnieuw op of haal het opnieuw op.",
            en: "The file is empty or ends before all elements are closed. Save or fetch it again."),
        CodePage(
            "dmn/no-model",
            nl:
                "Het bestand is XML, maar geen beslismodel: dat begint met ‘definitions’ uit de naamruimte van DMN 1.1 tot en met 1.5.",
            en:
                "The file is XML, but no decision model: one begins with ‘definitions’ in the namespace of DMN 1.1 to 1.5."
        ),
        CodePage(
            "dmn/no-name",
            nl: "Een element dat een naam moet hebben heeft er geen, zodat niets ernaar kan verwijzen.",
            en: "An element that must have a name has none, so that nothing can refer to it."),
        CodePage(
            "dmn/same-name",
            nl: "Twee elementen van een model hebben dezelfde naam; een expressie weet dan niet welk er bedoeld is.",
            en: "Two elements of a model have the same name; an expression then does not know which is meant."),
        CodePage(
            "dmn/unknown-reference",
            nl:
                "Een pijl (href) wijst naar een id dat er niet is. Controleer het id, en bij een geïmporteerd model de naamruimte ervoor.",
            en:
                "An arrow (href) points to an id that is not there. Check the id and, for an imported model, the namespace before it."
        ),
        CodePage(
            "dmn/requirement-cycle",
            nl:
                "Beslissingen hebben elkaar nodig in een kring, zodat geen ervan uitgerekend kan worden. Haal een pijl weg.",
            en: "Decisions require each other in a circle, so that none can be worked out. Take an arrow away."),
        CodePage(
            "dmn/missing-import",
            nl:
                "Een model importeert een model dat er niet is. Het wordt gezocht op zijn naamruimte, bij de bestanden .dmn in dezelfde map.",
            en:
                "A model imports a model that is not there. It is looked for by its namespace, among the .dmn files of the same folder."
        ),
        CodePage(
            "dmn/import-outside",
            nl: "Een model importeert een bestand buiten zijn map. Daar wordt niets gelezen; zet het bestand erbij.",
            en: "A model imports a file outside of its folder. Nothing is read there; put the file beside it."),
        CodePage(
            "dmn/import-cycle",
            nl: "Modellen importeren elkaar in een kring. Zet wat beide nodig hebben in een derde model.",
            en: "Models import each other in a circle. Put what both need into a third model."),
        CodePage(
            "dmn/unknown-type",
            nl:
                "Een typeRef noemt een type dat FEEL noch het model kent. Leg het vast met itemDefinition, of verbeter de naam.",
            en:
                "A typeRef names a type that neither FEEL nor the model knows. Declare it by an itemDefinition, or mend the name."
        ),
        CodePage(
            "dmn/type-too-large",
            nl: "Een type is uitgeschreven te groot om elke waarde ermee te vergelijken. Elke waarde past er nu op.",
            en: "A type is too large, when written out, to compare each value with it. Any value fits it now."),
        CodePage(
            "dmn/unknown-name",
            nl: "Een expressie noemt iets dat hier niet bekend is. Staat de naam er precies zo, met dezelfde spaties?",
            en:
                "An expression names something that is not known here. Does the name stand there just so, with the same blanks?"
        ),
        CodePage(
            "dmn/not-required",
            nl:
                "Een expressie gebruikt een element waar geen pijl vandaan komt; de waarde is daar null. Teken de pijl (informationRequirement of knowledgeRequirement).",
            en:
                "An expression uses an element from which no arrow comes; its value is null there. Draw the arrow (informationRequirement or knowledgeRequirement)."
        ),
        CodePage(
            "dmn/missing-part",
            nl: "Een expressie in vakken mist een deel, zoals de ‘then’ van een voorwaarde.",
            en: "A boxed expression lacks a part, such as the ‘then’ of a conditional."),
        CodePage(
            "dmn/row-length",
            nl: "Een rij heeft meer of minder cellen dan er kolommen zijn.",
            en: "A row has more or fewer cells than there are columns."),
        CodePage(
            "dmn/no-output",
            nl: "Een beslistabel heeft geen kolom met uitkomsten.",
            en: "A decision table has no column of results."),
        CodePage(
            "dmn/unknown-policy",
            nl: "Het hitPolicy of de aggregation van een tabel is er geen uit de standaard.",
            en: "The hitPolicy or aggregation of a table is none of the standard."),
        CodePage(
            "dmn/other-language",
            nl:
                "Een expressie is niet in FEEL geschreven, of staat in een ander bestand. Zij wordt niet uitgerekend en geeft null.",
            en: "An expression is not written in FEEL, or stands in another file. It is not evaluated and gives null."),
        CodePage(
            "dmn/foreign-function",
            nl:
                "Een functie roept Java of PMML aan. Programma's van buiten worden niet uitgevoerd; de functie geeft null.",
            en: "A function calls Java or PMML. Programs from outside are not run; the function gives null."),
        CodePage(
            "dmn/null",
            nl:
                "Een deel van een beslissing gaf null: een waarde heeft niet het type, twee rijen raken samen, of FEEL zegt waarom.",
            en:
                "A part of a decision gave null: a value does not have the type, two rows hit together, or FEEL says why."
        ),
        CodePage(
            "dmn/input",
            nl: "Een waarde die een model krijgt past niet bij het type van de invoer, of is geen record.",
            en: "A value that a model is given does not fit the type of the input, or is no record."),
        CodePage(
            "dmn/unknown-input",
            nl: "Een record noemt een invoer die het model niet heeft.",
            en: "A record names an input that the model does not have."),
        CodePage(
            "dmn/column-left-out",
            nl: "Kolommen van een tabel zijn geen invoer van het model en tellen niet mee.",
            en: "Columns of a table are no inputs of the model and play no part."),
        CodePage(
            "dmn/unknown-decision",
            nl: "Er wordt gevraagd naar een beslissing, service of functie die het model niet heeft.",
            en: "A decision, service or function is asked for that the model does not have."),
        CodePage(
            "dmn/no-cases",
            nl: "Een bestand met gevallen voor een model bevat er geen, of zegt niet bij welk model zij horen.",
            en: "A file of cases for a model holds none, or does not say of which model they are."),
        CodePage(
            "dmn/case",
            nl:
                "Een geval voor een model is niet goed geschreven: het heeft inputs en expect, en expect noemt beslissingen.",
            en: "A case for a model is not written well: it has inputs and expect, and expect names decisions."),
        CodePage(
            "stream/line-too-long",
            nl: "Een regel van een stroom is te lang om één record te zijn. Zet elk record op een regel van zichzelf.",
            en: "A line of a stream is too long to be one record. Put each record on a line of its own."),
        CodePage(
            "screen/record",
            nl: "Een regel van een stroom noemt geen gebied dat in de tabellen staat, of een van een ander niveau.",
            en: "A line of a stream names no area that is in the tables, or one of another level."),
    ]
}
