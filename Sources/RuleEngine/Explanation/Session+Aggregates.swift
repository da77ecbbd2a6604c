// What a condition over several facts was made of, and what came out.

extension Session {
    /// "all ‘basket’ together: apple; pear; perhaps 12 others; result: 2 to 14"
    ///
    /// - Parameters:
    ///   - facts: those that meet the pattern, or may meet it.
    ///   - value: the result; `nil` to leave it out.
    func aggregateText(
        _ aggregate: Rule.Aggregate, _ facts: [FactID], _ value: ValueSet?, _ language: Language
    ) -> String {
        let naming = Naming(ruleBase)
        let certain = facts.filter { self[$0].isCertain }
        let possible = facts.filter { !self[$0].isCertain }
        var titles = certain.map { naming.title(of: self[$0], in: language) }
        if possible.count <= Self.toldPossible {
            titles += possible.map {
                language.word("misschien ", "perhaps ") + naming.title(of: self[$0], in: language)
            }
        } else {
            titles.append(language.word("misschien nog \(possible.count) andere", "perhaps \(possible.count) others"))
        }
        let condition = Rule.Condition.aggregate(aggregate)
        let sentence = ConditionText(ruleBase).sentence(condition, titles, language)
        // Collected facts are the titles just told.
        guard let value, aggregate.function != .collect || aggregate.of != nil else { return sentence }
        let result = ValueText(language, units: naming.units).part(of: titled(value, of: aggregate, language))
        return sentence + language.word("; uitkomst: ", "; result: ") + result
    }

    /// More facts that only may meet the pattern are counted.
    private static let toldPossible = 5

    /// The titles of codes that were collected, each once; other values as they are.
    private func titled(_ value: ValueSet, of aggregate: Rule.Aggregate, _ language: Language) -> ValueSet {
        guard case .list(let list) = value.asUncertainList, let vocabulary = vocabulary(of: aggregate) else {
            return value
        }
        var members: [UncertainList.Member] = []
        for member in list.members.filter(\.certain) + list.members.filter({ !$0.certain }) {
            let code = member.value.exactValue.flatMap { vocabulary[$0.text] }
            let title = code.map { ValueSet.exactly(.string($0.title[language])) } ?? member.value
            guard !members.contains(where: { $0.value == title }) else { continue }
            members.append(UncertainList.Member(title, certain: member.certain))
        }
        return .list(UncertainList(members: members, open: list.open, distinct: true, unordered: list.unordered))
    }

    /// The vocabulary of what is collected of each fact, where that is one of its codes.
    private func vocabulary(of aggregate: Rule.Aggregate) -> Vocabulary? {
        guard let member = aggregate.member else { return nil }
        let template = ruleBase.templates[aggregate.pattern.template]
        for field in template.key + template.fields where field.name == member {
            if case .code(let name) = field.type { return ruleBase.vocabulary(name) }
        }
        let attribute = template.describedBy.flatMap { ruleBase.vocabulary($0) }?.attributes.first { $0.name == member }
        if case .code(let name)? = attribute?.kind { return ruleBase.vocabulary(name) }
        return nil
    }
}

extension Rule.Aggregate {
    /// The field that is collected, where the expression is just that.
    fileprivate var member: String? {
        guard case .path(let base, let member)? = of?.expression.kind, case .name(pattern.variable) = base.kind else {
            return nil
        }
        return member
    }
}

extension ValueSet {
    /// A known list as one of which each member is certain; others as they are.
    fileprivate var asUncertainList: ValueSet {
        guard case .exactly(.list(let values)) = self else { return self }
        return .list(
            UncertainList(
                members: values.map { UncertainList.Member(.exactly($0), certain: true) }, open: false, distinct: false,
                unordered: false))
    }
}
