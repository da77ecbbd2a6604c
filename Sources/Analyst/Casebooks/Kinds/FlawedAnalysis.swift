import RuleEngine

/// What the engine says of an area in short lines, some of them made wrong. The same area gives the same lines.
struct FlawedAnalysis {
    /// What can be the matter with a line.
    enum Flaw: String, CaseIterable, Sendable {
        case causeMissing = "oorzaak-ontbreekt"
        case signWrong = "richting-fout"
        case conditionFails = "voorwaarde-faalt"
        case notInForce = "niet-van-kracht"
        case tooLarge = "te-stellig"
    }

    struct Line: Sendable {
        let text: LocalizedText
        /// What is the matter with it; `nil`: it is right.
        let flaw: Flaw?
        /// What is so.
        let truth: LocalizedText
        let finding: FindingID?
    }

    /// A line that can stand in the analysis rightly, wrongly, or in either way.
    private struct Statement {
        let flaw: Flaw
        var right: LocalizedText?
        var wrong: LocalizedText?
        let truth: LocalizedText
        var finding: FindingID?
    }

    let lines: [Line]

    /// - Parameter mistakes: how many lines are made wrong, each with another mistake as far as the area has them.
    init(_ area: AreaSession, mistakes: Int) {
        let statements =
            Self.signs(area) + Self.claims(area) + Self.causes(area) + Self.interventions(area)
            + Self.instruments(area)
        let places = Flaw.allCases.map { flaw in
            statements.indices.filter { statements[$0].flaw == flaw && statements[$0].wrong != nil }
        }
        // One of each kind of mistake in turn. The last of a kind first: the first lines are looked at best.
        var chosen: Set<Int> = []
        for round in 0..<Self.most {
            for candidates in places where round < candidates.count && chosen.count < mistakes {
                chosen.insert(candidates[candidates.count - 1 - round])
            }
        }
        lines = statements.enumerated().compactMap { number, statement in
            if chosen.contains(number), let wrong = statement.wrong {
                return Line(text: wrong, flaw: statement.flaw, truth: statement.truth, finding: statement.finding)
            }
            return statement.right.map { Line(text: $0, flaw: nil, truth: .right, finding: statement.finding) }
        }
    }

    /// Lines of one kind.
    private static let most = 4

    /// Figures beside those of the country.
    private static func signs(_ area: AreaSession) -> [Statement] {
        let naming = Naming(area.ruleBase)
        return area.sheet.figures.compactMap { figure -> Statement? in
            let slot = RecordSchema.Slot(name: figure.indicator)
            guard case .known(let value) = figure.reading, let country = figure.country, value != country,
                let direction = naming.code(of: slot)?.string("direction"), direction != "neutral"
            else { return nil }
            func text(_ isHigher: Bool) -> LocalizedText {
                LocalizedText { language in
                    let values = ValueText(language, units: naming.units)
                    func number(_ number: FEELNumber) -> String {
                        values.text(of: .exactly(.number(number)), unit: naming.unit(of: slot))
                    }
                    return LocalizedText.compared(
                        naming.title(of: slot, in: language), number(value), number(country), isHigher)[language]
                }
            }
            let isHigher = value > country
            return Statement(flaw: .signWrong, right: text(isHigher), wrong: text(!isHigher), truth: text(isHigher))
        }.prefix(most).map { $0 }
    }

    /// How sure a problem is.
    private static func claims(_ area: AreaSession) -> [Statement] {
        area.foundProblems.compactMap { term -> Statement? in
            let finding = FindingID(template: TemplateName.problem, key: [term.code])
            guard let fact = area.session.fact(finding)?.fact,
                area.session.leastNumber(of: ["certainty"], in: fact) < FEELNumber(3)
            else { return nil }
            return Statement(
                flaw: .tooLarge, right: .indicated(term.title), wrong: .proven(term.title),
                truth: .indicated(term.title), finding: finding)
        }.prefix(most).map { $0 }
    }

    /// What makes a problem heavier.
    private static func causes(_ area: AreaSession) -> [Statement] {
        let problems = area.foundProblems
        return problems.compactMap { effect -> Statement? in
            let causes = problems.filter { cause in
                area.session.state(of: FindingID(template: TemplateName.link, key: [cause.code, effect.code])) == .found
            }
            guard let last = causes.last else { return nil }
            let whole = LocalizedText.causes(of: effect.title, causes.map(\.title))
            return Statement(
                flaw: .causeMissing, right: whole, wrong: .causes(of: effect.title, causes.dropLast().map(\.title)),
                truth: whole, finding: FindingID(template: TemplateName.link, key: [last.code, effect.code]))
        }.prefix(most).map { $0 }
    }

