package import RuleEngine

/// A sheet as a page to read: figures by domain with year, source and comparisons, what is not known and why, earlier years,
/// who was heard, and what is done.
package struct SheetPage: Sendable {
    private let sheet: FactSheet
    private let omissions: [String: SheetInputs.Omission]
    private let ruleBase: RuleBase
    private let language: Language
    private let labels: Labels
    private let day: FEELDate?

    /// - Parameter day: tells the sheet as it counts on that day; without one as it is written.
    package init(_ sheet: FactSheet, _ ruleBase: RuleBase, on day: FEELDate?, _ language: Language) {
        let told = day.map { sheet.told(on: $0, later: false) } ?? sheet
        self.sheet = told
        omissions = day.map { SheetInputs(told, ruleBase: ruleBase, date: $0).omissions } ?? [:]
        self.ruleBase = ruleBase
        self.language = language
        self.day = day
        labels = Labels(ruleBase: ruleBase)
    }

    package var text: String {
        var page = TextLines(width: 100)
        page.add(title[language], underlinedWith: "=")
        if let day { page.add(LocalizedText.asOf(DateText.text(of: day, in: language))[language]) }
        if let boundary = sheet.boundary { page.add(boundary[language]) }
        let parts = sheet.parts.filter { !$0.isFocus }
        if parts.count > 1 {
            page.add(
                LocalizedText.parts[language] + ": " + parts.map { "\($0.name) (\($0.code))" }.joined(separator: "; "))
        }
        page.space()
        addFigures(to: &page)
        addPeople(to: &page)
        addEfforts(to: &page)
        return page.text
    }

    // MARK: - Figures

    private func addFigures(to page: inout TextLines) {
        let indicators = ruleBase.vocabulary(ruleBase.record.vocabulary)
        let domains = ruleBase.vocabulary(VocabularyName.domains)?.codes ?? []
        func place(_ figure: FactSheet.Figure) -> Int {
            let domain = indicators?[figure.indicator]?.string("domain")
            return domains.firstIndex { $0.code == domain }.map { $0 + 1 } ?? 0
        }
        let titles = [LocalizedText.general] + domains.map(\.title)
        for (number, title) in titles.enumerated() {
            let figures = sheet.figures.filter { place($0) == number }
            guard !figures.isEmpty else { continue }
            page.add(title[language], underlinedWith: "-")
            for figure in figures { add(figure, indicators?[figure.indicator], to: &page) }
            page.space()
        }
    }

    private func add(_ figure: FactSheet.Figure, _ term: Vocabulary.Term?, to page: inout TextLines) {
        let unit = figure.unit ?? term?.string("unit")
        let name = term?.title[language] ?? figure.indicator
        let values = ValueText(language, units: Naming(ruleBase).units)
        func text(_ number: FEELNumber) -> String { values.text(of: .number(number), unit: unit) }
        switch figure.reading {
        case .unknown(let code):
            let source = source(of: figure).map { "; \($0)" } ?? ""
            page.add("\(name): \(LocalizedText.unknown[language]): \(reason(code))\(source)", mark: "- ")
        case .known(let number):
            var words = ["\(name): \(text(number))"]
            if let year = figure.year { words.append(String(year)) }
            if let source = source(of: figure) { words.append(source) }
            if let kind = figure.kind { words.append(labels.title(kind, in: VocabularyName.figureKinds)[language]) }
            if figure.isApproximated { words.append(LocalizedText.approximated[language]) }
            page.add(words.joined(separator: "; "), mark: "- ")
            let compared = comparisons(of: figure, text)
            if !compared.isEmpty { page.add(compared.joined(separator: "; "), indent: 4) }
            if let omission = omissions[figure.indicator] {
                page.add("\(LocalizedText.unused[language]): \(reason(omission.code))", indent: 4)
            }
        }
        var points = figure.series.map { (year: $0.year, value: $0.value) }
        for version in figure.earlier {
            if let year = version.year, case .known(let number) = version.reading { points.append((year, number)) }
        }
        points = points.filter { $0.year != figure.year }.sorted { $0.year < $1.year }
        if !points.isEmpty {
            let list = points.map { "\($0.year): \(text($0.value))" }.joined(separator: "; ")
            page.add("\(LocalizedText.earlier[language]): \(list)", indent: 4)
        }
    }

    private func comparisons(of figure: FactSheet.Figure, _ text: (FEELNumber) -> String) -> [String] {
        var words: [String] = []
        if let number = figure.municipality { words.append("\(LocalizedText.municipality[language]) \(text(number))") }
        if let number = figure.country { words.append("\(LocalizedText.country[language]) \(text(number))") }
        if let number = figure.percentile { words.append(LocalizedText.above(number, .wijken)[language]) }
        if let number = figure.municipalPercentile { words.append(LocalizedText.above(number, .ownWijken)[language]) }
        return words
    }

    private func source(of figure: FactSheet.Figure) -> String? {
        guard let id = figure.source else { return nil }
        guard let source = sheet.source(id) else { return id }
        return [source.publisher, source.table].compactMap(\.self).joined(separator: " ").nonEmpty ?? source.title
    }

    private func reason(_ code: String) -> String { labels.title(code, in: VocabularyName.missingReasons)[language] }

    // MARK: - People and efforts

    private func addPeople(to page: inout TextLines) {
        page.add(LocalizedText.heard[language], underlinedWith: "-")
        func name(_ perspective: String) -> String {
            labels.title(perspective, in: VocabularyName.perspectives)[language]
        }
        for voice in sheet.voices {
            page.add(
                name(voice.perspective)
                    + (voice.people.map { ": \(PeopleCount($0, under: ruleBase, on: day).people[language])" } ?? ""),
                mark: "- ")
        }
        let answers = day.map { sheet.countedAnswers(on: $0) } ?? sheet.answers
        var counts: [(perspective: String, count: Int)] = []
        for answer in answers {
            if let place = counts.firstIndex(where: { $0.perspective == answer.perspective }) {
                counts[place].count += 1
            } else {
                counts.append((answer.perspective, 1))
            }
        }
        for entry in counts {
            page.add("\(name(entry.perspective)): \(LocalizedText.answers(entry.count)[language])", mark: "- ")
        }
        if sheet.voices.isEmpty, counts.isEmpty { page.add(LocalizedText.nobody[language], mark: "- ") }
        page.space()
    }

    private func addEfforts(to page: inout TextLines) {
        page.add(LocalizedText.efforts[language], underlinedWith: "-")
        for effort in sheet.efforts {
            let status = day.map { effort.status(on: $0) } ?? effort.status
            let words = [
                effort.intervention.map { labels.title($0, in: VocabularyName.interventions)[language] },
                period(effort.period), status.map { LocalizedText.status($0)[language] },
            ].compactMap(\.self)
            page.add(([effort.name?[language] ?? effort.code] + words).joined(separator: "; "), mark: "- ")
        }
        if sheet.efforts.isEmpty, sheet.memberships.isEmpty { page.add(LocalizedText.noEfforts[language], mark: "- ") }
        for membership in day.map({ sheet.memberships(on: $0) }) ?? sheet.memberships {
            let words = [labels.title(membership.programme, in: VocabularyName.programmes)[language]]
            page.add((words + [period(membership.period)].compactMap(\.self)).joined(separator: "; "), mark: "- ")
        }
        if !sheet.effortsComplete { page.add(LocalizedText.moreEfforts[language], mark: "- ") }
    }
}

