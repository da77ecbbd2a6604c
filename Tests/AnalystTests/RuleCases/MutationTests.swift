import RuleEngine
import Testing

@testable import Analyst

/// Small changes of rules, and whether cases notice.
@Suite struct MutationTests {
    private static let more = [
        "limits.yaml": """
        ruleset: limits
        title: { nl: Grenzen, en: Limits }
        parameters:
          wide: { title: { nl: breed, en: wide }, unit: "%", values: { 2020-01-01: 50 }, judgement: { nl: zo, en: so } }
        rules:
          - rule: by-limit
            title: { nl: Grens, en: Limit }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when: [surface > wide]
            then: [{ mark: { code: wooded } }]
        """
    ]

    private func run(_ cases: String, filter: String? = nil) throws -> MutationRun {
        let library = try GardenCases.library(Self.more)
        return MutationRun(library, try GardenCases.read(cases, library), filter: RuleTestFilter(filter))
    }

    /// "original → replacement outcome"
    private func outcomes(_ run: MutationRun) -> [String] {
        run.results.map { result in
            let outcome =
                switch result.outcome {
                case .noticed: "noticed"
                case .unnoticed: "unnoticed"
                case .refused: "refused"
                }
            return "\(result.mutant.original) → \(result.mutant.replacement) \(outcome)"
        }
    }

    @Test func `P4: without cases nothing is noticed, and the score says so`() throws {
        let run = try run("cases: []", filter: "by-limit")
        #expect(run.noticed == 0)
        #expect(run.score == 0)
        #expect(
            outcomes(run) == [
                "surface > wide → true unnoticed", "> → >= unnoticed", "> → < unnoticed",
            ])
    }

    @Test func `a case on the threshold and one above notice what they can`() throws {
        let cases = """
            cases:
              - case: above
                given: { figures: { surface: 51 } }
                fires: by-limit
              - case: on-the-threshold
                given: { figures: { surface: 50 } }
                not-fires: by-limit
            """
        let run = try run(cases, filter: "limit")
        #expect(
            outcomes(run) == [
                "50 → 55 noticed", "50 → 45 noticed", "surface > wide → true noticed", "> → >= noticed",
                "> → < noticed",
            ])
        #expect(run.score == 1)
    }

    @Test func `a case far from the threshold notices less`() throws {
        let cases = """
            cases:
              - case: far-above
                given: { figures: { surface: 500 } }
                fires: by-limit
              - case: far-below
                given: { figures: { surface: 5 } }
                not-fires: by-limit
            """
        let run = try run(cases, filter: "limit")
        #expect(
            outcomes(run) == [
                "50 → 55 unnoticed", "50 → 45 unnoticed", "surface > wide → true noticed", "> → >= unnoticed",
                "> → < noticed",
            ])
        let text = MutationReport(run: run, language: .en).text
        #expect(text.contains("4:76 threshold moved: 50 → 55"))
        #expect(text.contains("Score: 40.0 %: of 5 changes the cases notice 2; 0 are no valid rules"))
    }

    @Test func `a case that fails already notices nothing`() throws {
        let cases = "cases: [{ case: wrong, given: { figures: { surface: 5 } }, fires: by-limit }]"
        #expect(try run(cases, filter: "limit").noticed == 0)
    }

    @Test func `what must not be there can be turned round`() throws {
        let run = try run("cases: []", filter: "small")
        #expect(outcomes(run).contains("absent → exists unnoticed"))
    }

    @Test func `the rules themselves stay as they are, and each run says the same`() throws {
        let cases = "cases: [{ case: one, given: { figures: { surface: 400 } }, fires: [large, by-limit] }]"
        let (first, second) = (try run(cases), try run(cases))
        #expect(outcomes(first) == outcomes(second))
        #expect(first.results.count > 10)
    }

    @Test func `each mutant of the project's rules replaces what stands at its place`() throws {
        let library = try Project.library.get()
        let files = Dictionary(library.files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let mutants = RuleMutations(library).all
        #expect(mutants.count > 2_000)
        for mutant in mutants { #expect(files[mutant.span.file]?.written(mutant.span) == mutant.original) }
        #expect(Set(mutants.map(\.operation)) == Set(RuleMutant.Operation.allCases))
    }
}
