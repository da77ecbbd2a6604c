package import RuleEngine

/// How the main challenges can be followed: of each the figures that tell whether it goes better, with a baseline and a target
/// where there is a goal, and who has the figure.
package struct Monitoring: Sendable {
    /// A figure to follow.
    package struct Line: Sendable {
        package let challenge: String
        package let indicator: String
        /// `nil` where it must be measured first.
        package let goal: Goal?
    }

    package struct Goal: Sendable {
        package let baseline: FEELNumber
        /// The year of the baseline.
        package let baselineYear: Int?
        package let target: FEELNumber
        package let year: Int?
    }

    /// In the order of the main challenges; goals before what must be measured first.
    package let lines: [Line]
    /// Main challenges without any figure to follow.
    package let without: [String]

    package init(_ composer: AnalysisComposer) {
        let session = composer.session
        let main = composer.choices.challenges.main.map(\.code)
        func facts(_ template: String, _ challenge: String) -> [Fact] {
            session.certainFacts(of: template).filter { session.finding($0).key.first == challenge }
        }
        func goal(_ fact: Fact, _ indicator: String) -> Goal? {
            func number(_ field: String) -> FEELNumber? {
                if case .number(let number)? = session.value(of: field, in: fact)?.set.exactValue {
                    number
                } else {
                    nil
                }
            }
            guard let baseline = number("baseline"), let target = number("target") else { return nil }
            return Goal(
                baseline: baseline, baselineYear: composer.sheet.figure(indicator)?.year, target: target,
                year: number("year")?.integerValue)
        }
        lines = main.flatMap { challenge in
            facts(TemplateName.goal, challenge).compactMap { fact -> Line? in
                guard let indicator = session.finding(fact).key.last else { return nil }
                return Line(challenge: challenge, indicator: indicator, goal: goal(fact, indicator))
            }
                + facts(TemplateName.goalToMeasure, challenge).compactMap { fact in
                    session.finding(fact).key.last.map { Line(challenge: challenge, indicator: $0, goal: nil) }
                }
        }
        let followed = Set(lines.map(\.challenge))
        without = main.filter { !followed.contains($0) }
    }
}

extension AnalysisComposer {
    /// The plan to follow the main challenges by; nothing where there are none.
    package func monitoringBlocks() -> [AnalysisDocument.Block] {
        let plan = Monitoring(self)
        guard !plan.lines.isEmpty || !plan.without.isEmpty else { return [] }
        var blocks: [AnalysisDocument.Block] = [.heading(say(.toFollow))]
        if !plan.lines.isEmpty { blocks.append(.table(.monitoring(plan.lines.map { row($0) }, language))) }
        if !plan.without.isEmpty {
            let names = plan.without.map { say(labels.title($0, in: VocabularyName.challenges)) }
            blocks.append(.paragraph(say(.nothingToFollow(names.joined(separator: "; ")))))
        }
        return blocks
    }

    private func row(_ line: Monitoring.Line) -> [AnalysisDocument.Table.Cell] {
        let term = ruleBase.vocabulary(ruleBase.record.vocabulary)?[line.indicator]
        let slot = RecordSchema.Slot(name: line.indicator)
        func text(_ number: FEELNumber, _ year: Int?) -> String {
            let value = ValueText(language, units: naming.units)
                .text(of: .exactly(.number(number)), unit: naming.unit(of: slot))
            return year.map { "\(value) (\($0))" } ?? value
        }
        let holder = [term?.text("holder").map(say), term?.string("table")].compactMap { $0 }.joined(separator: ", ")
        return [
            .text(say(labels.title(line.challenge, in: VocabularyName.challenges))),
            .text(term.map { say($0.title) } ?? line.indicator),
            .text(line.goal.map { text($0.baseline, $0.baselineYear) } ?? say(.measureFirst)),
            line.goal.map { .text(text($0.target, $0.year)) } ?? .empty, .text(holder),
        ]
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let toFollow = LocalizedText(nl: "Zo volgt u het", en: "How to follow it")
    fileprivate static let measureFirst = LocalizedText(nl: "eerst meten", en: "measure first")

    fileprivate static func nothingToFollow(_ names: String) -> LocalizedText {
        LocalizedText(
            nl: "Voor deze kernopgaven is er nog geen geteld of gevraagd cijfer om te volgen: \(names).",
            en: "For these main challenges there is no figure yet that was counted or asked: \(names).")
    }
}

extension AnalysisDocument.Table {
    fileprivate static func monitoring(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        func column(_ nl: String, _ en: String) -> Column { Column(LocalizedText(nl: nl, en: en), language) }
        return AnalysisDocument.Table(
            caption: LocalizedText(nl: "Cijfers om te volgen", en: "Figures to follow")[language],
            columns: [
                column("Kernopgave", "Main challenge"), column("Cijfer", "Figure"),
                column("Beginpunt", "Starting point"),
                column("Doel", "Target"), column("Wie heeft het", "Holder"),
            ], rows: rows,
            note: LocalizedText(
                nl:
                    "Meet ook apart of wie er nu woont vooruitgaat: een gemiddelde verandert ook als er andere mensen komen.",
                en:
                    "Measure too, apart, whether present residents get ahead: an average also changes when other people move in."
            )[
                language])
    }
}
