import Foundation
import RuleEngine
import Testing

@testable import Analyst

struct JSONReportTests {
    @Test(arguments: Language.allCases)
    func `the report parses and says its schema, version and language`(language: Language) throws {
        let text = JSONReport(language: language).text([try SampleAnalysis.make(language)])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "analyst/analysis")
        #expect(object["version"] as? Int == 1)
        #expect(object["language"] as? String == language.rawValue)
        #expect((object["analyses"] as? [Any])?.count == 1)
    }

    @Test func `no analyses give an empty list`() throws {
        let text = JSONReport(language: .nl).text([])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect((object["analyses"] as? [Any])?.isEmpty == true)
    }

    @Test(arguments: [
        "plain", "\"quoted\"", "back\\slash", "line\nbreak", "\u{1}\t\r", "€ é 👩‍👧", "</script>", "\r\n",
    ])
    func `any string comes back as it went in`(string: String) throws {
        let text = JSONText.array([.string(string)]).text
        #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String] == [string])
    }
}
