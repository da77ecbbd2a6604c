import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// Pieces of tables as data officers have them, each with the outcome that is right; they stand outside the package.
struct CutTests {
    private struct Outcome {
        var fault = ""
        var sheet: ImportedSheet?
        var remarks: [String] = []

        func value(_ indicator: String) -> String {
            guard let figure = sheet?.figures.first(where: { $0.name == indicator }) else { return "-" }
            switch figure.result {
            case .known(let number): return "\(number) (\(figure.newest.recipe.year))"
            case .unknown(let reason): return reason.rawValue
            }
        }
    }

    private func outcome(
        _ names: [String], _ region: String, rename: String? = nil, stated: ImportRecipes.Statement = .init()
    ) throws -> Outcome? {
        guard Cuts.folder != nil, let tables = Cuts.tables else {
            print("Skipped: the pieces of tables are not on this computer.")
            return nil
        }
        var outcome = Outcome()
        outcome.fault = failure {
            let recipes = try recipes()
            var editions: [EditionTable] = []
            for name in names {
                let isWhole = name.hasSuffix(".gz")
                let url = (isWhole ? tables : Cuts.folder ?? tables).appending(path: name)
                let document = try TableDocument(name: rename ?? name, bytes: TableFile(url: url).bytes())
                editions += try recipes.tables(in: document, stated: isWhole ? .init() : stated)
            }
            let collection = try TableCollection(editions)
            let builder = SheetBuilder(collection, recipes.indicators)
            outcome.remarks = builder.remarks.map(\.code)
            outcome.sheet = try builder.sheet(of: AreaDefinition.region(region, in: collection)).sheet
        }
        return outcome
    }

    private func cut(_ name: String) throws -> TableDocument {
        let folder = try #require(Cuts.folder)
        return try TableDocument(name: name, bytes: TableFile(url: folder.appending(path: name)).bytes())
    }

    @Test func `01: Kerncijfers 2019 of the R export are of 2019, and one region needs no weight`() throws {
        guard let cut = try outcome(["01-kwb2019-amsterdam-R-export.csv"], "WK036300") else { return }
        #expect(cut.value("koopwoningen") == "19.0 (2019)")
        #expect(cut.sheet?.sources.map(\.table) == ["84583NED"])
        let unnamed = try outcome(["01-kwb2019-amsterdam-R-export.csv"], "WK036300", rename: "export.csv")
        #expect(unnamed?.fault == "import/no-edition 1:1")
    }

    @Test func `02 and 03: the matrix of StatLine is read with its title and its row of units`() throws {
        guard let cut = try outcome(["02-kwb2014-rotterdam-statline-matrix.csv"], "WK059901", rename: "a.csv") else {
            return
        }
        #expect(cut.value("eenpersoonshuishoudens") == "62.0 (2014)")
        #expect(cut.value("jongeren_0_15") == "9.0 (2014)")
        let later = try outcome(["03-kwb2016-rotterdam-statline-matrix.csv"], "WK059901", rename: "a.csv")
        #expect(later?.value("eenpersoonshuishoudens") == "61.8 (2016)")
        #expect(later?.value("geweld_en_zeden") == "29.0 (2016)")
    }

    @Test func `04: without its row of units a percentage of 2014 is still a percentage`() throws {
        let cut = try outcome(["04-kwb2014-without-unit-row.csv"], "WK059901", rename: "a.csv")
        #expect(cut.map { $0.value("eenpersoonshuishoudens") } ?? "62.0 (2014)" == "62.0 (2014)")
    }

    @Test func `05: education, homes and income of the column names of 2023`() throws {
        guard let cut = try outcome(["05-kwb2023-column-names.csv"], "WK036376", rename: "a.csv") else { return }
        #expect(cut.value("laag_opgeleid") == "38.5 (2023)")
        #expect(cut.value("woz_verhouding") == "0.89 (2023)")
        #expect(cut.value("inkomen_per_inwoner") == "19.2 (2023)")
        #expect(cut.sheet?.sources.map(\.table) == ["85618NED"])
    }

