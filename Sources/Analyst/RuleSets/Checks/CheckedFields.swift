package import RuleEngine

/// Marks that a field was checked, of fields that are not there.
///
/// The attribute `read` of a code names the fields that somebody read in a text.
package struct CheckedFields {
    package static let attribute = "read"

    private let ruleBase: RuleBase

    package init(_ ruleBase: RuleBase) { self.ruleBase = ruleBase }

    /// One error for each mark, in the order of the vocabularies.
    package var diagnostics: [Diagnostic] {
        ruleBase.vocabularies.flatMap(\.codes).flatMap { code in
            code.codes(Self.attribute).filter { code.attributes[$0] == nil }.map { Diagnostic.nothingChecked($0, code) }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func nothingChecked(_ field: String, _ code: Vocabulary.Term) -> Diagnostic {
        Diagnostic(
            code: "finding/nothing-checked",
            message: LocalizedText(
                nl: "‘\(code.code)’ noemt ‘\(field)’ nagezocht (read), en heeft geen ‘\(field)’",
                en: "‘\(code.code)’ calls ‘\(field)’ checked (read), and has no ‘\(field)’"),
            at: code.span,
            hint: LocalizedText(
                nl: "vul ‘\(field)’ in, of haal het weg uit read", en: "fill in ‘\(field)’, or remove it from read"))
    }
}
