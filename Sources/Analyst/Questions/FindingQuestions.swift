package import RuleEngine

/// The questions whose answers a finding rests on, or waits for: where somebody who doubts it can change something.
package struct FindingQuestions {
    private let session: Session
    private let awaited: AwaitedInputs
    private var steps: [FactID: Step] = [:]

    /// What a fact rests on directly.
    private struct Step {
        var slots: [RecordSchema.Slot] = []
        var facts: [FactID] = []
    }

    /// So many facts behind a finding are looked at.
    private static let mostFacts = 60

    package init(_ session: Session) {
        self.session = session
        awaited = AwaitedInputs(session)
    }

    /// Those that its own rules read come first, then those behind the findings that it builds on; what an open finding
    /// waits for goes before both.
    ///
    /// - Parameter most: how many are looked for.
    package mutating func questions(under finding: FindingID, most: Int) -> [Question] {
        var slots: [RecordSchema.Slot] = []
        guard let (id, fact) = session.fact(finding) else {
            let nearest = session.explanation(of: finding).steps.prefix(1)
            return questions(nearest.flatMap(\.conditions).flatMap(\.inputs).map(\.slot), most: most)
        }
        for input in awaited[fact] {
            if case .slot(let slot) = session.reference(input) { slots.append(slot) }
        }
        var seen: Set = [id]
        var rest = [id]
        var place = 0
        while place < rest.count, place < Self.mostFacts {
            let step = step(rest[place])
            slots += step.slots
            for next in step.facts where seen.insert(next).inserted { rest.append(next) }
            place += 1
        }
        return questions(slots, most: most)
    }

    private func questions(_ slots: [RecordSchema.Slot], most: Int) -> [Question] {
        var seen: Set<RecordSchema.Slot> = []
        var questions: [Question] = []
        for slot in slots where questions.count < most && seen.insert(slot).inserted {
            if let question = Question(slot, settles: [], in: session.ruleBase) { questions.append(question) }
        }
        return questions
    }

    private mutating func step(_ id: FactID) -> Step {
        if let known = steps[id] { return known }
        let fact = session[id]
        var result = Step()
        for justification in fact.justifications where justification.isCertain == fact.isCertain {
            for condition in session.step(justification).conditions {
                result.slots += condition.inputs.map(\.slot)
                result.facts += condition.facts
            }
        }
        steps[id] = result
        return result
    }
}
