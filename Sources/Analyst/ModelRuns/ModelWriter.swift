import RuleEngine

/// Writes the elements of a decision model of DMN 1.5 for parts of rules.
struct ModelWriter {
    static let namespace = "https://www.omg.org/spec/DMN/20230324/MODEL/"
    static let language = "https://www.omg.org/spec/DMN/20230324/FEEL/"

    let ruleBase: RuleBase
    let date: FEELDate
    let language: Language

    /// A name that is a name in FEEL and an id in XML.
    static func code(_ name: String) -> String {
        let plain = name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        return (plain.first?.isLetter == true ? "" : "x_") + String(plain)
    }

    // MARK: Inputs

    private func type(_ slot: RecordSchema.Slot) -> String {
        guard let index = ruleBase.record.slots.firstIndex(of: slot) else { return "Any" }
        if ruleBase.record.textSlots.contains(index) { return "string" }
        switch ruleBase.record.domains[index] {
        case .numbers: return "number"
        case .oneOf(let values):
            let kinds = Set(values.filter { !$0.isNull }.map(\.kind.typeName))
            return kinds.count == 1 ? kinds.first ?? "Any" : "Any"
        case .exactly(let value): return value.isNull ? "Any" : value.kind.typeName
        case .list, .context, .anything: return "Any"
        }
    }

    private func contextNames(_ slots: [RecordSchema.Slot]) -> [String] {
        var names: [String] = []
        for name in slots.compactMap(\.context) where !names.contains(name) { names.append(name) }
        return names
    }

    /// The types of contexts, with the values that rules read.
    func contexts(of slots: [RecordSchema.Slot], _ xml: inout XMLText) {
        for name in contextNames(slots) {
            xml.element("itemDefinition", ["name": "t_" + name, "id": "type_" + Self.code(name)]) { xml in
                for slot in slots where slot.context == name {
                    xml.element("itemComponent", ["name": slot.name]) { $0.element("typeRef", text: type(slot)) }
                }
            }
            xml.write("\n")
        }
    }

    func inputs(_ slots: [RecordSchema.Slot], _ xml: inout XMLText) {
        for slot in slots where slot.context == nil { input(slot.name, type(slot), &xml) }
        for name in contextNames(slots) { input(name, "t_" + name, &xml) }
    }

    private func input(_ name: String, _ type: String, _ xml: inout XMLText) {
        xml.element("inputData", ["name": name, "id": "input_" + Self.code(name)]) {
            $0.element("variable", ["name": name, "typeRef": type])
        }
        xml.write("\n")
    }

    // MARK: Decisions

    func parameter(_ name: String, _ xml: inout XMLText) {
        let parameter = ruleBase.parameters.first { $0.name == name }
        let value = parameter?.value(on: date) ?? .null
        // A text by itself stands without quotes; as a member of a list it has them.
        let literal = String(FEELValue.list([value]).text.dropFirst().dropLast())
        decision(name, id: "parameter_" + Self.code(name), title: parameter?.title[language], requires: [], &xml) {
            Self.literal(literal, &$0)
        }
    }

    private func decision(
        _ name: String, id: String, title: String?, requires: [(element: String, id: String)], _ xml: inout XMLText,
        logic: (inout XMLText) -> Void
    ) {
        xml.element("decision", ["name": name, "id": id]) { xml in
            if let title { xml.element("description", text: title) }
            xml.element("variable", ["name": name])
            for (element, id) in requires {
                xml.element("informationRequirement") { $0.element(element, ["href": "#" + id]) }
            }
            logic(&xml)
        }
        xml.write("\n")
    }

    private static func literal(_ text: String, _ xml: inout XMLText) {
        xml.element("literalExpression") { $0.element("text", text: text) }
    }

    private func requirements(_ slots: [RecordSchema.Slot], _ parameters: [String]) -> [(element: String, id: String)] {
        var names: [String] = []
        for slot in slots where !names.contains(slot.context ?? slot.name) { names.append(slot.context ?? slot.name) }
        return names.map { ("requiredInput", "input_" + Self.code($0)) }
            + parameters.map { ("requiredDecision", "parameter_" + Self.code($0)) }
    }

    /// The name of a rule's decision, other than those of the values that rules read.
    private func name(of rule: Rule) -> String {
        let name = Self.code(rule.name)
        let isTaken =
            ruleBase.record.index(of: RecordSchema.Slot(name: name)) != nil
            || ruleBase.record.context(named: name) != nil || ruleBase.parameters.contains { $0.name == name }
        return isTaken ? name + "_rule" : name
    }

    private func tableName(_ table: Rule.Table, of rule: Rule) -> String { name(of: rule) + "_" + table.variable }

