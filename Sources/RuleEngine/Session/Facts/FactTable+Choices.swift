extension FactTable {
    /// Whether all facts of a choice of a rule that is written out are there, and no filter is known to refuse one: what is told
    /// at a glance.
    ///
    /// - Parameter first: where the rows of the choice begin.
    func mayMeet(_ ground: GroundRule, _ first: Int, _ memory: borrowing FilterMemory) -> Bool {
        for place in first..<first + ground.width where states[Int(ground.rows[place])] == .none { return false }
        for (place, ask) in ground.asks.enumerated() {
            guard let number = ask.filterNumber else { continue }
            let id = ground.fact(first + place)
            if let truth = memory.truth(of: number, id, version(of: id)), !truth.contains(.true) { return false }
        }
        return true
    }
}
