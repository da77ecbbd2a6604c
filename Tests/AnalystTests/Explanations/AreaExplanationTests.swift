import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Why not, robustness and the next questions for areas of the sixteen, as a municipal worker reads them.
///
/// One area without its questions by default; in a full run all sixteen, with their questions.
@Suite struct AreaExplanationTests {
    private static let isWhole = FullRuns.isAsked

    static var areas: [String] {
        let all = Project.sheets("areas").map { String($0.dropFirst("sheets/areas/".count).dropLast(".yaml".count)) }
        return isWhole ? all : ["breda-noord"]
    }

    @Test(arguments: areas)
    func `the explanations of an area are as they were read`(name: String) throws {
        let area = try Project.area("sheets/areas/\(name).yaml")
        let explanation = AreaExplanation(area)
        for language in Language.allCases {
            try Golden.expect(
                explanation.text(language), equals: "Explanations/Golden/\(name).\(language.rawValue).txt")
        }
        guard Self.isWhole else { return }
        let order = QuestionOrder(area, closed: Set(area.sheet.answers.map(\.slot)))
        let ranks = Array(order.ranking().prefix(5))
        for language in Language.allCases {
            let lines = ExplanationRenderer(area, language).lines(ranks, total: order.questions.count)
            let text = lines.joined(separator: "\n") + "\n"
            try Golden.expect(text, equals: "Explanations/Golden/\(name).questions.\(language.rawValue).txt")
        }
    }

    @Test func `a question tells what each answer decides, each title once`() throws {
        let session = try VillageRules.session()
        let order = QuestionOrder(try VillageRules.area())
        let lines = ExplanationRenderer(session, .en).lines(
            Array(order.ranking().prefix(1)), total: order.questions.count)
        #expect(lines.first == "1. Residents: Is there nuisance?")
        #expect(lines.count { $0.hasPrefix("   - ") } == 2)
        #expect(
            lines.contains { $0.hasPrefix("   - no: decides ") }
                && lines.contains { $0.hasPrefix("   - yes: decides ") })
        #expect(lines.contains("3 more questions help less."))
    }
}

/// The part of the explanations of an area that is committed to be read.
struct AreaExplanation {
    private let area: AreaSession
    private let robustness: [Robustness]

    init(_ area: AreaSession) {
        self.area = area
        robustness = Self.gravestProblems(area.session).prefix(3).map {
            area.session.robustness(of: $0, scale: area.scale)
        }
    }

    /// Three interventions that are not suggested, and the three gravest problems.
    func text(_ language: Language) -> String {
        let renderer = ExplanationRenderer(area, language)
        var lines: [String] = []
        for finding in missingInterventions.prefix(3) {
            lines.append("why-not \(finding)")
            lines += renderer.missing(finding, indent: 1)
        }
        for result in robustness {
            lines.append("why --robustness \(result.finding)")
            lines += renderer.lines(result)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var missingInterventions: [FindingID] {
        (area.ruleBase.vocabulary("interventions")?.codes ?? [])
            .map { FindingID(template: "intervention", key: [$0.code]) }
            .filter { area.session.state(of: $0) == .refuted }
    }

    /// Found problems, the most severe first.
    private static func gravestProblems(_ session: Session) -> [FindingID] {
        let found = session.facts(of: "problem").map(\.fact).filter(\.isCertain)
        func severity(_ fact: Fact) -> FEELNumber {
            let values = session.value(of: "severity", in: fact)?.set.finiteValues ?? []
            return values.compactMap { if case .number(let number) = $0 { number } else { nil } }.min() ?? .zero
        }
        return found.enumerated()
            .sorted { (severity($1.element), $0.offset) < (severity($0.element), $1.offset) }
            .map { session.finding($0.element) }
    }
}
