package import RuleEngine

extension SheetDifference {
    /// Changes of one kind.
    package struct Section: Sendable {
        package enum Kind: Sendable {
            case sources, new, changed, earlier, gone, kept, stillUnknown, details, untouched

            /// Each has a line of its own, rather than a place in a list of names.
            package var isTold: Bool { self != .stillUnknown && self != .untouched }
        }

        /// What happens to one figure, or the title of one table.
        package struct Row: Sendable {
            package let title: String
            package var before: String?
            package var after: String?
            /// What else there is to say, with the sign before it.
            package var note = ""
            /// The table that the figure comes from, by its name in the sheet.
            package var source: String?

            /// "Residents: 900 (2020) → 950 (2022)".
            package var line: String {
                let values = [before, after].compactMap(\.self).joined(separator: " → ")
                return values.isEmpty ? title + note : "\(title): \(values)\(note)"
            }
        }

        package let kind: Kind
        package let title: String
        package let rows: [Row]
    }

    /// The changes by kind, without kinds that do not occur.
    package func sections(in language: Language, _ indicators: Vocabulary?) -> [Section] {
        func row(_ indicator: String) -> Section.Row {
            Section.Row(title: indicators?[indicator]?.title[language] ?? indicator)
        }
        func value(_ point: Point, of indicator: String) -> String {
            let unit = indicators?[indicator]?.string("unit")
            let values = ValueText(language, units: Naming(labels.ruleBase).units)
            return values.text(of: .number(point.value), unit: unit) + (point.year.map { " (\($0))" } ?? "")
        }
        func reason(_ code: String) -> String { labels.title(code, in: VocabularyName.missingReasons)[language] }
        var rows: [Section.Kind: [Section.Row]] = [:]
        rows[.sources] = sources.map { Section.Row(title: $0) }
        rows[.untouched] = untouched.map(row)
        for (indicator, change) in changes {
            var row = row(indicator)
            let kind: Section.Kind
            switch change {
            case .new(let point):
                kind = .new
                row.after = value(point, of: indicator)
                row.source = point.source
            case .newer(let before, let after), .reread(let before, let after):
                kind = .changed
                row.before = value(before, of: indicator)
                row.after = value(after, of: indicator)
                row.source = after.source
                if case .reread = change { row.note = ", \(LocalizedText.readAnew[language])" }
            case .earlier(let points):
                kind = .earlier
                row.after = points.map { value($0, of: indicator) }.joined(separator: ", ")
                row.source = points.first?.source
            case .gone(let point, let code):
                kind = .gone
                row.before = value(point, of: indicator)
                row.note = code.isEmpty ? "" : "; \(reason(code))"
                row.source = point.source
            case .kept(let point, let code):
                kind = .kept
                row.before = value(point, of: indicator)
                row.note = "; \(reason(code))"
                row.source = point.source
            case .reason(let code):
                kind = .stillUnknown
                let isUsual = code == MissingReason.notPublished.rawValue
                row.note = isUsual ? "" : " (\(reason(code)))"
            case .details:
                kind = .details
                row.note = ": \(LocalizedText.compared[language])"
            }
            rows[kind, default: []].append(row)
        }
        let order: [Section.Kind] = [
            .sources, .new, .changed, .earlier, .gone, .kept, .stillUnknown, .details, .untouched,
        ]
        return order.compactMap { kind in
            guard let found = rows[kind], !found.isEmpty else { return nil }
            return Section(
                kind: kind, title: "\(LocalizedText.title(of: kind)[language]) (\(found.count))", rows: found)
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func title(of kind: SheetDifference.Section.Kind) -> LocalizedText {
        switch kind {
        case .sources: LocalizedText(nl: "Nieuwe of gewijzigde bronnen", en: "New or changed sources")
        case .new: LocalizedText(nl: "Nieuw", en: "New")
        case .changed: LocalizedText(nl: "Gewijzigd", en: "Changed")
        case .earlier: LocalizedText(nl: "Ook eerdere jaren", en: "Earlier years too")
        case .gone: LocalizedText(nl: "Niet meer bekend", en: "Not known any more")
        case .kept:
            LocalizedText(
                nl: "Niet bekend in de nieuwe tabel; het laatste cijfer blijft staan",
                en: "Not known in the new table; the last figure stays")
        case .stillUnknown: LocalizedText(nl: "Nog steeds niet bekend", en: "Still not known")
        case .details: LocalizedText(nl: "Andere bijzonderheden", en: "Other details")
        case .untouched: LocalizedText(nl: "Niet in deze tabellen; blijft staan", en: "Not in these tables; stays")
        }
    }

    fileprivate static let compared = LocalizedText(
        nl: "hetzelfde cijfer, met andere vergelijking of bron", en: "the same figure, with other comparisons or source"
    )
    fileprivate static let readAnew = LocalizedText(nl: "opnieuw gelezen", en: "read anew")
}
