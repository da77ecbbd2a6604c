// Texts that ask more of the machine than it has: depth, length, numbers, repetition.

extension FuzzGenerator {
    mutating func nasty() -> FuzzInput {
        let count = pick([10, 150, 199, 200, 201, 1_000, 10_000], else: 10)
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2: return .expression(nested(count))
        case 3: return .expression(wide(count))
        case 4...6: return .expression(pick(FuzzGenerator.endless, else: "1"))
        case 7: return .type(String(repeating: "list<", count: count) + "number" + String(repeating: ">", count: count))
        case 8: return catastrophicPattern()
        default:
            let open = pick(["[", "{a: ", "- ", "? ", "a:\n "], else: "[")
            return .rules("ruleset: a\nrules: " + String(repeating: open, count: count))
        }
    }

    /// One construct inside itself, closed or not.
    private mutating func nested(_ count: Int) -> String {
        let constructs = [
            ("(", ")"), ("[", "]"), ("{a: ", "}"), ("-", ""), ("not(", ")"), ("if ", " then 1 else 2"),
            ("if true then 1 else ", ""), ("for i in ", " return i"), ("for i in [1] return ", ""),
            ("some i in [1] satisfies ", ""), ("function(a) ", ""), ("l[", "]"), ("1 + (", ")"), ("1 + ", ""),
            ("x in (", ")"),
            ("x in ", ""), ("[1..", "]"), ("]", "..2["), ("(> ", ")"), ("!", ""), ("not ", ""), ("f(a: ", ")"),
            ("/*", ""),
            ("1 instance of function<", ">"), ("x between ", " and 2"), ("", ".a"), ("", "[1]"), ("", "(1)"),
            ("", "+ 1"),
            ("", " instance of number"),
        ]
        let (open, close) = pick(constructs, else: ("(", ")"))
        let start = String(repeating: open, count: count) + "x"
        return chance(oneIn: 3) ? start : start + String(repeating: close, count: count)
    }

    /// One construct with very many parts.
    private mutating func wide(_ count: Int) -> String {
        let numbers = (0..<count).map(String.init)
        return switch Int.random(in: 0..<8, using: &random) {
        case 0: "[" + numbers.joined(separator: ", ") + "]"
        case 1: "{" + numbers.map { "k\($0): \($0)" }.joined(separator: ", ") + "}"
        case 2: "sum(" + numbers.joined(separator: ", ") + ")"
        case 3: "x in (" + numbers.joined(separator: ", ") + ")"
        case 4: numbers.joined() + "." + numbers.joined() + "E" + numbers.joined()
        case 5: "\"" + String(repeating: "a\\u00e9", count: count) + "\""
        case 6: "function(" + numbers.map { "p\($0)" }.joined(separator: ", ") + ") p1"
        default: "for " + numbers.map { "v\($0) in [\($0)]" }.joined(separator: ", ") + " return v1"
        }
    }

    private mutating func catastrophicPattern() -> FuzzInput {
        let pattern = pick(
            [
                "(a+)+$", "(a|aa)+$", "(.*)*b", "(a?){50}a{50}", "a{1000000}", "(a{1000}){1000}", "((a*)*)*\\1b",
                "(a+)+\\1$",
                "(x+x+)+y", String(repeating: "(", count: 10_000),
                String(repeating: "(a", count: 90) + String(repeating: ")*", count: 90),
                String(repeating: "a?", count: 3_000) + "b", "[" + String(repeating: "a-[", count: 5_000),
            ], else: "a")
        let text = String(
            repeating: pick(["a", "x", "ab"], else: "a"), count: pick([30, 30, 30, 300, 300, 2_000], else: 30))
        return .pattern(pattern, text: text + (flip() ? "!" : ""), replacement: "$1$1", flags: "")
    }

    /// What would run without end, or fill the memory, if nothing stopped it.
    package static let endless = [
        "for i in 1..1000000000 return i",
        "for i in 1..1000000000, j in 1..1000000000 return i * j",
        "for i in 1..2000, j in 1..2000, k in 1..2000 return 1",
        "for i in 1..100000 return i",
        "for i in -9E6000..9E6000 return i",
        "count(for i in @\"0001-01-01\"..@\"9999-12-31\" return i)",
        "some i in 1..1000000000 satisfies i = 0",
        "every i in [1..1000000000] satisfies i > 0",
        "{f: function(n) f(n + 1), r: f(0)}.r",
        "{f: function(n) f(n - 1) + f(n - 2), r: f(40)}.r",
        "{f: function(n) if n = 0 then 0 else 1 + f(n - 1), r: f(1000)}.r",
        "(function(f) f(f))(function(f) f(f))",
        "for i in 1..60 return if i = 1 then \"ab\" else partial[-1] + partial[-1]",
        "for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
        "for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]",
        "for i in 1..60 return if i = 1 then {a: 1} else {a: partial[-1], b: partial[-1]}",
        "string(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])",
        "flatten(for i in 1..60 return partial)",
        "for i in 1..60 return partial",
        "for i in 1..100000 return [partial[-1]]",
        "for i in 1..100000 return {a: partial[-1]}",
        "for i in 1..100000 return function(v) partial[-1]",
        "for i in 1..40 return if i = 1 then \"a\" else replace(partial[-1], \"a\", \"aaaaaaaaaa\")",
        "for i in 1..40 return if i = 1 then \"a\" else string join([partial[-1], partial[-1], partial[-1]])",
        "sort(for i in 1..20000 return 20000 - i, function(a, b) a < b)",
        "sort(l, function(a, b) true)",
        "distinct values(for i in 1..2000 return i)",
        "9E6144 * 10", "9.999E6144 + 9.999E6144", "1E-6176 / 10", "1E6144 ** 2", "2 ** 1E6144", "0.5 ** 9E9",
        "exp(1E6144)",
        "log(1E-6176)", "1E6144 - 1E-6176", "modulo(1E6144, 3E-6176)", "modulo(9E6144, 7)", "sqrt(9E6144)",
        "decimal(1E6144, 6000)",
        "round up(1E-6176, 6176)", "-9223372036854775808 * 9223372036854775808", "string(1E-6176)",
        "product([1E6144, 10, 1E-3])",
        "stddev([1E6144, -1E6144])", "l[9223372036854775808]", "l[-9223372036854775808]", "l[1E6144]",
        "substring(s, 9223372036854775807)", "substring(s, -9223372036854775808, 9223372036854775807)",
        "sublist(l, 1, 9223372036854775807)", "sublist(l, 2, 9223372036854775807)", "remove(l, -9223372036854775808)",
        "insert before(l, 1E6144, 1)", "date(999999999, 12, 31) + duration(\"P1D\")",
        "date(-999999999, 1, 1) - duration(\"P1D\")",
        "d + duration(\"P9223372036854775807D\")", "duration(\"P999999999Y\") * 1E6144", "duration(\"P1D\") / 0",
        "duration(\"P106751991167300D\") + duration(\"P106751991167300D\")", "duration(\"P1D\") * 9E6000",
        "date(1E6144, 1, 1)", "time(1E6144, 0, 0)", "time(0, 0, 1E-6176)", "time(12, 0, 0, duration(\"P9000D\"))",
        "years and months duration(date(-999999999, 1, 1), date(999999999, 12, 31))",
        "for i in 1..50000 return {a: i, b: {c: i}}", "[1..1E9][item > 5]", "mode(for i in 1..3000 return i)",
    ]
}
