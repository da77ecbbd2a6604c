/// Something that takes in a document of XML, piece by piece.
package protocol MarkupHandler {
    /// - Parameters:
    ///   - name: without prefix.
    ///   - attributes: by their names with prefix.
    /// - Returns: whether to go on.
    mutating func start(_ name: String, _ attributes: [String: String]) -> Bool
    /// The same for handlers that look at the prefix of the name, too; empty where there is none.
    mutating func start(_ name: String, prefix: String, _ attributes: [String: String]) -> Bool
    mutating func end(_ name: String)
    mutating func text(_ text: String)
}

extension MarkupHandler {
    package mutating func start(_ name: String, prefix: String, _ attributes: [String: String]) -> Bool {
        start(name, attributes)
    }
}
