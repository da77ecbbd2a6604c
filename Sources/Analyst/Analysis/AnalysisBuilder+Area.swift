import RuleEngine

extension AnalysisBuilder {
    /// Which area, how sure its boundary is, what is already done, and the differences inside.
    package func areaBlocks() -> [AnalysisDocument.Block] {
        var blocks: [AnalysisDocument.Block] = []
        if let residents = sheet.residents {
            let count = LocalizedText { NumberText.text(of: residents, in: $0) }
            // The year is that of the figure with the same number.
            let figure = sheet.figures.first { figure in
                if case .known(let number) = figure.reading { return number == residents }
                return false
            }
            let year = figure?.year.map { " (\($0))" } ?? ""
            blocks.append(
                .paragraph(
                    LocalizedText(
                        nl: "\(sheet.title.nl), gemeente \(sheet.municipality): \(count.nl) inwoners\(year).",
                        en: "\(sheet.title.en), municipality of \(sheet.municipality): \(count.en) residents\(year).")))
        }
        if let boundary = sheet.boundary { blocks.append(.paragraph(boundary)) }
        if let confidence = sheet.confidence, confidence != "high" { blocks.append(.notice(.uncertainBoundary)) }
        let partial = sheet.parts.filter { $0.extent?.hasPrefix("whole") == false || $0.extent?.hasSuffix("?") == true }
        if !partial.isEmpty {
            blocks.append(.notice(.partial(partial.map { "\($0.name) (\($0.code))" }.joined(separator: ", "))))
        }
        if let definition = sheet.definition { blocks.append(.paragraph(.definition(definition))) }
        if sheet.efforts.isEmpty {
            blocks.append(.paragraph(sheet.effortsComplete ? .noEfforts : .effortsNotKnown))
        } else {
            blocks.append(.heading(.efforts))
            blocks.append(
                .list(
                    sheet.efforts.map { effort in
                        let title = effort.intervention.map { labels.title($0, in: "interventions") }
                        return LocalizedText { language in
                            let state =
                                switch (effort.status, language) {
                                case ("running", .nl): " (loopt)"
                                case ("running", .en): " (running)"
                                case ("ended", .nl): " (afgerond)"
                                case ("ended", .en): " (ended)"
                                default: ""
                                }
                            return (title?[language] ?? effort.code) + state
                        }
                    }))
        }
        return blocks + differenceBlocks()
    }

    /// The same findings for each part of the area, and the range of each figure over the parts.
    private func differenceBlocks() -> [AnalysisDocument.Block] {
        let parts = sheet.parts.filter { !$0.figures.isEmpty }
        guard parts.count > 1 else { return [] }
        let whole = codes(of: "problem", in: session)
        let stepsOfWhole = codes(of: "intervention", in: session)
        var rows: [[AnalysisDocument.Table.Cell]] = []
        var hidden: [LocalizedText] = []
        var steps: [LocalizedText] = []
        for part in parts {
            let inputs = SheetInputs(sheet, ruleBase: ruleBase, date: date, later: laterFigures, part: part)
            let partSession = rules.session(inputs.inputs, timeZones: library.timeZones)
            let found = codes(of: "problem", in: partSession)
            let open = partSession.facts(of: "problem").count { !$0.fact.isCertain }
            let more = found.filter { !whole.contains($0) }
            rows.append([
                .text(LocalizedText(verbatim: "\(part.name) (\(part.code))")),
                part.residents.map { .number($0) } ?? .empty, .number(FEELNumber(found.count)),
                .number(FEELNumber(open)), .text(titles(found, in: "problems")),
            ])
            let fitting = codes(of: "intervention", in: partSession).filter { !stepsOfWhole.contains($0) }
            if !fitting.isEmpty {
                let names = titles(Array(fitting.prefix(5)), in: "interventions")
                steps.append(LocalizedText(nl: "\(part.name): \(names.nl)", en: "\(part.name): \(names.en)"))
            }
            if !more.isEmpty {
                let names = titles(more, in: "problems")
                hidden.append(
                    LocalizedText(
                        nl: "\(part.name): \(names.nl)", en: "\(part.name): \(names.en)"))
            }
        }
        var blocks: [AnalysisDocument.Block] = [
            .heading(.differences),
            .table(.problemsPerPart(rows)),
        ]
        if !hidden.isEmpty { blocks += [.paragraph(.hiddenByAverage), .list(hidden)] }
        if !steps.isEmpty { blocks += [.paragraph(.stepsPerPart), .list(steps)] }
        blocks.append(.details(summary: .ranges, [.table(.ranges(rangeRows(parts)))]))
        return blocks
    }

