/// Which fact: its template and key. Written `template:key`, several keys parted by commas.
public struct FindingID: Hashable, Sendable, CustomStringConvertible {
    public let template: String
    public let key: [String]

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

    public var description: String { "\(template):\(key.joined(separator: ","))" }
}
