/// A time, for people.
struct Measurement {
    let duration: Duration

    /// The median of some runs, after one that is not counted.
    static func median(of runs: Int, _ body: () -> Void) -> Measurement {
        body()
        let clock = ContinuousClock()
        let times = (0..<runs).map { _ in clock.measure(body) }.sorted()
        return Measurement(duration: times[runs / 2])
    }

    var text: String {
        let (seconds, attoseconds) = duration.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        return microseconds < 10_000 ? "\(microseconds) µs" : "\(microseconds / 1000) ms"
    }
}
