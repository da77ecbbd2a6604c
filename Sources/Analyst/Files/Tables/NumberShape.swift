/// What the characters of a cell look like, before it is decided how the column writes its numbers.
///
/// `4.195` may be a little over four or four thousand; only its column can tell. See `NumberNotation`.
enum NumberShape: Equatable, Sendable {
    case missing(MissingFigure)
    /// Digits alone.
    case whole
    /// Digits around one mark that cannot part thousands: `12,5`, `0.278`, `1234.567`.
    case decimal(mark: UInt8)
    /// Digits around one mark with three digits behind it and one to three before: `4.195`.
    case doubtful(mark: UInt8)
    /// Marks or blanks that part thousands: `1.234.567`, `1.234,5`, `12 345`.
    case grouped
    /// With an exponent as R and Python write it, without loss: `1e+05`.
    case exponent
    /// With an exponent as a spreadsheet shows it, rounded to what is seen: `4,2E+03`.
    case roundedExponent
    /// More digits than any figure has.
    case tooLong
    /// Anything else.
    case text

    /// The most digits before the decimal mark, and in all.
    private static let wholeDigits = 15
    private static let digits = 34

    /// The shape of a cell, and where its number stands without blanks and percent sign.
    static func of(_ bytes: [UInt8], _ range: Range<Int>) -> (shape: NumberShape, number: Range<Int>) {
        let cell = trimmed(bytes, range)
        if cell.isEmpty { return (.missing(.empty), cell) }
        if isMissingSign(bytes[cell]) { return (.missing(.notGiven), cell) }
        var number = cell
        if bytes[cell.upperBound - 1] == UInt8(ascii: "%") {
            number = trimmed(bytes, cell.lowerBound..<(cell.upperBound - 1))
        }
        return (shape(bytes[number]), number)
    }

    private static func shape(_ bytes: ArraySlice<UInt8>) -> NumberShape {
        var rest = bytes
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        /// The lengths of the stretches of digits, and the marks between them.
        var groups = [0]
        var marks: [UInt8] = []
        var startsWithZero = false
        var index = rest.startIndex
        while index < rest.endIndex {
            let byte = rest[index]
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                if index == rest.startIndex { startsWithZero = byte == UInt8(ascii: "0") }
                groups[groups.count - 1] += 1
            } else if let length = groupMark(rest[index...]) {
                guard marks.count < 40 else { return .text }
                marks.append(byte)
                groups.append(0)
                index += length - 1
            } else if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
                return exponent(rest[index...], isPlain: groups[0] > 0 && marks.count < 2 && groups.last != 0)
            } else {
                return .text
            }
            index += 1
        }
        guard groups.reduce(0, +) > 0 else { return .text }
        guard groups[0] <= wholeDigits, groups.reduce(0, +) <= digits else { return .tooLong }
        guard let mark = marks.first else {
            return isNegative ? missingCode(rest).map(NumberShape.missing) ?? .whole : .whole
        }
        let isDecimalMark = mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",")
        guard marks.count == 1, isDecimalMark else {
            return groups.allSatisfy { $0 > 0 } ? .grouped : .text
        }
        guard groups[1] > 0 else { return .text }
        if isNegative, rest.dropFirst(groups[0] + 1).allSatisfy({ $0 == UInt8(ascii: "0") }),
            let code = missingCode(rest.prefix(groups[0]))
        {
            return .missing(code)
        }
        let canPartThousands = groups[1] == 3 && (1...3).contains(groups[0]) && !startsWithZero
        return canPartThousands ? .doubtful(mark: mark) : .decimal(mark: mark)
    }

    /// The number of bytes of a sign that parts digits: `.`, `,`, an apostrophe, or a blank of any width.
    private static func groupMark(_ bytes: ArraySlice<UInt8>) -> Int? {
        switch bytes.first {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: " "): 1
        case 0xC2 where bytes.dropFirst().first == 0xA0: 2
        // U+2009 and U+202F, the thin blanks.
        case 0xE2 where [0x89, 0xAF].contains(bytes.dropFirst(2).first): bytes.dropFirst().first == 0x80 ? 3 : nil
        default: nil
        }
    }

    private static func exponent(_ bytes: ArraySlice<UInt8>, isPlain: Bool) -> NumberShape {
        var rest = bytes.dropFirst()
        guard rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") else { return .text }
        rest = rest.dropFirst()
        guard isPlain, (1...3).contains(rest.count),
            rest.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return .text }
        return bytes.first == UInt8(ascii: "e") ? .exponent : .roundedExponent
    }

    /// The negative numbers that Statistics Netherlands writes in its maps where it has no figure.
    private static func missingCode(_ digits: ArraySlice<UInt8>) -> MissingFigure? {
        switch String(decoding: digits, as: UTF8.self) {
        case "99997": .secret
        case "99995", "99996", "99998", "99999", "99999999", "99999997", "99999995": .unavailable
        default: nil
        }
    }

    private static func isMissingSign(_ cell: ArraySlice<UInt8>) -> Bool {
        guard cell.count <= 6, let first = cell.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return missingSigns.contains(String(decoding: cell, as: UTF8.self).lowercased())
    }

    private static let missingSigns: Set<String> = [
        ".", "..", "...", "-", "–", "x", "na", "n/a", "#n/a", "#n/b", "nb", "n.b.", "nvt", "n.v.t.", "null",
    ]

    /// The stretch without blanks around it, no-break spaces included.
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            if isBlank(bytes[start]) {
                start += 1
            } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while end > start {
            if isBlank(bytes[end - 1]) {
                end -= 1
            } else if end - 1 > start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
