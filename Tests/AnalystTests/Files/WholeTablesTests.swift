import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Tables as they were downloaded, from the folder that stands outside the package.
@Suite(.enabled(if: Cuts.tables != nil && Cuts.folder != nil, "the tables are at hand")) struct WholeTablesTests {
    private func table(
        _ name: String, shortRows: PublishedTable.ShortRows = .refused
    ) throws -> PublishedTable {
        let folder = try #require(Cuts.tables)
        return try #require(TableFile.find(name, in: folder).document().tables(shortRows: shortRows).first)
    }

    @Test(arguments: [
        ("kwb-2014-82931NED-rotterdam.csv", 115), ("kwb-2015-83220NED-rotterdam.csv", 115),
        ("kwb-2016-83487NED-rotterdam.csv", 115), ("kwb-2018-84286NED-rotterdam.csv", 115),
        ("kwb-2015-83220NED-amsterdam-income.csv", 106), ("seswoa-2019-85163NED-amsterdam.csv", 579),
        ("cars-2023-gm.csv", 342), ("wijkprofiel-2014-rotterdam-si.csv", 86), ("wijkprofiel-2016-rotterdam-vi.csv", 86),
        ("wijkprofiel-2018-rotterdam-fi_obj.csv", 86), ("income-2020-gm-wk-2023.csv.gz", 3_695),
        ("kwb-2019-84583NED-amsterdam.csv.gz", 580),
    ])
    func `all rows of a table are read`(name: String, rows: Int) throws {
        #expect(try table(name).rows.count == rows)
    }

    @Test func `rows that leave out what is empty are read where that is asked for`() throws {
        let name = "leefbaarometer2-pc4-classes-2002-2018.csv.gz"
        #expect(try table(name, shortRows: .allowed).rows.count == 4_068)
        #expect(failure { try table(name) } == "table/row-too-short 26:1")
    }

    @Test func `names, units and title of the four Kerncijfers of Rotterdam are known`() throws {
        for (year, table) in try [2014, 2015, 2016, 2018].map({ year in
            let number = [2014: "82931", 2015: "83220", 2016: "83487", 2018: "84286"][year] ?? ""
            return (year, try table("kwb-\(year)-\(number)NED-rotterdam.csv"))
        }) {
            #expect(table.title == "Kerncijfers wijken en buurten \(year)")
            let residents = try #require(try table.column(["Aantal inwoners"]))
            #expect(table.columns[residents].unit == "aantal")
            #expect(try table.figures(of: residents, expecting: .whole).allSatisfy { $0.number != nil })
            #expect(table.columns[try #require(try table.column(["Koopwoningen"]))].unit == "%")
        }
    }

    /// The columns that cannot be read as figures, with the failure of each.
    private func failures(_ table: PublishedTable) -> [String] {
        table.columns.indices.compactMap { column in
            let result = failure { try table.figures(of: column, expecting: .fraction) }
            return result == "no failure" ? nil : "\(table.columns[column].name): \(result)"
        }
    }

    @Test func `each column of figures of the R export is read`() throws {
        let table = try table("kwb-2019-84583NED-amsterdam.csv.gz")
        #expect(table.columns.count == 118)
        #expect(
            failures(table).map { $0.split(separator: ":")[0] }
                == [
                    "Wijken.en.buurten", "Regioaanduiding.Gemeentenaam..naam.",
                    "Regioaanduiding.Soort.regio..omschrijving.", "Regioaanduiding.Codering..code.",
                ])
    }

    /// A cut with its rows, columns and title, and the columns that hold no figures, by the letters of a sheet.
    @Test(
        arguments: [
            ("01-kwb2019-amsterdam-R-export.csv", "5 x 17", nil, "A B C D"),
            ("02-kwb2014-rotterdam-statline-matrix.csv", "5 x 15", "Kerncijfers wijken en buurten 2014", "A B C D"),
            ("03-kwb2016-rotterdam-statline-matrix.csv", "5 x 18", "Kerncijfers wijken en buurten 2016", "A B C D"),
            ("04-kwb2014-without-unit-row.csv", "5 x 15", "Kerncijfers wijken en buurten 2014", "A B C D"),
            ("05-kwb2023-column-names.csv", "5 x 45", nil, "A B"),
            ("06-kwb2020-one-municipality-no-country.csv", "5 x 118", nil, "B C D E"),
            ("07-rivm2020-lower-bounds.csv", "4 x 43", nil, "C D E F G H"),
            ("10-pdok2024-baarn.csv", "4 x 14", nil, "A B C D E"),
            ("11-pdok2024-renamed-missing-codes.csv", "4 x 16", nil, "A N O"),
            ("12-names-85984-identifier-title.csv", "8 x 2", nil, "A B"),
            ("13-leefbaarometer3-amstelveen.csv", "4 x 11", nil, "B C"),
            ("14-ses-woa-2019.csv", "4 x 9", nil, "B C"),
            ("15-politie-2024-buurten-47018.csv", "5 x 3", nil, "A"),
            (
                "16-misdrijven-gemeente-2024.csv", "3 x 2",
                "Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2026", "A"
            ),
        ] as [(String, String, String?, String)])
    func `a cut is read`(name: String, size: String, title: String?, texts: String) throws {
        let table = try PublishedTable(Cuts.sheet(name))
        #expect("\(table.rows.count) x \(table.columns.count)" == size)
        #expect(table.title == title)
        let unreadable = table.columns.indices.filter { column in
            failure { try table.figures(of: column, expecting: .fraction) } != "no failure"
        }
        #expect(unreadable.map(TableSheet.letters).joined(separator: " ") == texts)
    }

    @Test func `what the cuts say is what they say`() throws {
        let matrix = try PublishedTable(Cuts.sheet("02-kwb2014-rotterdam-statline-matrix.csv"))
        #expect(try figureTexts(matrix, "Eenpersoonshuishoudens") == ["47", "62", "63", "55", "(not-given)"])
        #expect(matrix.columns[try #require(try matrix.column(["Eenpersoonshuishoudens"]))].unit == "%")
        #expect(try figureTexts(matrix, "Koopwoningen") == ["35", "29", "35", "18", "(not-given)"])
        let map = try PublishedTable(Cuts.sheet("10-pdok2024-baarn.csv"))
        #expect(try figureTexts(map, "percentageKoopwoningen") == Array(repeating: "(unavailable)", count: 4))
        let renamed = try PublishedTable(Cuts.sheet("11-pdok2024-renamed-missing-codes.csv"))
        #expect(
            try figureTexts(renamed, "HuishOnderOfRondSociaalMinimum") == Array(repeating: "(unavailable)", count: 4))
        let score = try PublishedTable(Cuts.sheet("14-ses-woa-2019.csv"))
        #expect(
            try figureTexts(score, "SES-WOA|Totaalscore|Gemiddelde score") == ["-0.100", "-0.022", "0.045", "-0.110"])
    }
}
