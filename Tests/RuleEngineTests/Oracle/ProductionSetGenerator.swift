import RuleEngine
import TestSupport

/// Small random production systems over three kinds of fact with few values, so that matches come and go often.
struct ProductionSetGenerator {
    var random: SeededGenerator

    /// Templates with their fields; all hold numbers, but for the last field.
    static let templates: [(name: String, fields: [String])] = [
        ("a", ["x", "y"]), ("b", ["x", "y", "w"]), ("c", ["z", "s"]),
    ]
    static let header = """
        ruleset: random
        title: { nl: Toeval, en: Chance }
        mode: production
        templates:
          - template: a
            fields: { x: { type: number }, y: { type: number } }
          - template: b
            fields: { x: { type: number }, y: { type: number }, w: { type: number } }
          - template: c
            fields: { z: { type: number }, s: { type: string } }
        rules:

        """

    private struct Variable {
        let name: String
        let template: Int
    }

    mutating func text() -> String {
        var text = Self.header
        for rule in 0..<Int.random(in: 1...4, using: &random) { text += self.rule(rule) }
        return text
    }

    mutating func fact() -> (template: String, fields: FEELContext) {
        let template = Self.templates[Int.random(in: 0..<3, using: &random)]
        var fields = FEELContext()
        for field in template.fields where chance(0.9) { fields.set(field, to: value(of: field)) }
        return (template.name, fields)
    }

    private mutating func value(of field: String) -> FEELValue {
        if field == "s" { return .string(["p", "q"][Int.random(in: 0..<2, using: &random)]) }
        return .number(FEELNumber(numberText()) ?? .zero)
    }

    private mutating func numberText() -> String {
        ["0", "1", "2", "1.50", "1.5", "10"].randomElement(using: &random) ?? "0"
    }

    private mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &random) < probability
    }

    // MARK: Rules

    private mutating func rule(_ number: Int) -> String {
        var variables: [Variable] = []
        var conditions: [String] = []
        for place in 0..<Int.random(in: 1...3, using: &random) {
            let variable = Variable(name: "v\(place)", template: Int.random(in: 0..<3, using: &random))
            conditions.append("{ \(pattern(variable, variables)) }")
            variables.append(variable)
            if chance(0.3) { conditions.append(guarded(variables, place)) }
        }
        if chance(0.3) { conditions.append(test(variables, besides: nil)) }
        if chance(0.1) { conditions.insert(guarded([], 9), at: 0) }
        var text = "  - rule: r\(number)\n"
        if chance(0.3) { text += "    salience: \(Int.random(in: -1...1, using: &random))\n" }
        text += "    when:\n" + conditions.map { "      - \($0)\n" }.joined()
        text += "    then:\n" + actions(variables).map { "      - \($0)\n" }.joined()
        return text
    }

    private mutating func pattern(_ variable: Variable, _ others: [Variable]) -> String {
        let template = Self.templates[variable.template]
        var parts = ["\(template.name): \(variable.name)"]
        for field in template.fields where chance(0.35) {
            if field != "s", let other = others.randomElement(using: &random), chance(0.7) {
                let sum = chance(0.2) ? " + 1" : ""
                parts.append("\(field): = \(other.name).\(number(of: other))\(sum)")
            } else {
                parts.append("\(field): \(constant(field))")
            }
        }
        if chance(0.4) { parts.append("where: '\(comparison(variable, others))'") }
        return parts.joined(separator: ", ")
    }

    private mutating func constant(_ field: String) -> String {
        if chance(0.1) { return "null" }
        return field == "s" ? "'\"p\"'" : numberText()
    }

    private func number(of variable: Variable) -> String { variable.template == 2 ? "z" : "x" }

    private mutating func guarded(_ variables: [Variable], _ place: Int) -> String {
        let variable = Variable(name: "w\(place)", template: Int.random(in: 0..<3, using: &random))
        let pattern = pattern(variable, variables)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return "exists: { \(pattern) }"
        case 1: return "every: { \(pattern), satisfies: '\(comparison(variable, variables))' }"
        default: return "absent: { \(pattern) }"
        }
    }

    private mutating func comparison(_ variable: Variable, _ others: [Variable]) -> String {
        let one = "\(variable.name).\(number(of: variable))"
        let operation = ["<", "<=", "!=", "=", ">"].randomElement(using: &random) ?? "="
        let other = others.randomElement(using: &random).map { "\($0.name).\(number(of: $0))" } ?? numberText()
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return "\(one) \(operation) \(other) and \(one) != 2"
        case 1: return "not(\(one) \(operation) \(other)) or \(one) = null"
        case 2: return "\(one) between 0 and \(other)"
        case 3: return "\(one) in [0..1.5]"
        case 4: return "\(one) * 2 \(operation) \(other) + 1"
        default: return "\(one) \(operation) \(other)"
        }
    }

    private mutating func test(_ variables: [Variable], besides: Int?) -> String {
        guard let variable = variables.randomElement(using: &random) else { return "1 = 1" }
        return "'\(comparison(variable, variables.filter { $0.name != variable.name }))'"
    }

    // MARK: Actions

    private mutating func actions(_ variables: [Variable]) -> [String] {
        var actions: [String] = []
        var free = variables
        if chance(0.3) { actions.append("bind: { n: 1 + 1 }") }
        let named = !actions.isEmpty
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            if !free.isEmpty, chance(0.5) {
                let variable = free.remove(at: Int.random(in: 0..<free.count, using: &random))
                actions.append(
                    chance(0.5)
                        ? "retract: \(variable.name)"
                        : "modify: { \(variable.name): { \(changes(of: variable, variables, named)) } }")
            } else if chance(0.9) {
                let template = Self.templates[Int.random(in: 0..<3, using: &random)]
                let fields = template.fields.map {
                    "\($0): \($0 == "s" ? constant($0) : "'\(result(variables, named))'")"
                }
                actions.append("assert: { \(template.name): { \(fields.joined(separator: ", ")) } }")
            } else {
                actions.append("halt")
            }
        }
        return actions
    }

    /// New values of one field or more, whether or not any rule reads them.
    private mutating func changes(of variable: Variable, _ variables: [Variable], _ named: Bool) -> String {
        var fields = Self.templates[variable.template].fields.filter { _ in chance(0.4) }
        if fields.isEmpty { fields = [number(of: variable)] }
        return fields.map { "\($0): \($0 == "s" ? constant($0) : "'\(result(variables, named))'")" }.joined(
            separator: ", ")
    }

    private mutating func result(_ variables: [Variable], _ named: Bool) -> String {
        if named, chance(0.2) { return "n" }
        guard let variable = variables.randomElement(using: &random), chance(0.6) else { return numberText() }
        let field = "\(variable.name).\(number(of: variable))"
        return chance(0.5) ? field : "if \(field) < 2 then \(field) + 1 else 0"
    }
}
