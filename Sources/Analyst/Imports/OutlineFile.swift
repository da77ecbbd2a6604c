import RuleEngine

/// The outlines of regions in a file of GeoJSON (RFC 7946), as boundaries are published.
///
/// Coordinates may be degrees (WGS 84, ETRS 89), or metres of the national grid (EPSG 28992). A region is found by its code,
/// in whichever property that stands.
package enum OutlineFile {
    private typealias Place = LineSimplification.Place

    /// A side of the whole is this many times as long as the step that may be lost: less than can be seen in a report.
    private static let finenessOfLines = 800.0
    /// A ring of less than this share of the square around the whole is not drawn, but for the largest of its region.
    private static let smallestShare = 0.00002

    /// - Parameters:
    ///   - text: the file.
    ///   - codes: of the regions that are wanted.
    /// - Returns: the outlines that are there, in the order of `codes`; their common corner is the south-west of them all.
    /// - Throws: `json/syntax`, `json/too-deep`, `outline/none`, `outline/coordinates`.
    package static func lines(
        in text: TableText, of codes: [String]
    ) throws(BadInput) -> [FactSheet.Outlines.Line] {
        let found = try regions(in: text, of: Set(codes))
        let all = codes.flatMap { found[$0] ?? [] }.flatMap(\.self)
        guard !all.isEmpty else { throw text.failure("outline/none", .none(codes), at: 0..<0, hint: .yearHint) }
        guard let toMetres = projection(all) else {
            throw text.failure("outline/coordinates", .coordinates, at: 0..<0, hint: .coordinatesHint)
        }
        let metres = found.mapValues { rings in rings.map { $0.map(toMetres) } }
        let places = metres.values.flatMap { $0.flatMap(\.self) }
        let (west, south) = (places.map(\.x).min() ?? 0, places.map(\.y).min() ?? 0)
        let side = max((places.map(\.x).max() ?? 0) - west, (places.map(\.y).max() ?? 0) - south, 1)
        return codes.compactMap { code in
            guard let rings = metres[code] else { return nil }
            let largest = rings.map(area).max() ?? 0
            let kept = rings.filter { area($0) >= min(largest, side * side * smallestShare) }
            let outline = RegionOutline(
                rings: kept.map { ring in
                    points(LineSimplification.ring(ring, tolerance: side / finenessOfLines), west, south)
                })
            return outline.rings.isEmpty ? nil : .init(code: code, outline: outline)
        }
    }

    /// In whole metres, without points on the same spot.
    private static func points(_ ring: [Place], _ west: Double, _ south: Double) -> [RegionOutline.Point] {
        var points: [RegionOutline.Point] = []
        for place in ring {
            let point = RegionOutline.Point(
                east: Int((place.x - west).rounded()), north: Int((place.y - south).rounded()))
            if points.last != point { points.append(point) }
        }
        if points.count > 1, points.first == points.last { points.removeLast() }
        return points
    }

    // MARK: Where things lie

    /// From the coordinates of the file to metres; `nil` where they are neither degrees nor metres.
    private static func projection(_ all: [Place]) -> ((Place) -> Place)? {
        let (xs, ys) = (all.map(\.x), all.map(\.y))
        guard let west = xs.min(), let east = xs.max(), let south = ys.min(), let north = ys.max() else { return nil }
        if west >= -180, east <= 180, south >= -90, north <= 90 {
            // Degrees: true to scale along the meridians and along the parallel through the middle.
            let parallel = cosine(ofDegrees: (south + north) / 2)
            return { Place(x: ($0.x - west) * parallel * metresOfDegree, y: ($0.y - south) * metresOfDegree) }
        }
        guard all.allSatisfy({ abs($0.x) < limit && abs($0.y) < limit }), east - west < side, north - south < side
        else {
            return nil
        }
        return { $0 }
    }

    /// Of a degree along a meridian: the circumference of the earth along them is 40,008 km.
    private static let metresOfDegree = 111_133.0
    /// In metres: what no grid of a country goes beyond, and what no area is as wide as.
    private static let limit = 10_000_000.0
    private static let side = 500_000.0

    /// By its series: exact to the last place that matters here, and the same on every machine.
    private static func cosine(ofDegrees angle: Double) -> Double {
        let square = (angle * Double.pi / 180) * (angle * Double.pi / 180)
        var (sum, term) = (1.0, 1.0)
        for step in stride(from: 1.0, through: 23, by: 2) {
            term *= -square / (step * (step + 1))
            sum += term
        }
        return sum
    }

    /// What a ring encloses, by the sum of its trapezia.
    private static func area(_ ring: [Place]) -> Double {
        var sum = 0.0
        for (index, place) in ring.enumerated() {
            let next = ring[(index + 1) % ring.count]
            sum += place.x * next.y - next.x * place.y
        }
        return abs(sum) / 2
    }

    // MARK: Reading

    private static func regions(in text: TableText, of codes: Set<String>) throws(BadInput) -> [String: [[Place]]] {
        var scanner = JSONScanner(text)
        var found: [String: [[Place]]] = [:]
        try scanner.object { scanner, key throws(BadInput) in
            guard scanner.text(of: key) == "features", scanner.peek() == UInt8(ascii: "[") else {
                _ = try scanner.value()
                return
            }
            try scanner.list { scanner throws(BadInput) in
                let (own, geometry) = try feature(&scanner, codes)
                guard let geometry, !own.isEmpty else { return }
                let rings = try rings(text, of: geometry)
                for code in own { found[code, default: []] += rings }
            }
        }
        return found
    }

    /// Those of the codes that a feature has, and where its geometry begins. A buurt has the code of its wijk as well: where only
    /// buurten are in the file, a wijk is made of them.
    private static func feature(
        _ scanner: inout JSONScanner, _ codes: Set<String>
    ) throws(BadInput) -> (codes: Set<String>, geometry: Int?) {
        var own: Set<String> = []
        var geometry: Int?
        try scanner.object { scanner, key throws(BadInput) in
            switch scanner.text(of: key) {
            case "properties" where scanner.peek() == UInt8(ascii: "{"):
                try scanner.object { scanner, _ throws(BadInput) in
                    let value = try scanner.value()
                    let text = scanner.text(of: value)
                    if codes.contains(text) { own.insert(text) }
                }
            case "geometry" where scanner.peek() == UInt8(ascii: "{"):
                geometry = try scanner.value().range.lowerBound
            default: _ = try scanner.value()
            }
        }
        return (own, geometry)
    }

    /// The rings of a polygon, or of several; none of what encloses nothing.
    private static func rings(_ text: TableText, of geometry: Int) throws(BadInput) -> [[Place]] {
        var scanner = JSONScanner(text, at: geometry)
        var kind = ""
        var coordinates: Int?
        try scanner.object { scanner, key throws(BadInput) in
            let value = try scanner.value()
            switch scanner.text(of: key) {
            case "type": kind = scanner.text(of: value)
            case "coordinates": coordinates = value.range.lowerBound
            default: break
            }
        }
        guard let coordinates else { return [] }
        scanner = JSONScanner(text, at: coordinates)
        var rings: [[Place]] = []
        switch kind {
        case "Polygon": try scanner.list { scanner throws(BadInput) in rings.append(try ring(&scanner)) }
        case "MultiPolygon":
            try scanner.list { scanner throws(BadInput) in
                try scanner.list { scanner throws(BadInput) in rings.append(try ring(&scanner)) }
            }
        default: break
        }
        return rings
    }

    private static func ring(_ scanner: inout JSONScanner) throws(BadInput) -> [Place] {
        var places: [Place] = []
        try scanner.list { scanner throws(BadInput) in
            var numbers: [Double] = []
            try scanner.list { scanner throws(BadInput) in
                let value = try scanner.value()
                numbers.append(Double(scanner.text.text(value.range)) ?? .nan)
            }
            guard numbers.count > 1, numbers[0].isFinite, numbers[1].isFinite else { throw scanner.broken() }
            places.append(Place(x: numbers[0], y: numbers[1]))
        }
        // A ring in a file ends where it began.
        if places.count > 1, places.first == places.last { places.removeLast() }
        return places
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func none(_ codes: [String]) -> LocalizedText {
        let some = codes.prefix(3).joined(separator: ", ") + (codes.count > 3 ? ", …" : "")
        return LocalizedText(
            nl: "in dit bestand staat geen omtrek van een deel van het feitenblad (\(some))",
            en: "this file has no outline of a part of the sheet (\(some))")
    }

    fileprivate static let yearHint = LocalizedText(
        nl: "neem grenzen van hetzelfde jaar als die van het blad, in GeoJSON en met de codes van het CBS",
        en: "take boundaries of the same year as those of the sheet, in GeoJSON and with the codes of CBS")

    fileprivate static let coordinates = LocalizedText(
        nl: "de coördinaten zijn geen graden en geen meters van één gebied",
        en: "the coordinates are no degrees and no metres of one area")

    fileprivate static let coordinatesHint = LocalizedText(
        nl: "neem het bestand in graden (WGS 84) of in meters (EPSG:28992)",
        en: "take the file in degrees (WGS 84) or in metres (EPSG:28992)")
}
