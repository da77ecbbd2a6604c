package import RuleEngine

/// Where the marks of a map of parts stand, in whole pixels.
///
/// A part is shaded by how many problems are found in it, in at most four steps that differ in lightness; a part without figures
/// is white. Each has its letter and its number written in it, so that shades tell nothing alone.
package struct PartsMapDrawing {
    package let view: View

    /// What the template reads.
    package struct View {
        package let anchor: String
        package let title: String
        package let description: String
        package let summary: String
        package let width: Int
        package let height: Int
        package let areas: [Area]
        package let labels: [Label]
        package let keys: [Key]
        package let scale: Scale
    }

    package struct Area {
        package let fill: String
        /// The lines around it, as an SVG path.
        package let path: String
        package let rings: [Ring]
    }

    package struct Ring {
        package let corners: [Corner]
    }

    package struct Corner: Hashable {
        package let x: Int
        package let y: Int
    }

    package struct Label {
        package let x: Int
        package let y: Int
        package let text: String
    }

    /// A shade with what it means.
    package struct Key {
        package let fill: String
        package let x: Int
        package let y: Int
        package let textX: Int
        package let textY: Int
        package let text: String
    }

    /// A line of a round length.
    package struct Scale {
        package let x1: Int
        package let x2: Int
        package let y: Int
        package let textY: Int
        package let text: String
    }

    private static let width = 640
    private static let margin = 12
    private static let highest = 520
    private static let keyHeight = 26
    /// From few to many; the words on them stay easy to read on each.
    private static let shades = ["#e6eef2", "#c3d7e2", "#9fc0d1", "#7ba8bf"]
    private static let blank = "#ffffff"

    package init(_ map: AnalysisDocument.PartsMap, language: Language, anchor: String) {
        let points = map.parts.flatMap { $0.outline.rings.flatMap(\.self) }
        let (west, east) = (points.map(\.east).min() ?? 0, points.map(\.east).max() ?? 1)
        let (south, north) = (points.map(\.north).min() ?? 0, points.map(\.north).max() ?? 1)
        let scale = min(
            Double(Self.width - 2 * Self.margin) / Double(max(east - west, 1)),
            Double(Self.highest) / Double(max(north - south, 1)))
        func corner(_ point: RegionOutline.Point) -> Corner {
            Corner(
                x: Self.margin + Int((Double(point.east - west) * scale).rounded()),
                y: Self.margin + Int((Double(north - point.north) * scale).rounded()))
        }
        let steps = Self.steps(map.parts.compactMap(\.counts?.found))
        let rings = map.parts.map { part in part.outline.rings.map { $0.map(corner) } }
        let bottom = Self.margin * 2 + Int((Double(north - south) * scale).rounded())
        let hasBlank = map.parts.contains { $0.counts == nil }
        let keys =
            steps.enumerated().map { step, range in
                (Self.shade(step, of: steps.count), ReportWords.problemsFound(range)[language])
            }
            + (hasBlank ? [(Self.blank, ReportWords.noFigures[language])] : [])
        let scaleY = bottom + keys.count * Self.keyHeight + 24
        view = View(
            anchor: anchor, title: map.title, description: map.description,
            summary: ([map.description] + map.parts.map { Self.sentence($0, language) }).joined(separator: " "),
            width: Self.width, height: scaleY + 34,
            areas: zip(map.parts, rings).map { part, rings in
                let step = part.counts.flatMap { counts in steps.firstIndex { $0.contains(counts.found) } }
                return Area(
                    fill: step.map { Self.shade($0, of: steps.count) } ?? Self.blank,
                    path: rings.map(Self.path).joined(),
                    rings: rings.map(Ring.init))
            },
            labels: zip(map.parts, rings).map { part, rings in
                let place = Self.inside(rings)
                return Label(x: place.x, y: place.y + 5, text: Self.label(part))
            },
            keys: keys.enumerated().map { row, key in
                let y = bottom + row * Self.keyHeight
                return Key(
                    fill: key.0, x: Self.margin, y: y, textX: Self.margin + 34, textY: y + 15, text: key.1)
            },
            scale: Self.scale(pixelsOfMetre: scale, y: scaleY, language))
    }

    /// Few steps lie as far from each other as many.
    private static func shade(_ step: Int, of count: Int) -> String {
        count > 1 ? shades[step * (shades.count - 1) / (count - 1)] : shades[1]
    }

    private static func label(_ part: AnalysisDocument.PartsMap.Part) -> String {
        part.counts.map { "\(part.letter): \($0.found)" } ?? part.letter
    }

    private static func sentence(_ part: AnalysisDocument.PartsMap.Part, _ language: Language) -> String {
        let found = part.counts.map { ReportWords.problemsFound($0.found...$0.found) } ?? ReportWords.noFigures
        return "\(part.letter), \(part.name): \(found[language])."
    }

    /// The numbers in at most as many steps as there are shades, each of about the same width; no step is empty.
    static func steps(_ numbers: [Int]) -> [ClosedRange<Int>] {
        guard let least = numbers.min(), let most = numbers.max() else { return [] }
        let count = min(shades.count, most - least + 1)
        return (0..<count).compactMap { step in
            let low = least + (most - least + 1) * step / count
            let high = least + (most - least + 1) * (step + 1) / count - 1
            let own = numbers.filter { (low...high).contains($0) }
            guard let first = own.min(), let last = own.max() else { return nil }
            return first...last
        }
    }

    private static func path(_ ring: [Corner]) -> String {
        guard let first = ring.first else { return "" }
        return "M\(first.x) \(first.y)" + ring.dropFirst().map { "L\($0.x) \($0.y)" }.joined() + "Z"
    }

    /// A place inside with room for a word, which is wider than high: among the middles of stretches across, the one that is
    /// farthest from the lines around it.
    ///
    /// - Parameter rings: the lines around a part; those inside others are holes.
    static func inside(_ rings: [[Corner]]) -> Corner {
        let ys = rings.flatMap { $0.map(\.y) }
        guard let top = ys.min(), let bottom = ys.max() else { return Corner(x: 0, y: 0) }
        let turned = rings.map { $0.map { Corner(x: $0.y, y: $0.x) } }
        var best = (room: -1.0, place: rings[0][0])
        for row in 1..<24 {
            // Between whole pixels, so that no corner lies on the line.
            let y = Double(top) + Double((bottom - top) * row) / 24 + 0.25
            for across in stretches(rings, y) {
                let x = (across.lowerBound + across.upperBound) / 2
                let half = (across.upperBound - across.lowerBound) / 2
                let up = stretches(turned, x + 0.25).first { $0.contains(y) }
                let clear = up.map { min(y - $0.lowerBound, $0.upperBound - y) } ?? 0
                let room = min(half, 2 * clear)
                if room > best.room { best = (room, Corner(x: Int(x.rounded()), y: Int(y.rounded()))) }
            }
        }
        return best.place
    }

    /// Where a line across lies inside, from left to right.
    private static func stretches(_ rings: [[Corner]], _ y: Double) -> [ClosedRange<Double>] {
        let crossings = rings.flatMap { Self.crossings($0, y) }.sorted()
        return stride(from: 0, to: crossings.count - 1, by: 2).map { crossings[$0]...crossings[$0 + 1] }
    }

    private static func crossings(_ ring: [Corner], _ y: Double) -> [Double] {
        ring.indices.compactMap { index in
            let (one, other) = (ring[index], ring[(index + 1) % ring.count])
            let (first, second) = (Double(one.y), Double(other.y))
            guard (first < y) != (second < y) else { return nil }
            return Double(one.x) + (y - first) / (second - first) * Double(other.x - one.x)
        }
    }

    private static func scale(pixelsOfMetre: Double, y: Int, _ language: Language) -> Scale {
        let lengths = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1]
        let length = lengths.first { Double($0) * pixelsOfMetre <= 160 } ?? 1
        let text = length < 1_000 ? "\(length) m" : "\(length / 1_000) km"
        return Scale(
            x1: margin, x2: margin + max(1, Int((Double(length) * pixelsOfMetre).rounded())), y: y, textY: y + 20,
            text: text)
    }
}
