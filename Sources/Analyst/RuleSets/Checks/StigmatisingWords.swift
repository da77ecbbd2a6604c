import RuleEngine

/// Words that brand people or places, in any text of the rules for readers.
///
/// The vocabulary `stigmatising-words` lists them: `dutch` and `english` words, and with `better` what to write instead.
package enum StigmatisingWords {
    package static let vocabulary = "stigmatising-words"

    static func list(_ ruleBase: RuleBase) -> WordList { WordList(ruleBase, vocabulary) { .stigmatising($0) } }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func stigmatising(_ hit: WordList.Hit) -> Diagnostic {
        Diagnostic(
            .warning, code: "safeguard/stigmatising-word",
            message: LocalizedText(
                nl: "‘\(hit.word)’ tekent mensen of een plek", en: "‘\(hit.word)’ brands people or a place"),
            at: hit.span, hint: hit.code.text("better"))
    }
}
