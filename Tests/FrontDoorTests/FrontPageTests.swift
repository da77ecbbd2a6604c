import Foundation
import RuleEngine
import Testing

/// What the front page of the engine shows, runs, with public symbols alone: this target sees no others.
@Suite struct FrontPageTests {
    @Test func `the example runs from a text to a reason`() {
        #expect(
            Self.printed(for: TrafficRules.files) == [
                "fine:speeding open waits for 1 input",
                "fine:speeding found by rule too-fast as speed is 70, more than 50",
                "fine:speeding found -> refuted",
                "too-fast fails",
            ])
    }

    @Test func `a fault in the rules is told with its place`() throws {
        let faulty =
            TrafficRules.files.dropLast() + [
                SourceFile(name: "rules.yaml", text: TrafficRules.rules.replacing("speed > 50", with: "sped > 50"))
            ]
        let text = try #require(Self.printed(for: Array(faulty)).first)
        #expect(text.hasPrefix("rules.yaml:9:9: error: "), "\(text)")
    }

    @Test func `the front page shows what runs here`() throws {
        let root = (0..<3).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }
        let page = try String(contentsOf: root.appending(path: "Sources/RuleEngine/RuleEngine.swift"), encoding: .utf8)
        let here = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        let shown = Self.lines(of: page, from: "/// ```swift", to: "/// ```") { $0.drop { $0 == "/" }.dropFirst() }
        let run = Self.lines(of: here, from: "        // The front page.", to: "        // The end.") {
            $0.dropFirst(8)
        }
        #expect((15...20).contains(shown.count), "twenty lines are read in a minute")
        #expect(shown == run)
    }

    /// The lines between two others.
    private static func lines(
        of text: String, from start: String, to end: String, dedented: (Substring) -> Substring
    ) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { $0 != start }.dropFirst().prefix { $0 != end }.map { String(dedented($0)) }
    }

    /// What the example of the front page prints, a line each.
    private static func printed(for files: [SourceFile]) -> [String] {
        var lines: [String] = []
        func print(_ items: Any...) { lines.append(items.map { "\($0)" }.joined(separator: " ")) }
        example(files, print)
        return lines
    }

    private static func example(_ files: [SourceFile], _ print: (Any...) -> Void) {
        // The front page.
        let reading = RuleBaseReader.read(files)
        guard !reading.hasErrors, let today = FEELDate("2026-11-01") else {
            return print(DiagnosticRenderer(language: .en, sources: files).render(reading.diagnostics))
        }
        let network = Network(reading.ruleBase)

        var session = Session(network, SessionInputs(date: today))
        let fine = FindingID(template: "fine", key: ["speeding"])
        print(fine, session.state(of: fine), "waits for", session.awaitedInputs(of: fine).count, "input")
        let speed = RecordSchema.Slot(name: "speed")
        session.set(speed, to: .exactly(.number(70)))
        for step in session.explanation(of: fine).steps {
            let met = session.sentence(of: step.conditions[0], in: .en)
            print(fine, session.state(of: fine), "by rule", step.ruleName, "as", met)
        }

        var other = session
        other.set(speed, to: .exactly(.number(45)))
        for change in session.difference(to: other).changes { print(change.finding, change.before, "->", change.after) }
        for step in other.whyNot(fine).steps { print(step.ruleName, step.conditions[0].state) }
        // The end.
    }
}
