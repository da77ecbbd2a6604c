/// A number with a meaning, with its pedigree: unit, values by date, and a source or the grounds of a judgement.
package struct Parameter: Sendable {
    package let name: String
    package let title: LocalizedText
    package let unit: String?
    /// Values with the first day on which each holds, in order of date.
    package let values: [(from: FEELDate, value: FEELValue)]
    package let source: SourceReference?
    /// Why this value, where no source gives it.
    package let judgement: LocalizedText?
    package let ruleSet: String
    package let span: SourceSpan

    /// The value on a day; `nil` before the first.
    package func value(on date: FEELDate) -> FEELValue? {
        values.last { $0.from.ordering(to: date) != .greater }?.value
    }
}
