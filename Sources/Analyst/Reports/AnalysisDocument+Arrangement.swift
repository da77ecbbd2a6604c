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

    private var mainParts: [Part] { parts.filter { !$0.blocks.isEmpty } }

    private func with(_ parts: [Part], isBrief: Bool) -> AnalysisDocument {
        AnalysisDocument(
            id: id, title: title, municipality: municipality, date: date, language: language,
            isProvisional: isProvisional, isCutShort: isCutShort, isBrief: isBrief, parts: parts)
    }
}

extension AnalysisDocument.Part {
    fileprivate var withoutAnnex: AnalysisDocument.Part {
        AnalysisDocument.Part(id: id, number: number, title: title, intro: intro, blocks: blocks)
    }
}

extension AnalysisDocument.Block {
    fileprivate var isOutline: Bool { if case .outline = self { true } else { false } }
}
