package import RuleEngine

/// Random trees of every kind of expression, the same for the same seed.
package struct FEELTreeGenerator {
    package static let longNames = ["date and time", "string length", "sociale huur", "x+y", "p-q"]
    private static let shortNames = ["a", "b", "en", "item", "?", "huur_2", "één", "not"]

    private var generator: SeededGenerator

    package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    package mutating func expression(depth: Int) -> FEELExpression {
        FEELExpression(kind(depth: depth), range: 0..<0)
    }

    package mutating func unaryTests() -> FEELUnaryTests {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: .any
        case 1...2: .negated(some { $0.test(depth: 3) })
        default: .tests(some { $0.test(depth: 3) })
        }
    }

    private mutating func kind(depth: Int) -> FEELExpression.Kind {
        guard depth > 0 else { return leaf() }
        let next = depth - 1
        switch Int.random(in: 0..<22, using: &generator) {
        case 0...1: return leaf()
        case 2: return .negation(expression(depth: next))
        case 3...7:
            return .binary(
                pick(FEELExpression.BinaryOperator.allCases), expression(depth: next),
                expression(depth: next))
        case 8:
            return .between(
                expression(depth: next), low: expression(depth: next), high: expression(depth: next)
            )
        case 9: return .membership(expression(depth: next), some { $0.test(depth: next) })
        case 10: return .instanceOf(expression(depth: next), type(depth: 2))
        case 11: return .path(expression(depth: next), name())
        case 12: return .filter(expression(depth: next), expression(depth: next))
        case 13: return .call(expression(depth: next), arguments(depth: next))
        case 14:
            return .conditional(
                expression(depth: next), then: expression(depth: next),
                otherwise: expression(depth: next))
        case 15:
            return .iteration(some { $0.iterator(depth: next) }, result: expression(depth: next))
        case 16:
            return .quantified(
                pick([.some, .every]), some { $0.iterator(depth: next) },
                satisfies: expression(depth: next))
        case 17: return .list(any { $0.expression(depth: next) })
        case 18:
            return .context(
                any { FEELContextEntry(key: $0.key(), value: $0.expression(depth: next)) })
        case 19...20: return .range(range(depth: next))
        default:
            return .function(
                any { FEELParameter(name: $0.name(), type: $0.flip() ? $0.type(depth: 1) : nil) },
                body: expression(depth: next), external: flip())
        }
    }

    private mutating func leaf() -> FEELExpression.Kind {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: .null
        case 1: .boolean(flip())
        case 2: .string(pick(["", "a\"b", "c\\d", "\\n", "regel\nnieuw\u{2028}", "'x'", "🐎"]))
        case 3: .temporal("2020-03-31")
        case 4...5: FEELNumber(pick(["0", "1", "2.50", "0.001"])).map { .number($0) } ?? .null
        default: .name(name())
        }
    }

    private mutating func test(depth: Int) -> FEELUnaryTest {
        if flip() { return .expression(expression(depth: depth)) }
        let comparisons: [FEELExpression.BinaryOperator] = [
            .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual,
        ]
        return .comparison(pick(comparisons), expression(depth: depth))
    }

    private mutating func iterator(depth: Int) -> FEELIterator {
        let domain: FEELIterator.Domain =
            flip()
            ? .list(expression(depth: depth))
            : .range(expression(depth: depth), expression(depth: depth))
        return FEELIterator(name: name(), domain: domain)
    }

    private mutating func arguments(depth: Int) -> FEELArguments {
        if flip() { return .positional(any { $0.expression(depth: depth) }) }
        return .named(some { .init(name: $0.name(), value: $0.expression(depth: depth)) })
    }

    private mutating func range(depth: Int) -> FEELRangeSyntax {
        let bound = expression(depth: depth)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
            return FEELRangeSyntax(low: bound, high: nil, lowIncluded: flip(), highIncluded: false)
        case 1:
            return FEELRangeSyntax(low: nil, high: bound, lowIncluded: false, highIncluded: flip())
        case 2:
            return FEELRangeSyntax(
                low: bound, high: bound, lowIncluded: true, highIncluded: true,
                equality: flip() ? .equal : .notEqual)
        default:
            return FEELRangeSyntax(
                low: bound, high: expression(depth: depth), lowIncluded: flip(),
                highIncluded: flip())
        }
    }

    private mutating func type(depth: Int) -> FEELTypeName {
        guard depth > 0, flip() else { return .named(pick(["number", "date and time", "a.b"])) }
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return .list(type(depth: depth - 1))
        case 1: return .range(type(depth: depth - 1))
        case 2: return .context(some { .init(name: $0.name(), type: $0.type(depth: depth - 1)) })
        default: return .function(any { $0.type(depth: depth - 1) }, type(depth: depth - 1))
        }
    }

    // MARK: Parts

    private mutating func name() -> String { pick(Self.shortNames + Self.longNames) }

    private mutating func key() -> String {
        pick(Self.shortNames + Self.longNames + ["if", "2 b", "", "a:b"])
    }

    private mutating func flip() -> Bool { Bool.random(using: &generator) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &generator)]
    }

    /// Zero to three.
    private mutating func any<Element>(_ make: (inout Self) -> Element) -> [Element] {
        let count = Int.random(in: 0...3, using: &generator)
        return (0..<count).map { _ in make(&self) }
    }

    /// One to three.
    private mutating func some<Element>(_ make: (inout Self) -> Element) -> [Element] {
        let count = Int.random(in: 1...3, using: &generator)
        return (0..<count).map { _ in make(&self) }
    }
}
