import Foundation
import RuleEngine

@testable import Analyst

/// A small rule base for tests of the questionnaire and of exercises: four inputs, a benchmark, six problems.
///
/// `bijstand` decides one problem by itself, `overlast` by residents three, the other voices one each.
enum VillageRules {
    static let ruleBase = reading.ruleBase
    static let rules = CompiledRules(ruleBase)
    static let reading = RuleBaseReader.read(files)

    static let date: FEELDate = {
        guard let date = FEELDate("2024-06-01") else { preconditionFailure("the day is written as a date") }
        return date
    }()

    static let files = [
        file(
            "perspectives",
            """
            vocabulary: perspectives
            title: { nl: Perspectieven, en: Perspectives }
            codes:
              - { code: bewoners, title: { nl: Bewoners, en: Residents } }
              - { code: ondernemers, title: { nl: Ondernemers, en: Entrepreneurs } }
              - { code: registratie, title: { nl: Registratie, en: Registration } }
            """),
        file(
            "domains",
            """
            vocabulary: domains
            title: { nl: Terreinen, en: Domains }
            codes:
              - { code: veiligheid, title: { nl: Veiligheid, en: Safety } }
              - { code: werk, title: { nl: Werk, en: Work } }
            """),
        file(
            "indicators",
            """
            vocabulary: indicators
            title: { nl: Cijfers, en: Figures }
            attributes:
              type: { string: true }
              range: { string: true, optional: true }
              unit: { string: true }
              definition: { text: true }
              holder: { text: true }
              domain: { vocabulary: domains }
            codes:
              - code: bijstand
                title: { nl: Bijstand, en: Social assistance }
                type: number
                range: '[0..100]'
                unit: '%'
                definition: { nl: Aandeel met bijstand., en: Share with assistance. }
                holder: { nl: CBS, en: CBS }
                domain: werk
            """),
        file(
            "observations",
            """
            vocabulary: observations
            title: { nl: Waarnemingen, en: Observations }
            attributes:
              type: { string: true }
              question: { text: true }
              why: { text: true }
              perspectives: { list: perspectives }
              domain: { vocabulary: domains }
            codes:
              - code: overlast
                title: { nl: Overlast, en: Nuisance }
                type: boolean
                question: { nl: Is er overlast?, en: Is there nuisance? }
                why: { nl: Cijfers missen veel., en: Figures miss much. }
                perspectives: [bewoners, ondernemers]
                domain: veiligheid
              - code: leegstand
                title: { nl: Leegstand, en: Vacancy }
                type: boolean
                question: { nl: Staan er winkels leeg?, en: Are shops vacant? }
                why: { nl: Leegte trekt overlast aan., en: Vacancy draws nuisance. }
                perspectives: [ondernemers]
                domain: werk
            """),
        file(
            "problems",
            """
            vocabulary: problems
            title: { nl: Problemen, en: Problems }
            codes:
              - { code: armoede, title: { nl: Armoede, en: Poverty } }
              - { code: onrust, title: { nl: Onrust, en: Unrest } }
              - { code: angst, title: { nl: Angst, en: Fear } }
              - { code: mijding, title: { nl: Mijding, en: Avoidance } }
              - { code: verval, title: { nl: Verval, en: Decay } }
              - { code: stilte, title: { nl: Stilte, en: Silence } }
            """),
        file(
            "record",
            """
            record: area
            title: { nl: Gebied, en: Area }
            names: { vocabulary: indicators }
            contexts:
              bewoners: { title: { nl: bewoners, en: residents }, vocabulary: observations }
              ondernemers: { title: { nl: ondernemers, en: entrepreneurs }, vocabulary: observations }
              nederland: { title: { nl: Nederland, en: the Netherlands }, vocabulary: indicators }
            """),
        file(
            "templates",
            """
            templates:
              - template: problem
                title: { nl: Probleem, en: Problem }
                key: { code: { vocabulary: problems } }
              - template: voice
                title: { nl: Stem, en: Voice }
                input: true
                key: { perspective: { vocabulary: perspectives } }
              - template: effort
                title: { nl: Inzet, en: Effort }
                input: true
                key: { code: { type: string } }
            """),
        file(
            "source",
            """
            source: almanac
            title: Almanac
            read: { nl: alles, en: everything }
            findings:
              - { id: A-1, statement: { nl: Zo is het., en: So it is. }, certainty: read }
            """),
        file(
            "rules",
            """
            ruleset: village
            title: { nl: Dorp, en: Village }
            rules:
            \(rule("armoede", "bijstand > 10"))
            \(rule("onrust", "bewoners.overlast = true"))
            \(rule("angst", "bewoners.overlast = true and bijstand < 200"))
            \(rule("mijding", "bewoners.overlast = true and ondernemers.overlast = true"))
            \(rule("verval", "ondernemers.leegstand = true"))
            \(rule("stilte", "bijstand > nederland.bijstand"))
            """),
    ]

    private static func rule(_ problem: String, _ condition: String) -> String {
        """
          - rule: \(problem)-volgt
            title: { nl: \(problem) volgt, en: \(problem) follows }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when: ['\(condition)']
            then:
              - problem: { code: \(problem) }
                because: { nl: 'Er is \(problem).', en: 'There is \(problem).' }
        """
    }

    private static func file(_ name: String, _ text: String) -> SourceFile {
        SourceFile(name: "\(name).yaml", text: text + "\n")
    }

    /// A sheet with the given lines of `answers:`, and a figure for `bijstand` where one is given.
    static func sheetText(bijstand: String? = nil, answers: [String] = []) -> String {
        let figure = bijstand.map { "{ value: \($0), unit: '%', year: 2023 }" } ?? "{ unknown: not-published }"
        let list =
            answers.isEmpty ? "answers: []" : (["answers:"] + answers.map { "  - \($0)" }).joined(separator: "\n")
        return """
            # Kept as it is.
            sheet: dorp
            title: { nl: Het dorp, en: The village }
            area:
              municipality: { code: GM0001, name: Dorp }
            figures:
              bijstand: \(figure)
            efforts: { complete: true, known: [] }
            voices: { complete: true, known: [] }
            \(list)

            """
    }

    static func sheet(bijstand: String? = nil, answers: [String] = []) throws -> FactSheet {
        try FactSheet.read(SourceFile(name: "dorp.yaml", text: sheetText(bijstand: bijstand, answers: answers)))
    }

    static func area(bijstand: String? = nil, answers: [String] = []) throws -> AreaSession {
        AreaSession(try sheet(bijstand: bijstand, answers: answers), under: rules, on: date)
    }

    static func session(bijstand: String? = nil, answers: [String] = []) throws -> Session {
        try area(bijstand: bijstand, answers: answers).session
    }
}
