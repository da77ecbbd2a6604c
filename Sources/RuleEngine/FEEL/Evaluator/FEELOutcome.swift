/// The result of an evaluation.
package struct FEELOutcome: Hashable, Sendable {
    package let result: UncertainValue
    /// Why parts of the expression gave null, in order of evaluation, each once. Notes of parts that were evaluated only
    /// for some completions are left out.
    package let notes: [FEELNote]

    package init(result: UncertainValue, notes: [FEELNote]) {
        self.result = result
        self.notes = notes
    }
}
