package import RuleEngine

extension FactSheet {
    /// A programme that the area belongs to, or belonged to.
    package struct Membership: Sendable {
        package let programme: String
        /// What the programme calls the area that it is about, where that is another or a larger one.
        package let area: LocalizedText?
        package let period: RoughPeriod
        package let money: [Money]
        package let source: Ground
        package let note: LocalizedText?
        package let span: SourceSpan
    }
}

extension FactSheet {
    /// The memberships that there are on a day, and those of which that is not certain because only the month or the year of
    /// their begin is known.
    package func memberships(on day: FEELDate) -> [Membership] {
        memberships.filter { [.running, .beginning].contains($0.period.standing(on: day)) }
    }

    /// The programmes of which the sheet tells whether the area belongs to them.
    package var settledProgrammes: [String] { memberships.map(\.programme) + askedProgrammes.map(\.value) }
}

// MARK: - Reading

extension FactSheet.Membership {
    /// `{ complete: false, asked: […], known: […] }`
    static func readAll(
        _ node: YAMLNode, into diagnostics: inout [Diagnostic]
    ) -> (known: [Self], asked: [Located<String>], isComplete: Bool) {
        var reader = MappingReader(
            node, of: LocalizedText(nl: "een opsomming van programma’s", en: "a listing of programmes"))
        let complete = reader.required("complete", as: .boolean)
        let asked = reader.optional("asked", as: .list(of: .text)) ?? []
        let known = reader.optional("known", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        return (known.compactMap { read($0, into: &diagnostics) }, asked, complete?.value ?? false)
    }

    private static func read(_ node: YAMLNode, into diagnostics: inout [Diagnostic]) -> Self? {
        var reader = MappingReader(
            node, of: LocalizedText(nl: "een programma waar het gebied bij hoort", en: "a programme of the area"))
        let programme = reader.required("programme", as: .text)
        let area = reader.optional("area", as: .words)
        _ = reader.required("from")
        let period = reader.period()
        let money = reader.optional("money", as: .oneOrMore(of: .money)) ?? []
        let source = reader.required("source", as: .ground)
        let note = reader.optional("note", as: .words)
        diagnostics += reader.finish()
        guard let programme, let source else { return nil }
        return FactSheet.Membership(
            programme: programme.value, area: area, period: period, money: money, source: source, note: note,
            span: programme.span)
    }
}
