/// Follows the units of figures and parameters through an expression.
///
/// A bare number takes the unit of the other side; what is multiplied or divided by a bare number keeps its unit; figures of
/// one unit divided by each other are a bare number. Of all else nothing is known and nothing is said.
struct UnitChecker {
    let record: RecordSchema
    let parameters: [String: Parameter]
    let vocabularies: [String: Vocabulary]
    /// Names that hide those of the record.
    let variables: Set<String>
    private(set) var findings: [Finding] = []

    /// A comparison or a sum that cannot be meant.
    enum Finding: Hashable, Sendable {
        case mismatch(left: String, right: String, range: Range<Int>)
        /// A number that stands for a threshold and has neither a name nor a source.
        case bareThreshold(FEELNumber, figure: String, unit: String, range: Range<Int>)
    }

    private enum Unit: Hashable {
        case unknown
        /// A number without unit.
        case bare
        case of(String)
    }

    init(
        record: RecordSchema, parameters: [String: Parameter], vocabularies: [String: Vocabulary],
        variables: Set<String>
    ) {
        self.record = record
        self.parameters = parameters
        self.vocabularies = vocabularies
        self.variables = variables
    }

    mutating func check(_ expression: FEELExpression) { _ = unit(of: expression) }

    private mutating func unit(of expression: FEELExpression) -> Unit {
        switch expression.kind {
        case .number: return .bare
        case .name(let name): return variables.contains(name) ? .unknown : unit(ofName: name)
        case .path(let base, let member):
            guard case .name(let name) = base.kind, !variables.contains(name) else { return .unknown }
            return unit(ofMember: member, in: name)
        case .negation(let operand): return unit(of: operand)
        case .binary(let operation, let left, let right): return unit(operation, left, right, at: expression.range)
        case .between(let value, let low, let high):
            compare(value, low, at: expression.range)
            compare(value, high, at: expression.range)
            return .unknown
        case .conditional(let condition, let then, let otherwise):
            check(condition)
            let (one, two) = (unit(of: then), unit(of: otherwise))
            return one == two ? one : .unknown
        case .call(_, let arguments):
            for argument in arguments.expressions { check(argument) }
            return .unknown
        case .membership(let value, let tests):
            for case .comparison(_, let operand) in tests { compare(value, operand, at: operand.range) }
            return .unknown
        default: return .unknown
        }
    }

    private mutating func unit(
        _ operation: FEELExpression.BinaryOperator, _ left: FEELExpression, _ right: FEELExpression,
        at range: Range<Int>
    ) -> Unit {
        switch operation {
        case .and, .or:
            check(left)
            check(right)
            return .unknown
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            compare(left, right, at: range)
            return .unknown
        case .add, .subtract:
            let (one, two) = (unit(of: left), unit(of: right))
            reportMismatch(one, two, at: range)
            return one == .unknown || two == .unknown ? .unknown : one == .bare ? two : one
        case .multiply, .divide:
            switch (unit(of: left), unit(of: right)) {
            case (let unit, .bare): return unit
            case (.bare, let unit) where operation == .multiply: return unit
            case (.of(let one), .of(let two)) where operation == .divide && one == two: return .bare
            default: return .unknown
            }
        case .power: return .unknown
        }
    }

    private mutating func compare(_ left: FEELExpression, _ right: FEELExpression, at range: Range<Int>) {
        let (one, two) = (unit(of: left), unit(of: right))
        reportMismatch(one, two, at: range)
        for (literal, other, unit) in [(left, right, two), (right, left, one)] {
            guard case .number(let number) = literal.kind, case .of(let name) = unit, !Self.harmless.contains(number),
                other.isFigure
            else { continue }
            findings.append(
                .bareThreshold(number, figure: FEELPrinter.text(of: other), unit: name, range: literal.range))
        }
    }

    /// Nothing, one, and all of a percentage say what they mean.
    private static let harmless: [FEELNumber] = [0, 1, 100]

    private mutating func reportMismatch(_ left: Unit, _ right: Unit, at range: Range<Int>) {
        guard case .of(let one) = left, case .of(let two) = right, one != two else { return }
        findings.append(.mismatch(left: one, right: two, range: range))
    }

    // MARK: Names

    private func unit(ofName name: String) -> Unit {
        if let parameter = parameters[name] { return parameter.unit.map(Unit.of) ?? .unknown }
        return record.index(of: .init(name: name)) == nil ? .unknown : unit(ofCode: name, in: record.vocabulary)
    }

    /// A context with a type of its own holds other things than its vocabulary says.
    private func unit(ofMember member: String, in name: String) -> Unit {
        guard let context = record.context(named: name), context.domain == nil else { return .unknown }
        return unit(ofCode: member, in: context.vocabulary)
    }

    private func unit(ofCode code: String, in vocabulary: String) -> Unit {
        vocabularies[vocabulary]?[code]?.string("unit").map(Unit.of) ?? .unknown
    }
}

extension FEELExpression {
    /// A value as it was measured, not one that was computed.
    fileprivate var isFigure: Bool {
        switch kind {
        case .name, .path: true
        default: false
        }
    }
}
