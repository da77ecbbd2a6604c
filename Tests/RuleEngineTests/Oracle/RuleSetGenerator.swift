import RuleEngine
import TestSupport
import Testing

/// Random rule sets as text, with random inputs of which some are not known. The same seed gives the same sets.
///
/// Fruits have a rank; a rule that needs settled facts of one fruit mostly concludes a fruit of a higher rank, so that
/// few sets are refused for a cycle.
struct RuleSetGenerator {
    struct Sample {
        /// One rule per line, as `Orchard` reads them.
        let rules: String
        let inputs: SessionInputs
    }

    /// Unknown measures are always sets of listed values, never ranges.
    let onlyListedValues: Bool
    /// A third of the sets hold a ring of fruits that keep each other up.
    let circles: Bool
    /// Rules also ask which fruits are neighbours, and often join on codes, so that many of them are written out.
    let relations: Bool
    /// Some rules do not hold on the day.
    let expired: Bool
    private let date: FEELDate
    private var random: SeededGenerator

    init(
        seed: UInt64, onlyListedValues: Bool = false, circles: Bool = false, relations: Bool = false,
        expired: Bool = false
    ) throws {
        self.onlyListedValues = onlyListedValues
        self.circles = circles
        self.relations = relations
        self.expired = expired
        date = try #require(FEELDate("2024-06-01"))
        random = SeededGenerator(seed: seed)
    }

    mutating func next() -> Sample {
        var rules = (0..<Int.random(in: 3...6, using: &random)).map { number in
            "r\(number)\(expired && chance(12) ? " (2020-01-01..2021-01-01)" : ""): \(rule())"
        }
        if circles, chance(3) { rules += circle() }
        if chance(2) {
            rules.append("c0: { link: l } => reach: { start: = l.start, end: = l.end }")
            rules.append(
                "c1: { reach: r } ;; { link: l, start: = r.end } => reach: { start: = r.start, end: = l.end }")
        }
        return Sample(rules: rules.joined(separator: "\n"), inputs: inputs())
    }

    /// Two or three fruits that keep each other up, by a join or by one of several.
    private mutating func circle() -> [String] {
        let fruits = Orchard.fruits.shuffled(using: &random).prefix(Int.random(in: 2...3, using: &random))
        return fruits.indices.map { place in
            let (from, to) = (fruits[place], fruits[place + 1 < fruits.endIndex ? place + 1 : fruits.startIndex])
            let ground = ["", "{ basket: b, kind: \(to) } ;; ", "ripe ;; ", "{ link: l, end: \(from) } ;; "]
            let pattern = "fruit: f, kind: \(from)"
            let condition = [
                "{ \(pattern) }", "{ exists: { \(pattern) } }", "{ exists: { fruit: f, where: f.colour = \"red\" } }",
            ]
            return "d\(place): \(ground.randomElement(using: &random) ?? "")"
                + "\(condition.randomElement(using: &random) ?? "") => fruit: { kind: \(to) }"
        }
    }

    // MARK: Rules

    private mutating func rule() -> String {
        let rank = Int.random(in: 0..<Orchard.fruits.count, using: &random)
        var names = Variables()
        var conditions = (0..<Int.random(in: 1...3, using: &random)).map { _ in condition(below: rank, &names) }
        if let count = names.aggregates.first, chance(2) {
            conditions.append("\(count) \(comparison()) \(number(0...3))")
        }
        return conditions.joined(separator: " ;; ") + " => " + conclusion(rank, names)
    }

    /// Variables that a rule has bound so far.
    private struct Variables {
        var codes: [String] = []
        var baskets: [String] = []
        var fruits: [String] = []
        var links: [String] = []
        var aggregates: [String] = []
        var readsFruit = false
        private var count = 0

        mutating func fresh(_ letter: String) -> String {
            count += 1
            return letter + String(count)
        }
    }

