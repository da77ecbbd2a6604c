package import RuleEngine

/// Finds what can be picked by what somebody types: a number, a code, a title, the beginning of one, another word for it, or
/// a domain.
package struct OptionFinder: Sendable {
    package let options: [ExerciseOption]
    private let synonyms: [String: LocalizedText]
    private let language: Language

    package init(_ exercise: Exercise, synonyms: [String: LocalizedText], language: Language) {
        options = exercise.options
        self.synonyms = synonyms
        self.language = language
    }

    /// What a text means; the options in their order.
    package enum Meaning: Sendable {
        case one(ExerciseOption)
        /// Several fit; whoever typed it says which.
        case several([ExerciseOption])
        case none
    }

    package func meaning(of text: String) -> Meaning {
        let wanted = Self.folded(text)
        guard !wanted.isEmpty else { return .none }
        if let number = Int(wanted), options.indices.contains(number - 1) { return .one(options[number - 1]) }
        if let exact = options.first(where: { $0.code.lowercased() == wanted || titles($0).contains(wanted) }) {
            return .one(exact)
        }
        let found = search(text)
        return found.isEmpty ? .none : found.count == 1 ? .one(found[0]) : .several(found)
    }

    /// The options that a text may mean, the nearest kind of match alone: what begins with it, else what contains it, else
    /// whose other words or domain contain it.
    package func search(_ text: String) -> [ExerciseOption] {
        let wanted = Self.folded(text)
        guard !wanted.isEmpty else { return [] }
        let ways: [(ExerciseOption) -> Bool] = [
            { $0.code.hasPrefix(wanted) || self.titles($0).contains { $0.hasPrefix(wanted) } },
            { $0.code.contains(wanted) || self.titles($0).contains { $0.contains(wanted) } },
            { self.words($0).contains { $0.contains(wanted) } },
            { $0.group.map { Self.folded($0[language]).contains(wanted) } ?? false },
        ]
        for way in ways {
            let found = options.filter(way)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func titles(_ option: ExerciseOption) -> [String] { [Self.folded(option.title[language])] }

    private func words(_ option: ExerciseOption) -> [String] {
        (option.words + [synonyms[option.code]].compactMap { $0 }).map { Self.folded($0[language]) }
    }

    /// Without regard to case and to blanks around.
    private static func folded(_ text: String) -> String {
        let scalars = text.lowercased().unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
