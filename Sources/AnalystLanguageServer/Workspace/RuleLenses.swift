package import Analyst
package import RuleEngine

/// What is worked out of the rules in the background, to be shown above each rule: cases, a sheet, and areas that change.
package struct RuleLenses: Sendable {
    /// What is known of one rule.
    struct Entry: Sendable {
        var passing = 0
        var failing: [String] = []
        /// The states of its findings on the chosen sheet, where there is one.
        var states: [String] = []
        var changed = 0
        var areas = 0
    }

    /// The reading of the rules that this is about.
    let version: Int
    let sheetName: String?
    let entries: [String: Entry]
}

/// What lenses look at beside the rules.
package struct LensSetting: Sendable {
    /// The sheet on which findings are shown.
    package let sheet: FactSheet?
    /// The areas in which changes are counted.
    package let areas: [FactSheet]
    /// Tables of the whole country, which count in place of the areas.
    package let tables: TableCollection?
    package let date: FEELDate

    package init(sheet: FactSheet?, areas: [FactSheet], tables: TableCollection?, date: FEELDate) {
        self.sheet = sheet
        self.areas = areas
        self.tables = tables
        self.date = date
    }
}

/// Work for the background: it holds all that it needs, and stops soon after it is told to.
package struct LensWork: Sendable {
    let version: Int
    let library: RuleLibrary
    let caseFiles: [SourceFile]
    let setting: LensSetting
    /// The rules as they were when the server started.
    let baseline: RuleLibrary
    let language: Language

    /// - Parameter isStopped: asked often; what is stopped gives nothing.
    package func run(isStopped: @escaping @Sendable () -> Bool) -> RuleLenses? {
        var entries: [String: RuleLenses.Entry] = [:]
        for rule in library.ruleBase.rules { entries[rule.name] = RuleLenses.Entry() }
        let rules = CompiledRules(library)
        guard !isStopped() else { return nil }
        readCases(rules, &entries, isStopped)
        guard !isStopped() else { return nil }
        var sheetName: String?
        if let sheet = setting.sheet, sheet.check(against: rules.ruleBase).isEmpty {
            sheetName = sheet.title[language]
            let session = AreaSession(sheet, under: rules, on: setting.date, running: .all).session
            for rule in library.ruleBase.rules {
                entries[rule.name]?.states = rule.conclusions.compactMap { conclusion in
                    conclusion.finding(in: rules.ruleBase).map { StateWords.text(session.state(of: $0))[language] }
                }
            }
        }
        guard !isStopped() else { return nil }
        if isUnchanged {
            for name in entries.keys { entries[name]?.areas = setting.areas.count }
            return RuleLenses(version: version, sheetName: sheetName, entries: entries)
        }
        guard let impact = impact(isStopped), !isStopped() else { return nil }
        for index in impact.changes.all.indices {
            let names = impact.changes.touched[index]
            let count = impact.areas.count { area in area.effects.contains { $0.causes.contains(index) } }
            for name in names {
                let before = entries[name]?.changed ?? 0
                entries[name]?.changed = max(before, count)
            }
        }
        for name in entries.keys { entries[name]?.areas = impact.areas.count }
        return RuleLenses(version: version, sheetName: sheetName, entries: entries)
    }

    /// The rules are written as they were at the start.
    private var isUnchanged: Bool {
        library.files.map(\.name) == baseline.files.map(\.name)
            && zip(library.files, baseline.files).allSatisfy { $0.text == $1.text }
    }

    private func impact(_ isStopped: @escaping @Sendable () -> Bool) -> RuleImpact? {
        let comparison = RuleComparison(from: baseline, to: library)
        guard !isStopped() else { return nil }
        if let tables = setting.tables {
            do {
                return try RuleImpact(
                    comparison, over: tables, level: .buurt, on: setting.date, isStopped: isStopped)
            } catch {
                // Tables without areas or rules without an order: the sheets tell what they can.
                return RuleImpact(comparison, over: setting.areas, on: setting.date, isStopped: isStopped)
            }
        }
        return RuleImpact(comparison, over: setting.areas, on: setting.date, isStopped: isStopped)
    }

    private func readCases(
        _ rules: CompiledRules, _ entries: inout [String: RuleLenses.Entry], _ isStopped: @Sendable () -> Bool
    ) {
        var concluding: [FindingID: [String]] = [:]
        for rule in rules.ruleBase.rules {
            for conclusion in rule.conclusions {
                if let finding = conclusion.finding(in: rules.ruleBase) {
                    concluding[finding, default: []].append(rule.name)
                }
            }
        }
        var runner = RuleCaseRunner(rules, language: language, countsCoverage: false)
        for file in caseFiles {
            let cases: [RuleCase]
            do {
                cases = try RuleCaseReader.read([file], rules.ruleBase, date: RuleCaseGiven.standardDay)
            } catch {
                // What is wrong with a file of cases is told in that file.
                continue
            }
            for ruleCase in cases {
                guard !isStopped() else { return }
                let passes = runner.run(ruleCase).passes
                let asked = Set(
                    ruleCase.rules.map { rules.ruleBase.rules[$0].name }
                        + ruleCase.findings.flatMap { concluding[$0] ?? [] })
                for name in asked {
                    if passes {
                        entries[name]?.passing += 1
                    } else {
                        entries[name]?.failing.append(ruleCase.name.value)
                    }
                }
            }
        }
    }
}