extension SheetPage {
    /// "from July 2022 until 2042"
    private func period(_ period: RoughPeriod) -> String? {
        let from = period.from.map { "\(LocalizedText.from[language]) \($0.text(in: language))" }
        let until = period.until.map { "\(LocalizedText.until[language]) \($0.text(in: language))" }
        let words = [from, until].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

extension SheetInputs.Omission {
    /// As the vocabulary of reasons names it.
    fileprivate var code: String {
        switch self {
        case .missing(let code): code
        case .later: "later"
        case .future: "future"
        case .tooOld: "too-old"
        case .lowCoverage: "low-coverage"
        }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

// MARK: - Wordings

extension SheetPage {
    private var title: LocalizedText {
        let place = sheet.municipality.isEmpty ? "" : ", \(sheet.municipality)"
        func residents(_ language: Language) -> String {
            sheet.residents.map { ": \(NumberText.text(of: $0, in: language)) " } ?? ""
        }
        let known = sheet.residents != nil
        return LocalizedText(
            nl: sheet.title.nl + place + residents(.nl) + (known ? "inwoners" : ""),
            en: sheet.title.en + place + residents(.en) + (known ? "residents" : ""))
    }
}

extension LocalizedText {
    fileprivate static let general = LocalizedText(nl: "Algemeen", en: "General")
    fileprivate static let parts = LocalizedText(nl: "Delen", en: "Parts")
    fileprivate static let unknown = LocalizedText(nl: "niet bekend", en: "not known")
    fileprivate static let approximated = LocalizedText(nl: "benaderd", en: "approximated")
    fileprivate static let unused = LocalizedText(nl: "telt nu niet mee", en: "does not count now")
    fileprivate static let earlier = LocalizedText(nl: "eerder", en: "earlier")
    fileprivate static let municipality = LocalizedText(nl: "gemeente", en: "municipality")
    fileprivate static let country = LocalizedText(nl: "Nederland", en: "the Netherlands")
    fileprivate static let wijken = LocalizedText(nl: "de wijken van het land", en: "the wijken of the country")
    fileprivate static let ownWijken = LocalizedText(
        nl: "de wijken van de gemeente", en: "the wijken of the municipality")
    fileprivate static let heard = LocalizedText(nl: "Wie is gehoord", en: "Who was heard")
    fileprivate static let nobody = LocalizedText(nl: "nog niemand", en: "nobody yet")
    fileprivate static let efforts = LocalizedText(nl: "Wat er al gebeurt", en: "What is done already")
    fileprivate static let noEfforts = LocalizedText(nl: "niets ingevuld", en: "nothing filled in")
    fileprivate static let moreEfforts = LocalizedText(
        nl: "dit is niet alles, of dat is niet bekend", en: "this is not all, or that is not known")

    fileprivate static let from = LocalizedText(nl: "vanaf", en: "from")
    fileprivate static let until = LocalizedText(nl: "tot en met", en: "until")

    fileprivate static func status(_ code: String) -> LocalizedText {
        switch code {
        case FactSheet.Effort.running: LocalizedText(nl: "loopt", en: "running")
        case FactSheet.Effort.ended: LocalizedText(nl: "afgelopen", en: "ended")
        default: LocalizedText(verbatim: code)
        }
    }

    fileprivate static func asOf(_ day: String) -> LocalizedText {
        LocalizedText(nl: "Zoals het telt op \(day).", en: "As it counts on \(day).")
    }

    fileprivate static func above(_ share: FEELNumber, _ wijken: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: "hoger dan \(NumberText.text(of: share, in: .nl)) % van \(wijken.nl)",
            en: "higher than \(NumberText.text(of: share, in: .en)) % of \(wijken.en)")
    }

    fileprivate static func answers(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(count) \(count == 1 ? "antwoord" : "antwoorden")",
            en: "\(count) \(count == 1 ? "answer" : "answers")")
    }
}
