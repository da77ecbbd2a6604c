import RuleEngine

extension AnalysisDocument {
    /// The analysis without what a reader opens only when it is wanted.
    ///
    /// Findings behind a summary are named in a line; of what a finding rests on, the rules with their strength, the figures
    /// and the sources stay. `analyst why` tells the rest of each.
    package var brief: AnalysisDocument {
        AnalysisDocument(
            id: id, title: title, municipality: municipality, date: date, language: language,
            isProvisional: isProvisional, isCutShort: isCutShort, isBrief: true,
            parts: parts.map { part in
                Part(
                    id: part.id, number: part.number, title: part.title, intro: part.intro,
                    blocks: part.blocks.map(\.brief))
            })
    }
}

extension AnalysisDocument.Block {
    fileprivate var brief: AnalysisDocument.Block {
        switch self {
        case .findings(let findings): .findings(findings.map(\.brief))
        case .details(let summary, _) where !findings.isEmpty:
            .paragraph("\(summary): " + findings.map(\.title).joined(separator: "; ") + ".")
        case .details(let summary, _): .paragraph(summary)
        case .heading, .paragraph, .notice, .list, .table, .dotPlot: self
        }
    }
}

extension AnalysisDocument.Finding {
    fileprivate var brief: AnalysisDocument.Finding {
        AnalysisDocument.Finding(
            id: id, title: title, state: state, properties: properties, because: because, facts: facts,
            grounds: grounds.map(\.brief), waitsFor: waitsFor, overruled: overruled, notInForce: notInForce)
    }
}

extension AnalysisDocument.Ground {
    fileprivate var brief: AnalysisDocument.Ground {
        AnalysisDocument.Ground(
            rule: rule, ruleTitle: ruleTitle, strength: strength, isCertain: isCertain, sources: sources,
            conditions: [],
            figures: figures, judgements: [], findings: [])
    }
}
