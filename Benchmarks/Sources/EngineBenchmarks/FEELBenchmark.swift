import RuleEngine

/// Prints what FEEL costs: parsing, compiling and evaluating some conditions, and the arithmetic of its numbers, each
/// beside the same computation in plain Swift with `Double`.
enum FEELBenchmark {
    static func run() {
        print("FEEL, nanoseconds (ratio to the same with Double):")
        conditions()
        lists()
        numbers()
    }

    // MARK: Expressions

    private static func conditions() {
        let file = SourceFile(name: "condition", text: "v > 60 and w in [10..20]")
        guard let program = FEELProgram.read(file, names: ["v", "w"]).program else { return }
        let values = [value("67.5"), value("15")]
        let (v, w) = (hidden(67.5), hidden(15.0))
        let plain = nanoseconds { hidden(v) > 60 && hidden(w) >= 10 && hidden(w) <= 20 }
        report("parse and compile `\(file.text)`", nanoseconds { FEELProgram.read(file, names: ["v", "w"]).program })
        report("evaluate it", nanoseconds { program.truth(of: values) }, plain)
        report("evaluate it, with notes and origins", nanoseconds { program.outcome(of: values).faults.count }, plain)

        guard let date = FEELDate("2020-03-15") else { return }
        measure(
            "d + duration(\"P1M\") > date(\"2020-03-31\")", name: "d", .date(date), nanoseconds { hidden(v) + 31 > 90 })
    }

    private static func lists() {
        let numbers = (0..<1000).map { FEELNumber($0 % 10) }
        let list = FEELValue.list(numbers.map { .number($0) })
        let doubles = (0..<1000).map { Double($0 % 10) }
        measure("l[item > 5]", name: "l", list, nanoseconds { hidden(doubles).filter { $0 > 5 }.count })
        let shares = (0..<1000).map { FEELNumber("\($0).\($0 % 90 + 10)") ?? 0 }
        let decimals = FEELValue.list(shares.map { .number($0) })
        measure("sum(l)", name: "l", decimals, nanoseconds { hidden(doubles).reduce(0, +) })
        measure(
            "count(for x in l return x * 2)", name: "l", list, nanoseconds { hidden(doubles).map { $0 * 2 }.count })
    }

    private static func measure(_ text: String, name: String, _ value: FEELValue, _ plain: Double) {
        let file = SourceFile(name: "expression", text: text)
        guard let program = FEELProgram.read(file, names: [name]).program else { return }
        let values = [ValueSet.exactly(value)]
        report("evaluate `\(text)`", nanoseconds { program.outcome(of: values).faults.count }, plain)
    }

    private static func value(_ text: String) -> ValueSet {
        .exactly(FEELNumber(text).map(FEELValue.number) ?? .null)
    }

    // MARK: Numbers

    private static func numbers() {
        let (a, b, third) = (FEELNumber("67.25") ?? 0, FEELNumber("12.5") ?? 0, FEELNumber(1).divided(by: 3) ?? 0)
        let (x, y) = (67.25, 12.5)
        report("add", nanoseconds { hidden(a).adding(hidden(b)) }, nanoseconds { hidden(x) + hidden(y) })
        report("compare", nanoseconds { hidden(a) < hidden(b) }, nanoseconds { hidden(x) < hidden(y) })
        report("multiply", nanoseconds { hidden(a).multiplied(by: hidden(b)) }, nanoseconds { hidden(x) * hidden(y) })
        report("divide", nanoseconds { hidden(a).divided(by: hidden(b)) }, nanoseconds { hidden(x) / hidden(y) })
        report("multiply, 34 digits", nanoseconds { hidden(third).multiplied(by: hidden(third)) })
        report("parse `67.25`", nanoseconds { FEELNumber(hidden("67.25")) }, nanoseconds { Double(hidden("67.25")) })
    }

    // MARK: Measuring

    /// The median of several rounds, each long enough for the clock.
    private static func nanoseconds<Result>(_ body: () -> Result) -> Double {
        let clock = ContinuousClock()
        func round(_ count: Int) -> Double {
            let time = clock.measure { for _ in 0..<count { keep(body()) } }
            let (seconds, attoseconds) = time.components
            return Double(seconds) * 1e9 + Double(attoseconds) / 1e9
        }
        var count = 1
        while round(count) < 2e6, count < 10_000_000 { count *= 2 }
        let rounds = (0..<11).map { _ in round(count) / Double(count) }.sorted()
        return rounds[rounds.count / 2]
    }

    /// The value, of which the optimiser knows nothing any more.
    @inline(never)
    @_optimize(none)
    private static func hidden<Value>(_ value: Value) -> Value { value }

    /// A use of the value that the optimiser cannot remove.
    @inline(never)
    @_optimize(none)
    private static func keep<Value>(_ value: Value) {}

    private static func report(_ what: String, _ time: Double, _ plain: Double? = nil) {
        let ratio = plain.map { " (\(rounded(time / max($0, 0.01))) x)" } ?? ""
        print("  \(what): \(rounded(time))\(ratio)")
    }

    private static func rounded(_ value: Double) -> String {
        value < 100 ? "\((value * 10).rounded() / 10)" : "\(Int(value.rounded()))"
    }
}
