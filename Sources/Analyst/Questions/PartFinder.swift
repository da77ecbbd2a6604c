import RuleEngine

/// Tells in which part of the questionnaire a question stands: figures in the part of their domain, or in that of the area
/// itself; what people answer in the part of their group.
struct PartFinder: Sendable {
    /// In the order of the list.
    let parts: [Questionnaire.Part]
    private let domains: Set<String>

    init(_ ruleBase: RuleBase) {
        let domains = ruleBase.codes(of: VocabularyName.domains).filter { $0.value("counts") != .boolean(false) }
        self.domains = Set(domains.map(\.code))
        let groups = ruleBase.codes(of: VocabularyName.perspectives).filter { $0.code != SheetContext.registered }
        parts =
            domains.map { Questionnaire.Part(id: $0.code, title: $0.title, perspective: nil) }
            + [Questionnaire.Part(id: Self.areaPart, title: .areaItself, perspective: nil)]
            + groups.map { Questionnaire.Part(id: $0.code, title: $0.title, perspective: $0.code) }
    }

    /// The part of what belongs to no domain.
    static let areaPart = "area"

    /// The id of the part.
    func part(of question: Question) -> String {
        guard question.perspective == SheetContext.registered else { return question.perspective }
        return question.domain.flatMap { domains.contains($0) ? $0 : nil } ?? Self.areaPart
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let areaItself = LocalizedText(nl: "Het gebied zelf", en: "The area itself")
}
