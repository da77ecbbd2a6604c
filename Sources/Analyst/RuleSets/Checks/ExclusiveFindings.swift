package import RuleEngine

/// Findings that may not stand together in one analysis.
///
/// The vocabulary `exclusions` declares them in pairs: `one` and `other`, each as `template:key`. A rule that concludes both
/// contradicts itself; whether several rules do in one area, only an analysis shows.
package struct ExclusiveFindings: Sendable {
    package static let vocabulary = "exclusions"
    /// A name that no finding has; while rules have errors the finding may be among what was left out.
    static let unknownCode = "exclusion/unknown"

    /// Two findings of which at most one may be found.
    package struct Pair: Sendable {
        package let code: Vocabulary.Term
        package let one: FindingID
        package let other: FindingID
    }

    private let ruleBase: RuleBase
    private let codes: [Vocabulary.Term]

    package init(_ ruleBase: RuleBase) {
        self.ruleBase = ruleBase
        codes = ruleBase.vocabulary(Self.vocabulary)?.codes ?? []
    }

    /// All pairs that are written as findings, in the order of the vocabulary.
    package var pairs: [Pair] {
        codes.compactMap { code in
            guard let one = code.string("one").flatMap({ FindingID($0) }),
                let other = code.string("other").flatMap({ FindingID($0) })
            else { return nil }
            return Pair(code: code, one: one, other: other)
        }
    }

    /// Names that no finding has, pairs of one finding, and rules that conclude both of a pair.
    package var diagnostics: [Diagnostic] {
        var result: [Diagnostic] = []
        for code in codes {
            let names = ["one", "other"].compactMap { code.string($0) }
            let unknown = names.filter { !exists($0) }
            result += unknown.map { .unknown($0, code, Suggestion.nearest(to: $0, among: ruleBase.findingNames)) }
            if unknown.isEmpty, Set(names).count < 2 { result.append(.same(code)) }
        }
        for rule in ruleBase.rules {
            let concluded = Set(rule.conclusions.compactMap { finding($0) })
            for pair in pairs where pair.one != pair.other && concluded.isSuperset(of: [pair.one, pair.other]) {
                result.append(.both(rule, pair))
            }
        }
        return result
    }

    /// Whether rules can conclude a finding of this name.
    private func exists(_ name: String) -> Bool {
        guard let finding = FindingID(name), let template = ruleBase.template(finding.template), !template.isInput,
            template.relation == nil, template.key.count == finding.key.count
        else { return false }
        return zip(template.key, finding.key).allSatisfy { field, key in
            if case .code(let vocabulary) = field.type { ruleBase.vocabulary(vocabulary)?[key] != nil } else { true }
        }
    }

    /// The finding that a conclusion writes down; `nil` where it computes the key.
    private func finding(_ conclusion: Rule.Conclusion) -> FindingID? {
        var key: [String] = []
        for operand in conclusion.key {
            guard case .literal(.string(let code)) = operand else { return nil }
            key.append(code)
        }
        return FindingID(template: ruleBase.templates[conclusion.template].name, key: key)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unknown(_ name: String, _ code: Vocabulary.Term, _ near: String?) -> Diagnostic {
        Diagnostic(
            .warning, code: ExclusiveFindings.unknownCode,
            message: LocalizedText(
                nl: "‘\(code.code)’ noemt ‘\(name)’, en zo’n bevinding is er niet",
                en: "‘\(code.code)’ names ‘\(name)’, and there is no such finding"),
            at: code.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(nl: "schrijf soort:code", en: "write kind:code"))
    }

    fileprivate static func same(_ code: Vocabulary.Term) -> Diagnostic {
        Diagnostic(
            .warning, code: "exclusion/same",
            message: LocalizedText(
                nl: "‘\(code.code)’ noemt twee keer dezelfde bevinding",
                en: "‘\(code.code)’ names the same finding twice"),
            at: code.span,
            hint: LocalizedText(
                nl: "noem bij one en other twee bevindingen", en: "name two findings at one and other"))
    }

    fileprivate static func both(_ rule: Rule, _ pair: ExclusiveFindings.Pair) -> Diagnostic {
        Diagnostic(
            .warning, code: "exclusion/both",
            message: LocalizedText(
                nl: "regel ‘\(rule.name)’ stelt \(pair.one) en \(pair.other) allebei vast",
                en: "rule ‘\(rule.name)’ concludes both \(pair.one) and \(pair.other)"),
            at: rule.span,
            related: [
                .init(
                    LocalizedText(
                        nl: "hier staat dat zij elkaar uitsluiten", en: "here it says that they exclude each other"),
                    at: pair.code.span)
            ],
            hint: pair.code.text("why"))
    }
}
