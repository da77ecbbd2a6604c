import RuleEngine
import Testing

@testable import Analyst

/// Costs and benefits in the report of an area.
@Suite struct ImpactPartTests {
    private static func part(_ means: String? = nil, _ language: Language = .nl) throws -> AnalysisDocument.Part {
        let area = try Project.area("sheets/areas/utrecht-overvecht.yaml") { text in
            means.map { "\(text)\nmeans: \($0)\n" } ?? text
        }
        return try #require(AnalysisComposer(area, language: language).document().parts.first { $0.number == 11 })
    }

    private static func tables(_ part: AnalysisDocument.Part) -> [AnalysisDocument.Table] {
        part.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    @Test(arguments: Language.allCases)
    func `every row of a table has a cell for each column`(language: Language) throws {
        let tables = Self.tables(try Self.part(nil, language))
        #expect(!tables.isEmpty)
        for table in tables { #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.caption)") }
    }

    @Test func `the last row of the parties is the sum of the others`() throws {
        let table = try #require(Self.tables(try Self.part()).first { $0.caption.hasPrefix("Wie betaalt") })
        func sum(_ rows: some Sequence<[AnalysisDocument.Table.Cell]>, _ column: Int) -> FEELNumber {
            rows.reduce(.zero) { if case .number(let number) = $1[column] { $0 + number } else { $0 } }
        }
        for column in 1..<table.columns.count {
            #expect(sum(table.rows.dropLast(), column) == sum(table.rows.suffix(1), column))
        }
    }

    @Test func `a number of the sheet goes before an assumption`() throws {
        func text(_ means: String?) throws -> String {
            Self.tables(try Self.part(means)).flatMap(\.rows).joined().compactMap {
                if case .text(let text) = $0 { text } else { nil }
            }.joined(separator: "\n")
        }
        let area = try Project.area("sheets/areas/utrecht-overvecht.yaml")
        let lines = AnalysisComposer(area, language: .nl).impact?.package.model.lines ?? []
        let code = try #require(lines.first { $0.reach.unit != nil }?.intervention)
        #expect(try text("{ reach: { \(code): 50 } }").contains("50 (feitenblad)"))
        #expect(try !text(nil).contains("(feitenblad)"))
    }

    @Test func `money of programmes is no benefit and is told with its payer`() throws {
        let table = try #require(Self.tables(try Self.part()).last)
        #expect(table.caption.hasPrefix("Geld van Rijk en regio"))
        #expect(table.note?.contains("geen baat") == true)
    }
}
