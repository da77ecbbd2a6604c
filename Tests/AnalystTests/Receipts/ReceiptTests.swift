import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// A receipt is written and read without loss, fits the schema that the project publishes, and is refused where it is not sound.
@Suite struct ReceiptTests {
    static let receipt = Receipt(
        program: "0.1.0", date: VillageRules.date,
        options: AnalysisOptions(
            language: .nl, format: "html", details: true, laterFigures: false, allowErrors: false),
        rules: Receipt.Rules(
            folder: "rules", files: [FileDigest(file: "a.yaml", of: [1]), FileDigest(file: "b/“c”.yaml", of: [2])]),
        sheets: [
            Receipt.Sheet(
                id: "dorp", digest: FileDigest(file: "sheets/dorp.yaml", of: [3]),
                findings: StatedFindings(
                    found: [FindingID(template: "problem", key: ["armoede"])],
                    open: [FindingID(template: "link", key: ["armoede", "onrust"])]))
        ],
        report: FileDigest.sha256(of: [4]))

    private func read(_ text: String) throws(BadInput) -> Receipt {
        try Receipt.read(SourceFile(name: "receipt.json", text: text))
    }

    /// The codes of what is wrong with a text.
    private func faults(in text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch {
            return error.diagnostics.map(\.code)
        }
    }

    @Test func `what is written is read again`() throws {
        #expect(try read(Self.receipt.json) == Self.receipt)
    }

    @Test func `a receipt fits the schema`() throws {
        let schema = try JSONSchema(
            Data(contentsOf: Project.root.appending(path: "docs/schema/receipt.schema.json")))
        #expect(try schema.errors(in: Data(Self.receipt.json.utf8)) == [])
        let wrong = Self.receipt.json.replacing("\"details\": true", with: "\"details\": \"yes\"")
        #expect(try schema.errors(in: Data(wrong.utf8)).count == 1)
    }

    @Test(arguments: [
        ("\"version\": 1", "\"version\": 2", "receipt/version"),
        ("analyst/receipt", "analyst/analysis", "receipt/other-kind"),
        ("2024-06-01", "2024-06-31", "receipt/date"),
        ("\"html\"", "\"doc\"", "yaml/unknown-value"),
        ("\"laterFigures\": false", "\"laterFigure\": false", "yaml/missing-key"),
        ("problem:armoede", "armoede", "receipt/finding"),
        (FileDigest.sha256(of: [1]), FileDigest.sha256(of: [9]), "receipt/sum"),
        (FileDigest.sha256(of: [4]), "abc", "receipt/hash"),
    ])
    func `a receipt that is not sound is refused by its fault`(sound: String, wrong: String, code: String) {
        #expect(Self.receipt.json.contains(sound))
        #expect(faults(in: Self.receipt.json.replacing(sound, with: wrong)).contains(code))
    }

    @Test(arguments: ["[]", "sheet: x\n", "{}", "no: receipt\n"])
    func `what is no receipt is told so`(text: String) {
        #expect(faults(in: text) == ["receipt/other-kind"])
    }

    @Test func `a receipt that is cut anywhere is refused, and nothing stops the program`() {
        let text = Array(Self.receipt.json.utf8)
        // The line break at the end is no part of what it says.
        for length in 0..<(text.count - 2) {
            #expect(!faults(in: String(decoding: text[..<length], as: UTF8.self)).isEmpty, "\(length)")
        }
    }

    @Test func `a fault is told with its line`() throws {
        let text = Self.receipt.json.replacing("\"version\": 1", with: "\"version\": 2")
        let fault = try #require(throws: BadInput.self) { try read(text) }
        #expect(fault.diagnostics.first?.span?.start.line == 3)
    }
}
