import RuleEngine

/// An analysis of one area as data: parts with blocks of content, in both languages, without layout.
///
/// Every finding leads back to the rules, sources and figures that it rests on.
struct Analysis: Sendable {
    let id: String
    let title: LocalizedText
    let municipality: String
    let date: FEELDate
    /// Nobody was heard: what follows rests on figures only.
    let isProvisional: Bool
    /// The rules met a limit and were not run to their end.
    let isCutShort: Bool
    /// Details were left out.
    var isBrief = false
    let parts: [Part]

    struct Part: Sendable {
        let id: String
        /// Nothing for the summary, which stands before the numbered parts.
        let number: Int?
        let title: LocalizedText
        let intro: LocalizedText?
        let blocks: [Block]

        /// "2. Problems"
        var heading: LocalizedText {
            LocalizedText { language in (number.map { "\($0). " } ?? "") + title[language] }
        }
    }

    indirect enum Block: Sendable {
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
    struct Finding: Sendable {
        let id: FindingID
        let title: LocalizedText
        let state: FindingState
        /// Severity, certainty and the like, each with its name.
        let properties: [(name: LocalizedText, value: LocalizedText)]
        /// The rules' own sentences.
        let because: [LocalizedText]
        /// What the vocabulary says of it: aim, mechanism, conditions, legal basis…
        let facts: [(name: LocalizedText, value: LocalizedText)]
        let grounds: [Ground]
        /// What an open finding waits for.
        let waitsFor: [LocalizedText]
        /// A person decided instead of the rules: the reason.
        let overruled: String?
        /// When its code is in force, where that is not on the day of the analysis.
        let notInForce: Validity?
    }

    /// A rule that concludes a finding.
    struct Ground: Sendable {
        let rule: String
        let ruleTitle: LocalizedText
        /// Label of the strength of evidence.
        let strength: LocalizedText
        let isCertain: Bool
        /// The findings in publications that the rule rests on.
        let sources: [LocalizedText]
        let conditions: [Condition]
        /// The figures that conditions read, with year and table.
        let figures: [LocalizedText]
        /// Parameters that rest on judgement, with the reason.
        let judgements: [LocalizedText]
        /// The findings that it builds on.
        let findings: [FindingID]

        /// A condition in words with a mark: holds, open, fails.
        struct Condition: Sendable {
            let verdict: Explanation.Condition.Verdict
            let text: LocalizedText
            /// What went wrong in it, with the place in the rules.
            let notes: [Explanation.Note]
        }

        /// The rule may still hold: some condition is not known, and none fails.
        var isOpen: Bool { !isCertain && !conditions.contains { $0.verdict == .fails || $0.verdict == .notReached } }
    }

    struct Table: Sendable {
        let caption: LocalizedText
        let columns: [Column]
        let rows: [[Cell]]
        let note: LocalizedText?

        struct Column: Sendable {
            let title: LocalizedText
            let isNumeric: Bool
        }

        enum Cell: Sendable {
            case text(LocalizedText)
            case number(FEELNumber)
            case empty
        }
    }

    /// Indicators against a benchmark: where the area stands, relative to the spread over the country.
    struct DotPlot: Sendable {
        /// Tells the message.
        let title: LocalizedText
        let description: LocalizedText
        let rows: [Row]

        struct Row: Sendable {
            let label: LocalizedText
            let unit: String?
            let value: FEELNumber
            let benchmark: FEELNumber
            /// Value divided by benchmark.
            let ratio: FEELNumber
            /// Which side is better.
            let direction: Direction
        }

        enum Direction: String, Sendable { case lower, higher, neutral }
    }
}

extension Analysis.Ground.Condition {
    init(_ condition: Explanation.Condition) {
        self.init(verdict: condition.verdict, text: condition.sentence, notes: condition.notes)
    }
}
