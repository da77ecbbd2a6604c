/// Finds the name that the author probably meant.
package enum Suggestion {
    /// The nearest of the candidates, or `nil` when none is near.
    ///
    /// Near is at most a third of the length away (at least one step), counted in inserted, dropped, replaced or
    /// swapped characters, without regard to case: the optimal string alignment distance of Damerau (1964) and
    /// Levenshtein (1966). Of two equally near names the first in the order of characters is given, whatever the order
    /// of the candidates. A name is no suggestion for itself.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased())
        guard !wanted.isEmpty else { return nil }
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != name {
            let letters = Array(candidate.lowercased())
            let limit = max(1, max(wanted.count, letters.count) / 3)
            guard abs(wanted.count - letters.count) <= limit else { continue }
            let distance = alignmentDistance(wanted, letters)
            guard distance <= limit, distance < max(wanted.count, letters.count) else { continue }
            if let best, (best.distance, best.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// Whether one name is the other with a single slip: a character too many, too few, another, or two swapped.
    package static func isSlip(_ left: String, _ right: String) -> Bool {
        alignmentDistance(Array(left.lowercased()), Array(right.lowercased())) == 1
    }

    private static func alignmentDistance(_ left: [Character], _ right: [Character]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for i in left.indices {
            var current = [i + 1]
            for j in right.indices {
                let replaced = previous[j] + (left[i] == right[j] ? 0 : 1)
                var cost = min(replaced, previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, beforePrevious[j - 1] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
