import RuleEngine

/// One page that says what changed between two analyses of an area: two days, or before and after people were heard.
package struct AreaUpdate {
    private let before: AnalysisComposer
    private let after: AnalysisComposer

    /// - Parameters:
    ///   - before: the first analysis.
    ///   - after: the second, in the same language under the same rules.
    package init(from before: AnalysisComposer, to after: AnalysisComposer) {
        self.before = before
        self.after = after
    }

    package var document: AnalysisDocument {
        AnalysisDocument(
            id: after.sheet.id, title: after.sheet.title[language], municipality: after.sheet.municipality,
            date: after.area.date, language: language, isProvisional: after.conclusions.isProvisional,
            isCutShort: after.session.isCutShort,
            parts: [
                AnalysisDocument.Part(
                    id: "update", number: nil, title: say(.title), intro: say(.intro(days, titles)), blocks: blocks)
            ])
    }

    private var language: Language { after.language }
    private func say(_ text: LocalizedText) -> String { text[language] }
    private var days: (String, String) {
        (DateText.text(of: before.area.date, in: language), DateText.text(of: after.area.date, in: language))
    }
    private var titles: (String, String) { (before.sheet.title[language], after.sheet.title[language]) }

    private var blocks: [AnalysisDocument.Block] {
        let heard = groups(after).filter { !groups(before).contains($0) }
        var blocks: [AnalysisDocument.Block] = []
        if !heard.isEmpty {
            let names = heard.map { say(after.labels.title($0, in: VocabularyName.perspectives)).lowercasedFirst }
            blocks.append(.paragraph(say(.heard(ValueText(language).list(names)))))
        }
        blocks += section(
            .problems, before.choices.heaviest.map(\.code), after.choices.heaviest.map(\.code), VocabularyName.problems)
        blocks += section(
            .challenges, before.choices.challenges.main.map(\.code), after.choices.challenges.main.map(\.code),
            VocabularyName.challenges, ordered: true)
        blocks += section(
            .package, before.choices.package.steps.map(\.option.code), after.choices.package.steps.map(\.option.code),
            VocabularyName.interventions)
        blocks += figures
        let words = [before, after].map { composer in composer.conclusions.waiting.count }
        blocks.append(.paragraph(say(.open(words[0], words[1]))))
        return blocks
    }

    private func groups(_ composer: AnalysisComposer) -> [String] {
        composer.sheet.heardPerspectives(in: composer.ruleBase, on: composer.area.date)
    }

    private func section(
        _ title: LocalizedText, _ old: [String], _ new: [String], _ vocabulary: String, ordered: Bool = false
    ) -> [AnalysisDocument.Block] {
        func names(_ codes: [String]) -> String {
            codes.map { say(after.labels.title($0, in: vocabulary)) }.joined(separator: "; ")
        }
        let (added, gone) = (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
        let kept = new.filter { old.contains($0) }
        var lines: [String] = []
        if !added.isEmpty { lines.append("\(say(.added)): \(names(added))") }
        if !gone.isEmpty { lines.append("\(say(.gone)): \(names(gone))") }
        if !kept.isEmpty { lines.append("\(say(.kept)): \(names(kept))") }
        if ordered, kept != old.filter({ new.contains($0) }) { lines.append("\(say(.order)): \(names(new))") }
        return [.heading(say(title)), lines.isEmpty ? .paragraph(say(.none)) : .list(lines)]
    }

    /// The figures of the problems that are found, where they are of another year or have another value.
    private var figures: [AnalysisDocument.Block] {
        var seen: Set<String> = []
        let indicators = (after.choices.problems + before.choices.problems).flatMap(\.figures).map(\.indicator)
            .filter { seen.insert($0).inserted }
        let lines = indicators.compactMap { indicator -> String? in
            guard let old = value(indicator, before), let new = value(indicator, after), old != new else { return nil }
            let title = say(after.labels.title(indicator, in: after.ruleBase.record.vocabulary))
            return say(.changed(title, old, new))
        }
        return lines.isEmpty ? [] : [.heading(say(.figures)), .list(lines)]
    }

    private func value(_ indicator: String, _ composer: AnalysisComposer) -> String? {
        guard composer.area.omissions[indicator] == nil, let figure = composer.sheet.figure(indicator),
            case .known(let number) = figure.reading
        else { return nil }
        let text = ValueText(language, units: composer.naming.units)
            .text(of: .exactly(.number(number)), unit: composer.naming.unit(of: RecordSchema.Slot(name: indicator)))
        return figure.year.map { "\(text) (\($0))" } ?? text
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let title = LocalizedText(nl: "Wat er is veranderd", en: "What changed")

    fileprivate static func intro(_ days: (String, String), _ titles: (String, String)) -> LocalizedText {
        let isSame = titles.0 == titles.1
        return LocalizedText(
            nl: isSame ? "Van \(days.0) naar \(days.1)." : "Van \(titles.0), \(days.0), naar \(titles.1), \(days.1).",
            en: isSame ? "From \(days.0) to \(days.1)." : "From \(titles.0), \(days.0), to \(titles.1), \(days.1).")
    }

    fileprivate static func heard(_ groups: String) -> LocalizedText {
        LocalizedText(nl: "Nu ook gehoord: \(groups).", en: "Now heard too: \(groups).")
    }

    fileprivate static let problems = LocalizedText(nl: "Problemen", en: "Problems")
    fileprivate static let challenges = LocalizedText(nl: "Kernopgaven", en: "Main challenges")
    fileprivate static let package = LocalizedText(nl: "Pakket", en: "Package")
    fileprivate static let figures = LocalizedText(nl: "Cijfers", en: "Figures")
    fileprivate static let added = LocalizedText(nl: "Erbij", en: "New")
    fileprivate static let gone = LocalizedText(nl: "Eraf", en: "Gone")
    fileprivate static let kept = LocalizedText(nl: "Gebleven", en: "Still there")
    fileprivate static let order = LocalizedText(nl: "Nieuwe volgorde", en: "New order")
    fileprivate static let none = LocalizedText(nl: "Geen, toen en nu.", en: "None, then and now.")

    fileprivate static func changed(_ title: String, _ old: String, _ new: String) -> LocalizedText {
        LocalizedText(nl: "\(title): van \(old) naar \(new)", en: "\(title): from \(old) to \(new)")
    }

    fileprivate static func open(_ old: Int, _ new: Int) -> LocalizedText {
        LocalizedText(
            nl: "Vragen en cijfers waar nog conclusies op wachten: \(old) toen, \(new) nu.",
            en: "Questions and figures that conclusions still wait for: \(old) then, \(new) now.")
    }
}
