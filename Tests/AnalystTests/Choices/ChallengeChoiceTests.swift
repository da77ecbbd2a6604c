import RuleEngine
import Testing

@testable import Analyst

/// Which challenges are the main ones: points, people, ties and what is still open.
@Suite struct ChallengeChoiceTests {
    private static func choice(_ area: AreaSession) -> ChallengeChoice { AreaChoices(area).challenges }

    @Test func `the world of these tests is sound`() {
        #expect(TownRules.diagnostics().filter { $0.severity == .error }.map(\.message.en) == [])
    }

    @Test func `the heaviest come first, at most as many as the rules say`() throws {
        let choice = Self.choice(
            try TownRules.area(["armoede": 45, "onrust": 25, "verval": 35, "stilte": 26, "ziekte": 5]))
        #expect(choice.main.map(\.code) == ["opgave-armoede", "opgave-verval", "opgave-onrust"])
        #expect(choice.others.map(\.code) == ["opgave-stilte"])
        #expect(
            choice.main.first?.points == [
                .init(reason: .weight, value: 68), .init(reason: .distance("cijfer_armoede"), value: 10),
            ])
    }

    @Test func `a light problem is no challenge, nor is what the country has too`() throws {
        #expect(Self.choice(try TownRules.area(["armoede": 15])).main.isEmpty)
        let ranked = try #require(Self.choice(try TownRules.area(["armoede": 21])).main.first)
        #expect(ranked.points.map(\.value) == [34, 10])
    }

    @Test func `what residents name goes before what a figure of the same severity tells`() throws {
        let lines = [
            "voices: { complete: true, known: [{ perspective: bewoners, people: 12 }] }",
            "answers: [{ question: ziet_stilte, perspective: bewoners, value: true, date: 2024-05-01 }]",
        ]
        let choice = Self.choice(try TownRules.area(["armoede": 25], lines: lines))
        #expect(choice.main.map(\.code) == ["opgave-stilte", "opgave-armoede"])
        #expect(
            choice.main.first?.points == [
                .init(reason: .weight, value: 34), .init(reason: .voice("bewoners"), value: 15),
            ])
    }

    @Test(arguments: [
        ("[verval, armoede]", ["opgave-verval", "opgave-armoede"]),
        ("[armoede, verval]", ["opgave-armoede", "opgave-verval"]),
        ("[school, verval]", ["opgave-verval", "opgave-armoede"]),
    ])
    func `a ranking of residents changes the order of equals`(ranking: String, order: [String]) throws {
        let lines = ["voices: { complete: true, known: [{ perspective: bewoners, ranking: \(ranking) }] }"]
        let choice = Self.choice(try TownRules.area(["armoede": 25, "verval": 25], lines: lines))
        #expect(choice.main.map(\.code) == order)
    }

    @Test func `how bad people find it counts, step by step`() throws {
        func points(_ degree: String) throws -> Int {
            let lines = [
                "voices: { complete: true, known: [{ perspective: bewoners }] }",
                "answers: [{ question: ziet_onrust, perspective: bewoners, value: true, degree: \(degree) }]",
            ]
            return Self.choice(try TownRules.area(lines: lines)).main.first?.total ?? 0
        }
        #expect(try ["slight", "clear", "serious", "very-serious"].map(points) == [49, 53, 57, 61])
    }

    @Test func `a tie at the cut is told, and what is nearly one is not`() throws {
        let tied = ["armoede": 25, "onrust": 25, "verval": 25, "stilte": 25]
        #expect(Self.choice(try TownRules.area(tied)).isTieAtCut)
        #expect(
            !Self.choice(try TownRules.area(tied.merging(["onrust": 35, "armoede": 35, "verval": 35]) { $1 }))
                .isTieAtCut)
        #expect(!Self.choice(try TownRules.area(["armoede": 25, "onrust": 25, "verval": 25])).isTieAtCut)
    }

    @Test func `open challenges that could still be main are named, others are not`() throws {
        let lines = ["voices: { complete: false, known: [] }"]
        let few = Self.choice(try TownRules.area(["armoede": 45], lines: lines))
        #expect(few.couldChange.count == 5)
        // An open one is worth 34 at most; three of 68 and more cannot be passed.
        let many = Self.choice(try TownRules.area(["armoede": 45, "onrust": 45, "verval": 45], lines: lines))
        #expect(many.couldChange.isEmpty)
    }
}
