import Crypto
import Foundation

/// The SHA-256 of a file's bytes (FIPS 180-4), with its name: equal digests mean equal bytes, also where somebody would like
/// it otherwise. The only place that imports the module for it.
package struct FileDigest: Hashable, Sendable {
    /// As it is told to the user.
    package let file: String
    /// 64 hexadecimal digits, as `sha256sum` prints them.
    package let sha256: String

    package init(file: String, sha256: String) {
        self.file = file
        self.sha256 = sha256
    }

    package init(file: String, of bytes: [UInt8]) {
        self.init(file: file, sha256: Self.sha256(of: bytes))
    }

    /// 64 hexadecimal digits.
    package static func sha256(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// One digest for several files: that of the lines which `sha256sum` prints for them, in the order in which they are given.
    package static func sha256(of files: [FileDigest]) -> String {
        sha256(of: files.flatMap { Array("\($0.sha256)  \($0.file)\n".utf8) })
    }

    /// Whether a text can be a digest: 64 hexadecimal digits in lower case.
    package static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
