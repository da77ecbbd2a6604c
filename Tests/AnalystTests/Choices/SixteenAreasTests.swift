import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// The sixteen areas, on their figures alone and with invented answers: what is chosen differs as the areas do.
///
/// `ANALYST_PRINT_CHOICES=1` prints what is chosen in each.
@Suite struct SixteenAreasTests {
    /// What is chosen in one area.
    private struct Chosen {
        let area: String
        /// No challenge that is found was left out, but for those on estimates alone.
        let isAllThatIsFound: Bool
        let challenges: [String]
        let steps: [String]
        let domains: Set<String>
        let goals: [String]
        /// What is to be counted or asked before a goal can be set.
        let toMeasure: [String]
        let choices: [String]
        let governance: [String]
        let questions: [String]
        /// By finding on governance, the programme, wider programmes and questions, the sentences of its rules.
        let reasons: [String: [String]]

        var ids: Set<String> {
            Set(
                challenges.map { "challenge:\($0)" } + goals.map { "goal:\($0)" } + choices.map { "choice:\($0)" }
                    + steps.map { "intervention:\($0)" })
        }
    }

    private static func chosen(_ path: String, answers: Bool) throws -> Chosen {
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        let area = try Project.area(path) { text in
            guard answers, let given = try? Project.text("Tests/AnalystTests/Choices/Answers/\(name).yaml") else {
                return text
            }
            return withoutVoices(text) + given
        }
        let choices = AreaChoices(area)
        func codes(_ template: String) -> [String] {
            area.session.certainFacts(of: template).map { area.session.finding($0).key.joined(separator: ",") }
        }
        let words = ConditionRenderer(area.session, .en)
        var reasons: [String: [String]] = [:]
        for template in ["governance", "programme_element", "wider_programme", "research_question"] {
            for fact in area.session.certainFacts(of: template) {
                reasons[area.session.finding(fact).description] = fact.justifications.filter(\.isCertain)
                    .compactMap { words.because($0) }
            }
        }
        let interventions = choices.package.steps.map(\.option)
        let found = codes("challenge").count - choices.challenges.estimated.count
        return Chosen(
            area: name, isAllThatIsFound: choices.challenges.main.count == found,
            challenges: choices.challenges.main.map(\.code), steps: interventions.map(\.code),
            domains: Set(interventions.map(\.domain)), goals: codes("goal"), toMeasure: codes("goal_to_measure"),
            choices: codes("choice"), governance: codes("governance"), questions: codes("research_question"),
            reasons: reasons)
    }

