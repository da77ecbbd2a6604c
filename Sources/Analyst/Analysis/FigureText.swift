package import RuleEngine

/// A figure in one line, with unit, year, table and publisher: no figure stands alone.
package struct FigureText: Sendable {
    package let language: Language
    private let naming: Naming
    private let labels: Labels
    private let date: FEELDate

    /// - Parameter date: of the analysis.
    package init(_ ruleBase: RuleBase, on date: FEELDate, _ language: Language) {
        self.language = language
        self.date = date
        naming = Naming(ruleBase)
        labels = Labels(ruleBase: ruleBase)
    }

    /// A value as a condition read it, with where it comes from.
    package func text(of input: InputUse) -> String {
        let values = ValueText(language, units: naming.units)
        let value =
            isUnlimited(input)
            ? values.text(of: .anything) : values.text(of: input.value, unit: naming.unit(of: input.slot))
        return "\(naming.title(of: input.slot, in: language)): \(value)\(origin(of: input))"
    }

    /// Nothing is known but what the vocabulary allows anywhere, and that range tells nothing about the area.
    private func isUnlimited(_ input: InputUse) -> Bool {
        let record = naming.ruleBase.record
        return record.index(of: input.slot).map { record.domains[$0] == input.value } ?? false
    }

    private func origin(of input: InputUse) -> String {
        switch input.origin as? SheetOrigin {
        case .figure(let figure, let source): " (\(text(of: figure, from: source)))"
        case .answer(let answer): " (\(text(of: answer)))"
        case .omitted(let omission): " (\(text(of: omission)))"
        case .absent: " (\(reason("not-in-sheet")))"
        case nil: ""
        }
    }

    /// "CBS, Kerncijfers wijken en buurten 2020, tabel 84799NED, 2020; telling"
    private func text(of figure: FactSheet.Figure, from source: FactSheet.Source?) -> String {
        var parts: [String] = []
        if let source {
            if let publisher = source.publisher { parts.append(publisher) }
            parts.append(source.title)
            if let table = source.table { parts.append(language == .nl ? "tabel \(table)" : "table \(table)") }
        }
        if let year = figure.year { parts.append(language == .nl ? "jaar \(year)" : "year \(year)") }
        if let kind = figure.kind { parts.append(labels.title(kind, in: VocabularyName.figureKinds)[language]) }
        if figure.isApproximated { parts.append(language == .nl ? "benaderd" : "approximated") }
        return parts.joined(separator: ", ")
    }

    /// "CBS 84799NED, 2020, telling": for tables; the full title stands under provenance.
    package func short(_ figure: FactSheet.Figure, from source: FactSheet.Source?) -> String {
        var parts = [[source?.publisher, source?.table ?? source?.title].compactMap { $0 }.joined(separator: " ")]
        if let year = figure.year { parts.append("\(year)") }
        if let kind = figure.kind { parts.append(labels.title(kind, in: VocabularyName.figureKinds)[language]) }
        if figure.isApproximated { parts.append(language == .nl ? "benaderd" : "approximated") }
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    package func text(of omission: SheetInputs.Omission) -> String {
        switch omission {
        case .missing(let code): reason(code)
        case .later: reason("later")
        case .future: reason("future")
        case .tooOld: reason("too-old")
        case .lowCoverage: reason("low-coverage")
        }
    }

    /// Why the sheet has no figure; `nil`: it does not list it.
    package func reason(_ omission: SheetInputs.Omission?) -> String {
        omission.map { text(of: $0) } ?? reason("not-in-sheet")
    }

    private func reason(_ code: String) -> String {
        labels.title(code, in: VocabularyName.missingReasons)[language]
    }

    /// Who answered, how many, how and when. What they wrote beside it stays in the sheet.
    private func text(of answer: Answer) -> String {
        var parts = [labels.title(answer.perspective, in: VocabularyName.perspectives)[language]]
        if let people = answer.people {
            parts.append(PeopleCount(people, under: naming.ruleBase, on: date).people[language])
        }
        if let method = answer.method { parts.append(method) }
        if let date = answer.date { parts.append(DateText.text(of: date, in: language)) }
        return parts.joined(separator: ", ")
    }
}
