import Analyst
import Foundation
import RuleEngine
import TestSupport
import Testing

/// One slip gives one message, wherever it is made; what follows from it is counted, not listed.
@Suite struct SingleMistakeTests {
    /// What the check shows of one slip.
    struct Outcome {
        let mistake: SingleMistake
        /// Errors that are shown by themselves.
        let shown: [Diagnostic]
        let file: String

        /// Whether the first message leads to the slip: its line, or some lines around it.
        var isNear: Bool {
            guard let span = shown.first?.span, span.file == file else { return false }
            return abs(span.start.line - mistake.line) <= 6
        }
    }

    /// Some hundred by default, two thousand where all are asked for; in parts, so that all cores take part.
    private static let parts = 4
    private static let count = (FullRuns.isAsked ? 2_000 : 120) / parts

    @Test(arguments: 0..<parts)
    func `a single slip in a rule file gives one message, mostly`(part: Int) throws {
        let files = try Project.library.get().files
        var random = SeededGenerator(seed: UInt64(20 + part))
        var outcomes: [Outcome] = []
        while outcomes.count < Self.count {
            let mistake = try #require(SingleMistake.random(in: files, using: &random))
            var changed = files
            changed[mistake.file] = SourceFile(name: files[mistake.file].name, text: mistake.text)
            let library = RuleLibrary(files: changed)
            let causes = DiagnosticCauses(RuleChecks(library: library).diagnostics, in: changed).causes
            let shown = causes.map(\.diagnostic).filter { $0.severity == .error }
            // Most slips in texts for readers are no mistakes of a rule.
            guard !shown.isEmpty else { continue }
            outcomes.append(Outcome(mistake: mistake, shown: shown, file: files[mistake.file].name))
        }
        let counts = outcomes.map(\.shown.count).sorted()
        let worst = outcomes.filter { $0.shown.count > 3 }.map { outcome in
            "\(outcome.file) \(outcome.mistake): \(outcome.shown.count)\n"
                + outcome.shown.prefix(8).map {
                    "    \($0.span?.file ?? ""):\($0.span?.start.line ?? 0) \($0.message.en)"
                }
                .joined(separator: "\n")
        }
        #expect(counts[counts.count / 2] == 1, "the median; \(worst.joined(separator: "\n"))")
        #expect(counts[counts.count * 95 / 100] <= 5, "the 95th percentile; \(worst.joined(separator: "\n"))")
        let far = outcomes.filter { !$0.isNear }.map { outcome in
            "\(outcome.file) \(outcome.mistake): \(outcome.shown[0].span?.file ?? ""):\(outcome.shown[0].span?.start.line ?? 0) \(outcome.shown[0].message.en)"
        }
        #expect(far.count * 10 <= outcomes.count, "far from the slip:\n\(far.joined(separator: "\n"))")
        if ProcessInfo.processInfo.environment["SHOW_MISTAKES"] != nil {
            print(
                "counts", counts, "far", far.count, worst.joined(separator: "\n"), far.joined(separator: "\n"),
                separator: "\n")
        }
    }
}
