import Analyst
import Foundation
import RuleEngine
import TestSupport
import Testing

/// `docs/rules.md` and its Dutch twin: every key of every form is described, and every example is run.
@Suite struct ReferenceTests {
    private static let pages: [(Language, String)] = [(.en, "docs/rules.md"), (.nl, "docs/regels.md")]
    private static var forms: [MappingForm] { MappingForm.all + MappingForm.ofCases }

    @Test(arguments: pages)
    func `the tables of keys are those of the reader`(language: Language, path: String) throws {
        let page = try Project.text(path)
        let written = try Self.withTables(page, in: language)
        #expect(try Golden.difference(written, from: Project.root.appending(path: path)) == nil)
        let named = page.matches(of: /<!-- keys: ([a-z -]+) -->/).flatMap {
            $0.1.split(separator: " ").map(String.init)
        }
        #expect(Set(named) == Set(Self.forms.map(\.id)), "each form is described")
        #expect(named.count == Set(named).count, "each form is described once")
    }

    @Test func `every key has a meaning in two languages, and an example of its kind of value`() {
        for form in Self.forms {
            for key in form.keys {
                let place = "\(form.id).\(key.name)"
                #expect(
                    !key.meaning.nl.isEmpty && !key.meaning.en.isEmpty && key.meaning.nl != key.meaning.en, "\(place)")
                let result = YAMLParser.parseSingle(SourceFile(name: place, text: "\(key.name): \(key.example)"))
                let value = result.root?[key.name]
                #expect(result.diagnostics.isEmpty && value != nil, "\(place): \(key.example)")
                if let value { #expect(Self.fits(value, key.value), "\(place): \(key.example)") }
            }
        }
    }

