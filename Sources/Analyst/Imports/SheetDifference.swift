package import RuleEngine

/// What an update changes in the figures of a sheet.
package struct SheetDifference: Sendable {
    /// A number with its year and the table that it comes from.
    struct Point: Hashable, Sendable {
        let value: FEELNumber
        let year: Int?
        let source: String?

        fileprivate init?(_ version: WrittenFigure.Version?) {
            guard let version, let value = version.value else { return nil }
            self.value = value
            year = version.year
            source = version.source
        }
    }

    enum Change: Hashable, Sendable {
        case new(Point)
        /// A newer year leads.
        case newer(before: Point, after: Point)
        /// The same table and year, read otherwise.
        case reread(before: Point, after: Point)
        /// Years that were not in the sheet.
        case earlier([Point])
        /// Known before, not any more; the reason as a code.
        case gone(Point, reason: String)
        /// The new edition does not tell; the last value stays.
        case kept(Point, reason: String)
        /// What the figure is compared with, or how it is described.
        case details
        case reason(String)
    }

    private(set) var changes: [(indicator: String, change: Change)] = []
    /// Figures of the sheet that the tables say nothing of.
    private(set) var untouched: [String] = []
    var residents: (before: FEELNumber?, after: FEELNumber)?
    /// Titles of tables that the sheet did not name yet.
    var sources: [String] = []
    private let labels: Labels

    init(_ ruleBase: RuleBase) { labels = Labels(ruleBase: ruleBase) }

    package var isEmpty: Bool {
        residents == nil && sources.isEmpty && changes.allSatisfy { if case .kept = $0.change { true } else { false } }
    }

    mutating func leave(_ indicator: String) { untouched.append(indicator) }

    /// Notes how a figure differs from what it was.
    ///
    /// - Parameter lost: why years that were there do not stay, whatever the tables say.
    mutating func add(
        _ indicator: String, before: WrittenFigure?, after: WrittenFigure, read: WrittenFigure,
        lost: MissingReason? = nil
    ) {
        func note(_ change: Change) { changes.append((indicator, change)) }
        func point(_ year: Int?, in versions: [WrittenFigure.Version]) -> Point? {
            versions.first { $0.year == year && $0.value != nil }.flatMap { Point($0) }
        }
        let known = before?.versions ?? []
        let (old, new) = (Point(before?.newest), Point(after.newest))
        let reason = read.newest.reason ?? ""
        // A year that is no longer there leads nothing.
        let lead = old.flatMap { point($0.year, in: after.versions) == nil ? nil : $0 }
        if let new, old == nil || (lost != nil && lead == nil) {
            note(.new(new))
        } else if let lead, let new, lead.year != new.year || lead.source != new.source {
            note(.newer(before: lead, after: new))
        } else if new == nil, old == nil {
            if let before, before.newest != after.newest { note(.reason(reason)) }
            return
        }
        for was in known.compactMap({ Point($0) }) {
            if let now = point(was.year, in: after.versions) {
                if now.value != was.value, now.source == was.source { note(.reread(before: was, after: now)) }
            } else {
                note(.gone(was, reason: lost?.rawValue ?? reason))
            }
        }
        let added = after.versions.dropFirst().compactMap { Point($0) }.filter { point($0.year, in: known) == nil }
        if !added.isEmpty { note(.earlier(added)) }
        if let before, before != after, changes.last?.indicator != indicator { note(.details) }
        if read.newest.value == nil, let new { note(.kept(new, reason: reason)) }
    }

    package func text(in language: Language, _ indicators: Vocabulary?) -> String {
        var page = TextLines(width: 100)
        func name(_ indicator: String) -> String { indicators?[indicator]?.title[language] ?? indicator }
        func value(_ point: Point, of indicator: String) -> String {
            let unit = indicators?[indicator]?.string("unit")
            let values = ValueText(language, units: Naming(labels.ruleBase).units)
            return values.text(of: .number(point.value), unit: unit) + (point.year.map { " (\($0))" } ?? "")
        }
        func list(_ title: LocalizedText, _ lines: [String]) {
            guard !lines.isEmpty else { return }
            page.add("\(title[language]) (\(lines.count)):")
            for line in lines { page.add(line, indent: 2, mark: "- ") }
            page.space()
        }
        func lines(_ line: (String, Change) -> String?) -> [String] {
            changes.compactMap { change in
                line(change.indicator, change.change).map { "\(name(change.indicator)): \($0)" }
            }
        }
        func reason(_ code: String) -> String { labels.title(code, in: VocabularyName.missingReasons)[language] }
        if let residents {
            page.add(LocalizedText.residents(residents.before, residents.after)[language])
            page.space()
        }
        list(.sources, sources)
        list(.new, lines { if case .new(let point) = $1 { value(point, of: $0) } else { nil } })
        list(
            .changed,
            lines { indicator, change in
                switch change {
                case .newer(let before, let after):
                    "\(value(before, of: indicator)) → \(value(after, of: indicator))"
                case .reread(let before, let after):
                    "\(value(before, of: indicator)) → \(value(after, of: indicator)), "
                        + LocalizedText.readAnew[language]
                default: nil
                }
            })
        list(
            .earlier,
            lines { indicator, change in
                guard case .earlier(let points) = change else { return nil }
                return points.map { value($0, of: indicator) }.joined(separator: ", ")
            })
        list(
            .gone,
            lines { indicator, change in
                guard case .gone(let point, let code) = change else { return nil }
                return value(point, of: indicator) + (code.isEmpty ? "" : "; \(reason(code))")
            })
        list(
            .kept,
            lines { indicator, change in
                guard case .kept(let point, let code) = change else { return nil }
                return "\(value(point, of: indicator)); \(reason(code))"
            })
        let silent = changes.compactMap { change -> String? in
            guard case .reason(let code) = change.change else { return nil }
            let isUsual = code == MissingReason.notPublished.rawValue
            return name(change.indicator) + (isUsual ? "" : " (\(reason(code)))")
        }
        if !silent.isEmpty {
            page.add("\(LocalizedText.otherReason[language]) (\(silent.count)):")
            page.add(silent.joined(separator: "; "), indent: 2)
            page.space()
        }
        list(.details, lines { if case .details = $1, !$0.isEmpty { LocalizedText.compared[language] } else { nil } })
        if !untouched.isEmpty {
            page.add("\(LocalizedText.untouched[language]) (\(untouched.count)):")
            page.add(untouched.map(name).joined(separator: "; "), indent: 2)
            page.space()
        }
        if isEmpty { page.add(LocalizedText.nothing[language]) }
        return page.text
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let sources = LocalizedText(nl: "Nieuwe of gewijzigde bronnen", en: "New or changed sources")
    fileprivate static let new = LocalizedText(nl: "Nieuw", en: "New")
    fileprivate static let changed = LocalizedText(nl: "Gewijzigd", en: "Changed")
    fileprivate static let earlier = LocalizedText(nl: "Ook eerdere jaren", en: "Earlier years too")
    fileprivate static let gone = LocalizedText(nl: "Niet meer bekend", en: "Not known any more")
    fileprivate static let kept = LocalizedText(
        nl: "Niet bekend in de nieuwe tabel; het laatste cijfer blijft staan",
        en: "Not known in the new table; the last figure stays")
    fileprivate static let otherReason = LocalizedText(
        nl: "Nog steeds niet bekend", en: "Still not known")
    fileprivate static let details = LocalizedText(nl: "Andere bijzonderheden", en: "Other details")
    fileprivate static let compared = LocalizedText(
        nl: "hetzelfde cijfer, met andere vergelijking of bron", en: "the same figure, with other comparisons or source"
    )
    fileprivate static let untouched = LocalizedText(
        nl: "Niet in deze tabellen; blijft staan", en: "Not in these tables; stays")
    fileprivate static let nothing = LocalizedText(nl: "Er verandert niets.", en: "Nothing changes.")
    fileprivate static let readAnew = LocalizedText(nl: "opnieuw gelezen", en: "read anew")

    fileprivate static func residents(_ before: FEELNumber?, _ after: FEELNumber) -> LocalizedText {
        func text(_ language: Language) -> String {
            (before.map { NumberText.text(of: $0, in: language) + " → " } ?? "")
                + NumberText.text(of: after, in: language)
        }
        return LocalizedText(nl: "Inwoners: \(text(.nl))", en: "Residents: \(text(.en))")
    }
}
