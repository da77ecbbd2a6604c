import RuleEngine
import Testing

@testable import Analyst

/// The page that tells the story.
@Suite struct StoryTests {
    @Test(arguments: Language.allCases)
    func `the page of every area has at most four hundred words, and no code or count of internals`(
        language: Language
    ) throws {
        for name in Project.sheets("areas") {
            let composer = AnalysisComposer(try Project.area(name), language: language)
            let story = StoryWriter(composer).story
            #expect(story.wordCount <= Story.limit, "\(name)")
            let text = story.blocks.map { "\($0)" }.joined(separator: "\n")
            #expect(!text.contains("{") && !text.contains("problem:"), "\(name): \(text)")
        }
    }

    @Test func `what may be missed goes first where the page is too long`() {
        func sentence(_ word: String, _ count: Int, drop: Int?) -> Story.Sentence {
            Story.Sentence(text: Array(repeating: word, count: count).joined(separator: " "), drop: drop)
        }
        let story = Story([
            .sentences([sentence("a", 200, drop: nil), sentence("b", 100, drop: 1)]),
            .list([[sentence("c", 100, drop: 2), sentence("d", 100, drop: 2)]]),
        ])
        #expect(story.wordCount == 400)
        let longer = Story([
            .sentences([sentence("a", 201, drop: nil), sentence("b", 100, drop: 1)]),
            .list([[sentence("c", 100, drop: 2)]]),
        ])
        #expect(longer.wordCount == 301)
    }

    @Test func `a sentence with a name that has nothing to say is left out`() throws {
        let templates = StoryTemplates(try Project.library.get().ruleBase, .nl)
        #expect(templates.sentence("challenges", ["opgaven": nil]) == nil)
        #expect(templates.sentence("challenges", ["opgaven": "rust"])?.text == "Wat beter moet worden: rust.")
        #expect(templates.sentence("no-such-sentence") == nil)
    }
}
