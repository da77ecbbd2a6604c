import Foundation

/// A small service on this machine that answers over HTTP as the publishers' services do, as long as the tests run.
///
/// It stands in for the network, so that the tests need none.
final class LocalService: Sendable {
    struct Question: Sendable {
        let path: String
        /// What stands behind `?`, decoded.
        let query: [String: String]
    }

    struct Answer: Sendable {
        var status = 200
        var headers: [String: String] = [:]
        var body = ""
        /// How much of the body is sent before the connection is broken.
        var isCutAfter: Int?
        /// Seconds before anything is sent.
        var delay = 0.0
    }

    let address: String
    private let socketNumber: Int32

    init(_ answer: @escaping @Sendable (Question) -> Answer) throws {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard number >= 0 else { throw POSIXError(.EMFILE) }
        socketNumber = number
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(number, address, size) == 0 && listen(number, 16) == 0 && getsockname(number, address, &size) == 0
            }
        }
        guard isBound else {
            close(number)
            throw POSIXError(.EADDRINUSE)
        }
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
        Thread.detachNewThread {
            while true {
                let connection = accept(number, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { Self.serve(connection, answer) }
            }
        }
    }

    /// An address where nobody listens.
    static func deadAddress() throws -> String {
        let service = try LocalService { _ in Answer() }
        service.stop()
        return service.address
    }

    /// From now on nobody answers.
    func stop() {
        shutdown(socketNumber, Int32(SHUT_RDWR))
        close(socketNumber)
    }

    private static func serve(_ connection: Int32, _ answer: (Question) -> Answer) {
        defer { close(connection) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        let end = Array("\r\n\r\n".utf8)
        while bytes.count < 1 << 16, !bytes.suffix(end.count).elementsEqual(end) {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            bytes += buffer[..<count]
        }
        let line = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\r\n" && $0 != "\r" }
        let words = line.split(separator: " ")
        guard words.count > 1 else { return }
        let parts = words[1].split(separator: "?", maxSplits: 1)
        var query: [String: String] = [:]
        for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1).map { $0.removingPercentEncoding ?? String($0) }
            query[sides[0]] = sides.count > 1 ? sides[1] : ""
        }
        let given = answer(Question(path: String(parts[0]), query: query))
        if given.delay > 0 { Thread.sleep(forTimeInterval: given.delay) }
        let body = Array(given.body.utf8)
        var head = "HTTP/1.1 \(given.status) Status\r\nContent-Length: \(body.count)\r\nConnection: close\r\n"
        for (name, value) in given.headers.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
        let all = Array("\(head)\r\n".utf8) + body.prefix(given.isCutAfter ?? body.count)
        var sent = 0
        while sent < all.count {
            let count = all.withUnsafeBytes {
                send(connection, $0.baseAddress.map { $0 + sent }, all.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
        shutdown(connection, Int32(SHUT_WR))
    }
}
