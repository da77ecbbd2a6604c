import Foundation
import RuleEngine

/// The rules of an Areas set, and what its generator says of them.
enum AreasRules {
    static func network(_ folder: URL) throws -> Network {
        let rules = folder.appending(path: "rules")
        let names = try FileManager.default.contentsOfDirectory(atPath: rules.path).sorted().filter {
            $0.hasSuffix(".yaml")
        }
        let reading = RuleBaseReader.read(
            try names.map {
                SourceFile(name: $0, text: try String(contentsOf: rules.appending(path: $0), encoding: .utf8))
            })
        for diagnostic in reading.diagnostics where diagnostic.severity == .error { print(diagnostic.message.en) }
        return Network(reading.ruleBase)
    }

    /// Which share of the comparisons with a constant repeats another.
    static func shareOfRepeatedTests(_ folder: URL) throws -> Double {
        struct Expected: Decodable { let share_of_repeated_tests: Double }
        let data = try Data(contentsOf: folder.appending(path: "expected.json"))
        return try JSONDecoder().decode(Expected.self, from: data).share_of_repeated_tests
    }
}
