package import RuleEngine

/// An analysis of one area as data: parts with blocks of content, in both languages, without layout.
///
/// Every finding leads back to the rules, sources and figures that it rests on.
package struct AnalysisDocument: Sendable {
    package let id: String
    package let title: LocalizedText
    package let municipality: String
    package let date: FEELDate
    /// Nobody was heard: what follows rests on figures only.
    package let isProvisional: Bool
    /// The rules met a limit and were not run to their end.
    package let isCutShort: Bool
    /// Details were left out.
    package var isBrief = false
    package let parts: [Part]

    package struct Part: Sendable {
        package let id: String
        /// Nothing for the summary, which stands before the numbered parts.
        package let number: Int?
        package let title: LocalizedText
        package let intro: LocalizedText?
        package let blocks: [Block]

        /// "2. Problems"
        package var heading: LocalizedText {
            LocalizedText { language in (number.map { "\($0). " } ?? "") + title[language] }
        }
    }

    package indirect enum Block: Sendable {
        case heading(LocalizedText)
        case paragraph(LocalizedText)
        /// A remark that must not be missed.
        case notice(LocalizedText)
        case list([LocalizedText])
        case findings([Finding])
        case table(Table)
        case dotPlot(DotPlot)
        /// Content that a reader may open: what is long and not needed by all.
        case details(summary: LocalizedText, [Block])
    }

    /// A conclusion with what it rests on.
    package struct Finding: Sendable {
        package let id: FindingID
        package let title: LocalizedText
        package let state: FindingState
        /// Severity, certainty and the like, each with its name.
        package let properties: [(name: LocalizedText, value: LocalizedText)]
        /// The rules' own sentences.
        package let because: [LocalizedText]
        /// What the vocabulary says of it: aim, mechanism, conditions, legal basis…
        package let facts: [(name: LocalizedText, value: LocalizedText)]
        package let grounds: [Ground]
        /// What an open finding waits for.
        package let waitsFor: [LocalizedText]
        /// A person decided instead of the rules: the reason.
        package let overruled: String?
        /// When its code is in force, where that is not on the day of the analysis.
        package let notInForce: Validity?
    }

    /// A rule that concludes a finding.
    package struct Ground: Sendable {
        package let rule: String
        package let ruleTitle: LocalizedText
        /// Label of the strength of evidence.
        package let strength: LocalizedText
        package let isCertain: Bool
        /// The findings in publications that the rule rests on.
        package let sources: [LocalizedText]
        package let conditions: [Condition]
        /// The figures that conditions read, with year and table.
        package let figures: [LocalizedText]
        /// Parameters that rest on judgement, with the reason.
        package let judgements: [LocalizedText]
        /// The findings that it builds on.
        package let findings: [FindingID]

        /// A condition in words with a mark: holds, open, fails.
        package struct Condition: Sendable {
            package let state: ConditionState
            package let text: LocalizedText
            /// What went wrong in it, with the place in the rules.
            package let notes: [Explanation.Note]
        }

        /// The rule may still hold: some condition is not known, and none fails.
        package var isOpen: Bool {
            !isCertain && !conditions.contains { $0.state == .fails || $0.state == .notReached }
        }
    }

    package struct Table: Sendable {
        package let caption: LocalizedText
        package let columns: [Column]
        package let rows: [[Cell]]
        package let note: LocalizedText?

        package struct Column: Sendable {
            package let title: LocalizedText
            package let isNumeric: Bool
        }

        package enum Cell: Sendable {
            case text(LocalizedText)
            case number(FEELNumber)
            case empty
        }
    }

    /// Indicators against a benchmark: where the area stands, relative to the spread over the country.
    package struct DotPlot: Sendable {
        /// Tells the message.
        package let title: LocalizedText
        package let description: LocalizedText
        package let rows: [Row]

        package struct Row: Sendable {
            package let label: LocalizedText
            package let unit: String?
            package let value: FEELNumber
            package let benchmark: FEELNumber
            /// Value divided by benchmark.
            package let ratio: FEELNumber
            /// Which side is better.
            package let direction: Direction
        }

        package enum Direction: String, Sendable { case lower, higher, neutral }
    }
}

extension AnalysisDocument.Ground.Condition {
    package init(_ condition: Explanation.Condition) {
        self.init(state: condition.state, text: condition.sentence, notes: condition.notes)
    }
}
