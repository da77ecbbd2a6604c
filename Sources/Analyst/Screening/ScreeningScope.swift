package import RuleEngine

/// What a screening looks at: the figures that its tables hold for areas of a level, and the rules that these can decide.
///
/// Rules that need anything else (other figures, what people say) take no part. So an area differs from another by its own
/// figures alone, and only a figure that its tables lack leaves anything open.
package struct ScreeningScope {
    /// Codes of the indicators that the tables hold, in the order of the sheet.
    package let indicators: [String]
    package let rules: CompiledRules
    /// The tables that these figures come from.
    package let sources: [SheetSource]

    /// - Parameters:
    ///   - figures: those of the country.
    ///   - inputs: the same as a session sees them, without what the date leaves out.
    ///   - filled: codes of the indicators that some area of the level has.
    package init(_ rules: CompiledRules, _ figures: [ImportedSheet.Figure], inputs: SessionInputs, filled: Set<String>)
    {
        let held = figures.filter { inputs.values[.init(name: $0.name)] != nil && filled.contains($0.name) }
        indicators = held.map(\.name)
        var sources: [SheetSource] = []
        for figure in held where !sources.contains(figure.newest.recipe.source) {
            sources.append(figure.newest.recipe.source)
        }
        self.sources = sources
        let slots = indicators.flatMap { name in
            FigureContext.allCases.map { RecordSchema.Slot(context: $0.name, name: name) }
        }
        self.rules = rules.restricted(to: Set(slots), for: ScreeningTemplate.all)
    }
}

/// The kinds of fact that a screening reads.
package enum ScreeningTemplate {
    package static let problem = "problem"
    package static let order = "screening"
    package static let known = "known_domain"
    package static let flag = "screening_flag"
    package static let reason = "no_rank"
    package static let all: Set = [problem, order, known, flag, reason]
}
