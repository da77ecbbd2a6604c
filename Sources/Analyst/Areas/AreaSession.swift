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

    /// The sheet as it is told on the day. Another one takes its place with all that follows from the difference.
    package var sheet: FactSheet {
        didSet {
            sheet = sheet.told(on: date, later: laterFigures)
            let inputs = inputs(of: nil)
            session.inputs = inputs.inputs
            omissions = inputs.omissions
        }
    }

    package var ruleBase: RuleBase { rules.ruleBase }

    /// The open conclusions of the leading parts of the report; all of them where it has no such parts.
    package var leadingConclusions: [(finding: FindingID, fact: Fact)] {
        session.openConclusions(of: rules.report.leadingTemplates)
    }

    /// - Parameters:
    ///   - sheet: a sheet that was checked against the rules.
    ///   - laterFigures: use figures that were published after the day.
    ///   - scope: the rules that are run.
    package init(
        _ sheet: FactSheet, under rules: CompiledRules, on date: FEELDate, laterFigures: Bool = false,
        running scope: CompiledRules.Scope = .reported
    ) {
        self.rules = rules
        let sheet = sheet.told(on: date, later: laterFigures)
        self.sheet = sheet
        self.date = date
        self.laterFigures = laterFigures
        let inputs = SheetInputs(sheet, ruleBase: rules.ruleBase, date: date, later: laterFigures)
        session = rules.session(inputs.inputs, running: scope)
        omissions = inputs.omissions
    }

    /// The same rules on the figures of parts of the area; voices and benchmarks stay those of the area.
    ///
    /// Each part takes the place of the one before it: parts have more in common with each other than with the area.
    package func map<Result>(
        _ parts: [FactSheet.Part], _ body: (FactSheet.Part, Session) -> Result
    ) -> [Result] {
        var session = session
        return parts.map { part in
            session.inputs = inputs(of: part).inputs
            return body(part, session)
        }
    }

    /// The area as it is when figures and answers are otherwise. A changed answer or figure says what it would say in the
    /// sheet, given on the day of the analysis: who answers is heard. Other changes have no place in a sheet.
    package func changed(by changes: [InputChange]) -> AreaSession {
        var answers = sheet.answers
        var others: [InputChange] = []
        for change in changes {
            guard let answer = answer(change) else {
                others.append(change)
                continue
            }
            answers.removeAll { $0.slot == answer.slot }
            answers.append(answer)
            others.removeAll { $0.input == change.input }
        }
        var result = self
        if answers != sheet.answers { result.sheet.answers = answers }
        if !others.isEmpty {
            result.session.inputs = result.session.inputs.changed(by: others, in: ruleBase)
        }
        return result
    }

    /// A change as the sheet would write it; `nil` for benchmarks, facts, and a figure that is no longer known.
    private func answer(_ change: InputChange) -> Answer? {
        let (slot, value): (RecordSchema.Slot, Answer.Value)
        switch change {
        case .value(let name, .boolean(let isYes)): (slot, value) = (name, isYes ? .yes : .no)
        case .value(let name, .number(let number)): (slot, value) = (name, .number(number))
        case .unknown(let name) where name.context != nil: (slot, value) = (name, .unknown)
        case .value, .unknown, .present, .absent, .field: return nil
        }
        if slot.context != nil, ruleBase.isFigure(slot) { return nil }
        let people = sheet.answers.last { $0.slot == slot && $0.people != nil }?.people
        return Answer(
            question: slot.name, perspective: slot.context ?? SheetContext.registered, value: value, date: date,
            method: nil, people: people, note: nil)
    }

    private func inputs(of part: FactSheet.Part?) -> SheetInputs {
        SheetInputs(sheet, ruleBase: ruleBase, date: date, later: laterFigures, part: part)
    }
}
