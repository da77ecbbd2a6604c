import RuleEngine
import Testing

/// A small world for tests of the engine, in which a rule is one line and so are the inputs.
///
/// A rule reads `name: condition ;; condition => conclusion ;; conclusion`, each part as it stands in a rule file.
/// The measures `x` and `y` are numbers from 0 to 4, `ripe` and `dry` are conditions. Baskets and links come from
/// outside; fruits and reaches are concluded; which fruits are neighbours the vocabulary fixes.
struct Orchard {
    let ruleBase: RuleBase
    let diagnostics: [Diagnostic]

    init(_ rules: String, parameters: String = "", header: String = "") {
        self.init(files: Self.world + [Self.ruleSet(rules, parameters: parameters, header: header)])
    }

    init(files: [SourceFile]) {
        let reading = RuleBaseReader.read(files)
        ruleBase = reading.ruleBase
        diagnostics = reading.diagnostics
    }

    /// The codes of diagnostics, without advice on style.
    var errors: [String] { diagnostics.filter { $0.severity == .error }.map(\.code) }

    func session(_ inputs: String, on date: String = "2024-06-01") throws -> Session {
        try #require(errors == [], "\(diagnostics.map(\.message.en))")
        return Session(ruleBase, try OrchardInputs.read(inputs, on: date))
    }

    static func ruleSet(_ rules: String, parameters: String = "", header: String = "", name: String = "rules")
        -> SourceFile
    {
        var text = "ruleset: \(name)\ntitle: { nl: Regels, en: Rules }\n\(header)"
        if !parameters.isEmpty { text += "parameters:\n\(parameters)\n" }
        text += "rules:\n"
        for line in rules.split(separator: "\n") { text += rule(line) }
        return SourceFile(name: "\(name).yaml", text: text)
    }

    /// The rule of one line; `name (2020-01-01..2021-01-01): …` limits when it holds.
    private static func rule(_ line: Substring) -> String {
        let (head, body) = line.cut(at: ":")
        let (when, then) = body.cut(at: " => ")
        let (name, validity) = head.cut(at: " (")
        var text = "  - rule: \(name)\n    title: { nl: \(name), en: \(name) }\n"
        text += "    source: { ref: almanac, finding: A-1 }\n    strength: judgement\n"
        if !validity.isEmpty {
            let (from, until) = validity.dropLast().cut(at: "..")
            text += "    valid: { from: \(from)\(until.isEmpty ? "" : ", until: \(until)") }\n"
        }
        let conditions = when.drop { $0 == " " }.parts(between: " ;; ").filter { !$0.isEmpty }
        text += conditions.isEmpty ? "    when: []\n" : "    when:\n"
        for condition in conditions { text += "      - \(condition)\n" }
        text += "    then:\n"
        for conclusion in then.parts(between: " ;; ") { text += "      - \(conclusion)\n" }
        return text
    }

    static let fruits = ["apple", "pear", "plum"]

    static let world = [
        SourceFile(
            name: "measures.yaml",
            text: """
                vocabulary: measures
                title: { nl: Maten, en: Measures }
                attributes:
                  type: { string: true }
                  range: { string: true, optional: true }
                codes:
                  - { code: x, title: { nl: x, en: x }, type: number, range: '[0..4]' }
                  - { code: y, title: { nl: y, en: y }, type: number, range: '[0..4]' }
                  - { code: ripe, title: { nl: rijp, en: ripe }, type: boolean }
                  - { code: dry, title: { nl: droog, en: dry }, type: boolean }
                """),
        SourceFile(
            name: "fruits.yaml",
            text: """
                vocabulary: fruits
                title: { nl: Vruchten, en: Fruits }
                attributes:
                  colour: { string: true }
                  near: { list: fruits, optional: true }
                codes:
                  - { code: apple, title: { nl: appel, en: apple }, near: [plum, pear], colour: red }
                  - { code: pear, title: { nl: peer, en: pear }, near: [apple], colour: green }
                  - { code: plum, title: { nl: pruim, en: plum }, colour: red }
                """),
        SourceFile(
            name: "record.yaml",
            text: "record: orchard\ntitle: { nl: Boomgaard, en: Orchard }\nnames: { vocabulary: measures }\n"),
        SourceFile(
            name: "templates.yaml",
            text: """
                templates:
                  - template: fruit
                    title: { nl: vrucht, en: fruit }
                    key: { kind: { vocabulary: fruits } }
                    fields:
                      weight: { type: number, values: [1, 2, 3], combine: max }
                      least: { type: number, values: [1, 2, 3], combine: min }
                      beside: { list: fruits, combine: union }
                      price: { type: number }
                  - template: reach
                    title: { nl: bereik, en: reach }
                    key: { start: { vocabulary: fruits }, end: { vocabulary: fruits } }
                  - template: neighbour
                    title: { nl: buur, en: neighbour }
                    relation: { vocabulary: fruits, attribute: near }
                    key: { one: { vocabulary: fruits }, other: { vocabulary: fruits } }
                  - template: basket
                    title: { nl: mand, en: basket }
                    input: true
                    key: { kind: { vocabulary: fruits } }
                    fields:
                      size: { type: number, values: [1, 2, 3] }
                  - template: link
                    title: { nl: verband, en: link }
                    input: true
                    key: { start: { vocabulary: fruits }, end: { vocabulary: fruits } }
                  - template: label
                    title: { nl: etiket, en: label }
                    input: true
                    key: { text: { type: string } }
                  - template: note
                    title: { nl: briefje, en: note }
                    key: { text: { type: string } }
                """),
        SourceFile(
            name: "almanac.yaml",
            text: """
                source: almanac
                title: Almanac
                read: { nl: alles, en: everything }
                findings:
                  - { id: A-1, statement: { nl: Fruit groeit., en: Fruit grows. }, certainty: read }
                """),
    ]
}

extension Session {
    /// `fruit:apple found, fruit:pear open`: the concluded facts of a template in order of their key.
    func states(of template: String = "fruit") -> String {
        facts(of: template).map { "\(finding($0.fact)) \(state(of: finding($0.fact)).rawValue)" }.joined(
            separator: ", ")
    }

    /// What is known of a field of a finding, in words.
    func field(_ field: String, of finding: String) throws -> String {
        let id = try #require(FindingID(finding))
        let fact = try #require(fact(id)?.fact)
        return try #require(value(of: field, in: fact)).set.description
    }
}
