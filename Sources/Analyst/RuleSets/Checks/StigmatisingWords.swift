package import RuleEngine

/// Words that brand people or places, in any text of the rules for readers.
///
/// The vocabulary `stigmatising-words` lists them: `dutch` and `english` words, and with `better` what to write instead.
/// Every text in two languages, `{ nl: …, en: … }`, is looked at, wherever it stands; the list itself is not.
package struct StigmatisingWords: Sendable {
    package static let vocabulary = "stigmatising-words"

    let list: WordList
    private let files: [SourceFile]

    package init(_ ruleBase: RuleBase, files: [SourceFile]) {
        list = WordList(ruleBase, Self.vocabulary) { .stigmatising($0) }
        self.files = files
    }

    /// Each word once per text, in the order of the files.
    package var diagnostics: [Diagnostic] { ReaderWords([list], in: files).diagnostics }
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
