extension RuleBaseReader {
    /// Reads rule files and puts the rules in an order in which they can be decided.
    ///
    /// - Parameter files: in any order; their names decide the order of presentation.
    public static func read(_ files: [SourceFile]) -> Reading { read(files, by: OneWorker()) }

    /// The same, with the work parted among workers.
    package static func read(_ files: [SourceFile], by workers: some PartWorkers) -> Reading {
        let results = workers.map(files) { YAMLRecovery.parseSingle($0) }
        return read(recovered: zip(files, results).map { ($0.name, $1) }, by: workers)
    }

    /// Reads rule files that are parsed already, each under its name: what did not change need not be parsed again.
    package static func read(documents: [(name: String, result: YAMLResult)]) -> Reading {
        read(
            recovered: documents.map { name, result in
                (name, YAMLRecovery.Result(root: result.root, diagnostics: result.diagnostics, leftOut: [:]))
            }, by: OneWorker())
    }

    private static func read(
        recovered documents: [(name: String, result: YAMLRecovery.Result)], by workers: some PartWorkers
    ) -> Reading {
        let reader = RuleBaseReader(documents: documents, by: workers)
        let order = Stratification(
            rules: reader.rules, templates: reader.templates, vocabularies: reader.vocabularies)
        return reader.reading(strata: order.strata, diagnostics: order.diagnostics)
    }
}
