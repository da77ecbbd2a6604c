import RuleEngine

/// Words that many readers do not know, in any text of the rules for readers.
///
/// The vocabulary `hard-words` lists them: `dutch` and `english` words, and with `plain` what to write instead.
package enum HardWords {
    package static let vocabulary = "hard-words"

    static func list(_ ruleBase: RuleBase) -> WordList { WordList(ruleBase, vocabulary) { .hard($0) } }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func hard(_ hit: WordList.Hit) -> Diagnostic {
        let plain = hit.code.text("plain")
        return Diagnostic(
            .warning, code: "wording/hard-word",
            message: LocalizedText(
                nl: "‘\(hit.word)’ is een moeilijk woord", en: "‘\(hit.word)’ is a hard word"),
            at: hit.span,
            hint: plain.map {
                LocalizedText(nl: "schrijf: \($0[hit.language])", en: "write: \($0[hit.language])")
            },
            fixes: plain.flatMap { replacement(of: hit, plain: $0[hit.language]) } ?? [])
    }

    /// A single word for a single word; where there is a choice, or where endings differ, an author decides.
    private static func replacement(of hit: WordList.Hit, plain: String) -> [TextFix]? {
        let listed = hit.code.string(hit.language == .nl ? "dutch" : "english") ?? ""
        guard !listed.contains("*"), !plain.contains(where: { ",;:".contains($0) }) else { return nil }
        let isCapital = hit.word.first?.isUppercase == true
        return [.replacing(hit.span, with: isCapital ? plain.prefix(1).uppercased() + plain.dropFirst() : plain)]
    }
}
