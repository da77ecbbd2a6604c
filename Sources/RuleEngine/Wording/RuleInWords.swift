/// Rules in plain words, without any area: what must be so, and what then holds.
///
///     let words = RuleInWords(ruleBase, .en)
///     words.conditions(of: rule)    // "height is more than 5.9 %"
///     words.conclusions(of: rule)   // "mark ‘tall’: degree 2"
package struct RuleInWords {
    private let ruleBase: RuleBase
    private let language: Language
    private var naming: Naming { Naming(ruleBase) }

    package init(_ ruleBase: RuleBase, _ language: Language) {
        self.ruleBase = ruleBase
        self.language = language
    }

    /// A sentence for each condition, without a full stop.
    package func conditions(of rule: Rule) -> [String] {
        var names = RuleNames(naming)
        return rule.conditions.map { condition in
            let sentence = self.sentence(condition, names)
            names = self.names(behind: condition, names)
            return sentence
        }
    }

    /// A sentence for each conclusion, without a full stop.
    package func conclusions(of rule: Rule) -> [String] {
        let names = rule.conditions.reduce(RuleNames(naming)) { self.names(behind: $1, $0) }
        return rule.conclusions.map { conclusion in
            let template = ruleBase.templates[conclusion.template]
            let key = zip(template.key, conclusion.key).map { text(of: $1, type: $0.type, names) }
            let fields = conclusion.fields.map { place, value in
                let field = template.fields[place]
                return "\(naming.title(ofField: field.name, in: language) ?? field.name): "
                    + text(of: value, type: field.type, names)
            }
            let head = "\(template.title[language]) ‘\(key.joined(separator: " → "))’"
            return fields.isEmpty ? head : "\(head); \(fields.joined(separator: "; "))"
        }
    }

    /// An expression of a rule in words, with the names that are bound anywhere in it.
    package func words(_ expression: RuleExpression, in rule: Rule) -> String {
        words(expression, rule.conditions.reduce(RuleNames(naming)) { self.names(behind: $1, $0) })
    }

    /// The sentence in which a rule says why, with the titles of values in the places of values.
    package func because(_ template: TextTemplate) -> String {
        template[language].map { piece in
            switch piece {
            case .text(let text): text
            case .value(let expression): "[\(words(expression, RuleNames(naming)))]"
            }
        }.joined()
    }

    // MARK: Parts

    private func words(_ expression: RuleExpression, _ names: RuleNames) -> String {
        Verbalizer(names, language).words(expression.expression)
    }

    private func word(_ nl: String, _ en: String) -> String { language.word(nl, en) }

    private func sentence(_ condition: Rule.Condition, _ names: RuleNames) -> String {
        switch condition {
        case .test(let expression): return words(expression, names)
        case .pattern(let pattern): return kind(pattern, names)
        case .exists(let pattern): return word("er is een ", "there is a ") + kind(pattern, names)
        case .absent(let pattern): return word("er is geen ", "there is no ") + kind(pattern, names)
        case .every(let pattern, let satisfies):
            let inner = names.about(pattern)
            return word("voor elke ", "for each ") + kind(pattern, names) + word(" geldt: ", " holds: ")
                + words(satisfies, inner)
        case .aggregate(let aggregate):
            let of = aggregate.of.map { word(" van ", " of ") + words($0, names.about(aggregate.pattern)) } ?? ""
            return "\(aggregate.variable) = \(function(aggregate.function))\(of)"
                + word(" over elke ", " over each ") + kind(aggregate.pattern, names)
        case .table(let table):
            let inputs = table.inputs.map { words($0.value, names) }
            return word("\(table.variable) volgt uit de tabel met ", "\(table.variable) follows from the table of ")
                + ValueText(language).list(inputs)
        }
    }

    private func function(_ function: Rule.Aggregate.Function) -> String {
        switch function {
        case .collect: word("de lijst", "the list")
        case .count: word("het aantal", "the number")
        case .sum: word("de som", "the sum")
        case .min: word("de laagste waarde", "the lowest value")
        case .max: word("de hoogste waarde", "the highest value")
        case .mean: word("het gemiddelde", "the mean")
        }
    }

    /// "problem ‘vacancy’ for which severity is more than 1"
    private func kind(_ pattern: Rule.Pattern, _ names: RuleNames) -> String {
        let template = ruleBase.templates[pattern.template]
        var text = template.title[language]
        var demands: [String] = []
        for constraint in pattern.constraints {
            switch constraint.field {
            case .key(let place):
                text += " ‘\(self.text(of: constraint.value, type: template.key[place].type, names))’"
            case .field(let place):
                let field = template.fields[place]
                demands.append(
                    "\(naming.title(ofField: field.name, in: language) ?? field.name) = "
                        + self.text(of: constraint.value, type: field.type, names))
            case .attribute(let name):
                let vocabulary = naming.vocabulary(ofField: name, in: template)
                let value: String
                if case .literal(let literal) = constraint.value {
                    value = vocabulary?[literal.text]?.title[language] ?? literal.text
                } else {
                    value = self.text(of: constraint.value, type: .string, names)
                }
                demands.append("\(naming.title(ofField: name, in: language) ?? name) = \(value)")
            }
        }
        if let filter = pattern.filter { demands.append(words(filter, names.about(pattern))) }
        return demands.isEmpty
            ? text : text + word(" waarvoor geldt: ", " for which: ") + demands.joined(separator: word(" en ", " and "))
    }

    private func text(of operand: Rule.Operand, type: Template.FieldType, _ names: RuleNames) -> String {
        switch operand {
        case .computed(let expression): return words(expression, names)
        case .literal(let value):
            if case .code(let vocabulary) = type, let term = ruleBase.vocabulary(vocabulary)?[value.text] {
                return term.title[language]
            }
            return ValueText(language).text(of: value)
        }
    }

    /// What expressions below a condition call the fact that it binds.
    private func names(behind condition: Rule.Condition, _ names: RuleNames) -> RuleNames {
        guard case .pattern(let pattern) = condition else { return names }
        let template = ruleBase.templates[pattern.template]
        var title = template.title[language]
        for constraint in pattern.constraints {
            if case .key(let place) = constraint.field, case .literal(let value) = constraint.value {
                title = text(of: .literal(value), type: template.key[place].type, names)
            }
        }
        return names.naming(pattern, title)
    }
}
