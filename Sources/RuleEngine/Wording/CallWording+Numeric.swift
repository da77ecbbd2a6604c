/// Functions of numbers.
extension CallWording {
    static let numeric: [String: [CallWording]] = [
        "decimal": [
            CallWording(
                nl: "{0}, afgerond op {1|cijfer|cijfers} achter de komma, een half naar het even cijfer",
                en: "{0}, rounded to {1|decimal|decimals}, a half to the even digit")
        ],
        "floor": [
            CallWording(
                nl: "{0}, naar beneden afgerond op een geheel getal", en: "{0}, rounded down to a whole number"),
            CallWording(
                nl: "{0}, naar beneden afgerond op {1|cijfer|cijfers} achter de komma",
                en: "{0}, rounded down to {1|decimal|decimals}"),
        ],
        "ceiling": [
            CallWording(nl: "{0}, naar boven afgerond op een geheel getal", en: "{0}, rounded up to a whole number"),
            CallWording(
                nl: "{0}, naar boven afgerond op {1|cijfer|cijfers} achter de komma",
                en: "{0}, rounded up to {1|decimal|decimals}"),
        ],
        "round up": [
            CallWording(
                nl: "{0}, van nul af afgerond op {1|cijfer|cijfers} achter de komma",
                en: "{0}, rounded away from zero to {1|decimal|decimals}")
        ],
        "round down": [
            CallWording(
                nl: "{0}, naar nul toe afgerond op {1|cijfer|cijfers} achter de komma",
                en: "{0}, rounded towards zero to {1|decimal|decimals}")
        ],
        "round half up": [
            CallWording(
                nl: "{0}, afgerond op {1|cijfer|cijfers} achter de komma, een half van nul af",
                en: "{0}, rounded to {1|decimal|decimals}, a half away from zero")
        ],
        "round half down": [
            CallWording(
                nl: "{0}, afgerond op {1|cijfer|cijfers} achter de komma, een half naar nul toe",
                en: "{0}, rounded to {1|decimal|decimals}, a half towards zero")
        ],
        "abs": [CallWording(nl: "de grootte zonder minteken van {0}", en: "the size without minus sign of {0}")],
        "modulo": [CallWording(nl: "de rest van {0} gedeeld door {1}", en: "the remainder of {0} divided by {1}")],
        "sqrt": [CallWording(nl: "de wortel van {0}", en: "the square root of {0}")],
        "log": [CallWording(nl: "de natuurlijke logaritme van {0}", en: "the natural logarithm of {0}")],
        "exp": [CallWording(nl: "e tot de macht {0}", en: "e to the power {0}")],
        "odd": [
            CallWording(
                nl: "{0} is oneven", not: "{0} is niet oneven", en: "{0} is odd", not: "{0} is not odd")
        ],
        "even": [
            CallWording(nl: "{0} is even", not: "{0} is niet even", en: "{0} is even", not: "{0} is not even")
        ],
    ]
}
