import DecisionModels
import Foundation
import RuleEngine
import Testing

/// Runs the DMN test kit, all result nodes of it, and compares the score with the one on record in `passed.txt`.
@Suite struct ConformanceTests {
    @Test(.enabled(if: Kit.isThere, "There is no DMN test kit: name its folder in the environment variable KIT."))
    func `as many results of the kit are right as the record says, and those that fail call Java`() throws {
        let kit = try #require(try Kit.open())
        let results = try kit.folders().flatMap { folder in
            let results = try folder.results()
            print("\(folder.name): \(results.count(where: \.result.passed))/\(results.count)")
            return results
        }
        try kit.close()
        let failures = results.filter { !$0.result.passed }
        for result in failures { print(result.failure) }
        for kind in Set(results.map(\.result.kind)).sorted() {
            let some = results.filter { $0.result.kind == kind }
            print("  \(kind): \(some.count(where: \.result.passed))/\(some.count)")
        }
        let passed = results.count(where: \.result.passed)
        print("conformance: \(passed)/\(results.count)")
        #expect(failures.filter { !$0.result.isForeign }.map(\.name) == [], "only what calls Java may fail")
        let record = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "passed.txt")
        let committed = try #require(
            Int(String(contentsOf: record, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(passed >= committed, "fewer results are right than the \(committed) on record")
        #expect(passed <= committed, "more results are right than the \(committed) on record: write \(passed) into it")
    }

    @Test func `values agree within the tolerance of the kit and no further`() throws {
        let near = try #require(FEELNumber("1.000000005"))
        let far = try #require(FEELNumber("1.00000002"))
        #expect(CaseValue.agree(.number(near), .number(1), nil))
        #expect(!CaseValue.agree(.number(far), .number(1), nil))
        #expect(!CaseValue.agree(.list([.number(1), .number(2)]), .list([.number(2), .number(1)]), nil))
    }
}
