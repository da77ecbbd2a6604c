/// A scope of given names: for tests, single expressions, and whoever has few names.
public struct FEELDictionaryScope: FEELScope, Sendable {
    private let values: [String: Possible]

    public init(_ values: [String: Possible] = [:]) { self.values = values }

    public func value(of name: String) -> Possible? { values[name] }
    public func value(of name: String, member: String) -> Possible? { nil }
}
