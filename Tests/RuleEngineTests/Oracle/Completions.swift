import RuleEngine
import TestSupport

/// All ways in which unknown inputs can turn out: each gives inputs of which everything is known.
///
/// A range of numbers is tried at its ends and at and between whole numbers, where the thresholds of the generator lie.
/// Of "perhaps others" each fact that the vocabularies allow may be there.
struct Completions {
    private enum Answer {
        case value(RecordSchema.Slot, FEELValue)
        case fact(SessionInputs.InputFact)
        case nothing
    }

    private let base: SessionInputs
    private let questions: [[Answer]]

    init(of inputs: SessionInputs, for ruleBase: RuleBase) {
        var base = inputs
        base.values = [:]
        base.facts = []
        var questions: [[Answer]] = []
        for (slot, domain) in zip(ruleBase.record.slots, ruleBase.record.domains) {
            questions.append(Self.samples(of: inputs.values[slot] ?? domain).map { .value(slot, $0) })
        }
        for template in ruleBase.templates where template.isInput {
            base.completeness[template.name] = .complete
            for key in Self.keys(of: template, in: ruleBase) {
                let given = inputs.facts.first { $0.template == template.name && $0.key == key }
                guard given != nil || Self.mayBeThere(key, inputs.completeness[template.name]) else { continue }
                var answers: [Answer] = Self.fields(of: template, given, ruleBase).map {
                    .fact(.init(template: template.name, key: key, fields: $0))
                }
                if given?.isCertain != true { answers.append(.nothing) }
                questions.append(answers)
            }
        }
        self.base = base
        self.questions = questions
    }

    /// Every completion when there are no more than `limit`, and otherwise that many taken at random.
    func inputs(atMost limit: Int, using random: inout SeededGenerator) -> [SessionInputs] {
        var count = 1
        for question in questions {
            count *= question.count
            if count > limit { return (0..<limit).map { _ in completed { $0.randomElement(using: &random) } } }
        }
        return (0..<count).map { number in
            var rest = number
            return completed { answers in
                defer { rest /= answers.count }
                return answers[rest % answers.count]
            }
        }
    }

    private func completed(by choice: ([Answer]) -> Answer?) -> SessionInputs {
        var inputs = base
        for question in questions {
            switch choice(question) {
            case .value(let slot, let value): inputs.values[slot] = .exactly(value)
            case .fact(let fact): inputs.facts.append(fact)
            case .nothing, nil: break
            }
        }
        return inputs
    }

    private static func samples(of set: ValueSet) -> [FEELValue] {
        if let values = set.finiteValues { return values }
        let halves = (0...8).compactMap { FEELNumber($0).divided(by: FEELNumber(2)) }
        return halves.map { FEELValue.number($0) }.filter { set.contains($0) }
    }

    private static func mayBeThere(_ key: [FEELValue], _ completeness: SessionInputs.Completeness?) -> Bool {
        switch completeness {
        case .complete: false
        case .asked(let asked): !asked.contains(key[0])
        case nil: true
        }
    }

    private static func keys(of template: Template, in ruleBase: RuleBase) -> [[FEELValue]] {
        template.key.reduce([[]]) { keys, field in
            let values = ruleBase.domain(of: field.type).finiteValues ?? [.string("sweet"), .string("sour")]
            return keys.flatMap { key in values.map { key + [$0] } }
        }
    }

    private static func fields(
        of template: Template, _ given: SessionInputs.InputFact?, _ ruleBase: RuleBase
    ) -> [[String: ValueSet]] {
        template.fields.reduce([[:]]) { rows, field in
            let values = samples(of: given?.fields[field.name] ?? ruleBase.domain(of: field.type))
            return rows.flatMap { row in values.map { row.merging([field.name: .exactly($0)]) { $1 } } }
        }
    }
}
