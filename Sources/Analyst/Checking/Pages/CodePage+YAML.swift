extension CodePage {
    /// Mistakes in the form of a text, before anything is understood.
    static let ofYAML: [CodePage] = [
        CodePage(
            "yaml/alias-limit",
            nl:
                "Verwijzingen met * staan samen voor meer dan de grens toelaat; een klein bestand kan zo heel groot worden. Schrijf de stukken uit.",
            en:
                "References with * together stand for more than the limit allows; a small file can become huge that way. Write the pieces out."
        ),
        CodePage(
            "yaml/anchor-name", nl: "Een tekst die met & of * begint, staat tussen enkele aanhalingstekens.",
            en: "A text that begins with & or * stands in single quotes.",
            .file(wrong: vocabulary(title: "{ nl: & co, en: b }"), right: vocabulary(title: "{ nl: '& co', en: b }"))),
        CodePage(
            "yaml/block-header",
            nl:
                "Een tekst die met > of | begint, leest YAML als het begin van een blok. Zet hem tussen enkele aanhalingstekens.",
            en: "YAML reads a text that begins with > or | as the start of a block. Put it in single quotes.",
            .condition(wrong: "> 5 and closed", right: "'width > 5 and closed'")),
        CodePage(
            "yaml/colon-in-text",
            nl:
                "Op één regel staat twee keer een dubbele punt met een spatie. YAML weet dan niet wat de sleutel is. Staat hij in een tekst, zet die tekst dan tussen aanhalingstekens.",
            en:
                "A colon with a blank stands twice in one line. YAML cannot tell which is the key. When it stands in a text, put that text in quotes.",
            .file(
                wrong: vocabulary(title: "{ nl: a, en: b }", more: "note: one: two"),
                right: vocabulary(title: "{ nl: a, en: 'one: two' }"))),
        CodePage(
            "yaml/comma-in-text",
            nl:
                "Tussen { } eindigt een waarde bij een komma. Wat erachter staat, wordt een sleutel zonder waarde. Zet een tekst met een komma tussen aanhalingstekens.",
            en:
                "Between { } a value ends at a comma. What follows becomes a key without a value. Put a text with a comma in quotes.",
            .file(
                wrong: vocabulary(title: "{ nl: a, b, en: c }"), right: vocabulary(title: "{ nl: 'a, b', en: c }"))),
        CodePage(
            "yaml/control-character",
            nl:
                "In het bestand staat een teken dat u niet ziet en dat niet mag. Haal het weg, of schrijf de regel opnieuw.",
            en: "The file holds a character that cannot be seen and is not allowed. Remove it, or write the line anew.",
            .file(
                wrong: vocabulary(title: "{ nl: \"a\u{7}\", en: b }"), right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/depth-limit", nl: "Er staan te veel blokken of lijsten in elkaar.",
            en: "Too many blocks or lists stand in one another.",
            .file(
                wrong: "vocabulary: x\ncodes: " + String(repeating: "[", count: 200)
                    + String(repeating: "]", count: 200),
                right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/duplicate-key",
            nl: "Dezelfde sleutel staat twee keer in een blok. Alleen de eerste telt: haal er een weg.",
            en: "The same key stands twice in a block. Only the first counts: remove one of them.",
            .file(
                wrong: vocabulary(title: "{ nl: a, en: b }", more: "title: { nl: c, en: d }"),
                right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/empty-document", nl: "In het bestand staat niets. Regels die met # beginnen, tellen niet mee.",
            en: "The file holds nothing. Lines that begin with # do not count.",
            .file(wrong: "# later", right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/escape",
            nl:
                "Tussen dubbele aanhalingstekens betekent \\ iets bijzonders. Schrijf \\\\ voor een gewone, of gebruik enkele aanhalingstekens.",
            en: "In double quotes \\ has a meaning of its own. Write \\\\ for a plain one, or use single quotes.",
            .file(
                wrong: vocabulary(title: #"{ nl: "a\q", en: b }"#), right: vocabulary(title: #"{ nl: 'a\q', en: b }"#))),
        CodePage(
            "yaml/hidden-line-break",
            nl:
                "Een teken begint een nieuwe regel die editors niet tonen. Zo kan een bestand er anders uitzien dan het is; het wordt niet gelezen.",
            en:
                "A character begins a new line that editors do not show. A file can look other than it is that way; it is not read.",
            .file(
                wrong: vocabulary(title: "{ nl: \"a\u{2028}b\", en: b }"),
                right: vocabulary(title: "{ nl: a b, en: b }"))),
        CodePage(
            "yaml/indentation",
            nl:
                "De spaties aan het begin van een regel zeggen waar hij bij hoort. Deze regel past bij geen van de blokken erboven. Kijk ook naar de regel ervoor: daar kan een aanhalingsteken of dubbele punt ontbreken.",
            en:
                "The blanks at the start of a line say what it belongs to. This line fits none of the blocks above it. Look at the line before, too: a quote or colon may be missing there.",
            .file(
                wrong: vocabulary(title: "{ nl: a, en: b }", more: "  extra: 1"),
                right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/merge-key", nl: "Samenvoegen met << kan niet: wat er geldt, moet er staan.",
            en: "Merging with << is not possible: what counts must be written.",
            .file(
                wrong: vocabulary(title: "{ nl: a, en: b, <<: { nl: c } }"),
                right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/missing-colon", nl: "Achter een sleutel staat een dubbele punt met een spatie.",
            en: "Behind a key stands a colon with a blank.",
            .file(
                wrong: "vocabulary: trees\ntitle\ncodes: []", right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/missing-dash",
            nl:
                "Vanaf hier komen de sleutels van een onderdeel van een lijst nog een keer. Elk onderdeel begint met een streepje en een spatie.",
            en:
                "From here on the keys of an element of a list come again. Each element begins with a dash and a blank.",
            .file(
                wrong:
                    "vocabulary: trees\ncodes:\n  - code: oak\n    title: { nl: Eik, en: Oak }\n    code: elm\n    title: { nl: Iep, en: Elm }",
                right:
                    "vocabulary: trees\ncodes:\n  - code: oak\n    title: { nl: Eik, en: Oak }\n  - code: elm\n    title: { nl: Iep, en: Elm }"
            )),
        CodePage(
            "yaml/missing-key",
            nl:
                "Een blok mist een sleutel die er moet zijn. Staat een fout in de vorm dichtbij, herstel die dan eerst.",
            en: "A block lacks a key that must be there. When a mistake in form is near, mend that first.",
            .file(
                wrong: "vocabulary: trees\ncodes:\n  - code: oak", right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/missing-translation",
            nl: "Wat lezers zien, staat er in het Nederlands en in het Engels. Ook een lege tekst telt als ontbrekend.",
            en: "What readers see stands in Dutch and in English. An empty text counts as missing, too.",
            .file(wrong: vocabulary(title: "{ nl: a }"), right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/mistake-limit",
            nl: "Er zijn zo veel fouten dat de rest van het bestand niet is gelezen. Herstel de eerste.",
            en: "There are so many mistakes that the rest of the file is not read. Mend the first ones."),
        CodePage(
            "yaml/non-scalar-key",
            nl: "Een sleutel is een tekst. Begint een tekst met { of [, zet hem dan tussen aanhalingstekens.",
            en: "A key is a text. When a text begins with { or [, put it in quotes.",
            .file(
                wrong: vocabulary(title: "{ nl: a, en: b }", more: "[1]: x"),
                right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/recursive-alias", nl: "Een verwijzing met * wijst naar een blok waar zij zelf in staat.",
            en: "A reference with * points to a block that holds it.",
            .file(
                wrong: "vocabulary: trees\ncodes: &all\n  - *all", right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/reserved-character",
            nl: "Een tekst kan niet met dit teken beginnen. Zet hem tussen enkele aanhalingstekens.",
            en: "A text cannot begin with this character. Put it in single quotes.",
            .file(
                wrong: vocabulary(title: "{ nl: %a, en: b }"), right: vocabulary(title: "{ nl: '%a', en: b }"))),
        CodePage(
            "yaml/several-documents",
            nl: "In een bestand begint een tweede document (---). Zet het in een eigen bestand.",
            en: "A second document (---) begins in the file. Put it in a file of its own.",
            .file(
                wrong: vocabulary(title: "{ nl: a, en: b }") + "\n---\nvocabulary: bushes\ncodes: []",
                right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/size-limit", nl: "Het bestand is groter dan de grens. Verdeel het over meer bestanden.",
            en: "The file is larger than the limit. Divide it over more files."),
        CodePage(
            "yaml/syntax",
            nl:
                "De tekst is geen YAML. De melding geeft de woorden van de lezer van YAML; kijk op deze regel en de regel erboven.",
            en:
                "The text is no YAML. The message gives the words of the reader of YAML; look at this line and the one above."
        ),
        CodePage(
            "yaml/tab-indentation", nl: "Inspringen gaat met spaties, nooit met een tab.",
            en: "Lines are indented with blanks, never with a tab.",
            .file(
                wrong: "vocabulary: trees\ncodes:\n\t- code: oak",
                right: "vocabulary: trees\ncodes:\n  - code: oak\n    title: { nl: Eik, en: Oak }")),
        CodePage(
            "yaml/tag",
            nl:
                "Een aanduiding met ! geeft een waarde een soort. Dat kan hier niet; bedoelt u ‘niet’, schrijf dan not( ).",
            en: "A tag with ! gives a value a kind. That is not possible here; if you mean ‘not’, write not( ).",
            .file(
                wrong: vocabulary(title: "{ nl: !!int 3, en: b }"), right: vocabulary(title: "{ nl: 3, en: b }"))),
        CodePage(
            "yaml/text-after-end",
            nl:
                "Achter een gesloten tekst, lijst of blok staat nog iets. Vaak ontbreekt een aanhalingsteken verderop of staat er een te veel.",
            en:
                "Something stands behind a text, list or block that is closed. Often a quote is missing further on, or one is too many.",
            .file(
                wrong: vocabulary(title: "\n  nl: \"a\" b\n  en: c"),
                right: vocabulary(title: "\n  nl: \"a b\"\n  en: c"))),
        CodePage(
            "yaml/unclosed-bracket", nl: "Een { of [ wordt niet gesloten, of er ontbreekt een komma.",
            en: "A { or [ is not closed, or a comma is missing.",
            .file(wrong: vocabulary(title: "{ nl: a, en: b"), right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/unclosed-quote",
            nl:
                "Hier begint een tekst die niet wordt gesloten. Zet aan het eind hetzelfde aanhalingsteken; komt dat teken in een tekst met ' voor, schrijf het daar dan twee keer.",
            en:
                "A text begins here that is not closed. Write the same quote at its end; where that mark stands within a text in ', write it twice.",
            .file(
                wrong: vocabulary(title: "{ nl: a, en: b }").replacing("code: oak", with: "code: 'oak"),
                right: vocabulary(title: "{ nl: a, en: b }").replacing("code: oak", with: "code: 'oak'"))),
        CodePage(
            "yaml/undefined-alias",
            nl:
                "Een tekst die met * begint, verwijst naar iets met & dat eerder staat. Is het gewone tekst, zet hem dan tussen aanhalingstekens.",
            en:
                "A text that begins with * refers to something with & that stands earlier. When it is plain text, put it in quotes.",
            .file(wrong: vocabulary(title: "{ nl: *a, en: b }"), right: vocabulary(title: "{ nl: '*a', en: b }"))),
        CodePage(
            "yaml/unknown-key",
            nl:
                "Dit blok kent deze sleutel niet. Lijkt hij op een bekende, dan noemt de melding die en leest zij de waarde alsof het er goed stond.",
            en:
                "This block does not know the key. Where it is nearly one that is known, the message names that and reads the value as if it were written well.",
            .file(
                wrong: vocabulary(title: "{ nl: a, en: b }").replacing("title:", with: "titel:"),
                right: vocabulary(title: "{ nl: a, en: b }"))),
        CodePage(
            "yaml/unknown-value", nl: "Hier hoort een waarde uit een vaste lijst.",
            en: "A value of a fixed list belongs here.",
            .file(
                wrong:
                    "vocabulary: bushes\nattributes: { kind: { string: true, values: [tall, low] } }\ncodes:\n  - { code: box, kind: hoog, title: { nl: a, en: b } }",
                right:
                    "vocabulary: bushes\nattributes: { kind: { string: true, values: [tall, low] } }\ncodes:\n  - { code: box, kind: tall, title: { nl: a, en: b } }"
            )),
        CodePage(
            "yaml/writing-direction",
            nl:
                "Een teken draait de schrijfrichting om, zodat een regel er anders uitziet dan hij is. Het bestand wordt niet gelezen.",
            en:
                "A character turns the direction of writing, so that a line looks other than it is. The file is not read.",
            .file(
                wrong: vocabulary(title: "{ nl: \"a\u{202E}b\", en: b }"), right: vocabulary(title: "{ nl: ab, en: b }")
            )),
        CodePage(
            "yaml/wrong-kind",
            nl: "Hier hoort iets van een andere soort: een lijst, een blok met sleutels, een tekst, true of false.",
            en: "Something of another kind belongs here: a list, a block with keys, a text, true or false.",
            .file(
                wrong: "vocabulary: trees\ncodes: oak", right: vocabulary(title: "{ nl: a, en: b }"))),
    ]

    private static func vocabulary(title: String, more: String = "") -> String {
        "vocabulary: trees\ntitle: \(title)\n" + (more.isEmpty ? "" : more + "\n")
            + "codes:\n  - code: oak\n    title: { nl: Eik, en: Oak }"
    }
}
