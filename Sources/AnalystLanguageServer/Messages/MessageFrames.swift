import Analyst

/// Messages in a stream of bytes: each a head with its length, an empty line, and so many bytes of JSON (Language Server
/// Protocol 3.17, base protocol).
///
/// What is no head is passed over up to the next thing that is one, so that a broken message costs no more than itself.
struct MessageFrames: Sendable {
    /// A longer message is passed over: no editor sends one.
    static let limit = 64 << 20

    private var bytes: [UInt8] = []
    private var start = 0
    /// So many bytes of a message that is too long are still to be passed over.
    private var skipping = 0

    /// A message, or that something was none.
    enum Frame: Hashable, Sendable {
        case body(ArraySlice<UInt8>)
        case broken
    }

    mutating func append(_ more: some Collection<UInt8>) {
        if start > 1 << 16 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next whole message; `nil` until more bytes come.
    mutating func next() -> Frame? {
        if skipping > 0 {
            let count = min(skipping, bytes.count - start)
            start += count
            skipping -= count
            guard skipping == 0 else { return nil }
        }
        guard let end = headEnd() else {
            // A head is short; what is longer without an end is none.
            guard bytes.count - start > Self.headLimit else { return nil }
            start = bytes.count
            return .broken
        }
        guard let length = Self.length(in: bytes[start..<end.lowerBound]), length >= 0 else {
            start = end.upperBound
            return .broken
        }
        guard length <= Self.limit else {
            start = end.upperBound
            skipping = length
            return .broken
        }
        guard bytes.count - end.upperBound >= length else { return nil }
        let body = bytes[end.upperBound..<end.upperBound + length]
        start = end.upperBound + length
        return .body(body)
    }

    private static let headLimit = 4096

    /// The empty line behind a head.
    private func headEnd() -> Range<Int>? {
        var index = start
        let last = min(bytes.count, start + Self.headLimit + 4)
        while index + 3 < last {
            if bytes[index] == 0x0D, bytes[index + 1] == 0x0A, bytes[index + 2] == 0x0D, bytes[index + 3] == 0x0A {
                return index..<index + 4
            }
            index += 1
        }
        return nil
    }

    private static func length(in head: ArraySlice<UInt8>) -> Int? {
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
        for line in lines {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased().hasSuffix("content-length") else { continue }
            return Int(parts[1].drop { $0 == " " }.prefix { $0 != " " })
        }
        return nil
    }

    /// A message as it goes over the wire.
    static func frame(_ json: JSONText) -> [UInt8] {
        let body = Array(json.text.utf8)
        return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }
}
