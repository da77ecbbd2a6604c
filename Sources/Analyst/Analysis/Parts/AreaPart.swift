import RuleEngine

/// Which area, how sure its boundary is, which programmes it belongs to, what is already done, and the differences inside.
package enum AreaPart: ReportPart {
    package static let kind = "area"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.boundaryBlocks() + composer.membershipBlocks() + composer.effortBlocks() + composer.differenceBlocks()
    }

    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.rangeBlocks()
    }
}

extension AnalysisComposer {
    fileprivate func boundaryBlocks() -> [AnalysisDocument.Block] {
        var blocks: [AnalysisDocument.Block] = []
        if let residents = sheet.residents {
            // The year is that of the figure with the same number.
            let figure = sheet.figures.first { figure in
                if case .known(residents) = figure.reading { true } else { false }
            }
            blocks.append(.paragraph(say(.area(sheet, residents, figure?.year))))
        }
        if let boundary = sheet.boundary { blocks.append(.paragraph(say(boundary))) }
        if let confidence = sheet.confidence, confidence != .high { blocks.append(.notice(say(.uncertainBoundary))) }
        let partial = sheet.parts.filter { ($0.extent ?? .whole) != .whole }
        if !partial.isEmpty {
            blocks.append(.notice(say(.partial(partial.map { "\($0.name) (\($0.code))" }.joined(separator: ", ")))))
        }
        if let definition = sheet.definition { blocks.append(.paragraph(say(.definition(definition)))) }
        return blocks
    }

    /// The same findings for each part of the area, and the range of each figure over the parts.
    fileprivate func differenceBlocks() -> [AnalysisDocument.Block] {
        let parts = conclusions.parts
        guard !parts.isEmpty else { return [] }
        let rows = parts.map { part -> [AnalysisDocument.Table.Cell] in
            [
                .text("\(part.part.name) (\(part.part.code))"), part.part.residents.map { .number($0) } ?? .empty,
                .number(FEELNumber(part.problems.count)), .number(FEELNumber(part.openProblems)),
                .text(titles(part.problems, in: VocabularyName.problems)),
            ]
        }
        let hidden = parts.filter { !$0.hiddenProblems.isEmpty }.map {
            "\($0.part.name): \(titles($0.hiddenProblems, in: VocabularyName.problems))"
        }
        let steps = parts.filter { !$0.extraInterventions.isEmpty }.map { part in
            let shown = Array(part.extraInterventions.prefix(Self.shownSteps))
            return "\(part.part.name): \(titles(shown, in: VocabularyName.interventions))"
        }
        return [.heading(say(.differences)), .table(.problemsPerPart(rows, language))]
            + (hidden.isEmpty ? [] : [.paragraph(say(.hiddenByAverage)), .list(hidden)])
            + (steps.isEmpty ? [] : [.paragraph(say(.stepsPerPart)), .list(steps)])
    }

    fileprivate func rangeBlocks() -> [AnalysisDocument.Block] {
        let parts = conclusions.parts
        guard !parts.isEmpty else { return [] }
        return [.details(summary: say(.ranges), [.table(.ranges(rangeRows(parts.map(\.part)), language))])]
    }

    private static let shownSteps = 5

    private func titles(_ codes: [String], in vocabulary: String) -> String {
        codes.map { say(labels.title($0, in: vocabulary)) }.joined(separator: "; ")
    }

