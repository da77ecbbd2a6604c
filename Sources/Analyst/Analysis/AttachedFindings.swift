package import RuleEngine

/// Findings shown with the finding they are about, instead of in a list of their own: what an approach needs first stands
/// with that approach.
///
/// The vocabulary of parts names the kind of fact (`attached`) and the words before what is found and what is open. A fact
/// of that kind belongs to the finding whose code is the first part of its key; the last part is what is shown.
package struct AttachedFindings {
    private struct Kind {
        let template: Template
        let found: LocalizedText
        let open: LocalizedText
        /// By the code that they belong to, in the order of the vocabulary.
        let facts: [String: [Fact]]
    }

    private let session: Session
    private let language: Language
    private let kinds: [Kind]

    package init(_ session: Session, _ report: ReportPlan, _ language: Language) {
        self.session = session
        self.language = language
        kinds = report.parts.compactMap(\.attached).compactMap { attached in
            session.ruleBase.template(attached.template).map { template in
                let facts = session.facts(of: template.name).map(\.fact).filter { !$0.isAnonymous }
                return Kind(
                    template: template, found: attached.found, open: attached.open,
                    facts: Dictionary(grouping: facts) { session.finding($0).key.first ?? "" })
            }
        }
    }

    /// What is found and what is open about a fact, each in the order of its vocabulary; a line without members is left out.
    package func properties(of fact: Fact) -> [(name: String, value: String)] {
        guard let vocabulary = session.ruleBase.templates[fact.template].describedBy,
            let code = session.ruleBase.code(of: fact.template, key: fact.key)?.code
        else { return [] }
        return kinds.filter { $0.template.key.first?.type == .code(vocabulary) }.flatMap { kind in
            let own = kind.facts[code] ?? []
            return [(kind.found, own.filter(\.isCertain)), (kind.open, own.filter { !$0.isCertain })]
                .filter { !$0.1.isEmpty }
                .map { name, facts in (name: name[language], value: list(facts, of: kind.template)) }
        }
    }

    private func list(_ facts: [Fact], of template: Template) -> String {
        ValueText(language).list(facts.compactMap { session.finding($0).key.last }.map { title($0, of: template) })
    }

    private func title(_ code: String, of template: Template) -> String {
        guard case .code(let vocabulary)? = template.key.last?.type else { return code }
        return Labels(ruleBase: session.ruleBase).title(code, in: vocabulary)[language]
    }
}
