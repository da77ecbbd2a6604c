import Analyst
import Foundation
import RuleEngine
import Testing

/// Each kind of message has a page, with a wrong and a right example that are tried here.
@Suite struct CodePageTests {
    /// The files from which texts of examples are read.
    private static let base = Result { try Streets.files() }

    private static func diagnostics(_ page: CodePage, _ text: String) throws -> [Diagnostic] {
        if case .condition = page.example { return try Streets.diagnostics(when: text) }
        return try Streets.diagnostics(with: text)
    }

    @Test(arguments: CodePage.all.map(\.code))
    func `the wrong example gives the message, and the right one no error`(code: String) throws {
        let page = try #require(CodePage.named(code))
        let (wrong, right): (String, String)
        switch page.example {
        case .condition(let first, let second), .file(let first, let second): (wrong, right) = (first, second)
        case .none: return
        }
        let found = try Self.diagnostics(page, wrong)
        #expect(found.map(\.code).contains(code), "\(found.map { "\($0.code) \($0.message.en)" })\n\(wrong)")
        let left = try Self.diagnostics(page, right)
        let told = left.filter { $0.code == code || $0.severity == .error }
        #expect(told.map { "\($0.code) \($0.message.en)" } == [], "\(right)")
    }

    @Test func `every page is in two languages, and no code has two`() {
        let codes = CodePage.all.map(\.code)
        #expect(Set(codes).count == codes.count, "\(codes.filter { code in codes.count { $0 == code } > 1 })")
        for page in CodePage.all {
            #expect(page.meaning.nl.count > 10 && page.meaning.en.count > 10, "\(page.code)")
            #expect(page.meaning.nl != page.meaning.en, "\(page.code)")
        }
        #expect(CodePage.all.count { if case .none = $0.example { false } else { true } } >= 120)
    }

    @Test func `every code that the program can give has a page, and every page is of such a code`() throws {
        let emitted = try Self.emittedCodes()
        #expect(emitted.count > 250)
        let pages = Set(CodePage.all.map(\.code))
        #expect(emitted.subtracting(pages).sorted() == [], "codes without a page")
        #expect(pages.subtracting(emitted).sorted() == [], "pages without a code")
    }

    @Test func `a page is text in both languages, and a code that is nearly one is named`() throws {
        let page = try #require(CodePage.named("feel/chained-comparison"))
        #expect(page.text(in: .en).hasPrefix("feel/chained-comparison\n======================="))
        #expect(page.text(in: .en).contains("Wrong:\n\n    - 5 < width < 10\n\nRight:\n\n"))
        #expect(page.text(in: .nl).contains("Fout:"))
        #expect(CodePage.near("feel/chained-comparisn") == "feel/chained-comparison")
        #expect(CodePage.near("chained-comparison") == "feel/chained-comparison")
        #expect(CodePage.near("nonsense") == nil)
    }

    /// Codes as they are written in the sources: texts of the form `family/name` whose family some diagnostic has.
    private static func emittedCodes() throws -> Set<String> {
        let root = Project.root.appending(path: "Sources")
        var codes: Set<String> = []
        var families: Set<String> = ["feel", "case", "sheet"]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path.hasSuffix(".swift") {
            guard !path.contains("Checking/Pages/") else { continue }
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            for match in text.matches(of: /"([a-z]+)\/([a-z][a-z0-9-]+)"/) {
                codes.insert("\(match.1)/\(match.2)")
            }
            for match in text.matches(of: /code: "([a-z]+)\//) { families.insert(String(match.1)) }
            for match in text.matches(of: /failure\(\s*"([a-z]+)\//) { families.insert(String(match.1)) }
            // Names of mistakes in FEEL get their family where they are reported.
            if path.hasSuffix("FEELTypeFinding.swift") || path.hasSuffix("FEELSyntaxProblem.swift") {
                for match in text.matches(of: /case \.[^:\n]*: (?:holds \? )?"([a-z-]+)"(?: : "([a-z-]+)")?/) {
                    codes.insert("feel/\(match.1)")
                    if let second = match.2 { codes.insert("feel/\(second)") }
                }
            }
            if path.hasSuffix("FactSheet+Checking.swift") {
                for match in text.matches(of: /\.unknown\(\s*"([a-z-]+)"/) { codes.insert("sheet/unknown-\(match.1)") }
            }
            for match in text.matches(of: /\.unknownName\(\s*"([a-z]+)"/) { codes.insert("case/unknown-\(match.1)") }
        }
        return codes.filter { code in families.contains(String(code.prefix { $0 != "/" })) && !notCodes.contains(code) }
    }

    /// Texts of that form that are something else: kinds of media, pages.
    private static let notCodes: Set = ["text/plain", "text/xml", "image/x-emf"]
}
