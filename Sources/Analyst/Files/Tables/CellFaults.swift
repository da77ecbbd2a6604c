import RuleEngine

/// Gathers what is wrong with the cells of a table, so that whoever repairs them sees all of it at once.
struct CellFaults {
    /// So many are told; after these the table is not read further.
    static let most = 20

    private var found: [Diagnostic] = []
    private var sources: [SourceFile] = []

    /// Does something with a cell; what is wrong with it is told at the end.
    ///
    /// - Returns: `nil` where something is wrong.
    mutating func attempt<Value>(_ body: () throws(BadInput) -> Value) throws(BadInput) -> Value? {
        do throws(BadInput) {
            return try body()
        } catch {
            found += error.diagnostics
            // One file has one text.
            sources += error.sources.filter { source in !sources.contains { $0.name == source.name } }
            if found.count >= Self.most { try end() }
            return nil
        }
    }

    /// - Throws: what is wrong with any of the cells.
    func end() throws(BadInput) {
        guard found.isEmpty else { throw BadInput(found, sources: sources) }
    }
}
