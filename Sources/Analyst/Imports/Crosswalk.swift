package import RuleEngine

/// Which regions of one year those of another were made of, as the user states it in a file.
///
/// Figures of the older year then meet the new region as the mean of its origins, each with its share of the residents.
/// Counts cannot be parted so; they stay not known.
package struct Crosswalk: Sendable {
    /// A part of a region, which was another region or lay in one.
    package struct Origin: Hashable, Sendable {
        package let region: RegionCode
        /// The share of the new region's residents who live in it, in percent.
        package let share: FEELNumber
    }

    /// The regions of one year in those of another.
    private struct Years: Hashable {
        let old: Int
        let new: Int
    }

    /// Name of the file, for messages.
    package let name: String
    private let origins: [Years: [RegionCode: [Origin]]]

    /// The parts of a region of a year among the regions of another year; empty where the file says nothing of it.
    package func origins(of region: RegionCode, in year: Int, from old: Int) -> [Origin] {
        origins[Years(old: old, new: year)]?[region] ?? []
    }

    /// Reads a table with the columns `old_year, old_code, new_year, new_code, share`, one row for each part.
    ///
    /// - Throws: `crosswalk/code`, `crosswalk/year`, `crosswalk/level`, `crosswalk/share`, `crosswalk/twice`,
    ///   `crosswalk/too-much`, `crosswalk/empty`, and what tables throw.
    package init(_ text: TableText) throws(BadInput) {
        let reader = try CrosswalkReader(
            DelimitedTable(text, header: ["old_year", "old_code", "new_year", "new_code", "share"]))
        var origins: [Years: [RegionCode: [Origin]]] = [:]
        for row in reader.table.rows {
            let years = Years(old: try reader.year(row, reader.oldYear), new: try reader.year(row, reader.newYear))
            let origin = Origin(region: try reader.region(row, reader.oldCode), share: try reader.share(row))
            let region = try reader.region(row, reader.newCode)
            guard origin.region.level == region.level else {
                throw reader.table.failure("crosswalk/level", .otherLevel, row: row, column: reader.oldCode)
            }
            let others = origins[years]?[region] ?? []
            guard !others.contains(where: { $0.region == origin.region }) else {
                throw reader.table.failure(
                    "crosswalk/twice", .twice(origin.region, region), row: row, column: reader.oldCode)
            }
            let sum = others.reduce(origin.share) { $0 + $1.share }
            guard sum <= Self.most else {
                throw reader.table.failure(
                    "crosswalk/too-much", .tooMuch(region, sum), row: row, column: reader.share, hint: .shareHint)
            }
            origins[years, default: [:]][region, default: []].append(origin)
        }
        let shares = origins.values.flatMap { $0.values.flatMap { $0.map(\.share) } }
        guard let largest = shares.max() else {
            throw BadInput([
                Diagnostic(code: "crosswalk/empty", message: .noRows(text.name), at: nil)
            ])
        }
        guard largest > .one else {
            throw reader.table.failure(
                "crosswalk/share", .fractions, row: reader.table.rows.lowerBound, column: reader.share, hint: .shareHint
            )
        }
        name = text.name
        self.origins = origins
    }

    /// Rounded shares may come to a little more than the whole.
    private static let most: FEELNumber = 101
}

/// Reads the cells of a row.
private struct CrosswalkReader {
    let table: DelimitedTable
    let oldYear, oldCode, newYear, newCode, share: Int?

    init(_ table: DelimitedTable) throws(BadInput) {
        self.table = table
        oldYear = try table.column("old_year")
        oldCode = try table.column("old_code")
        newYear = try table.column("new_year")
        newCode = try table.column("new_code")
        share = try table.column("share")
    }

    func year(_ row: Int, _ column: Int?) throws(BadInput) -> Int {
        let text = table.cell(row, column) ?? ""
        guard text.count == 4, let year = Int(text), year > 1900 else {
            throw table.failure("crosswalk/year", .badYear(text), row: row, column: column)
        }
        return year
    }

    func region(_ row: Int, _ column: Int?) throws(BadInput) -> RegionCode {
        let text = table.cell(row, column) ?? ""
        guard let region = RegionCode(loose: text), region.level > .municipality else {
            throw table.failure("crosswalk/code", .badCode(text), row: row, column: column)
        }
        return region
    }

    func share(_ row: Int) throws(BadInput) -> FEELNumber {
        let number = try table.number(row, share)
        guard let number, number > .zero, number <= 100 else {
            throw table.failure("crosswalk/share", .badShare, row: row, column: share, hint: .shareHint)
        }
        return number
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func badYear(_ text: String) -> LocalizedText {
        LocalizedText(nl: "‘\(text)’ is geen jaar", en: "‘\(text)’ is no year")
    }

    fileprivate static func badCode(_ text: String) -> LocalizedText {
        LocalizedText(
            nl: "‘\(text)’ is geen code van een wijk of buurt", en: "‘\(text)’ is not the code of a wijk or buurt")
    }

    fileprivate static let otherLevel = LocalizedText(
        nl: "de oude en de nieuwe code zijn niet beide van een wijk of beide van een buurt",
        en: "the old and the new code are not both of a wijk or both of a buurt")

    fileprivate static func twice(_ old: RegionCode, _ new: RegionCode) -> LocalizedText {
        LocalizedText(
            nl: "\(old.text) staat twee keer als deel van \(new.text)",
            en: "\(old.text) stands twice as a part of \(new.text)")
    }

    fileprivate static func tooMuch(_ region: RegionCode, _ sum: FEELNumber) -> LocalizedText {
        LocalizedText(
            nl: "de delen van \(region.text) zijn samen \(sum) % van de inwoners",
            en: "the parts of \(region.text) come to \(sum) % of the residents")
    }

    fileprivate static let badShare = LocalizedText(
        nl: "een aandeel is een percentage boven 0 en tot en met 100",
        en: "a share is a percentage above 0 and up to 100")

    fileprivate static let fractions = LocalizedText(
        nl: "alle aandelen zijn 1 of minder; bedoeld zijn percentages",
        en: "all shares are 1 or less; percentages are meant")

    fileprivate static let shareHint = LocalizedText(
        nl: "schrijf welk deel van de inwoners van het nieuwe gebied in het oude woont, van 0 tot 100",
        en: "write which part of the new region's residents lives in the old one, from 0 to 100")

    fileprivate static func noRows(_ name: String) -> LocalizedText {
        LocalizedText(nl: "in \(name) staan geen rijen", en: "there are no rows in \(name)")
    }
}
