package import RuleEngine

/// What limits rights or freedom waits for a ground that people on the spot confirm.
///
/// Which codes these are, their vocabulary says: `restrictive` is true, and `ground` names the observations. Each needs a
/// ground, each ground needs a rule that tests it, and no rule may conclude such a code without testing one.
package struct RestrictiveCodes {
    package static let restrictive = "restrictive"
    package static let ground = "ground"

    private let ruleBase: RuleBase

    package init(_ ruleBase: RuleBase) { self.ruleBase = ruleBase }

    /// Errors, in the order of vocabularies and rules.
    package var diagnostics: [Diagnostic] {
        ruleBase.vocabularies.flatMap { vocabulary in
            let codes = vocabulary.codes.filter { $0.value(Self.restrictive) == .boolean(true) }
            return codes.isEmpty ? [] : diagnostics(of: codes, in: vocabulary)
        }
    }

    private func diagnostics(of codes: [Vocabulary.Term], in vocabulary: Vocabulary) -> [Diagnostic] {
        let grounds = Dictionary(codes.map { ($0.code, Set($0.codes(Self.ground))) }) { first, _ in first }
        var tested: [String: Set<String>] = [:]
        var faults: [Diagnostic] = []
        for rule in ruleBase.rules {
            for conclusion in rule.conclusions
            where ruleBase.templates[conclusion.template].describedBy == vocabulary.name {
                switch code(of: conclusion, in: vocabulary) {
                case .literal(.string(let code)):
                    guard let own = grounds[code], !own.isEmpty else { continue }
                    let met = own.intersection(rule.decidingValues.map(\.name))
                    tested[code, default: []].formUnion(met)
                    if met.isEmpty { faults.append(.noGroundTested(rule, code, own.sorted())) }
                case .computed(let expression):
                    if !excludesRestrictive(rule, expression, vocabulary) {
                        faults.append(.anyCode(rule, vocabulary))
                    }
                case .literal, nil: continue
                }
            }
        }
        return codes.flatMap { code -> [Diagnostic] in
            let own = code.codes(Self.ground)
            guard !own.isEmpty else { return [.noGround(code)] }
            return own.filter { tested[code.code]?.contains($0) != true }.map { .untested($0, code) }
        } + faults
    }

    private func code(of conclusion: Rule.Conclusion, in vocabulary: Vocabulary) -> Rule.Operand? {
        ruleBase.templates[conclusion.template].key.firstIndex { $0.type == .code(vocabulary.name) }
            .map { conclusion.key[$0] }
    }

    /// A condition of the rule asks of the very code that is concluded that it is not restrictive.
    private func excludesRestrictive(_ rule: Rule, _ code: RuleExpression, _ vocabulary: Vocabulary) -> Bool {
        rule.conditions.contains { condition in
            guard case .pattern(let pattern) = condition else { return false }
            let template = ruleBase.templates[pattern.template]
            guard template.describedBy == vocabulary.name else { return false }
            return pattern.constraints.contains { $0.isKey(template, writtenAs: code.text) }
                && pattern.constraints.contains { $0.isAttribute(Self.restrictive, writtenAs: "false") }
        }
    }
}

extension Rule.Constraint {
    private var text: String? { if case .computed(let expression) = value { expression.text.bare } else { nil } }

    fileprivate func isKey(_ template: Template, writtenAs text: String) -> Bool {
        if case .key(let index) = field, case .code = template.key[index].type { self.text == text.bare } else { false }
    }

    fileprivate func isAttribute(_ name: String, writtenAs text: String) -> Bool {
        field == .attribute(name) && self.text == text.bare
    }
}

extension String {
    /// Without the spaces that say nothing in an expression of one name.
    fileprivate var bare: String { filter { $0 != " " } }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noGround(_ code: Vocabulary.Term) -> Diagnostic {
        Diagnostic(
            code: "safeguard/no-ground",
            message: LocalizedText(
                nl: "‘\(code.code)’ beperkt rechten (restrictive) en noemt geen grond",
                en: "‘\(code.code)’ limits rights (restrictive) and names no ground"),
            at: code.span,
            hint: LocalizedText(
                nl: "noem de waarneming die mensen ter plaatse moeten bevestigen: ground: [ … ]; cijfers over een "
                    + "gebied zijn nooit een grond",
                en: "name the observation that people on the spot must confirm: ground: [ … ]; figures about an area "
                    + "are never a ground"))
    }

    fileprivate static func untested(_ ground: String, _ code: Vocabulary.Term) -> Diagnostic {
        Diagnostic(
            code: "safeguard/ground-not-tested",
            message: LocalizedText(
                nl: "‘\(code.code)’ beperkt rechten, en geen regel toetst zijn grond ‘\(ground)’",
                en: "‘\(code.code)’ limits rights, and no rule tests its ground ‘\(ground)’"),
            at: code.span,
            hint: LocalizedText(
                nl: "schrijf een regel die ‘\(code.code)’ vaststelt en onder when naar ‘\(ground)’ vraagt",
                en: "write a rule that concludes ‘\(code.code)’ and asks for ‘\(ground)’ under when"))
    }

    fileprivate static func noGroundTested(_ rule: Rule, _ code: String, _ grounds: [String]) -> Diagnostic {
        let list = grounds.joined(separator: ", ")
        return Diagnostic(
            code: "safeguard/rule-without-ground",
            message: LocalizedText(
                nl: "regel ‘\(rule.name)’ stelt ‘\(code)’ vast, dat rechten beperkt, en toetst geen grond daarvan",
                en: "rule ‘\(rule.name)’ concludes ‘\(code)’, which limits rights, and tests no ground of it"),
            at: rule.span,
            hint: LocalizedText(
                nl: "vraag onder when naar een grond: \(list)", en: "ask for a ground under when: \(list)"))
    }

    fileprivate static func anyCode(_ rule: Rule, _ vocabulary: Vocabulary) -> Diagnostic {
        Diagnostic(
            code: "safeguard/rule-without-ground",
            message: LocalizedText(
                nl:
                    "regel ‘\(rule.name)’ kan elke code van ‘\(vocabulary.title.nl)’ vaststellen, ook een die rechten beperkt",
                en:
                    "rule ‘\(rule.name)’ can conclude each code of ‘\(vocabulary.title.en)’, also one that limits rights"
            ),
            at: rule.span,
            hint: LocalizedText(
                nl:
                    "vraag onder when dat de code die de regel vaststelt niet beperkt: restrictive: false, bij een soort "
                    + "feit dat er voor elke code is",
                en:
                    "ask under when that the code that the rule concludes does not limit: restrictive: false, of a kind "
                    + "of fact that is there for each code"))
    }
}
