/// Functions that read one kind of value out of another.
extension CallWording {
    static let conversion: [String: [CallWording]] = [
        "string": [CallWording(nl: "{0} als tekst", en: "{0} as text")],
        "number": [
            CallWording(nl: "{0} als getal", en: "{0} as a number"),
            CallWording(
                nl: "{0} als getal, met {1} tussen de duizendtallen", en: "{0} as a number, with {1} between thousands"),
            CallWording(
                nl: "{0} als getal, met {1} tussen de duizendtallen en {2} voor de decimalen",
                en: "{0} as a number, with {1} between thousands and {2} before the decimals"),
        ],
        "range": [CallWording(nl: "het bereik dat geschreven is als {0}", en: "the range that is written as {0}")],
    ]
}
