import RuleEngine

/// The name that a person gave to this browser, which the history tells beside each change. It proves nothing: whoever uses
/// the browser may give any name.
package enum WorkerName {
    package static let longest = 80
    private static let cookie = "analyst-name"
    private static let longestRest = 365 * 24 * 3_600

    package static func of(_ request: WebRequest) -> String? {
        guard let text = request.cookie(cookie), let name = PercentCoding.decoded(Array(text.utf8)) else { return nil }
        return usable(name)
    }

    /// On one line and not too long; `nil` where nothing is left.
    package static func usable(_ text: String) -> String? {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let name = HarmlessText.of(String(line.prefix(longest)), lineBreaks: .shown)
        return name.isEmpty ? nil : name
    }

    /// The header that makes the browser keep a name, or forget it.
    package static func header(_ name: String?, isSecure: Bool) -> (name: String, value: String) {
        let rest = name == nil ? 0 : longestRest
        let secure = isSecure ? "; Secure" : ""
        return (
            "Set-Cookie",
            "\(cookie)=\(PercentCoding.encoded(name ?? "")); Max-Age=\(rest); HttpOnly; SameSite=Strict; Path=/\(secure)"
        )
    }
}
