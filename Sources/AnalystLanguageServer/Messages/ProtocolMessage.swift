import Analyst

/// What an editor asks or tells (JSON-RPC 2.0).
struct ProtocolMessage: Sendable {
    /// `nil`: nobody waits for an answer.
    let id: JSONValue?
    let method: String
    let parameters: JSONValue

    /// - Returns: `nil` for an answer, and for what is no message.
    init?(_ value: JSONValue) {
        guard let method = value["method"].string else { return nil }
        self.method = method
        parameters = value["params"]
        switch value["id"] {
        case .integer, .string: id = value["id"]
        default: id = nil
        }
    }

    /// What can be wrong with a question.
    enum Failure: Int {
        case noJSON = -32700
        case noMessage = -32600
        case noMethod = -32601
        case badParameters = -32602
        case notReady = -32002
        case cancelled = -32800
    }

    static func answer(_ id: JSONValue, _ result: JSONText) -> JSONText {
        .object([("jsonrpc", .string("2.0")), ("id", id.text), ("result", result)])
    }

    static func failure(_ id: JSONValue, _ failure: Failure, _ words: String) -> JSONText {
        .object([
            ("jsonrpc", .string("2.0")), ("id", id.text),
            ("error", .object([("code", .number("\(failure.rawValue)")), ("message", .string(words))])),
        ])
    }

    static func notice(_ method: String, _ parameters: JSONText) -> JSONText {
        .object([("jsonrpc", .string("2.0")), ("method", .string(method)), ("params", parameters)])
    }

    static func request(_ id: String, _ method: String) -> JSONText {
        .object([("jsonrpc", .string("2.0")), ("id", .string(id)), ("method", .string(method))])
    }
}
