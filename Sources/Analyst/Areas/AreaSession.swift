package import RuleEngine

/// A sheet under the rules on a day: the only place that makes a session on a sheet. Reports, questionnaire, exercises,
/// what-if, comparison and screening all start here.
///
///     let area = AreaSession(sheet, under: rules, on: date)
///     area.session.state(of: finding)
package struct AreaSession: Sendable {
    package let rules: CompiledRules
    /// The day of the analysis: what is in force on that day applies.
    package let date: FEELDate
    /// Figures that were published after the day of the analysis are used.
    package let laterFigures: Bool
    /// What the rules say now.
    package private(set) var session: Session
    /// Figures of the sheet that are left out, with the reason.
    package private(set) var omissions: [String: SheetInputs.Omission]

    /// The sheet. Another one takes its place with all that follows from the difference.
    package var sheet: FactSheet {
        didSet {
            let inputs = inputs(of: nil)
            session.inputs = inputs.inputs
            omissions = inputs.omissions
        }
    }

    package var ruleBase: RuleBase { rules.ruleBase }

    /// - Parameters:
    ///   - sheet: a sheet that was checked against the rules.
    ///   - laterFigures: use figures that were published after the day.
    ///   - scope: the rules that are run.
    package init(
        _ sheet: FactSheet, under rules: CompiledRules, on date: FEELDate, laterFigures: Bool = false,
        running scope: CompiledRules.Scope = .reported
    ) {
        self.rules = rules
        self.sheet = sheet
        self.date = date
        self.laterFigures = laterFigures
        let inputs = SheetInputs(sheet, ruleBase: rules.ruleBase, date: date, later: laterFigures)
        session = rules.session(inputs.inputs, running: scope)
        omissions = inputs.omissions
    }

    /// The same rules on the figures of a part of the area; voices and benchmarks stay those of the area.
    package func session(of part: FactSheet.Part) -> Session {
        var result = session
        result.inputs = inputs(of: part).inputs
        return result
    }

    private func inputs(of part: FactSheet.Part?) -> SheetInputs {
        SheetInputs(sheet, ruleBase: ruleBase, date: date, later: laterFigures, part: part)
    }
}
