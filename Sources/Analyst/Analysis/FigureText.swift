package import RuleEngine

/// A figure in one line, with unit, year, table and publisher: no figure stands alone.
package struct FigureText: Sendable {
    package let sheet: FactSheet
    package let naming: Naming
    package let omissions: [String: SheetInputs.Omission]
    package let labels: Labels

    /// A value as a condition read it, with where it comes from.
    package func text(of input: InputUse) -> LocalizedText {
        let unit = naming.unit(of: input.slot)
        func words(_ language: Language) -> String {
            let title = naming.title(of: input.slot, in: language)
            let values = ValueText(language, units: naming.units)
            let value = isUnlimited(input) ? values.text(of: .anything) : values.text(of: input.value, unit: unit)
            return "\(title): \(value)\(origin(of: input, language))"
        }
        return LocalizedText(nl: words(.nl), en: words(.en))
    }

    /// Nothing is known but what the vocabulary allows anywhere, and that range tells nothing about the area.
    private func isUnlimited(_ input: InputUse) -> Bool {
        let record = naming.ruleBase.record
        return record.index(of: input.slot).map { record.domains[$0] == input.value } ?? false
    }

    private func origin(of input: InputUse, _ language: Language) -> String {
        let slot = input.slot
        if slot.context == nil || isBenchmark(slot) {
            if slot.context == nil, let answer = answers(slot.name, SheetContext.registered).last {
                return " (\(text(of: answer, language)))"
            }
            guard let figure = sheet.figure(slot.name) else { return " (\(reason("not-in-sheet", language)))" }
            if let omission = omissions[slot.name] { return " (\(text(of: omission, language)))" }
            return " (\(source(of: figure, language)))"
        }
        guard let context = slot.context, let answer = answers(slot.name, context).last else { return "" }
        return " (\(text(of: answer, language)))"
    }

    private func isBenchmark(_ slot: RecordSchema.Slot) -> Bool {
        naming.ruleBase.record.context(named: slot.context ?? "")?.vocabulary == naming.ruleBase.record.vocabulary
    }

    private func answers(_ question: String, _ perspective: String) -> [Answer] {
        sheet.answers.filter { $0.question == question && $0.perspective == perspective }
    }

    /// "CBS, Kerncijfers wijken en buurten 2020, tabel 84799NED, 2020; telling"
    package func source(of figure: FactSheet.Figure, _ language: Language) -> String {
        var parts: [String] = []
        if let source = figure.source.flatMap({ sheet.source($0) }) {
            if let publisher = source.publisher { parts.append(publisher) }
            parts.append(source.title)
            if let table = source.table { parts.append(language == .nl ? "tabel \(table)" : "table \(table)") }
        }
        if let year = figure.year { parts.append(language == .nl ? "jaar \(year)" : "year \(year)") }
        if let kind = figure.kind { parts.append(labels.title(kind, in: "figure-kinds")[language]) }
        if figure.isApproximated { parts.append(language == .nl ? "benaderd" : "approximated") }
        return parts.joined(separator: ", ")
    }

    /// "CBS 84799NED, 2020, telling": for tables; the full title stands under provenance.
    package func shortSource(of figure: FactSheet.Figure, _ language: Language) -> String {
        let source = figure.source.flatMap { sheet.source($0) }
        var parts = [[source?.publisher, source?.table ?? source?.title].compactMap { $0 }.joined(separator: " ")]
        if let year = figure.year { parts.append("\(year)") }
        if let kind = figure.kind { parts.append(labels.title(kind, in: "figure-kinds")[language]) }
        if figure.isApproximated { parts.append(language == .nl ? "benaderd" : "approximated") }
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    package func text(of omission: SheetInputs.Omission, _ language: Language) -> String {
        switch omission {
        case .missing(let code): reason(code, language)
        case .later: reason("later", language)
        case .future: reason("future", language)
        case .tooOld: reason("too-old", language)
        }
    }

    private func reason(_ code: String, _ language: Language) -> String {
        labels.title(code, in: "missing-reasons")[language]
    }

    private func text(of answer: Answer, _ language: Language) -> String {
        var parts = [labels.title(answer.perspective, in: "perspectives")[language]]
        if let people = answer.people {
            parts.append(language == .nl ? "\(people) mensen" : "\(people) people")
        }
        if let method = answer.method { parts.append(method) }
        if let date = answer.date { parts.append(DateText.text(of: date, in: language)) }
        if let note = answer.note { parts.append(note) }
        return parts.joined(separator: ", ")
    }
}
