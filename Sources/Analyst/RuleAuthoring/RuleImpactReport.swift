package import RuleEngine

/// What a change of the rules does, as text and JSON: change by change with counts and examples, and a list to sign off.
package struct RuleImpactReport {
    package let impact: RuleImpact
    /// What the rules are compared with, as the user named it.
    package let against: String
    package let language: Language
    /// What the new rules are called; those of now where nothing is said.
    private let of: LocalizedText
    /// So many areas are named as examples.
    package static let examples = 5
    /// So many findings of one change are told with examples; the list to sign off holds all.
    private static let findings = 12

    package init(_ impact: RuleImpact, of rules: LocalizedText? = nil, against: String, language: Language) {
        self.impact = impact
        of = rules ?? ImpactWords.rulesOfNow
        self.against = against
        self.language = language
    }

    /// The groups of effects in the order in which they are told.
    enum Direction: CaseIterable {
        case came, went, otherwise

        init(_ effect: RuleImpact.Effect) {
            switch (effect.before, effect.after) {
            case (_, .found) where effect.before != .found, (.refuted, .open): self = .came
            case (_, .refuted), (.found, .open): self = .went
            default: self = .otherwise
            }
        }
    }

    // MARK: Text

    package var text: String {
        var lines = [heading, ImpactWords.counts(impact)[language], ""]
        for index in impact.changes.all.indices { lines += self.lines(of: index) }
        let unexplained = impact.effects(of: nil)
        if !unexplained.isEmpty {
            lines.append(ImpactWords.unexplained[language])
            lines += self.lines(of: unexplained)
            lines.append("")
        }
        for omission in impact.omissions {
            lines.append(ImpactWords.omission(omission)[language])
        }
        if !impact.changedAreas.isEmpty {
            lines += [ImpactWords.signOff[language]]
            for (area, effect) in list { lines.append("[ ] \(area.name): \(sentence(effect))") }
        }
        if let casebooks = impact.casebooks {
            lines += ["", ImpactWords.cases(casebooks)[language]] + self.lines(of: casebooks)
        }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    var heading: String { ImpactWords.heading(of, against, impact.areas.count, impact.date)[language] }

    private func lines(of index: Int) -> [String] {
        let change = impact.changes.all[index]
        var lines = ["\(change.place)  \(change.name(in: language))"]
        lines += change.before.prefix(Self.shownLines).map { "  - \(Self.cut($0.text))" }
        if change.before.count > Self.shownLines { lines.append("  - …") }
        lines += change.after.prefix(Self.shownLines).map { "  + \(Self.cut($0.text))" }
        if change.after.count > Self.shownLines { lines.append("  + …") }
        let effects = impact.effects(of: index)
        guard !effects.isEmpty else { return lines + ["  \(ImpactWords.nothing[language])", ""] }
        lines.append("  \(ImpactWords.count(areas(of: effects), impact.areas.count)[language])")
        let more =
            effects.count > Self.findings ? ["    \(ImpactWords.more(effects.count - Self.findings)[language])"] : []
        return lines + self.lines(of: Array(effects.prefix(Self.findings))) + more + [""]
    }

    private func areas(of effects: [(finding: FindingID, areas: [(area: RuleImpact.Area, effect: RuleImpact.Effect)])])
        -> Int
    {
        Set(effects.flatMap(\.areas).map { "\($0.area.municipality)/\($0.area.name)" }).count
    }

    private func lines(
        of effects: [(finding: FindingID, areas: [(area: RuleImpact.Area, effect: RuleImpact.Effect)])]
    ) -> [String] {
        effects.flatMap { finding, areas -> [String] in
            ["    \(finding) (\(impact.title(of: finding, in: language)))"]
                + Direction.allCases.compactMap { direction in
                    let own = areas.filter { Direction($0.effect) == direction }
                    guard !own.isEmpty else { return nil }
                    let names = own.prefix(Self.examples).map(\.area.name).joined(separator: ", ")
                    let more = own.count > Self.examples ? ", …" : ""
                    return "      \(ImpactWords.direction(direction, own.count)[language]): \(names)\(more)"
                }
        }
    }

    private func lines(of casebooks: CaseImpact) -> [String] {
        casebooks.faults.map { ImpactWords.fault($0)[language] }
            + casebooks.cases.flatMap { entry -> [String] in
                ["  \(entry.book)/\(entry.id): \(entry.title[language])"]
                    + entry.exercises.flatMap { exercise -> [String] in
                        ["    \(exercise.id) (\(exercise.title[language]))"]
                            + exercise.lines.map { "      \(sentence($0))" }
                    }
            }
    }

    /// "Vacancy (leegstand): belongs to it → too soon to say"
    func sentence(_ line: CaseImpact.Line) -> String {
        let (before, after) = (ImpactWords.standing(line.before), ImpactWords.standing(line.after))
        return "\(line.title[language]) (\(line.code)): \(before[language]) → \(after[language])"
    }

    private static let shownLines = 6

    private static func cut(_ text: String) -> String {
        let text = text.drop { $0.isWhitespace }
        return text.count > 160 ? text.prefix(159) + "…" : String(text)
    }

    /// All effects, area by area.
    var list: [(area: RuleImpact.Area, effect: RuleImpact.Effect)] {
        impact.changedAreas.flatMap { area in area.effects.map { (area, $0) } }
    }

    /// "problem:vacancy (Vacancy): not at issue → found; rules/housing.yaml:12"
    func sentence(_ effect: RuleImpact.Effect) -> String {
        let states =
            effect.before == effect.after
            ? ImpactWords.otherFields(effect.fields)[language]
            : "\(StateWords.text(effect.before)[language]) → \(StateWords.text(effect.after)[language])"
        let places = effect.causes.map { impact.changes.all[$0].place }.joined(separator: ", ")
        return "\(effect.finding) (\(impact.title(of: effect.finding, in: language))): \(states)"
            + (places.isEmpty ? "" : "; \(places)")
    }

    // MARK: JSON

    package var json: JSONText {
        .object(
            [
                ("against", .string(against)), ("date", .string(impact.date.description)),
                ("areas", .number("\(impact.areas.count)")),
                ("changedAreas", .number("\(impact.changedAreas.count)")),
                ("changes", .array(impact.changes.all.indices.map { json(ofChange: $0) })),
                ("effects", .array(list.map { json(of: $0, $1) })),
                (
                    "omissions",
                    .array(
                        impact.omissions.map {
                            .object([("area", .string($0.name)), ("reason", .string($0.reason[language]))])
                        })
                ),
            ] + (impact.casebooks.map { [("casebooks", json(of: $0))] } ?? []))
    }

    private func json(ofChange index: Int) -> JSONText {
        let change = impact.changes.all[index]
        func lines(_ lines: [RuleChange.Line]) -> JSONText {
            .array(lines.map { .object([("line", .number("\($0.number)")), ("text", .string($0.text))]) })
        }
        return .object([
            ("file", .string(change.file)), ("kind", change.symbol.map { .string($0.kind[language]) } ?? .null),
            ("name", change.symbol.map { .string($0.name) } ?? .null),
            ("change", .string("\(change.kind)")), ("before", lines(change.before)), ("after", lines(change.after)),
            ("areas", .number("\(areas(of: impact.effects(of: index)))")),
        ])
    }

    private func json(of area: RuleImpact.Area, _ effect: RuleImpact.Effect) -> JSONText {
        .object([
            ("area", .string(area.name)), ("municipality", .string(area.municipality)),
            ("finding", .string(effect.finding.description)), ("before", .string("\(effect.before)")),
            ("after", .string("\(effect.after)")), ("fields", .array(effect.fields.map(JSONText.string))),
            ("changes", .array(effect.causes.map { .number("\($0)") })),
        ])
    }

    private func json(of casebooks: CaseImpact) -> JSONText {
        .object([
            ("cases", .number("\(casebooks.count)")),
            ("changed", .array(casebooks.cases.map(json))),
            (
                "faults",
                .array(
                    casebooks.faults.map { fault in
                        .object([
                            ("casebook", .string(fault.book)), ("case", .string(fault.id)),
                            ("rules", .string(fault.isNew ? "after" : "before")),
                            ("reason", .string(fault.reason[language])),
                        ])
                    })
            ),
        ])
    }

    private func json(of entry: CaseImpact.Case) -> JSONText {
        func standing(_ standing: MarkingKey.Standing?) -> JSONText { standing.map { .string("\($0)") } ?? .null }
        return .object([
            ("casebook", .string(entry.book)), ("case", .string(entry.id)),
            (
                "exercises",
                .array(
                    entry.exercises.map { exercise in
                        .object([
                            ("exercise", .string(exercise.id)),
                            (
                                "lines",
                                .array(
                                    exercise.lines.map { line in
                                        .object([
                                            ("line", .string(line.code)), ("before", standing(line.before)),
                                            ("after", standing(line.after)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }
}

// MARK: - Wordings

enum ImpactWords {
    static let rulesOfNow = LocalizedText(nl: "de regels van nu", en: "the rules of now")

    static func heading(_ of: LocalizedText, _ against: String, _ count: Int, _ date: FEELDate) -> LocalizedText {
        LocalizedText { language in
            let day = DateText.text(of: date, in: language)
            return language.word(
                "Gevolgen van \(of.nl) tegenover \(against), voor \(count) gebieden op \(day)",
                "Effects of \(of.en) against \(against), for \(count) areas on \(day)")
        }
    }

    static func counts(_ impact: RuleImpact) -> LocalizedText {
        let (changes, changed, all) = (impact.changes.all.count, impact.changedAreas.count, impact.areas.count)
        return LocalizedText(
            nl:
                "\(changes) \(changes == 1 ? "wijziging" : "wijzigingen"); \(changed) van \(all) gebieden krijgen andere bevindingen.",
            en: "\(changes) \(changes == 1 ? "change" : "changes"); \(changed) of \(all) areas get other findings.")
    }

    static func more(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "en nog \(count) bevindingen; zie de lijst", en: "and \(count) more findings; see the list")
    }

    static let nothing = LocalizedText(nl: "geen gevolg in deze gebieden", en: "no effect in these areas")
    static let unexplained = LocalizedText(
        nl: "Niet tot één wijziging te herleiden:", en: "Not to be led back to a single change:")
    static let signOff = LocalizedText(nl: "Om na te lopen:", en: "To sign off:")

    static func count(_ areas: Int, _ all: Int) -> LocalizedText {
        LocalizedText(nl: "\(areas) van \(all) gebieden veranderen", en: "\(areas) of \(all) areas change")
    }

    static func direction(_ direction: RuleImpactReport.Direction, _ count: Int) -> LocalizedText {
        switch direction {
        case .came: LocalizedText(nl: "\(count) erbij of zekerder", en: "\(count) new or more certain")
        case .went: LocalizedText(nl: "\(count) eraf of minder zeker", en: "\(count) gone or less certain")
        case .otherwise: LocalizedText(nl: "\(count) anders", en: "\(count) otherwise")
        }
    }

    static func otherFields(_ fields: [String]) -> LocalizedText {
        let list = fields.joined(separator: ", ")
        return LocalizedText(nl: "andere waarde van \(list)", en: "another value of \(list)")
    }

    static func omission(_ omission: RuleImpact.Omission) -> LocalizedText {
        LocalizedText {
            $0.word("Niet bekeken: ", "Not looked at: ") + "\(omission.name): \(omission.reason[$0])"
        }
    }

    static func cases(_ impact: CaseImpact) -> LocalizedText {
        let (changed, all) = (impact.cases.count, impact.count)
        return LocalizedText(
            nl: "Casusboeken: in \(changed) van \(all) casussen worden antwoorden anders beoordeeld.",
            en: "Casebooks: in \(changed) of \(all) cases answers are judged otherwise.")
    }

    static func fault(_ fault: CaseImpact.Fault) -> LocalizedText {
        LocalizedText { language in
            let rules =
                fault.isNew
                ? language.word("onder de regels van nu", "under the rules of now")
                : language.word("onder de regels van eerder", "under the rules before")
            return "  \(fault.book)/\(fault.id): "
                + language.word("niet te maken ", "cannot be done ") + "\(rules): \(fault.reason[language])"
        }
    }

    static func standing(_ standing: MarkingKey.Standing?) -> LocalizedText {
        switch standing {
        case .expected: LocalizedText(nl: "hoort erbij", en: "belongs to it")
        case .partly: LocalizedText(nl: "ten dele goed", en: "partly right")
        case .neutral: LocalizedText(nl: "telt niet mee", en: "does not count")
        case .open: LocalizedText(nl: "te vroeg om te zeggen", en: "too soon to say")
        case .wrong: LocalizedText(nl: "hoort er niet bij", en: "does not belong to it")
        case nil: LocalizedText(nl: "niet te kiezen", en: "cannot be picked")
        }
    }

    static let casesTitle = LocalizedText(nl: "Casusboeken", en: "Casebooks")
    static let title = LocalizedText(nl: "Gevolgen van gewijzigde regels", en: "Effects of changed rules")
    static let changesTitle = LocalizedText(nl: "Wijzigingen", en: "Changes")
    static let area = LocalizedText(nl: "Gebied", en: "Area")
    static let effect = LocalizedText(nl: "Wat verandert", en: "What changes")
    static let agreed = LocalizedText(nl: "Akkoord", en: "Agreed")
}
