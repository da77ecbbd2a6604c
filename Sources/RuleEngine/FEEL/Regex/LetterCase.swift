/// Letters that differ in case only: two characters are variants of each other when their folded forms agree.
enum LetterCase {
    /// The lower case of the upper case, where each is a single character.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII {
            return (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
        }
        return lower(upper(scalar))
    }

    /// The character in all its cases, itself included.
    static func variants(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let small = folded(scalar)
        return [scalar, small, upper(small)] + (others[small] ?? [])
    }

    private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        single(scalar.properties.lowercaseMapping) ?? scalar
    }

    private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        single(scalar.properties.uppercaseMapping) ?? scalar
    }

    private static func single(_ text: String) -> Unicode.Scalar? {
        text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }

    /// Further characters that fold to a small letter: the signs for Kelvin and ångström, the long s, Greek variants.
    private static let others: [Unicode.Scalar: [Unicode.Scalar]] = [
        "k": ["\u{212A}"], "s": ["\u{17F}"], "\u{E5}": ["\u{212B}"], "\u{DF}": ["\u{1E9E}"], "\u{1E61}": ["\u{1E9B}"],
        "\u{3B2}": ["\u{3D0}"], "\u{3B5}": ["\u{3F5}"], "\u{3B8}": ["\u{3D1}", "\u{3F4}"],
        "\u{3B9}": ["\u{345}", "\u{1FBE}"], "\u{3BA}": ["\u{3F0}"], "\u{3BC}": ["\u{B5}"], "\u{3C0}": ["\u{3D6}"],
        "\u{3C1}": ["\u{3F1}"], "\u{3C3}": ["\u{3C2}"], "\u{3C6}": ["\u{3D5}"], "\u{3C9}": ["\u{2126}"],
    ]
}
