/// Which lines of a text are not in another one, by a shortest way from one to the other (E. Myers, "An O(ND) Difference
/// Algorithm and Its Variations", 1986).
struct LineDifference {
    let removed: [RuleChange.Line]
    let inserted: [RuleChange.Line]

    init(from old: [String], to new: [String]) {
        // What is the same at both ends is most of it.
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var tail = 0
        while tail < old.count - start, tail < new.count - start, old[old.count - 1 - tail] == new[new.count - 1 - tail]
        {
            tail += 1
        }
        let middle = (Array(old[start..<old.count - tail]), Array(new[start..<new.count - tail]))
        guard middle.0.count + middle.1.count < Self.limit else {
            removed = middle.0.enumerated().map { .init(number: start + $0 + 1, text: $1) }
            inserted = middle.1.enumerated().map { .init(number: start + $0 + 1, text: $1) }
            return
        }
        let difference = middle.1.difference(from: middle.0)
        removed = difference.removals.compactMap { change in
            guard case .remove(let offset, let text, _) = change else { return nil }
            return .init(number: start + offset + 1, text: text)
        }
        inserted = difference.insertions.compactMap { change in
            guard case .insert(let offset, let text, _) = change else { return nil }
            return .init(number: start + offset + 1, text: text)
        }
    }

    /// Longer texts without anything in common are told whole: the way between them would take long to find.
    private static let limit = 20_000
}
