import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// What holds of every mark, on random exercises and random answers.
struct MarkingPropertyTests {
    /// A random exercise of up to twelve options, some of them excluding each other, with a trainer and a panel.
    private static func exercise(_ random: inout SeededGenerator) throws -> WrittenExercise {
        let count = Int.random(in: 1...12, using: &random)
        let signs = ["+", "+", "-", "-", "-", "?", "0", "~50", "~25"]
        var codes: [String] = []
        let options = (0..<count).map { number -> String in
            let code = Int.random(in: 0..<4, using: &random) == 0 ? "p\(number / 3)=\(number)" : "o\(number)"
            codes.append(code)
            return code + (signs.randomElement(using: &random) ?? "-")
        }
        var text = "\(Int.random(in: 1...100, using: &random)) | \(options.joined(separator: " "))"
        text += " | against \(["engine", "trainer", "trainer", "panel"].randomElement(using: &random) ?? "trainer")"
        if Bool.random(using: &random), let code = codes.randomElement(using: &random) {
            let verdict = ["expected", "defensible", "wrong"].randomElement(using: &random) ?? "wrong"
            text += " | departs \(code):\(verdict)"
        }
        if Bool.random(using: &random) {
            let members = (0..<3).map { _ -> String in
                let picks = codes.filter { _ in Bool.random(using: &random) }
                return picks.isEmpty ? "none" : picks.joined(separator: ",")
            }
            text += " | panel \(members.joined(separator: " / "))"
        }
        return try WrittenExercise(text)
    }

    private static func picks(_ exercise: Exercise, _ random: inout SeededGenerator) -> [String] {
        var taken: Set<String> = []
        return exercise.options.shuffled(using: &random).filter { option in
            Bool.random(using: &random) && (option.choice.map { taken.insert($0).inserted } ?? true)
        }.map(\.code)
    }

    @Test(arguments: 0..<40)
    func `L5: marks stay within bounds, whatever is picked, and the order never matters`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<25 {
            let written = try Self.exercise(&random)
            let picks = Self.picks(written.exercise, &random)
            let mark = written.mark(picks)
            #expect(mark.points >= .zero && mark.points <= written.exercise.maximum)
            #expect(written.text(of: written.mark(picks.shuffled(using: &random))) == written.text(of: mark))
            #expect(written.mark(picks + picks).points == mark.points, "picked twice counts once")
        }
    }

    @Test(arguments: 0..<40)
    func `adding a right line never lowers a mark, and a wrong one never raises it`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(1000 + seed))
        for _ in 0..<25 {
            let written = try Self.exercise(&random)
            let exercise = written.exercise
            let picks = Self.picks(exercise, &random)
            let before = written.mark(picks).points
            let taken = Set(picks.compactMap { exercise[$0]?.choice })
            for option in exercise.options where !picks.contains(option.code) {
                if let choice = option.choice, taken.contains(choice) { continue }
                let after = written.mark(picks + [option.code]).points
                switch exercise.key()[option.code].standing {
                case .expected, .partly: #expect(after >= before, "\(option.code)")
                case .wrong, .open: #expect(after <= before, "\(option.code)")
                case .neutral: #expect(after == before, "\(option.code)")
                }
            }
        }
    }

    @Test(arguments: 0..<40)
    func `L9: the model earns all points, and picking everything earns none where something is wrong`(seed: Int) throws
    {
        var random = SeededGenerator(seed: UInt64(2000 + seed))
        for _ in 0..<25 {
            let exercise = try Self.exercise(&random).exercise
            for standard in ExerciseDefinition.Standard.allCases where exercise.key(standard).expectsAnything {
                let key = exercise.key(standard)
                let model = ExerciseAnswer(codes: exercise.modelPicks(standard))
                #expect(exercise.mark(model, against: standard).points == exercise.maximum)
                let isWrong = exercise.options.contains { [.wrong, .open].contains(key[$0.code].standing) }
                // Options that exclude each other cannot all be picked.
                guard isWrong, exercise.options.allSatisfy({ $0.choice == nil }) else { continue }
                let all = ExerciseAnswer(codes: exercise.options.map(\.code))
                #expect(exercise.mark(all, against: standard).points == .zero)
            }
        }
    }
}
