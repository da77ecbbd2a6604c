/// Why an expression gave `null`: a fault with its place, its kind and the values that met.
public struct FEELNote: Hashable, Sendable {
    /// What went wrong.
    public enum Kind: String, Hashable, Sendable {
        case unknownName, unknownFunction, wrongArgument, wrongType, notComparable, divisionByZero
        case invalidLiteral, outOfRange, limit
    }

    public let kind: Kind
    public let message: LocalizedText
    /// UTF-8 offsets in the text of the expression.
    public let range: Range<Int>

    public init(_ kind: Kind, _ message: LocalizedText, range: Range<Int>) {
        self.kind = kind
        self.message = message
        self.range = range
    }
}
