package import RuleEngine

extension FactSheet {
    /// The sheet itself, when all its names are known to the rules and all its values are possible.
    ///
    /// What the engine does not know it would leave aside in silence, and the report would be wrong without a word.
    package func checked(against ruleBase: RuleBase) throws(BadInput) -> FactSheet {
        let diagnostics = check(against: ruleBase)
        guard diagnostics.isEmpty else { throw BadInput(diagnostics, sources: [file]) }
        return self
    }

    /// All that does not fit the rules, in the order of the sheet's text.
    package func check(against ruleBase: RuleBase) -> [Diagnostic] {
        var checker = SheetChecker(ruleBase: ruleBase)
        for figure in figures { checker.check(figure) }
        for part in parts { checker.check(part) }
        for effort in efforts { checker.check(effort) }
        for membership in memberships { checker.check(membership) }
        for programme in askedProgrammes { checker.checkProgramme(programme) }
        for voice in voices {
            checker.checkVoice(Located(voice.perspective, at: voice.span), isRegisteredAllowed: false)
            checker.checkRanking(voice.ranking)
        }
        checker.check(means)
        for answer in writtenAnswers { checker.check(answer) }
        for (overrule, span) in zip(overrules, overruleSpans) { checker.check(overrule.finding, at: span) }
        return checker.diagnostics.enumerated()
            .sorted {
                ($0.element.span?.start.offset ?? 0, $0.offset) < ($1.element.span?.start.offset ?? 0, $1.offset)
            }
            .map(\.element)
    }
}

extension FactSheet.WrittenAnswer {
    /// All that does not fit the rules in answers that stand by themselves.
    package static func check(_ answers: [Self], against ruleBase: RuleBase) -> [Diagnostic] {
        var checker = SheetChecker(ruleBase: ruleBase)
        for answer in answers { checker.check(answer) }
        return checker.diagnostics
    }
}

private struct SheetChecker {
    let ruleBase: RuleBase
    var diagnostics: [Diagnostic] = []

    private var indicators: Vocabulary? { ruleBase.vocabulary(ruleBase.record.vocabulary) }

    /// Who can be heard: the contexts of the record that are about something else than its own names.
    private var voices: [String] {
        ruleBase.record.contexts.filter { $0.vocabulary != ruleBase.record.vocabulary }.map(\.name)
    }

    mutating func check(_ figure: FactSheet.Figure) {
        let name = figure.indicator
        guard isIndicator(Located(name, at: figure.span)) else { return }
        func place(_ key: String) -> SourceSpan { figure.places[key] ?? figure.span }
        switch figure.reading {
        case .known(let value): checkNumber(value, at: place("value"), for: .init(name: name))
        case .unknown(let reason):
            checkCode(Located(reason, at: place("unknown")), of: VocabularyName.missingReasons, name: "reason")
        }
        if let unit = figure.unit { checkUnit(Located(unit, at: place("unit")), of: name) }
        if let kind = figure.kind {
            checkCode(Located(kind, at: place("kind")), of: VocabularyName.figureKinds, name: "kind")
        }
        if let coverage = figure.coverage, coverage.isNegative || coverage > 100 {
            diagnostics.append(.badCoverage(coverage, at: place("coverage")))
        }
        let benchmarks = [
            (figure.municipality, "gemeente", SheetContext.municipality),
            (figure.country, "nederland", SheetContext.country),
            (figure.percentile, "percentile", SheetContext.percentile),
            (figure.municipalPercentile, "percentile_gemeente", SheetContext.percentile),
        ]
        for (value, key, context) in benchmarks {
            if let value { checkNumber(value, at: place(key), for: .init(context: context, name: name)) }
        }
        for point in figure.series {
            checkNumber(point.value, at: place(String(point.year)), for: .init(name: name))
        }
        var years: Set<Int> = []
        for version in [figure] + figure.earlier {
            guard let year = version.year, !years.insert(year).inserted else { continue }
            diagnostics.append(.sameYear(name, year, at: version.span))
        }
        for version in figure.earlier { check(version) }
    }

    mutating func check(_ part: FactSheet.Part) {
        for figure in part.figures where isIndicator(Located(figure.indicator, at: figure.span)) {
            checkNumber(figure.value, at: figure.valueSpan, for: .init(name: figure.indicator))
        }
    }

    mutating func check(_ effort: FactSheet.Effort) {
        let fields = ruleBase.template("effort")?.fields ?? []
        for (name, value, span) in [
            ("intervention", effort.intervention, effort.interventionSpan),
            ("status", effort.status, effort.statusSpan),
        ] {
            guard let value, let span, let field = fields.first(where: { $0.name == name }) else { continue }
            checkText(Located(value, at: span), of: field.type, name: name)
        }
        check(effort.money)
        check(effort.source)
    }

