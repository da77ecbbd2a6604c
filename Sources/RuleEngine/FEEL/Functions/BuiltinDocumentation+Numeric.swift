/// Functions of numbers.
extension BuiltinDocumentation {
    static let numeric: [String: BuiltinDocumentation] = [
        "decimal": BuiltinDocumentation(
            nl: "Rondt af op een aantal decimalen; een half naar het even cijfer.",
            en: "Rounds to a number of decimals; a half goes to the even digit.",
            right: "decimal(1.115, 2) = 1.12",
            wrong: #"decimal(1.115, "2")"#),
        "floor": BuiltinDocumentation(
            nl: "Rondt naar beneden af.",
            en: "Rounds down.",
            right: "floor(-1.5) = -2",
            wrong: #"floor("1.5")"#),
        "ceiling": BuiltinDocumentation(
            nl: "Rondt naar boven af.",
            en: "Rounds up.",
            right: "ceiling(-1.5) = -1",
            wrong: #"ceiling("1.5")"#),
        "round up": BuiltinDocumentation(
            nl: "Rondt van nul af.",
            en: "Rounds away from zero.",
            right: "round up(-5.5, 0) = -6",
            wrong: "round up(5.5)"),
        "round down": BuiltinDocumentation(
            nl: "Rondt naar nul toe.",
            en: "Rounds towards zero.",
            right: "round down(-5.5, 0) = -5",
            wrong: "round down(5.5)"),
        "round half up": BuiltinDocumentation(
            nl: "Rondt af naar het dichtstbijzijnde; een half gaat van nul af.",
            en: "Rounds to the nearest; a half goes away from zero.",
            right: "round half up(-2.5, 0) = -3",
            wrong: "round half up(2.5)"),
        "round half down": BuiltinDocumentation(
            nl: "Rondt af naar het dichtstbijzijnde; een half gaat naar nul toe.",
            en: "Rounds to the nearest; a half goes towards zero.",
            right: "round half down(-2.5, 0) = -2",
            wrong: "round half down(2.5)"),
        "abs": BuiltinDocumentation(
            nl: "Geeft de grootte van een getal of duur, zonder min.",
            en: "Gives the size of a number or duration, without minus.",
            right: "abs(-10) = 10",
            wrong: #"abs("-10")"#),
        "modulo": BuiltinDocumentation(
            nl: "Geeft de rest van een deling, met het teken van de deler.",
            en: "Gives the remainder of a division, with the sign of the divisor.",
            right: "modulo(-12, 5) = 3",
            wrong: "modulo(12, 0)"),
        "sqrt": BuiltinDocumentation(
            nl: "Geeft de vierkantswortel.",
            en: "Gives the square root.",
            right: "sqrt(16) = 4",
            wrong: "sqrt(-1)"),
        "log": BuiltinDocumentation(
            nl: "Geeft de natuurlijke logaritme.",
            en: "Gives the natural logarithm.",
            right: "log(1) = 0",
            wrong: "log(0)"),
        "exp": BuiltinDocumentation(
            nl: "Geeft e tot de macht van een getal.",
            en: "Gives e to the power of a number.",
            right: "exp(0) = 1",
            wrong: #"exp("0")"#),
        "odd": BuiltinDocumentation(
            nl: "Zegt of een geheel getal oneven is.",
            en: "Says whether a whole number is odd.",
            right: "odd(5)",
            wrong: "odd(1.5)"),
        "even": BuiltinDocumentation(
            nl: "Zegt of een geheel getal even is.",
            en: "Says whether a whole number is even.",
            right: "even(4)",
            wrong: "even(1.5)"),
    ]
}
