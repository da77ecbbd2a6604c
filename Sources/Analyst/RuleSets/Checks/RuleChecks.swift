package import RuleEngine

/// What the product asks of rules beyond what the engine needs to run them: no forbidden figures, no words that brand
/// people or that few know, no finding that is silently left aside, no conclusion that is surer than its sign or that
/// contradicts another, nothing that limits rights without a ground.
package struct RuleChecks {
    package let library: RuleLibrary
    /// The day on which they are checked; `nil`: what hangs on the day is left out.
    package let day: FEELDate?

    package init(library: RuleLibrary, on day: FEELDate? = nil) {
        self.library = library
        self.day = day
    }

    /// All that is wrong with the rules, what the engine found included, in the order of files and places.
    package var diagnostics: [Diagnostic] {
        let ruleBase = library.ruleBase
        let files = library.files
        var checks: [@Sendable () -> [Diagnostic]] = [
            { ForbiddenFigures(ruleBase).diagnostics },
            {
                ReaderWords([StigmatisingWords.list(ruleBase), HardWords.list(ruleBase)], in: files).diagnostics
            },
            { UnitSpellings(ruleBase: ruleBase).diagnostics },
            { OwnReferences(ruleBase: ruleBase).diagnostics },
            { ContradictingPairs(ruleBase: ruleBase).diagnostics },
            { ParameterGaps(ruleBase: ruleBase).diagnostics },
            { CheckedFields(ruleBase).diagnostics },
            { CertaintyLimits(ruleBase: ruleBase).diagnostics },
            { [isWhole = !library.hasErrors] in
                ExclusiveFindings(ruleBase).diagnostics.filter { isWhole || $0.code != ExclusiveFindings.unknownCode }
            },
        ]
        if let day { checks.append { ExpiringCodes(ruleBase: ruleBase, day: day).diagnostics } }
        // With rules left out for their faults, nothing can be said of what is used and of what rules ask.
        if !library.hasErrors {
            checks += [
                { FindingTable(ruleBase).diagnostics },
                { RestrictiveCodes(ruleBase).diagnostics },
                { TableCoverage(ruleBase: ruleBase).diagnostics },
                { IdleRules(ruleBase: ruleBase).diagnostics },
                { MissingReasons(ruleBase: ruleBase).diagnostics },
                { UnusedQuestions(ruleBase: ruleBase).diagnostics },
            ]
            if let day { checks.append { ModelOnlyAdvice(ruleBase: ruleBase, day: day).diagnostics } }
        }
        return library.diagnostics + Concurrently.map(checks) { $0() }.flatMap(\.self)
    }
}
