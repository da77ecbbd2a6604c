/// A hash of a text that is made piece by piece: FNV-1a with 64 bits (Fowler, Noll and Vo 1991). Tells apart what differs
/// by accident, not what somebody makes equal on purpose: that is for `FileDigest`.
package struct Fingerprint: Hashable, Sendable {
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of all so far with a text behind it.
    package func adding(_ text: String) -> Fingerprint {
        var result = self
        for byte in text.utf8 { result.value = (result.value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return result
    }

    package var text: String { Self.text(of: value) }

    /// 16 hexadecimal digits.
    package static func text(of value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
