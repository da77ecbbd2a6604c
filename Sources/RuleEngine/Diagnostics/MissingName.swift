/// A name that a text uses and that nobody declares.
///
/// Messages about one missing name are one mistake, however many they are: see `DiagnosticCauses`.
package struct MissingName: Hashable, Sendable {
    package let name: String
    /// What would declare it, where that has a name of its own: a vocabulary, a kind of fact, a source.
    package let owner: String?

    package init(_ name: String, of owner: String? = nil) {
        self.name = name
        self.owner = owner
    }
}
