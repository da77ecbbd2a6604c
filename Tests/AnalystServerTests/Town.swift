import Foundation
import RuleEngine

@testable import Analyst

/// A small world for tests of the pages: two figures, two observations, two groups, and a text that would like to be a script.
enum Town {
    static let reading = RuleBaseReader.read(files)
    static let rules = CompiledRules(reading.ruleBase)

    /// A word that shows, unescaped, that a page can be taken over.
    static let hostile = "<script>alert(1)</script> \"onfocus=x' &amp;"

    private static let files = [
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
              not_applicable: { boolean: true, optional: true }
            codes:
              - code: bijstand
                title: { nl: Bijstand, en: Social assistance }
                type: number
                range: '[0..100]'
                unit: '%'
                definition: { nl: Aandeel met bijstand., en: Share with assistance. }
                holder: { nl: CBS, en: CBS }
                domain: werk
              - code: banen
                title: { nl: Banen, en: Jobs }
                type: number
                range: '[0..100000]'
                unit: 'aantal'
                definition: { nl: Aantal banen., en: Number of jobs. }
                holder: { nl: LISA, en: LISA }
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
                perspectives: [bewoners, ondernemers]
                domain: werk
            """),
        file(
            "problems",
            """
            vocabulary: problems
            title: { nl: Problemen, en: Problems }
            codes:
              - { code: armoede, title: { nl: Armoede, en: Poverty } }
              - { code: krimp, title: { nl: Krimp, en: Decline } }
              - { code: onrust, title: { nl: Onrust, en: Unrest } }
              - { code: mijding, title: { nl: Mijding, en: Avoidance } }
              - { code: verval, title: { nl: Verval, en: Decay } }
            """),
        file(
            "money-units",
            """
            vocabulary: money-units
            title: { nl: Eenheden, en: Units }
            codes:
              - { code: euro-per-jaar, title: { nl: euro per jaar, en: euros a year } }
            """),
        file(
            "report-versions",
            """
            vocabulary: report-versions
            title: { nl: Uitgaven, en: Versions }
            attributes:
              plain: { boolean: true, optional: true }
            codes:
              - { code: residents, title: { nl: Voor bewoners, en: For residents }, plain: true }
              - { code: full, title: { nl: Alles, en: All } }
            """),
        file(
            "report-parts",
            """
            vocabulary: report-parts
            title: { nl: Onderdelen, en: Parts }
            attributes:
              number: { number: true, optional: true }
              kind: { string: true }
              annex: { boolean: true, optional: true }
              templates: { string: true, optional: true }
              outlined: { string: true, optional: true }
              by_domain: { string: true, optional: true }
              shortlist: { string: true, optional: true }
              attached: { string: true, optional: true }
              attached_found: { text: true, optional: true }
              attached_open: { text: true, optional: true }
              intro: { text: true }
              residents: { string: true, optional: true }
              full: { string: true, optional: true }
              leads: { boolean: true, optional: true }
            codes:
              - code: verhaal
                title: { nl: Het verhaal, en: The story }
                kind: findings
                templates: problem
                outlined: problem
                residents: main
                full: main
                intro: { nl: Wat er is., en: What is the matter. }
              - code: problemen
                title: { nl: Problemen, en: Problems }
                number: 1
                kind: findings
                templates: problem
                outlined: problem
                leads: true
                full: whole
                intro: { nl: Alle problemen., en: All problems. }
              - code: niet-bekend
                title: { nl: Wat nog niet bekend is, en: What is not known yet }
                number: 2
                kind: open
                residents: brief
                full: whole
                intro: { nl: Wat u kunt vragen., en: What you can ask. }
              - code: herkomst
                title: { nl: Herkomst, en: Provenance }
                number: 3
                kind: provenance
                annex: true
                full: whole
                intro: { nl: Waarmee dit is gemaakt., en: What this is made of. }
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
            ruleset: town
            title: { nl: Stad, en: Town }
            parameters:
              kleine_groep:
                title: { nl: Kleine groep, en: Small group }
                values: { 2015-01-01: 5 }
                judgement: { nl: Zelf gekozen., en: Own choice. }
            rules:
            \(rule("armoede", "bijstand > 10"))
            \(rule("krimp", "banen < 1000"))
            \(rule("onrust", "bewoners.overlast = true"))
            \(rule("mijding", "bewoners.overlast = true and ondernemers.overlast = true"))
            \(rule("verval", "ondernemers.leegstand = true or bewoners.leegstand = true"))
            """),
    ]

    /// A table that a recipe reads: figures of a wijk in two years, with its town and its country.
    static let recipes = ImportRecipes(
        [
            file(
                "kern",
                """
                import: kern
                ref: kern
                title: Kerncijfers {year}
                publisher: Bureau
                licence: CC0
                kind: count
                defines_areas: true
                regions: { code: [Code], name: [Naam] }
                year: [Jaar]
                columns:
                  residents: { unit: aantal, names: [Inwoners] }
                  welfare: { unit: aantal, names: [Bijstand] }
                  jobs: { unit: aantal, names: [Banen] }
                editions:
                  - { year: 2023, published_by: 2024-12-31, tried: true }
                  - { year: 2025, published_by: 2026-06-30, tried: true }
                figures:
                  - { indicator: bijstand, share: welfare, of: residents }
                  - { indicator: banen, sum: jobs, digits: 0 }
                """)
        ], indicators: reading.ruleBase.vocabulary("indicators"))

    /// The table of a year.
    static func table(year: Int = 2025, bijstand: String = "135", banen: String = "400") -> String {
        """
        Code;Naam;Jaar;Inwoners;Bijstand;Banen
        NL00;Nederland;\(year);10000;800;5000
        GM0001;Stad;\(year);2000;160;1000
        WK000101;Noord;\(year);900;\(bijstand);\(banen)

        """
    }

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

    /// A sheet, with a figure for `bijstand` where one is given.
    ///
    /// - Parameter hasParts: whether it says which wijk it is about, as figures of tables need.
    static func sheet(
        _ title: String = "De stad", bijstand: String? = nil, answers: [String] = [], hasParts: Bool = false
    ) -> String {
        let figure =
            bijstand.map { "{ value: \($0), unit: '%', year: 2023, gemeente: 8 }" } ?? "{ unknown: not-published }"
        let list =
            answers.isEmpty ? "answers: []" : (["answers:"] + answers.map { "  - \($0)" }).joined(separator: "\n")
        let parts =
            hasParts ? "\n  residents: 900\n  parts:\n    - { code: WK000101, name: Noord, residents: 900 }" : ""
        let quoted = title.replacing("'", with: "''")
        return """
            sheet: stad
            title: { nl: '\(quoted)', en: '\(quoted)' }
            area:
              municipality: { code: GM0001, name: Stad }\(parts)
            figures:
              bijstand: \(figure)
            efforts: { complete: true, known: [] }
            voices: { complete: true, known: [] }
            \(list)

            """
    }
}
