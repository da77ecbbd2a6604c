import RuleEngine

/// Rules about driving too fast: as few files as a rule base has.
enum TrafficRules {
    static let files = [
        SourceFile(
            name: "measures.yaml",
            text: """
                vocabulary: measures
                title: { nl: Maten, en: Measures }
                attributes:
                  type: { string: true }
                codes:
                  - { code: speed, title: { nl: snelheid, en: speed }, type: number }
                """),
        SourceFile(
            name: "offences.yaml",
            text: """
                vocabulary: offences
                title: { nl: Overtredingen, en: Offences }
                codes:
                  - { code: speeding, title: { nl: te hard rijden, en: speeding } }
                """),
        SourceFile(
            name: "record.yaml",
            text: "record: drive\ntitle: { nl: Rit, en: Drive }\nnames: { vocabulary: measures }\n"),
        SourceFile(
            name: "templates.yaml",
            text: """
                templates:
                  - template: fine
                    title: { nl: boete, en: fine }
                    key: { offence: { vocabulary: offences } }
                """),
        SourceFile(
            name: "law.yaml",
            text: """
                source: law
                title: Traffic law
                read: { nl: alles, en: everything }
                findings:
                  - { id: L-1, statement: { nl: De grens is 50., en: The limit is 50. }, certainty: read }
                """),
        SourceFile(name: "rules.yaml", text: rules),
    ]

    static let rules = """
        ruleset: traffic
        title: { nl: Verkeer, en: Traffic }
        rules:
          - rule: too-fast
            title: { nl: Te hard, en: Too fast }
            source: { ref: law, finding: L-1 }
            strength: judgement
            when:
              - speed > 50
            then:
              - fine: { offence: speeding }
        """
}
