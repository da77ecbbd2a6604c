/// Where an environment keeps the values of names, asked once when an expression is compiled.
///
/// A name without a slot is not known to the expression. A slot is any number that the environment of the run
/// understands: the index of a value, of a column, or of something yet to be worked out.
package protocol FEELNameResolver {
    /// The slot of the value of a name; of a context as a whole, where the environment can give it.
    func slot(of name: String) -> Int32?
    /// The slot of `name.member`, so that an environment need not build a context of a thousand figures to give one.
    func slot(of name: String, member: String) -> Int32?
    /// The value of a name that is the same in every environment, as that of a parameter; it becomes part of the code.
    func constant(_ name: String) -> FEELValue?
}

extension FEELNameResolver {
    package func slot(of name: String, member: String) -> Int32? { nil }
    package func constant(_ name: String) -> FEELValue? { nil }
}
