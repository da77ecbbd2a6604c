/// Where the free names of an expression get their values: the values of the record, the facts that a rule has bound.
///
/// `value(of:)` answers for a name by itself; `value(of:member:)` for `name.member`, so that a scope need not build
/// a context of a thousand figures to give one. The evaluator asks the second first when it meets a path on a
/// free name, and reads the entry of `value(of:)` when that gives nothing.
package protocol FEELScope {
    func value(of name: String) -> UncertainValue?
    func value(of name: String, member: String) -> UncertainValue?
}
