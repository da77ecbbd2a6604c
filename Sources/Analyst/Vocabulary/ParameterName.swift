/// The parameters of rules that the application itself asks for; their values, the rules' folder gives.
package enum ParameterName {
    /// A number of people below this is not told: who so few are could be guessed.
    package static let smallGroup = "kleine_groep"
}
