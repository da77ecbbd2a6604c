import Analyst
internal import ArgumentParser
import DecisionModels
import RuleEngine

/// `analyst dmn run`: the decisions of a model for records.
struct DMNRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Voer een beslismodel uit. / Run a decision model.",
        discussion: """
            analyst dmn run lening.dmn --inputs aanvraag.json
            analyst dmn run lening.dmn --inputs aanvragen.csv --decision Oordeel
            analyst dmn run lening.dmn --inputs aanvraag.yaml --call 'Beoordeling'

            Invoer is één record (een mapping), een lijst van records, of een tabel met een regel per record; de uitvoer is JSON.
            Input is one record (a mapping), a list of records, or a table with a line for each record; the output is JSON.
            """)

    @Argument(help: "Model: een bestand van DMN 1.1 tot en met 1.5. / Model: a file of DMN 1.1 to 1.5.")
    var model: String

    @Option(
        parsing: .upToNextOption,
        help: "Records: json, yaml of csv; - is de standaardinvoer. / Records: json, yaml or csv.")
    var inputs: [String] = []

    @Option(help: "Alleen deze beslissing; mag vaker. / This decision only; may be repeated.")
    var decision: [String] = []

    @Option(help: "Beslisservice of functie die wordt aangeroepen. / Decision service or function that is called.")
    var call: String?

    @Flag(name: .customLong("allow-errors"), help: "Ga door met wat goed is. / Go on with what is sound.")
    var allowErrors = false

    @OptionGroup var options: DMNOptions

    func run() throws {
        let file = try options.attempt { () throws(BadInput) in try ModelFile(argument: model) }
        let program = options.program(file)
        options.tell(program.diagnostics.filter { $0.severity == .error }, file.sources)
        if !allowErrors, program.diagnostics.contains(where: { $0.severity == .error }) {
            throw ExitCode(ExitStatus.badInput)
        }
        let (answers, records) = try options.attempt { () throws(BadInput) in
            let answers = try ModelAnswers(program, decisions: decision, service: call)
            var records = ModelRecords(for: program)
            for path in inputs { try records.read(argument: path) }
            return (answers, records)
        }
        options.tell(records.warnings, records.sources)
        var notes: [Diagnostic] = []
        let rows = inputs.isEmpty ? [FEELContext()] : records.records
        let texts = rows.map { record in
            let answer = answers.answer(record)
            for note in answer.notes where notes.count < 400 && !notes.contains(note.diagnostic) {
                notes.append(note.diagnostic)
            }
            return JSONText(answer.value)
        }
        options.tell(notes, file.sources)
        if records.isList || texts.count != 1 {
            Console.output(JSONText.array(texts).text + "\n")
        } else {
            for text in texts { Console.output(text.text + "\n") }
        }
    }
}