    mutating func check(_ membership: FactSheet.Membership) {
        checkProgramme(Located(membership.programme, at: membership.span))
        check(membership.money)
        check(membership.source)
    }

    mutating func checkProgramme(_ programme: Located<String>) {
        guard let vocabulary = ruleBase.vocabulary(VocabularyName.programmes),
            vocabulary[programme.value] == nil
        else { return }
        diagnostics.append(.unknown("programme", .programme, programme, among: vocabulary.codes.map(\.code)))
    }

    private mutating func check(_ money: [FactSheet.Money]) {
        for amount in money {
            if let codes = ruleBase.vocabulary(VocabularyName.moneyUnits)?.codes.map(\.code),
                !codes.contains(amount.unit.value)
            {
                diagnostics.append(.unknown("unit", .unit, amount.unit, among: codes))
            }
            check(amount.source)
        }
    }

    /// A finding that is named is one of the rules' sources; words of the sheet itself are free.
    private mutating func check(_ ground: FactSheet.Ground?) {
        guard case .finding(let reference, let finding)? = ground else { return }
        guard let publication = ruleBase.publication(reference.value) else {
            let known = ruleBase.publications.map(\.reference)
            diagnostics.append(.unknown("source", .source, reference, among: known))
            return
        }
        if publication.finding(finding.value) == nil {
            diagnostics.append(.unknown("source", .finding, finding, among: publication.findings.map(\.id)))
        }
    }

    /// Gives whether the perspective is one that can be heard.
    @discardableResult
    mutating func checkVoice(_ perspective: Located<String>, isRegisteredAllowed: Bool) -> Bool {
        let known = voices + (isRegisteredAllowed ? [SheetContext.registered] : [])
        if known.contains(perspective.value) { return true }
        diagnostics.append(.unknown("perspective", .perspective, perspective, among: known))
        return false
    }

    mutating func check(_ written: FactSheet.WrittenAnswer) {
        let answer = written.answer
        let slot = answer.slot
        guard checkVoice(Located(answer.perspective, at: written.perspective), isRegisteredAllowed: true) else {
            return
        }
        guard let index = ruleBase.record.index(of: slot) else {
            let known = ruleBase.record.slots.filter { $0.context == slot.context }.map(\.name)
            let question = Located(answer.question, at: written.question)
            diagnostics.append(
                .unknown("question", slot.context == nil ? .indicator : .question, question, among: known))
            return
        }
        let domain = ruleBase.record.domains[index]
        switch answer.value {
        case .unknown, .skipped: break
        case .between(let low, let high):
            guard case .numbers = domain else {
                diagnostics.append(.wrongKind(answer, domain, at: written.value))
                return
            }
            for bound in [low, high] { checkNumber(bound, at: written.value, for: slot) }
        case .notApplicable:
            if !ruleBase.allowsNotApplicable(slot) {
                diagnostics.append(.notApplicable(answer.question, at: written.value))
            }
        case .yes, .no, .counted:
            let isYes = answer.value != .no
            if !domain.contains(.boolean(isYes)) { diagnostics.append(.wrongKind(answer, domain, at: written.value)) }
        case .number(let number):
            guard case .numbers = domain else {
                if !domain.contains(.number(number)) {
                    diagnostics.append(.wrongKind(answer, domain, at: written.value))
                }
                return
            }
            checkNumber(number, at: written.value, for: slot)
        }
    }

    /// Each problem is known to the rules and stands once.
    mutating func checkRanking(_ ranking: [Located<String>]) {
        guard let problems = ruleBase.vocabulary(VocabularyName.problems) else { return }
        var first: [String: SourceSpan] = [:]
        for code in ranking {
            if let earlier = first[code.value] {
                diagnostics.append(.rankedTwice(code, first: earlier))
            } else if problems[code.value] == nil {
                diagnostics.append(.unknown("problem", .problem, code, among: problems.codes.map(\.code)))
            }
            first[code.value] = code.span
        }
    }

    mutating func check(_ means: FactSheet.Means?) {
        if let budget = means?.budget {
            check([budget])
            if budget.unit.value != FactSheet.Means.yearly { diagnostics.append(.budgetOfAYear(budget.unit)) }
        }
        guard let interventions = ruleBase.vocabulary(VocabularyName.interventions) else { return }
        for code in means?.reach.map(\.name) ?? [] where interventions[code.value] == nil {
            diagnostics.append(.unknown("intervention", .intervention, code, among: interventions.codes.map(\.code)))
        }
    }

