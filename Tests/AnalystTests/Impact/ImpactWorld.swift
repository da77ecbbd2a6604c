import RuleEngine
import Testing

@testable import Analyst

/// The town of `TownRules` with costs and benefits of which the numbers can be reckoned by hand: at 25 % a euro of the next
/// year is worth 0.8.
enum ImpactWorld {
    static let files = [
        TownRules.file("parties", TownRules.vocabulary("impact-parties", ["gemeente", "rijk", "bewoners", "elders"])),
        TownRules.file("units", TownRules.vocabulary("impact-units", ["plaats", "blok"])),
        TownRules.file("qualities", TownRules.vocabulary("impact-qualities", ["good", "weak"])),
        TownRules.file(
            "scope",
            "vocabulary: impact-scope\ntitle: { nl: x, en: x }\nattributes: { unit: { vocabulary: impact-units }, "
                + "figure: { vocabulary: indicators, optional: true }, share: { string: true, optional: true }, "
                + "count: { number: true, optional: true } }\ncodes:\n"
                + "  - { code: baan, title: { nl: x, en: x }, unit: plaats }\n"
                + "  - { code: hulp, title: { nl: x, en: x }, unit: plaats, figure: cijfer_armoede, share: deel }\n"
                + "  - { code: sloop, title: { nl: x, en: x }, unit: blok, count: 10 }"),
        TownRules.file(
            "ranges",
            "vocabulary: effect-ranges\ntitle: { nl: x, en: x }\n"
                + "attributes: { low: { number: true }, central: { number: true }, high: { number: true } }\ncodes:\n"
                + "  - { code: strong, title: { nl: x, en: x }, low: 0.5, central: 1, high: 2 }"),
        TownRules.file("items", items),
        TownRules.file(
            "reckoning",
            "ruleset: reckoning\ntitle: { nl: x, en: x }\nparameters:\n"
                + parameter("disconto", "{ 2015-01-01: 100, 2020-01-01: 25 }")
                + parameter("prijsindex", "{ 2020-01-01: 100, 2023-01-01: 120, 2024-01-01: 500 }")
                + parameter("horizon_jaren", "{ 2015-01-01: 6 }")
                + parameter("aantal_trekkingen", "{ 2015-01-01: 2000 }")
                + parameter("startgetal", "{ 2015-01-01: 7 }") + parameter("deel", "{ 2015-01-01: 40 }")),
    ]

    private static func parameter(_ name: String, _ values: String) -> String {
        "  \(name): { title: { nl: x, en: x }, values: \(values), judgement: { nl: x, en: x } }\n"
    }

    private static let items = """
        vocabulary: impact-items
        title: { nl: x, en: x }
        attributes:
          intervention: { vocabulary: interventions }
          kind: { string: true }
          bearer: { vocabulary: impact-parties, optional: true }
          gainer: { vocabulary: impact-parties, optional: true }
          low: { number: true, optional: true }
          central: { number: true, optional: true }
          high: { number: true, optional: true }
          price_year: { number: true, optional: true }
          effect_central: { number: true, optional: true }
          first_year: { number: true, optional: true }
          last_year: { number: true, optional: true }
          fading: { number: true, optional: true }
          good: { boolean: true, optional: true }
        codes:
          - { code: baan-kosten, title: { nl: Loon, en: Wage }, intervention: baan, kind: cost, bearer: gemeente, central: 1000, price_year: 2020 }
          - { code: baan-baat, title: { nl: Werk, en: Work }, intervention: baan, kind: benefit, gainer: rijk, central: 500, price_year: 2020, first_year: 2, last_year: 3, fading: 50 }
          - { code: baan-uitkering, title: { nl: Uitkering, en: Benefit }, intervention: baan, kind: transfer, bearer: bewoners, gainer: gemeente, central: 100 }
          - { code: sloop-kosten, title: { nl: Sloop, en: Demolition }, intervention: sloop, kind: cost, bearer: gemeente, low: 100, central: 200, high: 300, first_year: 5, last_year: 9 }
          - { code: sloop-baat, title: { nl: Rust, en: Calm }, intervention: sloop, kind: memo, good: true, central: 1000 }
          - { code: hulp-baat, title: { nl: Hulp, en: Help }, intervention: hulp, kind: benefit, gainer: rijk, central: 50 }
        """

    static let rules = TownRules.rules(more: files)

    static func required(_ reach: String? = nil) throws -> ImpactAnalysis {
        try #require(try analysis(reach))
    }

    static func analysis(_ reach: String? = nil, capacity: Int? = nil) throws -> ImpactAnalysis? {
        let means = [reach.map { "reach: { \($0) }" }, capacity.map { "capacity: \($0)" }].compactMap { $0 }
        let lines =
            ["voices: { complete: true, known: [] }"]
            + (means.isEmpty ? [] : ["means: { \(means.joined(separator: ", ")) }"])
        let area = try TownRules.area(["armoede": 25, "verval": 25], under: rules, lines: lines)
        return ImpactAnalysis(area, AreaChoices(area))
    }
}
