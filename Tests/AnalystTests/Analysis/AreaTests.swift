import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// The sixteen areas and the three wijken with full figures.
@Suite struct AreaTests {
    @Test func `the rules have no errors`() throws {
        let library = try Project.library.get()
        #expect(library.reading.diagnostics == [])
        #expect(library.ruleBase.rules.count >= 60)
    }

    @Test
    func `each of the sixteen areas has an analysis of its own, and no intervention heads nearly all`()
        throws
    {
        let paths = Project.sheets("areas")
        #expect(paths.count == 16)
        var summaries: [String: String] = [:]
        var first: [String: Int] = [:]
        for path in paths {
            let area = try Project.area(path)
            #expect(area.session.diagnostics == [])
            summaries[path] = AreaSummary(area).text
            for code in AreaSummary(area).firstInterventions { first[code, default: 0] += 1 }
            #expect(AreaSummary(area).heaviestChallenges.count <= 5)
        }
        #expect(Set(summaries.values).count == 16)
        let text = paths.map { "# \($0)\n\(summaries[$0] ?? "")" }.joined(separator: "\n")
        try Golden.expect(text, equals: "Analysis/Golden/areas.txt")

        #expect(first.filter { $0.value > 12 } == [:])
        #expect(!first.isEmpty)
    }

    @Test(arguments: Project.sheets("amsterdam"))
    func `in a wijk with full figures each domain has findings, is refuted, or is open with what it waits for`(
        path: String
    ) throws {
        let area = try Project.area(path)
        let domains = try #require(area.ruleBase.vocabulary("domains")).codes.filter {
            $0.value("counts") == .boolean(true)
        }
        #expect(domains.count == 5)
        let problems = try #require(area.ruleBase.vocabulary("problems"))
        for domain in domains {
            let codes = problems.codes.filter { $0.string("domain") == domain.code }
            let states = codes.map { area.session.state(of: FindingID(template: "problem", key: [$0.code])) }
            #expect(!states.isEmpty)
            for code in codes where area.session.state(of: FindingID(template: "problem", key: [code.code])) == .open {
                let fact = try #require(area.session.fact(FindingID(template: "problem", key: [code.code]))).fact
                #expect(!area.session.awaitedInputs(of: fact).isEmpty, "\(code.code) is open but waits for nothing")
            }
        }
    }

    @Test func `an analysis is the same to the byte in two runs`() throws {
        let path = "sheets/amsterdam/slotermeer-noordoost.yaml"
        for format in ReportFormat.allCases where format != .pdf {
            for language in Language.allCases {
                let request = ReportRequest(format, language)
                let first = try ReportRenderer.bytes(
                    [AnalysisComposer(try Project.area(path), language: language).document()], request)
                let second = try ReportRenderer.bytes(
                    [AnalysisComposer(try Project.area(path), language: language).document()], request)
                #expect(first == second)
                #expect(!first.isEmpty)
            }
        }
    }

    @Test func `with nobody heard the analysis says that it is provisional`() throws {
        let path = "sheets/amsterdam/slotermeer-noordoost.yaml"
        #expect(AreaConclusions(try Project.area(path)).isProvisional)
        let heard = try Project.area(path) {
            $0.replacing(
                "answers: []", with: "answers:\n  - { question: drugsoverlast, perspective: bewoners, value: true }")
        }
        #expect(!AreaConclusions(heard).isProvisional)
    }
}

/// What an analysis says of an area, in a few lines.
struct AreaSummary {
    let area: AreaSession

    init(_ area: AreaSession) { self.area = area }

    /// All problems and strengths, main challenges, and the first ten interventions in the order of the report.
    var text: String {
        let (problems, strengths) = (found("problem"), found("strength"))
        let (challenges, interventions) = (found("challenge"), found("intervention"))
        return """
            problem: \(told(problems))\(open("problem"))
            strength: \(told(strengths))\(open("strength"))
            challenge: \(told(challenges))\(open("challenge"))
            intervention: \(told(Array(interventions.prefix(10)))) [found: \(interventions.count)]\(open("intervention"))

            """
    }

    var firstInterventions: [String] { found("intervention").prefix(10).flatMap { area.session.finding($0).key } }
    var heaviestChallenges: [String] { found("challenge").flatMap { area.session.finding($0).key } }

    private func found(_ template: String) -> [Fact] {
        area.session.heaviestFirst(area.session.facts(of: template).map(\.fact).filter(\.isCertain))
    }

    private func open(_ template: String) -> String {
        " [open: \(area.session.facts(of: template).count { !$0.fact.isCertain })]"
    }

    private func told(_ facts: [Fact]) -> String {
        facts.map { fact in
            let fields = fact.fields.filter { $0.set.exactValue.map { $0 != .null } ?? true }
                .map { Self.short($0.set) }.filter { !$0.isEmpty }
            let key = area.session.finding(fact).key.joined(separator: ">")
            return key + (fields.isEmpty ? "" : " \(fields.joined(separator: "/"))")
        }.joined(separator: ", ")
    }

    /// Numbers only; lists would make the summary long.
    private static func short(_ set: ValueSet) -> String {
        switch set {
        case .exactly(.number(let number)): number.description
        case .oneOf(let values): values.map(\.text).joined(separator: "|")
        default: ""
        }
    }
}
