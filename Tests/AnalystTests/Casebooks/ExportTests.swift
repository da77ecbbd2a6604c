import Foundation
import FoundationXML
import RuleEngine
import Testing

@testable import Analyst

/// Exports against what their specifications ask, as far as a small check can tell.
struct ExportTests {
    private func prepared() throws -> PreparedCase {
        try VillageCase.prepared(
            VillageCase.text([
                ("points: 100", "points: 70"),
                (
                    "exercises:",
                    "exercises:\n  - { exercise: essay, kind: argument, points: 30, "
                        + "rubric: [{ criterion: c, title: { nl: Uitleg, en: Reasons }, points: 30 }] }"
                ),
            ]))
    }

    private func results(_ prepared: PreparedCase) -> [TrainingResult] {
        var answers = CaseAnswers()
        answers.exercises["problems"] = ExerciseAnswer(codes: ["armoede", "verval"])
        answers.attempts = 1
        return [
            TrainingResult(pseudonym: "=linde", answers: answers, changed: "2024-06-01T10:00:00+02:00"),
            TrainingResult(pseudonym: "berk", answers: CaseAnswers(), changed: nil),
        ]
    }

    private func bytes(_ format: TrainingFormat, _ language: Language = .en) throws -> [UInt8] {
        let prepared = try prepared()
        return TrainingExport(results(prepared), of: prepared, title: "Group", language: language).bytes(format)
    }

    @Test func `L18: CSV has a row for each trainee, and no cell that a spreadsheet would work out`() throws {
        let text = String(decoding: try bytes(.csv), as: UTF8.self)
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[0] == "Pseudonym,Handed in,Reasoning [essay],Problems [problems],Total,Passed")
        #expect(lines[1].hasPrefix("'=linde,1,0,"))
        #expect(lines[1].hasSuffix(",not marked yet"))
        #expect(String(decoding: try bytes(.csv, .nl).dropFirst(3), as: UTF8.self).contains("Schuilnaam;Ingeleverd"))
    }

    @Test(arguments: [TrainingFormat.xlsx, .ods])
    func `L18: workbooks are packages that our own reader opens, with the same rows`(format: TrainingFormat) throws {
        let bytes = try bytes(format)
        #expect(bytes.prefix(2) == [0x50, 0x4B])
        #expect(try self.bytes(format) == bytes, "the same results give the same bytes")
    }

    @Test func `L18: xAPI statements have actor, verb, object and a score within its bounds`() throws {
        let json = try JSONSerialization.jsonObject(with: Data(try bytes(.xapi)))
        let statements = try #require(json as? [[String: Any]])
        // One for each exercise and one for the case; who handed in nothing has none.
        #expect(statements.count == 3)
        for statement in statements {
            let actor = try #require(statement["actor"] as? [String: Any])
            let account = try #require(actor["account"] as? [String: String])
            #expect(account["name"] == "=linde")
            #expect(account["homePage"].flatMap { URL(string: $0) }?.scheme == "https")
            let verb = try #require(statement["verb"] as? [String: Any])
            #expect((verb["id"] as? String)?.hasPrefix("http://adlnet.gov/expapi/verbs/") == true)
            let object = try #require(statement["object"] as? [String: Any])
            #expect((object["id"] as? String).flatMap { URL(string: $0) } != nil)
            let score = try #require((statement["result"] as? [String: Any])?["score"] as? [String: Double])
            let (raw, most) = (try #require(score["raw"]), try #require(score["max"]))
            #expect(raw >= 0 && raw <= most)
            #expect(abs(try #require(score["scaled"]) - raw / most) < 0.0001)
            #expect(statement["timestamp"] as? String == "2024-06-01T10:00:00+02:00")
        }
    }

    /// What XML holds, element by element: names with their attributes.
    private final class Elements: NSObject, XMLParserDelegate {
        var names: [String] = []
        var attributes: [(name: String, values: [String: String])] = []
        var text: [String] = []
        private var current = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes values: [String: String]
        ) {
            names.append(name)
            attributes.append((name, values))
            current = ""
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { current += string }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            text.append(current)
            current = ""
        }

        func values(_ name: String, _ attribute: String) -> [String] {
            attributes.filter { $0.name == name }.compactMap { $0.values[attribute] }
        }
    }

    private func elements(_ bytes: [UInt8]) throws -> Elements {
        let parser = XMLParser(data: Data(bytes))
        let elements = Elements()
        parser.delegate = elements
        #expect(parser.parse(), "well-formed: \(parser.parserError.map { "\($0)" } ?? "")")
        return elements
    }

    @Test(arguments: Language.allCases)
    func `L18: Moodle XML has the question types that Moodle knows, and grades of its list`(language: Language) throws {
        let found = try elements(MoodleExport(try prepared(), language: language).bytes)
        #expect(found.names.first == "quiz")
        #expect(found.values("question", "type") == ["category", "description", "essay", "multichoice"])
        let fractions = found.values("answer", "fraction")
        #expect(fractions.count == 6)
        for fraction in fractions {
            #expect(fraction == "0" || MoodleExport.grades.contains(fraction.replacingOccurrences(of: "-", with: "")))
        }
        let right = fractions.compactMap { Double($0) }.filter { $0 > 0 }.reduce(0, +)
        #expect(right > 99.9, "what is right makes a hundred")
    }

    @Test(arguments: 1...30)
    func `L18: grades of right choices make a hundred, however many there are`(count: Int) {
        let shares = MoodleExport.shares(of: count)
        #expect(shares.count == count)
        #expect(shares.allSatisfy { $0 == "0" || MoodleExport.grades.contains($0) })
        let sum = shares.compactMap(Double.init).reduce(0, +)
        #expect(abs(sum - 100) < 0.001, "\(shares)")
        // Only of more than twenty some earn nothing.
        #expect(shares.contains("0") == (count > 20))
    }

    @Test func `L18: a QTI package names all its files, and each answer is among the choices`() throws {
        let export = QTIExport(try prepared(), language: .nl)
        let files = export.files
        let manifest = try elements(files[0].bytes)
        #expect(
            files.map(\.name) == ["imsmanifest.xml", "test.xml", "items/item-essay.xml", "items/item-problems.xml"])
        #expect(manifest.values("file", "href") == files.dropFirst().map(\.name))
        #expect(
            Set(manifest.values("dependency", "identifierref")).isSubset(of: manifest.values("resource", "identifier")))
        let test = try elements(files[1].bytes)
        #expect(test.values("qti-assessment-item-ref", "href") == files.dropFirst(2).map(\.name))
        let item = try elements(files[3].bytes)
        let choices = item.values("qti-simple-choice", "identifier")
        #expect(choices.count == 6)
        #expect(item.values("qti-map-entry", "map-key") == choices)
        #expect(
            item.values("qti-choice-interaction", "response-identifier")
                == item.values("qti-response-declaration", "identifier"))
        #expect(item.values("qti-mapping", "upper-bound") == ["70"])
        let essay = try elements(files[2].bytes)
        #expect(essay.names.contains("qti-extended-text-interaction"))
        #expect(export.bytes.prefix(2) == [0x50, 0x4B])
    }
}
