extension Builtin {
    /// What a function is for, with one call that works and one that does not. `analyst feel --functions` shows what both
    /// give; the tests run both.
    package struct Documentation: Sendable {
        /// What it is for, in one sentence.
        package let summary: LocalizedText
        /// What the sentence leaves out; `nil` for nothing.
        package let details: LocalizedText?
        /// A call that is true, or a comparison of a call with something that is true.
        package let right: String
        /// A call that gives null and a note.
        package let wrong: String
        /// Where a function beyond the standard may be called; `nil` for a function of the standard.
        package let onlyIn: LocalizedText?

        init(
            nl: String, en: String, details: LocalizedText? = nil, right: String, wrong: String,
            onlyIn: LocalizedText? = nil
        ) {
            summary = LocalizedText(nl: nl, en: en)
            self.details = details
            self.right = right
            self.wrong = wrong
            self.onlyIn = onlyIn
        }
    }
}