    /// The codes of the certain facts of a template: problems in the order of the vocabulary, the rest with the heaviest first.
    private func codes(of template: String, in session: Session) -> [String] {
        let certain = session.facts(of: template).map(\.fact).filter { $0.isCertain && !$0.isAnonymous }
        let facts = template == "problem" ? certain : ranked(certain, in: session)
        return facts.flatMap { session.finding($0).key }
    }

    private func titles(_ codes: [String], in vocabulary: String) -> LocalizedText {
        LocalizedText { language in codes.map { labels.title($0, in: vocabulary)[language] }.joined(separator: "; ") }
    }

    private func rangeRows(_ parts: [FactSheet.Part]) -> [[AnalysisDocument.Table.Cell]] {
        sheet.figures.compactMap { figure in
            let values = parts.compactMap { part in part.figures.first { $0.indicator == figure.indicator }?.value }
            guard omissions[figure.indicator] == nil, let low = values.min(), let high = values.max(), values.count > 1,
                let code = ruleBase.vocabulary(ruleBase.record.vocabulary)?[figure.indicator]
            else { return nil }
            var area = AnalysisDocument.Table.Cell.empty
            if case .known(let number) = figure.reading { area = .number(number) }
            return [
                .text(LocalizedText { language in code.title[language] + (labels.unit(figure.unit, language)) }), area,
                .number(low), .number(high), .number(FEELNumber(values.count)),
            ]
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
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

    fileprivate static var noEfforts: LocalizedText {
        LocalizedText(nl: "Er loopt geen inzet in dit gebied.", en: "No effort is running in this area.")
    }

    fileprivate static var effortsNotKnown: LocalizedText {
        LocalizedText(
            nl: "Nog niet bekend is wat er al gebeurt in dit gebied, en wat er eerder is gedaan.",
            en: "It is not known yet what is being done in this area, and what was done before.")
    }

    fileprivate static var efforts: LocalizedText {
        LocalizedText(nl: "Wat er al gebeurt", en: "What is already done")
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
    fileprivate static func problemsPerPart(_ rows: [[Cell]]) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: LocalizedText(nl: "Gevonden problemen per deel", en: "Problems found per part"),
            columns: [
                Column(title: LocalizedText(nl: "Deel", en: "Part"), isNumeric: false),
                Column(title: LocalizedText(nl: "Inwoners", en: "Residents"), isNumeric: true),
                Column(title: LocalizedText(nl: "Gevonden", en: "Found"), isNumeric: true),
                Column(title: LocalizedText(nl: "Nog open", en: "Still open"), isNumeric: true),
                Column(title: LocalizedText(nl: "Welke", en: "Which"), isNumeric: false),
            ], rows: rows,
            note: LocalizedText(
                nl: "Dezelfde regels op de cijfers van elk deel. Een klein deel kan door toeval afwijken.",
                en: "The same rules on the figures of each part. A small part may differ by chance."))
    }

    fileprivate static func ranges(_ rows: [[Cell]]) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: LocalizedText(nl: "Spreiding binnen het gebied", en: "Range inside the area"),
            columns: [
                Column(title: LocalizedText(nl: "Cijfer", en: "Figure"), isNumeric: false),
                Column(title: LocalizedText(nl: "Gebied", en: "Area"), isNumeric: true),
                Column(title: LocalizedText(nl: "Laagste deel", en: "Lowest part"), isNumeric: true),
                Column(title: LocalizedText(nl: "Hoogste deel", en: "Highest part"), isNumeric: true),
                Column(title: LocalizedText(nl: "Aantal delen", en: "Number of parts"), isNumeric: true),
            ], rows: rows, note: nil)
    }
}
