// What a condition over several facts was made of, and what came out.

extension ConditionRenderer {
    /// "all ‘basket’ together: apple; pear; perhaps 12 others; result: 2 to 14"
    func sentence(_ aggregate: Rule.Aggregate, _ condition: Explanation.Condition) -> String {
        let certain = condition.facts.filter { session[$0].isCertain }
        let possible = condition.facts.filter { !session[$0].isCertain }
        let shown = factLimit.map { Array(certain.prefix($0)) } ?? certain
        var titles = shown.map { naming.title(of: session[$0], in: language) }
        if shown.count < certain.count {
            let rest = certain.count - shown.count
            titles.append(language.word("en nog \(rest)", "and \(rest) more"))
        }
        if possible.count <= Self.toldPossible {
            titles += possible.map {
                language.word("misschien ", "perhaps ") + naming.title(of: session[$0], in: language)
            }
        } else {
            titles.append(language.word("misschien nog \(possible.count) andere", "perhaps \(possible.count) others"))
        }
        let sentence = text.sentence(.aggregate(aggregate), titles, language)
        // Collected facts are the titles just told.
        guard let value = condition.value, aggregate.function != .collect || aggregate.of != nil else {
            return sentence
        }
        let result = values.part(of: titled(value, of: aggregate))
        return sentence + language.word("; uitkomst: ", "; result: ") + result
    }

    /// More facts that only may meet the pattern are counted.
    private static let toldPossible = 5

    /// The titles of codes that were collected, each once; other values as they are.
    private func titled(_ value: ValueSet, of aggregate: Rule.Aggregate) -> ValueSet {
        guard case .list(let list) = value.asUncertainList, let member = aggregate.member,
            let vocabulary = naming.vocabulary(
                ofField: member, in: session.ruleBase.templates[aggregate.pattern.template])
        else { return value }
        var members: [UncertainList.Member] = []
        for member in list.members.filter(\.certain) + list.members.filter({ !$0.certain }) {
            let code = member.value.exactValue.flatMap { vocabulary[$0.text] }
            let title = code.map { ValueSet.exactly(.string($0.title[language])) } ?? member.value
            guard !members.contains(where: { $0.value == title }) else { continue }
            members.append(UncertainList.Member(title, certain: member.certain))
        }
        return .list(UncertainList(members: members, open: list.open, distinct: true, unordered: list.unordered))
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