    private mutating func condition(below rank: Int, _ names: inout Variables) -> String {
        let kind = Int.random(in: 0..<(relations ? 18 : 14), using: &random)
        let readsFruit = kind == 4 || kind == 9 || kind == 12
        if readsFruit {
            guard rank > 0 || chance(12) else { return test(depth: 2) }
            names.readsFruit = true
        }
        switch kind {
        case 0...2: return test(depth: 2)
        case 3:
            let name = names.fresh("b")
            let pattern = "{ \(basket(name, names)) }"
            names.baskets.append(name)
            names.codes.append("\(name).kind")
            return pattern
        case 4:
            let name = names.fresh("f")
            let pattern = "{ \(fruit(name, below: rank, names)) }"
            names.fruits.append(name)
            return pattern
        case 5:
            let name = names.fresh("l")
            let start = names.codes.randomElement(using: &random).map { ", start: = \($0)" } ?? ""
            names.links.append(name)
            names.codes.append("\(name).end")
            return "{ link: \(name)\(start) }"
        case 6: return "{ absent: { \(pattern(below: rank, &names)) } }"
        case 7: return "{ exists: { \(pattern(below: rank, &names)) } }"
        case 8:
            let name = names.fresh("b")
            return "{ every: { \(basket(name, names)), satisfies: \(name).size \(comparison()) \(number(1...3)) } }"
        case 9:
            let name = names.fresh("f")
            return "{ every: { \(fruit(name, below: rank, names)), satisfies: \(name).weight >= \(number(1...3)) } }"
        case 10:
            let name = names.fresh("n")
            let counted = pattern(below: rank, &names)
            names.aggregates.append(name)
            return "{ count: { \(counted), as: \(name) } }"
        case 11:
            let name = names.fresh("n")
            let basket = names.fresh("b")
            let function = ["sum", "max", "min"].randomElement(using: &random) ?? "sum"
            let of = chance(4) ? "distinct" : "of"
            names.aggregates.append(name)
            return "{ \(function): { \(self.basket(basket, names)), \(of): \(basket).size, as: \(name) } }"
        case 13: return table(&names)
        case 14...17:
            if kind == 17, let code = names.codes.randomElement(using: &random) {
                let name = names.fresh("b")
                names.baskets.append(name)
                return "{ basket: \(name), kind: = \(code), where: \(name).size >= \(number(1...2)) }"
            }
            let name = names.fresh("n")
            let code = names.codes.randomElement(using: &random)
            let end = ["one", "other"].randomElement(using: &random) ?? "one"
            let key = code.map { ", \(end): = \($0)" } ?? ""
            let filter = code.flatMap { chance(3) ? ", where: '\(name).other != \($0)'" : nil } ?? ""
            names.codes.append(end == "one" ? "\(name).other" : "\(name).one")
            return "{ neighbour: \(name)\(key)\(filter) }"
        default:
            let name = names.fresh("n")
            let fruit = names.fresh("f")
            names.aggregates.append("count(\(name))")
            return "{ collect: { \(self.fruit(fruit, below: rank, names)), distinct: \(fruit).colour, as: \(name) } }"
        }
    }

