/// How a column writes its numbers: with a decimal comma or a decimal point. Found once for a whole column, because one
/// cell cannot tell: `4.195` is a little over four in a column of scores and four thousand in one of residents.
///
/// Found by the cells that can be read in one way only: `0.278`, `12,5` and `1234.567` show what the mark means. Where no
/// cell shows it, three digits behind a mark are refused, unless the caller knows that the figures are no whole numbers.
package struct NumberNotation: Hashable, Sendable {
    /// What the caller knows of the figures.
    package enum Expectation: Sendable {
        /// Counts: three digits behind a mark are thousands that some program has parted.
        case whole
        /// Shares, means and scores: three digits behind a mark may be a fraction.
        case fraction
        case unknown
    }

    /// `,` or `.`; `nil` where all numbers are whole.
    let mark: UInt8?

    /// A column without a mark in any of its cells.
    static let whole = NumberNotation(mark: nil)
}
