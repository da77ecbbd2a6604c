import Foundation
import RuleEngine

/// The figures of a fact sheet with their benchmarks, as inputs of a session; voices and efforts stay unknown.
enum SheetValues {
    static func inputs(_ path: String, _ ruleBase: RuleBase) throws -> SessionInputs {
        let file = SourceFile(name: path, text: try String(contentsOfFile: path, encoding: .utf8))
        var values: [RecordSchema.Slot: ValueSet] = [:]
        for entry in YAMLParser.parseSingle(file).root?["figures"]?.mapping ?? [] {
            let name = entry.name.value
            func set(_ key: String, _ context: String?) {
                guard let text = entry.value[key]?.scalar?.text, let number = FEELNumber(text) else { return }
                values[.init(context: context, name: name)] = .exactly(.number(number))
            }
            set("value", nil)
            set("gemeente", "gemeente")
            set("nederland", "nederland")
            set("percentile", "percentiel")
            set("year", "jaar")
        }
        guard let date = FEELDate("2026-11-01") else { preconditionFailure("a fixed date is well formed") }
        return SessionInputs(date: date, values: values, completeness: ["voice": .complete])
    }
}
