/// What a builtin is for, with one call that works and one that does not. The documents show both and the tests run both.
package struct BuiltinDocumentation: Sendable {
    /// One sentence.
    package let summary: LocalizedText
    /// An expression that is true.
    package let right: String
    /// An expression that gives null and a note.
    package let wrong: String

    init(nl: String, en: String, right: String, wrong: String) {
        summary = LocalizedText(nl: nl, en: en)
        self.right = right
        self.wrong = wrong
    }
}

extension Builtin {
    /// The documentation of a function of FEEL; `nil` for an extension.
    package var documentation: BuiltinDocumentation? { BuiltinDocumentation.standard[name] }

    /// FEEL's own functions, in alphabetical order.
    package static var standardFunctions: [Builtin] { standardNames.compactMap { standard[$0] } }
}

extension BuiltinDocumentation {
    fileprivate static let standard: [String: BuiltinDocumentation] = {
        let families = [conversion, boolean, numeric, strings, lists, aggregates, contexts, temporal, ranges]
        return Dictionary(families.joined().map { ($0.key, $0.value) }) { first, _ in first }
    }()
}