    mutating func check(_ finding: FindingID, at span: SourceSpan) {
        let templates = ruleBase.templates.filter { !$0.isInput && $0.relation == nil }
        guard let template = templates.first(where: { $0.name == finding.template }) else {
            let name = Located(finding.template, at: span)
            diagnostics.append(.unknown("finding-kind", .findingKind, name, among: templates.map(\.name)))
            return
        }
        guard template.key.count == finding.key.count else {
            diagnostics.append(.wrongKeyCount(finding, expected: template.key.count, at: span))
            return
        }
        for (field, text) in zip(template.key, finding.key) {
            checkText(Located(text, at: span), of: field.type, name: "finding")
        }
    }

    private mutating func isIndicator(_ name: Located<String>) -> Bool {
        guard let indicators, indicators[name.value] == nil else { return true }
        diagnostics.append(.unknown("figure-name", .indicator, name, among: indicators.codes.map(\.code)))
        return false
    }

    private mutating func checkNumber(_ number: FEELNumber, at span: SourceSpan, for slot: RecordSchema.Slot) {
        guard let index = ruleBase.record.index(of: slot) else { return }
        let domain = ruleBase.record.domains[index]
        if !domain.contains(.number(number)) {
            diagnostics.append(.outOfRange(number, slot.name, domain, at: span))
        } else if let advice = NumberReading(number.description, allowed: domain).advice(decimalSign: ".") {
            diagnostics.append(.doubtful(number, advice, at: span))
        }
    }

    /// A figure is in the unit that its indicator has: nothing is converted.
    private mutating func checkUnit(_ unit: Located<String>, of indicator: String) {
        guard let declared = indicators?[indicator]?.string("unit"), declared != unit.value else { return }
        diagnostics.append(.wrongUnit(unit, indicator, declared))
    }

    /// A word of a vocabulary that the rules may have.
    private mutating func checkCode(_ word: Located<String>, of vocabulary: String, name: String) {
        guard let codes = ruleBase.vocabulary(vocabulary)?.codes.map(\.code), !codes.contains(word.value) else {
            return
        }
        diagnostics.append(.unknown(name, name == "kind" ? .kind : .reason, word, among: codes))
    }

    /// A text that must be a code of a vocabulary or one of the values listed.
    private mutating func checkText(_ text: Located<String>, of type: Template.FieldType, name: String) {
        let known: [String]
        switch type {
        case .code(let vocabulary): known = ruleBase.vocabulary(vocabulary)?.codes.map(\.code) ?? []
        case .values(let values): known = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        case .codes, .string, .number, .boolean, .numbers: return
        }
        if !known.contains(text.value) { diagnostics.append(.unknown(name, .code, text, among: known)) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let perspective = LocalizedText(nl: "perspectief", en: "perspective")
    fileprivate static let question = LocalizedText(nl: "vraag", en: "question")
    fileprivate static let indicator = LocalizedText(nl: "cijfer", en: "figure")
    fileprivate static let findingKind = LocalizedText(nl: "soort bevinding", en: "kind of finding")
    fileprivate static let code = LocalizedText(nl: "code", en: "code")
    fileprivate static let kind = LocalizedText(nl: "soort cijfer", en: "kind of figure")
    fileprivate static let reason = LocalizedText(nl: "reden", en: "reason")
    fileprivate static let programme = LocalizedText(nl: "programma", en: "programme")
    fileprivate static let problem = LocalizedText(nl: "probleem", en: "problem")
    fileprivate static let intervention = LocalizedText(nl: "interventie", en: "intervention")
    fileprivate static let unit = LocalizedText(nl: "eenheid", en: "unit")
    fileprivate static let source = LocalizedText(nl: "bron", en: "source")
    fileprivate static let finding = LocalizedText(nl: "bevinding", en: "finding")
}

extension Diagnostic {
    fileprivate static func unknown(
        _ name: String, _ kind: LocalizedText, _ written: Located<String>, among known: [String]
    ) -> Diagnostic {
        let hint: LocalizedText
        if let near = Suggestion.nearest(to: written.value, among: known) {
            hint = LocalizedText(nl: "bedoelde u ‘\(near)’?", en: "did you mean ‘\(near)’?")
        } else if known.count <= 12, !known.isEmpty {
            let list = known.joined(separator: ", ")
            hint = LocalizedText(nl: "bekend zijn: \(list)", en: "known are: \(list)")
        } else {
            hint = LocalizedText(
                nl: "kies een code die in de vocabulaires van de regels staat",
                en: "choose a code of the rules' vocabularies")
        }
        return Diagnostic(
            code: "sheet/unknown-\(name)",
            message: LocalizedText(
                nl: "de regels kennen \(kind.nl) ‘\(written.value)’ niet",
                en: "the rules know no \(kind.en) ‘\(written.value)’"),
            at: written.span, hint: hint)
    }

    fileprivate static func rankedTwice(_ code: Located<String>, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "sheet/ranked-twice",
            message: LocalizedText(
                nl: "‘\(code.value)’ staat er twee keer in de rangorde", en: "‘\(code.value)’ is ranked twice"),
            at: code.span,
            related: [.init(LocalizedText(nl: "hier staat het al", en: "here it is already"), at: first)],
            hint: LocalizedText(
                nl: "noem elk probleem één keer, het belangrijkste eerst",
                en: "name each problem once, the most important first"))
    }

    fileprivate static func budgetOfAYear(_ unit: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/budget-unit",
            message: LocalizedText(
                nl: "een budget is in \(FactSheet.Means.yearly), niet in ‘\(unit.value)’",
                en: "a budget is in \(FactSheet.Means.yearly), not in ‘\(unit.value)’"),
            at: unit.span,
            hint: LocalizedText(
                nl: "deel een bedrag voor meer jaren door het aantal jaren",
                en: "divide an amount for several years by the number of years"))
    }

