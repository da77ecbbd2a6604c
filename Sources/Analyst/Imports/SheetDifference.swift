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
    let labels: Labels

    init(_ ruleBase: RuleBase) { labels = Labels(ruleBase: ruleBase) }

    /// "Residents: 900 → 950", where they change.
    package func residentsLine(in language: Language) -> String? {
        residents.map { LocalizedText.residents($0.before, $0.after)[language] }
    }

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
        if let line = residentsLine(in: language) {
            page.add(line)
            page.space()
        }
        for section in sections(in: language, indicators) {
            page.add("\(section.title):")
            if section.kind.isTold {
                for row in section.rows { page.add(row.line, indent: 2, mark: "- ") }
            } else {
                page.add(section.rows.map(\.line).joined(separator: "; "), indent: 2)
            }
            page.space()
        }
        if isEmpty { page.add(LocalizedText.nothing[language]) }
        return page.text
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let nothing = LocalizedText(nl: "Er verandert niets.", en: "Nothing changes.")

    fileprivate static func residents(_ before: FEELNumber?, _ after: FEELNumber) -> LocalizedText {
        func text(_ language: Language) -> String {
            (before.map { NumberText.text(of: $0, in: language) + " → " } ?? "")
                + NumberText.text(of: after, in: language)
        }
        return LocalizedText(nl: "Inwoners: \(text(.nl))", en: "Residents: \(text(.en))")
    }
}
