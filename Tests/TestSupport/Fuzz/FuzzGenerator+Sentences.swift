internal import RuleEngine

// Expressions by FEEL's grammar, of names that the check gives values and of FEEL's own functions.

extension FuzzGenerator {
    /// The names that have a value when an expression is evaluated.
    static let names = ["x", "y", "s", "p", "l", "c", "d"]
    private static let functions = Builtin.standardFunctions

    mutating func sentence(depth: Int) -> String {
        guard depth > 0 else { return leaf() }
        let next = depth - 1
        switch Int.random(in: 0..<18, using: &random) {
        case 0...2: return bracketed(next) + " " + binaryOperator() + " " + bracketed(next)
        case 3...6: return call(next)
        case 7: return "if \(sentence(depth: next)) then \(sentence(depth: next)) else \(sentence(depth: next))"
        case 8: return "for v in \(domain(next)) return \(sentence(depth: next))"
        case 9: return "for v in \(domain(next)), w in \(domain(next)) return v \(binaryOperator()) w"
        case 10:
            return pick(["some", "every"], else: "some") + " v in \(domain(next)) satisfies \(sentence(depth: next))"
        case 11: return bracketed(next) + "[\(sentence(depth: next))]"
        case 12:
            return "["
                + (0..<Int.random(in: 0...4, using: &random)).map { _ in sentence(depth: next) }
                .joined(separator: ", ") + "]"
        case 13: return "{a: \(sentence(depth: next)), b: \(sentence(depth: next))}" + (flip() ? ".b" : "")
        case 14: return bracketed(next) + " between \(bracketed(next)) and \(bracketed(next))"
        case 15: return bracketed(next) + " in (\(test(next)), \(test(next)))"
        case 16: return bracketed(next) + " instance of \(typeName())"
        default: return "(function(v) \(sentence(depth: next)))(\(sentence(depth: next)))"
        }
    }

    private mutating func bracketed(_ depth: Int) -> String {
        depth > 0 ? "(" + sentence(depth: depth) + ")" : leaf()
    }

    private mutating func leaf() -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0...2: pick(Self.names + ["v", "item", "partial", "?"], else: "x")
        case 3...4: pick(["0", "1", "2", "-1", "0.5", "3.14", "12", "1E10", "9E6143", "-7", "1E-6100"], else: "0")
        case 5: "\"" + pick(["", "a", "abc", "aab", "1.5", "é", "🐎", "(a+)+", "2020-02-29", "P1D"], else: "") + "\""
        case 6: "@\"" + literal() + "\""
        default: pick(["null", "true", "false", "[]", "[1, 2, 3]", "{}", "[1..5]", "l", "c"], else: "null")
        }
    }

    private mutating func binaryOperator() -> String {
        pick(["+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or"], else: "+")
    }

    private mutating func domain(_ depth: Int) -> String {
        flip() ? sentence(depth: depth) : leaf() + ".." + leaf()
    }

    private mutating func test(_ depth: Int) -> String {
        pick(["", "> ", "<= ", "!= "], else: "") + bracketed(depth)
    }

    private mutating func call(_ depth: Int) -> String {
        guard let function = Self.functions.randomElement(using: &random),
            let signature = function.signatures.randomElement(using: &random)
        else { return leaf() }
        let parameters = signature.parameters.filter { !$0.optional || Bool.random(using: &random) }
        let arguments = parameters.map { parameter in
            let value = argument(parameter.kind, depth)
            return signature.variadic || signature.positionalOnly || depth % 3 != 1
                ? value : "\(parameter.name): \(value)"
        }
        return "\(function.name)(\(arguments.joined(separator: ", ")))"
    }

    /// Mostly of the kind that is asked.
    private mutating func argument(_ kind: Builtin.Kind, _ depth: Int) -> String {
        guard !chance(oneIn: 5) else { return sentence(depth: depth) }
        return switch kind {
        case .any: sentence(depth: depth)
        case .list: flip() ? "l" : "[\(sentence(depth: depth)), \(leaf()), \(leaf())]"
        case .number: pick(["x", "y", "1", "-2", "0", "2.5", "1E40", "-1E6144", "34", "6111", "-6177"], else: "1")
        case .string: flip() ? "s" : "string(\(leaf()))"
        case .boolean: flip() ? "p" : "x > 1"
        case .date: flip() ? "d" : "date(\"\(literal())\")"
        case .time: "time(\"\(literal())\")"
        case .dateTime: "date and time(\"\(literal())\")"
        case .daysDuration, .monthsDuration: "duration(\"\(literal())\")"
        case .context: flip() ? "c" : "{a: \(leaf())}"
        case .range: pick(["[", "(", "]"], else: "[") + leaf() + ".." + leaf() + pick(["]", ")", "["], else: "]")
        case .function: pick(["count", "function(a, b) a < b", "function(a, b) x", "function(a) a"], else: "count")
        }
    }

    mutating func typeName() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: "list<\(typeName())>"
        case 1: "range<\(typeName())>"
        case 2: "context<a: \(typeName()), b c: \(typeName())>"
        case 3: "function<\(typeName()), \(typeName())> -> \(typeName())"
        case 4: damaged("context<a: list<number>>")
        default:
            pick(["number", "string", "Any", "Null", "date and time", "a.b", "days and time duration"], else: "number")
        }
    }
}
