package import RuleEngine

/// What someone answered to a question, from one perspective.
package struct Answer: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case yes, no
        case number(FEELNumber)
        /// Somewhere from one number to another, both included: known to be in between and no more.
        case between(FEELNumber, FEELNumber)
        /// So many people said yes, so many no; what that is worth, the rules say.
        case counted(yes: Int, no: Int)
        /// "Weet ik niet": an answer, and not known.
        case unknown
        case notApplicable
        /// Put off: no answer yet. It is kept so that the same questions come next on another day.
        case skipped

        /// As the sheet writes it; counts have fields of their own there.
        package var text: String {
            switch self {
            case .yes: "true"
            case .no: "false"
            case .number(let number): number.description
            case .between(let low, let high): "\(low)..\(high)"
            case .counted(let yes, let no): "\(yes)/\(no)"
            case .unknown: "unknown"
            case .notApplicable: "not-applicable"
            case .skipped: "skipped"
            }
        }

        package init?(_ text: String) {
            switch text {
            case "true": self = .yes
            case "false": self = .no
            case "unknown": self = .unknown
            case "not-applicable": self = .notApplicable
            case "skipped": self = .skipped
            default:
                if let number = FEELNumber(text) {
                    self = .number(number)
                } else if let range = Self.range(text) {
                    self = range
                } else {
                    return nil
                }
            }
        }

        /// `10..20`, the lower number first.
        private static func range(_ text: String) -> Self? {
            guard let dots = text.firstRange(of: ".."), let low = FEELNumber(String(text[..<dots.lowerBound])),
                let high = FEELNumber(String(text[dots.upperBound...])), low <= high
            else { return nil }
            return .between(low, high)
        }
    }

    /// Code of an observation, or of an indicator for a registered figure.
    package let question: String
    /// bewoners, ondernemers, … or the perspective of registered figures.
    package let perspective: String
    package let value: Value
    package let date: FEELDate?
    package let method: String?
    /// How many people gave it, or were asked.
    package let people: FEELNumber?
    package let note: String?
    /// How bad they find it.
    package var degree: Degree?
    /// Where it is so: codes of parts, or names of places in the area.
    package var places: [String] = []
    /// Where a figure comes from, in words.
    package var source: String?
    /// The year that a figure is about.
    package var year: Int?
    /// Why a figure that the sheet has is not the right one.
    package var reason: String?

    package init(
        question: String, perspective: String, value: Value, date: FEELDate?, method: String? = nil,
        people: FEELNumber? = nil, note: String? = nil, degree: Degree? = nil, places: [String] = [],
        source: String? = nil, year: Int? = nil, reason: String? = nil
    ) {
        self.question = question
        self.perspective = perspective
        self.value = value
        self.date = date
        self.method = method
        self.people = people
        self.note = note
        self.degree = degree
        self.places = places
        self.source = source
        self.year = year
        self.reason = reason
    }

    /// How bad something is in the eyes of who answers, from the least to the most.
    package enum Degree: String, CaseIterable, Sendable {
        case slight, clear, serious, verySerious = "very-serious"

        /// 1 to 4, as a problem's severity.
        package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    }
}
