/// Puts the mistakes that an author made before the messages that merely follow from them.
///
///     for cause in DiagnosticCauses(diagnostics, in: files).causes {
///         show(cause.diagnostic)
///         if !cause.followers.isEmpty { print("and \(cause.followers.count) more that follow from this") }
///     }
///
/// A message that a name is missing follows from a mistake in the piece of text that should declare the name. Of
/// messages about one missing name the first counts; where a name that is nearly the same is declared and used nowhere,
/// that is the mistake. In a text that cannot be read whole, missing keys follow from what cannot be read. A unit that meets
/// others in many places is one mistake, where the unit is written.
package struct DiagnosticCauses {
    /// A message that stands by itself, with those that follow from it.
    package struct Cause: Sendable {
        package let diagnostic: Diagnostic
        /// In the order of places.
        package let followers: [Diagnostic]

        init(diagnostic: Diagnostic, followers: [Diagnostic] = []) {
            (self.diagnostic, self.followers) = (diagnostic, followers)
        }
    }

    /// Errors from which most follows come first, then all else in the order of places.
    package let causes: [Cause]

    /// - Parameter files: the texts that the messages are about.
    package init(_ diagnostics: [Diagnostic], in files: [SourceFile]) {
        let sorted = diagnostics.sortedByLocation()
        let mayFollow = sorted.contains {
            $0.missing != nil || Self.lackCodes.contains($0.code) || Self.repeating.contains($0.code)
        }
        guard mayFollow else {
            causes = sorted.map { Cause(diagnostic: $0) }
            return
        }
        var finder = CauseFinder(sorted, files)
        causes = finder.causes()
    }

    /// Units that do not fit each other.
    static let unitCode = "rule/unit-mismatch"
    /// A key that stands twice: of the two, what stands first was read.
    static let twiceCode = "yaml/duplicate-key"

    /// What one mistake makes many of.
    private static let repeating: Set = [unitCode, twiceCode, "rule/known-outside-analysis", "yaml/indentation"]

    /// What is told of a text of which a piece is missing.
    static let lackCodes: Set = [
        "yaml/missing-key", "yaml/wrong-kind", "rule/unknown-file-kind", "rule/not-a-rule-file", "rule/no-conclusion",
        "rule/no-source", "rule/no-strength", "rule/no-values", "rule/field-type", "rule/attribute-kind",
    ]
}

extension Diagnostic {
    /// Whether the reading of a text, or of a piece of it, ended here.
    package var stopsReading: Bool {
        losesFile || Self.stopping.contains(code) || (code.hasPrefix("text/") && severity == .error)
    }

    /// Whether nothing of a file counts, though it can be read.
    var losesFile: Bool { ["rule/unknown-file-kind", "rule/not-a-rule-file"].contains(code) }

    private static let stopping: Set = [
        "yaml/control-character", "yaml/tab-indentation", "yaml/reserved-character", "yaml/colon-in-text",
        "yaml/indentation", "yaml/missing-colon", "yaml/unclosed-quote", "yaml/escape", "yaml/unclosed-bracket",
        "yaml/block-header", "yaml/anchor-name", "yaml/text-after-end", "yaml/syntax", "yaml/size-limit",
        "yaml/depth-limit", "yaml/alias-limit", "yaml/hidden-line-break", "yaml/writing-direction",
        "yaml/several-documents", "yaml/missing-dash",
    ]
}
