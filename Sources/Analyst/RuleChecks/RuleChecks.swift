import RuleEngine

/// What the product asks of rules beyond what the engine needs to run them: no forbidden figures, no words that brand
/// people, no finding that is silently left aside.
struct RuleChecks {
    let library: RuleLibrary

    /// All that is wrong with the rules, what the engine found included, in the order of files and places.
    var diagnostics: [Diagnostic] {
        let ruleBase = library.ruleBase
        return library.reading.diagnostics + ForbiddenFigures(ruleBase).diagnostics
            + StigmatisingWords(ruleBase, files: library.files).diagnostics
            // With rules left out for their faults, nothing can be said of what is used.
            + (library.hasErrors ? [] : FindingTable(ruleBase).diagnostics)
    }
}
