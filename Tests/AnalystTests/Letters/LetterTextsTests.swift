import RuleEngine
import Testing

@testable import Analyst

/// The sentences of letters stand in the rules' folder, in both languages with the same places to fill in.
@Suite struct LetterTextsTests {
    @Test func `the rules of the project have every sentence, and none too many`() throws {
        let ruleBase = try Project.library.get().ruleBase
        _ = try LetterTexts(ruleBase)
        let codes = try #require(ruleBase.vocabulary(VocabularyName.letterTexts)).codes
        #expect(Set(codes.map(\.code)) == Set(LetterTexts.Sentence.allCases.map(\.rawValue)))
        for code in codes {
            #expect(Self.places(code.title.nl) == Self.places(code.title.en), "\(code.code)")
        }
    }

    private static func places(_ text: String) -> Set<Substring> {
        Set(text.matches(of: #/\{([^}]*)\}/#).map { $0.output.1 })
    }

    @Test func `rules without sentences are told which they lack`() throws {
        let fault = try #require(throws: BadInput.self) { try LetterTexts(VillageRules.ruleBase) }
        #expect(fault.diagnostics.map(\.code) == ["letter/no-text"])
        #expect(fault.diagnostics[0].message.en.contains("verzoek-onderwerp"))
    }

    @Test(
        arguments: [
            ("To: {who}.", ["who": "A {b} C", "b": "no"], "To: A {b} C."), ("{a}{b}", ["a": "1", "b": "2"], "12"),
            ("{a} {c}", ["a": "1"], "1 {c}"), ("{a", ["a": "1"], "{a"), ("", [:], ""), ("}{a}", ["a": "1"], "}1"),
        ] as [(String, [String: String], String)])
    func `places are filled in once`(text: String, values: [String: String], filled: String) {
        #expect(LetterTexts.filled(text, values) == filled)
    }
}
