extension DecisionTable {
    /// The value of the only output, or a context of all outputs.
    package func row(_ cells: [FEELExpression]) -> FEELExpression {
        if outputs.count == 1, let only = cells.first { return only }
        let entries = zip(outputs, cells).map { FEELContextEntry(key: $0.name, value: $1) }
        return FEELExpression(.context(entries), range: 0..<0)
    }

    /// The defaults of the outputs as one value; `nil` when no output has one.
    package var whenNone: FEELExpression? {
        guard outputs.contains(where: { $0.whenNone != nil }) else { return nil }
        return row(outputs.map { $0.whenNone ?? FEELExpression(.null, range: 0..<0) })
    }
}
