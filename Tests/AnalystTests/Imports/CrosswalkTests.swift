import RuleEngine
import Testing

@testable import Analyst

/// Regions of another year meet through a file that the user states, or not at all.
struct CrosswalkTests {
    private static let header = "old_year;old_code;new_year;new_code;share\n"

    private func crosswalk(_ rows: String, name: String = "koppeling.csv") throws -> Crosswalk {
        try Crosswalk(tableText(Self.header + rows, name: name))
    }

    /// Kerncijfers of two years, in which the first wijk has another code; the second keeps code and name.
    private func tables(_ rows: String?) throws -> TableCollection {
        let header =
            "Codering_3;WijkenEnBuurten;AantalInwoners_5;Woningvoorraad_30;Koopwoningen_40;HuishoudensTotaal_28;Eenpersoonshuishoudens_29\n"
        let newer = try editions(
            header + "WK000101;Noord;900;400;20;500;100\nWK000102;Zuid;100;50;60;50;10\n", name: "kwb-2021.csv")
        let older = try editions(
            header
                + "WK000188;Oud;500;200;10;200;100\nWK000189;Nieuw;500;200;50;200;20\nWK000102;Zuid;100;50;50;50;20\n",
            name: "kwb-2020.csv")
        return try TableCollection(newer + older, crosswalk: rows.map { try crosswalk($0) })
    }

    private let noord = region("WK000101")
    private let zuid = region("WK000102")

    private func earlier(_ indicator: String, of regions: [RegionCode], _ rows: String?) throws -> FigureOutcome? {
        let tables = try tables(rows)
        return try ways(indicator, in: tables).first { $0.year == 2020 }?.outcome(for: regions, in: tables)
    }

    @Test func `a figure is the mean of the origins by their residents, with its coverage`() throws {
        let rows = "2020;WK000188;2021;WK000101;60\n2020;WK000189;2021;WK000101;35\n"
        // (60 × 10 + 35 × 50) / 95
        let found = try #require(try earlier("koopwoningen", of: [noord], rows))
        #expect(found.result.number?.rounded(toScale: 2, rule: .halfUp) == FEELNumber("24.74"))
        #expect(found.coverage == 95)
        #expect(found.isApproximated)
        // (60 × 50 % + 35 × 10 %) / 95
        let share = try #require(try earlier("eenpersoonshuishoudens", of: [noord], rows))
        #expect(share.result.number?.rounded(toScale: 2, rule: .halfUp) == FEELNumber("35.26"))
    }

    @Test func `with others it weighs by what the newer table counts`() throws {
        let rows = "2020;WK000188;2021;WK000101;100\n"
        // (10 × 400 + 50 × 50) / 450
        let found = try #require(try earlier("koopwoningen", of: [noord, zuid], rows))
        #expect(found.result.number?.rounded(toScale: 2, rule: .halfUp) == FEELNumber("14.44"))
        #expect(found.coverage == 100)
    }

    @Test(arguments: [(90, true), (89, false)])
    func `below ninety percent it is not known`(share: Int, isKnown: Bool) throws {
        let found = try #require(try earlier("koopwoningen", of: [noord], "2020;WK000188;2021;WK000101;\(share)\n"))
        #expect((found.result.number != nil) == isKnown)
        if !isKnown { #expect(found.result == .unknown(.boundariesChanged)) }
        #expect(found.coverage == FEELNumber(share))
    }

    @Test func `counts are not parted, and another year or no file tells nothing`() throws {
        let rows = "2020;WK000188;2021;WK000101;100\n"
        #expect(try earlier("inwoners", of: [noord], rows)?.result.number == nil)
        #expect(try earlier("koopwoningen", of: [noord], nil)?.result == .unknown(.notPublished))
        let otherYear = "2019;WK000188;2021;WK000101;100\n"
        #expect(try earlier("koopwoningen", of: [noord], otherYear)?.result == .unknown(.notPublished))
    }

    @Test func `a region that is the same in both years does not need it`() throws {
        let found = try earlier("koopwoningen", of: [zuid], "2020;WK000188;2021;WK000102;100\n")
        #expect(found?.result == .known(50))
        #expect(found?.isApproximated == false)
    }

    @Test func `what it is used for is told`() throws {
        let enough = "2020;WK000188;2021;WK000101;60\n2020;WK000189;2021;WK000101;35\n"
        #expect(
            CrosswalkUse.lines(for: [noord, zuid], in: try tables(enough)).map(\.en) == [
                "koppeling.csv: Noord (WK000101) in Kerncijfers wijken en buurten 2020 from WK000188 60 %, WK000189 35 %; "
                    + "together 95 % of the residents"
            ])
        let little = CrosswalkUse.lines(for: [noord], in: try tables("2020;WK000188;2021;WK000101;60\n"))
        #expect(little.first?.nl.hasSuffix(": te weinig, dus cijfers van dat jaar zijn niet bekend") == true)
        let unused = CrosswalkUse.lines(for: [zuid], in: try tables(enough))
        #expect(unused.map(\.en).first?.hasPrefix("koppeling.csv is not used") == true)
        #expect(CrosswalkUse.lines(for: [zuid], in: try tables(nil)).isEmpty)
    }

    @Test(arguments: [
        ("2020;WK000188;2021;WK000101;60\n", "no failure"), ("", "crosswalk/empty"),
        ("20;WK000188;2021;WK000101;60\n", "crosswalk/year 2:1"),
        ("2020;GM0001;2021;WK000101;60\n", "crosswalk/code 2:6"),
        ("2020;BU00010101;2021;WK000101;60\n", "crosswalk/level 2:6"),
        ("2020;WK000188;2021;WK000101;0\n", "crosswalk/share 2:29"),
        ("2020;WK000188;2021;WK000101;101\n", "crosswalk/share 2:29"),
        ("2020;WK000188;2021;WK000101;0,6\n2020;WK000189;2021;WK000101;0,4\n", "crosswalk/share 2:29"),
        ("2020;WK000188;2021;WK000101;0,6\n2020;WK000189;2021;WK000101;99,4\n", "no failure"),
        ("2020;WK000188;2021;WK000101;60\n2020;WK000188;2021;WK000101;20\n", "crosswalk/twice 3:6"),
        ("2020;WK000188;2021;WK000101;60\n2020;WK000189;2021;WK000101;41\n", "no failure"),
        ("2020;WK000188;2021;WK000101;60\n2020;WK000189;2021;WK000101;42\n", "crosswalk/too-much 3:29"),
    ])
    func `a row that cannot be is refused with its place`(rows: String, expected: String) {
        #expect(failure { try crosswalk(rows) } == expected)
    }
}
