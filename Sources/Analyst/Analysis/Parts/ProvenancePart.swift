import RuleEngine

/// What the analysis rests on: its day, the version of the rules, the tables of the sheet, what people decided otherwise, and
/// the publications behind the rules.
package enum ProvenancePart: ReportPart {
    package static let kind = "provenance"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        let language = composer.language
        let lines =
            [
                LocalizedText.date(DateText.text(of: composer.area.date, in: language)),
                .rules(composer.ruleBase.rules.count, composer.area.rules.hash), .sheet(composer.sheet.id),
            ].map(composer.say) + composer.sheet.sources.map { text(of: $0, composer) }
        let overruled = composer.sheet.overrules.map { overrule in
            let verdict = composer.say(overrule.verdict == .rejected ? .rejected : .added)
            return "\(composer.naming.title(of: overrule.finding, in: language)): \(verdict) (\(overrule.reason))"
        }
        return [.list(lines)]
            + (overruled.isEmpty ? [] : [.heading(composer.say(.overruled)), .list(overruled)])
            + [
                .details(
                    summary: composer.say(.sourcesOfRules),
                    [.list(composer.ruleBase.publications.map { text(of: $0, composer) })])
            ]
    }

    /// "CBS, Kerncijfers wijken en buurten 2020, 84799NED, 26 maart 2021. Licentie: CC BY 4.0."
    private static func text(of source: FactSheet.Source, _ composer: AnalysisComposer) -> String {
        let language = composer.language
        let edition = source.edition.map { text in FEELDate(text).map { DateText.text(of: $0, in: language) } ?? text }
        let name = [source.publisher, source.title, source.table, edition].compactMap { $0 }.joined(separator: ", ")
        var sentences = [name]
        if let licence = source.licence { sentences.append(language.word("Licentie: ", "Licence: ") + licence) }
        if let note = source.note { sentences.append(note[language]) }
        if let note = source.publishedNote {
            if let day = composer.sheet.figures.filter({ $0.source == source.id }).compactMap(\.published).max() {
                sentences.append(
                    language.word("Verschenen uiterlijk op ", "Published by ") + DateText.text(of: day, in: language))
            }
            sentences.append(note[language])
        }
        return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }

    private static func text(of publication: Publication, _ composer: AnalysisComposer) -> String {
        let head = [
            publication.authors.joined(separator: ", "), publication.title, publication.publisher, publication.year,
        ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        return "\(head). \(composer.say(.read)): \(composer.say(publication.read))"
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func date(_ day: String) -> LocalizedText {
        LocalizedText(nl: "Datum van de analyse: \(day)", en: "Date of the analysis: \(day)")
    }

    fileprivate static func rules(_ count: Int, _ hash: String) -> LocalizedText {
        LocalizedText(nl: "Regels: \(count), versie \(hash)", en: "Rules: \(count), version \(hash)")
    }

    fileprivate static func sheet(_ id: String) -> LocalizedText {
        LocalizedText(nl: "Feitenblad: \(id)", en: "Fact sheet: \(id)")
    }

    fileprivate static let rejected = LocalizedText(nl: "verworpen", en: "rejected")
    fileprivate static let added = LocalizedText(nl: "toegevoegd", en: "added")
    fileprivate static let read = LocalizedText(nl: "gelezen", en: "read")
    fileprivate static let overruled = LocalizedText(
        nl: "Wat mensen anders besloten", en: "What people decided otherwise")
    fileprivate static let sourcesOfRules = LocalizedText(nl: "Bronnen van de regels", en: "Sources of the rules")
}
