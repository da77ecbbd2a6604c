package import RuleEngine

/// Why something in a run is null, or is not what was meant.
package struct ModelNote: Hashable, Sendable {
    package let message: LocalizedText
    /// Where in a model; `nil` where it belongs to no text.
    package let span: SourceSpan?
    /// The element that was worked out.
    package let element: String

    package var diagnostic: Diagnostic {
        Diagnostic(
            .warning, code: "dmn/null",
            message: LocalizedText(nl: "‘\(element)’: \(message.nl)", en: "‘\(element)’: \(message.en)"), at: span)
    }
}
