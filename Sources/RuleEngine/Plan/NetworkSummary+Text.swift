extension NetworkSummary {
    /// The plan as text: counts, strata with their rules and steps, shared comparisons, readers of each value.
    package func text(in language: Language) -> String {
        var lines = [LocalizedText.counts(of: self)[language]]
        for (number, stratum) in strata.enumerated() {
            let members = plans.filter { $0.stratum == number }
            let fixpoint = stratum.isRecursive ? LocalizedText.fixpoint[language] : ""
            for (index, plan) in members.enumerated() {
                let head = index == 0 ? "\(number + 1)." : String(repeating: " ", count: String(number + 1).count + 1)
                let joined = plan.isDirect ? "" : LocalizedText.joined[language]
                lines.append("\(head) \(plan.rule) → \(plan.targets.joined(separator: ", "))\(joined)\(fixpoint)")
                lines += plan.steps.map { "     \($0.text(in: language))" }
            }
        }
        if !shared.isEmpty {
            lines += ["", LocalizedText.sharedTests[language]]
            lines += shared.map { "  \($0.text): \($0.rules.joined(separator: ", "))" }
        }
        if !readers.isEmpty {
            lines += ["", LocalizedText.readers[language]]
            lines += readers.map { "  \($0.value): \($0.rules.joined(separator: ", "))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension NetworkSummary.Operation {
    /// The step in one line: its kind, and what it looks at.
    package func text(in language: Language) -> String {
        switch self {
        case .test(let text): return "\(LocalizedText.test[language]) \(text)"
        case .expression(let text): return "\(LocalizedText.expression[language]) \(text)"
        case .present(let facts): return "\(LocalizedText.present[language]) \(facts.text(in: language))"
        case .absent(let facts): return "\(LocalizedText.absent[language]) \(facts.text(in: language))"
        case .exists(let facts): return "\(LocalizedText.exists[language]) \(facts.text(in: language))"
        case .every(let facts): return "\(LocalizedText.every[language]) \(facts.text(in: language))"
        case .join(let facts): return "\(LocalizedText.join[language]) \(facts.text(in: language))"
        case .aggregate(let function, let facts, let name): return "\(name) = \(function) \(facts.text(in: language))"
        case .table(let name, let rows): return "\(name) = \(LocalizedText.table(rows)[language])"
        }
    }
}

extension NetworkSummary.Facts {
    fileprivate func text(in language: Language) -> String {
        guard let codes else { return "\(template) \(LocalizedText.any[language])" }
        let shown = codes.prefix(Self.shownCodes).map { "\(template):\($0)" }.joined(separator: ", ")
        guard codes.count > Self.shownCodes else { return codes.isEmpty ? "\(template) –" : shown }
        return "\(shown), … (\(codes.count))"
    }

    private static let shownCodes = 6
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func counts(of plan: NetworkSummary) -> LocalizedText {
        let direct = plan.plans.count(where: \.isDirect)
        let uses = plan.comparisons.reduce(0) { $0 + $1.rules.count }
        return LocalizedText(
            nl: "\(plan.plans.count) regels in \(plan.strata.count) groepen, \(direct) in vaste stappen; "
                + "\(plan.comparisons.count) vergelijkingen voor \(uses) plaatsen in regels, "
                + "\(plan.shared.count) gedeeld; "
                + "\(plan.cellCount) cellen, \(plan.rowCount) vaste rijen",
            en: "\(plan.plans.count) rules in \(plan.strata.count) groups, \(direct) in plain steps; "
                + "\(plan.comparisons.count) comparisons for \(uses) places in rules, \(plan.shared.count) shared; "
                + "\(plan.cellCount) cells, \(plan.rowCount) fixed rows")
    }

    fileprivate static func table(_ rows: Int) -> LocalizedText {
        LocalizedText(nl: "tabel met \(rows) rijen", en: "table of \(rows) rows")
    }

    fileprivate static let fixpoint = LocalizedText(
        nl: " (herhaald tot niets verandert)", en: " (repeated until nothing changes)")
    fileprivate static let joined = LocalizedText(nl: " (feiten worden gekoppeld)", en: " (facts are joined)")
    fileprivate static let sharedTests = LocalizedText(
        nl: "Vergelijkingen die regels delen:", en: "Comparisons that rules share:")
    fileprivate static let readers = LocalizedText(nl: "Regels die een waarde lezen:", en: "Rules that read a value:")
    fileprivate static let test = LocalizedText(nl: "toets", en: "test")
    fileprivate static let expression = LocalizedText(nl: "bereken", en: "evaluate")
    fileprivate static let present = LocalizedText(nl: "is er", en: "present")
    fileprivate static let absent = LocalizedText(nl: "is er niet", en: "absent")
    fileprivate static let exists = LocalizedText(nl: "is er een van", en: "exists")
    fileprivate static let every = LocalizedText(nl: "elk van", en: "every")
    fileprivate static let join = LocalizedText(nl: "koppel", en: "join")
    fileprivate static let any = LocalizedText(nl: "(elk feit)", en: "(any fact)")
}