    func table(_ table: Rule.Table, of rule: Rule, number: Int, _ xml: inout XMLText) {
        let decision = table.decision
        let expressions =
            table.inputs.map(\.value) + table.inputs.compactMap(\.allowed) + table.outputs.compactMap(\.whenNone)
            + table.rows.flatMap { $0.tests.compactMap(\.self) + $0.outputs }
        var slots: [RecordSchema.Slot] = []
        for slot in expressions.flatMap(\.slots) where !slots.contains(slot) { slots.append(slot) }
        var parameters: [String] = []
        for name in expressions.flatMap(\.parameters) where !parameters.contains(name) { parameters.append(name) }
        let name = tableName(table, of: rule)
        self.decision(
            name, id: "table_" + name, title: rule.title[language], requires: requirements(slots, parameters), &xml
        ) { xml in
            let (policy, aggregation) = Self.policy(decision.policy)
            xml.element("decisionTable", ["hitPolicy": policy, "aggregation": aggregation]) { xml in
                for input in decision.inputs {
                    xml.element("input") { xml in
                        xml.element("inputExpression") {
                            $0.element("text", text: FEELPrinter.text(of: input.expression))
                        }
                        if let allowed = input.allowed {
                            xml.element("inputValues") { $0.element("text", text: FEELPrinter.text(of: allowed)) }
                        }
                    }
                }
                for output in decision.outputs {
                    xml.element("output", ["name": decision.outputs.count > 1 ? output.name : nil]) { xml in
                        if let allowed = output.allowed {
                            xml.element("outputValues") { $0.element("text", text: FEELPrinter.text(of: allowed)) }
                        }
                        if let whenNone = output.whenNone {
                            xml.element("defaultOutputEntry") {
                                $0.element("text", text: FEELPrinter.text(of: whenNone))
                            }
                        }
                    }
                }
                for row in decision.rules {
                    xml.element("rule") { xml in
                        for test in row.tests {
                            xml.element("inputEntry") { $0.element("text", text: FEELPrinter.text(of: test)) }
                        }
                        for output in row.outputs {
                            xml.element("outputEntry") { $0.element("text", text: FEELPrinter.text(of: output)) }
                        }
                    }
                }
            }
        }
    }

    private static func policy(_ policy: DecisionTable.HitPolicy) -> (String, aggregation: String?) {
        switch policy {
        case .sum, .count, .minimum, .maximum: ("COLLECT", policy.name.uppercased())
        default: (policy.name.uppercased(), nil)
        }
    }

    /// A decision that gives what a rule concludes, or null.
    func rule(
        _ rule: Rule, tables: [Rule.Table], conditions: [RuleExpression], slots: [RecordSchema.Slot],
        parameters: [String], _ xml: inout XMLText
    ) {
        let name = name(of: rule)
        let required =
            requirements(slots, parameters) + tables.map { ("requiredDecision", "table_" + tableName($0, of: rule)) }
        decision(name, id: "rule_" + name, title: rule.title[language], requires: required, &xml) { xml in
            xml.element("context") { xml in
                // The result of a table has the name by which the rule knows it.
                for table in tables { entry(table.variable, tableName(table, of: rule), &xml) }
                entry(nil, result(rule, tables, conditions), &xml)
            }
        }
    }

    private func entry(_ name: String?, _ text: String, _ xml: inout XMLText) {
        xml.element("contextEntry") { xml in
            if let name { xml.element("variable", ["name": name]) }
            Self.literal(text, &xml)
        }
    }

    private func result(_ rule: Rule, _ tables: [Rule.Table], _ conditions: [RuleExpression]) -> String {
        let tests =
            tables.map { "\($0.variable) != null" }
            + conditions.map { "(\(FEELPrinter.text(of: $0.expression)))" }
        let conclusions = rule.conclusions.map { conclusion -> String in
            let template = ruleBase.templates[conclusion.template]
            let keys = zip(template.key, conclusion.key).map { "\($0.name): \(Self.text($1))" }
            let fields = conclusion.fields.map { "\(template.fields[$0.index].name): \(Self.text($0.value))" }
            return "{" + (["fact: \(QuotedText.of(template.name))"] + keys + fields).joined(separator: ", ") + "}"
        }
        let value = conclusions.count == 1 ? conclusions[0] : "[" + conclusions.joined(separator: ", ") + "]"
        return tests.isEmpty ? value : "if \(tests.joined(separator: " and ")) then \(value) else null"
    }

    private static func text(_ operand: Rule.Operand) -> String {
        switch operand {
        case .literal(let value): String(FEELValue.list([value]).text.dropFirst().dropLast())
        case .computed(let expression): FEELPrinter.text(of: expression.expression)
        }
    }
}
