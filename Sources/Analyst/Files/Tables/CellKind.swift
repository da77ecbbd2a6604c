/// What the format of a file says of a cell apart from its characters.
package enum CellKind: UInt8, Sendable {
    /// Characters of which nothing more is known: all cells of a delimited text, and texts of other formats.
    case plain
    /// The characters of a string of JSON in which some are written with a backslash.
    case escaped
    /// A number as the file stores it, with a decimal point or exponent: never ambiguous.
    case number
    /// A number that is stored as a part of one and shown as a percentage: 0.127 for 12.7 %.
    case share
    /// Yes or no.
    case truth
    /// A day, as `2023-01-01`.
    case day
    /// A list or an object of JSON, which no cell can show.
    case nested
    /// A formula that was never worked out, or whose result is an error.
    case failedFormula
    /// The publisher says that there is no figure here.
    case unavailable
    /// The publisher says that the figure is secret.
    case secret
    /// The publisher says that such a figure cannot be.
    case impossible
}
