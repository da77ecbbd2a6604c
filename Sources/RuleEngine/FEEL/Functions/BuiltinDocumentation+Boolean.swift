/// Functions of true and false.
extension BuiltinDocumentation {
    static let boolean: [String: BuiltinDocumentation] = [
        "not": BuiltinDocumentation(
            nl: "Keert true en false om.",
            en: "Turns true and false around.",
            right: "not(false) = true",
            wrong: #"not("true")"#),
        "is": BuiltinDocumentation(
            nl: "Zegt of twee waarden hetzelfde zijn, ook van soort.",
            en: "Says whether two values are the same, in kind as well.",
            right: #"is(@"2012-12-25", @"2012-12-25")"#,
            wrong: "is(1, 1, 1)"),
        "all": BuiltinDocumentation(
            nl: "Is true als alle leden van een lijst true zijn.",
            en: "Is true when all members of a list are true.",
            right: "all([true, 2 > 1])",
            wrong: "all(null)"),
        "any": BuiltinDocumentation(
            nl: "Is true als ten minste één lid van een lijst true is.",
            en: "Is true when at least one member of a list is true.",
            right: "any([false, 2 > 1])",
            wrong: "any(null)"),
    ]
}
