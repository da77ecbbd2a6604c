import RuleEngine

/// How the main text and the annexes of an analysis are put together.
extension AnalysisDocument {
    /// All there is, each finding once with what it rests on.
    package var whole: AnalysisDocument {
        with(
            parts.map { part in
                Part(
                    id: part.id, number: part.number, title: part.title, intro: part.intro,
                    blocks: part.blocks.filter { !$0.isOutline } + part.annex)
            }.filter { !$0.blocks.isEmpty }, isBrief: false)
    }

    /// The main text alone.
    package var mainText: AnalysisDocument { with(mainParts.map(\.withoutAnnex), isBrief: true) }

    /// The main text, and behind it an annex for each part that has one.
    package var withAnnexes: AnalysisDocument {
        let annexes = parts.filter { !$0.annex.isEmpty }.map { part in
            Part(
                id: "\(part.id)-annex", number: nil, title: ReportWords.annex(to: part.heading)[language],
                intro: part.blocks.isEmpty ? part.intro : nil, blocks: part.annex,
                annexOf: part.id)
        }
        return with(mainParts + annexes, isBrief: false)
    }

    /// What a version for a group of readers shows, with the annexes that belong to it behind the main text.
    ///
    /// - Parameters:
    ///   - version: `nil`: every part whole.
    ///   - codes: the parts that are wanted; none: all of the version. Parts that the version does not have are shown
    ///     whole; in one that is told in plain words, their main text.
    package func selection(_ version: ReportPlan.Version?, parts codes: [String]) -> AnalysisDocument {
        // A few parts of many, in plain words, need no numbers.
        let parts = version?.isPlain == true ? parts.map(\.withoutNumber) : parts
        let selected = parts.compactMap { part -> Part? in
            guard codes.isEmpty || codes.contains(part.id) else { return nil }
            guard let version else { return part }
            if let extent = version.parts[part.id] { return part.shown(extent) }
            return codes.isEmpty ? nil : part.shown(version.isPlain ? .main : .whole)
        }
        return with(selected, isBrief: false).withAnnexes
    }

    /// The same analysis with these parts alone, as they are.
    package func with(parts: [Part]) -> AnalysisDocument { with(parts, isBrief: false) }

    private var mainParts: [Part] { parts.filter { !$0.blocks.isEmpty } }

    private func with(_ parts: [Part], isBrief: Bool) -> AnalysisDocument {
        var document = AnalysisDocument(
            id: id, title: title, municipality: municipality, date: date, language: language,
            isProvisional: isProvisional, isCutShort: isCutShort, isBrief: isBrief, parts: parts)
        document.data = data
        document.imprint = imprint
        return document
    }
}

extension AnalysisDocument.Part {
    fileprivate func shown(_ extent: ReportPlan.Extent) -> AnalysisDocument.Part {
        switch extent {
        case .whole: self
        case .main: withoutAnnex
        case .lead: with(Array(blocks.prefix { !$0.isHeading }))
        case .brief:
            with(
                blocks.compactMap { block in
                    switch block {
                    case .outline(let findings): .list(findings.map(\.title))
                    case .table, .dotPlot, .map, .details, .findings: nil
                    case .heading, .paragraph, .notice, .list: block
                    }
                })
        }
    }

    fileprivate var withoutNumber: AnalysisDocument.Part {
        AnalysisDocument.Part(
            id: id, number: nil, title: title, intro: intro, blocks: blocks, annex: annex, annexOf: annexOf)
    }

    /// With other blocks and no annex. A heading with nothing below it is left out.
    private func with(_ blocks: [AnalysisDocument.Block]) -> AnalysisDocument.Part {
        let kept = blocks.indices.filter { index in
            !blocks[index].isHeading || (index + 1 < blocks.count && !blocks[index + 1].isHeading)
        }.map { blocks[$0] }
        return AnalysisDocument.Part(id: id, number: number, title: title, intro: intro, blocks: kept)
    }

    fileprivate var withoutAnnex: AnalysisDocument.Part {
        AnalysisDocument.Part(id: id, number: number, title: title, intro: intro, blocks: blocks)
    }
}

extension AnalysisDocument.Block {
    fileprivate var isOutline: Bool { if case .outline = self { true } else { false } }
    fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }
}
