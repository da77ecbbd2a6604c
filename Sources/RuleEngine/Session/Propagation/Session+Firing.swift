extension Session {
    /// Whether a rule is run: it holds on the day, and was not left out.
    ///
    /// - Parameter rule: the place of the rule among the rules of the rule base.
    package func runs(rule: Int) -> Bool { isValid.isEmpty || isValid[rule] }

    /// Whether a rule fires: `found` when it surely concludes something, `open` when it may, `refuted` when it concludes
    /// nothing.
    ///
    /// A rule concludes nothing of a finding that people rejected or that is taken as given, nor of a code that is not in
    /// force on the day.
    ///
    /// - Parameter rule: the place of the rule among the rules of the rule base.
    package func firing(ofRule rule: Int) -> FindingState {
        let own = justifications(ofRule: rule)
        return own.contains(where: \.isCertain) ? .found : own.isEmpty ? .refuted : .open
    }

    /// Every way in which a rule concludes something now, or may.
    func justifications(ofRule rule: Int) -> [Justification] {
        concluded(by: rule).map(\.justification) + ways.ways(of: rule).compactMap { ways[$0].current }
    }
}
