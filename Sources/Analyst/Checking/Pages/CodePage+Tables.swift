extension CodePage {
    /// Mistakes in decision tables.
    static let ofTables: [CodePage] = [
        CodePage(
            "table/default-of-list",
            nl: "Deze tabel geeft een lijst, en die is leeg als geen rij raakt. default zegt dan niets.",
            en: "This table gives a list, which is empty when no row hits. default says nothing then.",
            .condition(
                wrong:
                    "table: { policy: collect, inputs: [width], outputs: [{ name: d, default: 0 }], rows: \"> 5 | 1\", as: t }",
                right: "table: { policy: collect, inputs: [width], outputs: [d], rows: \"> 5 | 1\", as: t }")),
        CodePage(
            "table/duplicate-output", nl: "Twee uitkomsten hebben dezelfde naam.",
            en: "Two outputs have the same name.",
            .condition(
                wrong: "table: { policy: unique, inputs: [width], outputs: [d, d], rows: \"> 5 | 1 | 2\", as: t }",
                right: "table: { policy: unique, inputs: [width], outputs: [d, e], rows: \"> 5 | 1 | 2\", as: t }")),
        CodePage(
            "table/empty-cell", nl: "Een cel is leeg. Schrijf - als alles past.",
            en: "A cell is empty. Write - when anything fits.",
            .condition(
                wrong: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"| 1\", as: t }",
                right: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"- | 1\", as: t }")),
        CodePage(
            "table/gap",
            nl:
                "Voor sommige waarden raakt geen enkele rij, en er is geen default. De melding geeft zo'n waarde. De uitkomst is dan null: voeg een rij toe, of zeg met default wat dan geldt.",
            en:
                "For some values no row hits, and there is no default. The message gives such a value. The result is null then: add a row, or say by default what counts.",
            .condition(
                wrong: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"< 5 | 1\\n> 5 | 2\", as: t }",
                right: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"< 5 | 1\\n>= 5 | 2\", as: t }")),
        CodePage(
            "table/overlap",
            nl:
                "Bij unique mag er één rij raken, en bij any moeten rijen die samen raken hetzelfde geven. De melding geeft waarden waarbij dat niet zo is. De uitkomst is dan null en de analyse meldt een tegenspraak.",
            en:
                "Under unique one row may hit, and under any rows that hit together must give the same. The message gives values where that is not so. The result is null then, and the analysis tells of a contradiction.",
            .condition(
                wrong: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"<= 5 | 1\\n>= 5 | 2\", as: t }",
                right: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"< 5 | 1\\n>= 5 | 2\", as: t }")),
        CodePage(
            "table/no-order",
            nl:
                "Bij priority en output order gaat de belangrijkste uitkomst voor: noem met allowed de waarden, de belangrijkste eerst.",
            en:
                "Under priority and output order the most important output goes first: name the values by allowed, the most important first.",
            .condition(
                wrong:
                    "table: { policy: priority, inputs: [width], outputs: [d], rows: \"> 5 | 1\\n<= 5 | 2\", as: t }",
                right:
                    "table: { policy: priority, inputs: [width], outputs: [{ name: d, allowed: '2, 1' }], rows: \"> 5 | 1\\n<= 5 | 2\", as: t }"
            )),
        CodePage(
            "table/no-outputs", nl: "De tabel heeft geen uitkomst.", en: "The table has no output.",
            .condition(
                wrong: "table: { policy: unique, inputs: [width], outputs: [], rows: \"> 5\", as: t }",
                right: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"> 5 | 1\\n<= 5 | 2\", as: t }")),
        CodePage(
            "table/no-rows", nl: "De tabel heeft geen rijen.", en: "The table has no rows.",
            .condition(
                wrong: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"# none\", as: t }",
                right: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"- | 1\", as: t }")),
        CodePage(
            "table/not-allowed", nl: "Een cel geeft iets wat de uitkomst niet toelaat (allowed).",
            en: "A cell gives something that the output does not allow (allowed).",
            .condition(
                wrong:
                    "table: { policy: unique, inputs: [width], outputs: [{ name: d, allowed: '1, 2' }], rows: \"> 5 | 3\\n<= 5 | 1\", as: t }",
                right:
                    "table: { policy: unique, inputs: [width], outputs: [{ name: d, allowed: '1, 2' }], rows: \"> 5 | 2\\n<= 5 | 1\", as: t }"
            )),
        CodePage(
            "table/not-searched",
            nl:
                "Deze tabel heeft zo veel kolommen of grenzen dat niet is gezocht naar gaten, overlap en rijen die nooit tellen. Zij werkt wel. Verdeel haar over twee tabellen als u het zeker wilt weten.",
            en:
                "This table has so many columns or limits that it was not searched for gaps, overlaps and rows that never count. It does work. Divide it into two tables if you want to be sure."
        ),
        CodePage(
            "table/one-output-only", nl: "sum, count, min en max rekenen met één uitkomst tegelijk.",
            en: "sum, count, min and max reckon with a single output.",
            .condition(
                wrong: "table: { policy: sum, inputs: [width], outputs: [d, e], rows: \"> 5 | 1 | 2\", as: t }",
                right: "table: { policy: sum, inputs: [width], outputs: [d], rows: \"> 5 | 1\", as: t }")),
        CodePage(
            "table/only-output",
            nl: "Bij één uitkomst is de naam van de tabel die waarde zelf; schrijf geen punt erachter.",
            en: "With a single output the name of the table is that value itself; write no point behind it."),
        CodePage(
            "table/open-text",
            nl: "Een tekst in een cel heeft geen aanhalingsteken aan het eind en slokt de rest van de rij op.",
            en: "A text in a cell has no quote at its end and swallows the rest of the row.",
            .condition(
                wrong: "table: { policy: unique, inputs: [name], outputs: [d], rows: \"\\\"Elm | 1\", as: t }",
                right:
                    "table: { policy: first, inputs: [name], outputs: [d], rows: \"\\\"Elm\\\" | 1\\n- | 2\", as: t }")),
        CodePage(
            "table/output-not-used", nl: "Niets in de regel leest deze uitkomst van de tabel.",
            en: "Nothing in the rule reads this output of the table.",
            .file(
                wrong: table("[d, e]", "\"< 5 | 1 | 3\\n>= 5 | 2 | 4\"", degree: "= t.d"),
                right: table("[d]", "\"< 5 | 1\\n>= 5 | 2\"", degree: "t"))),
        CodePage(
            "table/rows-not-literal", nl: "Rijen als tekst staan elk op een eigen regel, in een blok met |.",
            en: "Rows as text stand on a line each, in a block with |."),
        CodePage(
            "table/unknown-output", nl: "De tabel heeft geen uitkomst met deze naam.",
            en: "The table has no output of this name.",
            .file(
                wrong: table("[d, e]", "\"< 5 | 1 | 3\\n>= 5 | 2 | 4\"", degree: "t.f"),
                right: table("[d]", "\"< 5 | 1\\n>= 5 | 2\"", degree: "t"))),
        CodePage(
            "table/unknown-policy", nl: "policy zegt wat telt als meer rijen raken; deze is niet bekend.",
            en: "policy says what counts when several rows hit; this one is not known.",
            .condition(
                wrong: "table: { policy: unik, inputs: [width], outputs: [d], rows: \"> 5 | 1\\n<= 5 | 2\", as: t }",
                right: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"> 5 | 1\\n<= 5 | 2\", as: t }")),
        CodePage(
            "table/unknown-vocabulary", nl: "codes: noemt een woordenlijst die er niet is.",
            en: "codes: names a vocabulary that does not exist.",
            .condition(
                wrong:
                    "table: { policy: unique, inputs: [width], outputs: [{ name: d, codes: remark }], rows: \"> 5 | busy\\n<= 5 | unsafe\", as: t }",
                right:
                    "table: { policy: unique, inputs: [width], outputs: [{ name: d, codes: remarks }], rows: \"> 5 | busy\\n<= 5 | unsafe\", as: t }"
            )),
        CodePage(
            "table/unreachable-row",
            nl: "Deze rij telt nooit: rijen erboven (bij first) raken bij alles waar zij raakt.",
            en: "This row never counts: rows above it (under first) hit wherever it hits.",
            .condition(
                wrong: "table: { policy: first, inputs: [width], outputs: [d], rows: \"- | 1\\n> 5 | 2\", as: t }",
                right: "table: { policy: first, inputs: [width], outputs: [d], rows: \"> 5 | 2\\n- | 1\", as: t }")),
        CodePage(
            "table/wrong-number-of-cells", nl: "Een rij heeft een cel voor elke ingang en elke uitkomst.",
            en: "A row has a cell for each input and each output.",
            .condition(
                wrong: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"> 5 | 1 | 2\", as: t }",
                right: "table: { policy: unique, inputs: [width], outputs: [d], rows: \"> 5 | 1\\n<= 5 | 2\", as: t }")),
    ]

    private static func table(_ outputs: String, _ rows: String, degree: String) -> String {
        rule(
            when: "- table: { policy: unique, inputs: [width], outputs: \(outputs), rows: \(rows), as: t }",
            then: "- remark: { code: busy, degree: \(degree.replacing("= ", with: "")) }")
    }
}
