/// Functions that read one kind of value out of another.
extension BuiltinDocumentation {
    static let conversion: [String: BuiltinDocumentation] = [
        "string": BuiltinDocumentation(
            nl: "Schrijft een waarde als tekst.",
            en: "Writes a value as text.",
            right: #"string(1.10) = "1.10""#,
            wrong: "string(1, 2)"),
        "number": BuiltinDocumentation(
            nl: "Leest een getal uit een tekst, met de scheidingstekens die u noemt.",
            en: "Reads a number from a text, with the separators that you name.",
            right: #"number("1.000,5", ".", ",") = 1000.5"#,
            wrong: #"number("twaalf")"#),
        "range": BuiltinDocumentation(
            nl: "Leest een bereik uit een tekst.",
            en: "Reads a range from a text.",
            right: #"range("[18..21)") = [18..21)"#,
            wrong: #"range("[21..18]")"#),
    ]
}
