import Foundation
import RuleEngine

/// The figures of a fact sheet with their benchmarks, as inputs of a session; voices and efforts stay unknown.
///
/// Read line by line, as the engine gives its reader of YAML to nobody: a figure stands on one line, as
/// `name: { value: 1, year: 2020, … }`.
enum SheetValues {
    static func inputs(_ path: String) throws -> SessionInputs {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline)
        let figures = lines.drop { $0 != "figures:" }.dropFirst().prefix { $0.hasPrefix("  ") }
        var values: [RecordSchema.Slot: ValueSet] = [:]
        for line in figures {
            guard let figure = line.wholeMatch(of: #/  ([a-z0-9_]+): \{(.*)\}\s*/#) else { continue }
            for entry in figure.2.matches(of: #/[ ,]([a-z_]+): (-?[0-9.]+)/#) {
                guard let context = contexts[String(entry.1)], let number = FEELNumber(String(entry.2)) else {
                    continue
                }
                values[.init(context: context, name: String(figure.1))] = .exactly(.number(number))
            }
        }
        guard let date = FEELDate("2026-11-01") else { preconditionFailure("a fixed date is well formed") }
        return SessionInputs(date: date, values: values, completeness: ["voice": .complete])
    }

    /// Where the numbers of a figure stand in the record.
    private static let contexts: [String: String?] = [
        "value": nil, "gemeente": "gemeente", "nederland": "nederland", "percentile": "percentiel", "year": "jaar",
    ]
}
