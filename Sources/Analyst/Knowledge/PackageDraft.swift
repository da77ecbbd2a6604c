import RuleEngine

/// The first form of a package: one rule with its source, a parameter that others may fill in, and cases, on the names of the
/// rules of the program. It can be checked and published as it is; authors put their own in the place of the example.
package struct PackageDraft {
    /// The files, by their path in the folder of the package.
    package let files: [(path: String, text: String)]

    /// - Parameter name: a name that a package can have.
    package init(_ name: String, publisher: Publisher) {
        let snake = name.split(separator: "-").joined(separator: "_")
        files = [
            (PackageManifest.fileName, Self.manifest(name, snake, publisher)),
            ("rules/\(name).yaml", Self.rules(name, snake)),
            ("rules/\(name)-woorden.yaml", Self.words(name)),
            ("rules/\(name).cases.yaml", Self.cases(name, snake)),
            ("sources/\(name)-bron.yaml", Self.source(name, publisher)),
            ("LEESMIJ.md", Self.readMe(name)),
        ]
    }

    private static func manifest(_ name: String, _ snake: String, _ publisher: Publisher) -> String {
        let code = publisher.code.hasPrefix("GM") ? "municipality: \(publisher.code)" : "oin: '\(publisher.code)'"
        return """
            # Wat dit pakket is en van wie. / What this package is, and whose.
            knowledge: \(name)
            title: { nl: \(name), en: \(name) }
            publisher: { name: \(YAMLWriter.scalar(publisher.name, flow: true)), \(code) }
            licence: EUPL-1.2
            version: 0.1.0
            scope:
              nl: "Vul in: voor welke gebieden en welke vragen dit pakket bedoeld is."
              en: "Fill in: for which areas and which questions this package is meant."
            builds-on: [analyst]
            # Parameters waarvan anderen de waarde mogen kiezen. / Parameters whose value others may choose.
            open: [\(snake)_grens]
            # Een regel van een ander pakket vervangt u zo. / This replaces a rule of another package:
            # replaces:
            #   - rule: analyst:naam-van-de-regel
            #     by: \(name)-voorbeeld
            #     reason: { nl: "Waarom.", en: "Why." }

            """
    }

    private static func rules(_ name: String, _ snake: String) -> String {
        """
        # Voorbeeld: vervang deze regel door uw eigen regels. / Example: put your own rules in its place.
        ruleset: \(name)
        title: { nl: \(name), en: \(name) }
        parameters:
          \(snake)_grens:
            title: { nl: "Vul in: wat deze grens is", en: "Fill in: what this threshold is" }
            unit: "%"
            values: { 2000-01-01: 10 }
            judgement: { nl: "Vul in: waarom deze waarde.", en: "Fill in: why this value." }
        rules:
          - rule: \(name)-voorbeeld
            title: { nl: "Voorbeeld van \(name)", en: "Example of \(name)" }
            source: [{ ref: \(name)-bron, finding: F-01 }]
            strength: judgement
            when:
              - leegstand > \(snake)_grens
            then:
              - problem: { code: \(name)-voorbeeld, severity: 2, certainty: 1 }
                because:
                  nl: "{leegstand} % van de woningen staat leeg; de grens is {\(snake)_grens} %."
                  en: "{leegstand} % of the homes are vacant; the threshold is {\(snake)_grens} %."

        """
    }

    private static func words(_ name: String) -> String {
        """
        # Wat uw regels kunnen vaststellen. / What your rules can find.
        vocabulary: problems
        codes:
          - code: \(name)-voorbeeld
            title: { nl: "Voorbeeld van \(name)", en: "Example of \(name)" }
            domain: wonen
            explanation:
              nl: "Vul in: wat dit probleem is."
              en: "Fill in: what this problem is."

        """
    }

    private static func cases(_ name: String, _ snake: String) -> String {
        """
        # Een geval waarin de regel spreekt, en een waarin zij dat net niet doet.
        # A case in which the rule speaks, and one in which it nearly does.
        cases:
          - case: \(name)-boven-de-grens
            title: { nl: Boven de grens, en: Above the threshold }
            given: { figures: { leegstand: 10.1 } }
            expect: [{ problem:\(name)-voorbeeld: { severity: 2 } }]
            fires: \(name)-voorbeeld
          - case: \(name)-op-de-grens
            title: { nl: Op de grens, en: On the threshold }
            given: { figures: { leegstand: 10 } }
            expect: [{ problem:\(name)-voorbeeld: refuted }]
            not-fires: \(name)-voorbeeld

        """
    }

    private static func source(_ name: String, _ publisher: Publisher) -> String {
        """
        # Wat u las, en wat daarin staat. / What you read, and what it says.
        source: \(name)-bron
        title: "Vul in: titel van wat u las"
        publisher: \(YAMLWriter.scalar(publisher.name, flow: false))
        read:
          nl: "Vul in: welk deel u las. Er is nog niets gelezen; dit is een voorbeeld."
          en: "Fill in: which part you read. Nothing was read yet; this is an example."
        findings:
          - id: F-01
            statement:
              nl: "Vul in: wat er staat, in eigen woorden."
              en: "Fill in: what it says, in your own words."
            certainty: judgement

        """
    }

    private static func readMe(_ name: String) -> String {
        """
        # \(name)

        Een kennispakket voor `analyst`. / A package of knowledge for `analyst`.

        | bestand / file | wat erin staat / what it holds |
        |---|---|
        | `knowledge.yaml` | van wie het is, de licentie, de versie / whose it is, the licence, the version |
        | `rules/` | regels, woorden en gevallen / rules, words and cases |
        | `sources/` | wat u las / what you read |

        Proberen / try it: `analyst knowledge check .`

        Uitbrengen / publish:

        ```sh
        git init
        git add .
        git commit -m "\(name) 0.1.0"
        git tag -s v0.1.0 -m "\(name) 0.1.0"
        ```

        """
    }
}
