package import RuleEngine

/// Answers about an analysis as data for other programs: why, why not, what if, a comparison, the next questions.
///
/// The top object has `schema` ("analyst/explanation"), `version`, `language`, `kind`, `sheet` and `date`; the file
/// `docs/schema/explanation.schema.json` describes the rest. Names of members and codes do not depend on the language.
package struct ExplanationJSON {
    /// The version of the schema.
    package static let version = 1
    package let area: AreaSession
    package let language: Language

    /// How far the findings behind a finding are told.
    package let levels: Int

    package init(_ area: AreaSession, _ language: Language, levels: Int = 6) {
        self.area = area
        self.language = language
        self.levels = levels
    }

    package var session: Session { area.session }
    package var naming: Naming { Naming(area.ruleBase) }

    func sentences(_ session: Session) -> ConditionRenderer { ConditionRenderer(session, language) }

    /// Why a finding is there or not, and the same for each finding behind it: a list in which each is told once.
    package func why(_ finding: FindingID, _ robustness: Robustness?) -> String {
        document(
            "why",
            [
                ("finding", .string(finding.description)), ("findings", .array(chain(from: finding))),
                ("robustness", robustness.map(value) ?? .null),
            ])
    }

    /// - Parameter other: the session with the changes.
    package func whatIf(_ changes: [InputChange], _ other: Session, _ difference: SessionDifference) -> String {
        document("what-if", [("changes", .array(changes.map(value))), ("difference", value(difference, other))])
    }

    package func comparison(with other: AreaSession, _ difference: SessionDifference) -> String {
        document(
            "comparison",
            [
                ("other", .object([("sheet", .string(other.sheet.id)), ("date", .string(other.date.description))])),
                ("difference", value(difference, other.session)),
            ])
    }

    private func document(_ kind: String, _ members: [(name: String, value: JSONText)]) -> String {
        JSONText.object(
            [
                ("schema", .string("analyst/explanation")), ("version", .number("\(Self.version)")),
                ("language", .string(language.rawValue)), ("kind", .string(kind)),
                ("sheet", .string(area.sheet.id)), ("date", .string(area.date.description)),
            ] + members
        ).text + "\n"
    }

    package func questions(_ ranks: [QuestionOrder.Rank], total: Int) -> String {
        document(
            "questions",
            [("total", .number("\(total)")), ("questions", .array(ranks.map(value)))])
    }

    private func value(_ rank: QuestionOrder.Rank) -> JSONText {
        let question = rank.question
        return .object([
            ("input", .string(question.slot.path)), ("perspective", .string(question.perspective)),
            ("question", string(question.text)),
            ("worst", number(rank.answer.worst)),
            ("mean", number(rank.answer.mean.rounded(toScale: 2, rule: .halfEven) ?? rank.answer.mean)),
            ("waiting", findings(question.settles)),
            (
                "cases",
                .array(
                    rank.answer.cases.map { one in
                        .object([
                            ("change", value(one.change)), ("settled", findings(one.settled)),
                            ("weight", number(one.weight)),
                        ])
                    })
            ),
        ])
    }

    // MARK: Why

    private func chain(from root: FindingID) -> [JSONText] {
        var told: Set<FindingID> = [root]
        var level = [root]
        var result: [JSONText] = []
        var depth = 0
        while depth < levels, !level.isEmpty {
            depth += 1
            var next: [FindingID] = []
            for finding in level {
                let (text, behind) = node(finding)
                result.append(text)
                for other in behind where told.insert(other).inserted { next.append(other) }
            }
            level = next
        }
        return result
    }

    /// A finding, and those that it rests on or that stand in its way.
    private func node(_ finding: FindingID) -> (JSONText, [FindingID]) {
        let explanation = session.explanation(of: finding)
        let misses = session.fact(finding) == nil ? session.nearMisses(of: finding, scale: area.scale) : []
        let steps = session.fact(finding) == nil ? [] : explanation.steps
        var behind: [FindingID] = []
        for condition in steps.flatMap(\.conditions) { behind += condition.facts.map { session.finding(session[$0]) } }
        for miss in misses.prefix(1) {
            behind += miss.conditions.filter { $0.state != .holds }.compactMap(\.wanted)
        }
        let object = JSONText.object([
            ("id", .string(finding.description)),
            ("title", .string(naming.title(of: finding, in: language))),
            ("state", .string(explanation.state.rawValue)),
            ("overruled", explanation.overruled.map { .string($0) } ?? .null),
            ("grounds", .array(steps.map(value))), ("nearMisses", .array(misses.map(value))),
        ])
        return (object, behind.filter { isConcluded($0) })
    }

    private func isConcluded(_ finding: FindingID) -> Bool {
        guard let template = session.ruleBase.template(finding.template) else { return false }
        return !template.isInput && template.relation == nil
    }

    private func value(_ step: Explanation.Step) -> JSONText {
        .object([
            ("rule", .string(step.rule.qualifiedName)), ("title", string(step.rule.title)),
            ("certain", .bool(step.isCertain)),
            ("because", sentences(session).because(step).map { .string($0) } ?? .null),
            ("conditions", .array(step.conditions.map { .object(members($0)) })),
        ])
    }

    private func value(_ miss: NearMiss) -> JSONText {
        let conditions = miss.conditions.map { condition in
            JSONText.object(
                members(condition.explanation) + [
                    ("wanted", condition.wanted.map { .string($0.description) } ?? .null),
                    ("wantedState", condition.wantedState.map { .string($0.rawValue) } ?? .null),
                    ("distances", .array(condition.distances.map(value))),
                ])
        }
        return .object([
            ("rule", .string(miss.rule.qualifiedName)), ("title", string(miss.rule.title)),
            ("inForce", .bool(miss.isInForce)),
            ("conditions", .array(conditions)),
        ])
    }

    private func value(_ distance: NearMiss.Distance) -> JSONText {
        .object([
            ("input", .string(distance.slot.path)), ("value", number(distance.value)),
            ("needed", number(distance.needed)),
            ("difference", number(distance.size)),
            ("unit", naming.unit(of: distance.slot).map { .string($0) } ?? .null),
        ])
    }

    package func members(_ condition: Explanation.Condition) -> [(name: String, value: JSONText)] {
        let inputs = condition.inputs.map { input in
            JSONText.object([("input", .string(input.slot.path)), ("value", value(input.value))])
        }
        return [
            ("verdict", .string(condition.state.rawValue)), ("text", .string(sentences(session).source(condition))),
            ("sentence", .string(sentences(session).sentence(condition))), ("readings", .array(inputs)),
            ("findings", findings(condition.facts.map { session.finding(session[$0]) })),
        ]
    }

    // MARK: Robustness

    private func value(_ robustness: Robustness) -> JSONText {
        let alternatives = robustness.alternatives.map { alternative in
            JSONText.object([
                ("changes", .array(alternative.changes.map(value))),
                ("size", number(alternative.size.rounded(toScale: 4, rule: .halfEven) ?? alternative.size)),
                ("state", .string(alternative.state.rawValue)),
            ])
        }
        return .object([
            ("goal", .string(robustness.goal == .undo ? "undo" : "bring-about")),
            ("alternatives", .array(alternatives)), ("cutOff", .bool(robustness.isCutOff)),
            ("runs", .number("\(robustness.runs)")),
        ])
    }
}
