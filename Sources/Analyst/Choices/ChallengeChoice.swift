package import RuleEngine

/// Which of the challenges that are found are the main ones: those with most points, at most as many as the rules say.
///
/// Chosen after the rules, on what is found: advice, no finding. Points come from the weight that is certain, from what
/// people say and rank, and from how far out the figures are.
package struct ChallengeChoice: Sendable {
    /// A challenge with its points.
    package struct Ranked: Sendable {
        package let code: String
        package let problems: [FoundProblem]
        /// What it is worth, item by item; never empty.
        package let points: [Points]
        package var total: Int { points.reduce(0) { $0 + $1.value } }
    }

    /// Where points come from.
    package enum Reason: Hashable, Sendable {
        /// The problems that belong to it, by their severity.
        case weight
        /// A group says that one of its problems is the matter.
        case voice(String)
        /// A group ranks one of its problems, so high.
        case ranking(String, place: Int, problem: String)
        /// How bad people find it.
        case degree
        /// How far out its farthest figure is, of those that were counted or asked.
        case distance(String)
    }

    package struct Points: Hashable, Sendable {
        package let reason: Reason
        package let value: Int
    }

    /// The main challenges, the one with most points first.
    package let main: [Ranked]
    /// Found too, and not chosen: there are more than can be carried at once.
    package let others: [Ranked]
    /// Found on estimates only: what they ask first is whether people see it too.
    package let estimated: [String]
    /// Open challenges that could be among the main ones, and those that are open and could change the order.
    package let couldChange: [FindingID]

    /// The first of those left out has as many points as the last of those chosen: the order of the vocabulary decided.
    package var isTieAtCut: Bool { main.last != nil && main.last?.total == others.first?.total }

    package init(_ area: AreaSession, _ problems: [FoundProblem], _ parameters: ChoiceParameters) {
        let session = area.session
        let found = session.certainFacts(of: TemplateName.challenge)
        var estimated: [String] = []
        let ranked = found.enumerated().compactMap { place, fact -> (place: Int, Ranked)? in
            guard let code = session.finding(fact).key.first else { return nil }
            let members = session.certainMembers(of: "problems", in: fact)
            let own = problems.filter { members.contains($0.code) }
            guard own.contains(where: { $0.isGrounded }) else {
                estimated.append(code)
                return nil
            }
            let weight = session.leastNumber(of: ["weight"], in: fact).integerValue ?? 0
            let points =
                [Points(reason: .weight, value: weight)] + Self.said(own, parameters)
                + Self.ranked(own, area.sheet, parameters) + Self.far(own, parameters)
            return (place, Ranked(code: code, problems: own, points: points.filter { $0.value != 0 }))
        }.sorted { left, right in (right.1.total, left.place) < (left.1.total, right.place) }.map(\.1)
        self.estimated = estimated
        let most = parameters[.mostChallenges]
        main = Array(ranked.prefix(most))
        others = Array(ranked.dropFirst(most))
        let needed = ranked.count < most ? 0 : main.last?.total ?? 0
        couldChange = session.facts(of: TemplateName.challenge).map(\.fact)
            .filter {
                !$0.isCertain && !$0.isAnonymous && session.mostNumber(of: "weight", in: $0) >= FEELNumber(needed)
            }
            .map { session.finding($0) }
    }

    private static func said(_ problems: [FoundProblem], _ parameters: ChoiceParameters) -> [Points] {
        var perspectives: [String] = []
        for problem in problems {
            for perspective in problem.perspectives where !perspectives.contains(perspective) {
                perspectives.append(perspective)
            }
        }
        let degree = problems.flatMap(\.answers).compactMap { $0.degree?.number }.max() ?? 1
        return perspectives.map { Points(reason: .voice($0), value: parameters.voice($0)) }
            + [Points(reason: .degree, value: (degree - 1) * parameters[.degree])]
    }

    private static func ranked(
        _ problems: [FoundProblem], _ sheet: FactSheet, _ parameters: ChoiceParameters
    ) -> [Points] {
        sheet.voices.compactMap { voice in
            for (place, code) in voice.ranking.map(\.value).enumerated()
            where problems.contains(where: { $0.code == code }) {
                return Points(
                    reason: .ranking(voice.perspective, place: place + 1, problem: code),
                    value: parameters.ranked(at: place))
            }
            return nil
        }
    }

    private static func far(_ problems: [FoundProblem], _ parameters: ChoiceParameters) -> [Points] {
        let figures = problems.flatMap(\.figures).filter(\.isMeasured).compactMap { figure in
            figure.distance.map { (figure.indicator, $0) }
        }
        guard let (indicator, distance) = figures.max(by: { $0.1 < $1.1 }) else { return [] }
        return [Points(reason: .distance(indicator), value: distance * parameters[.distance] / 100)]
    }
}
