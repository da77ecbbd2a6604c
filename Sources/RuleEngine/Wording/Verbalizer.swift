/// Says a FEEL expression in plain words: "height is 8.1 %, more than 5.9 % (1.5 × height (last year))".
///
/// Every kind of expression has words in Dutch and in English. Nothing is given as FEEL; only texts, among them regular
/// expressions, stand in quotes as they are, for they mean what they are letter by letter. Parts stand in brackets
/// wherever the sentence could be read in two ways.
///
/// What is said of a negated expression follows the laws of De Morgan, which hold for FEEL's three truth values.
package struct Verbalizer {
    let names: any ExpressionNames
    let language: Language
    /// What is known of the value of a part.
    let value: (FEELExpression) -> ValueSet?
    let values: ValueText
    /// Names that the expression binds itself, with their words.
    private(set) var bound: [String: String] = [:]

    /// - Parameter value: what is known of the value of a part; `nil` to say the part without its value. It is asked
    ///   only of parts without names that the expression binds itself.
    package init(
        _ names: any ExpressionNames, _ language: Language,
        value: @escaping (FEELExpression) -> ValueSet? = { _ in nil }
    ) {
        self.names = names
        self.language = language
        self.value = value
        values = ValueText(language, units: names.units)
    }

    /// A condition with the values that it met, without a full stop: what was asked is told with what is.
    package func condition(_ expression: FEELExpression) -> String { clause(expression).text }

    /// The expression without values, as part of a larger sentence.
    package func words(_ expression: FEELExpression) -> String {
        isStatement(expression) ? plain.clause(expression).text : phrase(expression).text
    }

    /// The expression with its value: "… is 12.5", "…: this is true".
    package func answer(_ expression: FEELExpression, _ set: ValueSet) -> String {
        if isStatement(expression) { return "\(words(expression)): \(verdict(set))" }
        if case .boolean(let truth) = expression.kind { return self.truth(truth) }
        let phrase = phrase(expression)
        switch set {
        case .exactly(.null): return "\(phrase.text(in: .side)) \(word("heeft geen waarde", "has no value"))"
        case .exactly(.boolean(let truth)):
            return "\(phrase.text(in: .side)) is \(self.truth(truth))"
        default: break
        }
        let result = quoted(set)
        if result == phrase.text { return result }
        return phrase.form == .loose
            ? "\(phrase.text); \(word("uitkomst", "result")): \(result)" : "\(phrase.text) is \(result)"
    }

    private func truth(_ truth: Bool) -> String { truth ? word("waar", "true") : word("niet waar", "not true") }

    private func verdict(_ set: ValueSet) -> String {
        switch set {
        case .exactly(.boolean(true)): word("dit is waar", "this is true")
        case .exactly(.boolean(false)): word("dit is niet waar", "this is not true")
        case .exactly(.null): word("dit heeft geen waarde", "this has no value")
        default: word("dit is \(values.text(of: set))", "this is \(values.text(of: set))")
        }
    }

    /// A text in quotes, other values as they are.
    private func quoted(_ set: ValueSet) -> String {
        if case .exactly(.string(let text)) = set { return Self.quoted(text) }
        return values.text(of: set)
    }

    static func quoted(_ text: String) -> String { "‘\(text)’" }

    func word(_ nl: String, _ en: String) -> String { language.word(nl, en) }

    // MARK: Scopes

    /// The same without values.
    var plain: Verbalizer {
        var copy = Verbalizer(names, language)
        copy.bound = bound
        return copy
    }

    /// For the parts that see names which the expression binds; these have no value of their own.
    func inside(_ names: [String: String]) -> Verbalizer {
        var copy = plain
        copy.bound.merge(names) { _, inner in inner }
        return copy
    }

    func inside(_ names: some Sequence<String>) -> Verbalizer {
        inside(Dictionary(names.map { ($0, $0) }) { first, _ in first })
    }

    /// An expression that means the same wherever it stands.
    func isConstant(_ expression: FEELExpression) -> Bool { expression.freeNames.isEmpty }
}