    /// What fits, and what was considered and does not.
    private static func interventions(_ area: AreaSession) -> [Statement] {
        func statements(_ state: FindingState) -> [Statement] {
            area.ruleBase.codes(of: VocabularyName.interventions).compactMap { term -> Statement? in
                let finding = FindingID(template: TemplateName.intervention, key: [term.code])
                guard area.session.state(of: finding) == state else { return nil }
                let fits = LocalizedText.fits(term.title)
                guard state == .refuted else {
                    return Statement(flaw: .conditionFails, right: fits, truth: .right, finding: finding)
                }
                let reasons = Derivation(of: finding, in: area.session).reasons
                return Statement(
                    flaw: .conditionFails, wrong: fits, truth: reasons.first ?? .fitsNot(term.title), finding: finding)
            }.prefix(most).map { $0 }
        }
        return statements(.found) + statements(.refuted)
    }

    /// Instruments that can be used on the day, and those of which the act does not hold on it.
    private static func instruments(_ area: AreaSession) -> [Statement] {
        let codes = area.ruleBase.codes(of: VocabularyName.instruments)
        func finding(_ term: Vocabulary.Term) -> FindingID {
            FindingID(template: TemplateName.instrument, key: [term.code])
        }
        let usable = codes.filter { area.session.state(of: finding($0)) == .found }.prefix(most).map { term in
            Statement(flaw: .notInForce, right: .usable(term.title), truth: .right, finding: finding(term))
        }
        let expired = codes.filter { !$0.validity.contains(area.date) }.prefix(most).map { term in
            Statement(
                flaw: .notInForce, wrong: .usable(term.title),
                truth: term.text("in_force").map { .inForce(term.title, $0) } ?? .notUsable(term.title),
                finding: finding(term))
        }
        return usable + expired
    }
}

// MARK: - Wordings

extension FlawedAnalysis.Flaw {
    var title: LocalizedText {
        switch self {
        case .causeMissing: LocalizedText(nl: "een oorzaak ontbreekt", en: "a cause is missing")
        case .signWrong: LocalizedText(nl: "hoger en lager zijn verwisseld", en: "higher and lower are swapped")
        case .conditionFails: LocalizedText(nl: "een voorwaarde is niet vervuld", en: "a condition is not met")
        case .notInForce: LocalizedText(nl: "dit geldt niet op deze dag", en: "this is not in force on this day")
        case .tooLarge: LocalizedText(nl: "stelliger dan het signaal", en: "a larger claim than the sign carries")
        }
    }
}

extension LocalizedText {
    fileprivate static let right = LocalizedText(nl: "Deze regel klopt.", en: "This line is right.")

    fileprivate static func compared(
        _ title: String, _ value: String, _ country: String, _ isHigher: Bool
    ) -> LocalizedText {
        LocalizedText(
            nl: "\(title): \(value); dat is \(isHigher ? "hoger" : "lager") dan in Nederland (\(country)).",
            en: "\(title): \(value); that is \(isHigher ? "higher" : "lower") than in the Netherlands (\(country)).")
    }

    fileprivate static func indicated(_ problem: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: "\(problem.nl): er zijn aanwijzingen, maar zeker is het niet.",
            en: "\(problem.en): there are indications, but it is not certain.")
    }

    fileprivate static func proven(_ problem: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "\(problem.nl): dit is bewezen.", en: "\(problem.en): this is proven.")
    }

    fileprivate static func causes(of problem: LocalizedText, _ causes: [LocalizedText]) -> LocalizedText {
        LocalizedText { language in
            let names = ValueText(language).list(causes.map { $0[language] })
            guard !causes.isEmpty else {
                return language == .nl
                    ? "\(problem.nl): geen van de andere problemen maakt dit zwaarder."
                    : "\(problem.en): none of the other problems makes this heavier."
            }
            return language == .nl
                ? "\(problem.nl) wordt zwaarder door precies dit: \(names)."
                : "\(problem.en) is made heavier by exactly this: \(names)."
        }
    }

    fileprivate static func fits(_ intervention: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: "Interventie die past bij wat vaststaat: \(intervention.nl).",
            en: "Intervention that fits what is certain: \(intervention.en).")
    }

    fileprivate static func fitsNot(_ intervention: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "Dit past hier niet: \(intervention.nl).", en: "This does not fit here: \(intervention.en).")
    }

    fileprivate static func usable(_ instrument: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: "Instrument dat nu te gebruiken is: \(instrument.nl).",
            en: "Instrument that can be used now: \(instrument.en).")
    }

    fileprivate static func notUsable(_ instrument: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: "Op deze dag geldt dit niet: \(instrument.nl).",
            en: "On this day this is not in force: \(instrument.en).")
    }

    fileprivate static func inForce(_ instrument: LocalizedText, _ words: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "\(instrument.nl): \(words.nl)", en: "\(instrument.en): \(words.en)")
    }
}
