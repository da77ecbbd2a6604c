/// The kinds of fact that the application itself asks for, beside those that the plan of the report names.
package enum TemplateName {
    package static let problem = "problem"
    package static let intervention = "intervention"
    package static let instrument = "instrument"
    /// An intervention that deserves a look in this area, whether it fits or not.
    package static let candidate = "candidate"
}
