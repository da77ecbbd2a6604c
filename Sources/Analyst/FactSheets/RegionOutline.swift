/// How a region lies: the closed lines around it, in whole metres east and north of one corner that all regions of a sheet
/// share.
package struct RegionOutline: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package let east: Int
        package let north: Int

        package init(east: Int, north: Int) {
            self.east = east
            self.north = north
        }
    }

    /// Each with three points at least; the last one leads back to the first. Of lines inside each other the inner one is a
    /// hole.
    package let rings: [[Point]]

    /// - Parameter rings: lines of fewer than three points enclose nothing and are left out.
    package init(rings: [[Point]]) {
        self.rings = rings.filter { $0.count > 2 }
    }

    /// No region of the country is as wide as this, in metres.
    private static let limit = 1_000_000

    /// Reads `0 0, 120 30, 80 90; 300 10, …`: points parted by commas, lines by semicolons.
    ///
    /// - Returns: `nil` where a point is not two whole numbers, or a line has fewer than three points.
    package init?(_ text: String) {
        var rings: [[Point]] = []
        for line in text.split(separator: ";", omittingEmptySubsequences: false) {
            var ring: [Point] = []
            for pair in line.split(separator: ",", omittingEmptySubsequences: false) {
                let numbers = pair.split(separator: " ")
                guard numbers.count == 2, let east = Int(numbers[0]), let north = Int(numbers[1]),
                    abs(east) <= Self.limit, abs(north) <= Self.limit
                else { return nil }
                ring.append(Point(east: east, north: north))
            }
            guard ring.count > 2 else { return nil }
            rings.append(ring)
        }
        self.rings = rings
    }

    /// As it is read.
    package var text: String {
        rings.map { ring in ring.map { "\($0.east) \($0.north)" }.joined(separator: ", ") }.joined(separator: "; ")
    }
}
