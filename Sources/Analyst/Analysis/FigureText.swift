package import RuleEngine

/// A figure in one line, with unit, year, table and publisher: no figure stands alone.
package struct FigureText: Sendable {
    package let sheet: FactSheet
    package let omissions: [String: SheetInputs.Omission]
    /// Answers that count on the day of the analysis.
    private let counted: [Answer]
    package let language: Language
    private let naming: Naming
    private let labels: Labels

    package init(_ area: AreaSession, _ language: Language) {
        sheet = area.sheet
        omissions = area.omissions
        counted = area.sheet.countedAnswers(on: area.date)
        self.language = language
        naming = Naming(area.ruleBase)
        labels = Labels(ruleBase: area.ruleBase)
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
        let slot = input.slot
        if slot.context == nil || isBenchmark(slot) {
            if slot.context == nil, let answer = answer(slot.name, SheetContext.registered) {
                return " (\(text(of: answer)))"
            }
            guard let figure = sheet.figure(slot.name) else { return " (\(reason("not-in-sheet")))" }
            if let omission = omissions[slot.name] { return " (\(text(of: omission)))" }
            return " (\(source(of: figure)))"
        }
        guard let context = slot.context, let answer = answer(slot.name, context) else { return "" }
        return " (\(text(of: answer)))"
    }

    private func isBenchmark(_ slot: RecordSchema.Slot) -> Bool {
        naming.ruleBase.record.context(named: slot.context ?? "")?.vocabulary == naming.ruleBase.record.vocabulary
    }

    /// Of several answers of one day in one voice the one that counts: yes, else the last that tells something.
    private func answer(_ question: String, _ perspective: String) -> Answer? {
        let given = counted.filter { $0.question == question && $0.perspective == perspective }
        return given.first { $0.value == .yes } ?? given.last { $0.value != .unknown } ?? given.last
    }

    /// "CBS, Kerncijfers wijken en buurten 2020, tabel 84799NED, 2020; telling"
    package func source(of figure: FactSheet.Figure) -> String {
        var parts: [String] = []
        if let source = figure.source.flatMap({ sheet.source($0) }) {
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
    package func shortSource(of figure: FactSheet.Figure) -> String {
        let source = figure.source.flatMap { sheet.source($0) }
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

    private func reason(_ code: String) -> String {
        labels.title(code, in: VocabularyName.missingReasons)[language]
    }

    private func text(of answer: Answer) -> String {
        var parts = [labels.title(answer.perspective, in: VocabularyName.perspectives)[language]]
        if let people = answer.people {
            parts.append(language == .nl ? "\(people) mensen" : "\(people) people")
        }
        if let method = answer.method { parts.append(method) }
        if let date = answer.date { parts.append(DateText.text(of: date, in: language)) }
        if let note = answer.note { parts.append(note) }
        return parts.joined(separator: ", ")
    }
}
