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
        print("rules: \(ruleBase.rules.count) in \(files.count) files, \(bytes / 1000) kB")
        if arguments.count > 3, arguments[3] == "changes" {
            return changes(try session(ruleBase, arguments[2]))
        }
        print("start-up (read and check all rules): \(start.text)")

        let inputs = try SheetValues.inputs(arguments[2], ruleBase)
        var session = Session(ruleBase, inputs)
        let run = Measurement.median(of: 11) { session = Session(ruleBase, inputs) }
        let found = session.facts.count { $0.isCertain && $0.origin == .derived }
        let open = session.facts.count { !$0.isCertain && $0.origin == .derived }
        print("one run on \(arguments[2]): \(run.text) (\(found) found, \(open) open)")

        FEELBenchmark.run()

        changes(try Self.session(ruleBase, arguments[2]))
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

    /// As the product runs the rules: those that lead to what a report shows, by the vocabularies of its parts.
    private static func session(_ ruleBase: RuleBase, _ sheet: String) throws -> Session {
        let network = Network(ruleBase)
        let texts =
            (ruleBase.vocabulary("report-parts")?.codes ?? []).flatMap { part in
                ["templates", "by_domain", "shortlist", "attached"].map { part.string($0) }
            } + (ruleBase.vocabulary("summary-lists")?.codes ?? []).map { $0.string("template") }
        let shown = Set(texts.flatMap { ($0 ?? "").split(separator: " ").map(String.init) })
        let considered = shown.isEmpty ? nil : RuleDependencies(network).rules(leadingTo: shown)
        print("run in an analysis: \(considered?.count(where: { $0 }) ?? ruleBase.rules.count) rules")
        return Session(network, try SheetValues.inputs(sheet, ruleBase), considering: considered)
    }

    /// Answers to what is not known yet and what rules read, one after the other, each given and taken back: in five sessions
    /// that remember nothing of each other, of which the median counts.
    private static func changes(_ session: Session) {
        var names: [String] = []
        var times: [[Duration]] = []
        let before = session.work
        var work = before
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
            for (slot, domain) in zip(session.ruleBase.record.slots, session.ruleBase.record.domains) {
                guard session.value(of: slot)?.set.isExact == false, !session.network.rules(reading: slot).isEmpty
                else { continue }
                let answer: ValueSet = domain.finiteValues?.last.map { .exactly($0) } ?? .exactly(.number(50))
                let name = [slot.context, slot.name].compactMap { $0 }.joined(separator: ".")
                let clock = ContinuousClock()
                take(clock.measure { session.set(slot, to: answer) }, name)
                take(clock.measure { session.set(slot, to: nil) }, name + " (taken back)")
            }
            work = session.work
        }
        let all = zip(times, names).map { (duration: $0.sorted()[$0.count / 2], name: $1) }.sorted {
            $0.duration < $1.duration
        }
        guard let longest = all.last else { return }
        func share(_ percent: Int) -> String { Measurement(duration: all[all.count * percent / 100].duration).text }
        let short = all.count { $0.duration < .milliseconds(1) } * 100 / all.count
        let (rules, facts) = ((work.rules - before.rules) / all.count, (work.facts - before.facts) / all.count)
        print(
            "one changed answer that rules read: median \(share(50)), 90th percentile \(share(90)), 99th percentile "
                + "\(share(99)), longest \(Measurement(duration: longest.duration).text) (\(longest.name)); "
                + "\(short) % below 1 ms; \(all.count) changes, each the median of five sessions; \(rules) rules tried and "
                + "\(facts) facts worked out in each")
    }

    private static func ruleFiles(below folder: String) throws -> [SourceFile] {
        let root = URL(filePath: folder)
        let paths = (FileManager.default.enumerator(atPath: root.path)?.allObjects ?? []).compactMap { $0 as? String }
        return try paths.sorted().filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".cases.yaml") }.map { path in
            SourceFile(name: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
        }
    }
}
