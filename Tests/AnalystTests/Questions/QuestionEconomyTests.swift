import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// How many questions it takes until most severe problems are settled: in our order, in that of the vocabulary, and by lot.
struct QuestionEconomyTests {
    /// The share of the severe problems that is to be settled.
    private static let share = (numerator: 4, denominator: 5)

    private static var sets: Int { ProcessInfo.processInfo.environment["ANALYST_FULL_TESTS"] == nil ? 2 : 100 }

    @Test func `our order settles the severe problems of Heerlen-Noord with fewer questions`() throws {
        let area = try Project.area("sheets/areas/heerlen-noord.yaml")
        var counts: (ours: [Int], file: [Int], lot: [Int]) = ([], [], [])
        for seed in 1...UInt64(Self.sets) {
            var random = SeededGenerator(seed: seed)
            let answers = Self.answers(to: area, &random)
            counts.ours.append(Self.questions(area, answers) { $0.order().first })
            counts.file.append(Self.questions(area, answers) { $0.waitingInFileOrder.first })
            counts.lot.append(Self.questions(area, answers) { $0.waitingInFileOrder.randomElement(using: &random) })
        }
        func median(_ counts: [Int]) -> Int { counts.sorted()[counts.count / 2] }
        let (ours, file, lot) = (median(counts.ours), median(counts.file), median(counts.lot))
        if ProcessInfo.processInfo.environment["ANALYST_PRINT_ECONOMY"] != nil {
            print("questions until 80 % of the severe problems are settled: ours \(ours), file \(file), by lot \(lot)")
        }
        #expect(ours < file && ours < lot)
    }

    /// An answer to each question that can ever be asked: yes or no, or a number of one of the ranges between thresholds.
    private static func answers(to area: AreaSession, _ random: inout SeededGenerator) -> [QuestionID: Answer.Value] {
        var result: [QuestionID: Answer.Value] = [:]
        for slot in area.ruleBase.record.slots {
            guard let question = Question(slot, settles: [], in: area.ruleBase) else { continue }
            switch question.kind {
            case .yesOrNo: result[question.id] = Bool.random(using: &random) ? .yes : .no
            case .number(let bounds):
                let (low, high) = (bounds.low?.integerValue ?? 0, bounds.high?.integerValue ?? 100)
                let number = Int.random(in: low...max(low, min(high, low + 100)), using: &random)
                result[question.id] = .number(FEELNumber(number))
            }
        }
        return result
    }

    /// The number of questions until the share of the severe problems that were open is settled, or no question is left.
    private static func questions(
        _ area: AreaSession, _ answers: [QuestionID: Answer.Value], choose: (inout Questionnaire) -> Question?
    ) -> Int {
        var questionnaire = Questionnaire(area)
        let weights = area.session.severityWeights(of: area.session.openConclusions)
        let severe = area.session.openConclusions.map(\.finding).filter {
            $0.template == TemplateName.problem && (weights[$0] ?? .zero) >= 3
        }
        var count = 0
        while true {
            let settled = severe.count { questionnaire.area.session.state(of: $0) != .open }
            if settled * share.denominator >= severe.count * share.numerator { return count }
            guard let question = choose(&questionnaire), let value = answers[question.id] else { return count }
            var sheet = questionnaire.area.sheet
            sheet.answers.append(Answer(to: question.id, value, on: area.date))
            _ = questionnaire.take(sheet)
            count += 1
        }
    }
}

extension Questionnaire {
    /// The questions that wait, in the order of the rules' own lists.
    fileprivate var waitingInFileOrder: [Question] {
        parts.flatMap { entries(in: $0.id) }.filter { $0.standing == .open }.map(\.question)
    }
}
