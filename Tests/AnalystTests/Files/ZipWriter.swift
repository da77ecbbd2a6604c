import CZlib

/// Makes zip files for tests: sound ones, and those that say of themselves what is not so.
struct ZipWriter {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// - Parameters:
    ///   - flags: 1 for encrypted.
    ///   - method: 8 packs by Deflate, 0 stores; another number is written over stored content.
    ///   - size: what the directory says of the size; that of the content where it is `nil`.
    mutating func add(
        _ name: String, _ content: [UInt8], method: UInt16 = 8, flags: UInt16 = 0, size: UInt32? = nil
    ) {
        let packed = method == 8 ? Self.deflated(content) : content
        let sum = content.withUnsafeBufferPointer {
            UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count)))
        }
        let offset = UInt32(bytes.count)
        var fields: [UInt8] = []
        fields += Self.field(UInt16(20)) + Self.field(flags) + Self.field(method) + Self.field(UInt32(0))
        fields += Self.field(sum) + Self.field(UInt32(packed.count)) + Self.field(size ?? UInt32(content.count))
        fields += Self.field(UInt16(name.utf8.count)) + Self.field(UInt16(0))
        bytes += Self.field(UInt32(0x0403_4B50)) + fields + Array(name.utf8) + packed
        directory += Self.field(UInt32(0x0201_4B50)) + Self.field(UInt16(20)) + fields
        directory += Self.field(UInt16(0)) + Self.field(UInt16(0)) + Self.field(UInt16(0)) + Self.field(UInt32(0))
        directory += Self.field(offset) + Array(name.utf8)
        count += 1
    }

    mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    /// The whole file.
    var file: [UInt8] {
        bytes + directory + Self.field(UInt32(0x0605_4B50)) + Self.field(UInt32(0)) + Self.field(UInt16(count))
            + Self.field(UInt16(count)) + Self.field(UInt32(directory.count)) + Self.field(UInt32(bytes.count))
            + Self.field(UInt16(0))
    }

    /// Of several texts.
    static func file(_ texts: KeyValuePairs<String, String>) -> [UInt8] {
        var writer = ZipWriter()
        for (name, text) in texts { writer.add(name, text) }
        return writer.file
    }

    /// Packed by Deflate without a frame, or with that of gzip.
    static func deflated(_ content: [UInt8], windowBits: Int32 = -15) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, Z_BEST_SPEED, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = content
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))) + 64)
        let size = output.count
        let left = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                _ = deflate(&stream, Z_FINISH)
                return Int(stream.avail_out)
            }
        }
        return Array(output[..<(size - left)])
    }

    static func gzip(_ text: String) -> [UInt8] { deflated(Array(text.utf8), windowBits: 31) }

    private static func field(_ number: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian, Array.init)
    }
}
