/// Tells the names by which this server may be asked, so that a page of another name cannot reach it through the browser
/// (DNS rebinding).
package struct HostCheck: Sendable {
    private let names: Set<String>

    /// - Parameter names: beside those of this machine.
    package init(_ names: [String] = []) {
        self.names = Set(["localhost", "127.0.0.1", "[::1]"] + names)
    }

    /// Whether the header `Host` has one of the names, with any port.
    package func allows(_ host: String?) -> Bool {
        guard let host else { return false }
        let end = host.lastIndex(of: ":").flatMap { host[$0...].contains("]") ? nil : $0 } ?? host.endIndex
        return names.contains(host[..<end].lowercased())
    }
}
