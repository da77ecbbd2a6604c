package import RuleEngine

/// The forms of files of cases.
extension MappingForm {
    package static let cases = MappingForm(
        "cases", text("een bestand met gevallen", "a file with cases"),
        [
            Key(
                "date", .day, else: text("2026-11-01", "2026-11-01"),
                text("de dag van de analyse", "the day of the analysis"),
                example: "2026-11-01"),
            Key(
                "given", .form("given"), else: text("niets", "nothing"),
                text("wat in elk geval van dit bestand bekend is", "what is known in each case of this file"),
                example: "{ figures: { traffic: 5000 } }"),
            Key(
                "cases", .list(.form("case")), required: true, text("de gevallen", "the cases"),
                example: "[{ case: busy, expect: [{ remark:busy: found }] }]"),
        ])

    package static let ruleCase = MappingForm(
        "case", text("een geval", "a case"),
        [
            Key(
                "case", .text, required: true, text("de naam, één keer per bestand", "the name, once in a file"),
                example: "busy"),
            Key(
                "title", .sentence, else: text("geen", "none"), text("wat het geval laat zien", "what the case shows"),
                example: "{ nl: Op de grens, en: On the limit }"),
            Key(
                "date", .day, else: text("die van het bestand", "that of the file"),
                text("de dag van de analyse", "the day of the analysis"), example: "2026-11-01"),
            Key(
                "like", .reference, else: text("geen", "none"),
                text(
                    "een eerder geval in het bestand; dit geval krijgt alles wat dat geeft",
                    "an earlier case of the file; this case gets all that that one gives"), example: "busy"),
            Key(
                "given", .form("given"), else: text("niets", "nothing"), text("wat bekend is", "what is known"),
                example: "{ figures: { traffic: 5000 } }"),
            Key(
                "expect", .oneOrMore(.either([.text, .named(.declared)])),
                text(
                    "bevindingen, soort:code, met hun staat (found, open, refuted) of met velden",
                    "findings, kind:code, with their state (found, open, refuted) or with fields"),
                example: "[{ remark:busy: { state: found, degree: 2 } }]"),
            Key(
                "fires", .oneOrMore(.reference),
                text("regels die zeker iets moeten vaststellen", "rules that must certainly conclude something"),
                example: "busy-street"),
            Key(
                "not-fires", .oneOrMore(.reference),
                text(
                    "regels die niets mogen vaststellen, ook niet misschien",
                    "rules that must not conclude anything, not even perhaps"), example: "busy-street"),
        ])

    package static let given = MappingForm(
        "given", text("wat een geval geeft", "what a case gives"),
        [
            Key(
                "figures", .named(.declared), else: text("niets bekend", "nothing known"),
                text(
                    "waarden van het record: naam, context.naam, een bereik 60..80, unknown of not-applicable",
                    "values of the record: name, context.name, a range 60..80, unknown or not-applicable"),
                example: "{ traffic: 5000, city.traffic: 100000 }"),
            Key(
                "voices", .named(.declared), else: text("niemand gehoord", "nobody heard"),
                text("antwoorden; wie antwoordt, telt als gehoord", "answers; who answers counts as heard"),
                example: "{ people.hears_cars: true }"),
            Key(
                "facts", .oneOrMore(.named(.declared)), else: text("geen", "none"),
                text(
                    "feiten; een gegeven bevinding stellen regels niet meer vast",
                    "facts; a finding that is given is no longer concluded by rules"),
                example: "[{ car: { id: a, speed: 60 } }]"),
            Key(
                "without", .oneOrMore(.text), else: text("geen", "none"),
                text("feiten en bevindingen die er zeker niet zijn", "facts and findings that are certainly not there"),
                example: "[remark:busy]"),
            Key(
                "complete", .oneOrMore(.reference), else: text("geen", "none"),
                text("soorten waarvan alles er staat", "kinds of which all is given"), example: "[car]"),
        ])

    /// All forms of files of cases.
    package static let ofCases: [MappingForm] = [cases, ruleCase, given]
}

// MARK: - Wordings

/// A wording in both languages.
private func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }
