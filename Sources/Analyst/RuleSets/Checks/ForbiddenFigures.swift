package import RuleEngine

/// What no rule may look at: figures and questions on origin, nationality or religion, and what stands in for these.
///
/// Which they are, the vocabulary `forbidden-figures` says: `words` that the code or a title may not hold, and `extent`:
/// `everywhere` when there may be no such figure at all, `rules` when it may be shown but no rule may read it.
package struct ForbiddenFigures {
    package static let vocabulary = "forbidden-figures"

    private let ruleBase: RuleBase
    private let kinds: [(kind: Vocabulary.Term, phrases: [WordPhrase])]

    package init(_ ruleBase: RuleBase) {
        self.ruleBase = ruleBase
        kinds = (ruleBase.vocabulary(Self.vocabulary)?.codes ?? []).map { ($0, WordPhrase.list($0.string("words"))) }
    }

    /// All that is not allowed, in the order of vocabularies and rules.
    package var diagnostics: [Diagnostic] {
        guard !kinds.isEmpty else { return [] }
        var result: [Diagnostic] = []
        var forbidden: [String: Vocabulary.Term] = [:]
        for vocabulary in vocabularies {
            for code in vocabulary.codes {
                guard let kind = kind(of: code) else { continue }
                forbidden[code.code] = kind
                if kind.string("extent") != "rules" { result.append(.forbiddenCode(code, kind)) }
            }
        }
        for rule in ruleBase.rules {
            // Each value once: the cells of a table read it again and again.
            var told: Set<RecordSchema.Slot> = []
            for reading in rule.readings {
                guard let kind = forbidden[reading.value.name], told.insert(reading.value).inserted else { continue }
                result.append(.forbiddenReading(reading, rule, kind))
            }
        }
        return result
    }

    /// The vocabularies of which conditions see the codes as names.
    private var vocabularies: [Vocabulary] {
        var names: [String] = []
        for name in [ruleBase.record.vocabulary] + ruleBase.record.contexts.map(\.vocabulary)
        where !names.contains(name) {
            names.append(name)
        }
        return names.compactMap { ruleBase.vocabulary($0) }
    }

    private func kind(of code: Vocabulary.Term) -> Vocabulary.Term? {
        let texts = [code.code, code.title.nl, code.title.en].map { WordPhrase.Word.all(in: $0) }
        return kinds.first { _, phrases in
            phrases.contains { phrase in texts.contains { phrase.range(in: $0) != nil } }
        }?.kind
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func forbiddenCode(_ code: Vocabulary.Term, _ kind: Vocabulary.Term) -> Diagnostic {
        Diagnostic(
            code: "safeguard/forbidden-figure",
            message: LocalizedText(
                nl: "‘\(code.code)’ mag er niet zijn: \(kind.title.nl)",
                en: "‘\(code.code)’ may not be there: \(kind.title.en)"),
            at: code.span, hint: kind.text("why"))
    }

    fileprivate static func forbiddenReading(
        _ reading: Located<RecordSchema.Slot>, _ rule: Rule, _ kind: Vocabulary.Term
    ) -> Diagnostic {
        Diagnostic(
            code: "safeguard/forbidden-figure",
            message: LocalizedText(
                nl: "regel ‘\(rule.name)’ kijkt naar ‘\(reading.value.path)’, en dat mag geen regel: \(kind.title.nl)",
                en: "rule ‘\(rule.name)’ looks at ‘\(reading.value.path)’, which no rule may: \(kind.title.en)"),
            at: reading.span, hint: kind.text("why"))
    }
}
