/// Turns the marks of libyaml, which count code points, into UTF-8 offsets.
struct CodePointTable {
    /// UTF-8 offset of every `stride`-th code point; `nil` when all are ASCII and the two counts agree.
    private let landmarks: [Int]?
    private let byteCount: Int
    private static let stride = 64

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        byteCount = bytes.count
        guard bytes.contains(where: { $0 >= 0x80 }) else {
            landmarks = nil
            return
        }
        var landmarks: [Int] = []
        var count = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if count % Self.stride == 0 { landmarks.append(offset) }
            count += 1
        }
        self.landmarks = landmarks
    }

    /// The UTF-8 offset of a code point, counted from zero, in the bytes of which the table was made.
    func utf8Offset(of codePoint: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let landmarks else { return min(codePoint, byteCount) }
        let number = codePoint / Self.stride
        guard number < landmarks.count else { return byteCount }
        var offset = landmarks[number]
        for _ in 0..<codePoint % Self.stride where offset < byteCount {
            offset += 1
            while offset < byteCount, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset
    }
}
