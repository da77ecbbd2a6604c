package import Analyst
package import RuleEngine

/// The analyses that were read last, ready to be read on; one is made at a time, so that whoever answers questions meanwhile
/// does not wait for it.
package actor AnalysisDesk {
    private struct Key: Hashable {
        let dossier: DossierID
        let revision: Int
        let day: FEELDate
    }

    private struct Entry {
        let area: AreaSession
        var whole: AreaSession?
        var analyses: [Language: DossierAnalysis] = [:]
    }

    private let most: Int
    private var entries: [Key: Entry] = [:]
    /// The one used last at the end.
    private var order: [Key] = []

    package init(most: Int = 12) {
        self.most = most
    }

    /// The analysis of a dossier as it stands.
    package func analysis(
        of dossier: Dossier, under rules: CompiledRules, on day: FEELDate, in language: Language
    ) throws(BadInput) -> DossierAnalysis {
        let key = Key(dossier: dossier.id, revision: dossier.revision, day: day)
        var entry = try entry(key, dossier, rules)
        if let known = entry.analyses[language] { return known }
        let analysis = DossierAnalysis(entry.area, language)
        entry.analyses[language] = analysis
        entries[key] = entry
        return analysis
    }

    /// The area of a dossier with all rules run, also those of which the report tells nothing.
    package func wholeArea(
        of dossier: Dossier, under rules: CompiledRules, on day: FEELDate
    ) throws(BadInput) -> AreaSession {
        let key = Key(dossier: dossier.id, revision: dossier.revision, day: day)
        var entry = try entry(key, dossier, rules)
        if let known = entry.whole { return known }
        let area = AreaSession(try dossier.writtenSheet(), under: rules, on: day, running: .all)
        entry.whole = area
        entries[key] = entry
        return area
    }

    /// The area of a dossier with the rules of the report run.
    package func area(
        of dossier: Dossier, under rules: CompiledRules, on day: FEELDate
    ) throws(BadInput) -> AreaSession {
        try entry(Key(dossier: dossier.id, revision: dossier.revision, day: day), dossier, rules).area
    }

    package func putAway(_ id: DossierID) {
        entries = entries.filter { $0.key.dossier != id }
        order.removeAll { $0.dossier == id }
    }

    /// Puts all away, as they are under rules that are no longer in use.
    package func putAwayAll() {
        entries = [:]
        order = []
    }

    private func entry(_ key: Key, _ dossier: Dossier, _ rules: CompiledRules) throws(BadInput) -> Entry {
        order.removeAll { $0 == key }
        order.append(key)
        if let known = entries[key] { return known }
        let entry = Entry(area: AreaSession(try dossier.writtenSheet(), under: rules, on: key.day))
        entries[key] = entry
        if order.count > most { entries[order.removeFirst()] = nil }
        return entry
    }
}

extension Dossier {
    /// The sheet as it would be read from its file, answers and all, so that an analysis of the file is the same.
    package func writtenSheet() throws(BadInput) -> FactSheet {
        let name = "\(FileSlug.of(title)).yaml"
        let text = try text()
        var sheet = try FactSheet.read(SourceFile(name: name, text: text))
        sheet.digest = FileDigest(file: name, of: Array(text.utf8))
        return sheet
    }
}