    /// A table over the measures, with a number, a list, or a code of a fruit as its result.
    private mutating func table(_ names: inout Variables) -> String {
        let name = names.fresh("t")
        let givesCodes = chance(3)
        let policies = givesCodes ? ["U", "A", "P", "F"] : ["U", "A", "P", "F", "R", "O", "C", "C+", "C#", "C<", "C>"]
        let policy = policies.randomElement(using: &random) ?? "F"
        let givesList = ["R", "O", "C"].contains(policy)
        if givesCodes {
            names.codes.append(name)
        } else {
            names.aggregates.append(givesList ? "count(\(name))" : name)
        }
        let sizes = names.baskets.map { "\($0).size" } + names.fruits.map { "\($0).weight" }
        let second = sizes.randomElement(using: &random) ?? "y"
        let inputs =
            [["x", second], [second, "x"], ["x", "ripe"], ["y", "y"]].randomElement(using: &random) ?? ["x", "y"]
        let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            "\(cell()) | \(inputs[1] == "ripe" ? truthCell() : cell()) | \(givesCodes ? anyFruit() : number(1...3))"
        }
        let kind = givesCodes ? "codes: fruits, allowed: 'plum, apple, pear'" : "allowed: '3, 1, 2'"
        let whenNone = givesList || !chance(3) ? "" : ", default: \(givesCodes ? anyFruit() : number(1...3))"
        return "{ table: { policy: \(policy), inputs: [\(inputs.joined(separator: ", "))], "
            + "outputs: [{ name: o, \(kind)\(whenNone) }], rows: \"\(rows.joined(separator: "\\n"))\", as: \(name) } }"
    }

    private mutating func truthCell() -> String {
        ["-", "true", "false", "not(true)"].randomElement(using: &random) ?? "-"
    }

    private mutating func cell() -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: "-"
        case 1: "not(\(number(0...4)))"
        case 2: "[\(number(0...2))..\(number(2...4)))"
        case 3: "\(number(0...4)), \(number(0...4))"
        default: "\(comparison()) \(number(0...4))"
        }
    }

    private mutating func pattern(below rank: Int, _ names: inout Variables) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where rank > 0:
            names.readsFruit = true
            return fruit(names.fresh("f"), below: rank, names)
        case 1:
            let code = names.codes.randomElement(using: &random).map { "= \($0)" } ?? anyFruit()
            return "link: \(names.fresh("l")), end: \(code)"
        case 2 where chance(2): return "reach: \(names.fresh("r")), start: \(anyFruit()), end: \(anyFruit())"
        default: return basket(names.fresh("b"), names)
        }
    }

    private mutating func basket(_ name: String, _ names: Variables) -> String {
        var text = "basket: \(name)"
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text += ", kind: \(anyFruit())"
        case 1: if let code = names.codes.randomElement(using: &random) { text += ", kind: = \(code)" }
        case 2: text += ", colour: '\"red\"'"
        default: break
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text += ", where: \(name).size \(comparison()) \(number(1...3))"
        case 1: text += ", where: \(name).size \(comparison()) x"
        default: break
        }
        return text
    }

    private mutating func fruit(_ name: String, below rank: Int, _ names: Variables) -> String {
        let lower = rank == 0 || chance(12) ? anyFruit() : Orchard.fruits[Int.random(in: 0..<rank, using: &random)]
        var text = "fruit: \(name), kind: \(lower)"
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text += ", where: \(name).weight \(comparison()) \(number(1...3))"
        case 1: text += ", where: 'list contains(\(name).beside, \"\(anyFruit())\")'"
        case 2:
            if let basket = names.baskets.randomElement(using: &random) {
                text += ", where: \(basket).size >= \(name).least"
            }
        default: break
        }
        return text
    }

    private mutating func conclusion(_ rank: Int, _ names: Variables) -> String {
        let code = names.codes.randomElement(using: &random)
        // A rule that may conclude any fruit must not wait for one.
        let key = code.flatMap { !names.readsFruit && chance(2) ? "= \($0)" : nil } ?? Orchard.fruits[rank]
        var text = "fruit: { kind: \(key)"
        if chance(2) { text += ", weight: \(value(names))" }
        if chance(3) { text += ", least: \(value(names))" }
        if chance(3) {
            let (some, others) = ("[\"\(anyFruit())\"]", "[\"apple\", \"\(anyFruit())\"]")
            text += ", beside: 'if \(test(depth: 1)) then \(some) else \(others)'"
        }
        if chance(6), let aggregate = names.aggregates.first { text += ", price: \(aggregate)" }
        return text + " }"
    }

    private mutating func value(_ names: Variables) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: "if \(test(depth: 1)) then \(number(1...3)) else \(number(1...3))"
        case 1: "x"
        case 2: "y + 1"
        case 3: names.baskets.randomElement(using: &random).map { "\($0).size" } ?? "2"
        case 4: names.aggregates.first.map { "if \($0) > 1 then 3 else 1" } ?? "1"
        default: number(1...3)
        }
    }

    private mutating func test(depth: Int) -> String {
        guard depth > 0 else { return atom() }
        return switch Int.random(in: 0..<6, using: &random) {
        case 0: "\(test(depth: depth - 1)) and \(test(depth: depth - 1))"
        case 1: "(\(test(depth: depth - 1)) or \(test(depth: depth - 1)))"
        case 2: "not(\(test(depth: depth - 1)))"
        case 3: "(if \(atom()) then \(atom()) else \(atom()))"
        default: atom()
        }
    }

    private mutating func atom() -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: "ripe"
        case 1: "dry"
        case 2: "x + y \(comparison()) \(number(1...5))"
        case 3: "x - y \(comparison()) \(number(0...2))"
        case 4: "y \(comparison()) \(number(0...4))"
        default: "x \(comparison()) \(number(0...4))"
        }
    }

    private mutating func comparison() -> String {
        ["<", "<=", ">", ">=", "=", "!="].randomElement(using: &random) ?? "="
    }

    private mutating func anyFruit() -> String { Orchard.fruits.randomElement(using: &random) ?? "apple" }
    private mutating func number(_ range: ClosedRange<Int>) -> String { String(Int.random(in: range, using: &random)) }
    private mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    // MARK: Inputs

    private mutating func value(_ range: ClosedRange<Int>) -> FEELValue {
        .number(FEELNumber(Int.random(in: range, using: &random)))
    }

    private mutating func inputs() -> SessionInputs {
        var inputs = SessionInputs(date: date)
        for name in ["x", "y"] {
            let values = (0..<(chance(2) ? 1 : 3)).map { _ in value(0...4) }
            if !onlyListedValues, chance(3) { continue }
            inputs.values[.init(name: name)] = ValueSet(oneOf: chance(8) ? values + [.null] : values)
        }
        for name in ["ripe", "dry"] where chance(2) {
            inputs.values[.init(name: name)] = .exactly(.boolean(chance(2)))
        }
        for fruit in Orchard.fruits where chance(2) {
            let sizes = (0..<(chance(2) ? 1 : 2)).map { _ in value(1...3) }
            inputs.facts.append(
                .init(
                    template: "basket", key: [.string(fruit)],
                    fields: chance(4) ? [:] : ["size": ValueSet(oneOf: sizes)],
                    isCertain: !chance(3)))
        }
        for start in Orchard.fruits {
            for end in Orchard.fruits where chance(4) {
                inputs.facts.append(
                    .init(template: "link", key: [.string(start), .string(end)], isCertain: !chance(3)))
            }
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: break
        case 1: inputs.completeness["basket"] = .asked([.string(anyFruit())])
        default: inputs.completeness["basket"] = .complete
        }
        if !chance(5) { inputs.completeness["link"] = .complete }
        return inputs
    }
}