    /// The sheet without its own voices and answers.
    private static func withoutVoices(_ text: String) -> String {
        var lines: [Substring] = []
        var isLeftOut = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let first = line.first, first != " ", first != "#", first != "-" {
                isLeftOut = line.hasPrefix("voices:") || line.hasPrefix("answers:")
            }
            if !isLeftOut { lines.append(line) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func all(answers: Bool) throws -> [Chosen] {
        let chosen = try Project.sheets("areas").map { try Self.chosen($0, answers: answers) }
        if ProcessInfo.processInfo.environment["ANALYST_PRINT_CHOICES"] == "1" {
            for one in chosen {
                print(
                    "\(one.area) \(answers ? "answers" : "figures"): \(one.challenges) | \(one.steps) | \(one.goals)"
                        + " | \(one.choices) | \(one.governance) | \(one.questions) | \(one.toMeasure)")
            }
            for pair in shared(chosen).sorted(by: { $0.2 > $1.2 }).prefix(12) {
                let ids = [pair.0, pair.1].compactMap { name in chosen.first { $0.area == name }?.ids }
                print("\(pair.2) %: \(pair.0), \(pair.1): \(ids[0].intersection(ids[1]).sorted())")
            }
        }
        return chosen
    }

    /// The share of chosen ids, of the smaller set, that two areas have in common, in percent.
    private static func shared(_ chosen: [Chosen]) -> [(String, String, Int)] {
        chosen.indices.flatMap { first in
            chosen.indices.filter { $0 > first }.compactMap { second -> (String, String, Int)? in
                let (one, other) = (chosen[first].ids, chosen[second].ids)
                let smaller = min(one.count, other.count)
                guard smaller > 0 else { return nil }
                return (chosen[first].area, chosen[second].area, one.intersection(other).count * 100 / smaller)
            }
        }
    }

    @Test func `every area has its answers, which say that they are invented`() throws {
        for path in Project.sheets("areas") {
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            let text = try Project.text("Tests/AnalystTests/Choices/Answers/\(name).yaml")
            #expect(text.hasPrefix("# Invented answers"))
        }
    }

    @Test
    func
        `with answers every area has three to five main challenges, or all that are found, and a package over domains`()
        throws
    {
        for one in try Self.all(answers: true) {
            #expect(
                (3...5).contains(one.challenges.count) || (!one.challenges.isEmpty && one.isAllThatIsFound),
                "\(one.area): \(one.challenges)")
            #expect((1...8).contains(one.steps.count) && one.domains.count >= 2, "\(one.area): \(one.steps)")
        }
    }

    @Test
    func
        `with answers two areas share half of what is chosen at most in the middle of all pairs, and seven tenths in any`()
        throws
    {
        let shares = Self.shared(try Self.all(answers: true)).map(\.2).sorted()
        let median = try #require(shares.isEmpty ? nil : shares[shares.count / 2])
        #expect(median <= 50)
        #expect(shares.last ?? 0 <= 70)
    }

    @Test func `with answers no intervention is in more than ten packages`() throws {
        var counts: [String: Int] = [:]
        for step in try Self.all(answers: true).flatMap(\.steps) { counts[step, default: 0] += 1 }
        #expect(counts.filter { $0.value > 10 }.isEmpty)
    }

    @Test
    func
        `with answers no governance, sentence on a programme or question is in more than ten areas, unless its rule says why`()
        throws
    {
        let reasons = try Self.all(answers: true).map(\.reasons)
        for finding in Set(reasons.flatMap(\.keys)).sorted() {
            let areas = reasons.compactMap { $0[finding] }
            let isSaid = areas.allSatisfy { $0.contains { $0.lowercased().contains("every area") } }
            #expect(areas.count <= 10 || isSaid, "\(finding) is in \(areas.count) areas")
        }
    }

    @Test
    func `on figures alone nothing is chosen beyond what was counted or asked, and the page says what to ask first`()
        throws
    {
        for path in Project.sheets("areas") {
            let area = try Project.area(path)
            let choices = AreaChoices(area)
            for challenge in choices.challenges.main {
                let figures = challenge.problems.flatMap(\.figures)
                #expect(figures.contains { $0.isMeasured }, "\(path): \(challenge.code)")
            }
            for step in choices.package.steps {
                let problems = choices.problems.filter { step.option.problems.contains($0.code) }
                #expect(problems.flatMap(\.figures).contains { $0.isMeasured }, "\(path): \(step.option.code)")
            }
            let story = StoryWriter(AnalysisComposer(area, language: .en)).story.blocks.map { "\($0)" }.joined()
            #expect(story.contains("Ask this first:"), "\(path)")
        }
    }
}

extension SixteenAreasTests {
    @Test func `each intervention has a first step of its own, with a load of one to three`() throws {
        let ruleBase = try Project.library.get().ruleBase
        let steps = ruleBase.codes(of: VocabularyName.firstSteps)
        #expect(steps.map(\.code) == ruleBase.codes(of: VocabularyName.interventions).map(\.code))
        #expect(Set(steps.map(\.title.nl)).count == steps.count)
        for step in steps {
            guard case .number(let load)? = step.value("load") else {
                Issue.record("\(step.code) has no load")
                continue
            }
            #expect((1...3).contains(load.integerValue ?? 0), "\(step.code)")
        }
    }
}
