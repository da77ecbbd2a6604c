import Foundation
import RuleEngine

/// One thing that is asked of a service, and the file that it becomes.
package struct TableRequest: Sendable {
    /// Name of the file, which tells the number of the table: `84799NED-TypedDataSet.json`.
    package let file: String
    /// The table and its number, for messages.
    package let title: String
    /// The address of the first page.
    package let address: String
    /// How many rows are asked for at a time; `nil` where the service gives a link to the next page.
    package let page: Int?
    /// A column that every row has.
    package let region: String?
    /// The number of the table.
    package let table: String

    /// Everything that is asked for an area of a municipality: all tables that recipes have an address for, of all years,
    /// with the rows of the country, the municipality, and the wijken and buurten in it.
    ///
    /// - Parameter service: another service that answers in the same form, in the place of the publishers'.
    package static func all(
        of recipes: ImportRecipes, in municipality: RegionCode, service: String?
    ) -> [TableRequest] {
        var requests: [TableRequest] = []
        for recipe in recipes.recipes {
            guard let download = recipe.download else { continue }
            for table in recipe.tables {
                let parts: [(ImportRecipe.Download.Part?, [ImportRecipe.Dimension])] = [
                    (download.rows, recipe.dimensions), (download.names, []), (download.measures, []),
                ]
                for case (let part?, let dimensions) in parts {
                    let request = TableRequest(recipe, table, part, in: municipality, dimensions, service: service)
                    if !requests.contains(where: { $0.file == request.file }) { requests.append(request) }
                }
            }
        }
        return requests
    }

    /// The names of all regions of the country in an edition that defines areas; `nil` where no recipe tells where they are.
    ///
    /// - Parameter year: that of the boundaries; the newest without it.
    package static func names(
        of recipes: ImportRecipes, year: Int?, service: String?
    ) -> (request: TableRequest, recipe: ImportRecipe, edition: ImportRecipe.Edition)? {
        let editions = recipes.recipes.filter { $0.definesAreas && $0.download?.names != nil }.flatMap { recipe in
            recipe.editions.filter { $0.table != nil && (year == nil || $0.year == year) }.map { (recipe, $0) }
        }
        guard let (recipe, edition) = editions.max(by: { $0.1.year < $1.1.year }), let table = edition.table,
            let part = recipe.download?.names
        else { return nil }
        return (TableRequest(recipe, table, part, in: nil, [], service: service), recipe, edition)
    }

    private init(
        _ recipe: ImportRecipe, _ table: String, _ part: ImportRecipe.Download.Part, in municipality: RegionCode?,
        _ dimensions: [ImportRecipe.Dimension], service: String?
    ) {
        var address = part.address.replacing("{table}", with: table)
        if let service { address = Self.moved(address, to: service) }
        var conditions: [String] = []
        if let region = part.region, let municipality {
            conditions.append(Self.starts(region, with: Self.prefixes(municipality)))
        }
        for dimension in dimensions {
            if let name = dimension.names.first { conditions.append(Self.starts(name, with: dimension.taken)) }
        }
        if !conditions.isEmpty {
            address = Self.asking("$filter", Self.encoded(conditions.joined(separator: " and ")), of: address)
        }
        let path = address.prefix { $0 != "?" }.split(separator: "/").last ?? "rows"
        file = table + "-" + path.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } + ".json"
        title = "\(recipe.plainTitle), \(table) (\(path))"
        self.table = table
        self.address = part.page.map { Self.asking("$top", String($0), of: address) } ?? address
        page = part.page
        region = part.region
    }

    /// The address of the rows behind so many.
    func address(after rows: Int) -> String { Self.asking("$skip", String(rows), of: address) }

    /// Codes are padded with blanks by some services, so that they are not compared as a whole.
    private static func starts(_ column: String, with beginnings: [String]) -> String {
        let each = beginnings.map { "startswith(\(column),'\($0.replacing("'", with: "''"))')" }
        return each.count == 1 ? each[0] : "(" + each.joined(separator: " or ") + ")"
    }

    /// The beginnings of the codes of the country, a municipality and what lies in it.
    private static func prefixes(_ municipality: RegionCode) -> [String] {
        let digits = municipality.text.dropFirst(2)
        return ["NL"] + ["GM", "WK", "BU"].map { $0 + digits }
    }

    private static func asking(_ name: String, _ value: String, of address: String) -> String {
        address + (address.contains("?") ? "&" : "?") + name + "=" + value
    }

    /// The path and question of an address behind the begin of another service.
    private static func moved(_ address: String, to service: String) -> String {
        let behind = address.dropFirst("https://".count).drop { $0 != "/" }
        return (service.hasSuffix("/") ? String(service.dropLast()) : service) + behind
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                UnicodeScalar(byte).properties.isAlphabetic && byte < 0x80
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._~".utf8.contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
        }.joined()
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}

extension ImportRecipe {
    /// The numbers of the tables of its editions, each once.
    fileprivate var tables: [String] {
        var tables: [String] = []
        for table in editions.compactMap(\.table) where !tables.contains(table) { tables.append(table) }
        return tables
    }
}
