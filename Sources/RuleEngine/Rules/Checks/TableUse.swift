/// Which outputs of the tables of a rule are read by nothing.
struct TableUse {
    let rule: Rule

    /// A warning for each output that no condition, conclusion or explanation of the rule reads.
    var diagnostics: [Diagnostic] {
        let uses = rule.readExpressions.flatMap(\.variables)
        return rule.tables.flatMap { table -> [Diagnostic] in
            let own = uses.filter { $0.name == table.variable }
            if own.isEmpty { return [.unused(table.variable, nil, at: table.span)] }
            guard table.outputs.count > 1, own.allSatisfy({ $0.member != nil }) else { return [] }
            return table.outputs.filter { output in !own.contains { $0.member == output.name } }
                .map { .unused(table.variable, $0.name, at: table.span) }
        }
    }
}

extension Rule {
    /// All expressions, those of explanations too.
    fileprivate var readExpressions: [RuleExpression] {
        let pieces = conclusions.compactMap(\.because).flatMap { $0.nl + $0.en }
        return expressions + pieces.compactMap { if case .value(let expression) = $0 { expression } else { nil } }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unused(_ table: String, _ output: String?, at span: SourceSpan) -> Diagnostic {
        let name = output.map { "\(table).\($0)" } ?? table
        return Diagnostic(
            .warning, code: "table/output-not-used",
            message: LocalizedText(
                nl: "niets in deze regel leest uitkomst ‘\(name)’",
                en: "nothing in this rule reads the output ‘\(name)’"),
            at: span,
            hint: LocalizedText(
                nl: "gebruik ‘\(name)’ in een gevolg of een voorwaarde hieronder, of laat de kolom weg",
                en: "use ‘\(name)’ in a conclusion or a condition below, or leave the column out"))
    }
}
