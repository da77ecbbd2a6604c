package import Analyst
package import RuleEngine

/// Cases as they ran on edited rules.
package struct CaseTrial: Sendable {
    package let run: RuleTestRun
    /// What is wrong with the files of cases, so that they cannot all be run.
    package let faults: [Diagnostic]
}
