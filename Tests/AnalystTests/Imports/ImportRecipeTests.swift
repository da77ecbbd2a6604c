import RuleEngine
import Testing

@testable import Analyst

/// What is wrong with a recipe is told with its place.
struct ImportRecipeTests {
    private let recipe = """
        import: proef
        ref: proef
        title: Proef {year}
        publisher: CBS
        licence: open
        kind: count
        defines_areas: true
        regions: { code: [Code] }
        columns:
          residents: { unit: aantal, names: [Inwoners] }
          young: { unit: aantal, of: residents, names: [Jong] }
        editions: [{ year: 2020, published: 2021-01-01, tried: true }]
        figures: [{ indicator: jongeren_0_15, share: young, of: residents }]

        """

    private func codes(_ old: String = "", _ new: String = "") throws -> [String] {
        let text = old.isEmpty ? recipe : recipe.replacing(old, with: new)
        return ImportRecipes([SourceFile(name: "r.yaml", text: text)], indicators: try recipes().indicators).diagnostics
            .map(\.code)
    }

    @Test func `a sound recipe has no faults, and neither have those of the project`() throws {
        #expect(try codes() == [])
        #expect(try recipes().diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("share: young, of: residents", "share: young, of: bewoners", "recipe/unknown-column"),
        ("share: young, of: residents", "mean: young, weight: bewoners", "recipe/unknown-column"),
        ("share: young", "share: yuong", "recipe/unknown-column"),
        ("of: residents, names", "of: bewoners, names", "recipe/unknown-column"),
        ("  residents: {", "  inwoners: {", "recipe/no-residents"),
        ("jongeren_0_15", "jongeren_0_16", "recipe/unknown-indicator"),
        ("published: 2021-01-01", "published: 2021-13-01", "recipe/date"),
        (", published: 2021-01-01", "", "recipe/publication"),
        ("share: young, of: residents", "share: young", "recipe/method"),
        ("{ code: [Code] }", "{ name: [Naam] }", "recipe/key"),
    ])
    func `a fault of a recipe is told`(old: String, new: String, expected: String) throws {
        #expect(try codes(old, new).contains(expected))
    }

    @Test(
        arguments: [
            ("rows: { address: 'https://example.org/{table}/Rows?$format=json', region: Code, page: 9 }", nil),
            ("rows: { address: 'http://example.org/{table}/Rows' }", "recipe/address"),
            ("rows: { address: 'https://' }", "recipe/address"),
            ("rows: { address: 'https://example.org' }", "recipe/address"),
            ("rows: { address: 'https://me@example.org/{table}' }", "recipe/address"),
            ("rows: { address: '/data/{table}' }", "recipe/address"),
            ("rows: { address: 'https://example.org/{table}', page: 0 }", "recipe/page"),
            ("names: { address: 'https://example.org/{table}' }", "yaml/missing-key"),
            ("rows: { region: Code }", "yaml/missing-key"),
        ] as [(String, String?)])
    func `an address is one of the web that nobody can listen in on`(download: String, expected: String?) throws {
        let found = try codes("kind: count", "kind: count\ndownload: { \(download) }")
        #expect(found == (expected.map { [$0] } ?? []))
    }
}
