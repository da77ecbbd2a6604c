package import RuleEngine

/// A file that cannot be used: what is wrong with it, and its text for the excerpts.
///
/// Thrown before anything is written, so that a failed import leaves the sheets as they were.
package struct BadInput: Error {
    /// What is wrong; never empty.
    package let diagnostics: [Diagnostic]
    /// The texts that the diagnostics point into.
    package let sources: [SourceFile]
    /// The file was fit to be read, but cannot be written.
    package let isUnwritable: Bool

    package init(_ diagnostics: [Diagnostic], sources: [SourceFile] = [], isUnwritable: Bool = false) {
        self.isUnwritable = isUnwritable
        self.diagnostics = diagnostics
        self.sources = sources
    }

    /// All that is wrong with several files.
    package init(_ all: [BadInput]) {
        self.init(all.flatMap(\.diagnostics), sources: all.flatMap(\.sources))
    }
}
