import Foundation
import RuleEngine

@testable import Analyst

/// A small rule base for tests of the choice of challenges and package: six problems, each by a figure (severity 1 to 4 by
/// its size) or by what people say (severity 2); a challenge for each; two interventions for most.
enum TownRules {
    static let date: FEELDate = {
        guard let date = FEELDate("2024-06-01") else { preconditionFailure("the day is written as a date") }
        return date
    }()

    static let problems = ["armoede", "onrust", "verval", "stilte", "ziekte", "school"]

    /// By intervention: domain, kind, horizon, evidence, what it works on, and further attributes.
    private static let interventions = [
        "baan: werk economic mid strong armoede",
        "hulp: werk social short weak armoede",
        "toezicht: veiligheid safety short weak onrust",
        "bemiddeling: veiligheid social short moderate onrust stilte",
        "onderhoud: wonen physical mid weak verval",
        "sloop: wonen physical long mixed verval",
        "zorgpad: gezondheid social mid moderate ziekte",
        "leesclub: onderwijs social short weak school",
    ]

    /// - Parameters:
    ///   - parameters: lines that take the place of the weight with the same name.
    ///   - extra: by intervention, further attributes.
    ///   - more: further files.
    static func rules(
        _ parameters: [String: Int] = [:], extra: [String: String] = [:], more: [SourceFile] = []
    ) -> CompiledRules {
        CompiledRules(RuleBaseReader.read(files(parameters, extra) + more).ruleBase)
    }

    static func diagnostics(more: [SourceFile] = []) -> [Diagnostic] {
        RuleBaseReader.read(files([:], [:]) + more).diagnostics
    }

    private static let weights: [String: Int] = [
        "maximum_kernopgaven": 3, "punten_afstand": 10, "punten_rangorde": 20, "punten_rangorde_stap": 5,
        "punten_graad": 4, "punten_stem_bewoners": 15, "punten_stem_ondernemers": 8, "maximum_interventies": 4,
        "maximum_per_domein": 2, "punten_ernst": 10, "punten_kernopgave": 10, "punten_domein": 12, "punten_soort": 8,
        "punten_kenmerk": 6, "punten_versterking": 5, "punten_aandacht": 14, "punten_belemmering": 10,
        "deel_bij_lopende_inzet": 50, "punten_variant": 12, "punten_onderbouwing_strong": 8,
        "punten_onderbouwing_moderate": 6, "punten_onderbouwing_mixed": 3, "punten_onderbouwing_weak": 1,
        "minste_aantal_antwoorden": 5, "aandeel_eens": 60,
    ]

    private static func files(_ changed: [String: Int], _ extra: [String: String]) -> [SourceFile] {
        let weights = weights.merging(changed) { $1 }.sorted { $0.key < $1.key }
            .map {
                "  \($0.key): { title: { nl: x, en: x }, values: { 2015-01-01: \($0.value) }, judgement: { nl: x, en: x } }"
            }
        return [
            file("perspectives", vocabulary("perspectives", ["bewoners", "ondernemers", "registratie"])),
            file("domains", vocabulary("domains", ["werk", "veiligheid", "wonen", "gezondheid", "onderwijs"])),
            file("problems", vocabulary("problems", problems)),
            file(
                "challenges",
                vocabulary("challenges", problems.map { "opgave-\($0)" })),
            file("indicators", indicators), file("observations", observations),
            file("interventions", interventionVocabulary(extra)),
            file("steps", steps), file("classes", classes), file("variants", variants), file("record", record),
            file("templates", templates),
            file(
                "source",
                "source: almanac\ntitle: Almanac\nread: { nl: alles, en: everything }\nfindings:\n"
                    + "  - { id: A-1, statement: { nl: Zo is het., en: So it is. }, certainty: read }"),
            file(
                "weights",
                "ruleset: weights\ntitle: { nl: Gewichten, en: Weights }\nparameters:\n"
                    + weights.joined(separator: "\n")),
            file("rules", ruleText),
        ]
    }

