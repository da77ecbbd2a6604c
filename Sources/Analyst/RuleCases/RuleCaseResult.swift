package import RuleEngine

/// What became of a case.
package struct RuleCaseResult: Sendable {
    /// Something that is not as the case says.
    package struct Failure: Sendable {
        /// Where the case asks for it.
        package let span: SourceSpan
        package let expected: LocalizedText
        package let found: LocalizedText
        /// Why it is as it is: lines in the language of the run.
        package let why: [String]
    }

    package let ruleCase: RuleCase
    package let failures: [Failure]

    package var passes: Bool { failures.isEmpty }
}
