package import RuleEngine

/// How to read one published table in all its editions, as data (`rules/imports/*.yaml`).
///
/// A recipe names the columns by what they mean, with every name that editions and forms of download give them; the
/// editions with year, table number and day of publication; and the figures that are made of the columns. A new year of
/// a table is an edition more in its recipe.
package struct ImportRecipe: Sendable {
    /// Name of the recipe, as its file has it.
    package let name: String
    /// Begin of the names that its editions have as sources in sheets: `kwb` makes `kwb-2020`.
    package let ref: String
    /// Title of the table; `{year}` stands for the year of the edition.
    package let title: String
    package let publisher: String
    package let licence: String
    package let kind: FigureKind
    /// Its regions can make up an area: the table has residents, and all levels.
    package let definesAreas: Bool
    /// Rows may end early where their last cells are empty.
    package let allowsShortRows: Bool
    package let regions: RegionColumns
    /// Names of the column that tells the year of a row.
    package let yearNames: [String]
    /// Columns that part a table, with the value whose rows are read.
    package let dimensions: [Dimension]
    package let columns: [Column]
    /// In the order of years.
    package let editions: [Edition]
    package let figures: [Figure]
    /// Where the publisher's service gives the table; `nil` where it is downloaded by hand.
    package let download: Download?
    /// Where the recipe stands.
    package let span: SourceSpan

    /// How rows are told apart.
    package enum Keying: String, CaseIterable, Sendable {
        /// By the code of a region.
        case code
        /// By postcode: a buurt takes the row of its most common postcode.
        case postcode
        /// By the name of a municipality or of the country, as the table has no codes.
        case name
    }

    /// The columns that say which region a row is about.
    package struct RegionColumns: Sendable {
        package let keying: Keying
        /// The first of these columns that is filled has the key of the row.
        package let keyNames: [String]
        package let titleNames: [String]
        package let municipalityNames: [String]
        package let postcodeNames: [String]
        /// Whether the boundary is that of the year before: 1 where it is.
        package let changeNames: [String]
    }

    /// A column of which only the rows with one value are read, such as an age group.
    package struct Dimension: Sendable {
        package let names: [String]
        /// Accepted values; the first is the one that messages name.
        package let taken: [String]
        /// What the value means, for messages.
        package let meaning: LocalizedText
    }

    /// A column of numbers by its meaning.
    package struct Column: Sendable {
        package let name: String
        /// As recipes write units: `aantal`, `%`, `x 1000 euro`; `nil` where any will do.
        package let unit: String?
        /// The count that it is a share of, where an edition gives it as a percentage.
        package let whole: String?
        /// `{yyyy}` and `{yy}` stand for the year, where one file has a column per year.
        package let names: [String]
    }

    /// The table of one year.
    package struct Edition: Sendable {
        package let year: Int
        package let table: String?
        package let publication: SheetSource.Publication
        /// Year of the boundaries of its regions; `nil` for postcodes.
        package let regions: Int?
        /// Whether the recipe was tried on a file of this edition; otherwise it follows the publisher's description.
        package let isTried: Bool
        /// Columns, with their numbers, that only this edition has.
        package let fingerprint: [String]
        /// Units of columns that differ from those of other editions.
        package let units: [String: String]
        package let note: LocalizedText?
    }

    /// An indicator made of columns.
    package struct Figure: Sendable {
        package let indicator: String
        package let method: FigureMethod
        package let approximation: Approximation
        /// Level at which figures are looked up when the area's own regions are larger; `nil` for their own level.
        package let level: RegionCode.Level?
        /// Digits after the point.
        package let digits: Int
        /// Whether a place among the wijken means anything (not for plain counts).
        package let isRanked: Bool
        package let span: SourceSpan
    }

    /// When a value is an approximation of our own making.
    package enum Approximation: String, CaseIterable, Sendable {
        case never
        case whenCombined = "when-combined"
        case always

        /// For an area of so many regions.
        package func holds(parts: Int) -> Bool {
            switch self {
            case .never: false
            case .whenCombined: parts > 1
            case .always: true
            }
        }
    }

    /// The column of residents, which a table that defines areas must have.
    package static let residents = "residents"

    package func column(_ name: String) -> Column? { columns.first { $0.name == name } }

    /// The table as a sheet names it.
    package func source(_ edition: Edition) -> SheetSource {
        SheetSource(
            ref: "\(ref)-\(edition.year)", title: title.replacing("{year}", with: String(edition.year)),
            publisher: publisher, table: edition.table, licence: licence, regions: edition.regions, year: edition.year,
            publication: edition.publication, note: edition.note)
    }
}

/// What kind of figures a table has, as sheets write it.
package enum FigureKind: String, CaseIterable, Sendable {
    case count, survey, model, judgement
}

/// What happens to the figures of the parts of an area; columns by their names in the recipe.
///
/// A weight or whole that the recipe does not declare is that column of the table that defines the area.
package enum FigureMethod: Hashable, Sendable {
    /// Counts are added.
    case sum(String)
    /// Added counts are divided by added counts, times a factor (100 for a percentage).
    case ratio([String], to: [String], times: FEELNumber)
    /// Means and percentages are weighted by a count.
    case mean(String, weight: [String])
    /// As `mean`, divided by the figure of the country in the same table.
    case relativeMean(String, weight: [String])
    /// The share, in percent, of those in regions whose figure is at most a limit.
    case shareAtMost(String, limit: FEELNumber, weight: [String])
    /// Medians cannot be combined: only for an area of one region.
    case single(String)

    /// The columns that the value rests on; what it is divided by or weighted with may be of another table.
    package var columns: [String] {
        switch self {
        case .sum(let column), .single(let column): [column]
        case .mean(let column, _), .relativeMean(let column, _), .shareAtMost(let column, _, _): [column]
        case .ratio(let parts, _, _): parts
        }
    }

    package var weights: [String] {
        switch self {
        case .sum, .single: []
        case .ratio(_, let whole, _): whole
        case .mean(_, let weight), .relativeMean(_, let weight), .shareAtMost(_, _, let weight): weight
        }
    }
}
