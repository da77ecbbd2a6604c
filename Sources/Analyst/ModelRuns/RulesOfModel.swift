package import DecisionModels
package import RuleEngine

/// A decision model as rule files: what our rules can say of it, and what is lost.
///
/// An input with a plain type becomes a figure of the record, a component of a structured input a figure `input_component`. A
/// decision of a literal expression or of a table whose policy gives no list becomes a kind of fact with a rule that concludes it. All else is
/// lost, and named with the reason.
package struct RulesOfModel {
    /// A file of rules.
    package struct File {
        package let name: String
        package let text: String
    }

    /// A part of the model that the rules do not say.
    package struct Loss: Hashable {
        package let name: String
        package let reason: LocalizedText
        package let span: SourceSpan?
    }

    package private(set) var files: [File] = []
    package private(set) var losses: [Loss] = []
    /// Decisions that became rules.
    package var count: Int { facts.count }

    private let program: ModelProgram
    private var figures: [Figure] = []
    private var facts: [Fact] = []
    /// What names of the model are called in rules.
    private var names: [String: Meaning] = [:]

    private struct Figure {
        let code: String
        let title: String
        let type: String
    }

    /// What a name of the model means to an expression.
    private enum Meaning {
        /// A figure; its name.
        case figure(String)
        /// An input with components: their figures.
        case components([String: String])
        /// A decision: the kind of fact, and its fields by the names in the model.
        case fact(String, fields: [String: String])
    }

    /// A decision that becomes a kind of fact with a rule.
    private struct Fact {
        let code: String
        let title: String
        let fields: [(name: String, type: String)]
        /// Lines of the rule below `when:` and its conclusion.
        let conditions: [String]
        let values: [(field: String, value: String)]
    }

    package init(_ program: ModelProgram) {
        self.program = program
        for id in program.set.elements(of: 0) where program.set[id].isInput { addInput(id) }
        for id in Self.order(program.set) { addDecision(id) }
        let set = program.set
        for id in set.elements(of: 0) {
            let element = set[id]
            switch element.content {
            case .knowledge: lose(element, .functions)
            case .service: lose(element, .services)
            case .input, .decision: break
            }
        }
        if !set.links[0].isEmpty { losses.append(Loss(name: set.main.name.value, reason: .imports, span: nil)) }
        if count > 0 { write() }
    }

    /// Decisions, each after those that it requires.
    private static func order(_ set: ModelSet) -> [ModelSet.ElementID] {
        var result: [ModelSet.ElementID] = []
        var placed: Set<ModelSet.ElementID> = []
        var rest = set.elements(of: 0).filter { set[$0].isDecision }
        while !rest.isEmpty {
            let ready = rest.filter { id in
                set.requirements(of: id).allSatisfy { !set[$0.id].isDecision || placed.contains($0.id) }
            }
            // Decisions in a circle are lost for their names, which nobody knows yet.
            let next = ready.isEmpty ? rest : ready
            result += next
            placed.formUnion(next)
            rest.removeAll { placed.contains($0) }
        }
        return result
    }

    private mutating func lose(_ element: DecisionModel.Element, _ reason: LocalizedText) {
        losses.append(Loss(name: element.name.value.asName, reason: reason, span: element.name.span))
    }

    // MARK: Names

    /// A name as rules have it: small letters, digits and low lines, new among those that are taken.
    private func code(_ name: String) -> String {
        var code = ""
        for scalar in name.lowercased().unicodeScalars {
            let isPlain = scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(Character(scalar))
            if isPlain { code.unicodeScalars.append(scalar) } else if !code.hasSuffix("_") { code += "_" }
        }
        while code.hasSuffix("_") { code.removeLast() }
        // Rules name the facts that they match `fact_1`, `fact_2` …
        if code.first?.isLetter != true || Self.reserved.contains(code) || code.hasPrefix("fact_") {
            code = "x_" + code
        }
        let taken = Set(figures.map(\.code) + facts.map(\.code))
        var number = 2
        var unique = code
        while taken.contains(unique) {
            unique = "\(code)_\(number)"
            number += 1
        }
        return unique
    }

    /// Words that are no names in rules: those of FEEL, its functions, and names that the files use themselves.
    private static let reserved: Set<String> = Set(
        Builtin.standardNames
            + [
                "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "true",
                "false", "null", "between", "instance", "of", "function", "external", "item", "partial", "case", "code",
                "value", "known", "date", "time", "list", "context", "number", "string", "absent", "exists", "collect",
                "table", "result", "where", "as", "complete",
            ])

    /// The type of a figure or field; `nil` for what rules have no type for.
    private static func plain(_ type: FEELTypeName) -> String? {
        guard case .named(let name) = type, ["number", "string", "boolean"].contains(name) else { return nil }
        return name
    }

    // MARK: Inputs

    private mutating func addInput(_ id: ModelSet.ElementID) {
        let element = program.set[id]
        let name = element.name.value.asName
        let type = program.types.type(element.type, in: id.model)
        if let plain = Self.plain(type) {
            let code = code(name)
            figures.append(Figure(code: code, title: name, type: plain))
            names[name] = .figure(code)
            return
        }
        guard case .context(let fields) = type else { return lose(element, .inputType) }
        var components: [String: String] = [:]
        for field in fields {
            guard let plain = Self.plain(field.type) else {
                losses.append(Loss(name: "\(name).\(field.name)", reason: .inputType, span: element.name.span))
                continue
            }
            let code = code("\(name) \(field.name)")
            figures.append(Figure(code: code, title: "\(name), \(field.name)", type: plain))
            components[field.name] = code
        }
        names[name] = .components(components)
    }

    // MARK: Decisions

    private mutating func addDecision(_ id: ModelSet.ElementID) {
        let element = program.set[id]
        guard case .decision(let decision) = element.content, let logic = decision.logic else {
            return lose(element, .noLogic)
        }
        let name = element.name.value.asName
        do throws(Obstacle) {
            var translation = Translation(self)
            var fields: [(name: String, model: String, type: String)] = []
            var conditions: [String] = []
            var values: [(field: String, value: String)] = []
            switch logic {
            case .literal(let literal) where literal.language == nil:
                let type = try plainType(element.type ?? literal.header.type, of: id)
                fields = [("value", "", type)]
                values = [("value", try translation.expression(literal.text))]
            case .table(let table):
                (fields, conditions, values) = try self.table(table, id, &translation)
            default: throw Obstacle(reason: .boxed(logic.kind))
            }
            let code = code(name)
            let required = translation.facts.map { "- { \($0.code): \($0.variable), code: \($0.code) }" }
            facts.append(
                Fact(
                    code: code, title: name, fields: fields.map { ($0.name, $0.type) },
                    conditions: required + conditions, values: values))
            let known = Dictionary(fields.map { ($0.model, $0.name) }) { first, _ in first }
            names[name] = .fact(code, fields: known)
        } catch {
            lose(element, error.reason)
        }
    }

    /// Why a decision cannot be said by rules.
    fileprivate struct Obstacle: Error { let reason: LocalizedText }

    private func plainType(_ reference: TypeReference?, of id: ModelSet.ElementID) throws(Obstacle) -> String {
        guard let reference, let type = Self.plain(program.types.type(reference, in: id.model)) else {
            throw Obstacle(reason: .resultType)
        }
        return type
    }

    private func table(
        _ table: BoxedExpression.Table, _ id: ModelSet.ElementID, _ translation: inout Translation
    ) throws(Obstacle) -> (
        fields: [(name: String, model: String, type: String)], conditions: [String],
        values: [(field: String, value: String)]
    ) {
        guard let policy = table.policy, !policy.givesList else { throw Obstacle(reason: .listPolicy) }
        guard !table.inputs.isEmpty, !table.rules.isEmpty else { throw Obstacle(reason: .emptyTable) }
        let element = program.set[id]
        var fields: [(name: String, model: String, type: String)] = []
        var outputs: [String] = []
        for (index, output) in table.outputs.enumerated() {
            let isOnly = table.outputs.count == 1
            var type = policy == .count ? "number" : nil
            if type == nil, isOnly { type = Self.plain(program.types.type(element.type, in: id.model)) }
            if type == nil { type = try plainType(output.type, of: id) }
            let name = isOnly ? "value" : Self.fieldName(output.name, index, fields.map(\.name))
            fields.append((name, isOnly ? "" : output.name.asName, type ?? "string"))
            var text = "{ name: \(name)"
            if let allowed = output.allowed, !allowed.isBlank {
                text += ", allowed: \(Self.quoted(try translation.tests(allowed)))"
            }
            if let whenNone = output.whenNone, !whenNone.isBlank {
                text += ", default: \(Self.quoted(try translation.expression(whenNone)))"
            }
            outputs.append(text + " }")
        }
        var inputs: [String] = []
        for input in table.inputs {
            guard let expression = input.expression else { throw Obstacle(reason: .emptyTable) }
            var text = "{ value: \(Self.quoted(try translation.expression(expression)))"
            if let allowed = input.allowed, !allowed.isBlank {
                text += ", allowed: \(Self.quoted(try translation.tests(allowed)))"
            }
            inputs.append(text + " }")
        }
        var rows: [String] = []
        for rule in table.rules {
            var cells: [String] = []
            for test in rule.tests { cells.append(try translation.tests(test)) }
            for output in rule.outputs {
                cells.append(output.isBlank ? "null" : try translation.expression(output))
            }
            guard cells.allSatisfy({ !$0.contains("|") && !$0.contains("\n") }) else { throw Obstacle(reason: .bar) }
            rows.append(cells.joined(separator: " | "))
        }
        let conditions =
            [
                "- table:", "    policy: \(Self.quoted(policy.rawValue))", "    inputs:",
            ] + inputs.map { "      - \($0)" } + ["    outputs:"] + outputs.map { "      - \($0)" } + ["    rows: |"]
            + rows.map { "      \($0)" } + ["    as: result"]
        let values = fields.map { field in
            (field: field.name, value: fields.count == 1 ? "result" : "result.\(field.name)")
        }
        return (fields, conditions, values)
    }

    private static func fieldName(_ name: String, _ index: Int, _ taken: [String]) -> String {
        let plain = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        let text = String(plain)
        let isGood = text.first?.isLetter == true && !reserved.contains(text) && !taken.contains(text)
        return isGood ? text : "output_\(index + 1)"
    }

    /// A text in YAML that holds no surprise.
    private static func quoted(_ text: String) -> String { YAMLWriter.scalar(text, flow: true) }

    // MARK: Expressions

    /// Turns expressions of one decision into those of rules, and keeps which facts they need.
    private struct Translation {
        private let names: [String: Meaning]
        private let parsed: FEELNames
        private let locals: Set<String> = ["?", "item", "partial"]
        private(set) var facts: [(code: String, variable: String)] = []

        init(_ rules: RulesOfModel) {
            names = rules.names
            let set = rules.program.set
            let all = set.main.elements.map(\.name.value.asName)
            let members = rules.names.values.flatMap { meaning -> [String] in
                switch meaning {
                case .figure: []
                case .components(let components): Array(components.keys)
                case .fact(_, let fields): Array(fields.keys)
                }
            }
            parsed = FEELNames.builtins.adding(all + members.sorted())
        }

        mutating func expression(_ text: ModelText) throws(Obstacle) -> String {
            guard let expression = FEELParser.parse(text.text, names: parsed).expression else {
                throw Obstacle(reason: .notFEEL)
            }
            return FEELPrinter.text(of: try renamed(expression, bound: locals))
        }

        mutating func tests(_ text: ModelText) throws(Obstacle) -> String {
            guard !text.isBlank else { return "-" }
            guard let tests = FEELParser.parse(text.text, as: .unaryTests, names: parsed).tests else {
                throw Obstacle(reason: .notFEEL)
            }
            switch tests {
            case .any: return "-"
            case .tests(let list): return FEELPrinter.text(of: .tests(try renamed(list, bound: locals)))
            case .negated(let list): return FEELPrinter.text(of: .negated(try renamed(list, bound: locals)))
            }
        }

        private mutating func renamed(_ tests: [FEELUnaryTest], bound: Set<String>) throws(Obstacle) -> [FEELUnaryTest]
        {
            var result: [FEELUnaryTest] = []
            for test in tests {
                switch test {
                case .comparison(let sign, let operand):
                    result.append(.comparison(sign, try renamed(operand, bound: bound)))
                case .expression(let expression): result.append(.expression(try renamed(expression, bound: bound)))
                }
            }
            return result
        }

        private func make(_ kind: FEELExpression.Kind) -> FEELExpression { FEELExpression(kind, range: 0..<0) }

        private mutating func variable(of code: String) -> String {
            if let known = facts.first(where: { $0.code == code }) { return known.variable }
            let variable = "fact_\(facts.count + 1)"
            facts.append((code, variable))
            return variable
        }

        private mutating func name(_ name: String, member: String?, bound: Set<String>) throws(Obstacle)
            -> FEELExpression
        {
            func path(_ base: FEELExpression) -> FEELExpression { member.map { make(.path(base, $0)) } ?? base }
            guard !bound.contains(name) else { return path(make(.name(name))) }
            switch names[name] {
            case .figure(let code)? where member == nil: return make(.name(code))
            case .components(let components)?:
                guard let member, let code = components[member] else { throw Obstacle(reason: .wholeInput(name)) }
                return make(.name(code))
            case .fact(let code, let fields)?:
                guard let field = fields[member ?? ""] ?? (member == nil ? nil : fields[""]) else {
                    throw Obstacle(reason: .wholeInput(name))
                }
                let value = make(.path(make(.name(variable(of: code))), field))
                return fields[member ?? ""] == nil ? path(value) : value
            case .figure?, nil: throw Obstacle(reason: .unknownName(name))
            }
        }

        /// Trees of the parser are at most `FEELParser.depthLimit` tall, so that this may call itself.
        private mutating func renamed(_ expression: FEELExpression, bound: Set<String>) throws(Obstacle)
            -> FEELExpression
        {
            switch expression.kind {
            case .null, .boolean, .number, .string, .temporal: return expression
            case .name(let name): return try self.name(name, member: nil, bound: bound)
            case .negation(let operand): return make(.negation(try renamed(operand, bound: bound)))
            case .binary(let sign, let left, let right):
                return make(.binary(sign, try renamed(left, bound: bound), try renamed(right, bound: bound)))
            case .chain(let first, let links):
                var row: [FEELLink] = []
                for link in links { row.append(FEELLink(link.sign, try renamed(link.operand, bound: bound))) }
                return make(.chain(try renamed(first, bound: bound), row))
            case .between(let value, let low, let high):
                return make(
                    .between(
                        try renamed(value, bound: bound), low: try renamed(low, bound: bound),
                        high: try renamed(high, bound: bound)))
            case .membership(let value, let tests):
                return make(
                    .membership(try renamed(value, bound: bound), try renamed(tests, bound: bound.union(["?"]))))
            case .path(let base, let member):
                if case .name(let name) = base.kind { return try self.name(name, member: member, bound: bound) }
                return make(.path(try renamed(base, bound: bound), member))
            case .conditional(let condition, let then, let otherwise):
                return make(
                    .conditional(
                        try renamed(condition, bound: bound), then: try renamed(then, bound: bound),
                        otherwise: try renamed(otherwise, bound: bound)))
            case .choice(let branches, let otherwise):
                var row: [FEELBranch] = []
                for branch in branches {
                    row.append(
                        FEELBranch(
                            try renamed(branch.condition, bound: bound), then: try renamed(branch.result, bound: bound))
                    )
                }
                return make(.choice(row, otherwise: try renamed(otherwise, bound: bound)))
            case .list(let members):
                var list: [FEELExpression] = []
                for member in members { list.append(try renamed(member, bound: bound)) }
                return make(.list(list))
            case .range(let range):
                var (low, high) = (range.low, range.high)
                if let bottom = low { low = try renamed(bottom, bound: bound) }
                if let top = high { high = try renamed(top, bound: bound) }
                return make(
                    .range(
                        FEELRangeSyntax(
                            low: low, high: high, lowIncluded: range.lowIncluded, highIncluded: range.highIncluded,
                            equality: range.equality)))
            case .call(let callee, .positional(let arguments)):
                guard case .name(let function) = callee.kind, names[function] == nil,
                    Builtin.standardNames.contains(function)
                else { throw Obstacle(reason: .functions) }
                var values: [FEELExpression] = []
                for argument in arguments { values.append(try renamed(argument, bound: bound)) }
                return make(.call(callee, .positional(values)))
            case .call, .filter, .iteration, .quantified, .context, .function, .instanceOf:
                throw Obstacle(reason: .structure)
            }
        }
    }

    // MARK: Files

    private mutating func write() {
        func both(_ text: String) -> String {
            let scalar = Self.quoted(text)
            return "{ nl: \(scalar), en: \(scalar) }"
        }
        let model = program.set.main
        let title = model.name.value.isEmpty ? "model" : model.name.value
        var text = "vocabulary: figures\ntitle: { nl: Cijfers, en: Figures }\n"
        text += "attributes:\n  type: { string: true, values: [number, string, boolean] }\ncodes:\n"
        for figure in figures {
            text += "  - { code: \(figure.code), title: \(both(figure.title)), type: \(figure.type) }\n"
        }
        if figures.isEmpty { text += "  - { code: none_needed, title: { nl: geen, en: none }, type: number }\n" }
        files.append(File(name: "figures.yaml", text: text))
        files.append(
            File(
                name: "record.yaml",
                text: "record: case\ntitle: { nl: geval, en: case }\nnames: { vocabulary: figures }\n"))
        text = "vocabulary: decisions\ntitle: { nl: Beslissingen, en: Decisions }\ncodes:\n"
        for fact in facts { text += "  - { code: \(fact.code), title: \(both(fact.title)) }\n" }
        files.append(File(name: "decisions.yaml", text: text))
        text = "templates:\n"
        for fact in facts {
            text += "  - template: \(fact.code)\n    title: \(both(fact.title))\n    per: case\n"
            text += "    key: { code: { vocabulary: decisions } }\n    fields:\n"
            for field in fact.fields { text += "      \(field.name): { type: \(field.type) }\n" }
        }
        files.append(File(name: "templates.yaml", text: text))
        text = "source: decision-model\ntitle: \(Self.quoted(title))\n"
        text += "read: { nl: het beslismodel, en: the decision model }\nfindings:\n"
        for (number, fact) in facts.enumerated() {
            text += "  - { id: D-\(number + 1), statement: \(both(fact.title)), certainty: read }\n"
        }
        files.append(File(name: "source.yaml", text: text))
        text = "ruleset: \(code(title).replacing("_", with: "-"))\ntitle: \(both(title))\nrules:\n"
        for (number, fact) in facts.enumerated() {
            text += "  - rule: \(fact.code.replacing("_", with: "-"))\n    title: \(both(fact.title))\n"
            text +=
                "    source: { ref: decision-model, finding: D-\(number + 1) }\n    strength: judgement\n    when:\n"
            let conditions = fact.conditions.isEmpty ? ["- true"] : fact.conditions
            for line in conditions { text += "      \(line)\n" }
            let values = fact.values.map { "\($0.field): \(Self.quoted($0.value))" }.joined(separator: ", ")
            text += "    then:\n      - \(fact.code): { code: \(fact.code), \(values) }\n"
        }
        files.append(File(name: "rules.yaml", text: text))
    }
}

