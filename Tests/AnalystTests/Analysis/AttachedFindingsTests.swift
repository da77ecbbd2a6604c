import RuleEngine
import Testing

@testable import Analyst

/// What an approach needs first stands with that approach; what does not hold is told only where readers look for it.
@Suite struct AttachedFindingsTests {
    @Test(arguments: [
        ([], ["Eerst nagaan: Werkgevers die mensen zoeken en Begeleiding op de werkplek"]),
        (
            ["ondernemers werkgevers_zoeken_personeel false"],
            ["Eerst oplossen: Werkgevers die mensen zoeken", "Eerst nagaan: Begeleiding op de werkplek"]
        ),
        (
            [
                "ondernemers werkgevers_zoeken_personeel true", "professionals werkgevers_zoeken_personeel true",
                "ondernemers begeleiding_werkplek true", "professionals begeleiding_werkplek true",
            ], []
        ),
    ])
    func `an approach that fits says what to solve and what to check first`(answers: [String], lines: [String]) throws {
        let area = try Project.area("sheets/areas/leeuwarden-oost.yaml") {
            $0.replacing("answers: []", with: Self.text(of: answers))
        }
        let id = FindingID(template: "intervention", key: ["loonkostensubsidie-plaatsing"])
        let fact = try #require(area.session.fact(id)).fact
        #expect(fact.isCertain)
        let told = AttachedFindings(area.session, area.rules.report, .nl).properties(of: fact).map {
            "\($0.name): \($0.value)"
        }
        #expect(told == lines)
        let properties = AnalysisComposer(area, language: .nl).findings.finding(fact).properties.map {
            "\($0.name): \($0.value)"
        }
        #expect(properties.filter { $0.hasPrefix("Eerst") } == lines)
    }

    @Test func `a finding of another kind has nothing attached`() throws {
        let area = try Project.area("sheets/areas/leeuwarden-oost.yaml")
        let fact = try #require(area.session.fact(FindingID(template: "problem", key: ["armoede"]))).fact
        #expect(AttachedFindings(area.session, area.rules.report, .nl).properties(of: fact).isEmpty)
    }

    @Test func `problems tell what does not hold, circles do not`() throws {
        let analysis = AnalysisComposer(try Project.area("sheets/areas/lelystad-oost.yaml"), language: .nl).document()
            .whole
        func refuted(_ id: String) throws -> Int {
            let part = try #require(analysis.parts.first { $0.id == id })
            return part.blocks.flatMap(\.findings).filter { $0.state == .refuted }.count
        }
        #expect(try refuted("problemen-en-krachten") > 0)
        #expect(try refuted("oorzaken") == 0)
    }

    private static func text(of answers: [String]) -> String {
        guard !answers.isEmpty else { return "answers: []" }
        let lines = answers.map { answer in
            let words = answer.split(separator: " ")
            return "  - { question: \(words[1]), perspective: \(words[0]), value: \(words[2]) }"
        }
        return "answers:\n" + lines.joined(separator: "\n")
    }
}
