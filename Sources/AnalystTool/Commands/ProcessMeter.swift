import Analyst
import Foundation
import RuleEngine

/// What the program has used of the machine.
enum ProcessMeter {
    /// Runs something and tells the seconds of processor time that this thread spent on it.
    static func time<Value>(_ body: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
        let start = processorTime
        let value = try body()
        return (value, processorTime - start)
    }

    /// The most memory that the program had at one time, in kilobytes; `nil` where the system does not tell.
    static var peakMemory: Int? {
        // Other systems than Linux have no such file; the figure is left out there.
        guard let text = try? TextFile.read(argument: "/proc/self/status").text else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
