package import RuleEngine

/// What the product asks of rules beyond what the engine needs to run them: no forbidden figures, no words that brand
/// people, no finding that is silently left aside, no conclusion that is surer than its sign or that contradicts another.
package struct RuleChecks {
    package let library: RuleLibrary

    package init(library: RuleLibrary) {
        self.library = library
    }

    /// All that is wrong with the rules, what the engine found included, in the order of files and places.
    package var diagnostics: [Diagnostic] {
        let ruleBase = library.ruleBase
        return library.diagnostics + ForbiddenFigures(ruleBase).diagnostics
            + StigmatisingWords(ruleBase, files: library.files).diagnostics
            + ParameterGaps(ruleBase: ruleBase).diagnostics
            + CertaintyLimits(ruleBase: ruleBase).diagnostics + ExclusiveFindings(ruleBase).diagnostics
            // With rules left out for their faults, nothing can be said of what is used.
            + (library.hasErrors ? [] : FindingTable(ruleBase).diagnostics)
    }
}
