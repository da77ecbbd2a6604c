import Foundation
import RuleEngine

/// Prints how long the product takes with all its rules: start-up, one run on a real area, and the whole command.
///
///     swift run -c release --package-path Benchmarks EngineBenchmarks RULES SHEET [ANALYST]
///     swift run -c release --package-path Benchmarks EngineBenchmarks feel
@main
struct EngineBenchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.dropFirst() == ["feel"] { return FEELBenchmark.run() }
        guard arguments.count >= 3 else {
            print("usage: EngineBenchmarks RULES SHEET [ANALYST] | feel")
            return
        }
        let files = try ruleFiles(below: arguments[1])
        let bytes = files.reduce(0) { $0 + $1.text.utf8.count }
        var reading = RuleBaseReader.read(files)
        let start = Measurement.median(of: 5) { reading = RuleBaseReader.read(files) }
        let ruleBase = reading.ruleBase
        print("rules: \(ruleBase.ruleNames.count) in \(files.count) files, \(bytes / 1000) kB")
        if arguments.count > 3, arguments[3] == "changes" {
            return changes(session(ruleBase, files, try SheetValues.inputs(arguments[2])))
        }
        print("start-up (read and check all rules): \(start.text)")

        let inputs = try SheetValues.inputs(arguments[2])
        var run = Session(Network(ruleBase), inputs)
        let time = Measurement.median(of: 11) { run = Session(Network(ruleBase), inputs) }
        let found = run.facts.count { $0.isCertain && $0.isConcluded }
        let open = run.facts.count { !$0.isCertain && $0.isConcluded }
        print("one run on \(arguments[2]): \(time.text) (\(found) found, \(open) open)")

        FEELBenchmark.run()

        changes(session(ruleBase, files, inputs))
        guard arguments.count > 3 else { return }
        let command = Measurement.median(of: 5) {
            let process = Process()
            process.executableURL = URL(filePath: arguments[3])
            process.arguments = [
                "analyse", arguments[2], "--rules", arguments[1], "--date", "2026-11-01", "--format", "html",
            ]
            process.standardOutput = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return }  // A missing program shows as a time near zero.
            process.waitUntilExit()
        }
        print("the command `analyse` from start to HTML: \(command.text)")
    }

    /// As the product runs the rules: those that lead to what a report shows.
    private static func session(_ ruleBase: RuleBase, _ files: [SourceFile], _ inputs: SessionInputs) -> Session {
        let network = Network(ruleBase)
        let shown = shownTemplates(files).intersection(ruleBase.templateNames)
        let considered = shown.isEmpty ? nil : network.rules(leadingTo: shown)
        print("run in an analysis: \(considered?.count(where: { $0 }) ?? ruleBase.ruleNames.count) rules")
        return Session(network, inputs, considering: considered)
    }

    /// The kinds of fact that a report shows, as the vocabularies of its parts and of its summary name them.
    private static func shownTemplates(_ files: [SourceFile]) -> Set<String> {
        let listing = #/(?:templates|by_domain|shortlist|attached|template): ([a-z_ ]+)/#
        let parts = files.filter { file in
            ["vocabulary: report-parts", "vocabulary: summary-lists"].contains { file.text.contains($0) }
        }
        return Set(
            parts.flatMap { $0.text.matches(of: listing) }.flatMap { $0.1.split(separator: " ").map(String.init) })
    }

    /// Answers to what is not known yet and what rules read, one after the other, each given and taken back: in five sessions
    /// that remember nothing of each other, of which the median counts.
    private static func changes(_ session: Session) {
        let record = session.network.ruleBase.record
        var names: [String] = []
        var times: [[Duration]] = []
        let before = (rules: session.triedRuleCount, facts: session.updatedFactCount)
        var (rules, facts) = (0, 0)
        for round in 0..<5 {
            var session = session
            var place = 0
            func take(_ duration: Duration, _ name: String) {
                if round == 0 {
                    names.append(name)
                    times.append([])
                }
                times[place].append(duration)
                place += 1
            }
            for (slot, domain) in zip(record.slots, record.domains) {
                guard session.possibleValues(of: slot)?.isExact == false, !session.network.rules(reading: slot).isEmpty
                else { continue }
                let answer: ValueSet = domain.finiteValues?.last.map { .exactly($0) } ?? .exactly(.number(50))
                let name = [slot.context, slot.name].compactMap { $0 }.joined(separator: ".")
                let clock = ContinuousClock()
                take(clock.measure { session.set(slot, to: answer) }, name)
                take(clock.measure { session.set(slot, to: nil) }, name + " (taken back)")
            }
            rules = session.triedRuleCount - before.rules
            facts = session.updatedFactCount - before.facts
        }
        let all = zip(times, names).map { (duration: $0.sorted()[$0.count / 2], name: $1) }.sorted {
            $0.duration < $1.duration
        }
        guard let longest = all.last else { return }
        func share(_ percent: Int) -> String { Measurement(duration: all[all.count * percent / 100].duration).text }
        let short = all.count { $0.duration < .milliseconds(1) } * 100 / all.count
        print(
            "one changed answer that rules read: median \(share(50)), 90th percentile \(share(90)), 99th percentile "
                + "\(share(99)), longest \(Measurement(duration: longest.duration).text) (\(longest.name)); "
                + "\(short) % below 1 ms; \(all.count) changes, each the median of five sessions; \(rules / all.count) rules tried "
                + "and \(facts / all.count) facts worked out in each")
    }

    private static func ruleFiles(below folder: String) throws -> [SourceFile] {
        let root = URL(filePath: folder)
        let paths = (FileManager.default.enumerator(atPath: root.path)?.allObjects ?? []).compactMap { $0 as? String }
        return try paths.sorted().filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".cases.yaml") }.map { path in
            SourceFile(name: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
        }
    }
}
