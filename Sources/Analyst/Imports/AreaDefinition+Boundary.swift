package import RuleEngine

extension AreaDefinition {
    /// What a reader should know about the boundary: which regions, and what is uncertain about them.
    package var boundaryNote: LocalizedText {
        let counted = parts.filter { $0.role == .area }
        var sentences: [LocalizedText] = []
        if counted.count == 1, let only = counted.first {
            sentences.append(oneRegion(only))
        } else {
            sentences.append(severalRegions(counted))
        }
        let partial = counted.filter { $0.extent == .part }
        if !partial.isEmpty { sentences.append(partOnly(partial.names)) }
        let doubtful = counted.filter { $0.extent == .probablyWhole }
        if !doubtful.isEmpty { sentences.append(probablyWhole(doubtful.names)) }
        let uncertain = counted.filter { $0.confidence == .low }
        if !uncertain.isEmpty { sentences.append(uncertainParts(uncertain.names)) }
        if uncertain.isEmpty, confidence == .medium { sentences.append(uncertainBoundary) }
        let focus = parts.filter { $0.role == .focus }
        if !focus.isEmpty { sentences.append(focusParts(focus.names)) }
        return LocalizedText(
            nl: sentences.map(\.nl).joined(separator: " "), en: sentences.map(\.en).joined(separator: " "))
    }
}

extension [AreaDefinition.Part] {
    fileprivate var names: String { map(\.name).joined(separator: "; ") }
}

// MARK: - Wordings

private func oneRegion(_ part: AreaDefinition.Part) -> LocalizedText {
    let kind = part.code.level == .wijk ? "wijk" : "buurt"
    return LocalizedText(
        nl: "Dit gebied is de CBS-\(kind) \(part.name) (\(part.code.text)).",
        en: "This area is the CBS \(kind) \(part.name) (\(part.code.text)).")
}

private func severalRegions(_ parts: [AreaDefinition.Part]) -> LocalizedText {
    let allWijken = parts.allSatisfy { $0.code.level == .wijk }
    let allBuurten = parts.allSatisfy { $0.code.level == .buurt }
    let kind = allWijken ? "wijken" : allBuurten ? "buurten" : "wijken/buurten"
    return LocalizedText(
        nl: "Dit gebied bestaat uit \(parts.count) CBS-\(kind).",
        en: "This area consists of \(parts.count) CBS \(kind).")
}

private func partOnly(_ names: String) -> LocalizedText {
    LocalizedText(
        nl: "Van deze wijken hoort alleen een deel bij het gebied; de cijfers gaan over de hele wijk: \(names).",
        en: "Only part of these wijken belongs to the area; the figures are those of the whole wijk: \(names).")
}

private func probablyWhole(_ names: String) -> LocalizedText {
    LocalizedText(
        nl: "Niet zeker is of deze wijken er helemaal bij horen: \(names).",
        en: "It is not certain that these wijken belong to it as a whole: \(names).")
}

private func uncertainParts(_ names: String) -> LocalizedText {
    LocalizedText(
        nl: "Niet zeker is of deze delen erbij horen: \(names).",
        en: "It is not certain that these parts belong to it: \(names).")
}

private let uncertainBoundary = LocalizedText(
    nl: "De precieze grens van het programma is niet gevonden.",
    en: "The precise boundary of the programme was not found.")

private func focusParts(_ names: String) -> LocalizedText {
    LocalizedText(
        nl: "Deze delen krijgen extra aandacht en zijn al meegeteld: \(names).",
        en: "These parts get extra attention and are already counted: \(names).")
}
