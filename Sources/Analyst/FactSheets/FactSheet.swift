import RuleEngine

/// What is known of one area: figures, what people answered, what is already done.
struct FactSheet: Sendable {
    /// A published table that figures come from.
    struct Source: Sendable {
        let id: String
        let title: String
        let publisher: String?
        let table: String?
        let edition: String?
        let licence: String?
        let note: LocalizedText?
        let publishedNote: LocalizedText?
    }

    /// The value of an indicator for the area, or why there is none.
    struct Figure: Sendable {
        enum Reading: Sendable {
            case known(FEELNumber)
            /// The reason, as a code: suppressed, not-published, boundaries-changed, not-measured.
            case unknown(String)
        }

        let indicator: String
        let reading: Reading
        let unit: String?
        let year: Int?
        /// Day of publication, or the day by which it was published.
        let published: FEELDate?
        let source: String?
        /// count, survey, model, judgement
        let kind: String?
        let isApproximated: Bool
        /// Share of residents covered, in percent.
        let coverage: FEELNumber?
        let municipality: FEELNumber?
        let country: FEELNumber?
        let percentile: FEELNumber?
        let municipalPercentile: FEELNumber?
        /// Values of years, in order.
        let series: [(year: Int, value: FEELNumber)]
        let span: SourceSpan
        /// Where each number is written, by its key or the year of the series.
        let places: [String: SourceSpan]
    }

    /// One of the regions that make up the area.
    struct Part: Sendable {
        let code: String
        let name: String
        let residents: FEELNumber?
        /// whole or part, with a question mark where that is not certain.
        let extent: String?
        /// Lies inside another part, as its core; not counted twice.
        let isFocus: Bool
        let figures: [PartFigure]
    }

    /// The value of an indicator for one part.
    struct PartFigure: Sendable {
        let indicator: String
        let value: FEELNumber
        let span: SourceSpan
        let valueSpan: SourceSpan
    }

    /// Something that is done in the area, or was.
    struct Effort: Sendable {
        let code: String
        let intervention: String?
        let status: String?
        let span: SourceSpan
        let interventionSpan: SourceSpan?
        let statusSpan: SourceSpan?
    }

    /// A group that was heard.
    struct Voice: Sendable {
        let perspective: String
        let people: FEELNumber?
        let span: SourceSpan
    }

    /// An answer as the file has it.
    struct WrittenAnswer: Sendable {
        let answer: Answer
        let question: SourceSpan
        let perspective: SourceSpan
        let value: SourceSpan
    }

    let id: String
    let title: LocalizedText
    let municipality: String
    let residents: FEELNumber?
    let confidence: String?
    let boundary: LocalizedText?
    let definition: String?
    let sources: [Source]
    let figures: [Figure]
    let parts: [Part]
    let efforts: [Effort]
    let effortsComplete: Bool
    let voices: [Voice]
    let voicesComplete: Bool
    /// The answers of the file, and those given since.
    var answers: [Answer]
    /// The answers of the file, in its order.
    let writtenAnswers: [WrittenAnswer]
    let overrules: [SessionInputs.Overrule]
    /// Where the finding of each overrule is written, in the order of `overrules`.
    let overruleSpans: [SourceSpan]
    /// The text that the sheet was read from.
    let file: SourceFile

    func figure(_ indicator: String) -> Figure? { figures.first { $0.indicator == indicator } }
    func source(_ id: String) -> Source? { sources.first { $0.id == id } }
}

/// What someone answered to a question, from one perspective.
struct Answer: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        case yes, no
        case number(FEELNumber)
        /// "Weet ik niet": an answer, and not known.
        case unknown
        case notApplicable

        /// As the sheet writes it.
        var text: String {
            switch self {
            case .yes: "true"
            case .no: "false"
            case .number(let number): number.description
            case .unknown: "unknown"
            case .notApplicable: "not-applicable"
            }
        }

        init?(_ text: String) {
            switch text {
            case "true": self = .yes
            case "false": self = .no
            case "unknown": self = .unknown
            case "not-applicable": self = .notApplicable
            default:
                guard let number = FEELNumber(text) else { return nil }
                self = .number(number)
            }
        }

        /// What is known by the answer; `nil` when nothing is.
        var set: ValueSet? {
            switch self {
            case .yes: .exactly(.boolean(true))
            case .no: .exactly(.boolean(false))
            case .number(let number): .exactly(.number(number))
            case .unknown: nil
            case .notApplicable: .exactly(.null)
            }
        }
    }

    /// Code of an observation, or of an indicator for a registered figure.
    let question: String
    /// bewoners, ondernemers, … or the perspective of registered figures.
    let perspective: String
    let value: Value
    let date: FEELDate?
    let method: String?
    let people: FEELNumber?
    let note: String?
}
