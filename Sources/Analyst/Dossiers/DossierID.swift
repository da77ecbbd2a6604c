/// Names a dossier: letters and digits that can stand in an address, and that nobody guesses.
package struct DossierID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// How many random bytes make a name.
    package static let byteCount = 13
    private static let lengths = 16...64
    /// Small letters and digits without those that look alike: five bits each.
    private static let signs = Array("abcdefghijkmnpqrstuvwxyz23456789")

    /// - Parameter bytes: from a source that cannot be foretold; `nil` where they are too few.
    package init?(random bytes: some Collection<UInt8>) {
        var text = ""
        var (bits, count) = (0, 0)
        for byte in bytes {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(Self.signs[bits >> count & 0x1F])
            }
            bits &= (1 << count) - 1
        }
        self.init(text)
    }

    /// `nil` for a text that cannot be the name of a dossier.
    package init?(_ text: String) {
        guard Self.lengths.contains(text.utf8.count), text.allSatisfy(Self.signs.contains) else { return nil }
        self.text = text
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
