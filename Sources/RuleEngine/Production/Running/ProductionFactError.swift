/// Why a fact cannot be asserted from outside.
public enum ProductionFactError: Error, Hashable, Sendable {
    /// The rule set has no template of that name.
    case unknownTemplate(String)
    /// The template has no field of that name.
    case unknownField(String, template: String)
    /// The value is none of those that the template allows.
    case wrongValue(FEELValue, field: String, template: String)
}
