/// The words for a comparison, by what is compared: amounts are more or less, moments earlier or later.
enum Relation {
    case amount, moment, length, text

    func words(_ sign: FEELExpression.BinaryOperator, _ language: Language) -> String? {
        switch (sign, self) {
        case (.equal, _): language.word("gelijk aan", "equal to")
        case (.notEqual, _): language.word("anders dan", "other than")
        case (.greater, .amount): language.word("meer dan", "more than")
        case (.less, .amount): language.word("minder dan", "less than")
        case (.greater, .length): language.word("langer dan", "longer than")
        case (.less, .length): language.word("korter dan", "shorter than")
        case (.greaterOrEqual, .amount), (.greaterOrEqual, .length): language.word("minstens", "at least")
        case (.lessOrEqual, .amount), (.lessOrEqual, .length): language.word("hoogstens", "at most")
        case (.greater, .moment): language.word("later dan", "later than")
        case (.greaterOrEqual, .moment): language.word("op of na", "on or after")
        case (.less, .moment): language.word("eerder dan", "earlier than")
        case (.lessOrEqual, .moment): language.word("op of voor", "on or before")
        case (.greater, .text): language.word("in het alfabet na", "in the alphabet after")
        case (.greaterOrEqual, .text):
            language.word("gelijk aan of in het alfabet na", "equal to or in the alphabet after")
        case (.less, .text): language.word("in het alfabet voor", "in the alphabet before")
        case (.lessOrEqual, .text):
            language.word("gelijk aan of in het alfabet voor", "equal to or in the alphabet before")
        case (.or, _), (.and, _), (.add, _), (.subtract, _), (.multiply, _), (.divide, _), (.power, _): nil
        }
    }

    /// What a value is compared as; `nil` for what has no order.
    init?(_ value: FEELValue) {
        switch value {
        case .number: self = .amount
        case .string: self = .text
        case .date, .time, .dateTime: self = .moment
        case .daysDuration, .monthsDuration: self = .length
        case .null, .boolean, .list, .context, .range, .function: return nil
        }
    }
}
