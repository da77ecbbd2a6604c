import RuleEngine

/// Codes that name themselves among others of their own vocabulary: a cause of itself, an intervention that clashes with
/// itself.
struct OwnReferences {
    let ruleBase: RuleBase

    /// In the order of the vocabularies.
    var diagnostics: [Diagnostic] {
        ruleBase.vocabularies.flatMap { vocabulary -> [Diagnostic] in
            let own = vocabulary.attributes.filter {
                [.code(vocabulary.name), .codes(vocabulary.name)].contains($0.kind)
            }
            return own.flatMap { attribute in
                vocabulary.codes.filter { code in
                    code.string(attribute.name) == code.code || code.codes(attribute.name).contains(code.code)
                }.map { .namesItself($0, attribute.name) }
            }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func namesItself(_ code: Vocabulary.Term, _ attribute: String) -> Diagnostic {
        Diagnostic(
            .warning, code: "rule/names-itself",
            message: LocalizedText(
                nl: "‘\(code.code)’ noemt zichzelf onder ‘\(attribute)’",
                en: "‘\(code.code)’ names itself under ‘\(attribute)’"),
            at: code.places[attribute] ?? code.span,
            hint: LocalizedText(
                nl: "noem daar een andere code, of haal ‘\(code.code)’ daar weg",
                en: "name another code there, or remove ‘\(code.code)’ there"))
    }
}
