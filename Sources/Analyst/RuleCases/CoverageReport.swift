package import RuleEngine

/// What cases try of the rules, as text and JSON: for each rule a case in which it fires and one in which it nearly fires,
/// for each row of a table likewise, for each parameter a case on both sides of its value.
package struct CoverageReport {
    package let run: RuleTestRun
    package let filter: RuleTestFilter
    package let language: Language
    /// Conditions are told as well, each both ways.
    package let tellsConditions: Bool

    package init(run: RuleTestRun, filter: RuleTestFilter, language: Language, tellsConditions: Bool = false) {
        self.tellsConditions = tellsConditions
        self.run = run
        self.filter = filter
        self.language = language
    }

    /// The rules that are meant.
    package var rules: [RuleCoverage.RuleEntry] {
        run.coverage.rules.filter { filter.contains($0.rule.name, $0.rule.span.file) }
    }

    private var parameters: [RuleCoverage.ParameterEntry] {
        run.coverage.parameters.filter { filter.contains($0.parameter.name, $0.parameter.span.file) }
    }

    /// Every rule, row and parameter that is meant is tried.
    package var isComplete: Bool { rules.allSatisfy(\.isComplete) && parameters.allSatisfy(\.isComplete) }

    /// One line: how much is tried.
    package var summary: String {
        let (rules, parameters) = (rules, parameters)
        let fires = rules.count { $0.fires != nil }
        let nearly = rules.count { $0.nearlyFires != nil || !$0.canFail }
        let rows = rules.flatMap(\.rows)
        let doneRows = rows.count(where: \.isComplete)
        let done = parameters.count(where: \.isComplete)
        return language.word(
            "Dekking: van \(rules.count) regels raken er \(fires) en raken er \(nearly) net niet; "
                + "\(doneRows) van \(rows.count) rijen en \(done) van \(parameters.count) grenzen hebben gevallen aan beide kanten.",
            "Coverage: of \(rules.count) rules \(fires) fire and \(nearly) nearly fire; "
                + "\(doneRows) of \(rows.count) rows and \(done) of \(parameters.count) parameters have cases on both sides."
        )
    }

    /// What lacks, file by file in the order of their names, and in each in the order of the text.
    package var text: String {
        let gaps = gaps
        guard !gaps.isEmpty else { return "" }
        var text = ""
        for file in Set(gaps.map(\.span.file)).sorted() {
            text += "\(file)\n"
            for gap in gaps.filter({ $0.span.file == file }).sorted(by: { $0.span.start < $1.span.start }) {
                text += "  \(gap.span.start.line):\(gap.span.start.column) \(gap.words)\n"
            }
        }
        return text
    }

    // MARK: Gaps

    /// Something that no case tries.
    package struct Gap: Sendable {
        package let span: SourceSpan
        package let words: String
    }

    /// What lacks, rule by rule.
    package var gaps: [Gap] {
        rules.flatMap { gaps(of: $0) }
            + parameters.filter { !$0.isComplete }.map { Gap(span: $0.parameter.span, words: words($0)) }
    }

    private func gaps(of entry: RuleCoverage.RuleEntry) -> [Gap] {
        var lacks: [String] = []
        if entry.fires == nil {
            lacks.append(language.word("geen geval waarin zij raakt", "no case in which it fires"))
        }
        if entry.nearlyFires == nil, entry.canFail {
            lacks.append(language.word("geen geval waarin zij net niet raakt", "no case in which it nearly fires"))
        }
        let head = language.word("regel", "rule")
        let own =
            lacks.isEmpty
            ? [] : [Gap(span: entry.rule.span, words: "\(head) \(entry.rule.name): \(lacks.joined(separator: "; "))")]
        return own + (tellsConditions ? conditionGaps(of: entry) : [])
            + entry.rows.filter { !$0.isComplete }.map { row in
                var lacks: [String] = []
                if row.hits == nil {
                    lacks.append(language.word("geen geval waarin zij raakt", "no case in which it hits"))
                }
                if row.nearlyHits == nil, row.canMiss {
                    lacks.append(
                        language.word("geen geval waarin één cel haar tegenhoudt", "no case in which one cell stops it")
                    )
                }
                let name = language.word(
                    "rij \(row.number) van \(entry.rule.name)", "row \(row.number) of \(entry.rule.name)")
                return Gap(span: row.span, words: "\(name): \(lacks.joined(separator: "; "))")
            }
    }

    private func conditionGaps(of entry: RuleCoverage.RuleEntry) -> [Gap] {
        zip(entry.rule.conditions, entry.conditions).enumerated().compactMap { place, pair in
            let (condition, seen) = pair
            var lacks: [String] = []
            if seen.holds == nil {
                lacks.append(language.word("geen geval waarin zij klopt", "no case in which it holds"))
            }
            if seen.fails == nil, seen.canFail {
                lacks.append(language.word("geen geval waarin zij niet klopt", "no case in which it fails"))
            }
            guard !lacks.isEmpty else { return nil }
            let name = language.word(
                "voorwaarde \(place + 1) van \(entry.rule.name)", "condition \(place + 1) of \(entry.rule.name)")
            return Gap(span: condition.span, words: "\(name): \(lacks.joined(separator: "; "))")
        }
    }

    /// One line: how many conditions were seen both ways.
    package var conditionSummary: String {
        let entries = rules.flatMap(\.conditions)
        let ways = entries.reduce(0) { $0 + ($1.canFail ? 2 : 1) }
        let seen = entries.reduce(0) { sum, entry in
            sum + (entry.holds == nil ? 0 : 1) + (entry.canFail && entry.fails != nil ? 1 : 0)
        }
        let tenths = ways == 0 ? 1000 : seen * 1000 / ways
        return language.word(
            "Voorwaarden: \(seen) van \(ways) kanten geraakt (\(tenths / 10),\(tenths % 10) %).",
            "Conditions: \(seen) of \(ways) ways tried (\(tenths / 10).\(tenths % 10) %).")
    }

    private func words(_ entry: RuleCoverage.ParameterEntry) -> String {
        let head = language.word("grens \(entry.parameter.name): ", "parameter \(entry.parameter.name): ")
        guard entry.isCompared else {
            return head + language.word("geen geval rekent ermee", "no case computes with it")
        }
        switch (entry.met.map { run.names[$0] }, entry.unmet.map { run.names[$0] }) {
        case (let name?, _):
            return head
                + language.word(
                    "geen geval waarin de vergelijking niet klopt (wel in: \(name))",
                    "no case in which the comparison fails (it holds in: \(name))")
        case (nil, let name?):
            return head
                + language.word(
                    "geen geval waarin de vergelijking klopt (niet in: \(name))",
                    "no case in which the comparison holds (it fails in: \(name))")
        case (nil, nil):
            return head + language.word("geen geval aan een van beide kanten", "no case on either side")
        }
    }

    // MARK: JSON

    /// The same as a JSON value; names of cases, or null where there is none.
    package var json: JSONText {
        .object([
            ("complete", .bool(isComplete)),
            ("rules", .array(rules.map { json($0) })),
            ("parameters", .array(parameters.map { json($0) })),
        ])
    }

    private func name(_ number: Int?) -> JSONText { number.map { .string(run.names[$0]) } ?? .null }

    private func json(_ entry: RuleCoverage.RuleEntry) -> JSONText {
        .object(
            [("rule", .string(entry.rule.name))] + entry.rule.span.members + [
                ("fires", name(entry.fires)), ("nearlyFires", name(entry.nearlyFires)),
                ("canFail", .bool(entry.canFail)),
                ("complete", .bool(entry.isComplete)),
                (
                    "conditions",
                    .array(
                        zip(entry.rule.conditions, entry.conditions).map { condition, seen in
                            .object([
                                ("line", .number("\(condition.span.start.line)")), ("holds", name(seen.holds)),
                                ("fails", name(seen.fails)), ("canFail", .bool(seen.canFail)),
                            ])
                        })
                ),
                (
                    "rows",
                    .array(
                        entry.rows.map { row in
                            .object([
                                ("row", .number("\(row.number)")), ("line", .number("\(row.span.start.line)")),
                                ("hits", name(row.hits)), ("nearlyHits", name(row.nearlyHits)),
                                ("canMiss", .bool(row.canMiss)), ("complete", .bool(row.isComplete)),
                            ])
                        })
                ),
            ])
    }

    private func json(_ entry: RuleCoverage.ParameterEntry) -> JSONText {
        .object(
            [("parameter", .string(entry.parameter.name))] + entry.parameter.span.members + [
                ("compared", .bool(entry.isCompared)), ("holds", name(entry.met)), ("fails", name(entry.unmet)),
                ("used", name(entry.used)), ("complete", .bool(entry.isComplete)),
            ])
    }
}

extension Rule.Condition {
    /// Where the condition begins to be said.
    package var span: SourceSpan {
        switch self {
        case .test(let expression): expression.span
        case .pattern(let pattern), .absent(let pattern), .exists(let pattern), .every(let pattern, _): pattern.span
        case .aggregate(let aggregate): aggregate.pattern.span
        case .table(let table): table.span
        }
    }
}
