package import RuleEngine

/// The parameters of rules that the application itself asks for; their values, the rules' folder gives.
package enum ParameterName {
    /// A number of people below this is not told: who so few are could be guessed.
    package static let smallGroup = "kleine_groep"
    /// Counted answers say yes or no from this number of people on.
    package static let leastAnswers = "minste_aantal_antwoorden"
    /// The share of these, in percent, that must agree.
    package static let leastAgreement = "aandeel_eens"
}

extension RuleBase {
    /// The number that a parameter has on a day; `nil` where there is none.
    package func number(of parameter: String, on day: FEELDate) -> FEELNumber? {
        if case .number(let number)? = self.parameter(parameter)?.value(on: day) { number } else { nil }
    }
}
