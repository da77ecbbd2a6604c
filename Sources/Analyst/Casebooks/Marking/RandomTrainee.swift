import RuleEngine

/// A trainee who knows nothing: picks by chance, each time otherwise, from a seed the same on every machine.
package struct RandomTrainee {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// Numbers by the method SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    package mutating func number(below bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

    /// Any number of lines of an exercise, each number as likely; within the budget.
    package mutating func answer(to exercise: Exercise) -> ExerciseAnswer {
        var options = exercise.options
        var left = number(below: options.count + 1)
        var taken: Set<String> = []
        var answer = ExerciseAnswer()
        var money = exercise.budget ?? .max
        while left > 0, !options.isEmpty {
            let option = options.remove(at: number(below: options.count))
            left -= 1
            if let choice = option.choice, !taken.insert(choice).inserted { continue }
            guard option.price <= money else { continue }
            if money != .max { money -= option.price }
            answer.picks.append(Pick(code: option.code))
        }
        return answer
    }

    package mutating func answers(to prepared: PreparedCase) -> CaseAnswers {
        var answers = CaseAnswers()
        for exercise in prepared.exercises { answers.exercises[exercise.id] = answer(to: exercise) }
        return answers
    }
}

extension PreparedCase {
    /// Answers with the same rule for each exercise.
    package func answers(_ pick: (Exercise) -> [String]) -> CaseAnswers {
        var answers = CaseAnswers()
        for exercise in exercises { answers.exercises[exercise.id] = ExerciseAnswer(codes: pick(exercise)) }
        return answers
    }
}
