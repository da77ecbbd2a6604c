extension CodePage {
    /// Versions of rules, beside the rules.
    static let ofVersions: [CodePage] = [
        CodePage(
            "version/day",
            nl: """
                In version.yaml staat een dag die niet bestaat, of die anders is geschreven dan jaar-maand-dag. Zonder dag is \
                niet te zeggen wanneer een versie in een andere stand kwam.

                Schrijf de dag als 2026-01-31.
                """,
            en: """
                There is a day in version.yaml that does not exist, or that is written otherwise than year-month-day. Without \
                a day it cannot be told when a version came into another state.

                Write the day as 2026-01-31.
                """),
        CodePage(
            "version/state",
            nl: """
                In version.yaml zegt state: iets anders dan de laatste stap onder history:. De laatste stap telt; dat er twee \
                dingen staan, betekent meestal dat iemand er één vergat te wijzigen.

                Schrijf achter state: wat de laatste stap zegt, of voeg onder history: de stap toe die erbij hoort.
                """,
            en: """
                In version.yaml state: says otherwise than the last step below history:. The last step counts; that two \
                things stand there mostly means that somebody forgot to change one of them.

                Write behind state: what the last step says, or add below history: the step that belongs to it.
                """),
    ]
}
