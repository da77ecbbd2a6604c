package import RuleEngine

/// An analysis of one area as data, in one language: parts with blocks of content, without layout.
///
/// Every finding leads back to the rules, sources and figures that it rests on.
package struct AnalysisDocument: Sendable {
    package let id: String
    package let title: String
    package let municipality: String
    package let date: FEELDate
    package let language: Language
    /// Nobody was heard: what follows rests on figures only.
    package let isProvisional: Bool
    /// The rules met a limit and were not run to their end.
    package let isCutShort: Bool
    /// The annexes were left out.
    package var isBrief = false
    package let parts: [Part]
    /// The same as tables for further work; none where the document is not the analysis of one area.
    package var data: AnalysisData = .none
    /// What stands on the last page of a document.
    package var imprint: Imprint = .none

    package struct Part: Sendable {
        package let id: String
        /// Nothing for the summary, which stands before the numbered parts.
        package let number: Int?
        package let title: String
        package let intro: String?
        /// What everyone reads.
        package let blocks: [Block]
        /// What it rests on, and what few need: the annex of the part.
        package var annex: [Block] = []
        /// The part whose annex it is.
        package var annexOf: String?

        /// "2. Problems"
        package var heading: String { (number.map { "\($0). " } ?? "") + title }
    }

    package indirect enum Block: Sendable {
        case heading(String)
        case paragraph(String)
        /// A remark that must not be missed.
        case notice(String)
        case list([String])
        case findings([Finding])
        /// Findings in a line each; what they rest on stands in the annex.
        case outline([Outline])
        case table(Table)
        case dotPlot(DotPlot)
        case map(PartsMap)
        /// Content that a reader may open: what is long and not needed by all.
        case details(summary: String, [Block])
    }

    /// Where an analysis comes from, for the last page.
    package struct Imprint: Sendable {
        /// The day, the years of the figures, whom to name with them, the program, the rules and the sheet.
        package let lines: [String]
        /// Check sums, for those who want to make it again.
        package let technical: [String]

        package static let none = Imprint(lines: [], technical: [])
    }

    /// A finding in one line.
    package struct Outline: Sendable {
        package let id: FindingID
        package let title: String
        /// How heavy and how sure it is, and the first sentence of the rules.
        package let remark: String

        package var line: String { remark.isEmpty ? title : "\(title). \(remark)" }
    }

    /// A conclusion with what it rests on.
    package struct Finding: Sendable {
        package let id: FindingID
        package let title: String
        package let state: FindingState
        /// Severity, certainty and the like, each with its name.
        package let properties: [(name: String, value: String)]
        /// The rules' own sentences.
        package let because: [String]
        /// What the vocabulary says of it: aim, mechanism, conditions, legal basis…
        package let facts: [(name: String, value: String)]
        package let grounds: [Ground]
        /// What an open finding waits for.
        package let waitsFor: [String]
        /// A person decided instead of the rules: the reason.
        package let overruled: String?
        /// When its code is in force, where that is not on the day of the analysis.
        package let notInForce: Validity?
    }

    /// A rule that concludes a finding.
    package struct Ground: Sendable {
        package let rule: String
        package let ruleTitle: String
        /// Label of the strength of evidence.
        package let strength: String
        package let isCertain: Bool
        /// The findings in publications that the rule rests on.
        package let sources: [String]
        package let conditions: [Condition]
        /// The figures that conditions read, with year and table.
        package let figures: [String]
        /// Parameters that rest on judgement, with the reason.
        package let judgements: [String]
        /// The findings that it builds on.
        package let findings: [FindingID]

        /// A condition in words with a mark: holds, open, fails.
        package struct Condition: Sendable {
            package let state: ConditionState
            package let text: String
            /// What went wrong in it, with the place in the rules.
            package let notes: [Explanation.Note]
        }

        /// The rule may still hold: some condition is not known, and none fails.
        package var isOpen: Bool {
            !isCertain && !conditions.contains { $0.state == .fails || $0.state == .notReached }
        }
    }

    package struct Table: Sendable {
        package let caption: String
        package let columns: [Column]
        package let rows: [[Cell]]
        package let note: String?

        package struct Column: Sendable {
            package let title: String
            package let isNumeric: Bool

            package init(_ title: LocalizedText, _ language: Language, isNumeric: Bool = false) {
                self.title = title[language]
                self.isNumeric = isNumeric
            }
        }

        package enum Cell: Sendable {
            case text(String)
            case number(FEELNumber)
            case empty
        }
    }

    /// Indicators against a benchmark: where the area stands, relative to the spread over the country.
    package struct DotPlot: Sendable {
        /// Tells the message.
        package let title: String
        package let description: String
        package let rows: [Row]

        package struct Row: Sendable {
            package let label: String
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
