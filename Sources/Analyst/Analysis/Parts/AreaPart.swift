import RuleEngine

/// Which area, how sure its boundary is, which programmes it belongs to, what is already done, and the differences inside.
package enum AreaPart: ReportPart {
    package static let kind = "area"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.boundaryBlocks() + composer.membershipBlocks() + composer.effortBlocks() + composer.differenceBlocks()
            + composer.mapBlocks()
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
    /// What the average hides, the parts with most people first.
    fileprivate func differenceBlocks() -> [AnalysisDocument.Block] {
        let parts = conclusions.parts.filter { !$0.hiddenProblems.isEmpty }.enumerated().sorted { left, right in
            (right.element.part.residents ?? .zero, left.offset) < (left.element.part.residents ?? .zero, right.offset)
        }.map(\.element)
        guard !conclusions.parts.isEmpty else { return [] }
        let lines = parts.prefix(Self.shownParts).map { part in
            let people = part.part.residents.map { " (\(say(.people($0))))" } ?? ""
            return "\(part.part.name)\(people): \(titles(part.hiddenProblems, in: VocabularyName.problems))"
        }
        let rest = parts.count - lines.count
        guard !lines.isEmpty else { return [.heading(say(.differences)), .paragraph(say(.nothingHidden))] }
        return [.heading(say(.differences)), .paragraph(say(.hiddenByAverage)), .list(lines)]
            + (rest > 0 ? [.paragraph(say(.moreParts(rest)))] : [])
    }

    private static let shownParts = 5

    fileprivate func rangeBlocks() -> [AnalysisDocument.Block] {
        let parts = conclusions.parts
        guard !parts.isEmpty else { return [] }
        let rows = parts.map { part -> [AnalysisDocument.Table.Cell] in
            [
                .text("\(part.part.name) (\(part.part.code))"), part.part.residents.map { .number($0) } ?? .empty,
                .number(FEELNumber(part.problems.count)), .number(FEELNumber(part.openProblems)),
                .text(titles(part.problems, in: VocabularyName.problems)),
            ]
        }
        let steps = parts.filter { !$0.extraInterventions.isEmpty }.map { part in
            let shown = Array(part.extraInterventions.prefix(Self.shownSteps))
            return "\(part.part.name): \(titles(shown, in: VocabularyName.interventions))"
        }
        return [.table(.problemsPerPart(rows, language))]
            + (steps.isEmpty ? [] : [.paragraph(say(.stepsPerPart)), .list(steps)])
            + [.details(summary: say(.ranges), [.table(.ranges(rangeRows(parts.map(\.part)), language))])]
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

    fileprivate static func people(_ count: FEELNumber) -> LocalizedText {
        LocalizedText(
            nl: "\(NumberText.text(of: count, in: .nl)) inwoners",
            en: "\(NumberText.text(of: count, in: .en)) residents")
    }

    fileprivate static let nothingHidden = LocalizedText(
        nl: "In geen deel is een probleem gevonden dat niet ook in het gebied als geheel is gevonden.",
        en: "In no part was a problem found that was not found in the area as a whole too.")

    fileprivate static func moreParts(_ count: Int) -> LocalizedText {
        count == 1
            ? LocalizedText(nl: "En nog 1 deel; zie de bijlage.", en: "And 1 more part; see the annex.")
            : LocalizedText(nl: "En nog \(count) delen; zie de bijlage.", en: "And \(count) more parts; see the annex.")
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
