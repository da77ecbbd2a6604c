import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// The map of the parts of an area.
@Suite struct PartsMapTests {
    private static func square(_ east: Int, _ north: Int, _ side: Int = 100) -> [RegionOutline.Point] {
        [(0, 0), (side, 0), (side, side), (0, side)].map { .init(east: east + $0.0, north: north + $0.1) }
    }

    private static func map(_ counts: [Int?]) -> AnalysisDocument.PartsMap {
        AnalysisDocument.PartsMap(
            title: "t", description: "d",
            parts: counts.enumerated().map { place, count in
                .init(
                    letter: AnalysisDocument.PartsMap.letter(place), name: "deel \(place)", residents: nil,
                    counts: count.map { ($0, 0) }, outline: RegionOutline(rings: [square(place * 100, 0)]))
            })
    }

    @Test func `letters go on behind Z`() {
        let letters = [0, 25, 26, 51, 52, 701, 702].map(AnalysisDocument.PartsMap.letter)
        #expect(letters == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    }

    @Test(arguments: [
        ([], []), ([3, 3], [3...3]), ([1, 2, 9], [1...2, 9...9]), ([0, 1, 2, 3], [0...0, 1...1, 2...2, 3...3]),
        ([0, 4, 7, 11], [0...0, 4...4, 7...7, 11...11]),
    ])
    func `numbers are put into four steps at most, none of them empty`(numbers: [Int], steps: [ClosedRange<Int>]) {
        #expect(PartsMapDrawing.steps(numbers) == steps)
    }

    @Test func `each part has its letter and number in it, and darker is more`() {
        let view = PartsMapDrawing(Self.map([1, 9, nil]), language: .nl, anchor: "m").view
        #expect(view.labels.map(\.text) == ["A: 1", "B: 9", "C"])
        #expect(view.areas.map(\.fill) == ["#e6eef2", "#7ba8bf", "#ffffff"])
        #expect(view.keys.map(\.text) == ["1 probleem gevonden", "9 problemen gevonden", "geen cijfers"])
        #expect(view.summary.contains("B, deel 1: 9 problemen gevonden."))
        #expect(view.scale.text == "50 m")
    }

    @Test(arguments: 0..<60)
    func `the word in a part lies inside it, whatever its form`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 3...40, using: &random)
        let ring = (0..<count).map { index -> PartsMapDrawing.Corner in
            let angle = Double(index) / Double(count) * 2 * Double.pi
            let radius = Double.random(in: 20...250, using: &random)
            return .init(x: 300 + Int(radius * cos(angle)), y: 300 + Int(radius * sin(angle)))
        }
        let place = PartsMapDrawing.inside([ring])
        // A ray to the right, a little below the place, crosses the line an odd number of times.
        let crossings = ring.indices.count { index in
            let (one, other) = (ring[index], ring[(index + 1) % count])
            let y = Double(place.y) + 0.25
            guard (Double(one.y) < y) != (Double(other.y) < y) else { return false }
            let x = Double(one.x) + (y - Double(one.y)) / Double(other.y - one.y) * Double(other.x - one.x)
            return x > Double(place.x)
        }
        #expect(crossings % 2 == 1)
    }

    @Test func `the word stands beside a hole, not in it`() {
        let hole = [(40, 40), (60, 40), (60, 60), (40, 60)].map { PartsMapDrawing.Corner(x: $0.0, y: $0.1) }
        let around = [(0, 0), (100, 0), (100, 100), (0, 100)].map { PartsMapDrawing.Corner(x: $0.0, y: $0.1) }
        let place = PartsMapDrawing.inside([around, hole])
        #expect(!((40...60).contains(place.x) && (40...60).contains(place.y)))
    }

    // MARK: In reports

    private static func report(_ format: ReportFormat, outlines: Bool = true) throws -> [UInt8] {
        let library = try Project.library.get()
        let source = SourceFile(name: "z.yaml", text: try Project.text("sheets/areas/rotterdam-zuid.yaml"))
        var sheet = try FactSheet.read(source).checked(against: library.ruleBase)
        if outlines {
            sheet.outlines = .init(
                source: "CBS en Kadaster", licence: "CC BY",
                lines: sheet.parts.enumerated().map { place, part in
                    .init(code: part.code, outline: RegionOutline(rings: [square(place * 100, 0)]))
                })
        }
        let options = AnalysisOptions(
            language: .nl, format: format.rawValue, details: false, laterFigures: false, allowErrors: false)
        var run = AnalysisRun(options, under: try Project.rules.get(), on: try #require(FEELDate("2026-11-01")))
        _ = run.add(sheet)
        return try run.report()
    }

    @Test func `R5: a sheet with outlines has a map in its report, with a table of the same numbers`() throws {
        let html = String(decoding: try Self.report(.html), as: UTF8.self)
        #expect(html.ranges(of: "class=\"area\"").count >= 3)
        #expect(html.contains("Grenzen: CBS en Kadaster, CC BY."))
        #expect(html.contains("<th scope=\"col\">Letter</th>") || html.contains("Letter"))
        let without = String(decoding: try Self.report(.html, outlines: false), as: UTF8.self)
        #expect(!without.contains("class=\"area\""))
    }

    @Test func `R5: the map is a drawing in office files, and a table in text`() throws {
        let odt = try ZipArchive(name: "a.odt", bytes: try Self.report(.odt))
        #expect(odt.members.count { $0.name.hasSuffix(".svg") } == 2)
        let text = String(decoding: try Self.report(.text), as: UTF8.self)
        #expect(text.contains("Wat op de kaart staat, in een tabel."))
        let json = String(decoding: try Self.report(.json), as: UTF8.self)
        #expect(json.contains("\"kind\": \"map\"") || json.contains("\"kind\":\"map\""))
    }
}
