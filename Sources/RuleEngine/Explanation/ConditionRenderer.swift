/// Sentences about the conditions of rules as a session meets them, in one language.
///
/// What parts of a condition are worth comes from the code that the rule has.
///
///     let renderer = ConditionRenderer(session, .en)
///     renderer.sentence(condition)    // "height is 8.1 %, more than 5.9 %"
package struct ConditionRenderer: Sendable {
    package let session: Session
    package let language: Language
    /// So many facts are named in one sentence, the others are counted; `nil`: all are named.
    package let factLimit: Int?

    var naming: Naming { Naming(session.ruleBase) }
    var text: ConditionText { ConditionText(session.ruleBase) }
    var values: ValueText { ValueText(language, units: naming.units) }

    /// - Parameter session: the one of which the facts are that the conditions name.
    package init(_ session: Session, _ language: Language, factLimit: Int? = nil) {
        self.session = session
        self.language = language
        self.factLimit = factLimit
    }

    /// The condition as an author writes it.
    package func source(_ condition: Explanation.Condition) -> String {
        switch condition.subject {
        case .condition(let rule): text.text(of: rule)
        case .validity(let validity, _): validity.source
        }
    }

    /// The condition in plain words, with the values that it met.
    package func sentence(_ condition: Explanation.Condition) -> String {
        switch condition.subject {
        case .validity(let validity, let date): return outside(validity, on: date)
        case .condition(let rule):
            let scope = scope(of: condition)
            switch rule {
            case .test(let expression): return words(expression, scope)
            case .table(let table): return sentence(table, condition, scope)
            case .aggregate(let aggregate): return sentence(aggregate, condition)
            case .pattern(let pattern), .absent(let pattern), .exists(let pattern), .every(let pattern, _):
                if let wanted = condition.wanted { return sentence(wanted, pattern, scope) }
                return text.sentence(rule, titles(condition.facts, rule, pattern, scope), language)
            }
        }
    }

    /// The rule's own sentence with the values of this case; `nil` where it has none.
    package func because(_ step: Explanation.Step) -> String? {
        step.rule.conclusions[step.conclusion].because.map {
            filled($0, scope.seeing(step.variables), step.rule.tables)
        }
    }

    /// The same of a justification, without what else there is to tell of it.
    package func because(_ justification: Justification) -> String? {
        let rule = session.ruleBase.rules[justification.rule]
        return rule.conclusions[justification.conclusion].because.map { template in
            filled(template, scope.seeing(session.variables(of: justification)), rule.tables)
        }
    }

    // MARK: Expressions

    private var scope: RuleScope { session.scope }

    private func scope(of condition: Explanation.Condition) -> RuleScope { scope.seeing(condition.variables) }

    /// The expression in words with the values that it meets in the scope.
    func words(_ expression: RuleExpression, _ scope: RuleScope) -> String {
        words(expression.expression, in: expression, scope, names(in: scope))
    }

    /// A part of an expression in words with the values that it meets.
    func words(
        _ part: FEELExpression, in expression: RuleExpression, _ scope: RuleScope, _ names: RuleNames
    ) -> String {
        let evaluator = session.evaluator
        return Verbalizer(names, language) { evaluator.value(of: $0, in: expression, scope) }.condition(part)
    }

    /// The names of what variables stand for.
    func names(in scope: RuleScope) -> RuleNames {
        var owners: [String: RuleNames.Owner] = [:]
        for (name, binding) in scope.variables {
            switch binding {
            case .fact(let id):
                let fact = session[id]
                owners[name] = RuleNames.Owner(
                    template: fact.template, title: naming.title(of: fact, in: language))
            case .value: owners[name] = nil
            }
        }
        return RuleNames(naming, owners)
    }

    // MARK: Sentences of rules

    /// The rule's sentence with its values filled in.
    private func filled(_ template: TextTemplate, _ scope: RuleScope, _ tables: [Rule.Table]) -> String {
        template[language].map { piece in
            switch piece {
            case .text(let text): text
            case .value(let expression):
                codeTitle(expression, scope) ?? codeTitle(expression, scope, tables)
                    ?? values.part(of: session.evaluator.evaluate(expression, in: scope).result.set)
            }
        }.joined()
    }

    /// The title of a code, where the expression is just the code of a fact: `p.code`.
    private func codeTitle(_ expression: RuleExpression, _ scope: RuleScope) -> String? {
        guard case .path(let base, let member) = expression.expression.kind, case .name(let name) = base.kind,
            let id = session.factBound(to: name, scope)
        else { return nil }
        let fact = session[id]
        let template = session.ruleBase.templates[fact.template]
        guard let place = template.keyIndex(of: member), case .code(let vocabulary) = template.key[place].type,
            case .exactly(let value) = fact.key[place]
        else { return nil }
        return session.ruleBase.vocabulary(vocabulary)?[value.text].map { "‘\($0.title[language])’" }
    }
}

// MARK: - Wordings

extension Validity {
    /// As an author writes it.
    fileprivate var source: String {
        let parts = [
            from.map { "from: \(FEELValue.date($0).text)" }, until.map { "until: \(FEELValue.date($0).text)" },
        ]
        return "valid: { \(parts.compactMap(\.self).joined(separator: ", ")) }"
    }
}

extension ConditionRenderer {
    private func outside(_ validity: Validity, on date: FEELDate) -> String {
        let period = validity.period(in: language)
        let day = DateText.text(of: date, in: language)
        return language.word(
            "de regel geldt niet op \(day), maar \(period)", "the rule is not valid on \(day), but \(period)")
    }
}

extension Validity {
    /// "from 1 July 2021 up to and including 30 June 2022"
    package func period(in language: Language) -> String {
        [
            from.map { language.word("vanaf", "from") + " \(DateText.text(of: $0, in: language))" },
            until.map {
                language.word("tot en met", "up to and including") + " \(DateText.text(of: $0, in: language))"
            },
        ].compactMap(\.self).joined(separator: " ")
    }
}
