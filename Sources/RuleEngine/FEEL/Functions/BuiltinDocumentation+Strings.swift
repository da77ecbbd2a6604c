/// Functions of texts. Positions and lengths count characters, from 1.
extension BuiltinDocumentation {
    static let strings: [String: BuiltinDocumentation] = [
        "substring": BuiltinDocumentation(
            nl: "Geeft een deel van een tekst, vanaf een plaats; een plaats onder nul telt van achteren.",
            en: "Gives a part of a text, from a position; a position below zero counts from the end.",
            right: #"substring("foobar", -3, 2) = "ba""#,
            wrong: #"substring("foobar", 0)"#),
        "string length": BuiltinDocumentation(
            nl: "Telt de tekens van een tekst.",
            en: "Counts the characters of a text.",
            right: #"string length("straat") = 6"#,
            wrong: "string length(6)"),
        "upper case": BuiltinDocumentation(
            nl: "Zet letters om in hoofdletters.",
            en: "Turns letters into capitals.",
            right: #"upper case("aBc4") = "ABC4""#,
            wrong: "upper case(4)"),
        "lower case": BuiltinDocumentation(
            nl: "Zet letters om in kleine letters.",
            en: "Turns letters into small letters.",
            right: #"lower case("aBc4") = "abc4""#,
            wrong: "lower case(4)"),
        "substring before": BuiltinDocumentation(
            nl: "Geeft wat vóór een tekst staat; leeg als die er niet is.",
            en: "Gives what stands before a text; empty when that is not there.",
            right: #"substring before("foobar", "bar") = "foo""#,
            wrong: #"substring before("foobar", 3)"#),
        "substring after": BuiltinDocumentation(
            nl: "Geeft wat achter een tekst staat; leeg als die er niet is.",
            en: "Gives what stands after a text; empty when that is not there.",
            right: #"substring after("foobar", "ob") = "ar""#,
            wrong: #"substring after("foobar", 3)"#),
        "contains": BuiltinDocumentation(
            nl: "Zegt of een tekst een andere bevat.",
            en: "Says whether a text holds another.",
            right: #"contains("foobar", "oba")"#,
            wrong: #"contains("foobar", 3)"#),
        "starts with": BuiltinDocumentation(
            nl: "Zegt of een tekst met een andere begint.",
            en: "Says whether a text starts with another.",
            right: #"starts with("foobar", "fo")"#,
            wrong: #"starts with("foobar", 3)"#),
        "ends with": BuiltinDocumentation(
            nl: "Zegt of een tekst op een andere eindigt.",
            en: "Says whether a text ends with another.",
            right: #"ends with("foobar", "ar")"#,
            wrong: #"ends with("foobar", 3)"#),
        "string join": BuiltinDocumentation(
            nl: "Voegt teksten samen, met een teken ertussen; null blijft weg.",
            en: "Joins texts, with a sign between them; null is left out.",
            right: #"string join(["a", null, "c"], "_") = "a_c""#,
            wrong: #"string join(["a", 1], "_")"#),
        "matches": BuiltinDocumentation(
            nl: "Zegt of een patroon in een tekst voorkomt. Vlaggen: `i` hoofdletters maken niet uit, `s` "
                + "een punt past ook op een regeleinde, `m` `^` en `$` gelden per regel, `x` spaties in het "
                + "patroon tellen niet, `q` het patroon is gewone tekst.",
            en: "Says whether a pattern occurs in a text. Flags: `i` case does not matter, `s` a dot also "
                + "takes a line end, `m` `^` and `$` work per line, `x` spaces in the pattern do not count, "
                + "`q` the pattern is plain text.",
            right: #"matches("1012 AB", "^\d{4} ?[a-z]{2}$", "i")"#,
            wrong: #"matches("1012 AB", "(1012")"#),
        "replace": BuiltinDocumentation(
            nl: "Vervangt elke plek waar een patroon past; `$1` is wat de eerste groep vond.",
            en: "Replaces every place where a pattern matches; `$1` is what the first group found.",
            right: #"replace("jan-feb", "(\w+)-(\w+)", "$2-$1") = "feb-jan""#,
            wrong: #"replace("abc", "x*", "-")"#),
        "split": BuiltinDocumentation(
            nl: "Deelt een tekst op bij elke plek waar een patroon past.",
            en: "Parts a text at every place where a pattern matches.",
            right: #"split("a; b;c", ";\s*") = ["a", "b", "c"]"#,
            wrong: #"split("abc", "")"#),
    ]
}
