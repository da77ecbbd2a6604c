/// Names in the expressions of a rule as readers know them: for a field of a fact that a variable stands for, the name of
/// the field, and whose it is.
struct RuleNames: ExpressionNames {
    /// The fact that a variable stands for.
    struct Owner {
        let template: Int
        /// `nil` where the sentence is about that very fact, so that the name of the field is enough.
        let title: String?
    }

    let naming: Naming
    /// By variable.
    private(set) var owners: [String: Owner] = [:]

    init(_ naming: Naming, _ owners: [String: Owner] = [:]) {
        self.naming = naming
        self.owners = owners
    }

    /// For a sentence about the facts that may meet a pattern.
    init(_ naming: Naming, about pattern: Rule.Pattern) {
        self.init(naming, [pattern.variable: Owner(template: pattern.template, title: nil)])
    }

    /// The same, about one fact.
    func about(_ pattern: Rule.Pattern) -> RuleNames {
        var copy = self
        copy.owners[pattern.variable] = Owner(template: pattern.template, title: nil)
        return copy
    }

    /// The same, with a fact that is called by a title.
    func naming(_ pattern: Rule.Pattern, _ title: String) -> RuleNames {
        var copy = self
        copy.owners[pattern.variable] = Owner(template: pattern.template, title: title)
        return copy
    }

    var units: Vocabulary? { naming.units }

    func title(of name: String, member: String?, in language: Language) -> String? {
        guard let owner = owners[name] else { return naming.title(of: name, member: member, in: language) }
        guard let member else { return owner.title.map { "‘\($0)’" } }
        let field = naming.title(ofField: member, in: language) ?? member
        return owner.title.map { "\(field) \(language.word("van", "of")) ‘\($0)’" } ?? field
    }

    func unit(of name: String, member: String?) -> String? {
        owners[name] == nil ? naming.unit(of: name, member: member) : nil
    }

    func title(ofCode code: String, of name: String, member: String?, in language: Language) -> String? {
        guard let owner = owners[name], let member else { return nil }
        return naming.vocabulary(ofField: member, in: naming.ruleBase.templates[owner.template])?[code]?.title[language]
    }
}
