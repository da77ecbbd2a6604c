package import RuleEngine

/// A place in a file with facts. Lines and columns are worked out only to point at a mistake.
package enum FactPlace: Sendable {
    /// A stretch of the bytes of a table.
    case cell(TableText, Range<Int>)
    /// A part of a YAML or JSON document.
    case node(SourceSpan, SourceFile)

    /// A failure that points at this place and at another one.
    package func failure(
        _ code: String, _ message: LocalizedText, hint: LocalizedText?, related: (LocalizedText, FactPlace)
    ) -> BadInput {
        let (own, other) = (failure(code, message, hint: hint), related.1.failure(code, related.0))
        let places = other.diagnostics.compactMap(\.span).map { Diagnostic.Related(related.0, at: $0) }
        return BadInput(
            own.diagnostics.map {
                Diagnostic(code: $0.code, message: $0.message, at: $0.span, related: places, hint: $0.hint)
            },
            sources: own.sources + other.sources)
    }

    /// A failure with one diagnostic at this place.
    package func failure(_ code: String, _ message: LocalizedText, hint: LocalizedText? = nil) -> BadInput {
        switch self {
        case .cell(let text, let range): text.failure(code, message, at: range, hint: hint)
        case .node(let span, let file):
            BadInput([Diagnostic(code: code, message: message, at: span, hint: hint)], sources: [file])
        }
    }
}

/// A fact or a record as a file gives it: texts by name, each with its place.
package struct GivenFact: Sendable {
    package struct Value: Sendable {
        /// The name of a field, or the path of a value of the record: `x`, `context.x`.
        package let name: String
        package let text: String
        package let place: FactPlace
    }

    /// The name of the template, or of the record.
    package let kind: String
    /// What is not given is left out.
    package let values: [Value]
    package let place: FactPlace

    package func value(_ name: String) -> Value? { values.first { $0.name == name } }
}
