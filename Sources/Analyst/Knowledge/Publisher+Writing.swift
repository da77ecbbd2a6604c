import RuleEngine

extension Publisher {
    /// A publisher as a user names it on a command line.
    ///
    /// - Throws: `knowledge/publisher`.
    package init(name: String, municipality: String?, number: String?) throws(BadInput) {
        let codes = [municipality.map { "municipality: '\($0)'" }, number.map { "oin: '\($0)'" }].compactMap { $0 }
        let text = "{ \((["name: \(YAMLWriter.scalar(name, flow: true))"] + codes).joined(separator: ", ")) }"
        var diagnostics: [Diagnostic] = []
        let file = SourceFile(name: "-", text: text)
        let publisher = YAMLParser.parseSingle(file).root.flatMap { Publisher.read($0, into: &diagnostics) }
        guard let publisher, diagnostics.isEmpty else { throw BadInput(diagnostics) }
        self = publisher
    }
}
