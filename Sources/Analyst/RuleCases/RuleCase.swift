package import RuleEngine

/// An example beside the rules: what is given, and what the rules must make of it.
package struct RuleCase: Sendable {
    /// Something that must be so.
    package enum Demand: Sendable {
        /// A finding in a state, with values of its fields.
        case finding(FindingID, FindingState, fields: [FieldDemand])
        /// A rule, by its place among the rules, that surely concludes something.
        case fires(rule: Int)
        /// A rule that concludes nothing, not even perhaps.
        case doesNotFire(rule: Int)
    }

    /// What a field of a finding must be.
    package struct FieldDemand: Sendable {
        package enum Wanted: Sendable {
            case value(FEELValue)
            /// Any value of an interval will do, also one that is not known exactly.
            case within(NumberInterval)
            /// Not known exactly.
            case open
        }

        package let name: String
        package let wanted: Wanted
        /// As the file writes it.
        package let text: String
    }

    /// The name, where it is written.
    package let name: Located<String>
    package let title: LocalizedText?
    package let inputs: SessionInputs
    /// In the order of the file.
    package let demands: [Located<Demand>]

    /// The findings that are asked for.
    package var findings: [FindingID] {
        demands.compactMap { if case .finding(let finding, _, _) = $0.value { finding } else { nil } }
    }

    /// The rules that are asked for, by their places.
    package var rules: [Int] {
        demands.compactMap { demand in
            switch demand.value {
            case .finding: nil
            case .fires(let rule), .doesNotFire(let rule): rule
            }
        }
    }

    /// The file in which the case stands.
    package var file: String { name.span.file }
}
