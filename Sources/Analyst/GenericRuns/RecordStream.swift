package import RuleEngine

/// Rules on records that come one by one: each line in gives a line out, and nothing is kept of it.
///
/// A line is a record as an object of JSON, its values by name, or a document with kinds of fact as `FactDocument` reads it.
/// The answer to a line depends on that line alone, so that a stream can be cut into parts that run at the same time.
package struct RecordStream: Sendable {
    private enum Kind: Sendable {
        case domain(CompiledRules, FEELDate, RunBounds)
        case production(ProductionNetwork, RuleBase)
    }

    private let kind: Kind
    private let language: Language
    private let record: String
    private let kinds: Set<String>

    /// For domain rules on a day.
    package init(_ rules: CompiledRules, on date: FEELDate, _ bounds: RunBounds, _ language: Language) {
        self.init(
            .domain(rules, date, bounds), rules.ruleBase.record.name, rules.ruleBase.templates.map(\.name), language)
    }

    /// For a production system, each record in a working memory of its own.
    package init(_ network: ProductionNetwork, _ ruleBase: RuleBase, _ language: Language) {
        self.init(.production(network, ruleBase), "", [], language)
    }

    private init(_ kind: Kind, _ record: String, _ templates: [String], _ language: Language) {
        self.kind = kind
        self.language = language
        self.record = record
        kinds = Set(templates + [record, "complete"])
    }

    /// What the rules say of the record on a line, as JSON on one line with its line break.
    ///
    /// - Parameter name: of the line, for messages.
    /// - Throws: what is wrong with the record, or `session/…` for an error of the run.
    package func answer(to bytes: [UInt8], name: String) throws(BadInput) -> String {
        let file: SourceFile
        do {
            file = try SourceFile(name: name, utf8: bytes)
        } catch {
            throw BadInput([error])
        }
        switch kind {
        case .domain(let rules, let date, let bounds):
            let document = try FactDocument(file, flat: (record, kinds))
            let run = DomainRun(rules, try RunInputs(FactFiles(document), rules.ruleBase), on: date)
            let errors = run.diagnostics.filter { $0.severity == .error }
            guard errors.isEmpty else { throw BadInput(errors, sources: [file]) }
            return run.answer(bounds, in: language).line + "\n"
        case .production(let network, let ruleBase):
            var run = try ProductionRun(network, FactFiles(FactDocument(file)), ruleBase)
            run.run()
            guard run.session.state != .stopped else { throw BadInput(run.session.diagnostics, sources: [file]) }
            return run.answer().line + "\n"
        }
    }
}
