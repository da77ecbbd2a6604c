/// Sentences of expressions, read and approved: `expression ⇒ Dutch ⇒ English`.
enum VerbalizerTables {
    static var all: String { [operators, values, calls].joined(separator: "\n") }
}
