/// Two rows of a table of a rule that hit together although its policy does not allow it.
struct TableConflict {
    let rule: Rule
    let table: Rule.Table
    let conflict: DecisionTable.Conflict

    /// Names the rule and both rows, at the second of them.
    var diagnostic: Diagnostic {
        let (first, second) = (conflict.first + 1, conflict.second + 1)
        let isUnique = table.policy == .unique
        return Diagnostic(
            code: "session/table-conflict",
            message: isUnique
                ? LocalizedText(
                    nl:
                        "in tabel ‘\(table.variable)’ van regel ‘\(rule.name)’ raken rij \(first) en rij \(second) samen; "
                        + "bij ‘U’ mag er maar één raken",
                    en: "in table ‘\(table.variable)’ of rule ‘\(rule.name)’ rows \(first) and \(second) hit together; "
                        + "under ‘U’ only one may hit")
                : LocalizedText(
                    nl:
                        "in tabel ‘\(table.variable)’ van regel ‘\(rule.name)’ geven rij \(first) en rij \(second), die "
                        + "allebei raken, iets anders; bij ‘A’ moeten ze hetzelfde geven",
                    en:
                        "in table ‘\(table.variable)’ of rule ‘\(rule.name)’ rows \(first) and \(second) both hit and give "
                        + "something else; under ‘A’ they must give the same"),
            at: table.rows[conflict.second].span,
            related: [
                .init(LocalizedText(nl: "de andere rij", en: "the other row"), at: table.rows[conflict.first].span)
            ],
            hint: isUnique
                ? LocalizedText(
                    nl: "maak de cellen zo dat elk geval in één rij valt, of kies ‘policy: F’: dan telt de eerste",
                    en:
                        "write the cells so that each case falls in one row, or choose ‘policy: F’: then the first counts"
                )
                : LocalizedText(
                    nl: "geef beide rijen dezelfde uitkomst, of kies ‘policy: F’: dan telt de eerste",
                    en: "give both rows the same output, or choose ‘policy: F’: then the first counts"))
    }
}
