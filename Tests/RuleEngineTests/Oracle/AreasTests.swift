import RuleEngine
import TestSupport
import Testing

/// The Areas set of the benchmarks, where it is on this machine.
@Suite struct AreasTests {
    @Test func `areas in one pass and one by one come to the same conclusions on the same grounds`() throws {
        guard let set = try AreasSet(first: 300) else { return }
        #expect(set.ruleBase.rules.count == 200)
        let date = try #require(FEELDate("2024-01-01"))
        let run = try #require(
            ColumnarSession(Network(set.ruleBase), set.columns, on: date, recordingJustifications: true))
        #expect(ColumnarComparison(run).differences == [])
        #expect(run.conclusions.contains { !$0.isCertain })
    }

    @Test func `all areas give as many firings as they must in both bounds`() throws {
        guard FullRuns.isAsked, let set = try AreasSet(first: nil) else { return }
        let date = try #require(FEELDate("2024-01-01"))
        let run = try #require(ColumnarSession(Network(set.ruleBase), set.columns, on: date))
        #expect(run.firings.reduce(0) { $0 + $1.certain } == 232_235)
        // A program that does not know the range of the indicators comes to 341,400: a value that is not known cannot be
        // greater than a factor times one that is near the top.
        #expect(run.firings.reduce(0) { $0 + $1.possible } == 340_819)
    }
}
