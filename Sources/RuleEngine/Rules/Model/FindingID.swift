/// Which fact: its template and key. Written `template:key`, several keys parted by commas.
///
///     let finding = FindingID(template: "fine", key: ["speeding"])
///     finding.description   // fine:speeding
public struct FindingID: Hashable, Sendable, CustomStringConvertible {
    /// The name of the template.
    public let template: String
    /// The key as text, one for each key field of the template.
    public let key: [String]

    /// - Parameter key: one text for each key field of the template, in its order.
    public init(template: String, key: [String]) {
        self.template = template
        self.key = key
    }

    /// Reads `colour:red`; `nil` when there is no colon.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        template = String(text[..<colon])
        key = text[text.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// `template:key`, as `init(_:)` reads it.
    public var description: String { "\(template):\(key.joined(separator: ","))" }
}
