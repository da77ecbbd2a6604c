package import RuleEngine

/// Words that brand people or places, in any text of the rules for readers.
///
/// The vocabulary `stigmatising-words` lists them: `dutch` and `english` words, and with `better` what to write instead.
/// Every text in two languages, `{ nl: …, en: … }`, is looked at, wherever it stands; the list itself is not.
package struct StigmatisingWords: Sendable {
    package static let vocabulary = "stigmatising-words"

    private let entries: [(code: Vocabulary.Term, phrases: [Language: [WordPhrase]])]
    private let files: [SourceFile]

    package init(_ ruleBase: RuleBase, files: [SourceFile]) {
        let codes = ruleBase.vocabulary(Self.vocabulary)?.codes ?? []
        entries = codes.map { code in
            (code, [.nl: WordPhrase.list(code.string("dutch")), .en: WordPhrase.list(code.string("english"))])
        }
        let lists = Set(codes.map(\.span.file))
        self.files = files.filter { !lists.contains($0.name) }
    }

    /// Each word once per text, in the order of the files.
    package var diagnostics: [Diagnostic] {
        guard !entries.isEmpty else { return [] }
        return Concurrently.map(files) { file in
            var result: [Diagnostic] = []
            // What YAML finds wrong with a file, the reader of rules tells.
            if let root = YAMLParser.parseSingle(file).root { visit(root, into: &result) }
            return result
        }.flatMap(\.self)
    }

    private func visit(_ node: YAMLNode, into result: inout [Diagnostic]) {
        for part in node.sequence ?? [] { visit(part, into: &result) }
        for entry in node.mapping ?? [] {
            if let language = Language(rawValue: entry.name.value), let scalar = entry.value.scalar {
                check(scalar, in: language, into: &result)
            } else {
                visit(entry.value, into: &result)
            }
        }
    }

    private func check(_ scalar: YAMLScalar, in language: Language, into result: inout [Diagnostic]) {
        let words = WordPhrase.Word.all(in: scalar.text)
        for (code, phrases) in entries {
            guard let range = (phrases[language] ?? []).lazy.compactMap({ $0.range(in: words) }).first else { continue }
            let bytes = Array(scalar.text.utf8)[range]
            result.append(.stigmatising(String(decoding: bytes, as: UTF8.self), code, at: scalar.span(of: range)))
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func stigmatising(_ word: String, _ code: Vocabulary.Term, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, code: "safeguard/stigmatising-word",
            message: LocalizedText(
                nl: "‘\(word)’ tekent mensen of een plek", en: "‘\(word)’ brands people or a place"),
            at: span, hint: code.text("better"))
    }
}
