extension NetworkSummary {
    /// The plan as a graph in the language of Graphviz: comparisons as ovals, rules as houses, facts as boxes. A rule
    /// points to what it concludes; facts point to the rules that look at them, with a dashed line where the fact must
    /// be absent.
    package var graph: String {
        var lines = ["digraph rules {", "  rankdir=LR;"]
        for (number, comparison) in comparisons.enumerated() {
            lines.append("  t\(number) [shape=oval, label=\(QuotedText.of(comparison.text))];")
            lines += comparison.rules.map { "  t\(number) -> \(QuotedText.of("rule " + $0));" }
        }
        var facts: [String] = []
        func box(_ name: String) -> String {
            if !facts.contains(name) { facts.append(name) }
            return QuotedText.of("fact " + name)
        }
        for plan in plans {
            let rule = QuotedText.of("rule " + plan.rule)
            lines.append("  \(rule) [shape=house, label=\(QuotedText.of(plan.rule))];")
            for step in plan.steps {
                guard let (looked, isAbsent) = step.looked else { continue }
                let names = looked.codes.map { $0.map { "\(looked.template):\($0)" } } ?? [looked.template]
                for name in names { lines.append("  \(box(name)) -> \(rule)\(isAbsent ? " [style=dashed]" : "");") }
            }
            for target in plan.targets { lines.append("  \(rule) -> \(box(target));") }
        }
        for name in facts {
            lines.append("  \(QuotedText.of("fact " + name)) [shape=box, label=\(QuotedText.of(name))];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }
}

extension NetworkSummary.Operation {
    /// The facts that the step looks at, and whether it asks that they are absent.
    fileprivate var looked: (facts: NetworkSummary.Facts, isAbsent: Bool)? {
        switch self {
        case .test, .expression, .table: nil
        case .present(let facts), .exists(let facts), .every(let facts), .join(let facts): (facts, false)
        case .aggregate(_, let facts, _): (facts, false)
        case .absent(let facts): (facts, true)
        }
    }
}
