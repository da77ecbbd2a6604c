package import Analyst

/// The address of a page: words that are as they are, and words behind a colon that may be any.
package struct Route: Sendable {
    package typealias Answering = @Sendable (Visit) async throws(WebFault) -> WebResponse

    private let words: [String]
    package let access: Access
    /// What the log of a team says when its form was taken.
    package let noted: AuditEntry.Action?
    /// The page itself is a file that goes out, which the log tells.
    package let isFile: Bool
    /// Its form holds a password, which is never kept to be sent once more.
    package let isSecret: Bool
    package let show: Answering
    package let send: Answering

    package init<Page: WebPage>(
        _ pattern: String, _ page: Page.Type, _ access: Access, noted: AuditEntry.Action? = nil, isFile: Bool = false,
        isSecret: Bool = false
    ) {
        self.access = access
        self.noted = noted
        self.isFile = isFile
        self.isSecret = isSecret
        words = pattern.split(separator: "/").map(String.init)
        show = { visit throws(WebFault) in try await Page.show(visit) }
        send = { visit throws(WebFault) in try await Page.send(visit) }
    }

    /// The open words of a path; `nil` when it is another one.
    package func parameters(of path: [String]) -> [String: String]? {
        guard path.count == words.count else { return nil }
        var parameters: [String: String] = [:]
        for (word, given) in zip(words, path) {
            if word.hasPrefix(":") {
                parameters[String(word.dropFirst())] = given
            } else if word != given {
                return nil
            }
        }
        return parameters
    }
}
