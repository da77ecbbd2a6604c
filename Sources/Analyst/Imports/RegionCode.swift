/// Code of a region of Statistics Netherlands: `NL00`, `GM0599`, `WK059910`, `BU05991087`.
///
/// Since 2022 the part behind the municipality may hold letters: `WK0363AA`.
package struct RegionCode: Hashable, Comparable, Sendable {
    /// Levels of regions, from large to small; each region of a level lies inside one of the level before.
    package enum Level: Int, Comparable, Sendable {
        case country, municipality, wijk, buurt

        package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }

        /// Number of signs behind the two letters; the country has one code.
        fileprivate var digits: Int { [0, 4, 6, 8][rawValue] }
        fileprivate var letters: String { ["NL", "GM", "WK", "BU"][rawValue] }
    }

    package let text: String
    package let level: Level

    /// The country, which tables write as `NL00` and as `NL01`.
    package static let netherlands = RegionCode(text: "NL00", level: .country)

    /// Reads a code, padded with spaces or not; `nil` for any other text.
    package init?(_ text: String) {
        let code = text.trimmed
        let digits = code.dropFirst(2)
        guard digits.prefix(Level.municipality.digits).allSatisfy({ $0.isASCII && $0.isNumber }),
            digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isUppercase) })
        else { return nil }
        let levels: [Level] = [.municipality, .wijk, .buurt]
        if code.hasPrefix(Level.country.letters), digits.count == 2 {
            self = .netherlands
        } else if let level = levels.first(where: { code.hasPrefix($0.letters) && digits.count == $0.digits }) {
            self.init(text: code, level: level)
        } else {
            return nil
        }
    }

    /// Reads a code also in small letters, or without its two letters (`059910`, `05991087`).
    ///
    /// - Parameter level: that of the column; without it four digits are no code, as they may be a postcode.
    package init?(loose text: String, level: Level? = nil) {
        let code = text.trimmed.uppercased()
        if let region = RegionCode(code) {
            self = region
        } else if code.allSatisfy({ $0.isASCII && $0.isNumber }),
            let found = [level, .wijk, .buurt].compactMap(\.self).first(where: { $0.digits == code.count })
        {
            self.init(text: found.letters + code, level: found)
        } else {
            return nil
        }
    }

    private init(text: String, level: Level) {
        self.text = text
        self.level = level
    }

    /// The region of a level that this one lies in; itself when it is of that level or a larger one.
    package func enclosing(_ level: Level) -> RegionCode {
        guard level < self.level else { return self }
        guard level != .country else { return .netherlands }
        return RegionCode(text: level.letters + text.dropFirst(2).prefix(level.digits), level: level)
    }

    package static func < (left: RegionCode, right: RegionCode) -> Bool {
        (left.level.rawValue, left.text) < (right.level.rawValue, right.text)
    }
}