// MARK: - Wordings

extension RulesOfModel {
    /// What was made, and what is lost.
    package func text(in language: Language) -> String {
        var text = language.word(
            "\(count) beslissingen zijn regels geworden, met \(figures.count) cijfers.\n",
            "\(count) decisions have become rules, with \(figures.count) figures.\n")
        if !losses.isEmpty {
            text += language.word("Niet overgenomen:\n", "Not taken over:\n")
            for loss in losses {
                let place = loss.span.map { "\($0.file):\($0.start.line): " } ?? ""
                text += "- \(place)\(loss.name): \(loss.reason[language])\n"
            }
        }
        return text
            + language.word(
                "Anders dan in het model: een invoer die ontbreekt is niet bekend, en niet null; toegestane waarden van typen gelden niet.\n",
                "Other than in the model: an input that is missing is not known, and not null; allowed values of types do not hold.\n"
            )
    }
}

extension LocalizedText {
    fileprivate static let functions = LocalizedText(
        nl: "regels kennen geen eigen functies", en: "rules have no functions of their own")
    fileprivate static let services = LocalizedText(
        nl: "regels kennen geen beslisservices", en: "rules have no decision services")
    fileprivate static let imports = LocalizedText(
        nl: "geïmporteerde modellen worden niet overgenomen; doe dat per model",
        en: "imported models are not taken over; do so model by model")
    fileprivate static let inputType = LocalizedText(
        nl: "een cijfer is een getal, een tekst of waar of onwaar; dit type is iets anders, of er is geen type",
        en: "a figure is a number, a text or a truth value; this type is something else, or there is no type")
    fileprivate static let resultType = LocalizedText(
        nl: "het type van de uitkomst is geen getal, tekst of waar of onwaar",
        en: "the type of the result is no number, text or truth value")
    fileprivate static let noLogic = LocalizedText(
        nl: "de beslissing heeft geen expressie", en: "the decision has no expression")
    fileprivate static let listPolicy = LocalizedText(
        nl: "de tabel geeft een lijst", en: "the table gives a list")
    fileprivate static let emptyTable = LocalizedText(
        nl: "de tabel heeft geen invoer of geen rijen", en: "the table has no inputs or no rows")
    fileprivate static let bar = LocalizedText(
        nl: "een cel bevat een streep (|) of een nieuwe regel", en: "a cell holds a bar (|) or a line break")
    fileprivate static let notFEEL = LocalizedText(
        nl: "een expressie is geen FEEL", en: "an expression is not FEEL")
    fileprivate static let structure = LocalizedText(
        nl: "een expressie gebruikt lijsten, contexten of functies zoals regels die niet hebben",
        en: "an expression uses lists, contexts or functions in ways that rules do not have")

    fileprivate static func boxed(_ kind: String) -> LocalizedText {
        LocalizedText(
            nl: "een expressie van de soort ‘\(kind)’ past niet in een regel",
            en: "an expression of the kind ‘\(kind)’ does not fit into a rule")
    }

    fileprivate static func wholeInput(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "een expressie gebruikt ‘\(name)’ als geheel, of een onderdeel dat niet is overgenomen",
            en: "an expression uses ‘\(name)’ as a whole, or a component that was not taken over")
    }

    fileprivate static func unknownName(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "een expressie gebruikt ‘\(name)’, dat niet is overgenomen",
            en: "an expression uses ‘\(name)’, which was not taken over")
    }
}