    private func rangeRows(_ parts: [FactSheet.Part]) -> [[AnalysisDocument.Table.Cell]] {
        sheet.figures.compactMap { figure in
            let values = parts.compactMap { part in part.figures.first { $0.indicator == figure.indicator }?.value }
            guard area.omissions[figure.indicator] == nil, let low = values.min(), let high = values.max(),
                values.count > 1, let term = ruleBase.vocabulary(ruleBase.record.vocabulary)?[figure.indicator]
            else { return nil }
            var whole = AnalysisDocument.Table.Cell.empty
            if case .known(let number) = figure.reading { whole = .number(number) }
            return [
                .text(say(term.title) + labels.unit(figure.unit, language)), whole, .number(low), .number(high),
                .number(FEELNumber(values.count)),
            ]
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func area(_ sheet: FactSheet, _ residents: FEELNumber, _ year: Int?) -> LocalizedText {
        let year = year.map { " (\($0))" } ?? ""
        return LocalizedText { language in
            let count = NumberText.text(of: residents, in: language)
            return language.word(
                "\(sheet.title.nl), gemeente \(sheet.municipality): \(count) inwoners\(year).",
                "\(sheet.title.en), municipality of \(sheet.municipality): \(count) residents\(year).")
        }
    }

    fileprivate static var uncertainBoundary: LocalizedText {
        LocalizedText(
            nl: "De grens van dit gebied is niet zeker. Controleer de delen hieronder voordat u de analyse gebruikt.",
            en: "The boundary of this area is not certain. Check the parts below before you use the analysis.")
    }

    fileprivate static func partial(_ names: String) -> LocalizedText {
        LocalizedText(
            nl:
                "Van deze wijken hoort maar een deel bij het gebied, of is dat niet zeker; de cijfers gaan over de hele wijk: \(names).",
            en:
                "Of these districts only a part belongs to the area, or that is not certain; the figures are about the whole district: \(names)."
        )
    }

    fileprivate static func definition(_ text: String) -> LocalizedText {
        LocalizedText(nl: "Bron van de grens: \(text)", en: "Source of the boundary: \(text)")
    }

    fileprivate static var differences: LocalizedText {
        LocalizedText(nl: "Verschillen binnen het gebied", en: "Differences inside the area")
    }

    fileprivate static var hiddenByAverage: LocalizedText {
        LocalizedText(
            nl:
                "Het gemiddelde verbergt iets: deze problemen zijn gevonden in een deel, maar niet in het gebied als geheel.",
            en: "The average hides something: these problems are found in a part, but not in the area as a whole.")
    }

    fileprivate static var stepsPerPart: LocalizedText {
        LocalizedText(
            nl: "Wat in een deel past, maar niet in het gebied als geheel; het zwaarste eerst, hoogstens vijf.",
            en: "What fits in a part, but not in the area as a whole; the heaviest first, five at most.")
    }

    fileprivate static var ranges: LocalizedText {
        LocalizedText(nl: "Laagste en hoogste waarde over de delen", en: "Lowest and highest value over the parts")
    }
}

extension AnalysisDocument.Table {
    fileprivate static func problemsPerPart(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: LocalizedText(nl: "Gevonden problemen per deel", en: "Problems found per part")[language],
            columns: [
                Column(LocalizedText(nl: "Deel", en: "Part"), language),
                Column(LocalizedText(nl: "Inwoners", en: "Residents"), language, isNumeric: true),
                Column(LocalizedText(nl: "Gevonden", en: "Found"), language, isNumeric: true),
                Column(LocalizedText(nl: "Nog open", en: "Still open"), language, isNumeric: true),
                Column(LocalizedText(nl: "Welke", en: "Which"), language),
            ], rows: rows,
            note: LocalizedText(
                nl: "Dezelfde regels op de cijfers van elk deel. Een klein deel kan door toeval afwijken.",
                en: "The same rules on the figures of each part. A small part may differ by chance.")[language])
    }

    fileprivate static func ranges(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: LocalizedText(nl: "Spreiding binnen het gebied", en: "Range inside the area")[language],
            columns: [
                Column(LocalizedText(nl: "Cijfer", en: "Figure"), language),
                Column(LocalizedText(nl: "Gebied", en: "Area"), language, isNumeric: true),
                Column(LocalizedText(nl: "Laagste deel", en: "Lowest part"), language, isNumeric: true),
                Column(LocalizedText(nl: "Hoogste deel", en: "Highest part"), language, isNumeric: true),
                Column(LocalizedText(nl: "Aantal delen", en: "Number of parts"), language, isNumeric: true),
            ], rows: rows, note: nil)
    }
}
