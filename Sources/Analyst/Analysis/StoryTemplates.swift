package import RuleEngine

/// The sentences of the story, as a vocabulary of the rules has them.
package struct StoryTemplates: Sendable {
    private let vocabulary: Vocabulary?
    private let language: Language

    package init(_ ruleBase: RuleBase, _ language: Language) {
        vocabulary = ruleBase.vocabulary(VocabularyName.story)
        self.language = language
    }

    /// Whether the rules have any.
    package var isEmpty: Bool { vocabulary == nil }

    /// A sentence with its names filled in; `nil` where the rules have none of that code, or a name has nothing to say.
    package func sentence(_ code: String, _ values: [String: String?] = [:]) -> Story.Sentence? {
        guard let term = vocabulary?[code] else { return nil }
        var text = ""
        var rest = Substring(term.title[language])
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            guard let value = values[name] ?? nil, !value.isEmpty else { return nil }
            text += rest[..<open] + value
            rest = rest[rest.index(after: close)...]
        }
        var drop: Int?
        if case .number(let number)? = term.value("drop") { drop = number.integerValue }
        return Story.Sentence(text: text + rest, drop: drop)
    }
}
