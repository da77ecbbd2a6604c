import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// What a package says of itself, with one mistake each.
@Suite struct PackageManifestTests {
    private static func diagnostics(_ text: String) -> [Diagnostic] {
        KnowledgeWorld.faults { _ = try PackageManifest.read(SourceFile(name: "knowledge.yaml", text: text)) }
    }

    @Test func `a whole manifest is read`() throws {
        let text = KnowledgeWorld.manifest("kamers", more: "open: [grens_kamers]")
        let manifest = try PackageManifest.read(SourceFile(name: "knowledge.yaml", text: text))
        #expect(manifest.id == "kamers")
        #expect(manifest.publisher == Publisher(name: "Gemeente Voorbeeld", code: "GM9999"))
        #expect(manifest.licence.value == "CC0-1.0")
        #expect(manifest.open.map(\.value) == ["grens_kamers"])
        #expect(manifest.buildsOn.map(\.value) == ["analyst"])
    }

    @Test(arguments: [
        ("licence: CC0-1.0", "", "yaml/missing-key", 1),
        ("licence: CC0-1.0", "licence: 'do what you like!'", "knowledge/licence", 4),
        ("knowledge: kamers", "knowledge: Kamers", "knowledge/name", 1),
        ("knowledge: kamers", "knowledge: analyst", "knowledge/name", 1),
        ("version: 1.0.0", "version: latest", "knowledge/version", 5),
        ("municipality: GM9999", "municipality: '9999'", "knowledge/publisher", 3),
        (", municipality: GM9999", "", "knowledge/publisher", 3),
        ("municipality: GM9999", "oin: '123'", "knowledge/publisher", 3),
        ("scope: { nl: Elk dorp., en: Any village. }", "", "yaml/missing-key", 1),
        ("builds-on: [analyst]", "signatures: optional", "yaml/unknown-key", 7),
        (
            "builds-on: [analyst]", "replaces: [{ rule: 'a-b:c', by: d }]", "yaml/missing-key", 7
        ),
        (
            "builds-on: [analyst]", "replaces: [{ rule: 'a-b:c', by: d, reason: { nl: ' ', en: b } }]",
            "yaml/missing-translation", 7
        ),
        (
            "builds-on: [analyst]", "replaces: [{ rule: c, by: d, reason: { nl: a, en: b } }]", "knowledge/name", 7
        ),
    ])
    func `a mistake is told at its place`(part: String, wrong: String, code: String, line: Int) throws {
        let text = KnowledgeWorld.manifest("kamers")
        #expect(text.contains(part))
        let found = Self.diagnostics(text.replacingOccurrences(of: part, with: wrong))
        #expect(found.map(\.code) == [code])
        #expect(found.first?.span?.start.line == line)
    }

    @Test(arguments: [
        "municipality: GM0363", "oin: '00000001234567890000'",
    ])
    func `a publisher is known by a municipality or an organisation number`(code: String) {
        let text = KnowledgeWorld.manifest("kamers").replacingOccurrences(of: "municipality: GM9999", with: code)
        #expect(Self.diagnostics(text).map(\.code) == [])
    }

    @Test(arguments: [
        ("kamers", true), ("kamers-2", true), ("a", false), ("2kamers", false), ("kamers-", false), ("Kamers", false),
        ("ka.mers", false),
    ])
    func `the name of a package is small letters, digits and hyphens`(name: String, isName: Bool) {
        #expect(PackageName.isPackage(name) == isName)
    }

    @Test func `the package of a file is told by its path alone`() {
        #expect(PackageName.ofPackage(inFile: "packages/kamers/rules/a.yaml") == "kamers")
        #expect(PackageName.ofPackage(inFile: "packages/kamers/a.yaml") == nil)
        #expect(PackageName.ofPackage(inFile: "rules/wonen/a.yaml") == nil)
        #expect(PackageName.ofOthers(inFile: "packages/analyst/rules/a.yaml") == nil)
    }
}
