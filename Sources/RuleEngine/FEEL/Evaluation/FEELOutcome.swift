/// The result of an evaluation.
public struct FEELOutcome: Hashable, Sendable {
    public let result: Possible
    /// Why parts of the expression gave null, in order of evaluation, each once. Notes of parts that were evaluated only
    /// for some completions are left out.
    public let notes: [FEELNote]

    public init(result: Possible, notes: [FEELNote]) {
        self.result = result
        self.notes = notes
    }
}
