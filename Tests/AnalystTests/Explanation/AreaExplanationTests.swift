import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// Why not, robustness and the next questions for the sixteen areas, as a municipal worker reads them.
///
/// One area by default; all that have a file with `ALL_AREAS=1`, for which a release build is wise.
@Suite struct AreaExplanationTests {
    static var areas: [String] {
        let all = Project.sheets("areas").map { $0.dropFirst("sheets/areas/".count).dropLast(".yaml".count) }.map(String.init)
        return ProcessInfo.processInfo.environment["ALL_AREAS"] == "1" ? all : all.filter { $0 == "heerlen-noord" }
    }

    @Test(arguments: areas)
    func `the explanations of an area are as they were read`(area: String) throws {
        let builder = try Project.builder("sheets/areas/\(area).yaml")
        for language in Language.allCases {
            let text = try AreaExplanation(builder, language).text()
            try Golden.expect(text, equals: "Explanation/Golden/\(area).\(language.rawValue).txt")
        }
    }
}

/// The part of the explanations of an area that is committed to be read.
struct AreaExplanation {
    let builder: AnalysisBuilder
    let language: Language

    init(_ builder: AnalysisBuilder, _ language: Language) {
        self.builder = builder
        self.language = language
    }

    func text() throws -> String {
        var lines: [String] = []
        for finding in missingInterventions.prefix(3) {
            lines.append("why-not \(finding)")
            lines += WhyNotText(builder, language, rules: 1).lines(of: finding)
        }
        for finding in gravestProblems.prefix(3) {
            let robustness = builder.session.robustness(of: finding, scale: builder.scale)
            lines.append("why --robustness \(finding)")
            lines += RobustnessText(ChangeWords(builder, language)).lines(robustness)
        }
        let order = QuestionOrder(builder.session, closed: Set(builder.sheet.answers.map(\.slot)))
        lines.append("questions --limit 5")
        lines += QuestionsText(builder, language).lines(Array(order.ranking().prefix(5)), total: order.questions.count)
        return lines.joined(separator: "\n") + "\n"
    }

    private var missingInterventions: [FindingID] {
        (builder.ruleBase.vocabulary("interventions")?.codes ?? [])
            .map { FindingID(template: "intervention", key: [$0.code]) }
            .filter { builder.session.state(of: $0) == .refuted }
    }

    /// Found problems, the most severe first.
    private var gravestProblems: [FindingID] {
        let found = builder.session.facts(of: "problem").map(\.fact).filter(\.isCertain)
        func severity(_ fact: Fact) -> FEELNumber {
            let values = builder.session.value(of: "severity", in: fact)?.set.finiteValues ?? []
            return values.compactMap { if case .number(let number) = $0 { number } else { nil } }.min() ?? .zero
        }
        return found.enumerated()
            .sorted { (severity($1.element), $0.offset) < (severity($0.element), $1.offset) }
            .map { builder.session.finding($0.element) }
    }
}
