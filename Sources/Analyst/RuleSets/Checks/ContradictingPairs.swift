import RuleEngine

/// Interventions that reinforce each other and clash: a package would want them together and forbid it. It counts at which of
/// the two each is written.
struct ContradictingPairs {
    let ruleBase: RuleBase

    /// One error for each pair, where it is said to clash.
    var diagnostics: [Diagnostic] {
        let interventions = ruleBase.vocabulary(VocabularyName.interventions)?.codes ?? []
        var reinforcing: [Set<String>: SourceSpan] = [:]
        for code in interventions {
            for other in code.codes(PairAttribute.reinforces) {
                reinforcing[[code.code, other]] = code.places[PairAttribute.reinforces] ?? code.span
            }
        }
        var seen: Set<Set<String>> = []
        return interventions.flatMap { code in
            code.codes(PairAttribute.clashesWith).compactMap { other -> Diagnostic? in
                guard other != code.code, let place = reinforcing[[code.code, other]],
                    seen.insert([code.code, other]).inserted
                else { return nil }
                return .both(code, other, reinforcedAt: place)
            }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func both(
        _ code: Vocabulary.Term, _ other: String, reinforcedAt place: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            code: "intervention/both",
            message: LocalizedText(
                nl: "‘\(code.code)’ en ‘\(other)’ versterken elkaar en botsen",
                en: "‘\(code.code)’ and ‘\(other)’ reinforce each other and clash"),
            at: code.places[PairAttribute.clashesWith] ?? code.span,
            related: [
                .init(
                    LocalizedText(
                        nl: "hier staat dat zij elkaar versterken", en: "here it says that they reinforce each other"),
                    at: place)
            ],
            hint: LocalizedText(
                nl: "laat een van beide staan: reinforces of clashes_with",
                en: "keep one of the two: reinforces or clashes_with"))
    }
}
