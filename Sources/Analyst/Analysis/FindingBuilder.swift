package import RuleEngine

/// Turns facts of a session into findings for readers.
package struct FindingBuilder {
    package let session: Session
    package let language: Language
    package let figures: FigureText
    private let labels: Labels

    /// The kinds of fact that stand in the report, so that a reader can find them.
    private let reported: Set<String>
    private let attached: AttachedFindings
    private let awaited: AwaitedInputs
    private let words: ConditionRenderer

    /// - Parameters:
    ///   - report: what a report of the rules shows.
    ///   - awaited: what each open fact waits for.
    ///   - most: so many facts are named in one sentence, the others are counted; `nil`: all are named.
    package init(
        _ session: Session, _ report: ReportPlan, _ awaited: AwaitedInputs, _ language: Language, most: Int? = nil
    ) {
        self.session = session
        self.language = language
        self.awaited = awaited
        words = ConditionRenderer(session, language, factLimit: most)
        figures = FigureText(session.ruleBase, on: session.inputs.date, language)
        labels = Labels(ruleBase: session.ruleBase)
        attached = AttachedFindings(session, report, language)
        reported = report.listedTemplates
    }

    /// How the rules that conclude a finding are shown.
    package enum Grounds: Sendable {
        /// One way of each rule that is as sure as the finding, with the number of its other ways.
        case asSure
        /// One way of each rule, with the number of its other ways.
        case eachRule
        /// Every way.
        case all
    }

    private var ruleBase: RuleBase { session.ruleBase }
    private var naming: Naming { Naming(ruleBase) }

    package func finding(_ fact: Fact, showing grounds: Grounds = .asSure) -> AnalysisDocument.Finding {
        let certain = fact.justifications.filter(\.isCertain)
        let shown =
            switch grounds {
            case .asSure: grouped(fact.justifications.filter { $0.isCertain == fact.isCertain }, of: fact)
            case .eachRule: grouped(certain + fact.justifications.filter { !$0.isCertain }, of: fact)
            case .all: fact.justifications.map { ground(session.step($0), of: fact) }
            }
        return AnalysisDocument.Finding(
            id: session.finding(fact), title: naming.title(of: fact, in: language),
            state: fact.isCertain ? .found : .open,
            properties: properties(of: fact) + attached.properties(of: fact) + packages(of: fact),
            // A sentence of a rule is said only when all its conditions hold.
            because: unique(certain.compactMap { words.because($0) }),
            facts: facts(of: fact),
            grounds: shown,
            waitsFor: awaitedInputs(of: fact).map { naming.title(of: $0, in: language) },
            overruled: session.overruled(fact), notInForce: nil)
    }

    /// A finding in one line: its grades, and the first sentence of the rules.
    package func outline(_ fact: Fact) -> AnalysisDocument.Outline {
        let graded =
            zip(ruleBase.templates[fact.template].fields, fact.fields).compactMap { field, value -> String? in
                guard Self.grades.contains(field.name), let name = labels.name(of: field.name), !value.set.isNothing
                else {
                    return nil
                }
                let text = labels.text(of: value.set, attribute: field.name, isPart: true, in: language)
                return "\(name[language]): \(text)"
            } + packages(of: fact).map { "\($0.name): \($0.value)" }
        let because = fact.justifications.lazy.filter(\.isCertain).compactMap { words.because($0) }.first
        let remark = [graded.isEmpty ? nil : graded.joined(separator: "; ") + ".", because].compactMap { $0 }
        return AnalysisDocument.Outline(
            id: session.finding(fact), title: naming.title(of: fact, in: language),
            remark: remark.joined(separator: " "))
    }

    /// The fields that a line tells.
    private static let grades: Set<String> = ["severity", "certainty", "weight", "target", "year"]

    /// The first justification by each rule, the only one that is put into words; the title tells how many more there are.
    private func grouped(_ justifications: [Justification], of fact: Fact) -> [AnalysisDocument.Ground] {
        var counts: [Int: Int] = [:]
        for justification in justifications { counts[justification.rule, default: 0] += 1 }
        var shown: Set<Int> = []
        return justifications.filter { shown.insert($0.rule).inserted }.map { first in
            ground(session.step(first), of: fact, others: (counts[first.rule] ?? 1) - 1)
        }
    }

    /// What an open fact waits for; none when it is found.
    package func awaitedInputs(of fact: Fact) -> [InputReference] { awaited[fact].map { session.reference($0) } }

    /// An open finding in short: what it is and what it waits for. The rules behind it are a question away.
    package func short(_ fact: Fact) -> AnalysisDocument.Finding {
        let waits = awaited[fact]
        let shown = waits.prefix(Self.shownInputs).map { naming.title(of: session.reference($0), in: language) }
        let rest = waits.count - shown.count
        return AnalysisDocument.Finding(
            id: session.finding(fact), title: naming.title(of: fact, in: language), state: .open,
            properties: properties(of: fact) + packages(of: fact), because: [], facts: [], grounds: [],
            waitsFor: shown + (rest > 0 ? [LocalizedText.more(rest)[language]] : []), overruled: nil, notInForce: nil)
    }

    private static let shownInputs = 5

    private func properties(of fact: Fact) -> [(name: String, value: String)] {
        zip(ruleBase.templates[fact.template].fields, fact.fields).compactMap { field, value in
            guard let name = labels.name(of: field.name), !value.set.isNothing else { return nil }
            return (
                name[language],
                labels.text(
                    of: value.set, attribute: field.name, unit: unit(of: field.name, in: fact), in: language)
            )
        }
    }

    /// The packages of knowledge whose rules conclude a fact, beside those of the program.
    private func packages(of fact: Fact) -> [(name: String, value: String)] {
        let names = fact.justifications.compactMap { PackageName.ofOthers(inFile: ruleBase.rules[$0.rule].span.file) }
        guard !names.isEmpty else { return [] }
        return [(LocalizedText.package[language], unique(names).sorted().joined(separator: ", "))]
    }

    /// The unit that a code in the key of the fact gives to a field: a goal is told in the unit of its indicator.
    private func unit(of field: String, in fact: Fact) -> String? {
        guard let giver = labels.unitGiver(of: field) else { return nil }
        for (key, set) in zip(ruleBase.templates[fact.template].key, fact.key) where key.name == giver {
            guard case .code(let vocabulary) = key.type, case .exactly(let code) = set else { return nil }
            return ruleBase.vocabulary(vocabulary)?[code.text]?.string("unit")
        }
        return nil
    }

    /// A finding that does not hold, with the nearest rule and what stands in its way.
    package func dropped(_ id: FindingID) -> AnalysisDocument.Finding { dropped(session.whyNot(id)) }

    package func dropped(_ explanation: Explanation) -> AnalysisDocument.Finding {
        let id = explanation.finding
        let failing = explanation.steps.first?.conditions.filter { $0.state != .holds } ?? []
        return AnalysisDocument.Finding(
            id: id, title: naming.title(of: id, in: language), state: .refuted, properties: [],
            because: failing.map { words.sentence($0) }, facts: [],
            grounds: explanation.steps.prefix(1).map { ground($0) },
            waitsFor: [],
            overruled: explanation.overruled, notInForce: explanation.notInForce)
    }

    /// What the vocabulary says of the code, in the order of its attributes.
    private func facts(of fact: Fact) -> [(name: String, value: String)] {
        let template = ruleBase.templates[fact.template]
        guard let name = template.describedBy, let vocabulary = ruleBase.vocabulary(name),
            let code = ruleBase.code(of: fact.template, key: fact.key)
        else { return [] }
        let reading = ReadingMarks(ruleBase, vocabulary, code, language)
        var result: [(name: String, value: String)] = []
        for attribute in vocabulary.attributes where template.fieldIndex(of: attribute.name) == nil {
            guard let label = labels.name(of: attribute.name) else { continue }
            let title = reading.marked(label[language], attribute.name)
            if let text = code.text(attribute.name) {
                result.append((title, text[language]))
            } else if let value = code.value(attribute.name), value != .list([]) {
                result.append(
                    (title, labels.text(of: .exactly(value), attribute: attribute.name, in: language)))
            }
        }
        return result
    }

    /// - Parameter fact: what the step concludes, where it is there.
    private func ground(_ step: Explanation.Step, of fact: Fact? = nil, others: Int = 0) -> AnalysisDocument.Ground {
        var figures: [String] = []
        var judgements: [String] = []
        for condition in step.conditions {
            // Where all is given without saying where it comes from, the conditions tell the values already.
            for input in condition.inputs where !session.inputs.origins.isEmpty {
                let text = self.figures.text(of: input)
                if !figures.contains(text) { figures.append(text) }
            }
            for parameter in condition.parameters {
                let text = self.text(of: parameter)
                if !judgements.contains(text) { judgements.append(text) }
            }
        }
        var findings: [FindingID] = []
        for id in step.conditions.flatMap(\.facts) {
            let finding = session.finding(session[id])
            // Rules without a report show whatever rules concluded.
            let isShown = reported.isEmpty ? !session[id].justifications.isEmpty : reported.contains(finding.template)
            if isShown, !findings.contains(finding) { findings.append(finding) }
        }
        return AnalysisDocument.Ground(
            rule: step.rule.qualifiedName,
            ruleTitle: (others > 0 ? .repeated(step.rule.title, others) : step.rule.title)[language],
            strength: labels.title(step.rule.strength, in: VocabularyName.ruleStrengths)[language],
            isCertain: step.isCertain,
            sources: (fact.map { vocabularySources(of: $0, in: step) } ?? []) + step.rule.sources.map { source($0) },
            conditions: step.conditions.map { condition in
                AnalysisDocument.Ground.Condition(
                    state: condition.state, text: words.sentence(condition), notes: condition.notes)
            }, figures: figures,
            judgements: judgements,
            findings: findings)
    }

    /// "grens: 1,5 — oordeel: …" or with its source.
    private func text(of parameter: Parameter) -> String {
        let value = parameter.value(on: session.inputs.date).map {
            ValueText(language, units: naming.units).text(of: $0, unit: parameter.unit)
        }
        let noValue = language.word("nog geen waarde op deze dag", "no value yet on this day")
        let ground =
            parameter.source.map { source($0) }
            ?? language.word("oordeel", "judgement") + ": \(parameter.judgement?[language] ?? "")"
        return "\(parameter.title[language]): \(value ?? noValue) (\(ground))"
    }

    private func source(_ reference: SourceReference) -> String {
        guard let publication = ruleBase.publication(reference.reference) else {
            return reference.finding
        }
        return text(of: reference.finding, in: publication, page: reference.page)
    }

    /// The findings that vocabularies name as source: for the code of the fact, or for a relation between its codes.
    ///
    /// A link and an instrument come from a general rule; where each of them stands in the studies, its code says.
    private func vocabularySources(of fact: Fact, in step: Explanation.Step) -> [String] {
        var names: [String] = []
        if ruleBase.templates[fact.template].describedBy != nil {
            let code = ruleBase.code(of: fact.template, key: fact.key)
            names = code?.string("source").map { [$0] } ?? []
        } else {
            for id in step.conditions.flatMap(\.facts) {
                let met = session[id]
                guard let relation = ruleBase.templates[met.template].relation,
                    case .exactly(let code)? = met.key.first,
                    let name = ruleBase.vocabulary(relation.vocabulary)?[code.text]?.string("source"),
                    !names.contains(name)
                else { continue }
                names.append(name)
            }
        }
        let cited = step.rule.sources.map(\.finding)
        return names.filter { !cited.contains($0) }.compactMap { name in
            ruleBase.publications.first { $0.finding(name) != nil }.map { text(of: name, in: $0, page: nil) }
        }
    }

    private func text(of id: String, in publication: Publication, page: String?) -> String {
        let finding = publication.finding(id)
        var text = publication.title
        if let year = publication.year { text += " (\(year))" }
        text += ", \(id)"
        if let place = finding?.place { text += " [\(place)]" }
        if let page { text += ", p. \(page)" }
        if let statement = finding?.statement[language] { text += ": \(statement)" }
        return text
    }

    private func unique(_ texts: [String]) -> [String] {
        var result: [String] = []
        for text in texts where !result.contains(text) { result.append(text) }
        return result
    }
}

extension ValueSet {
    /// There is no value, or none to tell.
    fileprivate var isNothing: Bool {
        if case .list(let list) = self { return list.members.isEmpty && !list.open }
        return exactValue == .null || exactValue == .list([])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let package = LocalizedText(nl: "Kennispakket", en: "Package of knowledge")

    fileprivate static func repeated(_ title: LocalizedText, _ others: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(title.nl) (en nog \(others) keer op dezelfde manier)",
            en: "\(title.en) (and \(others == 1 ? "once more" : "\(others) more times") in the same way)")
    }

    fileprivate static func more(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "en nog \(count)", en: "and \(count) more")
    }
}
