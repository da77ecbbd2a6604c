import Foundation
import RuleEngine

/// Runs an Areas set: all areas in one pass, with and without justifications, one area at a time, and one changed figure.
///
///     swift run -c release --package-path Benchmarks AreasBenchmarks FOLDER
///
/// FOLDER holds `rules/`, `areas.csv` and `munis.csv` (see Python/areas_set.py). Times are CPU times of one thread. They run
/// from compiled rules and loaded facts to the list of conclusions; nothing is kept between rounds.
@main
struct AreasBenchmarks {
    static func main() throws {
        guard CommandLine.arguments.count > 1 else {
            print("usage: AreasBenchmarks FOLDER")
            return
        }
        let folder = URL(filePath: CommandLine.arguments[1])
        let (network, compiling) = try Clock.time { () throws -> Network in try readNetwork(folder) }
        let (set, loading) = try Clock.time { () throws -> AreasTable in try AreasTable(folder, network.ruleBase.record) }
        print("\(set.columns.count) areas, \(network.ruleBase.rules.count) rules; "
            + "rules read and compiled in \(Clock.text(compiling)), facts loaded in \(Clock.text(loading))")
        guard let date = FEELDate("2024-01-01"), var run = ColumnarSession(network, set.columns, on: date) else {
            print("these rules need more than columns hold")
            return
        }
        let plain = Clock.median(of: 5) { if let next = ColumnarSession(network, set.columns, on: date) { run = next } }
        print("one pass, both bounds: \(Clock.text(plain))")
        let recorded = Clock.median(of: 5) {
            if let next = ColumnarSession(network, set.columns, on: date, recordingJustifications: true) { run = next }
        }
        print("one pass, both bounds and \(run.justifications.count) justifications: \(Clock.text(recorded))")
        for isCertain in [true, false] {
            let facts = isCertain ? run.conclusions.filter { $0.isCertain } : run.conclusions
            print("\(isCertain ? "certain" : "possible"): \(facts.count) firings, checksum \(set.checksum(facts, run))")
        }
        sessions(network, set, date)
    }

    private static func readNetwork(_ folder: URL) throws -> Network {
        let rules = folder.appending(path: "rules")
        let names = try FileManager.default.contentsOfDirectory(atPath: rules.path).sorted().filter { $0.hasSuffix(".yaml") }
        let reading = RuleBaseReader.read(
            try names.map {
                SourceFile(name: $0, text: try String(contentsOf: rules.appending(path: $0), encoding: .utf8))
            })
        for diagnostic in reading.diagnostics where diagnostic.severity == .error { print(diagnostic.message.en) }
        return Network(reading.ruleBase)
    }

    /// One area at a time, as a questionnaire does it.
    private static func sessions(_ network: Network, _ set: AreasTable, _ date: FEELDate) {
        let tries = 10_000
        let inputs = (0..<tries).map { SessionInputs(date: date, values: set.columns.values(of: $0 % set.columns.count)) }
        var found = 0
        var times: [Double] = []
        for input in inputs {
            times.append(Clock.seconds { found += Session(network, input).conclusionCount })
        }
        print("one area from facts to answer: \(Clock.spread(times)) (\(found) conclusions in \(tries) areas)")

        var session = Session(network, inputs[0])
        let slots = network.ruleBase.record.slots.filter { $0.context == nil }
        var changes: [Double] = []
        for number in 0..<tries {
            let slot = slots[number % slots.count]
            let value = ValueSet.exactly(.number(FEELNumber((number * 37) % 101)))
            changes.append(Clock.seconds { session.set(slot, to: value) })
        }
        let work = session.work
        print("one changed figure: \(Clock.spread(changes)); \(work.rules / tries) rules and \(work.facts / tries) facts looked at")
        var copies: [Double] = []
        for number in 0..<1_000 {
            copies.append(
                Clock.seconds {
                    var copy = session
                    copy.set(slots[number % slots.count], to: .exactly(.number(50)))
                    found += copy.work.runs
                })
        }
        print("a copy with one figure changed: \(Clock.spread(copies))")
    }
}

extension Session {
    /// Facts found or open.
    fileprivate var conclusionCount: Int { facts.count }
}

/// CPU time of this thread.
enum Clock {
    static func seconds(_ body: () -> Void) -> Double {
        let start = now
        body()
        return now - start
    }

    static func time<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
        let start = now
        let result = try body()
        return (result, now - start)
    }

    static func median(of rounds: Int, _ body: () -> Void) -> Double {
        body()
        return (0..<rounds).map { _ in seconds(body) }.sorted()[rounds / 2]
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func text(_ seconds: Double) -> String {
        seconds < 0.01 ? String(format: "%.1f µs", seconds * 1e6) : String(format: "%.1f ms", seconds * 1e3)
    }

    static func spread(_ times: [Double]) -> String {
        let sorted = times.sorted()
        return "median \(text(sorted[sorted.count / 2])), 99th percentile \(text(sorted[sorted.count * 99 / 100]))"
    }
}
