import RuleEngine

/// `analyst feel --functions`: all functions by kind, a line each.
enum FunctionList {
    static func text(in language: Language) -> String {
        let width = Builtin.allNames.map(\.count).max() ?? 0
        let families = Builtin.families.map { family in
            family.title[language] + "\n"
                + family.functions.map { "  " + line($0, width, language) + "\n" }.joined()
        }
        return families.joined(separator: "\n") + "\n" + LocalizedText.more[language] + "\n"
    }

    private static func line(_ function: Builtin, _ width: Int, _ language: Language) -> String {
        let gap = String(repeating: " ", count: width - function.name.count + 2)
        guard let documentation = function.documentation else { return function.name }
        let place = documentation.onlyIn.map { " " + LocalizedText.only(in: $0)[language] } ?? ""
        return function.name + gap + documentation.summary[language] + place
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let more = LocalizedText(
        nl: "Meer over één functie, met voorbeelden: analyst feel --functions NAAM",
        en: "More about one function, with examples: analyst feel --functions NAME")

    fileprivate static func only(in place: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "Alleen in \(place.nl).", en: "Only in \(place.en).")
    }
}
