/// An expression of a rule made ready to run: each name is traced to a value of the record, a parameter, or a variable.
///
/// Made once, when the rule is read; every session runs it on its own values.
package struct CompiledExpression: Sendable {
    /// What stands behind a slot of the code.
    enum Read: Sendable {
        /// A value of the record, by its number.
        case slot(Int)
        /// A parameter, by its number, on the day of the session.
        case parameter(Int)
        /// What a variable is bound to as a whole.
        case variable(String)
        /// A field of the fact that a variable is bound to.
        case member(Member)
    }

    /// A field of the fact that a variable is bound to. A class, so that the match loop hands it on at the cost of one
    /// reference.
    final class Member: Sendable {
        let variable: String
        let name: String
        let field: Rule.FieldReference

        init(variable: String, name: String, _ field: Rule.FieldReference) {
            self.variable = variable
            self.name = name
            self.field = field
        }
    }

    let code: FEELCode
    /// By slot.
    let reads: [Read]

    /// The places at which it reads something else than a parameter: parameters stay the same as long as a session
    /// lives.
    let varyingSlots: [Int]

    /// What the expression reads, where it is nothing but that: a name, or a name with a member.
    let soleRead: Read?

    /// - Parameter read: what a name stands for, or a name with a member; `nil` where it is neither.
    init(_ expression: FEELExpression, reading read: @escaping (_ name: String, _ member: String?) -> Read?) {
        let resolver = RuleNameResolver(read)
        code = Self.evaluator.compile(expression, for: resolver)
        reads = resolver.reads
        varyingSlots = resolver.varying
        switch expression.kind {
        case .name: soleRead = reads.count == 1 ? reads[0] : nil
        case .path(let base, _):
            if case .name = base.kind, reads.count == 1, case .member = reads[0] {
                soleRead = reads[0]
            } else {
                soleRead = nil
            }
        default: soleRead = nil
        }
    }

    /// Knows the functions beyond FEEL; neither a day nor zones, which sessions bring.
    fileprivate static let evaluator = FEELEvaluator(extensions: Builtin.extensions)
}

/// A decision table of a rule made ready to run, in the same way. A class, so that what it gave can be remembered by
/// it.
final class RuleTableCode: Sendable {
    let code: DecisionTableCode
    /// By slot.
    let reads: [CompiledExpression.Read]
    /// The places at which it reads something else than a parameter.
    let varyingSlots: [Int]

    init(
        _ table: DecisionTable, reading read: @escaping (_ name: String, _ member: String?) -> CompiledExpression.Read?
    ) {
        let resolver = RuleNameResolver(read)
        code = CompiledExpression.evaluator.compile(table, for: resolver)
        reads = resolver.reads
        varyingSlots = resolver.varying
    }
}

/// Hands out slots as the compiler asks for them, one for each name.
private final class RuleNameResolver: FEELNameResolver {
    private(set) var reads: [CompiledExpression.Read] = []
    private var slots: [Name: Int32] = [:]
    private let read: (String, String?) -> CompiledExpression.Read?

    private struct Name: Hashable {
        let name: String
        let member: String?
    }

    init(_ read: @escaping (String, String?) -> CompiledExpression.Read?) { self.read = read }

    /// The places that stand for something else than a parameter.
    var varying: [Int] { reads.indices.filter { if case .parameter = reads[$0] { false } else { true } } }

    func slot(of name: String) -> Int32? { slot(of: Name(name: name, member: nil)) }
    func slot(of name: String, member: String) -> Int32? { slot(of: Name(name: name, member: member)) }

    private func slot(of name: Name) -> Int32? {
        if let known = slots[name] { return known }
        guard let read = read(name.name, name.member) else { return nil }
        reads.append(read)
        slots[name] = Int32(reads.count - 1)
        return slots[name]
    }
}
