import RuleEngine

/// Findings of some kinds: in the main text what is found, in a line each; in the annex found ones in full, open ones behind
/// a summary.
package enum FindingsPart: ReportPart {
    package static let kind = "findings"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        plan.outlined.flatMap { composer.outlineBlocks($0) }
    }
}

extension AnalysisComposer {
    /// What is found of a template, a line each, the heaviest first, and how many are open.
    package func outlineBlocks(_ name: String) -> [AnalysisDocument.Block] {
        guard let template = ruleBase.template(name) else { return [] }
        let facts = session.facts(of: name).map(\.fact).filter { !$0.isAnonymous }
        let found = session.heaviestFirst(facts.filter(\.isCertain))
        let open = facts.count - found.count
        guard !facts.isEmpty else { return [] }
        return [.heading(say(template.title))]
            + (found.isEmpty
                ? [.paragraph(say(.nothingFound))] : [.outline(found.map { withNamesOfParts(findings.outline($0)) })])
            + (open > 0 ? [.paragraph(say(.open(open)) + ".")] : [])
    }

    /// A finding on a part of the area names the part instead of its code.
    private func withNamesOfParts(_ line: AnalysisDocument.Outline) -> AnalysisDocument.Outline {
        guard let part = sheet.parts.first(where: { line.id.key.contains($0.code) }) else { return line }
        return AnalysisDocument.Outline(
            id: line.id, title: line.title.replacing(part.code, with: part.name), remark: line.remark)
    }

    /// The facts of a template: found ones in full, open ones behind a summary.
    ///
    /// - Parameter byDomain: grouped by the domain of their code, with those that do not hold.
    package func findingBlocks(_ name: String, byDomain: Bool) -> [AnalysisDocument.Block] {
        guard let template = ruleBase.template(name) else { return [] }
        let facts = session.facts(of: name).map(\.fact).filter { !$0.isAnonymous }
        let heading = AnalysisDocument.Block.heading(say(template.title))
        guard byDomain, let domains = ruleBase.vocabulary(VocabularyName.domains) else {
            return [heading] + stateBlocks(session.heaviestFirst(facts))
        }
        let codes = template.describedBy.map { ruleBase.codes(of: $0) } ?? []
        return [heading]
            + domains.codes.flatMap { domain -> [AnalysisDocument.Block] in
                let all = codes.filter { $0.string("domain") == domain.code }
                guard !all.isEmpty else { return [] }
                let own = facts.filter {
                    session.value(of: "domain", in: $0)?.set.exactValue == .string(domain.code)
                }
                return domainBlocks(domain, own, of: all, template)
            }
    }

    private func domainBlocks(
        _ domain: Vocabulary.Term, _ facts: [Fact], of all: [Vocabulary.Term], _ template: Template
    ) -> [AnalysisDocument.Block] {
        let found = facts.count(where: \.isCertain)
        let absent = all.map { FindingID(template: template.name, key: [$0.code]) }
            .filter { session.state(of: $0) == .refuted }
        var blocks = [
            AnalysisDocument.Block.paragraph(
                say(.domain(domain.title, found: found, open: facts.count - found, refuted: absent.count)))
        ]
        if !facts.isEmpty { blocks += stateBlocks(session.heaviestFirst(facts)) }
        if !absent.isEmpty {
            blocks.append(
                .details(summary: say(.refuted(absent.count)), [.findings(absent.map { findings.dropped($0) })]))
        }
        return blocks
    }

    private func stateBlocks(_ facts: [Fact]) -> [AnalysisDocument.Block] {
        let found = facts.filter(\.isCertain).map { findings.finding($0) }
        let open = facts.filter { !$0.isCertain }.map { findings.short($0) }
        var blocks: [AnalysisDocument.Block] = []
        if facts.isEmpty { blocks.append(.paragraph(say(.nothing))) }
        if !found.isEmpty { blocks.append(.findings(found)) }
        if !open.isEmpty { blocks.append(.details(summary: say(.open(open.count)), [.findings(open)])) }
        return blocks
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func domain(_ title: LocalizedText, found: Int, open: Int, refuted: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(title.nl): \(found) gevonden, \(open) nog open, \(refuted) niet aan de orde.",
            en: "\(title.en): \(found) found, \(open) still open, \(refuted) not at issue.")
    }

    fileprivate static let nothingFound = LocalizedText(nl: "Nog niets gevonden.", en: "Nothing found yet.")

    fileprivate static let nothing = LocalizedText(
        nl: "Niets gevonden, en niets meer open.", en: "Nothing found, and nothing left open.")

    fileprivate static func open(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "\(count) open: nog niet te zeggen", en: "\(count) open: cannot be told yet")
    }

    fileprivate static func refuted(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "\(count) niet aan de orde", en: "\(count) not at issue")
    }
}
