import RuleEngine

extension AnalysisComposer {
    /// The map of the parts; none where fewer than two of them have an outline.
    func mapBlocks() -> [AnalysisDocument.Block] {
        guard let outlines = sheet.outlines, !conclusions.parts.isEmpty else { return [] }
        let known = Dictionary(
            conclusions.parts.map { ($0.part.code, ($0.problems.count, $0.openProblems)) },
            uniquingKeysWith: { first, _ in first })
        // A core inside another part would hide it.
        let drawn = sheet.parts.filter { !$0.isFocus }.compactMap { part in
            outlines.outline(of: part.code).map { (part, $0) }
        }
        guard drawn.count > 1 else { return [] }
        let parts = drawn.enumerated().map { place, entry in
            AnalysisDocument.PartsMap.Part(
                letter: AnalysisDocument.PartsMap.letter(place), name: entry.0.name, residents: entry.0.residents,
                counts: known[entry.0.code].map { (found: $0.0, open: $0.1) }, outline: entry.1)
        }
        let most = parts.compactMap(\.counts?.found).max() ?? 0
        let names = parts.filter { $0.counts?.found == most }.map(\.name)
        let title = most == 0 || names.count > Self.shownNames ? say(.whereProblemsAre) : say(.mostProblems(names))
        let origin = [outlines.source, outlines.licence].compactMap(\.self).joined(separator: ", ")
        return [.map(.init(title: title, description: say(.howToRead(origin)), parts: parts))]
    }

    private static let shownNames = 3
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let whereProblemsAre = LocalizedText(
        nl: "Waar problemen zijn gevonden", en: "Where problems are found")

    fileprivate static func mostProblems(_ names: [String]) -> LocalizedText {
        let list = names.joined(separator: ", ")
        return LocalizedText(nl: "De meeste problemen in: \(list)", en: "Most problems in: \(list)")
    }

    fileprivate static func howToRead(_ origin: String) -> LocalizedText {
        LocalizedText(
            nl:
                "Elk deel met zijn letter en het aantal problemen dat er is gevonden; donkerder is meer. Een klein deel kan door toeval afwijken. Noord is boven. Grenzen: \(origin).",
            en:
                "Each part with its letter and the number of problems that are found there; darker is more. A small part may differ by chance. North is up. Boundaries: \(origin)."
        )
    }
}