    static func vocabulary(_ name: String, _ codes: [String]) -> String {
        "vocabulary: \(name)\ntitle: { nl: \(name), en: \(name) }\ncodes:\n"
            + codes.map { "  - { code: \($0), title: { nl: \($0), en: \($0) } }" }.joined(separator: "\n")
    }

    private static var indicators: String {
        "vocabulary: indicators\ntitle: { nl: Cijfers, en: Figures }\n"
            + "attributes: { type: { string: true }, unit: { string: true }, direction: { string: true } }\ncodes:\n"
            + problems.map {
                "  - { code: cijfer_\($0), title: { nl: \($0), en: \($0) }, type: number, unit: '%', direction: lower }"
            }.joined(separator: "\n")
    }

    private static var observations: String {
        "vocabulary: observations\ntitle: { nl: Vragen, en: Questions }\n"
            + "attributes: { type: { string: true }, perspectives: { list: perspectives } }\ncodes:\n"
            + problems.map {
                "  - { code: ziet_\($0), title: { nl: \($0), en: \($0) }, type: boolean, perspectives: [bewoners, ondernemers] }"
            }.joined(separator: "\n")
    }

    private static func interventionVocabulary(_ extra: [String: String]) -> String {
        "vocabulary: interventions\ntitle: { nl: Wat kan, en: What can be done }\nattributes:\n"
            + "  domain: { vocabulary: domains }\n  kind: { string: true }\n  horizon: { string: true }\n"
            + "  evidence: { string: true }\n  works_on: { list: problems }\n"
            + "  reinforces: { list: interventions, optional: true }\n"
            + "  clashes_with: { list: interventions, optional: true }\ncodes:\n"
            + interventions.map { line in
                let words = line.split(separator: " ").map(String.init)
                let code = words[0].dropLast()
                let more = extra[String(code)].map { ", \($0)" } ?? ""
                return
                    "  - { code: \(code), title: { nl: \(code), en: \(code) }, domain: \(words[1]), kind: \(words[2]), "
                    + "horizon: \(words[3]), evidence: \(words[4]), works_on: [\(words[5...].joined(separator: ", "))]\(more) }"
            }.joined(separator: "\n")
    }

    private static var steps: String {
        "vocabulary: first-steps\ntitle: { nl: Eerste stappen, en: First steps }\n"
            + "attributes: { cost_class: { string: true }, load: { number: true } }\ncodes:\n"
            + interventions.map { line in
                let code = line.prefix { $0 != ":" }
                let dear = ["baan", "sloop"].contains(code)
                return "  - { code: \(code), title: { nl: Vraag rond., en: Ask around. }, "
                    + "cost_class: \(dear ? "high" : "low"), load: \(dear ? 3 : 1) }"
            }.joined(separator: "\n")
    }

    private static let classes = """
        vocabulary: cost-classes
        title: { nl: Klassen, en: Classes }
        attributes: { low: { number: true }, high: { number: true } }
        codes:
          - { code: low, title: { nl: klein, en: small }, low: 0, high: 100 }
          - { code: high, title: { nl: groot, en: large }, low: 100, high: 1000 }
        """

    private static let variants = """
        vocabulary: package-variants
        title: { nl: Varianten, en: Variants }
        attributes: { kinds: { string: true } }
        codes:
          - { code: mensen, title: { nl: Mensen, en: People }, kinds: social }
          - { code: plek, title: { nl: Plek, en: Place }, kinds: physical }
        """

    private static let record = """
        record: area
        title: { nl: Gebied, en: Area }
        names: { vocabulary: indicators }
        contexts:
          bewoners: { title: { nl: bewoners, en: residents }, vocabulary: observations }
          ondernemers: { title: { nl: ondernemers, en: entrepreneurs }, vocabulary: observations }
          nederland: { title: { nl: Nederland, en: the Netherlands }, vocabulary: indicators }
        """

