import RuleEngine
import Testing

@testable import Analyst

/// Every figure that a conclusion waits for is asked of who has it, once, with its unit, year and reason.
@Suite struct DataRequestTests {
    private static let path = "sheets/areas/utrecht-overvecht.yaml"

    @Test func `each figure that conclusions wait for is asked once, and no other`() throws {
        let area = try Project.area(Self.path)
        let waiting = WaitingInput.all(of: area, AwaitedInputs(area.session)).compactMap { entry -> String? in
            guard case .slot(let slot) = area.session.reference(entry.input), slot.context == nil else { return nil }
            return slot.name
        }
        let requests = DataRequest.all(area)
        #expect(requests.flatMap(\.figures).map(\.term.code).sorted() == waiting.sorted())
        #expect(requests.count > 3)
        for request in requests {
            #expect(request.figures.allSatisfy { $0.term.text("holder") == request.holder && !$0.conclusions.isEmpty })
            let order = request.figures.compactMap { waiting.firstIndex(of: $0.term.code) }
            #expect(order == order.sorted())
        }
    }

    @Test(arguments: Language.allCases)
    func `every letter is filled in, with area, unit, year and reason`(language: Language) throws {
        let area = try Project.area(Self.path)
        let texts = try LetterTexts(area.ruleBase)
        for request in DataRequest.all(area) {
            let page = request.letter(area, texts, language).page(.text)
            #expect(!page.contains("{") && !page.contains("}"), "\(page)")
            #expect(page.contains("2025"))
            #expect(page.contains("(WK034403)"))
            let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for figure in request.figures {
                #expect(words.contains(figure.term.title[language]))
                if figure.term.text("legal_basis") == nil {
                    #expect(words.contains(language == .nl ? "Grondslag: niet nagezocht" : "Legal basis: not checked"))
                }
            }
        }
    }

    private func village(_ date: String = "2024-06-01") throws -> (area: AreaSession, texts: LetterTexts) {
        let file = SourceFile(
            name: "letter-texts.yaml", text: try Project.text("rules/vocabulary/letter-texts.yaml"))
        let ruleBase = RuleBaseReader.read(VillageRules.files + [file]).ruleBase
        let day = try #require(FEELDate(date))
        return (
            AreaSession(try VillageRules.sheet(), under: CompiledRules(ruleBase), on: day), try LetterTexts(ruleBase)
        )
    }

    @Test func `a letter in Markdown`() throws {
        let (area, texts) = try village()
        let requests = DataRequest.all(area)
        #expect(requests.map(\.holder?.en) == ["CBS"])
        #expect(
            requests[0].letter(area, texts, .en).page(.md) == """
                # Request for figures on The village

                To: CBS

                Date: 1 June 2024

                We are making an analysis of The village in Dorp. For it we miss figures that you may have. Would you give them to us? If you do not have a figure, we would like to know that too.

                ## What we ask for (1)

                - **Social assistance**
                  - Share with assistance.
                  - Unit: %
                  - Year: 2023, or the latest year that you have
                  - Why it is missing now: not-published
                  - What waits for it (2): Poverty; Silence
                  - Legal basis: not checked

                With each figure please write the year, the source and how it was measured. So it will stand in the analysis later.

                """)
    }

    @Test func `a holder is found by a part of its name in either language`() throws {
        let (area, _) = try village()
        let request = DataRequest.all(area)[0]
        #expect(request.isHeld(by: "cb"))
        #expect(!request.isHeld(by: "RIVM"))
    }
}
