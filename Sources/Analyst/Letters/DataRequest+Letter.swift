package import RuleEngine

extension DataRequest {
    /// The request as a letter.
    package func letter(_ area: AreaSession, _ texts: LetterTexts, _ language: Language) -> Letter {
        let sheet = area.sheet
        func say(_ sentence: LetterTexts.Sentence, _ values: [String: String] = [:]) -> String {
            texts.text(sentence, values, in: language)
        }
        let title = sheet.title[language]
        var blocks: [Letter.Block] = [
            .paragraph(say(.requestTo, ["houder": holder?[language] ?? say(.unknownHolder)])),
            .paragraph(say(.requestDate, ["datum": DateText.text(of: area.date, in: language)])),
            .paragraph(say(.requestOpening, ["gebied": title, "gemeente": sheet.municipality])),
        ]
        let parts = sheet.parts.filter { !$0.isFocus }.map { "\($0.name) (\($0.code))" }
        if !parts.isEmpty {
            blocks.append(.paragraph(say(.requestParts, ["delen": parts.joined(separator: "; ")])))
        }
        blocks.append(.heading(say(.requestCount, ["aantal": "\(figures.count)"])))
        for figure in figures {
            blocks.append(.item(figure.term.title[language], figure.lines(area, language, say)))
        }
        if let least = PeopleCount.least(under: area.ruleBase, on: area.date) {
            blocks.append(.paragraph(say(.requestPrivacy, ["minst": NumberText.text(of: least, in: language)])))
        }
        blocks.append(.paragraph(say(.requestClosing)))
        return Letter(title: say(.requestSubject, ["gebied": title]), blocks: blocks)
    }

    /// The name of its file, without an ending.
    package func fileName(_ language: Language) -> String {
        let name = FileSlug.of(holder?[language] ?? "")
        return name.isEmpty ? "figures" : name
    }
}

extension DataRequest.Figure {
    /// What is asked, of which year and why, on what ground.
    fileprivate func lines(
        _ area: AreaSession, _ language: Language, _ say: (LetterTexts.Sentence, [String: String]) -> String
    ) -> [String] {
        let naming = Naming(area.ruleBase)
        var lines: [String] = []
        if let definition = term.text("definition") { lines.append(definition[language]) }
        if let unit = term.string("unit") {
            let name = ValueText(language, units: naming.units).title(ofUnit: unit)
            lines.append(say(.figureUnit, ["eenheid": name]))
        }
        let year = Int(area.date.year) - 1
        if case .number(let age)? = term.value("maximum_age"), let years = age.integerValue {
            let since = Int(area.date.year) - years
            lines.append(say(.figureYearSince, ["jaar": "\(year)", "vanaf": "\(since)"]))
        } else {
            lines.append(say(.figureYear, ["jaar": "\(year)"]))
        }
        let figures = FigureText(area.ruleBase, on: area.date, language)
        lines.append(say(.figureMissing, ["reden": figures.reason(area.omissions[term.code])]))
        let names = conclusions.prefix(Self.most).map { naming.title(of: $0, in: language) }
        let list = names.joined(separator: "; ") + (conclusions.count > Self.most ? "; …" : "")
        lines.append(say(.figureReason, ["aantal": "\(conclusions.count)", "lijst": list]))
        if let table = term.string("table") { lines.append(say(.figureTable, ["tabel": table])) }
        let notChecked = say(.notChecked, [:])
        let basis = term.text("legal_basis")?[language]
        let isRead = term.string("request_basis") == "read"
        // A basis that says itself that nobody checked it, says so once.
        let told = basis.map { isRead || $0.contains(notChecked) ? $0 : "\($0) (\(notChecked))" } ?? notChecked
        lines.append(say(.figureBasis, ["grondslag": told]))
        if let time = term.text("lead_time") { lines.append(say(.figureLeadTime, ["termijn": time[language]])) }
        return lines
    }

    /// So many conclusions are named.
    private static let most = 5
}
