import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Outlines of regions from files of GeoJSON.
@Suite struct OutlineFileTests {
    private static func lines(_ json: String, _ codes: [String]) throws -> [FactSheet.Outlines.Line] {
        try OutlineFile.lines(in: TableText(name: "b.geojson", bytes: Array(json.utf8)), of: codes)
    }

    private static func feature(_ code: String, _ geometry: String) -> String {
        #"{"type": "Feature", "properties": {"naam": "x", "code": "\#(code)", "n": 1}, "geometry": \#(geometry)}"#
    }

    private static func polygon(_ ring: String) -> String { #"{"coordinates": [[\#(ring)]], "type": "Polygon"}"# }

    private static func polygons(_ ring: String) -> String {
        #"{"type": "MultiPolygon", "coordinates": [[[\#(ring)]]]}"#
    }

    private static func collection(_ features: String...) -> String {
        #"{"type": "FeatureCollection", "crs": {"a": [1]}, "features": [\#(features.joined(separator: ", "))]}"#
    }

    @Test func `metres of the national grid are counted from the corner of all that is wanted`() throws {
        let json = Self.collection(
            Self.feature("WK1", Self.polygon("[93000, 430000], [94000, 430000], [94000, 431000], [93000, 430000]")),
            Self.feature("WK9", Self.polygon("[0, 0], [1, 0], [1, 1], [0, 0]")),
            Self.feature("WK2", Self.polygons("[94000, 432000], [95000, 432000], [95000, 433000], [94000, 432000]")))
        let lines = try Self.lines(json, ["WK2", "WK1", "WK3"])
        #expect(lines.map(\.code) == ["WK2", "WK1"], "in the order asked for")
        #expect(lines.map(\.outline.text) == ["1000 2000, 2000 2000, 2000 3000", "0 0, 1000 0, 1000 1000"])
    }

    @Test func `a region that is only there in pieces is made of them`() throws {
        let pieces = [("BU11", 0), ("BU12", 1_000)].map { code, east in
            let ring = "[\(east), 0], [\(east + 900), 0], [\(east + 900), 900], [\(east), 0]"
            return Self.feature(code, Self.polygon(ring)).replacing(#""n": 1"#, with: #""wijk": "WK1""#)
        }
        let lines = try Self.lines(Self.collection(pieces[0], pieces[1]), ["WK1", "BU12"])
        #expect(lines.map(\.outline.rings.count) == [2, 1])
    }

    @Test func `degrees become metres that are true to scale`() throws {
        let json = Self.collection(
            Self.feature("WK1", Self.polygon("[4.0, 52.0], [4.1, 52.0], [4.1, 52.1], [4.0, 52.1], [4.0, 52.0]")))
        let ring = try #require(try Self.lines(json, ["WK1"]).first?.outline.rings.first)
        let (east, north) = (ring.map(\.east).max() ?? 0, ring.map(\.north).max() ?? 0)
        // A tenth of a degree: 11.1 km along a meridian, and 0.615 of that along the parallel of 52 degrees.
        #expect(abs(north - 11_113) <= 1 && abs(east - 6_834) <= 3, "\(east) \(north)")
    }

    @Test func `a point that no report can show is left out, and one that it can stays`() throws {
        func ring(_ offset: Int) -> String {
            Self.polygon("[0, 0], [4000, \(offset)], [8000, 0], [8000, 8000], [0, 8000], [0, 0]")
        }
        let flat = try Self.lines(Self.collection(Self.feature("WK1", ring(5))), ["WK1"])
        #expect(flat.first?.outline.rings.first?.count == 4)
        let bent = try Self.lines(Self.collection(Self.feature("WK1", ring(500))), ["WK1"])
        #expect(bent.first?.outline.rings.first?.count == 5)
    }

    @Test(arguments: 0..<40)
    func `no point of a simplified line lies farther off than allowed`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 4...80, using: &random)
        let ring = (0..<count).map { index in
            let angle = Double(index) / Double(count) * 2 * Double.pi
            let radius = Double.random(in: 50...100, using: &random)
            return LineSimplification.Place(x: radius * cos(angle), y: radius * sin(angle))
        }
        let tolerance = Double.random(in: 0...30, using: &random)
        let kept = LineSimplification.ring(ring, tolerance: tolerance)
        #expect(kept.count <= ring.count && kept.allSatisfy { ring.contains($0) })
        for place in ring {
            let nearest = kept.indices.map { index in
                Self.distance(place, kept[index], kept[(index + 1) % kept.count])
            }.min()
            #expect((nearest ?? .infinity) <= tolerance + 1e-9)
        }
    }

    /// A twin of the distance in the code, by trying many places along the stretch.
    private static func distance(
        _ place: LineSimplification.Place, _ start: LineSimplification.Place, _ end: LineSimplification.Place
    ) -> Double {
        (0...2_000).map { step in
            let share = Double(step) / 2_000
            let (x, y) = (start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
            return ((place.x - x) * (place.x - x) + (place.y - y) * (place.y - y)).squareRoot()
        }.min().map { $0 - 0.1 } ?? .infinity
    }

    @Test(arguments: [
        (#"{"type": "FeatureCollection", "features": []}"#, "outline/none"),
        (#"{"rows": [1, 2]}"#, "outline/none"),
        (collection(feature("WK1", #"{"type": "Point", "coordinates": [4, 52]}"#)), "outline/none"),
        (collection(feature("WK1", "null")), "outline/none"),
        (collection(feature("WK1", polygon("[0, 0], [9e9, 0], [9, 9]"))), "outline/coordinates"),
        (collection(feature("WK1", polygon(#"["x", 0]"#))), "json/syntax"),
        (collection(feature("WK1", polygon("[1]"))), "json/syntax"),
        (#"{"features": ["#, "table/cut-off"),
        ("no json", "json/syntax"),
    ])
    func `what is no file of boundaries is told`(json: String, code: String) {
        let fault = #expect(throws: BadInput.self) { try Self.lines(json, ["WK1"]) }
        #expect(fault?.diagnostics.map(\.code) == [code])
    }
}
