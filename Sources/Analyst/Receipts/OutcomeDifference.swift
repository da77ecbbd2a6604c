package import RuleEngine

/// How an analysis that was made again differs from the one that its receipt tells of.
package struct OutcomeDifference: Hashable, Sendable {
    /// A finding that is told otherwise; `nil` where it is neither found nor open.
    package struct Finding: Hashable, Sendable {
        package let sheet: String
        package let finding: FindingID
        package let then: FindingState?
        package let now: FindingState?
    }

    /// In the order of the receipt; behind them those that are new.
    package let findings: [Finding]
    /// How many findings the receipt names.
    package let findingCount: Int
    /// Every byte of the report is the same.
    package let isReportSame: Bool

    package init(from old: Receipt, to new: Receipt) {
        var findings: [Finding] = []
        for (was, now) in zip(old.sheets, new.sheets) {
            let (then, after) = (was.findings.states, now.findings.states)
            let stated = was.findings.found + was.findings.open
            let names = stated + (now.findings.found + now.findings.open).filter { then[$0] == nil }
            for name in names where then[name] != after[name] {
                findings.append(
                    Finding(sheet: now.digest.file, finding: name, then: then[name], now: after[name]))
            }
        }
        self.findings = findings
        findingCount = old.sheets.reduce(0) { $0 + $1.findings.count }
        isReportSame = old.report == new.report
    }

    package var isNone: Bool { findings.isEmpty && isReportSame }

    /// A line for the findings, one for each of the first that differ, and one for the report.
    package func lines(in language: Language) -> [String] {
        var lines = [(findings.isEmpty ? LocalizedText.same(findingCount) : .other(findings.count))[language]]
        lines += findings.prefix(Self.most).map { finding in
            let states = LocalizedText.states(finding.then, finding.now)[language]
            return "  - \(finding.sheet): \(finding.finding): \(states)"
        }
        if findings.count > Self.most {
            lines.append("  - " + LocalizedText.more(findings.count - Self.most)[language])
        }
        return lines + [(isReportSame ? LocalizedText.sameReport : .otherReport)[language]]
    }

    private static let most = 20
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func same(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "Bevindingen: gelijk (\(count))", en: "Findings: the same (\(count))")
    }

    fileprivate static func other(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: count == 1 ? "Bevindingen: 1 verschilt" : "Bevindingen: \(count) verschillen",
            en: count == 1 ? "Findings: 1 differs" : "Findings: \(count) differ")
    }

    fileprivate static func states(_ then: FindingState?, _ now: FindingState?) -> LocalizedText {
        let (old, new) = (state(then), state(now))
        return LocalizedText(nl: "was \(old.nl), is \(new.nl)", en: "was \(old.en), is \(new.en)")
    }

    private static func state(_ state: FindingState?) -> LocalizedText {
        switch state {
        case .found: LocalizedText(nl: "gevonden", en: "found")
        case .open: LocalizedText(nl: "nog open", en: "open")
        case .refuted, nil: LocalizedText(nl: "niet gevonden", en: "not found")
        }
    }

    fileprivate static func more(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "en nog \(count)", en: "and \(count) more")
    }

    fileprivate static let sameReport = LocalizedText(
        nl: "Rapport: gelijk, byte voor byte", en: "Report: the same, byte for byte")
    fileprivate static let otherReport = LocalizedText(nl: "Rapport: anders", en: "Report: different")
}
