import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Which interventions go together, within the means, and why each other one was left out.
@Suite struct PackageChoiceTests {
    private static func package(_ area: AreaSession) -> PackageChoice { AreaChoices(area).package }

    private static func reasons(_ package: PackageChoice) -> [String: PackageChoice.Reason] {
        Dictionary(package.leftOut.map { ($0.option.code, $0.reason) }, uniquingKeysWith: { first, _ in first })
    }

    private static let two = ["armoede": 25, "verval": 25]

    @Test func `of two that do the same the better founded is taken, and the other says what it would cost`() throws {
        let package = Self.package(try TownRules.area(Self.two))
        #expect(package.steps.map(\.option.code) == ["baan", "sloop"])
        #expect(Self.reasons(package) == ["hulp": .addsLittle, "onderhoud": .replaces(["sloop"], loss: 2)])
        #expect(package.untouched.isEmpty)
    }

    @Test func `nothing found, no package`() throws {
        let package = Self.package(try TownRules.area())
        #expect(package.isEmpty && package.leftOut.isEmpty && package.variants.isEmpty)
    }

    @Test(arguments: [
        ("100000", ["hulp"]), ("200000", ["hulp", "onderhoud"]), ("1000000", ["hulp", "onderhoud"]),
        ("1100000", ["onderhoud", "baan"]), ("99999", []),
    ])
    func `a package stays within the budget, by the upper end of the costs`(budget: String, steps: [String]) throws {
        let lines = [
            "voices: { complete: true, known: [] }",
            "means: { budget: { amount: \(budget), unit: euro-per-jaar, price_year: 2024 } }",
        ]
        #expect(Set(Self.package(try TownRules.area(Self.two, lines: lines)).steps.map(\.option.code)) == Set(steps))
    }

    @Test func `what asks more than there is says so`() throws {
        let lines = ["voices: { complete: true, known: [] }", "means: { capacity: 2 }"]
        let package = Self.package(try TownRules.area(Self.two, lines: lines))
        #expect(Set(package.steps.map(\.option.code)) == ["hulp", "onderhoud"])
        #expect(Self.reasons(package) == ["baan": .beyondMeans, "sloop": .beyondMeans])
    }

    @Test func `two that clash are not taken both, and the reason names the other`() throws {
        let rules = TownRules.rules(extra: ["baan": "clashes_with: [sloop]"])
        let package = Self.package(try TownRules.area(Self.two, under: rules))
        #expect(Set(package.steps.map(\.option.code)) == ["baan", "onderhoud"])
        #expect(Self.reasons(package)["sloop"] == .clashes(with: ["baan"]))
    }

    @Test func `what reinforces is taken before an equal`() throws {
        let rules = TownRules.rules(extra: ["onderhoud": "reinforces: [baan]"])
        let package = Self.package(try TownRules.area(Self.two, under: rules))
        #expect(Set(package.steps.map(\.option.code)) == ["baan", "onderhoud"])
        #expect(package.steps.first { $0.option.code == "baan" }?.reinforces == ["onderhoud"])
    }

    @Test func `a full package says what would have to go`() throws {
        let rules = TownRules.rules(["maximum_interventies": 1])
        let package = Self.package(try TownRules.area(["armoede": 45, "verval": 25], under: rules))
        #expect(package.steps.map(\.option.code) == ["baan"])
        #expect(Self.reasons(package)["sloop"] == .replaces(["baan"], loss: 25))
        #expect(package.untouched == ["verval"])
    }

    @Test func `what runs is not begun again, and what it works on counts for less`() throws {
        let lines = [
            "voices: { complete: true, known: [] }",
            "efforts: { complete: true, known: [{ code: x, intervention: baan, from: 2023, until: 2025 }] }",
        ]
        let package = Self.package(try TownRules.area(Self.two, lines: lines))
        #expect(package.running.map(\.effort.code) == ["x"])
        #expect(package.running.map(\.problems) == [["armoede"]])
        #expect(!package.steps.contains { $0.option.code == "baan" })
        #expect(!package.leftOut.contains { $0.option.code == "baan" })
    }

    @Test func `an effort that ended runs no more`() throws {
        let lines = [
            "voices: { complete: true, known: [] }",
            "efforts: { complete: true, known: [{ code: x, intervention: baan, until: 2023 }] }",
        ]
        let package = Self.package(try TownRules.area(Self.two, lines: lines))
        #expect(package.running.isEmpty)
        #expect(package.steps.contains { $0.option.code == "baan" })
    }

    @Test func `a variant leans, and one that hardly differs is not shown`() throws {
        let rules = TownRules.rules(["maximum_interventies": 2, "punten_variant": 60])
        let figures = ["armoede": 25, "verval": 25, "ziekte": 25, "school": 25]
        let package = Self.package(try TownRules.area(figures, under: rules))
        let variants = package.variants
        for variant in variants {
            #expect(variant.added.count >= 2 || variant.dropped.count >= 2)
            #expect(Set(variant.steps).subtracting(variant.added).isSubset(of: package.steps.map(\.option.code)))
        }
        #expect(!variants.isEmpty)
        #expect(
            Self.package(
                try TownRules.area(figures, under: TownRules.rules(["maximum_interventies": 2, "punten_variant": 0]))
            )
            .variants.isEmpty)
    }

    @Test func `periods follow the horizon, and first steps come from one domain each before a second`() throws {
        let package = Self.package(try TownRules.area(["armoede": 45, "onrust": 25, "verval": 25]))
        #expect(package.steps.map(\.option.period.rawValue) == package.steps.map(\.option.period.rawValue).sorted())
        #expect(package.firstSteps.first?.option.problems == ["armoede"])
        let domains = package.firstSteps.map(\.option.domain)
        #expect(Set(domains.prefix(Set(domains).count)).count == Set(domains).count)
    }

    @Test func `no package of ten thousand random sheets breaks a limit, and the same sheet gives the same package`()
        throws
    {
        var random = SeededGenerator(seed: 7)
        let rules = TownRules.rules(extra: ["toezicht": "clashes_with: [bemiddeling]"])
        for _ in 0..<(FullRuns.isAsked ? 10_000 : 100) {
            let figures = Dictionary(
                uniqueKeysWithValues: TownRules.problems.map { ($0, Int.random(in: 0...50, using: &random)) })
            let budget = Int.random(in: 0...3000, using: &random) * 1000
            let lines = [
                "voices: { complete: true, known: [] }",
                "means: { budget: { amount: \(budget), unit: euro-per-jaar }, capacity: \(Int.random(in: 0...9, using: &random)) }",
            ]
            let area = try TownRules.area(figures, under: rules, lines: lines)
            let package = Self.package(area)
            let classes = CostClass.all(rules.ruleBase)
            let cost = package.steps.reduce(0) { $0 + (classes.of($1.option.firstStep?.costClass)?.high ?? 0) }
            let load = package.steps.reduce(0) { $0 + ($1.option.firstStep?.load ?? 1) }
            #expect(cost * 1000 <= budget)
            #expect(load <= area.sheet.means?.capacity ?? 0)
            #expect(package.steps.count <= 4)
            #expect(Dictionary(grouping: package.steps, by: \.option.domain).values.allSatisfy { $0.count <= 2 })
            #expect(!Set(["toezicht", "bemiddeling"]).isSubset(of: package.steps.map(\.option.code)))
            #expect(package.steps.map(\.option.code) == Self.package(area).steps.map(\.option.code))
        }
    }
}
