/// Where a frame keeps the values of names, asked once when an expression is compiled.
///
/// A name without a place is not known to the expression. A place is any number that the frame of the run understands: the
/// index of a slot, of a column, or of something yet to be worked out.
package protocol FEELPlaces {
    /// The place of the value of a name; of a context as a whole, where the frame can give it.
    func place(of name: String) -> Int32?
    /// The place of `name.member`, so that a frame need not build a context of a thousand figures to give one.
    func place(of name: String, member: String) -> Int32?
    /// The value of a name that is the same in every frame, as that of a parameter; it becomes part of the code.
    func constant(_ name: String) -> FEELValue?
}

extension FEELPlaces {
    package func place(of name: String, member: String) -> Int32? { nil }
    package func constant(_ name: String) -> FEELValue? { nil }
}

/// Names with places in their order: the first has place 0.
package struct FEELPlaceList: FEELPlaces, Sendable {
    private let names: [String]

    package init(_ names: [String]) { self.names = names }

    package func place(of name: String) -> Int32? { names.firstIndex(of: name).map(Int32.init) }
}
