import Foundation
import RuleEngine

/// Runs the DMN test kit: `Conformance FOLDER [--failures] [--committed FILE]`.
///
/// Prints passed and total per folder and, last, those of the literal expressions and decision tables. Exit code 1
/// when fewer pass than the committed number says.
@main
struct Conformance {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let kit = arguments.first(where: { !$0.hasPrefix("--") }) else {
            print("usage: Conformance FOLDER [--failures] [--committed=FILE]")
            exit(2)
        }
        let results = folders(in: URL(fileURLWithPath: kit)).flatMap { folder in
            let results = folder.results()
            print("\(folder.name): \(results.filter(\.passed).count)/\(results.count)")
            return results
        }
        if arguments.contains("--failures") { printFailures(results) }
        printKinds(results)
        let counted = results.filter(\.isCounted)
        let passed = counted.filter(\.passed).count
        let committed = arguments.first { $0.hasPrefix("--committed=") }
            .flatMap { try? String(contentsOfFile: String($0.dropFirst(12)), encoding: .utf8) }
            .flatMap { Int($0.trimmed) }
        if let committed, passed < committed {
            print("Fewer pass than the \(committed) that passed before.")
        } else if let committed, passed > committed {
            print("More pass than the \(committed) on record: write \(passed) into passed.txt.")
        }
        print("conformance: \(passed)/\(counted.count)")
        exit(passed < committed ?? 0 ? 1 : 0)
    }

    private static func folders(in kit: URL) -> [KitFolder] {
        let cases = kit.appendingPathComponent("TestCases")
        return ["compliance-level-2", "compliance-level-3"].flatMap { level in
            let url = cases.appendingPathComponent(level)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
            return names.sorted().map { KitFolder(level: level, name: $0, url: url.appendingPathComponent($0)) }
        }
    }

    private static func printKinds(_ results: [KitResult]) {
        for kind in Set(results.map(\.kind)).sorted() {
            let some = results.filter { $0.kind == kind }
            print("  \(kind): \(some.filter(\.passed).count)/\(some.count)")
        }
    }

    private static func printFailures(_ results: [KitResult]) {
        for result in results where !result.passed {
            let found = result.found.map(\.text) ?? "no such decision"
            print("FAILS \(result.folder) \(result.name) [\(result.kind)]: \(result.text)")
            print("      expected \(result.expected.text), found \(found)")
        }
    }
}
