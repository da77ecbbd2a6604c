/// A set of characters: `[a-z-[aeiou]]`, `\d`, `\p{Lu}`.
struct CharacterClass: Hashable, Sendable {
    enum Item: Hashable, Sendable {
        case range(ClosedRange<UInt32>)
        /// A general category of Unicode, or the first letter of several: `Lu`, `L`.
        case category(String)
        case inverted(CharacterClass)
        case nested(CharacterClass)
    }

    private let items: [Item]
    private let isNegated: Bool
    /// None or one.
    private let subtracted: [CharacterClass]

    init(_ items: [Item], isNegated: Bool = false, without subtracted: CharacterClass? = nil) {
        self.items = items
        self.isNegated = isNegated
        self.subtracted = subtracted.map { [$0] } ?? []
    }

    /// - Parameter ignoringCase: a range also holds the other cases of its letters. Categories stay as they are.
    func contains(_ scalar: Unicode.Scalar, ignoringCase: Bool) -> Bool {
        let isListed = items.contains { item in
            switch item {
            case .range(let range):
                range.contains(scalar.value)
                    || (ignoringCase && LetterCase.variants(of: scalar).contains { range.contains($0.value) })
            case .category(let name): scalar.properties.generalCategory.code.hasPrefix(name)
            case .nested(let other): other.contains(scalar, ignoringCase: false)
            case .inverted(let other): !other.contains(scalar, ignoringCase: false)
            }
        }
        guard isListed != isNegated else { return false }
        return !subtracted.contains { $0.contains(scalar, ignoringCase: ignoringCase) }
    }

    /// `\s`, `\d`, `\w`, `\i`, `\c`, by their letter (XML Schema Datatypes 1.1, section G.4.2.5).
    static func named(_ letter: Unicode.Scalar) -> CharacterClass? {
        switch letter {
        case "s": CharacterClass([.range(0x9...0xA), .range(0xD...0xD), .range(0x20...0x20)])
        case "d": CharacterClass([.category("Nd")])
        case "w": CharacterClass([.category("P"), .category("Z"), .category("C")], isNegated: true)
        case "i": CharacterClass(nameStart.map(Item.range))
        case "c": CharacterClass((nameStart + nameRest).map(Item.range))
        default: nil
        }
    }

    /// `NameStartChar` and what `NameChar` adds to it (XML 1.0, fifth edition, section 2.3).
    private static let nameStart: [ClosedRange<UInt32>] = [
        0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
        0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
        0xFDF0...0xFFFD, 0x10000...0xEFFFF,
    ]
    private static let nameRest: [ClosedRange<UInt32>] = [
        0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040,
    ]

    /// What stands between the braces of `\p{…}`.
    static func property(_ name: String) -> CharacterClass? {
        if name.hasPrefix("Is") {
            return UnicodeBlock.range(named: String(name.dropFirst(2))).map { CharacterClass([.range($0)]) }
        }
        return categories.contains(name) ? CharacterClass([.category(name)]) : nil
    }

    private static let categories: Set<String> = [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe",
        "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
    ]
}

extension Unicode.GeneralCategory {
    /// The two letters that Unicode gives the category.
    fileprivate var code: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
