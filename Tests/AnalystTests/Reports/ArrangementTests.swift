import RuleEngine
import Testing

@testable import Analyst

/// R4: what a reader meets first is short; what it rests on stands behind it and is a link away.
@Suite struct ArrangementTests {
    @Test(arguments: Language.allCases)
    func `R4 the first page has 400 words at most, and names what is found, who was not heard and who decides`(
        language: Language
    ) throws {
        let composer = AnalysisComposer(try Project.area("sheets/areas/rotterdam-zuid.yaml"), language: language)
        let story = StoryWriter(composer).story
        #expect((80...400).contains(story.wordCount))
        let text = story.blocks.map { "\($0)" }.joined(separator: " ")
        let expected = language.word(
            "Nog niet gehoord: bewoners|Wat het zwaarst weegt|Mensen beslissen",
            "Not yet heard: residents|What weighs heaviest|People decide")
        for words in expected.split(separator: "|") { #expect(text.contains(words)) }
    }

    @Test(arguments: [ReportFormat.text, .md])
    func `R4 the main text names what is found, leaves the annexes out and says how to see them`(format: ReportFormat)
        throws
    {
        let sample = try SampleAnalysis.make()
        let main = try ReportRenderer.text([sample], format: format, language: .nl, details: false)
        let whole = try ReportRenderer.text([sample], format: format, language: .nl)
        #expect(main.count < whole.count)
        #expect(main.contains("--details") || main.contains("\\-\\-details"))
        #expect(!whole.contains("--details"))
        #expect(main.contains("Armoede") && !main.contains("Waarom?"))
        #expect(whole.contains("Waarom?"))
    }

    @Test func `R4 all there is tells each finding with what it rests on, and no line twice`() throws {
        let whole = try SampleAnalysis.make().whole
        #expect(whole.parts.map(\.id) == ["problems", "figures", "sources"])
        #expect(whole.parts.allSatisfy { $0.annex.isEmpty })
        let outlines = whole.parts.flatMap(\.blocks).filter { if case .outline = $0 { true } else { false } }
        #expect(outlines.isEmpty)
    }

    @Test func `R4 data for programs leave nothing out`() throws {
        let sample = try SampleAnalysis.make()
        let brief = try ReportRenderer.text([sample], format: .json, language: .en, details: false)
        #expect(try ReportRenderer.text([sample], format: .json, language: .en) == brief)
    }

    @Test func `R4 on a page main text and annex lead to each other`() throws {
        let page = try ReportRenderer.text([try SampleAnalysis.make()], format: .html, language: .en, details: false)
        for link in [
            "href=\"#part-problems-annex\"", "href=\"#part-problems\"", "id=\"o-problem-armoede\"",
            "href=\"#f-problem-armoede\"", "href=\"#o-problem-armoede\"",
        ] {
            #expect(page.contains(link), "\(link)")
        }
    }

    @Test func `a part without a main text stands among the annexes alone, with its introduction`() throws {
        let document = AnalysisDocument(
            id: "x", title: "X", municipality: "Y", date: TownRules.date, language: .en, isProvisional: false,
            isCutShort: false,
            parts: [
                .init(id: "a", number: 9, title: "Means", intro: "By what.", blocks: [], annex: [.paragraph("Money.")])
            ])
        #expect(document.mainText.parts.isEmpty)
        #expect(document.withAnnexes.parts.map(\.title) == ["Annex to ‘9. Means’"])
        #expect(document.withAnnexes.parts.map(\.intro) == ["By what."])
        #expect(document.whole.parts.map(\.heading) == ["9. Means"])
    }

    @Test(arguments: Language.allCases)
    func `the main text of every area is short enough to read`(language: Language) throws {
        for name in ["utrecht-overvecht", "heerlen-noord", "lelystad-oost"] {
            let document = AnalysisComposer(try Project.area("sheets/areas/\(name).yaml"), language: language)
                .document()
            let words = try ReportRenderer.text([document], format: .text, language: language, details: false)
                .split(whereSeparator: \.isWhitespace).count
            #expect((500...6500).contains(words), "\(name): \(words)")
        }
    }
}
