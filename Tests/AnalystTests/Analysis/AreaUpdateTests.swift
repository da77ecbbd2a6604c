import RuleEngine
import Testing

@testable import Analyst

/// The page that says what changed, and the plan to follow challenges by.
@Suite struct AreaUpdateTests {
    private static func page(_ first: AreaSession, _ second: AreaSession) -> String {
        let composers = [first, second].map { AnalysisComposer($0, language: .en) }
        return TextReport(language: .en, width: 1000)
            .text(AreaUpdate(from: composers[0], to: composers[1]).document.whole)
    }

    @Test func `it tells what came, went and stayed, and which figures changed`() throws {
        let page = Self.page(
            try TownRules.area(["armoede": 45, "verval": 25]), try TownRules.area(["armoede": 35, "onrust": 25]))
        for line in [
            "- New: onrust", "- Gone: verval", "- Still there: armoede", "- New: opgave-onrust",
            "- Gone: opgave-verval",
            "- armoede: from 45 % (2023) to 35 % (2023)",
        ] {
            #expect(page.contains(line), "\(line)\n\(page)")
        }
    }

    @Test func `the same analysis twice changes nothing`() throws {
        let area = try TownRules.area(["armoede": 45])
        let page = Self.page(area, area)
        #expect(!page.contains("New:") && !page.contains("Gone:") && !page.contains("from 45"))
    }

    @Test func `who is heard for the first time is named, and a new order of challenges told`() throws {
        let lines = [
            "voices: { complete: true, known: [{ perspective: bewoners, ranking: [verval] }] }"
        ]
        let figures = ["armoede": 25, "verval": 25]
        let page = Self.page(try TownRules.area(figures), try TownRules.area(figures, lines: lines))
        #expect(page.contains("Now heard too: bewoners."))
        #expect(page.contains("New order: opgave-verval; opgave-armoede"))
    }

    @Test func `each main challenge of an area has a figure to follow, or is named without`() throws {
        let composer = AnalysisComposer(try Project.area("sheets/areas/utrecht-overvecht.yaml"), language: .nl)
        let plan = Monitoring(composer)
        let main = Set(composer.choices.challenges.main.map(\.code))
        #expect(Set(plan.lines.map(\.challenge)).union(plan.without) == main)
        #expect(!plan.lines.isEmpty)
    }
}
