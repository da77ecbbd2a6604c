/// A scope of given names: for tests, single expressions, and whoever has few names.
package struct FEELDictionaryScope: FEELScope, Sendable {
    private let values: [String: Possible]

    package init(_ values: [String: Possible] = [:]) { self.values = values }

    package func value(of name: String) -> Possible? { values[name] }
    package func value(of name: String, member: String) -> Possible? { nil }
}
