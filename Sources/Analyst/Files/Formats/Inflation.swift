import CZlib

/// Unpacks what was packed by Deflate (RFC 1951), with or without the frame of gzip (RFC 1952).
enum Inflation {
    /// How the packed bytes are framed; the numbers are those by which zlib tells them apart.
    enum Frame: Int32 {
        /// As in a zip: a negative window size.
        case bare = -15
        /// As gzip writes it, one or several after each other.
        case gzip = 31
    }

    enum Fault: Error {
        case broken
        /// More than was allowed comes out.
        case tooLarge
    }

    /// The unpacked bytes. Stops as soon as there are more than `limit`, whatever the packed bytes promise.
    static func unpacked(_ packed: ArraySlice<UInt8>, frame: Frame, limit: Int) throws(Fault) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, frame.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .broken
        }
        defer { inflateEnd(&stream) }
        var input = Array(packed)
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var used = 0
        while true {
            let (status, taken, given) = input.withUnsafeMutableBufferPointer { source in
                buffer.withUnsafeMutableBufferPointer { target in
                    // Both counts are 32 bits wide in zlib, so a long input is handed over piece by piece.
                    let offered = min(source.count - used, 1 << 30)
                    stream.next_in = source.baseAddress.map { $0 + used }
                    stream.avail_in = UInt32(offered)
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    return (status, offered - Int(stream.avail_in), target.count - Int(stream.avail_out))
                }
            }
            used += taken
            guard result.count + given <= limit else { throw .tooLarge }
            result.append(contentsOf: buffer[..<given])
            switch status {
            case Z_OK where taken > 0 || given > 0: continue
            case Z_STREAM_END:
                // What follows the first packed file is another one, or padding.
                guard frame == .gzip, used + 1 < input.count, input[used] == 0x1F, input[used + 1] == 0x8B else {
                    return result
                }
                guard inflateReset(&stream) == Z_OK else { throw .broken }
            default: throw .broken
            }
        }
    }

    /// The check sum that zip keeps of each member.
    static func checkSum(_ bytes: [UInt8]) -> UInt32 {
        var sum = crc32(0, nil, 0)
        var start = 0
        while start < bytes.count {
            let count = min(bytes.count - start, 1 << 30)
            sum = bytes[start..<(start + count)].withUnsafeBufferPointer { crc32(sum, $0.baseAddress, UInt32(count)) }
            start += count
        }
        return UInt32(truncatingIfNeeded: sum)
    }
}
