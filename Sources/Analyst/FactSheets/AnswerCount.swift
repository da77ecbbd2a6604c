package import RuleEngine

/// When counted answers are a yes or a no: by a least number of people and a share that agrees, both parameters of the rules
/// by date. Where the rules have none, counts say nothing.
package struct AnswerCount: Sendable {
    private let people: FEELNumber?
    private let share: FEELNumber?

    package init(_ ruleBase: RuleBase, on date: FEELDate) {
        people = ruleBase.number(of: ParameterName.leastAnswers, on: date)
        share = ruleBase.number(of: ParameterName.leastAgreement, on: date)
    }

    /// Yes or no, where enough people say the same; `nil` where they do not.
    package func isYes(yes: Int, no: Int) -> Bool? {
        guard let people, let share, yes + no > 0, FEELNumber(yes + no) >= people else { return nil }
        func agrees(_ count: Int) -> Bool {
            guard let hundredfold = FEELNumber(count).multiplied(by: 100),
                let needed = share.multiplied(by: FEELNumber(yes + no))
            else { return false }
            return hundredfold >= needed
        }
        return agrees(yes) && yes > no ? true : agrees(no) && no > yes ? false : nil
    }

    /// What is known by an answer; `nil` when nothing is.
    package func set(of value: Answer.Value) -> ValueSet? {
        switch value {
        case .yes: .exactly(.boolean(true))
        case .no: .exactly(.boolean(false))
        case .number(let number): .exactly(.number(number))
        case .counted(let yes, let no): isYes(yes: yes, no: no).map { .exactly(.boolean($0)) }
        case .between(let low, let high):
            low == high
                ? .exactly(.number(low))
                : .numbers(NumberInterval(low: low, high: high), orNull: false)
        case .unknown, .skipped: nil
        case .notApplicable: .exactly(.null)
        }
    }
}
