import RuleEngine

/// Reads the files of a casebook.
struct CasebookReader {
    struct Head {
        let id: String
        let title: LocalizedText
        let introduction: LocalizedText
        let passMark: Int
        let attempts: Int
        let hintCost: Int
        let synonyms: [String: LocalizedText]
        let cases: [Located<String>]
    }

    let file: SourceFile
    var diagnostics: [Diagnostic] = []

    init(file: SourceFile) { self.file = file }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    mutating func root() -> YAMLNode? {
        let result = YAMLParser.parseSingle(file)
        diagnostics += result.diagnostics
        return result.root
    }

    /// `nil` with at least one diagnostic.
    mutating func head() -> Head? {
        guard let root = root() else { return nil }
        var reader = MappingReader(root, of: .casebook)
        let id = reader.required("casebook", as: .text)
        let title = reader.required("title", as: .localizedText)
        let introduction = reader.required("introduction", as: .localizedText)
        let passMark = reader.required("pass_mark", as: .integer)
        let attempts = reader.optional("attempts", as: .integer)
        let hintCost = reader.optional("hint_cost", as: .integer)
        let synonyms = reader.optional("synonyms", as: .mapping(of: .localizedText)) ?? []
        let cases = reader.required("cases", as: .list(of: .text)) ?? []
        if let passMark { reader.check(passMark, within: 1...100) }
        if let attempts { reader.check(attempts, within: 1...20) }
        if let hintCost { reader.check(hintCost, within: 0...100) }
        reader.reportRepeated(cases)
        diagnostics += reader.finish()
        guard !hasErrors, let id, let title, let introduction, let passMark else { return nil }
        return Head(
            id: id.value, title: title.value, introduction: introduction.value, passMark: passMark.value,
            attempts: attempts?.value ?? 2, hintCost: hintCost?.value ?? 1,
            synonyms: Dictionary(synonyms.map { ($0.name.value, $0.value.value) }) { first, _ in first }, cases: cases)
    }
}

extension MappingReader {
    mutating func check(_ number: Located<Int>, within range: ClosedRange<Int>) {
        if !range.contains(number.value) { report(.outOfRange(number, range)) }
    }

    /// Two of the same name could not be told apart in an answer.
    mutating func reportRepeated(_ names: [Located<String>]) {
        var first: [String: SourceSpan] = [:]
        for name in names {
            if let earlier = first[name.value] {
                report(.repeatedName(name, first: earlier))
            } else {
                first[name.value] = name.span
            }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func outOfRange(_ number: Located<Int>, _ range: ClosedRange<Int>) -> Diagnostic {
        Diagnostic(
            code: "casebook/number",
            message: LocalizedText(
                nl: "\(number.value) past hier niet", en: "\(number.value) does not fit here"),
            at: number.span,
            hint: LocalizedText(
                nl: "schrijf een getal van \(range.lowerBound) tot en met \(range.upperBound)",
                en: "write a number from \(range.lowerBound) to \(range.upperBound)"))
    }

    fileprivate static func repeatedName(_ name: Located<String>, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "casebook/repeated",
            message: LocalizedText(nl: "‘\(name.value)’ staat er al", en: "‘\(name.value)’ is there already"),
            at: name.span,
            related: [.init(LocalizedText(nl: "hier staat de eerste", en: "here is the first"), at: first)],
            hint: LocalizedText(
                nl: "geef een andere naam, of laat er één weg", en: "give another name, or leave one out"))
    }
}
