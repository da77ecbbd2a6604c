/// What is known of the free names of an expression before it runs; the counterpart of `FEELScope`.
///
/// `nil` stands for a name that the scope does not know; the checker says nothing about it.
package protocol FEELTypeScope {
    func type(of name: String) -> FEELType?
    /// The type of `name.member`, for a scope that does not build the whole context; `nil` to look into `type(of:)`.
    func type(of name: String, member: String) -> FEELType?
}

/// A scope of given types: for tests, single expressions, and whoever has few names.
package struct FEELDictionaryTypeScope: FEELTypeScope, Sendable {
    private let types: [String: FEELType]

    package init(_ types: [String: FEELType] = [:]) { self.types = types }

    package func type(of name: String) -> FEELType? { types[name] }
    package func type(of name: String, member: String) -> FEELType? { nil }
}
