/// The kinds of fact that the application itself asks for, beside those that the plan of the report names.
package enum TemplateName {
    package static let problem = "problem"
    package static let intervention = "intervention"
    package static let instrument = "instrument"
    package static let challenge = "challenge"
    package static let goal = "goal"
    /// A figure that must be measured before a goal can be set.
    package static let goalToMeasure = "goal_to_measure"
    package static let feature = "feature"
    package static let strength = "strength"
    package static let link = "link"
    /// How an area develops.
    package static let dynamics = "dynamics"
    /// A link by way of others.
    package static let reaches = "reaches"
    package static let namedLoop = "named_loop"
    package static let funding = "funding"
    /// A condition of an intervention that is not met, or not known to be met.
    package static let unmetCondition = "unmet_condition"
    /// An intervention that deserves a look in this area, whether it fits or not.
    package static let candidate = "candidate"
}
