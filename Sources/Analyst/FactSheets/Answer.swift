package import RuleEngine

/// What someone answered to a question, from one perspective.
package struct Answer: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case yes, no
        case number(FEELNumber)
        /// So many people said yes, so many no; what that is worth, the rules say.
        case counted(yes: Int, no: Int)
        /// "Weet ik niet": an answer, and not known.
        case unknown
        case notApplicable

        /// As the sheet writes it; counts have fields of their own there.
        package var text: String {
            switch self {
            case .yes: "true"
            case .no: "false"
            case .number(let number): number.description
            case .counted(let yes, let no): "\(yes)/\(no)"
            case .unknown: "unknown"
            case .notApplicable: "not-applicable"
            }
        }

        package init?(_ text: String) {
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

    /// How bad something is in the eyes of who answers, from the least to the most.
    package enum Degree: String, CaseIterable, Sendable {
        case slight, clear, serious, verySerious = "very-serious"

        /// 1 to 4, as a problem's severity.
        package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    }
}
