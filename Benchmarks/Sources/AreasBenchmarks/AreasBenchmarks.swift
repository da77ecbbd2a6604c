import Foundation
import RuleEngine

/// Runs an Areas set: all areas in one pass, with and without justifications, one area at a time, and one changed figure.
///
///     swift run -c release --package-path Benchmarks AreasBenchmarks FOLDER
///     swift run -c release --package-path Benchmarks AreasBenchmarks scaling FOLDER…
///
/// FOLDER holds `rules/`, `areas.csv`, `munis.csv` and `expected.json` (see Python/areas_set.py). Times are CPU times of
/// one thread. They run from compiled rules and loaded facts to the list of conclusions; nothing is kept between rounds.
@main
struct AreasBenchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let first = arguments.first, let date = FEELDate("2024-01-01") else {
            print("usage: AreasBenchmarks FOLDER | scaling FOLDER…")
            return
        }
        if first == "scaling" { return try Scaling(arguments.dropFirst().map { URL(filePath: $0) }, date).report() }
        let folder = URL(filePath: first)
        let (network, compiling) = try Clock.time { () throws -> Network in try AreasRules.network(folder) }
        let (set, loading) = try Clock.time { () throws -> AreasTable in try AreasTable(folder, network.ruleBase.record)
        }
        print(
            "\(set.columns.count) areas, \(network.ruleBase.ruleNames.count) rules; "
                + "rules read and compiled in \(Clock.text(compiling)), facts loaded in \(Clock.text(loading))")
        guard var run = ColumnarSession(network, set.columns, on: date) else {
            print("these rules need more than columns hold")
            return
        }
        let plain = Clock.median(of: 5) { if let next = ColumnarSession(network, set.columns, on: date) { run = next } }
        print("one pass, both bounds: \(Clock.text(plain))")
        let recorded = Clock.median(of: 5) {
            if let next = ColumnarSession(network, set.columns, on: date, recordingJustifications: true) { run = next }
        }
        print("one pass, both bounds and \(run.justificationCount) justifications: \(Clock.text(recorded))")
        for isCertain in [true, false] {
            let facts = isCertain ? run.conclusions.filter { $0.isCertain } : run.conclusions
            print("\(isCertain ? "certain" : "possible"): \(facts.count) firings, checksum \(set.checksum(facts, run))")
        }
        sessions(network, set, date)
    }

    /// One area at a time, as a questionnaire does it.
    private static func sessions(_ network: Network, _ set: AreasTable, _ date: FEELDate) {
        let tries = 10_000
        var found = 0
        func times(_ inputs: (Int) -> SessionInputs) -> [Double] {
            (0..<tries).map { number in
                let inputs = inputs(number % set.columns.count)
                return Clock.seconds { found += Session(network, inputs).conclusionCount }
            }
        }
        let numbered = times { set.columns.inputs(of: $0, for: network, on: date) }
        print("one area from facts to answer: \(Clock.spread(numbered)) (\(found) conclusions in \(tries) areas)")
        let named = times { SessionInputs(date: date, values: set.columns.values(of: $0)) }
        print("the same from facts by name: \(Clock.spread(named))")

        var session = Session(network, set.columns.inputs(of: 0, for: network, on: date))
        let slots = network.ruleBase.record.slots.filter { $0.context == nil }
        var changes: [Double] = []
        for number in 0..<tries {
            let slot = slots[number % slots.count]
            let value = ValueSet.exactly(.number(FEELNumber((number * 37) % 101)))
            changes.append(Clock.seconds { session.set(slot, to: value) })
        }
        print(
            "one changed figure: \(Clock.spread(changes)); \(session.triedRuleCount / tries) rules and "
                + "\(session.updatedFactCount / tries) facts looked at")
        var copies: [Double] = []
        for number in 0..<1_000 {
            copies.append(
                Clock.seconds {
                    var copy = session
                    copy.set(slots[number % slots.count], to: .exactly(.number(50)))
                    found += copy.triedRuleCount & 1
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
