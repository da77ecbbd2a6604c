import Foundation
import Testing

/// The note of an answer and the size of a small group stay in the sheet: no command prints them, in no form.
@Suite struct HiddenPeopleTests {
    /// A least number that may be told, and a rule that reads how many people were heard.
    static let rules = """
        ruleset: people
        title: { nl: Mensen, en: People }
        parameters:
          kleine_groep:
            title: { nl: Kleine groep, en: Small group }
            values: { 2015-01-01: 5, 2030-01-01: 10 }
            judgement: { nl: Gekozen., en: Chosen. }
          genoeg:
            title: { nl: Genoeg, en: Enough }
            values: { 2015-01-01: 20 }
            judgement: { nl: Gekozen., en: Chosen. }
        rules:
          - rule: weinig
            title: { nl: Weinig, en: Few }
            source: { ref: almanac, finding: A-1 }
            strength: judgement
            when:
              - voice: v
                where: v.people < genoeg
            then:
              - problem: { code: verval }
                because: { nl: 'Er zijn {v.people} mensen gehoord.', en: 'Heard were {v.people} people.' }

        """

    /// Every command that prints answers, or what follows from them.
    static let commands: [[String]] =
        ["text", "md", "html", "json"].flatMap { format in
            [
                ["analyse", "@sheet.yaml", "--format", format],
                ["analyse", "@sheet.yaml", "--format", format, "--details"],
            ]
        }
        + ["text", "json"].flatMap { format in
            [
                ["why", "@sheet.yaml", "problem:onrust", "--all", "--format", format],
                ["why", "@sheet.yaml", "problem:verval", "--all", "--format", format],
                ["why", "@sheet.yaml", "problem:verval", "--robustness", "--format", format],
                ["why-not", "@sheet.yaml", "problem:mijding", "--format", format],
                ["what-if", "@sheet.yaml", "--set", "bewoners.overlast=no", "--format", format],
                ["compare", "@sheet.yaml", "@noord-dorp.yaml", "--format", format],
                ["questions", "@sheet.yaml", "--format", format],
            ]
        } + [
            ["ask", "@sheet.yaml"], ["sheet", "show", "@sheet.yaml"],
            ["casebook", "mark", "first", "village", "@answers.yaml", "--casebooks", "@casebooks"],
        ]

    private func output(of words: [String], people: Int, note: String) throws -> String {
        let answer =
            "{ question: overlast, perspective: bewoners, value: true, people: \(people), date: 2024-05-01, "
            + "method: gesprek, note: \"\(note)\" }"
        let sheet = VillageRules.sheetText(bijstand: "12", answers: [answer]).replacing(
            "voices: { complete: true, known: [] }",
            with: "voices: { complete: true, known: [{ perspective: ondernemers, people: \(people) }] }")
        let files = try VillageFiles(sheet: sheet)
        try files.write(VillageRules.sheetText(bijstand: "8"), to: "noord-dorp.yaml")
        try files.write(Self.rules, to: "rules/people.yaml")
        let templates = try files.text("rules/templates.yaml")
        let key = "key: { perspective: { vocabulary: perspectives } }"
        #expect(templates.contains(key))
        try files.write(
            templates.replacing(key, with: key + "\n    fields: { people: { type: number } }"),
            to: "rules/templates.yaml")
        let outcome = try CommandLineTests.analyst(files.arguments(words + VillageFiles.common))
        #expect(outcome.code == 0 || outcome.code == 4, "\(outcome.errors)")
        return (outcome.output + outcome.errors).replacing(files.path(""), with: "")
    }

    @Test(arguments: commands)
    func `no command prints a note or the size of a small group`(words: [String]) throws {
        let one = try output(of: words, people: 3, note: "Jan Voorbeeld, 06-12345678")
        let two = try output(of: words, people: 4, note: "Piet Voorbeeld, 06-87654321")
        #expect(!one.isEmpty)
        for word in ["Voorbeeld", "12345678", "Jan"] { #expect(!one.contains(word), "\(word)") }
        // Only the digest of the sheet tells the two apart.
        #expect(Self.withoutDigests(one) == Self.withoutDigests(two))
    }

    @Test func `a small group is told as one, and a larger one by its number`() throws {
        let words = ["analyse", "@sheet.yaml", "--details"]
        #expect(try output(of: words, people: 4, note: "-").contains("fewer than 5 people"))
        #expect(try output(of: words, people: 5, note: "-").contains("5 people"))
    }

    @Test func `a check of the sheet warns of such a note, and does not print it`() throws {
        let text = try output(of: ["sheet", "check", "@sheet.yaml"], people: 3, note: "Jan Voorbeeld, 06-12345678")
        #expect(text.hasPrefix("1 sheet, 0 findings, 1 warning\n"))
        #expect(text.contains("warning: here seems to stand a phone number"))
        #expect(!text.contains("12345678"))
        let plain = try output(of: ["sheet", "check", "@sheet.yaml"], people: 3, note: "in het buurthuis")
        #expect(plain == "1 sheet, 0 findings\n")
    }

    /// A text with `#` in the place of each digest, wherever its lines are broken.
    private static func withoutDigests(_ text: String) -> String {
        text.replacing(#/[0-9a-f]{64}/#, with: "#")
    }
}
