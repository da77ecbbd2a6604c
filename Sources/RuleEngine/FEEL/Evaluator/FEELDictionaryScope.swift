/// A scope of given names: for tests, single expressions, and whoever has few names.
package struct FEELDictionaryScope: FEELScope, Sendable {
    private let values: [String: UncertainValue]

    package init(_ values: [String: UncertainValue] = [:]) { self.values = values }

    package func value(of name: String) -> UncertainValue? { values[name] }
    package func value(of name: String, member: String) -> UncertainValue? { nil }
}