    @Test func `06: without the row of the country there is no percentile, and a warning`() throws {
        guard let cut = try outcome(["06-kwb2020-one-municipality-no-country.csv"], "BU06060607") else { return }
        let welfare = cut.sheet?.figures.first { $0.name == "bijstand" }?.newest
        #expect(cut.value("bijstand") == "12.7 (2020)")
        #expect(welfare?.benchmarks.percentile == nil)
        #expect(welfare?.benchmarks.country == nil)
        #expect(cut.remarks == ["import/no-country"])
    }

    @Test func `07 to 09: rows of health figures are read by margin, age and year`() throws {
        let kwb = "kwb-2020-84799NED.csv.gz"
        guard let bounds = try outcome([kwb, "07-rivm2020-lower-bounds.csv"], "WK036376") else { return }
        #expect(bounds.fault == "import/other-rows 2:9")
        let mixed = try outcome([kwb, "08-rivm-first-row-2020-rest-2016.csv"], "WK036376")
        #expect(mixed?.fault == "import/years-differ 2:28")
        let whole = try outcome([kwb, "09-rivm-whole-table-two-periods.csv"], "GM0363")
        #expect(whole?.fault == "areas/unknown-region-code")
        let editions = try recipes().tables(in: cut("09-rivm-whole-table-two-periods.csv"))
        #expect(editions.map(\.edition.year) == [2020])
        #expect(editions.last?.reading("smoking", row: "NL00").number == FEELNumber("17.9"))
    }

    @Test func `10 and 11: PDOK is read, and its codes for a missing figure are no figures`() throws {
        guard let cut = try outcome(["10-pdok2024-baarn.csv"], "BU03080000", rename: "a.csv") else { return }
        #expect(cut.value("inwoners") == "1825 (2024)")
        #expect(cut.value("eenpersoonshuishoudens") == "58.0 (2024)")
        #expect(cut.value("koopwoningen") == "not-published")
        let renamed = try outcome(
            ["11-pdok2024-renamed-missing-codes.csv"], "BU03080000", rename: "a.csv", stated: .init(year: 2024))
        #expect(renamed?.value("inwoners") == "1825 (2024)")
        for indicator in ["koopwoningen", "wmo_clienten", "afstand_supermarkt", "sociaal_minimum"] {
            #expect(renamed?.value(indicator) == "not-published")
        }
    }

    @Test func `12: names of the open data interface of version 4`() throws {
        guard Cuts.folder != nil else { return }
        let editions = try recipes().tables(
            in: cut("12-names-85984-identifier-title.csv"), stated: .init(table: "85984NED"))
        #expect(editions.first?.names[region("BU06060607")] == "Nolensbuurt")
    }

    @Test func `13 to 16: Leefbaarometer 3, SES-WOA and registered crimes have recipes`() throws {
        let kwb = "kwb-2020-84799NED.csv.gz"
        guard let lbm = try outcome([kwb, "13-leefbaarometer3-amstelveen.csv"], "WK036201") else { return }
        #expect(lbm.value("lbm3_score") == "4.328 (2022)")
        #expect(lbm.sheet?.figures.first { $0.name == "lbm3_score" }?.earlier.map(\.recipe.year) == [2020, 2018, 2014])
        let ses = try outcome([kwb, "14-ses-woa-2019.csv"], "WK036300")
        #expect(ses?.value("laag_opgeleid_huishoudens") == "12.9 (2019)")
        let police = try outcome([kwb, "15-politie-2024-buurten-47018.csv"], "BU06060601")
        #expect(police?.fault == "import/no-dimension 1:1")
        let editions = try recipes().tables(in: cut("16-misdrijven-gemeente-2024.csv"))
        #expect(editions.map(\.edition.year) == [2024])
        #expect(editions.first?.reading("crimes", row: "amsterdam").number == 82964)
    }

    @Test func `17: thousands that a spreadsheet has parted are refused`() throws {
        let cut = try outcome(["17-excel-thousands.csv"], "BU06060601")
        #expect(cut?.fault ?? "table/thousands 2:83" == "table/thousands 2:83")
    }
}
