package import RuleEngine

/// What a browser asks, apart from how it came over the line.
package struct WebRequest: Sendable {
    package enum Method: String, Sendable { case get = "GET", head = "HEAD", post = "POST" }

    package let method: Method
    /// The words of the path, without the one that says the language.
    package let path: [String]
    /// Pages are in Dutch; below `/en` they are in English.
    package let language: Language
    package let query: FormFields
    /// Names in small letters.
    package let headers: [String: String]
    package let body: [UInt8]
    /// The address of the other side.
    package let client: String

    /// - Parameter target: the path with its query.
    package init(
        method: Method, target: String, headers: [String: String], body: [UInt8], client: String
    ) throws(FormFields.Fault) {
        let halves = target.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        var path: [String] = []
        for word in halves[0].split(separator: UInt8(ascii: "/")) {
            guard let decoded = PercentCoding.decoded(word) else { throw .broken }
            path.append(decoded)
        }
        language = path.first == Language.en.rawValue ? .en : .nl
        if language == .en { path.removeFirst() }
        self.path = path
        query = try halves.count > 1 ? FormFields(urlEncoded: halves[1]) : FormFields()
        self.method = method
        self.headers = headers
        self.body = body
        self.client = client
    }

    /// The value of a cookie.
    package func cookie(_ name: String) -> String? {
        for pair in (headers["cookie"] ?? "").split(separator: ";") {
            let sides = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            if sides.count == 2, sides[0] == name { return sides[1] }
        }
        return nil
    }

    /// The browser came over a line that nobody else reads, as a reverse proxy says.
    package var isSecure: Bool { headers["x-forwarded-proto"]?.lowercased() == "https" }

    /// The form that was sent; a request without one has no fields.
    package func form() throws(FormFields.Fault) -> MultipartForm {
        guard method == .post else { return MultipartForm(fields: FormFields()) }
        let type = headers["content-type"] ?? ""
        if let boundary = MultipartForm.boundary(in: type) { return try MultipartForm(body, boundary: boundary) }
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { throw .broken }
        return MultipartForm(fields: try FormFields(urlEncoded: body))
    }
}
