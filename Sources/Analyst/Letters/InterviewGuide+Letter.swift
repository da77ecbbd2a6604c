package import RuleEngine

extension InterviewGuide {
    /// The guide as a page.
    package func letter(_ area: AreaSession, _ texts: LetterTexts, _ language: Language) -> Letter {
        func say(_ sentence: LetterTexts.Sentence, _ values: [String: String] = [:]) -> String {
            texts.text(sentence, values, in: language)
        }
        let name = group.title[language]
        // A group without explanation leaves a gap.
        let opening = say(
            .guideOpening, ["groep": name.lowercased(), "uitleg": group.text("explanation")?[language] ?? ""]
        ).split(separator: " ").joined(separator: " ")
        let shown = sections.reduce(0) { $0 + $1.questions.count }
        var blocks: [Letter.Block] = [
            .paragraph(opening),
            .paragraph(say(.guidePrivacy)),
            .paragraph(
                openCount == 0
                    ? say(.guideEmpty) : say(.guideCount, ["aantal": "\(openCount)", "getoond": "\(shown)"])),
        ]
        for section in sections {
            blocks.append(.heading(section.title[language]))
            for question in section.questions {
                blocks.append(.item(question.text[language], Self.lines(question, area, language, say)))
            }
        }
        if openCount > 0 { blocks.append(.paragraph(say(.guideClosing))) }
        return Letter(
            title: say(.guideSubject, ["groep": name, "gebied": area.sheet.title[language]]), blocks: blocks)
    }

    private static func lines(
        _ question: Question, _ area: AreaSession, _ language: Language,
        _ say: (LetterTexts.Sentence, [String: String]) -> String
    ) -> [String] {
        let naming = Naming(area.ruleBase)
        let reasons = question.why.map { $0[language] }.joined(separator: " ")
        let names = question.settles.prefix(most).map { naming.title(of: $0, in: language) }
        let list = names.joined(separator: "; ") + (question.settles.count > most ? "; …" : "")
        let room =
            switch question.kind {
            case .yesOrNo: say(.guideCounts, [:])
            case .number:
                say(
                    .guideNumber,
                    ["eenheid": question.unit.map { ValueText(language, units: naming.units).title(ofUnit: $0) } ?? "–"]
                )
            }
        return (reasons.isEmpty ? [] : [say(.guideWhy, ["reden": reasons])])
            + [say(.guideSettles, ["aantal": "\(question.settles.count)", "lijst": list]), room]
    }

    /// So many conclusions are named.
    private static let most = 5
}
