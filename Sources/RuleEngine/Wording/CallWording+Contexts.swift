/// Functions of contexts.
extension CallWording {
    static let contexts: [String: [CallWording]] = [
        "get value": [CallWording(nl: "de waarde met de naam {1} in {0}", en: "the value with the name {1} in {0}")],
        "get entries": [CallWording(nl: "de namen en waarden van {0}", en: "the names and values of {0}")],
        "context": [
            CallWording(
                nl: "de gegevens met de namen en waarden van {0}", en: "the record with the names and values of {0}")
        ],
        "context put": [CallWording(nl: "{0} met {2} onder de naam {1}", en: "{0} with {2} under the name {1}")],
        "context merge": [
            CallWording(
                nl: "de gegevens van {0} samen, waarbij het laatste voorgaat",
                en: "the records of {0} together, of which the last goes first")
        ],
    ]
}
