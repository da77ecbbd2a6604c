/// Fewer points for a line that looks the same (D. Douglas, T. Peucker, "Algorithms for the reduction of the number of points
/// required to represent a digitized line or its caricature", 1973).
enum LineSimplification {
    /// A place in the plane, in metres.
    struct Place: Hashable {
        let x: Double
        let y: Double
    }

    /// - Parameters:
    ///   - ring: a closed line; the last point leads back to the first.
    ///   - tolerance: no point that is left out lies farther than this from the line that is left, in metres.
    /// - Returns: points of the ring in their order; the whole ring where it has at most three.
    static func ring(_ ring: [Place], tolerance: Double) -> [Place] {
        guard ring.count > 3, let first = ring.first else { return ring }
        // The point farthest from the first one parts the ring into two lines.
        let middle = ring.indices.max { distance(ring[$0], first) < distance(ring[$1], first) } ?? 0
        var kept = Set([0, middle])
        var open = [(0, middle), (middle, ring.count)]
        while let (start, end) = open.popLast() {
            guard end - start > 1 else { continue }
            var (farthest, most) = (start, 0.0)
            for index in start + 1..<end {
                let own = distance(ring[index], from: ring[start], to: ring[end % ring.count])
                if own > most { (farthest, most) = (index, own) }
            }
            guard most > tolerance else { continue }
            kept.insert(farthest)
            open += [(start, farthest), (farthest, end)]
        }
        return kept.sorted().map { ring[$0] }
    }

    private static func distance(_ one: Place, _ other: Place) -> Double {
        ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
    }

    /// From a place to a stretch of a line.
    private static func distance(_ place: Place, from start: Place, to end: Place) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        guard length > 0 else { return distance(place, start) }
        let share = min(max(((place.x - start.x) * dx + (place.y - start.y) * dy) / length, 0), 1)
        return distance(place, Place(x: start.x + share * dx, y: start.y + share * dy))
    }
}
