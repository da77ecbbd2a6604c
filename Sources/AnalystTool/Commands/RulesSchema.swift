import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst rules schema`: JSON Schemas of the files that people write.
struct RulesSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Toon het JSON Schema van een soort bestand. / Show the JSON Schema of a kind of file.",
        discussion: "analyst rules schema vocabulary")

    @Argument(help: "Soort bestand; zonder: alle soorten. / Kind of file; without it: all kinds.")
    var kind: String?

    @Option(name: .customLong("lang"), help: "Taal: nl of en. / Language: nl or en.")
    var languageCode: String?

    func run() throws {
        guard let kind else {
            Console.output(RuleSchema.kinds.map { $0 + "\n" }.joined())
            return
        }
        guard let schema = RuleSchema(kind: kind) else {
            throw ValidationError(RuleSchema.kinds.joined(separator: ", "))
        }
        Console.output(schema.text)
    }
}
