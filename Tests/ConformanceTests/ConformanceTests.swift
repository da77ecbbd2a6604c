import Foundation
import RuleEngine
import Testing

/// Runs the DMN test kit and compares the score with the one on record in `passed.txt`.
@Suite struct ConformanceTests {
    @Test(.enabled(if: Kit.isThere, "There is no DMN test kit: name its folder in the environment variable KIT."))
    func `as many results of the kit are right as the record says`() throws {
        let kit = try #require(try Kit.open())
        let results = try kit.folders().flatMap { folder in
            let results = folder.results()
            print("\(folder.name): \(results.count(where: \.passed))/\(results.count)")
            return results
        }
        try kit.close()
        for result in results where !result.passed { print(result.failure) }
        for kind in Set(results.map(\.kind)).sorted() {
            let some = results.filter { $0.kind == kind }
            print("  \(kind): \(some.count(where: \.passed))/\(some.count)")
        }
        let counted = results.filter(\.isCounted)
        let passed = counted.count(where: \.passed)
        print("conformance: \(passed)/\(counted.count)")
        let record = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "passed.txt")
        let committed = try #require(Int(try String(contentsOf: record, encoding: .utf8).trimmed))
        #expect(passed >= committed, "fewer results are right than the \(committed) on record")
        #expect(passed <= committed, "more results are right than the \(committed) on record: write \(passed) into it")
    }

    @Test func `values agree within the tolerance of the kit and no further`() throws {
        let near = try #require(FEELNumber("1.000000005"))
        let far = try #require(FEELNumber("1.00000002"))
        #expect(KitValue.agree(.number(near), .number(1)))
        #expect(!KitValue.agree(.number(far), .number(1)))
        #expect(!KitValue.agree(.list([.number(1), .number(2)]), .list([.number(2), .number(1)])))
    }
}
