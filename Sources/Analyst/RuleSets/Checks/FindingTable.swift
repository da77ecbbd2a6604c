package import RuleEngine

/// Every finding of every publication, with what rests on it or the reason why nothing does.
package struct FindingTable: Sendable {
    package struct Row: Sendable {
        package let publication: Publication
        package let finding: Publication.Finding
        /// Names of rules that cite it, in the order of the rule base.
        package let rules: [String]
        /// Names of parameters that cite it.
        package let parameters: [String]
        /// Codes of vocabularies that cite it, as `vocabulary:code`.
        package let codes: [String]

        /// Why no rule cites it: as told at the finding, else for all findings of the publication.
        package var reason: LocalizedText? { finding.unused ?? publication.unused }
        package var isUsed: Bool { !rules.isEmpty || !parameters.isEmpty }
        package var isAccounted: Bool { isUsed || reason != nil }
    }

    /// Publication by publication, in the order of the files.
    package let rows: [Row]
    private let ruleBase: RuleBase

    /// The attribute of a code that names the finding it rests on.
    package static let attribute = "source"

    package init(_ ruleBase: RuleBase) {
        self.ruleBase = ruleBase
        let rules = Self.grouped(ruleBase.rules.flatMap { rule in rule.sources.map { ($0.key, rule.name) } })
        let parameters = Self.grouped(
            ruleBase.parameters.compactMap { parameter in parameter.source.map { ($0.key, parameter.name) } })
        let codes = Self.grouped(
            ruleBase.vocabularies.flatMap { vocabulary in
                vocabulary.codes.compactMap { code in
                    code.string(Self.attribute).map { ($0, "\(vocabulary.name):\(code.code)") }
                }
            })
        rows = ruleBase.publications.flatMap { publication in
            publication.findings.map { finding in
                let key = "\(publication.reference) \(finding.id)"
                return Row(
                    publication: publication, finding: finding, rules: rules[key] ?? [],
                    parameters: parameters[key] ?? [],
                    codes: codes[finding.id] ?? [])
            }
        }
    }

    private static func grouped(_ pairs: [(String, String)]) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for (key, name) in pairs where result[key]?.contains(name) != true { result[key, default: []].append(name) }
        return result
    }

    /// Findings without use and without a reason, reasons that are no longer needed, and codes that name a finding that
    /// does not exist.
    package var diagnostics: [Diagnostic] {
        var result = rows.filter { !$0.isAccounted }.map { Diagnostic.unused($0) }
        result += rows.filter { $0.isUsed && $0.finding.unused != nil }.map { .needlessReason($0) }
        let known = rows.map(\.finding.id)
        let names = Set(known)
        for code in ruleBase.vocabularies.flatMap(\.codes) {
            guard let id = code.string(Self.attribute), !names.contains(id) else { continue }
            result.append(.unknown(id, code, Suggestion.nearest(to: id, among: known)))
        }
        return result
    }
}

extension SourceReference {
    fileprivate var key: String { "\(reference) \(finding)" }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unused(_ row: FindingTable.Row) -> Diagnostic {
        Diagnostic(
            .warning, code: "finding/unused",
            message: LocalizedText(
                nl: "geen regel steunt op bevinding \(row.finding.id)", en: "no rule rests on finding \(row.finding.id)"
            ),
            at: row.finding.span,
            hint: LocalizedText(
                nl: "noem haar als bron van een regel, of zeg bij de bevinding waarom niet: unused: { nl: …, en: … }",
                en: "cite it as the source of a rule, or say at the finding why not: unused: { nl: …, en: … }"))
    }

    fileprivate static func needlessReason(_ row: FindingTable.Row) -> Diagnostic {
        let name = (row.rules + row.parameters).first ?? ""
        return Diagnostic(
            .warning, code: "finding/needless-reason",
            message: LocalizedText(
                nl: "bevinding \(row.finding.id) is wel in gebruik, bij ‘\(name)’",
                en: "finding \(row.finding.id) is in use, by ‘\(name)’"),
            at: row.finding.span, hint: LocalizedText(nl: "haal unused weg", en: "remove unused"))
    }

    fileprivate static func unknown(_ id: String, _ code: Vocabulary.Term, _ near: String?) -> Diagnostic {
        Diagnostic(
            .warning, code: "finding/unknown",
            message: LocalizedText(
                nl: "‘\(code.code)’ noemt bevinding ‘\(id)’, en die bestaat niet",
                en: "‘\(code.code)’ names finding ‘\(id)’, which does not exist"),
            at: code.places[FindingTable.attribute] ?? code.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(nl: "voeg de bevinding toe aan een bron", en: "add the finding to a source"),
            fixes: near.flatMap { near in code.places[FindingTable.attribute].map { [.replacing($0, with: near)] } }
                ?? [])
    }
}