    @Test func `the words of conditions and actions are those of their forms`() {
        let words = MappingForm.condition.keys.map(\.name)
        #expect(
            Set(words)
                == Set(["absent", "exists", "every", "table"] + Rule.Aggregate.Function.allCases.map(\.rawValue)))
    }

    @Test(arguments: pages)
    func `the first rule base of the page is built and run as the page says`(language: Language, path: String) throws {
        let folder = try TemporaryFolder()
        let page = try Project.text(path)
        var count = 0
        for match in page.matches(of: /```(?:yaml|csv)\n# ([a-z]+[a-z.\/]*\.(?:yaml|csv))\n((?s:.*?))```/) {
            let place = folder.file(String(match.1))
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try String(match.2).write(to: place, atomically: true, encoding: .utf8)
            count += 1
        }
        #expect(count == 8)
        let commands = try #require(page.firstMatch(of: /```sh\n((?s:.*?))```/)).1.split(separator: "\n")
        #expect(commands.count == 3)
        var outputs: [String] = []
        for command in commands {
            let words = command.split(separator: " ").dropFirst().map { word in
                word.hasPrefix("bikes") ? folder.file(String(word)).path : String(word)
            }
            let outcome = try CommandLineTests.analyst(words)
            #expect(outcome.code == 0, "\(command): \(outcome.errors)\(outcome.output)")
            outputs.append(outcome.output)
        }
        #expect(
            outputs[0].contains(language.word("0 fouten, 0 waarschuwingen", "0 errors, 0 warnings")), "\(outputs[0])")
        #expect(outputs[1].contains("4"), "\(outputs[1])")
        #expect(outputs[2].contains("red") && outputs[2].contains("blue"), "\(outputs[2])")
    }

    @Test(arguments: pages)
    func `every example of the page is read without an error`(language: Language, path: String) throws {
        let blocks = try Project.text(path).matches(of: /```yaml\n(# [^\n]*\nwhen:\n(?s:.*?))```/).map { String($0.1) }
        #expect(blocks.count == 2)
        for block in blocks {
            let lines = block.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
            let conditions = lines.map { "    " + $0 }.joined(separator: "\n")
            let text = Streets.rule(when: "closed").replacing("      - closed\n", with: conditions + "\n")
            let found = try Streets.diagnostics(with: text)
            #expect(found.filter { $0.severity == .error }.map(\.message.en) == [], "\(text)")
        }
    }

    @Test func `the rule base of the examples is sound, and its cases pass`() throws {
        let check = try RuleCheck([], rules: Streets.folder, on: FEELDate("2026-11-01"))
        #expect(check.errors == 0 && check.followers == 0)
        #expect(check.causes.map(\.diagnostic.code).filter { $0 != "rule/unused-question" } == [])
        let outcome = try CommandLineTests.analyst(["rules", "test", Streets.folder.path, "--lang", "en"])
        #expect(outcome.code == 0, "\(outcome.output)")
    }

    // MARK: Tables

    private static func withTables(_ page: String, in language: Language) throws -> String {
        var result = ""
        var rest = page[...]
        while let match = rest.firstMatch(of: /<!-- keys: ([a-z -]+) -->\n/) {
            let end = try #require(rest[match.range.upperBound...].range(of: "<!-- end -->"))
            result += rest[..<match.range.upperBound]
            let ids = match.1.split(separator: " ").map(String.init)
            let tables = try ids.map { id in table(try #require(forms.first { $0.id == id }, "\(id)"), in: language) }
            result += "\n" + tables.joined(separator: "\n") + "\n"
            rest = rest[end.lowerBound...]
        }
        return result + rest
    }

    private static func table(_ form: MappingForm, in language: Language) -> String {
        let head = language.word(
            "| sleutel | wat u schrijft | zonder | betekenis | voorbeeld |",
            "| key | what you write | left out | meaning | example |")
        let rows = form.keys.map { key in
            let left =
                key.isRequired
                ? language.word("verplicht", "required") : key.fallback?[language] ?? language.word("geen", "none")
            return
                "| `\(key.name)` | \(words(key.value, language)) | \(left) | \(key.meaning[language]) | `\(key.example)` |"
                .replacing(" | ", with: " | ")
        }.map(escaped)
        let others = form.others.map { language.word("\nVerder: ", "\nBesides: ") + $0[language] + ".\n" } ?? ""
        let title = language.word("**\(form.what.nl)**", "**\(form.what.en)**")
        return ([title, "", head, "|---|---|---|---|---|"] + rows).joined(separator: "\n") + "\n" + others
    }

    /// Bars inside code would part columns.
    private static func escaped(_ row: String) -> String {
        var isCode = false
        return String(
            row.flatMap { character -> [Character] in
                if character == "`" { isCode.toggle() }
                return character == "|" && isCode ? ["\\", "|"] : [character]
            })
    }

    private static func words(_ value: MappingForm.Value, _ language: Language) -> String {
        func form(_ id: String) -> String { forms.first { $0.id == id }?.what[language] ?? id }
        switch value {
        case .text: return language.word("tekst", "text")
        case .name: return language.word("naam", "name")
        case .code: return "code"
        case .reference: return language.word("naam van elders", "name from elsewhere")
        case .number: return language.word("getal", "number")
        case .boolean: return "true, false"
        case .day: return language.word("dag", "day")
        case .range: return language.word("bereik", "range")
        case .sentence: return language.word("tekst in twee talen", "text in two languages")
        case .sentenceWithValues:
            return language.word("tekst in twee talen, met {FEEL}", "text in two languages, with {FEEL}")
        case .expression: return "FEEL"
        case .tests: return language.word("FEEL-toets", "FEEL test")
        case .choice(let words): return words.joined(separator: ", ")
        case .list(let element): return language.word("lijst: ", "list: ") + self.words(element, language)
        case .oneOrMore(let element):
            return self.words(element, language) + language.word(", of een lijst ervan", ", or a list of these")
        case .named(let element): return language.word("per naam: ", "by name: ") + self.words(element, language)
        case .form(let id): return form(id)
        case .either(let values):
            return values.map { self.words($0, language) }.joined(separator: language.word(" of ", " or "))
        case .declared: return language.word("zoals elders vastgelegd", "as declared elsewhere")
        }
    }

    // MARK: Values

    /// Whether a value is of the kind that a form asks for, as far as the form tells.
    private static func fits(_ node: YAMLNode, _ value: MappingForm.Value) -> Bool {
        switch value {
        case .text, .reference, .name, .code, .expression, .tests, .range: node.scalar != nil && !node.isEmpty
        case .number: node.scalar.map { FEELNumber($0.text) != nil } ?? false
        case .boolean: ["true", "false"].contains(node.scalar?.text)
        case .day: node.scalar.flatMap { FEELDate($0.text) } != nil
        case .sentence, .sentenceWithValues: node["nl"]?.scalar != nil && node["en"]?.scalar != nil
        case .choice(let words): node.scalar.map { words.contains($0.text) } ?? false
        case .list(let element): node.sequence?.allSatisfy { fits($0, element) } ?? false
        case .oneOrMore(let element): fits(node, element) || node.sequence?.allSatisfy { fits($0, element) } ?? false
        case .named(let element): node.mapping?.allSatisfy { fits($0.value, element) } ?? false
        case .form(let id): forms.first { $0.id == id }.map { fits(node, $0) } ?? false
        case .either(let values): values.contains { fits(node, $0) }
        case .declared: true
        }
    }

    private static func fits(_ node: YAMLNode, _ form: MappingForm) -> Bool {
        guard let entries = node.mapping else { return false }
        let names = Set(entries.map(\.name.value))
        guard form.keys.filter(\.isRequired).allSatisfy({ names.contains($0.name) }) else { return false }
        return entries.allSatisfy { entry in
            form[entry.name.value].map { fits(entry.value, $0.value) } ?? (form.others != nil)
        }
    }
}
