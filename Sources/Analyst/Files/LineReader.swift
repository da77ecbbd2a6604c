/// The lines of a stream, one after the other, in memory that no length of the stream makes grow.
///
/// Lines come as soon as they are there. One that is too long is given as such, and the reading goes on behind it.
package struct LineReader {
    package enum Line: Hashable, Sendable {
        /// Without its line break.
        case text([UInt8])
        case tooLong
    }

    /// The longest line that is read.
    package static let limit = 4 << 20

    private let next: () -> [UInt8]?
    private var buffer: [UInt8] = []
    private var start = 0
    private var isSkipping = false
    private var hasEnded = false

    /// - Parameter next: the bytes that are there; `nil` at the end.
    package init(_ next: @escaping () -> [UInt8]?) { self.next = next }

    package init(_ file: FileDescriptor) { self.init { file.some() } }

    /// Whether another whole line is there already: else the reading waits, and answers are best written before.
    package var isReady: Bool { buffer[start...].contains(0x0A) }

    /// The next line; `nil` at the end.
    package mutating func line() -> Line? {
        while true {
            if let end = buffer[start...].firstIndex(of: 0x0A) {
                let line = buffer[start..<end]
                start = end + 1
                if isSkipping {
                    isSkipping = false
                    return .tooLong
                }
                return line.count > Self.limit ? .tooLong : .text(Array(line.last == 0x0D ? line.dropLast() : line))
            }
            if hasEnded { return rest() }
            if buffer.count - start > Self.limit {
                isSkipping = true
                buffer.removeAll()
                start = 0
            }
            if start > 0 {
                buffer.removeFirst(start)
                start = 0
            }
            if let more = next() { buffer += more } else { hasEnded = true }
        }
    }

    /// What stands behind the last line break.
    private mutating func rest() -> Line? {
        defer {
            buffer = []
            start = 0
            isSkipping = false
        }
        if isSkipping { return .tooLong }
        let line = buffer[start...]
        return line.isEmpty ? nil : .text(Array(line))
    }
}
