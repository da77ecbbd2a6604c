import RuleEngine

/// How sure a rule may be that rests on one kind of sign alone.
///
/// The vocabulary `certainty-limits` says it. `field` names the field that tells how sure a conclusion is, and `most` its
/// highest value for a rule that reads nothing but figures of the `kinds`, or nothing but the answers of one code of the
/// vocabulary `groups`. A fact that a rule joins is another sign; a value that stands in a sentence alone is none.
struct CertaintyLimits {
    static let vocabulary = "certainty-limits"

    let ruleBase: RuleBase

    /// One warning for each conclusion that is too sure, in the order of rules.
    var diagnostics: [Diagnostic] {
        let limits = ruleBase.vocabulary(Self.vocabulary)?.codes ?? []
        return ruleBase.rules.flatMap { rule in
            limits.filter { holds($0, for: rule) }.flatMap { diagnostics(of: rule, under: $0) }
        }
    }

    /// Whether the rule reads nothing but what the limit is about.
    private func holds(_ limit: Vocabulary.Term, for rule: Rule) -> Bool {
        let slots = rule.expressions.flatMap(\.slots)
        guard !slots.isEmpty, !rule.conditions.contains(where: \.joinsFacts) else { return false }
        if let groups = limit.string("groups").flatMap({ ruleBase.vocabulary($0) }) {
            let contexts = Set(slots.map(\.context))
            return contexts.count == 1 && slots[0].context.flatMap { groups[$0] } != nil
        }
        let kinds = limit.string("kinds").map { $0.split(separator: ";").map { $0.trimmed } } ?? []
        return slots.allSatisfy { kinds.contains(kind(of: $0) ?? "") }
    }

    /// The kind of figure, as the vocabulary of its name says.
    private func kind(of slot: RecordSchema.Slot) -> String? {
        let context = slot.context.flatMap { ruleBase.record.context(named: $0) }
        return ruleBase.vocabulary(context?.vocabulary ?? ruleBase.record.vocabulary)?[slot.name]?.string("kind")
    }

    private func diagnostics(of rule: Rule, under limit: Vocabulary.Term) -> [Diagnostic] {
        guard let field = limit.string("field"), case .number(let most) = limit.value("most") else { return [] }
        return rule.conclusions.compactMap { conclusion in
            guard let index = ruleBase.templates[conclusion.template].fieldIndex(of: field),
                let value = conclusion.fields.first(where: { $0.index == index })?.value,
                let highest = highest(of: value, in: rule), highest > most
            else { return nil }
            return .tooSure(rule, limit, highest, most: most, at: value.span ?? conclusion.span)
        }
    }

    /// The highest number that the rule can give; `nil` where its text does not tell.
    private func highest(of value: Rule.Operand, in rule: Rule) -> FEELNumber? {
        switch value {
        case .literal(.number(let number)): number
        case .literal: nil
        case .computed(let expression): highest(of: expression.expression, in: rule)
        }
    }

    private func highest(of expression: FEELExpression, in rule: Rule) -> FEELNumber? {
        switch expression.kind {
        case .number(let number): number
        case .conditional(_, let then, let otherwise):
            [then, otherwise].compactMap { highest(of: $0, in: rule) }.max()
        case .name(let name): highest(of: name, column: nil, in: rule)
        case .path(let base, let member):
            if case .name(let name) = base.kind { highest(of: name, column: member, in: rule) } else { nil }
        default: nil
        }
    }

    /// The highest number in a column of the table whose result has this name; the only column where none is named.
    private func highest(of variable: String, column: String?, in rule: Rule) -> FEELNumber? {
        for case .table(let table) in rule.conditions where table.variable == variable {
            guard let index = column.map({ name in table.outputs.firstIndex { $0.name == name } }) ?? 0 else {
                continue
            }
            return table.rows.compactMap { highest(of: $0.outputs[index].expression, in: rule) }.max()
        }
        return nil
    }
}

extension Rule.Condition {
    /// Whether facts must be there for it, which are signs of their own.
    fileprivate var joinsFacts: Bool {
        switch self {
        case .pattern, .exists, .every, .aggregate: true
        case .test, .absent, .table: false
        }
    }
}

extension Rule.Operand {
    fileprivate var span: SourceSpan? { if case .computed(let expression) = self { expression.span } else { nil } }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func tooSure(
        _ rule: Rule, _ limit: Vocabulary.Term, _ value: FEELNumber, most: FEELNumber, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, code: "claim/too-sure",
            message: LocalizedText(
                nl:
                    "regel ‘\(rule.name)’ is zekerder dan haar teken toelaat, \(value) in plaats van hoogstens \(most): "
                    + limit.title.nl,
                en: "rule ‘\(rule.name)’ is surer than its sign allows, \(value) instead of at most \(most): "
                    + limit.title.en),
            at: span, hint: limit.text("why"))
    }
}
