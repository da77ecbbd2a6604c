/// What answers to the address of a table: the web, or what stands in for it.
///
/// The library has no way to the network itself; a program gives it one.
package protocol TableService {
    /// The answer to one question, at most so many bytes.
    func answer(to address: String, limit: Int) throws(ServiceFault) -> ServiceAnswer
}

/// What a service answers.
package struct ServiceAnswer: Sendable {
    /// As HTTP has it: 200 is a table.
    package let status: Int
    package let bytes: [UInt8]
    /// After how many seconds the service asks to come back.
    package let retryAfter: Int?

    package init(status: Int, bytes: [UInt8], retryAfter: Int? = nil) {
        self.status = status
        self.bytes = bytes
        self.retryAfter = retryAfter
    }
}
