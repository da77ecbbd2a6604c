package import RuleEngine

/// The sentences of letters and guides, as a vocabulary of the rules gives them, with places in braces to be filled in.
package struct LetterTexts: Sendable {
    /// A sentence, by its code in the vocabulary.
    package enum Sentence: String, CaseIterable, Sendable {
        case requestSubject = "verzoek-onderwerp"
        case requestTo = "verzoek-aan"
        case requestDate = "verzoek-datum"
        case requestOpening = "verzoek-inleiding"
        case requestParts = "verzoek-delen"
        case requestCount = "verzoek-aantal"
        case figureUnit = "cijfer-eenheid"
        case figureYear = "cijfer-jaar"
        case figureYearSince = "cijfer-jaar-vanaf"
        case figureMissing = "cijfer-ontbreekt"
        case figureReason = "cijfer-reden"
        case figureTable = "cijfer-tabel"
        case figureBasis = "cijfer-grondslag"
        case figureLeadTime = "cijfer-termijn"
        case notChecked = "niet-nagezocht"
        case unknownHolder = "houder-onbekend"
        case requestPrivacy = "verzoek-privacy"
        case requestClosing = "verzoek-slot"
        case guideSubject = "gids-onderwerp"
        case guideOpening = "gids-inleiding"
        case guidePrivacy = "gids-privacy"
        case guideCount = "gids-aantal"
        case guideEmpty = "gids-geen"
        case guideWhy = "gids-waarom"
        case guideSettles = "gids-besluit"
        case guideCounts = "gids-telling"
        case guideNumber = "gids-getal"
        case guideClosing = "gids-slot"
    }

    private let texts: [Sentence: LocalizedText]

    /// - Throws: `letter/no-text`: the codes that the rules lack.
    package init(_ ruleBase: RuleBase) throws(BadInput) {
        let vocabulary = ruleBase.vocabulary(VocabularyName.letterTexts)
        var texts: [Sentence: LocalizedText] = [:]
        for sentence in Sentence.allCases { texts[sentence] = vocabulary?[sentence.rawValue]?.title }
        let missing = Sentence.allCases.filter { texts[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else { throw BadInput([.noText(missing)]) }
        self.texts = texts
    }

    /// A sentence with its places filled in. A place that is given no value stays as it is written.
    package func text(_ sentence: Sentence, _ values: [String: String] = [:], in language: Language) -> String {
        Self.filled(texts[sentence]?[language] ?? "", values)
    }

    /// What is filled in is not looked at again, so that braces in a name do no harm.
    static func filled(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open] + (values[name] ?? String(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noText(_ codes: [String]) -> Diagnostic {
        let list = codes.joined(separator: ", ")
        return Diagnostic(
            code: "letter/no-text",
            message: LocalizedText(
                nl: "de regels hebben geen zin voor: \(list)", en: "the rules have no sentence for: \(list)"),
            at: nil,
            hint: LocalizedText(
                nl: "zet ze in de vocabulaire ‘\(VocabularyName.letterTexts)’",
                en: "put them into the vocabulary ‘\(VocabularyName.letterTexts)’"))
    }
}
