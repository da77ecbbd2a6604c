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

    private static let evaluator = FEELEvaluator()

    // MARK: Expressions

    private static func conditions() {
        let text = "v > 60 and w in [10..20]"
        guard let tree = FEELParser.parse(text).expression else { return }
        let places = FEELPlaceList(["v", "w"])
        let code = evaluator.compile(tree, for: places)
        let row = FEELRow([value("67.5"), value("15")])
        let (v, w) = (hidden(67.5), hidden(15.0))
        let plain = nanoseconds { hidden(v) > 60 && hidden(w) >= 10 && hidden(w) <= 20 }
        report("parse `\(text)`", nanoseconds { FEELParser.parse(text).expression?.range.count })
        report("compile it", nanoseconds { evaluator.compile(tree, for: places).isConstant })
        report("evaluate it", nanoseconds { evaluator.truth(of: code, in: row) }, plain)
        report(
            "evaluate it, with notes and origins", nanoseconds { evaluator.evaluate(code, in: row).notes.count }, plain)
        let scope = FEELDictionaryScope(["v": row.values[0], "w": row.values[1]])
        report(
            "compile and evaluate it by names", nanoseconds { evaluator.evaluate(tree, in: scope).notes.count }, plain)

        guard let date = FEELDate("2020-03-15") else { return }
        let dates = FEELRow([UncertainValue(.date(date))])
        measure(
            "d + duration(\"P1M\") > date(\"2020-03-31\")", places: ["d"], dates, nanoseconds { hidden(v) + 31 > 90 })
    }

    private static func lists() {
        let numbers = (0..<1000).map { FEELNumber($0 % 10) }
        let row = FEELRow([UncertainValue(.list(numbers.map { .number($0) }))])
        let doubles = (0..<1000).map { Double($0 % 10) }
        measure("l[item > 5]", places: ["l"], row, nanoseconds { hidden(doubles).filter { $0 > 5 }.count })
        let shares = (0..<1000).map { FEELNumber("\($0).\($0 % 90 + 10)") ?? 0 }
        let decimals = FEELRow([UncertainValue(.list(shares.map { .number($0) }))])
        measure("sum(l)", places: ["l"], decimals, nanoseconds { hidden(doubles).reduce(0, +) })
        measure(
            "count(for x in l return x * 2)", places: ["l"], row, nanoseconds { hidden(doubles).map { $0 * 2 }.count })
    }

    private static func measure(_ text: String, places: [String], _ row: FEELRow, _ plain: Double) {
        guard let tree = FEELParser.parse(text).expression else { return }
        let code = evaluator.compile(tree, for: FEELPlaceList(places))
        report("evaluate `\(text)`", nanoseconds { evaluator.evaluate(code, in: row).notes.count }, plain)
    }

    private static func value(_ text: String) -> UncertainValue {
        UncertainValue(FEELNumber(text).map(FEELValue.number) ?? .null)
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
