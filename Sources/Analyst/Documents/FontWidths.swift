import Foundation

/// How wide the letters of Arial are (as those of Helvetica, whose table Adobe publishes), so that a text in a metafile has the
/// width that it is meant to have.
enum FontWidths {
    /// In pixels.
    static let size = 15

    /// Of the characters from U+0020 to U+007E, in thousandths of the size.
    private static let plain = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584,
    ]
    private static let strong = [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722,
        611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556,
        611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778,
        556, 556, 500, 389, 280, 389, 584,
    ]

    /// For each unit of UTF-16, in tenths of a pixel.
    static func advances(of text: String, isStrong: Bool) -> [Int] {
        let table = isStrong ? strong : plain
        return text.flatMap { character -> [Int] in
            // A letter with an accent is as wide as without.
            let scalar = String(character).decomposedFirst.value
            let index = scalar == 0xA0 ? 0 : Int(scalar) - 0x20
            let width = table.indices.contains(index) ? table[index] : 584
            return [width * size / 100] + Array(repeating: 0, count: character.utf16.count - 1)
        }
    }
}

extension String {
    /// The base of the first character.
    fileprivate var decomposedFirst: Unicode.Scalar {
        decomposedStringWithCanonicalMapping.unicodeScalars.first ?? " "
    }
}
