/// Why a pattern cannot be used, or why a machine gave up on a text.
package enum RegularExpressionProblem: Error, Hashable, Sendable {
    case unknownFlag(Unicode.Scalar)
    /// A sign of the pattern language without its function: `)`, `*`.
    case misplaced(Unicode.Scalar)
    /// What the pattern ends in the middle of.
    case unfinished(Construct)
    case unknownEscape(String)
    case unknownProperty(String)
    case badQuantifier(String)
    case badRange(String)
    case noSuchGroup(Int)
    case tooDeep(Int)
    case tooLarge
    case textTooLong(Int)
    case tooManySteps

    /// The part of a regular expression that is not as it should be.
    package enum Construct: Hashable, Sendable { case group, characterClass, quantifier, escape }

    /// The pattern may be right; it asks too much.
    package var isLimit: Bool {
        switch self {
        case .tooDeep, .tooLarge, .textTooLong, .tooManySteps: true
        default: false
        }
    }
}

// MARK: - Wordings

extension RegularExpressionProblem {
    package var message: LocalizedText {
        switch self {
        case .unknownFlag(let flag):
            LocalizedText(
                nl: "De vlag `\(flag)` bestaat niet; de vlaggen zijn s, m, i, x en q.",
                en: "There is no flag `\(flag)`; the flags are s, m, i, x and q.")
        case .misplaced(let sign):
            LocalizedText(
                nl:
                    "Het teken `\(sign)` kan hier niet staan in een patroon. Bedoelt u het teken zelf, schrijf dan `\\\(sign)`.",
                en: "The sign `\(sign)` cannot stand here in a pattern. For the sign itself, write `\\\(sign)`.")
        case .unfinished(let construct):
            LocalizedText(
                nl: "Het patroon stopt midden in \(construct.name.nl).",
                en: "The pattern ends in the middle of \(construct.name.en).")
        case .unknownEscape(let text):
            LocalizedText(
                nl: "`\(text)` heeft geen betekenis in een patroon.", en: "`\(text)` has no meaning in a pattern.")
        case .unknownProperty(let name):
            LocalizedText(
                nl: "`\(name)` is geen soort teken (zoals `Lu`) en geen blok (zoals `IsBasicLatin`).",
                en: "`\(name)` is neither a category of characters (like `Lu`) nor a block (like `IsBasicLatin`).")
        case .badQuantifier(let text):
            LocalizedText(
                nl: "`\(text)` is geen aantal. Schrijf `{2}`, `{2,}` of `{2,5}`.",
                en: "`\(text)` is no quantity. Write `{2}`, `{2,}` or `{2,5}`.")
        case .badRange(let text):
            LocalizedText(
                nl: "`\(text)` loopt niet van een laag naar een hoog teken.",
                en: "`\(text)` does not run from a low to a high character.")
        case .noSuchGroup(let number):
            LocalizedText(
                nl: "`\\\(number)` verwijst naar een groep die er vóór die plaats niet is.",
                en: "`\\\(number)` refers to a group that is not there before that place.")
        case .tooDeep(let limit):
            LocalizedText(
                nl: "Het patroon heeft meer dan \(limit) groepen in elkaar.",
                en: "The pattern has more than \(limit) groups inside each other.")
        case .tooLarge:
            LocalizedText(
                nl: "Het patroon is te groot. Gebruik kleinere aantallen.",
                en: "The pattern is too large. Use smaller quantities.")
        case .textTooLong(let limit):
            LocalizedText(
                nl: "De tekst is langer dan \(limit) tekens.", en: "The text is longer than \(limit) characters.")
        case .tooManySteps:
            LocalizedText(
                nl: "Het zoeken met dit patroon duurt te lang en is gestopt.",
                en: "The search with this pattern takes too long and was stopped.")
        }
    }
}

extension RegularExpressionProblem.Construct {
    fileprivate var name: LocalizedText {
        switch self {
        case .group: LocalizedText(nl: "een groep: er ontbreekt een `)`", en: "a group: a `)` is missing")
        case .characterClass:
            LocalizedText(nl: "een tekenklasse: er ontbreekt een `]`", en: "a character class: a `]` is missing")
        case .quantifier: LocalizedText(nl: "een aantal: er ontbreekt een `}`", en: "a quantity: a `}` is missing")
        case .escape: LocalizedText(nl: "een teken met `\\`", en: "a character with `\\`")
        }
    }
}
