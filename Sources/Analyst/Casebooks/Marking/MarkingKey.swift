package import RuleEngine

/// What each line of an exercise is worth by a standard.
///
/// What is expected shares the points of the exercise. What is wrong costs half of what an expected line earns, or more where
/// the list is short, so that picking everything earns nothing. What is open costs half of that.
package struct MarkingKey: Sendable {
    /// What a standard says of a line.
    package enum Standing: Hashable, Sendable {
        case expected, partly, neutral, open, wrong
    }

    package struct Entry: Sendable {
        package let standing: Standing
        /// What picking it earns, in hundredths of a point; below zero for what it costs.
        package let value: Int
        /// Why it is defensible, where it is.
        package let note: LocalizedText?
        /// The panel is divided on it.
        package let isDivided: Bool
    }

    package let maximum: Points
    /// Whether anything is expected; where nothing is, picking nothing earns all.
    package let expectsAnything: Bool
    private let entries: [String: Entry]

    package subscript(code: String) -> Entry {
        entries[code] ?? Entry(standing: .wrong, value: 0, note: nil, isDivided: false)
    }

    private struct Judgement {
        var standing: Standing
        /// Of an expected line its weight, of a partly right one its percentage of a line.
        var weight: Int
        var note: LocalizedText?
        var isDivided = false
    }

    package init(_ exercise: Exercise, _ standard: ExerciseDefinition.Standard) {
        let maximum = exercise.maximum
        self.maximum = maximum
        let judgements = exercise.options.map { Self.judgement($0, exercise, standard) }
        // Options that exclude each other are one line, however many of them are right.
        var lines: [String: Int] = [:]
        var weights: [Int] = []
        for (option, judgement) in zip(exercise.options, judgements) where judgement.standing == .expected {
            let line = option.choice ?? "\u{0}\(option.code)"
            if let place = lines[line] {
                weights[place] = max(weights[place], judgement.weight)
            } else {
                lines[line] = weights.count
                weights.append(judgement.weight)
            }
        }
        expectsAnything = !weights.isEmpty
        let values = maximum.shares(weights)
        let part = weights.isEmpty ? 0 : maximum.hundredths / weights.count
        var partly: [String: Int] = [:]
        var against = 0
        for (option, judgement) in zip(exercise.options, judgements) {
            switch judgement.standing {
            case .partly:
                let line = option.choice ?? "\u{0}\(option.code)"
                partly[line] = max(partly[line] ?? 0, part * judgement.weight / 100)
            case .wrong: against += 2
            case .open: against += 1
            case .expected, .neutral: break
            }
        }
        // Of a long list half a line for a mistake; of a short one so much that all of it together earns nothing.
        let whole = maximum.hundredths + partly.values.reduce(0, +)
        let divisor = max(1, min(against, 4 * max(weights.count, 1)))
        func cost(_ units: Int) -> Int { -((whole * units + divisor - 1) / divisor) }
        var entries: [String: Entry] = [:]
        for (option, judgement) in zip(exercise.options, judgements) {
            let line = option.choice ?? "\u{0}\(option.code)"
            let value =
                switch judgement.standing {
                case .expected: lines[line].map { values[$0].hundredths } ?? 0
                case .partly: part * judgement.weight / 100
                case .neutral: 0
                case .open: cost(1)
                case .wrong: cost(2)
                }
            entries[option.code] = Entry(
                standing: judgement.standing, value: value, note: judgement.note, isDivided: judgement.isDivided)
        }
        self.entries = entries
    }

    private static func judgement(
        _ option: ExerciseOption, _ exercise: Exercise, _ standard: ExerciseDefinition.Standard
    ) -> Judgement {
        let votes = exercise.panelVotes[option.code] ?? 0
        let share = exercise.panelSize == 0 ? 0 : votes * 100 / exercise.panelSize
        // The panel agrees when two thirds pick a line, or leave it; what lies between is to be talked about.
        let size = exercise.panelSize
        let isDivided = size > 1 && votes * 3 > size && votes * 3 < size * 2
        if standard == .panel {
            // Where nobody of the panel answered there is nothing to mark against.
            if size > 0, votes * 3 >= size * 2 { return Judgement(standing: .expected, weight: share) }
            if share > 0 {
                return Judgement(
                    standing: .partly, weight: share, note: .panel(votes, exercise.panelSize), isDivided: isDivided)
            }
            return Judgement(standing: .wrong, weight: 0)
        }
        var judgement: Judgement
        switch option.verdict {
        case .expected: judgement = Judgement(standing: .expected, weight: 1)
        case .partly(let percent, let note): judgement = Judgement(standing: .partly, weight: percent, note: note)
        case .neutral(let note): judgement = Judgement(standing: .neutral, weight: 0, note: note)
        case .open: judgement = Judgement(standing: .open, weight: 0)
        case .wrong: judgement = Judgement(standing: .wrong, weight: 0)
        }
        guard standard == .trainer else { return judgement }
        if let departure = exercise.departure(at: option.code) {
            switch departure.verdict {
            case .expected: judgement = Judgement(standing: .expected, weight: 1)
            case .defensible: judgement = Judgement(standing: .partly, weight: 50, note: departure.reason)
            case .wrong: judgement = Judgement(standing: .wrong, weight: 0)
            }
        }
        judgement.isDivided = isDivided
        // What part of the panel shares is no mistake.
        if votes > 0, judgement.standing != .expected, judgement.standing != .partly || judgement.weight < share {
            judgement = Judgement(
                standing: .partly, weight: min(share, 100), note: .panel(votes, exercise.panelSize),
                isDivided: isDivided)
        }
        return judgement
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func panel(_ votes: Int, _ size: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(votes) van de \(size) leden van het panel koos dit ook.",
            en: "\(votes) of the \(size) members of the panel picked this too.")
    }
}