    fileprivate static func outOfRange(
        _ number: FEELNumber, _ name: String, _ domain: ValueSet, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            code: "sheet/out-of-range",
            message: LocalizedText(
                nl: "\(number) kan niet voor ‘\(name)’", en: "\(number) cannot be for ‘\(name)’"),
            at: span, hint: .allowed(domain))
    }

    fileprivate static func doubtful(
        _ number: FEELNumber, _ advice: LocalizedText, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            code: "sheet/thousands",
            message: LocalizedText(
                nl: "‘\(number)’ kan twee getallen zijn", en: "‘\(number)’ can be two numbers"),
            at: span, hint: advice)
    }

    fileprivate static func sameYear(_ indicator: String, _ year: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "sheet/same-year",
            message: LocalizedText(
                nl: "‘\(indicator)’ heeft twee cijfers van \(year)", en: "‘\(indicator)’ has two figures of \(year)"),
            at: span,
            hint: LocalizedText(
                nl: "houd van elk jaar één cijfer, dat van de beste bron",
                en: "keep one figure of each year, of the best source"))
    }

    fileprivate static func wrongUnit(_ unit: Located<String>, _ indicator: String, _ declared: String) -> Diagnostic {
        Diagnostic(
            code: "sheet/unit",
            message: LocalizedText(
                nl: "‘\(indicator)’ heeft eenheid ‘\(declared)’, niet ‘\(unit.value)’",
                en: "‘\(indicator)’ has the unit ‘\(declared)’, not ‘\(unit.value)’"),
            at: unit.span,
            hint: LocalizedText(
                nl: "reken het cijfer om naar ‘\(declared)’ en schrijf die eenheid",
                en: "convert the figure to ‘\(declared)’ and write that unit"))
    }

    fileprivate static func badCoverage(_ coverage: FEELNumber, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "sheet/coverage",
            message: LocalizedText(
                nl: "een dekking van \(coverage) % kan niet", en: "a coverage of \(coverage) % cannot be"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf welk deel van de inwoners het cijfer dekt, van 0 tot en met 100",
                en: "write the share of residents that the figure covers, from 0 to 100"))
    }

    fileprivate static func wrongKind(_ answer: Answer, _ domain: ValueSet, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "sheet/answer-kind",
            message: LocalizedText(
                nl: "‘\(answer.value.text)’ past niet bij vraag ‘\(answer.question)’",
                en: "‘\(answer.value.text)’ does not fit question ‘\(answer.question)’"),
            at: span, hint: .allowed(domain))
    }

    fileprivate static func notApplicable(_ question: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "sheet/not-applicable",
            message: LocalizedText(
                nl: "vraag ‘\(question)’ is altijd van toepassing", en: "question ‘\(question)’ always applies"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf unknown als het antwoord niet bekend is", en: "write unknown when the answer is not known")
        )
    }

    fileprivate static func wrongKeyCount(_ finding: FindingID, expected: Int, at span: SourceSpan) -> Diagnostic {
        let example = (["\(finding.template):…"] + Array(repeating: "…", count: max(expected - 1, 0))).joined(
            separator: ",")
        return Diagnostic(
            code: "sheet/finding-key",
            message: LocalizedText(
                nl: "‘\(finding.template)’ heeft \(expected) \(expected == 1 ? "code" : "codes") nodig",
                en: "‘\(finding.template)’ needs \(expected) \(expected == 1 ? "code" : "codes")"),
            at: span, hint: LocalizedText(nl: "schrijf \(example)", en: "write \(example)"))
    }
}
