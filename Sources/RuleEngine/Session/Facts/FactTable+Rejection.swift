extension FactTable {
    /// Whether a choice of a grounded rule fails at a glance: a fact of it is not there, or a remembered filter refuses
    /// one.
    ///
    /// - Parameter first: where the rows of the choice begin.
    func quicklyRejects(_ ground: GroundRule, _ first: Int, _ memory: borrowing FilterMemory) -> Bool {
        for index in first..<first + ground.width where states[Int(ground.rows[index])] == .none { return true }
        for (index, ask) in ground.asks.enumerated() {
            guard let number = ask.filterNumber else { continue }
            let id = ground.fact(first + index)
            if let truth = memory.truth(of: number, id, version(of: id)), !truth.contains(.true) { return true }
        }
        return false
    }
}
