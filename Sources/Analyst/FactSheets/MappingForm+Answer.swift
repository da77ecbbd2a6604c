package import RuleEngine

extension MappingForm {
    /// An answer as fact sheets and cases write it.
    package static let sheetAnswer = MappingForm(
        "sheet-answer", text("een antwoord", "an answer"),
        [
            Key(
                "question", .reference, required: true, text("de vraag, bij haar naam", "the question, by its name"),
                example: "overlast"),
            Key(
                "perspective", .reference, required: true, text("wie antwoordt", "who answers"), example: "bewoners"),
            Key(
                "value", .text, text("wat er is gezegd", "what was said"), example: "true"),
            Key("yes", .number, text("hoeveel er ja zeiden", "how many said yes"), example: "30"),
            Key("no", .number, text("hoeveel er nee zeiden", "how many said no"), example: "12"),
            Key("date", .day, text("de dag van het antwoord", "the day of the answer"), example: "2026-03-01"),
            Key("method", .text, text("hoe er is geluisterd", "how people were heard"), example: "wijkgesprek"),
            Key("people", .number, text("hoeveel mensen antwoordden", "how many people answered"), example: "42"),
            Key(
                "degree", .choice(Answer.Degree.allCases.map(\.rawValue)), text("hoe sterk", "how strongly"),
                example: Answer.Degree.allCases[0].rawValue),
            Key("places", .list(.text), text("waar", "where"), example: "[plein]"),
            Key("year", .number, text("het jaar waarover het gaat", "the year that it is about"), example: "2025"),
            Key("source", .text, text("waar het vandaan komt", "where it comes from"), example: "Enquête"),
            Key("reason", .text, text("waarom", "why"), example: "Gezien bij een schouw"),
            Key("note", .text, text("een opmerking", "a remark"), example: "Alleen overdag"),
        ])
}

// MARK: - Wordings

/// A wording in both languages.
private func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }
