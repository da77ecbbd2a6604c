package import RuleEngine

/// Rules as a decision model of DMN 1.5: what a model can say of them, and what is lost.
///
/// A value of the record becomes an input, those of a context the components of one. A parameter becomes a decision with its value
/// on a day. A rule becomes a decision that gives a context with its conclusion where its conditions hold, and null where they do
/// not; a table among its conditions becomes a decision of its own. Rules that look at facts are lost, and named.
package struct ModelOfRules {
    /// A rule that the model does not say.
    package struct Loss: Hashable {
        package let rule: String
        package let reason: LocalizedText
        package let span: SourceSpan
    }

    package let xml: [UInt8]
    package private(set) var losses: [Loss] = []
    /// Rules that became decisions.
    package let count: Int

    private let ruleBase: RuleBase
    private let language: Language

    /// A rule with what it is in a model.
    fileprivate struct Part {
        let rule: Rule
        var tables: [Rule.Table] = []
        var conditions: [RuleExpression] = []
        /// What its expressions read.
        var slots: [RecordSchema.Slot] = []
        var parameters: [String] = []
        var all: [RuleExpression] = []
    }

    /// - Parameter date: the day of which parameters have their values.
    package init(_ ruleBase: RuleBase, on date: FEELDate, name: String, language: Language) {
        self.ruleBase = ruleBase
        self.language = language
        var parts: [Part] = []
        for rule in ruleBase.rules {
            switch Self.part(rule, ruleBase, on: date) {
            case .success(let part): parts.append(part)
            case .failure(let obstacle): losses.append(Loss(rule: rule.name, reason: obstacle.reason, span: rule.span))
            }
        }
        count = parts.count
        let writer = ModelWriter(ruleBase: ruleBase, date: date, language: language)
        var slots: [RecordSchema.Slot] = []
        for slot in parts.flatMap(\.slots) where !slots.contains(slot) { slots.append(slot) }
        var parameters: [String] = []
        for parameter in parts.flatMap(\.parameters) where !parameters.contains(parameter) {
            parameters.append(parameter)
        }
        var xml = XMLText()
        xml.element(
            "definitions",
            [
                "xmlns": ModelWriter.namespace, "name": name, "id": "definitions",
                "namespace": "urn:analyst:" + ModelWriter.code(name), "expressionLanguage": ModelWriter.language,
                "exporter": "analyst", "exporterVersion": ProgramVersion.text,
            ]
        ) { xml in
            xml.write("\n")
            writer.contexts(of: slots, &xml)
            writer.inputs(slots, &xml)
            for name in parameters { writer.parameter(name, &xml) }
            for part in parts {
                for (number, table) in part.tables.enumerated() {
                    writer.table(table, of: part.rule, number: number, &xml)
                }
                writer.rule(
                    part.rule, tables: part.tables, conditions: part.conditions, slots: part.slots,
                    parameters: part.parameters, &xml)
            }
        }
        self.xml = xml.bytes + Array("\n".utf8)
    }

    private struct Obstacle: Error { let reason: LocalizedText }

    private static func part(_ rule: Rule, _ ruleBase: RuleBase, on date: FEELDate) -> Result<Part, Obstacle> {
        var part = Part(rule: rule)
        guard rule.validity.contains(date) else { return .failure(Obstacle(reason: .notValid)) }
        var bound: [String] = []
        for condition in rule.conditions {
            switch condition {
            case .test(let expression):
                part.conditions.append(expression)
                part.read(expression)
            case .table(let table):
                if !bound.isEmpty, table.expressions.contains(where: { !$0.variables.isEmpty }) {
                    return .failure(Obstacle(reason: .tableOfTable))
                }
                bound.append(table.variable)
                part.tables.append(table)
                for expression in table.expressions { part.read(expression) }
            case .pattern, .absent, .exists, .every, .aggregate: return .failure(Obstacle(reason: .facts))
            }
        }
        for conclusion in rule.conclusions {
            for operand in conclusion.key + conclusion.fields.map(\.value) {
                if case .computed(let expression) = operand { part.read(expression) }
            }
        }
        let isBeyond = part.all.contains { expression in
            expression.expression.freeNames.contains {
                $0.isCalled && !Builtin.standardNames.contains($0.name) && !bound.contains($0.name)
            }
        }
        return isBeyond ? .failure(Obstacle(reason: .functions)) : .success(part)
    }
}

extension ModelOfRules.Part {
    fileprivate mutating func read(_ expression: RuleExpression) {
        all.append(expression)
        for slot in expression.slots where !slots.contains(slot) { slots.append(slot) }
        for parameter in expression.parameters where !parameters.contains(parameter) { parameters.append(parameter) }
    }
}

extension Rule.Table {
    /// All that its columns and cells say.
    fileprivate var expressions: [RuleExpression] {
        inputs.flatMap { [$0.value, $0.allowed].compactMap(\.self) } + outputs.compactMap(\.whenNone)
            + rows.flatMap { $0.tests.compactMap(\.self) + $0.outputs }
    }
}

// MARK: - Wordings

extension ModelOfRules {
    /// What was made, and what is lost.
    package func text(in language: Language) -> String {
        var text = language.word(
            "\(count) regels zijn beslissingen geworden.\n", "\(count) rules have become decisions.\n")
        if !losses.isEmpty {
            text += language.word("Niet overgenomen:\n", "Not taken over:\n")
            for loss in losses {
                text += "- \(loss.span.file):\(loss.span.start.line): \(loss.rule): \(loss.reason[language])\n"
            }
        }
        return text
            + language.word(
                "Anders dan in de regels: wat niet bekend is, is in een model null, zodat niets open blijft; bronnen, zekerheid en onderbouwing blijven achter.\n",
                "Other than in the rules: what is not known is null in a model, so that nothing stays open; sources, certainty and grounds stay behind.\n"
            )
    }
}

extension LocalizedText {
    fileprivate static let facts = LocalizedText(
        nl: "de regel kijkt naar feiten, en een model kent alleen waarden",
        en: "the rule looks at facts, and a model knows values only")
    fileprivate static let tableOfTable = LocalizedText(
        nl: "een tabel leest de uitkomst van een andere voorwaarde", en: "a table reads the result of another condition"
    )
    fileprivate static let functions = LocalizedText(
        nl: "de regel gebruikt een functie die FEEL niet heeft", en: "the rule uses a function that FEEL does not have")
    fileprivate static let notValid = LocalizedText(
        nl: "de regel geldt niet op deze dag", en: "the rule is not valid on this day")
}
