/// Which fact: its template and key. Written `template:key`, several keys parted by commas.
package struct FindingID: Hashable, Sendable, CustomStringConvertible {
    package let template: String
    package let key: [String]

    package init(template: String, key: [String]) {
        self.template = template
        self.key = key
    }

    /// Reads `colour:red`; `nil` when there is no colon.
    package init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        template = String(text[..<colon])
        key = text[text.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false)
            .map(String.init)
    }

    package var description: String { "\(template):\(key.joined(separator: ","))" }
}
