/// The address of whoever asks. A header tells it only where the connection comes from a proxy that is named as trusted:
/// anybody else could write any address there.
package struct ClientAddress: Sendable {
    private let proxies: Set<String>

    /// - Parameter proxies: addresses of reverse proxies, as connections from them have it.
    package init(trusting proxies: [String] = []) {
        self.proxies = Set(proxies)
    }

    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - forwarded: `X-Forwarded-For`, to which each proxy adds the address that it was asked from.
    package func of(peer: String, forwarded: String?) -> String {
        guard proxies.contains(peer), let forwarded else { return peer }
        let addresses = forwarded.split(separator: ",").map { String($0).trimmed }
        return addresses.last { !proxies.contains($0) && Self.isAddress($0) } ?? peer
    }

    private static func isAddress(_ text: String) -> Bool {
        (2...45).contains(text.count) && text.allSatisfy { $0.isASCII && ($0.isHexDigit || $0 == "." || $0 == ":") }
    }
}
