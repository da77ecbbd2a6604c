/// Says an expression in plain words, with the values that it met: "height is 8.1 %; condition: more than 1.5 × 3.9 %".
///
/// What has no plain wording is given as FEEL.
public struct Verbalizer {
    let naming: Naming
    let language: Language
    /// What is known of a name at the place of the expression.
    let value: (FEELExpression) -> ValueSet?
    private let values: ValueText

    init(_ naming: Naming, _ language: Language, value: @escaping (FEELExpression) -> ValueSet?) {
        self.naming = naming
        self.language = language
        self.value = value
        values = ValueText(language)
    }

    /// A condition as a sentence without a full stop.
    func sentence(_ expression: FEELExpression) -> String {
        switch expression.kind {
        case .binary(.and, let left, let right): "\(part(left, of: .and)) \(word("en", "and")) \(part(right, of: .and))"
        case .binary(.or, let left, let right): "\(sentence(left)), \(word("of", "or")) \(sentence(right))"
        case .binary(let comparison, let left, let right): compared(comparison, left, right) ?? plain(expression)
        case .between(let middle, let low, let high):
            "\(subject(middle)), \(word("tussen", "between")) \(operand(low)) \(word("en", "and")) \(operand(high))"
        case .call(let function, .positional(let arguments)) where function.kind == .name("not") && arguments.count == 1:
            "\(word("niet", "not")): \(part(arguments[0], of: nil))"
        case .membership(let value, let tests): tested(value, tests) ?? plain(expression)
        case .name, .path: subject(expression)
        default: plain(expression)
        }
    }

    /// A part of a larger sentence, in brackets where it would read as belonging to what stands beside it.
    ///
    /// - Parameter whole: the sign that joins the parts; `nil` where one word governs the part.
    private func part(_ expression: FEELExpression, of whole: FEELExpression.BinaryOperator?) -> String {
        guard case .binary(let sign, _, _) = expression.kind, sign == .and || sign == .or,
            whole.map({ sign.precedence < $0.precedence }) ?? true
        else { return sentence(expression) }
        return "(\(sentence(expression)))"
    }

    private func compared(
        _ comparison: FEELExpression.BinaryOperator, _ left: FEELExpression, _ right: FEELExpression
    ) -> String? {
        if case .boolean(let expected) = right.kind, comparison == .equal || comparison == .notEqual {
            let wanted = expected == (comparison == .equal)
            let answer = value(left).map { values.text(of: $0) } ?? "?"
            return word(
                "\(title(left)): \(answer) (gevraagd: \(wanted ? "ja" : "nee"))",
                "\(title(left)): \(answer) (asked: \(wanted ? "yes" : "no"))")
        }
        guard let words = words(for: comparison, left) else { return nil }
        return "\(subject(left)); \(word("voorwaarde", "condition")): \(words) \(operand(right, unit: unit(left)))"
    }

    func words(for comparison: FEELExpression.BinaryOperator, _ left: FEELExpression) -> String? {
        switch comparison {
        case .greater: word("meer dan", "more than")
        case .greaterOrEqual: word("minstens", "at least")
        case .less: word("minder dan", "less than")
        case .lessOrEqual: word("hoogstens", "at most")
        case .equal: word("gelijk aan", "equal to")
        case .notEqual: word("anders dan", "other than")
        case .or, .and, .add, .subtract, .multiply, .divide, .power: nil
        }
    }

    /// "height is 8.1 %"
    func subject(_ expression: FEELExpression) -> String {
        guard let known = value(expression) else { return title(expression) }
        return "\(title(expression)) \(word("is", "is")) \(values.text(of: known, unit: unit(expression)))"
    }

    private func title(_ expression: FEELExpression) -> String {
        if let slot = slot(expression) { return naming.title(of: slot, in: language) }
        if case .name(let name) = expression.kind, let parameter = naming.ruleBase.parameter(name) {
            return parameter.title[language]
        }
        if case .binary(let sign, let left, let right) = expression.kind, let symbol = symbol(sign) {
            let isStrict = sign == .subtract || sign == .divide
            return "\(title(left, within: sign.precedence)) \(symbol) "
                + title(right, within: isStrict ? sign.precedence.next : sign.precedence)
        }
        return plain(expression)
    }

    /// The title of a part of a computation, in brackets where it binds looser than what it stands in.
    private func title(_ expression: FEELExpression, within precedence: FEELPrecedence) -> String {
        guard case .binary(let sign, _, _) = expression.kind, symbol(sign) != nil, sign.precedence < precedence else {
            return title(expression)
        }
        return "(\(title(expression)))"
    }

    /// The other side of a comparison: a number with what it is made of.
    func operand(_ expression: FEELExpression, unit: String? = nil) -> String {
        switch expression.kind {
        case .number(let number): return values.text(of: .number(number), unit: unit)
        case .string(let text): return "‘\(text)’"
        default: break
        }
        let known = value(expression).map { values.text(of: $0, unit: unit ?? self.unit(expression)) }
        if let known { return "\(known) (\(title(expression)))" }
        return title(expression)
    }

    func unit(_ expression: FEELExpression) -> String? {
        if let slot = slot(expression) { return naming.unit(of: slot) }
        if case .name(let name) = expression.kind { return naming.ruleBase.parameter(name)?.unit }
        return nil
    }

    private func slot(_ expression: FEELExpression) -> RecordSchema.Slot? {
        let slot: RecordSchema.Slot
        switch expression.kind {
        case .name(let name): slot = .init(name: name)
        case .path(let base, let member):
            guard case .name(let context) = base.kind else { return nil }
            slot = .init(context: context, name: member)
        default: return nil
        }
        return naming.ruleBase.record.index(of: slot) == nil ? nil : slot
    }

    private func symbol(_ sign: FEELExpression.BinaryOperator) -> String? {
        switch sign {
        case .add: "+"
        case .subtract: "\u{2212}"
        case .multiply: "×"
        case .divide: "÷"
        case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .power: nil
        }
    }

    private func plain(_ expression: FEELExpression) -> String { FEELPrinter.text(of: expression) }

    func word(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
}
