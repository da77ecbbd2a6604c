import RuleEngine
import Testing

struct SuggestionTests {
    @Test(arguments: [
        ("wen", "when"), ("Then", "then"), ("hten", "then"), ("titel", "title"), ("sevrity", "severity"),
        ("sociale-huur", "sociale_huur"),
    ])
    func `a slip of the pen is recognised`(written: String, meant: String) {
        let names = ["rule", "title", "when", "then", "severity", "sociale_huur"]
        #expect(Suggestion.nearest(to: written, among: names) == meant)
    }

    @Test(arguments: ["xyz", "s", "", "salience", "rule"])
    func `a name that is like no other gives nothing`(written: String) {
        #expect(Suggestion.nearest(to: written, among: ["rule", "then", "severity"]) == nil)
    }

    @Test func `a third of the length is near and one more is not`() {
        #expect(Suggestion.nearest(to: "abcdxx", among: ["abcdef"]) == "abcdef")
        #expect(Suggestion.nearest(to: "abcxxx", among: ["abcdef"]) == nil)
    }

    @Test func `of two equally near names the first in order is given`() {
        #expect(Suggestion.nearest(to: "bat", among: ["cat", "bad"]) == "bad")
        #expect(Suggestion.nearest(to: "bat", among: ["bad", "cat"]) == "bad")
    }
}
