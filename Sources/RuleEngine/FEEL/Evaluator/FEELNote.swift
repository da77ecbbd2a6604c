/// Why an expression gave `null`: a fault with its place, its kind and the values that met.
package struct FEELNote: Hashable, Sendable {
    /// What went wrong.
    package enum Kind: String, Hashable, Sendable {
        case unknownName, unknownFunction, wrongArgument, wrongType, notComparable, divisionByZero
        case invalidLiteral, outOfRange, limit
    }

    package let kind: Kind
    package let message: LocalizedText
    /// UTF-8 offsets in the text of the expression.
    package let range: Range<Int>

    package init(_ kind: Kind, _ message: LocalizedText, range: Range<Int>) {
        self.kind = kind
        self.message = message
        self.range = range
    }
}
