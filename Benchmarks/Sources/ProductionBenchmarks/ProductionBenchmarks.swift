import Foundation
import RuleEngine

/// Loads facts from a table, runs a production system on them, and prints firings and times.
///
///     swift run -c release --package-path Benchmarks ProductionBenchmarks \
///         RuleSets/manners.yaml guest manners128.csv last_seat.seat=128
///
/// Loading and running are measured apart, in processor time, in eleven rounds that share nothing but the compiled network.
@main
struct ProductionBenchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4 else {
            print("usage: ProductionBenchmarks RULES TEMPLATE FACTS.csv [template.field=value …]")
            return
        }
        let file = SourceFile(name: arguments[1], text: try String(contentsOfFile: arguments[1], encoding: .utf8))
        let reading = RuleBaseReader.read([file])
        guard !reading.hasErrors, let name = reading.ruleBase.productionSetNames.first,
            let network = ProductionNetwork(reading.ruleBase, set: name)
        else {
            print(DiagnosticRenderer(language: .en, sources: [file]).render(reading.diagnostics))
            return
        }
        var facts = try table(arguments[3], arguments[2], network)
        facts += arguments.dropFirst(4).compactMap { single($0, network) }
        let before = peakMemory
        let rounds = (0..<11).map { _ in Round(network, facts) }.dropFirst()
        guard let first = rounds.first else { return }
        let loads = rounds.map(\.load).sorted()
        let runs = rounds.map(\.run).sorted()
        print(
            "\(network.name) on \(arguments[3]): \(facts.count) facts loaded, \(first.firings) firings, "
                + "\(first.facts) facts at the end, \(first.state)")
        for (rule, count) in zip(network.ruleNames, first.byRule) where count > 0 { print("  \(rule): \(count)") }
        print(
            "load \(loads[loads.count / 2]), run \(runs[runs.count / 2]) (best \(runs[0])), "
                + "peak memory \(peakMemory) kB, of which \(peakMemory - before) kB since the rules were read")
    }

    /// One load and one run.
    private struct Round {
        let load: Duration
        let run: Duration
        let firings: Int
        let byRule: [Int]
        let facts: Int
        let state: ProductionSession.State

        init(_ network: ProductionNetwork, _ facts: [(template: String, fields: FEELContext)]) {
            let clock = ProcessorClock()
            var session = ProductionSession(network)
            load = clock.measure {
                for fact in facts {
                    do {
                        try session.assert(fact.template, fact.fields)
                    } catch {
                        print("not asserted: \(error)")
                    }
                }
            }
            run = clock.measure { session.run() }
            firings = session.firings
            byRule = session.firingsByRule
            self.facts = session.factCount
            state = session.state
        }
    }

    /// The time that this process has used, whatever else the machine does.
    private struct ProcessorClock {
        func measure(_ body: () -> Void) -> Duration {
            let start = now
            body()
            return now - start
        }

        private var now: Duration {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
        }
    }

    /// Each line of a table is a fact; the first line names the fields.
    private static func table(
        _ path: String, _ template: String, _ network: ProductionNetwork
    ) throws -> [(String, FEELContext)] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
        guard let header = lines.first?.split(separator: ",") else { return [] }
        return lines.dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return (template, context(zip(header, cells).map { (String($0), String($1)) }, template, network))
        }
    }

    /// `template.field=value`
    private static func single(_ text: String, _ network: ProductionNetwork) -> (template: String, fields: FEELContext)?
    {
        let parts = text.split(whereSeparator: { ".=".contains($0) })
        guard parts.count == 3 else { return nil }
        let template = String(parts[0])
        return (template, context([(String(parts[1]), String(parts[2]))], template, network))
    }

    /// Numbers and texts, as the template has them; a text that does not fit stays a text, and is refused later.
    private static func context(
        _ cells: [(field: String, text: String)], _ template: String, _ network: ProductionNetwork
    ) -> FEELContext {
        var context = FEELContext()
        for (field, text) in cells {
            context.set(field, to: network.value(text, of: field, in: template) ?? .string(text))
        }
        return context
    }

    /// The most memory in use so far, in kB, as Linux tells it.
    private static var peakMemory: Int {
        // Without the file the figure is left at nothing.
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
