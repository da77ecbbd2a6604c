package import RuleEngine

/// The mutants that no case notices, as text and JSON, with the score.
package struct MutationReport {
    package let run: MutationRun
    package let language: Language

    package init(run: MutationRun, language: Language) {
        self.run = run
        self.language = language
    }

    /// File by file, a line for each mutant that no case notices; then the score by kind and in all.
    package var text: String {
        var text = ""
        var file = ""
        for result in run.unnoticed {
            let mutant = result.mutant
            if mutant.span.file != file {
                file = mutant.span.file
                text += "\(file)\n"
            }
            text += "  \(mutant.span.start.line):\(mutant.span.start.column) \(mutant.operation.words[language]): "
            text += "\(Self.line(mutant.original)) → \(mutant.replacement)\n"
        }
        if !text.isEmpty { text += "\n" }
        for operation in RuleMutant.Operation.allCases {
            let own = run.results.filter { $0.mutant.operation == operation && $0.outcome != .refused }
            guard !own.isEmpty else { continue }
            let missed = own.count { $0.outcome == .unnoticed }
            text += "\(operation.words[language]): \(own.count - missed) / \(own.count)\n"
        }
        return text + summary + "\n"
    }

    /// "Mutation score: 91.2 % (…)"
    package var summary: String {
        let tried = run.results.count - run.refused
        let tenths = Int((run.score * 1000).rounded(.down))
        let sign = language.word(",", ".")
        return language.word(
            "Score: \(tenths / 10)\(sign)\(tenths % 10) %: van \(tried) wijzigingen merken de gevallen er \(run.noticed) op; "
                + "\(run.refused) zijn geen geldige regels en tellen niet.",
            "Score: \(tenths / 10)\(sign)\(tenths % 10) %: of \(tried) changes the cases notice \(run.noticed); "
                + "\(run.refused) are no valid rules and do not count.")
    }

    /// A longer text on one line, cut.
    private static func line(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 80 ? words.prefix(79) + "…" : words
    }

    package var json: JSONText {
        .object([
            ("score", .number("\(Double(Int(run.score * 10000)) / 10000)")),
            ("tried", .number("\(run.results.count - run.refused)")),
            ("noticed", .number("\(run.noticed)")), ("refused", .number("\(run.refused)")),
            (
                "unnoticed",
                .array(
                    run.unnoticed.map { result in
                        .object(
                            result.mutant.span.members + [
                                ("operation", .string(result.mutant.operation.rawValue)),
                                ("original", .string(result.mutant.original)),
                                ("replacement", .string(result.mutant.replacement)),
                            ])
                    })
            ),
        ])
    }
}

// MARK: - Wordings

extension RuleMutant.Operation {
    /// What is changed, in words.
    package var words: LocalizedText {
        switch self {
        case .threshold: LocalizedText(nl: "grens verschoven", en: "threshold moved")
        case .boundary: LocalizedText(nl: "grens zelf wel of niet mee", en: "threshold itself in or out")
        case .reversal: LocalizedText(nl: "vergelijking omgedraaid", en: "comparison turned round")
        case .connective: LocalizedText(nl: "en/of verwisseld", en: "and/or exchanged")
        case .condition: LocalizedText(nl: "voorwaarde weg", en: "condition dropped")
        case .absence: LocalizedText(nl: "wel/niet aanwezig verwisseld", en: "absent/exists exchanged")
        case .conclusion: LocalizedText(nl: "gevolg veranderd", en: "conclusion changed")
        case .row: LocalizedText(nl: "rij van een tabel weg", en: "row of a table dropped")
        }
    }
}
