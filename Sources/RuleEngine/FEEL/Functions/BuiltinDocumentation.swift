/// What a builtin is for, with one call that works and one that does not. `analyst feel --functions` shows both and the
/// tests run both.
package struct BuiltinDocumentation: Sendable {
    /// What it is for; the first sentence stands in lists.
    package let summary: LocalizedText
    /// An expression that is true.
    package let right: String
    /// An expression that gives null and a note.
    package let wrong: String
    /// Where a function beyond the standard may be called; `nil` for a function of the standard.
    package let onlyIn: LocalizedText?

    init(nl: String, en: String, right: String, wrong: String, onlyIn: LocalizedText? = nil) {
        summary = LocalizedText(nl: nl, en: en)
        self.right = right
        self.wrong = wrong
        self.onlyIn = onlyIn
    }
}
