package import RuleEngine

/// A file that cannot be used: what is wrong with it, and its text for the excerpts.
///
/// Thrown before anything is written, so that a failed import leaves the sheets as they were.
package struct BadInput: Error {
    /// What is wrong; never empty.
    package let diagnostics: [Diagnostic]
    /// The texts that the diagnostics point into.
    package let sources: [SourceFile]

    package init(_ diagnostics: [Diagnostic], sources: [SourceFile] = []) {
        self.diagnostics = diagnostics
        self.sources = sources
    }
}
