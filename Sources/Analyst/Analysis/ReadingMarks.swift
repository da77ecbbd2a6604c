import RuleEngine

/// How far what a vocabulary says of a code was checked, in a word with each field: "Artikel (nagezocht)".
///
/// The attribute `read` of the code lists the fields that somebody read in a text; the vocabulary that it lists from says which
/// fields can be marked at all. Of other vocabularies nothing is marked.
struct ReadingMarks {
    private static let unread = "unread"

    /// By field, the code of its word.
    private let marks: [String: String]
    private let labels: Labels
    private let language: Language

    init(_ ruleBase: RuleBase, _ vocabulary: Vocabulary, _ code: Vocabulary.Term, _ language: Language) {
        self.language = language
        labels = Labels(ruleBase: ruleBase)
        var marks: [String: String] = [:]
        if case .codes(let name)? = vocabulary.attributes.first(where: { $0.name == CheckedFields.attribute })?.kind {
            let read = code.codes(CheckedFields.attribute)
            for field in (ruleBase.vocabulary(name)?.codes.map(\.code) ?? []) {
                marks[field] = read.contains(field) ? CheckedFields.attribute : Self.unread
            }
        }
        self.marks = marks
    }

    /// The name of a field with its mark, where it has one.
    func marked(_ title: String, _ field: String) -> String {
        marks[field].map { "\(title) (\(labels.title($0, in: VocabularyName.readingLabels)[language]))" } ?? title
    }
}
