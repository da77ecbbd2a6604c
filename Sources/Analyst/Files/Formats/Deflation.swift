import CZlib

/// Packs bytes by Deflate (RFC 1951), without a frame: as a zip holds them.
enum Deflation {
    /// The packed bytes; `nil` where zlib has no memory for it. The same bytes give the same result in the same zlib.
    static func packed(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
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
                    let status = deflate(&stream, offered == source.count - used ? Z_FINISH : Z_NO_FLUSH)
                    return (status, offered - Int(stream.avail_in), target.count - Int(stream.avail_out))
                }
            }
            used += taken
            result.append(contentsOf: buffer[..<given])
            switch status {
            case Z_OK: continue
            case Z_STREAM_END: return result
            default: return nil
            }
        }
    }
}
