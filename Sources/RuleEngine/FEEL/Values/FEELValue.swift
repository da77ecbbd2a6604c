/// A known value of FEEL (DMN 1.5, 10.3.2).
///
///     let speed = FEELValue.number(70)
///     let names = FEELValue.list([.string("Ann"), .string("Ben")])
///     names.text   // ["Ann", "Ben"]
///
/// `null` is *not applicable* or the result of a fault. It is never a missing input: what is not
/// known is a `ValueSet` with more than one member.
public enum FEELValue: Sendable {
    /// Not applicable, or the result of a fault.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A decimal number.
    case number(FEELNumber)
    /// A text.
    case string(String)
    /// A day.
    case date(FEELDate)
    /// A time of the day.
    case time(FEELTime)
    /// A time on a day.
    case dateTime(FEELDateTime)
    /// Days, hours, minutes, seconds.
    case daysDuration(FEELDaysDuration)
    /// Years and months.
    case monthsDuration(FEELMonthsDuration)
    /// Values in their order.
    case list([FEELValue])
    /// Values by name.
    case context(FEELContext)
    /// All values between two bounds.
    case range(FEELRange)
    /// A function, to be called by an expression.
    case function(FEELFunction)
}
