import Foundation
import TestSupport

/// Starts workers and watches them: after a trap or a hang the next one goes on behind the input that caused it.
struct Supervisor {
    /// Seconds of processor time that one input may take.
    static let patience = 2.0

    let options: Options
    let corpus: FuzzCorpus

    /// Whether no input trapped, hung or broke a law.
    func run() throws -> Bool {
        let path = FileManager.default.temporaryDirectory.appending(path: "fuzzing-\(getpid())").path
        defer { unlink(path) }
        let journal = try Journal(path: path)
        let end = options.from + options.count
        let start = ContinuousClock.now
        var next = options.from
        var traps = 0
        var hangs = 0
        print("\(options.count) inputs from number \(options.from), seed \(options.seed)")
        while next < end {
            journal.number = next
            let ending = try watch(worker(next..<end, path), journal, since: start)
            guard ending != .finished else { break }
            traps += ending == .trapped ? 1 : 0
            hangs += ending == .hung ? 1 : 0
            var generator = FuzzGenerator(corpus: corpus, seed: options.seed)
            print("\(ending.rawValue) at \(journal.number):\n  \(generator.input(number: journal.number).excerpt)")
            next = journal.number + 1
        }
        let seconds = max(1, (ContinuousClock.now - start).components.seconds)
        print(
            "\(options.count) inputs in \(seconds) s (\(Int64(options.count) / seconds) per second), seed \(options.seed): "
                + "\(traps) traps, \(hangs) hangs, \(journal.faults) faults")
        return traps + hangs + journal.faults == 0
    }

    private enum Ending: String { case finished, trapped = "trap", hung = "hang" }

    private func worker(_ numbers: Range<Int>, _ journal: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments =
            options.folders + [
                "--seed", String(options.seed), "--from", String(numbers.lowerBound), "--count", String(numbers.count),
                "--journal", journal,
            ]
        try process.run()
        return process
    }

    private func watch(_ process: Process, _ journal: Journal, since start: ContinuousClock.Instant) throws -> Ending {
        var number = journal.number
        var clock = clockid_t()
        guard clock_getcpuclockid(process.processIdentifier, &clock) == 0 else {
            process.waitUntilExit()
            return process.terminationStatus == 0 ? .finished : .trapped
        }
        var used = Self.seconds(of: clock)
        var said = ContinuousClock.now
        while process.isRunning {
            usleep(50_000)
            if journal.number != number {
                number = journal.number
                used = Self.seconds(of: clock)
            } else if Self.seconds(of: clock) - used > Self.patience {
                process.terminate()
                process.waitUntilExit()
                return .hung
            }
            if ContinuousClock.now - said > .seconds(10) {
                said = .now
                let seconds = max(1, (said - start).components.seconds)
                print("  \(number) (\(Int64(number - options.from) / seconds) per second), \(journal.faults) faults")
                fflush(nil)
            }
        }
        process.waitUntilExit()
        return process.terminationReason == .exit && process.terminationStatus == 0 ? .finished : .trapped
    }

    /// Processor time that the process has had.
    private static func seconds(of clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