    private static let templates = """
        templates:
          - template: problem
            title: { nl: Probleem, en: Problem }
            key: { code: { vocabulary: problems } }
            fields: { severity: { type: number, values: [1, 2, 3, 4], combine: max } }
          - template: challenge
            title: { nl: Opgave, en: Challenge }
            key: { code: { vocabulary: challenges } }
            fields:
              weight: { type: number, range: '[0..100]', combine: max }
              problems: { list: problems, combine: union }
          - template: intervention
            title: { nl: Interventie, en: Intervention }
            key: { code: { vocabulary: interventions } }
            fields: { works_on: { list: problems, combine: union } }
          - template: works_on
            title: { nl: Werkt aan, en: Works on }
            relation: { vocabulary: interventions, attribute: works_on }
            key: { intervention: { vocabulary: interventions }, problem: { vocabulary: problems } }
          - template: voice
            title: { nl: Stem, en: Voice }
            input: true
            key: { perspective: { vocabulary: perspectives } }
          - template: effort
            title: { nl: Inzet, en: Effort }
            input: true
            key: { code: { type: string } }
            fields:
              intervention: { vocabulary: interventions }
              status: { type: string, values: [running, ended] }
        """

    private static var ruleText: String {
        func rule(_ name: String, _ when: String, _ then: String) -> String {
            """
              - rule: \(name)
                title: { nl: x, en: x }
                source: { ref: almanac, finding: A-1 }
                strength: judgement
                when: [\(when)]
                then: [\(then)]
            """
        }
        let each = problems.flatMap { problem in
            [
                rule(
                    "\(problem)-cijfer", "'cijfer_\(problem) > 10'",
                    "{ problem: { code: \(problem), severity: 'if cijfer_\(problem) > 40 then 4 else if cijfer_\(problem) > 30 "
                        + "then 3 else if cijfer_\(problem) > 20 then 2 else 1' } }"),
                rule(
                    "\(problem)-bewoners", "'bewoners.ziet_\(problem) = true'",
                    "{ problem: { code: \(problem), severity: 2 } }"),
                rule(
                    "\(problem)-ondernemers", "'ondernemers.ziet_\(problem) = true'",
                    "{ problem: { code: \(problem), severity: 2 } }"),
                rule(
                    "opgave-\(problem)-volgt", "{ problem: p, code: \(problem), where: 'p.severity >= 2' }",
                    "{ challenge: { code: opgave-\(problem), weight: '17 * p.severity', problems: '[p.code]' } }"),
            ]
        }
        let fits = rule(
            "past", "{ problem: p }, { works_on: w, problem: '= p.code' }",
            "{ intervention: { code: '= w.intervention', works_on: '[p.code]' } }")
        return "ruleset: town\ntitle: { nl: Stad, en: Town }\nrules:\n" + (each + [fits]).joined(separator: "\n")
    }

    static func file(_ name: String, _ text: String) -> SourceFile {
        SourceFile(name: "\(name).yaml", text: text + "\n")
    }

    /// A sheet with figures (by problem; those that are not named are 0) and lines of the sheet below.
    static func area(
        _ figures: [String: Int] = [:], under rules: CompiledRules = rules(), lines: [String] = []
    ) throws -> AreaSession {
        let values = problems.map {
            "  cijfer_\($0): { value: \(figures[$0] ?? 0), unit: '%', year: 2023, kind: count, nederland: 10 }"
        }
        let text =
            ([
                "sheet: stad", "title: { nl: De stad, en: The town }",
                "area: { municipality: { code: GM0001, name: Stad } }",
            ]
            + ["figures:"] + values + (lines.isEmpty ? ["voices: { complete: true, known: [] }"] : lines))
            .joined(separator: "\n") + "\n"
        let sheet = try FactSheet.read(SourceFile(name: "stad.yaml", text: text)).checked(against: rules.ruleBase)
        return AreaSession(sheet, under: rules, on: date)
    }
}
