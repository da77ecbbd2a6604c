/// A number with a meaning, with its pedigree: unit, values by date, and a source or the grounds of a judgement.
public struct Parameter: Sendable {
    public let name: String
    public let title: LocalizedText
    public let unit: String?
    /// Values with the first day on which each holds, in order of date.
    public let values: [(from: FEELDate, value: FEELValue)]
    public let source: SourceReference?
    /// Why this value, where no source gives it.
    public let judgement: LocalizedText?
    public let ruleSet: String
    public let span: SourceSpan

    /// The value on a day; `nil` before the first.
    public func value(on date: FEELDate) -> FEELValue? {
        values.last { $0.from.ordering(to: date) != .greater }?.value
    }
}
