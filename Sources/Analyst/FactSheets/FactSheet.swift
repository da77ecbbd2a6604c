package import RuleEngine

/// What is known of one area: figures, what people answered, what is already done.
package struct FactSheet: Sendable {
    /// A published table that figures come from.
    package struct Source: Sendable {
        package let id: String
        package let title: String
        package let publisher: String?
        package let table: String?
        package let edition: String?
        package let licence: String?
        package let note: LocalizedText?
        package let publishedNote: LocalizedText?
    }

    /// The value of an indicator for the area, or why there is none.
    package struct Figure: Sendable {
        package enum Reading: Sendable {
            case known(FEELNumber)
            /// The reason, as a code: suppressed, not-published, boundaries-changed, not-measured.
            case unknown(String)
        }

        package let indicator: String
        package let reading: Reading
        package var unit: String?
        package let year: Int?
        /// Day of publication, or the day by which it was published.
        package let published: FEELDate?
        package let source: String?
        /// count, survey, model, judgement
        package let kind: String?
        package let isApproximated: Bool
        /// Share of residents covered, in percent.
        package let coverage: FEELNumber?
        package let municipality: FEELNumber?
        package let country: FEELNumber?
        package let percentile: FEELNumber?
        package let municipalPercentile: FEELNumber?
        /// Values of years, in order.
        package var series: [(year: Int, value: FEELNumber)]
        /// The same years for the municipality, where they are known.
        package var municipalSeries: [(year: Int, value: FEELNumber)] = []
        /// The place in the country in the first year of the series, where it is known.
        package var firstPercentile: FEELNumber?
        package let span: SourceSpan
        /// Where each number, and unit, kind and reason, is written, by its key or the year of the series.
        package let places: [String: SourceSpan]
        /// The same figure in earlier years, each with its own source and benchmarks.
        package var earlier: [Figure] = []
    }

    /// One of the regions that make up the area.
    package struct Part: Sendable {
        package let code: String
        package let name: String
        package let residents: FEELNumber?
        package let extent: Extent?
        /// Lies inside another part, as its core; not counted twice.
        package let isFocus: Bool
        package let figures: [PartFigure]
        package let span: SourceSpan
    }

    /// Whether a part belongs to the area as a whole.
    package enum Extent: String, CaseIterable, Sendable {
        case whole, part
        case perhapsWhole = "whole?"
        case perhapsPart = "part?"
    }

    /// What a part is to the area: one of those that make it up, or the core of one of them.
    package enum Role: String, CaseIterable, Sendable { case area, focus }

    /// How sure it is what belongs to the area.
    package enum Confidence: String, CaseIterable, Sendable { case high, medium, low }

    /// The value of an indicator for one part.
    package struct PartFigure: Sendable {
        package let indicator: String
        package let value: FEELNumber
        package let span: SourceSpan
        package let valueSpan: SourceSpan
    }

    /// A group that was heard.
    package struct Voice: Sendable {
        package let perspective: String
        package let people: FEELNumber?
        /// What matters most to the group: codes of problems, the most important first.
        package let ranking: [Located<String>]
        package let span: SourceSpan
    }

    /// An answer as the file has it.
    package struct WrittenAnswer: Sendable {
        package let answer: Answer
        package let question: SourceSpan
        package let perspective: SourceSpan
        package let value: SourceSpan
    }

    package let id: String
    package let title: LocalizedText
    package let municipality: String
    package let residents: FEELNumber?
    package let confidence: Confidence?
    package let boundary: LocalizedText?
    package let definition: String?
    package let sources: [Source]
    package var figures: [Figure]
    package var parts: [Part]
    package let efforts: [Effort]
    package let effortsComplete: Bool
    /// The programmes that the area belongs to, or belonged to.
    package var memberships: [Membership] = []
    /// Programmes of which was looked up whether the area belongs to them: where it does, they are among the memberships.
    package var askedProgrammes: [Located<String>] = []
    package var membershipsComplete = false
    package let voices: [Voice]
    package let voicesComplete: Bool
    /// The answers of the file, and those given since.
    package var answers: [Answer]
    /// The answers of the file, in its order.
    package let writtenAnswers: [WrittenAnswer]
    /// The money and people that there are for what comes.
    package var means: Means?
    /// How the parts lie, where that is known.
    package var outlines: Outlines?
    package let overrules: [SessionInputs.Overrule]
    /// Where the finding of each overrule is written, in the order of `overrules`.
    package let overruleSpans: [SourceSpan]
    /// The text that the sheet was read from.
    package let file: SourceFile
    /// Of the bytes of the file, where the sheet was read from one.
    package var digest: FileDigest?

    package func figure(_ indicator: String) -> Figure? { figures.first { $0.indicator == indicator } }
    package func source(_ id: String) -> Source? { sources.first { $0.id == id } }
}
