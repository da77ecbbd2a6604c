/// The order in which rules can be decided.
///
/// A rule that asks for absence, an aggregate, or a field that combines over rules needs all facts that it looks at to
/// be settled first. The unit is a template with a literal code, so that the absence of one fact may conclude another
/// of the same kind. Rules that need each other positively form one group and are run to a fixpoint; a group with a
/// need for settled facts inside has no meaning and is refused, with the chain that shows why.
struct Stratification {
    /// Groups of rules, each after all it needs.
    private(set) var strata: [[Int]] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// The facts that a rule concludes or looks at: a template, and codes where they are limited.
    private struct Reach {
        let template: Int
        /// `nil`: any.
        let codes: Set<String>?

        func meets(_ other: Reach) -> Bool {
            guard template == other.template else { return false }
            guard let codes, let others = other.codes else { return true }
            return !codes.isDisjoint(with: others)
        }
    }

    private struct Need {
        let reach: Reach
        /// All facts must be settled before.
        let isStrict: Bool
        let span: SourceSpan
    }

    private struct Edge {
        let target: Int
        let need: Need
    }

    init(rules: [Rule], templates: [Template], vocabularies: [String: Vocabulary]) {
        let coding = CodeReach(templates: templates, vocabularies: vocabularies)
        var writers: [Int: [(rule: Int, reach: Reach)]] = [:]
        for (index, rule) in rules.enumerated() {
            for conclusion in rule.conclusions {
                let reach = Reach(template: conclusion.template, codes: coding.codes(of: conclusion, in: rule))
                writers[conclusion.template, default: []].append((index, reach))
            }
        }
        var edges: [[Edge]] = []
        for rule in rules {
            var found: [Edge] = []
            for need in Self.needs(of: rule, coding) {
                for writer in writers[need.reach.template] ?? [] where writer.reach.meets(need.reach) {
                    found.append(Edge(target: writer.rule, need: need))
                }
            }
            edges.append(found)
        }
        for group in StrongComponents.of(edges.map { $0.map(\.target) }) {
            let members = Set(group)
            var refused = false
            for rule in group {
                guard let edge = edges[rule].first(where: { $0.need.isStrict && members.contains($0.target) }) else {
                    continue
                }
                refused = true
                let chain = Self.chain(from: edge.target, to: rule, edges, within: members)
                let hasCode = templates[edge.need.reach.template].describedBy != nil
                diagnostics.append(.cycle(rules, rule, edge.need.span, chain, hasCode: hasCode))
                break
            }
            if !refused { strata.append(group.sorted()) }
        }
    }

    private static func needs(of rule: Rule, _ coding: CodeReach) -> [Need] {
        let combined = combinedVariables(of: rule, coding)
        return rule.conditions.compactMap { condition in
            switch condition {
            case .test, .table: return nil
            case .pattern(let pattern):
                return need(pattern, isStrict: combined.contains(pattern.variable), coding)
            case .exists(let pattern):
                return need(pattern, isStrict: coding.readsCombined(pattern), coding)
            case .absent(let pattern), .every(let pattern, _): return need(pattern, isStrict: true, coding)
            case .aggregate(let aggregate): return need(aggregate.pattern, isStrict: true, coding)
            }
        }
    }

    private static func need(_ pattern: Rule.Pattern, isStrict: Bool, _ coding: CodeReach) -> Need {
        Need(
            reach: Reach(template: pattern.template, codes: coding.codes(of: pattern)), isStrict: isStrict,
            span: pattern.span)
    }

    /// The variables of which the rule reads a field that combines over rules.
    private static func combinedVariables(of rule: Rule, _ coding: CodeReach) -> Set<String> {
        var templates: [String: Int] = [:]
        var result: Set<String> = []
        for case .pattern(let pattern) in rule.conditions {
            templates[pattern.variable] = pattern.template
            if coding.readsCombined(pattern) { result.insert(pattern.variable) }
        }
        for expression in rule.expressions {
            for use in expression.variables {
                guard let template = templates[use.name] else { continue }
                if coding.isCombined(use.member, of: template) { result.insert(use.name) }
            }
        }
        return result
    }

    /// The shortest way from one rule to another over what each needs.
    private static func chain(from start: Int, to end: Int, _ edges: [[Edge]], within: Set<Int>) -> [Int] {
        var previous: [Int: Int] = [start: start]
        var queue = [start]
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            if node == end { break }
            for edge in edges[node] where within.contains(edge.target) && previous[edge.target] == nil {
                previous[edge.target] = node
                queue.append(edge.target)
            }
        }
        var chain = [end]
        while let last = chain.last, last != start, let before = previous[last] { chain.append(before) }
        return chain.reversed()
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func cycle(
        _ rules: [Rule], _ rule: Int, _ span: SourceSpan, _ chain: [Int], hasCode: Bool
    ) -> Diagnostic {
        let names = chain.map { "‘\(rules[$0].name)’" }.joined(separator: " → ")
        return Diagnostic(
            code: "rule/cycle",
            message: LocalizedText(
                nl:
                    "regel ‘\(rules[rule].name)’ vraagt hier om iets dat pas vaststaat als de regel zelf is beslist: \(names)",
                en:
                    "rule ‘\(rules[rule].name)’ asks here for what is settled only once the rule itself is decided: \(names)"
            ),
            at: span,
            related: chain.map {
                Related(
                    LocalizedText(
                        nl: "regel ‘\(rules[$0].name)’ hangt hiervan af", en: "rule ‘\(rules[$0].name)’ depends on this"
                    ),
                    at: rules[$0].span)
            },
            hint: hasCode
                ? LocalizedText(
                    nl:
                        "beperk wat de regel bekijkt, bijvoorbeeld met where: p.code != \"…\" (de code die hij zelf vaststelt)",
                    en:
                        "limit what the rule looks at, for example by where: p.code != \"…\" (the code that it concludes)"
                )
                : LocalizedText(
                    nl: "beperk wat de regel bekijkt: noem bij de sleutel een vaste tekst die hij zelf niet vaststelt",
                    en:
                        "limit what the rule looks at: name a constant text for the key that it does not conclude itself"
                ))
    }
}
