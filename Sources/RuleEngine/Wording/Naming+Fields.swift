/// Names of fields of facts, and of what they hold.
extension Naming {
    /// The vocabulary in which rule bases name attributes and fields for readers.
    package static let fieldNames = "attribute-names"

    /// "severity"; `nil` for a field that has no name for readers.
    func title(ofField field: String, in language: Language) -> String? {
        ruleBase.vocabulary(Self.fieldNames)?[field]?.title[language].lowercased()
    }

    /// The vocabulary of the codes that a field of facts of a template holds, or an attribute that goes with their code.
    func vocabulary(ofField name: String, in template: Template) -> Vocabulary? {
        for field in template.key + template.fields where field.name == name {
            switch field.type {
            case .code(let vocabulary), .codes(let vocabulary): return ruleBase.vocabulary(vocabulary)
            case .string, .number, .boolean, .values, .numbers: return nil
            }
        }
        let attribute = template.describedBy.flatMap { ruleBase.vocabulary($0) }?.attributes.first { $0.name == name }
        if case .code(let vocabulary)? = attribute?.kind { return ruleBase.vocabulary(vocabulary) }
        return nil
    }
}
