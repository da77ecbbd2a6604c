import RuleEngine

@testable import Analyst

/// An exercise as one line of text: points, options with what the engine says of each, and what else belongs to it.
///
///     60 | a+ b+ c? d- | departs d=defensible | panel a,b / a
///
/// An option ends with `+` (expected), `?` (open), `-` (wrong), `0` (neutral) or `~50` (so many percent of a line). Of options
/// with the same text before `=` one can be picked.
struct WrittenExercise {
    let exercise: Exercise
    var hints = 0
    var hintCost = 0

    init(_ text: String) throws {
        let parts = text.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
        let span = SourceFile(name: "exercise", text: "x").span(0..<1)
        var standard = ExerciseDefinition.Standard.trainer
        var departures: [ExerciseDefinition.Departure] = []
        var panel: [[Located<String>]] = []
        var hintCount = 0
        for part in parts.dropFirst(2) {
            switch part[0] {
            case "against": standard = ExerciseDefinition.Standard(rawValue: part[1]) ?? .trainer
            case "departs":
                departures += part.dropFirst().compactMap { text in
                    let words = text.split(separator: ":").map(String.init)
                    return ExerciseDefinition.Departure.Verdict(rawValue: words[1]).map {
                        .init(
                            line: Located(words[0], at: span), verdict: $0, reason: LocalizedText(verbatim: "reason"),
                            passages: [])
                    }
                }
            case "panel":
                panel = part.dropFirst().joined(separator: " ").split(separator: "/").map { member in
                    member.split { $0 == "," || $0 == " " }.filter { $0 != "none" }.map {
                        Located(String($0), at: span)
                    }
                }
            case "hints":
                hints = Int(part[1]) ?? 0
                hintCost = Int(part[2]) ?? 0
                hintCount = 9
            default: break
            }
        }
        exercise = try Exercise(
            ExerciseDefinition(
                id: Located("x", at: span), kind: .problems, points: Located(Int(parts[0][0]) ?? 0, at: span),
                title: nil,
                question: nil, standard: standard,
                hints: Array(repeating: LocalizedText(verbatim: "hint"), count: hintCount),
                departures: departures, thoughts: [], among: [], finding: nil, change: nil, budget: nil, capacity: nil,
                mistakes: 3, rubric: []), options: parts[1].filter { $0 != "none" }.map(Self.option), panel: panel)
    }

    private static func option(_ text: String) -> ExerciseOption {
        let note = LocalizedText(verbatim: "note")
        let sign = text.last ?? "-"
        var code = String(text.dropLast())
        let verdict: ExerciseOption.Verdict
        if let wave = text.firstIndex(of: "~") {
            code = String(text[..<wave])
            verdict = .partly(Int(text[text.index(after: wave)...]) ?? 0, note)
        } else {
            switch sign {
            case "+": verdict = .expected
            case "?": verdict = .open
            case "0": verdict = .neutral(note)
            default: verdict = .wrong
            }
        }
        let choice = code.split(separator: "=").count > 1 ? code.split(separator: "=").first.map(String.init) : nil
        return ExerciseOption(code: code, title: LocalizedText(verbatim: code), choice: choice, verdict: verdict)
    }

    func mark(_ picks: [String]) -> Mark.Part {
        exercise.mark(ExerciseAnswer(codes: picks), hints: hints, hintCost: hintCost)
    }

    /// `found a 30, missed b 0; 30`
    func text(of mark: Mark.Part) -> String {
        let lines = mark.lines.map { line in
            ([line.verdict.rawValue] + [line.code].compactMap { $0 } + [line.points.plain]).joined(separator: " ")
        }
        return (lines.isEmpty ? "" : lines.joined(separator: ", ") + "; ") + mark.points.plain
    }
}
