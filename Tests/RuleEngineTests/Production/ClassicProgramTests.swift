import Foundation
import RuleEngine
import TestSupport
import Testing

/// The classic programs with known counts: seating guests, and labelling a drawing of blocks.
@Suite(.enabled(if: sharedFolder() != nil, "the facts stand outside the package"))
struct ClassicProgramTests {
    @Test(arguments: [
        (8, [1, 7, 28, 7, 1, 6, 8, 1], 65), (16, [1, 15, 120, 15, 1, 14, 16, 1], 193),
    ])
    func `guests are seated in the known number of firings`(guests: Int, byRule: [Int], facts: Int) throws {
        var session = try Self.session("manners", "guest", "manners\(guests)")
        try session.assert("last_seat", FEELContext([.init(key: "seat", value: .number(FEELNumber(guests)))]))
        session.run()
        #expect(session.state == .halted)
        #expect(session.firingsByRule == byRule)
        #expect(session.factCount == facts)
        try checkTable(session, guests)
    }

    /// Neighbours differ in sex and share a hobby.
    private func checkTable(_ session: ProductionSession, _ guests: Int) throws {
        let all = session.facts(of: "guest")
        let seatings = session.facts(of: "seating").filter { $0["seat1"] != $0["seat2"] }
        #expect(seatings.count == guests - 1)
        for seating in seatings {
            let left = all.filter { $0["name"] == seating["name1"] }
            let right = all.filter { $0["name"] == seating["name2"] }
            #expect(left.first?["sex"] != right.first?["sex"])
            #expect(!Set(left.map { $0["hobby"] }).isDisjoint(with: right.map { $0["hobby"] }))
        }
    }

    @Test func `a drawing is labelled in the known number of firings`() throws {
        var session = try Self.session("waltz", "line", "waltz12")
        session.run()
        #expect(session.state == .exhausted)
        #expect(session.firings == 3_576)
        #expect(session.factCount == 2_749)
        let types = session.facts(of: "junction").map { $0["type"]?.text ?? "" }
        #expect(["L", "tee", "arrow", "fork"].map { type in types.count { $0 == type } } == [372, 200, 156, 52])
        let labels = session.facts(of: "edge").map { $0["label"]?.text ?? "" }
        #expect(["null", "B", "+"].map { label in labels.count { $0 == label } } == [844, 812, 312])
        let counts = Dictionary(
            zip(session.network.productionSet.rules.map(\.name), session.firingsByRule), uniquingKeysWith: { $1 })
        #expect(counts["reverse_edges"] == 984)
        #expect(counts["make_3_junction"] == 408)
        #expect(counts["label_tee_A"] == 200)
        #expect(counts["plot_boundaries"] == 844)
    }

    private static func session(_ rules: String, _ template: String, _ table: String) throws -> ProductionSession {
        let root = SourceTree.root
        let file = try String(contentsOf: root.appending(path: "Benchmarks/RuleSets/\(rules).yaml"), encoding: .utf8)
        let reading = RuleBaseReader.read([SourceFile(name: "\(rules).yaml", text: file)])
        try #require(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message.en))")
        let set = try #require(reading.ruleBase.productionSets.first)
        var session = ProductionSession(ProductionNetwork(set))
        let folder = try #require(sharedFolder())
        let text = try String(contentsOf: folder.appending(path: "data/benchmarks/\(table).csv"), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline)
        let header = try #require(lines.first).split(separator: ",")
        let fields = try #require(set.templates.first { $0.name == template }).fields
        for line in lines.dropFirst() {
            let cells = zip(header, line.split(separator: ",")).map { name, cell in
                let isNumber = fields.first { $0.name == name }?.type == .number
                let number = isNumber ? FEELNumber(String(cell)) : nil
                return FEELContext.Entry(key: String(name), value: number.map { .number($0) } ?? .string(String(cell)))
            }
            try session.assert(template, FEELContext(cells))
        }
        return session
    }
}
