package import Foundation
import RuleEngine

/// A folder with the tables under the names they have in the project's data set, plain or compressed.
package struct TableFolder {
    package let url: URL

    package init(url: URL) {
        self.url = url
    }

    /// All tables.
    package func tables() throws(BadInput) -> TableCollection {
        let names2020 = try names("kwb-2020-84799NED-regions.csv")
        let names2023 = try names("regions-2023-85618NED.csv")
        let boundaries = try TableFile.find("boundaries-wk-2016-rd.geojson", in: url)
        let names2016 = try RegionNames(geoJSON: Data(boundaries.bytes()), name: boundaries.file.name)
        var tables = TableCollection(kwb: try KWBTable(text("kwb-2020-84799NED.csv"), names: names2020))
        tables.kwb2019 = try KWBTable(text("kwb-2019-84583NED-amsterdam.csv"))
        tables.rivm = try RIVMTable(text("rivm-2020-50090NED-18plus.csv"))
        tables.woz = try WOZTable(text("woz-2023-85618NED.csv"), names: names2023)
        tables.income = try IncomeTable(text("income-2020-gm-wk-2023.csv"), names: names2023)
        tables.leefbaarometer = try LeefbaarometerTable(text("leefbaarometer2-pc4-dimensions-2012-2018.csv"))
        tables.leefbaarometerClasses = try LeefbaarometerClassTable(
            text("leefbaarometer2-wk-classes-2002-2016.csv"), names: names2016)
        return tables
    }

    private func text(_ name: String) throws(BadInput) -> TableText { try TableFile.find(name, in: url).text() }

    private func names(_ name: String) throws(BadInput) -> RegionNames { try RegionNames(text(name)) }
}
