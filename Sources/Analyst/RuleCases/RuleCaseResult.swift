import RuleEngine

/// What became of a case.
struct RuleCaseResult: Sendable {
    /// Something that is not as the case says.
    struct Failure: Sendable {
        /// Where the case asks for it.
        let span: SourceSpan
        let expected: LocalizedText
        let found: LocalizedText
        /// Why it is as it is: lines in the language of the run.
        let why: [String]
    }

    let ruleCase: RuleCase
    let failures: [Failure]

    var passes: Bool { failures.isEmpty }
}
