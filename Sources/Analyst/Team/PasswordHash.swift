import Crypto
import CryptoExtras
import Foundation

/// What is kept of a password: nothing that it can be read from. Made by scrypt (RFC 7914), which takes much memory on purpose.
package struct PasswordHash: Hashable, Sendable, LosslessStringConvertible {
    /// How much work it takes: 32 MB, three times over.
    private struct Work: Hashable {
        /// The number of rounds is two to this power.
        let power: Int
        let blockSize: Int
        let parallelism: Int

        static let now = Work(power: 15, blockSize: 8, parallelism: 3)

        /// More is not worked through: a damaged file would keep the machine busy.
        var isSensible: Bool {
            (10...20).contains(power) && (1...16).contains(blockSize) && (1...8).contains(parallelism)
        }
    }

    private static let byteCount = 32
    package static let saltByteCount = 16

    private let work: Work
    private let salt: [UInt8]
    private let key: [UInt8]

    /// - Parameter salt: random bytes, others for each password.
    /// - Returns: `nil` where there is no memory for it.
    package init?(of password: String, salt: [UInt8]) {
        guard salt.count >= Self.saltByteCount, let key = Self.key(password, salt, .now) else { return nil }
        work = .now
        self.salt = salt
        self.key = key
    }

    /// Reads `scrypt:15:8:3:SALT:KEY`, the last two in hexadecimal digits.
    package init?(_ description: String) {
        let parts = description.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let power = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Self.bytes(parts[4]), let key = Self.bytes(parts[5]),
            key.count == Self.byteCount
        else { return nil }
        let work = Work(power: power, blockSize: blockSize, parallelism: parallelism)
        guard work.isSensible else { return nil }
        self.work = work
        self.salt = salt
        self.key = key
    }

    package var description: String {
        "scrypt:\(work.power):\(work.blockSize):\(work.parallelism):\(Self.digits(salt)):\(Self.digits(key))"
    }

    /// Whether it is the hash of a password, found in a time that does not tell how much of it is right.
    package func isOf(_ password: String) -> Bool {
        guard let other = Self.key(password, salt, work) else { return false }
        var difference: UInt8 = 0
        for (left, right) in zip(key, other) { difference |= left ^ right }
        return difference == 0
    }

    /// One and the same password may come in several forms of Unicode.
    private static func key(_ password: String, _ salt: [UInt8], _ work: Work) -> [UInt8]? {
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: Array(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt,
                outputByteCount: byteCount, rounds: 1 << work.power, blockSize: work.blockSize,
                parallelism: work.parallelism)
            return key.withUnsafeBytes { Array($0) }
        } catch {
            return nil
        }
    }

    private static func digits(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ digits: String) -> [UInt8]? {
        let digits = Array(digits.utf8)
        guard digits.count.isMultiple(of: 2), !digits.isEmpty, digits.count <= 256 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        return bytes
    }
}
