extension Naming {
    /// The title of a fact: that of its codes, else its key.
    package func title(of fact: Fact, in language: Language) -> String {
        let template = ruleBase.templates[fact.template]
        let names = zip(template.key, fact.key).map { field, set -> String in
            guard case .exactly(let value) = set else { return language == .nl ? "misschien andere" : "perhaps others" }
            if case .code(let name) = field.type, let code = ruleBase.vocabulary(name)?[value.text] {
                return code.title[language]
            }
            return value.text
        }
        return names.joined(separator: " → ")
    }
}
