import RuleEngine

/// Codes that go out of force within a year of some day, so that what takes their place is looked up in time.
struct ExpiringCodes {
    let ruleBase: RuleBase
    let day: FEELDate

    /// One warning for each, in the order of the vocabularies.
    var diagnostics: [Diagnostic] {
        let end = day.adding(FEELMonthsDuration(totalMonths: 12))
        return ruleBase.vocabularies.flatMap(\.codes).compactMap { code in
            guard let until = code.validity.until, until >= day, end.map({ until < $0 }) ?? true else { return nil }
            return .expires(code, until)
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func expires(_ code: Vocabulary.Term, _ until: FEELDate) -> Diagnostic {
        Diagnostic(
            .warning, code: "rule/expires",
            message: LocalizedText(
                nl: "‘\(code.code)’ loopt binnen een jaar af, op \(DateText.text(of: until, in: .nl))",
                en: "‘\(code.code)’ ends within a year, on \(DateText.text(of: until, in: .en))"),
            at: code.span,
            hint: LocalizedText(
                nl: "zoek na wat daarna geldt; pas valid aan, of voeg toe wat ervoor in de plaats komt",
                en: "look up what holds after that; change valid, or add what takes its place"))
    }
}
