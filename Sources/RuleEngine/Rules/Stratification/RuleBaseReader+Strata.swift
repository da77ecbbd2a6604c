extension RuleBaseReader {
    /// Reads rule files and puts the rules in an order in which they can be decided.
    ///
    /// - Parameter files: in any order; their names decide the order of presentation.
    public static func read(_ files: [SourceFile]) -> Reading {
        let reader = RuleBaseReader(files: files)
        let order = Stratification(
            rules: reader.rules, templates: reader.templates, vocabularies: reader.vocabularies)
        return reader.reading(strata: order.strata, diagnostics: order.diagnostics)
    }
}
