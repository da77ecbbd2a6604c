extension Diagnostic {
    /// A text that should be a day and is none: not written as one, or not in the calendar.
    package static func noDate(_ text: Located<String>, code: String) -> Diagnostic {
        let isWrittenLikeADate = text.value.utf8.elementsEqual("0000-00-00".utf8) { byte, pattern in
            pattern == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == pattern
        }
        return Diagnostic(
            code: code,
            message: LocalizedText(
                nl: "‘\(text.value)’ is geen datum", en: "‘\(text.value)’ is no date"),
            at: text.span,
            hint: isWrittenLikeADate
                ? LocalizedText(
                    nl: "deze dag staat niet in de kalender; controleer maand en dag",
                    en: "this day is not in the calendar; check month and day")
                : LocalizedText(
                    nl: "schrijf jaar-maand-dag, zoals 2020-03-31", en: "write year-month-day, as in 2020-03-31"))
    }
}
