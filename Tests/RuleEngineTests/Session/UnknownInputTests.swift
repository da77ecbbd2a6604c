import RuleEngine
import Testing

/// What rules make of inputs that are not known: each row is a small rule set, its inputs, and what is found and open.
@Suite struct UnknownInputTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let rules: String
        let inputs: String
        let states: String
        var field: (name: String, value: String)?
        var template = "fruit"
        var testDescription: String { name }
    }

    private static let rows: [Row] = [
        // Tests
        Row(
            name: "a comparison with a value that is not known is open",
            rules: "a: x > 2 => fruit: { kind: apple }", inputs: "", states: "fruit:apple open"),
        Row(
            name: "a comparison that holds for all that is possible is found",
            rules: "a: x > 2 => fruit: { kind: apple }", inputs: "x = 3 | 4", states: "fruit:apple found"),
        Row(
            name: "a comparison that holds for nothing that is possible is refuted",
            rules: "a: x > 2 => fruit: { kind: apple }", inputs: "x = 1 | 2", states: ""),
        Row(
            name: "the range of a measure decides without an answer",
            rules: "a: x <= 4 => fruit: { kind: apple }\nb: x > 4 => fruit: { kind: pear }", inputs: "",
            states: "fruit:apple found"),
        Row(
            name: "an unequal value that is not known is open, not true",
            rules: "a: x != 2 => fruit: { kind: apple }", inputs: "", states: "fruit:apple open"),
        Row(
            name: "values that cannot be equal are unequal for certain",
            rules: "a: x != 2 => fruit: { kind: apple }", inputs: "x = 1 | 3", states: "fruit:apple found"),
        Row(
            name: "not of an open condition is open",
            rules: "a: not(x > 2) => fruit: { kind: apple }", inputs: "", states: "fruit:apple open"),
        Row(
            name: "not of an impossible condition is found",
            rules: "a: not(x > 4) => fruit: { kind: apple }", inputs: "", states: "fruit:apple found"),
        Row(
            name: "or holds when one side does",
            rules: "a: x > 2 or y = 1 => fruit: { kind: apple }", inputs: "y = 1", states: "fruit:apple found"),
        Row(
            name: "and fails when one side does",
            rules: "a: x > 2 and y = 1 => fruit: { kind: apple }", inputs: "y = 2", states: ""),
        Row(
            name: "an answered question that does not apply meets no comparison",
            rules: "a: x > 2 => fruit: { kind: apple }\nb: x <= 2 => fruit: { kind: pear }", inputs: "x = null",
            states: ""),
        Row(
            name: "an open condition may overstate: a case distinction stays open",
            rules: "a: x > 2 or x <= 2 => fruit: { kind: apple }", inputs: "", states: "fruit:apple open"),
        // If
        Row(
            name: "an unknown if takes both branches",
            rules: "a: => fruit: { kind: apple, weight: if ripe then 3 else 1 }", inputs: "",
            states: "fruit:apple found", field: ("weight", "1 | 3")),
        Row(
            name: "a known if takes one branch",
            rules: "a: => fruit: { kind: apple, weight: if ripe then 3 else 1 }", inputs: "ripe = true",
            states: "fruit:apple found", field: ("weight", "3")),
        // Arithmetic
        Row(
            name: "a sum that is large enough in every case is found",
            rules: "a: x + y >= 3 => fruit: { kind: apple }", inputs: "x = 1 | 2, y = 2 | 3",
            states: "fruit:apple found"),
        Row(
            name: "a sum that is large enough in some cases is open",
            rules: "a: x + y >= 4 => fruit: { kind: apple }", inputs: "x = 1 | 2, y = 2 | 3", states: "fruit:apple open"
        ),
        Row(
            name: "a sum that is never large enough is refuted",
            rules: "a: x + y > 5 => fruit: { kind: apple }", inputs: "x = 1 | 2, y = 2 | 3", states: ""),
        // Absent
        Row(
            name: "absent is open while a fact may be there",
            rules: "a: { absent: { basket: b } } => fruit: { kind: apple }", inputs: "", states: "fruit:apple open"),
        Row(
            name: "absent holds when the list is complete",
            rules: "a: { absent: { basket: b } } => fruit: { kind: apple }", inputs: "basket complete",
            states: "fruit:apple found"),
        Row(
            name: "absent holds for what was asked",
            rules: "a: { absent: { basket: b, kind: apple } } => fruit: { kind: apple }", inputs: "basket asked apple",
            states: "fruit:apple found"),
        Row(
            name: "absent is open for what was not asked",
            rules: "a: { absent: { basket: b, kind: pear } } => fruit: { kind: apple }", inputs: "basket asked apple",
            states: "fruit:apple open"),
        Row(
            name: "absent fails when a fact is there",
            rules: "a: { absent: { basket: b } } => fruit: { kind: apple }", inputs: "basket:plum", states: ""),
        Row(
            name: "absent of what is only open is open",
            rules:
                "a: x > 2 => fruit: { kind: apple }\nb: { absent: { fruit: f, kind: apple } } => fruit: { kind: pear }",
            inputs: "", states: "fruit:apple open, fruit:pear open"),
        // Exists and every
        Row(
            name: "exists is found through one certain fact",
            rules: "a: { exists: { basket: b, where: b.size > 1 } } => fruit: { kind: apple }",
            inputs: "basket:plum size 2", states: "fruit:apple found"),
        Row(
            name: "exists is open when the field is not known",
            rules: "a: { exists: { basket: b, where: b.size > 1 } } => fruit: { kind: apple }",
            inputs: "basket:plum, basket complete", states: "fruit:apple open"),
        Row(
            name: "every holds of nothing",
            rules: "a: { every: { basket: b, satisfies: b.size > 1 } } => fruit: { kind: apple }",
            inputs: "basket complete", states: "fruit:apple found"),
        Row(
            name: "every is open while others may be there",
            rules: "a: { every: { basket: b, satisfies: b.size > 1 } } => fruit: { kind: apple }",
            inputs: "basket:plum size 2", states: "fruit:apple open"),
        Row(
            name: "every fails on one certain fact",
            rules: "a: { every: { basket: b, satisfies: b.size > 1 } } => fruit: { kind: apple }",
            inputs: "basket:plum size 1", states: ""),
        Row(
            name: "every holds whatever others are there when it holds of all",
            rules: "a: { every: { basket: b, satisfies: b.size >= 1 } } => fruit: { kind: apple }",
            inputs: "", states: "fruit:apple found"),
        // Aggregates
        Row(
            name: "a count that is high enough already is found",
            rules: "a: { count: { basket: b, as: n } } ;; n >= 2 => fruit: { kind: apple }",
            inputs: "basket:plum, basket:pear", states: "fruit:apple found"),
        Row(
            name: "a count that others may raise is open",
            rules: "a: { count: { basket: b, as: n } } ;; n >= 2 => fruit: { kind: apple }",
            inputs: "basket:plum", states: "fruit:apple open"),
        Row(
            name: "a count that the vocabulary limits is refuted",
            rules: "a: { count: { basket: b, as: n } } ;; n >= 4 => fruit: { kind: apple }", inputs: "", states: ""),
        Row(
            name: "a count of links has no end while others may be there",
            rules: "a: { count: { link: l, as: n } } ;; n >= 40 => fruit: { kind: apple }", inputs: "",
            states: "fruit:apple open"),
        Row(
            name: "a sum over possible facts is a range",
            rules: "a: { sum: { basket: b, of: b.size, as: n } } => fruit: { kind: apple, price: n }",
            inputs: "basket:plum size 2, basket:pear? size 1, basket complete", states: "fruit:apple found",
            field: ("price", "[2..3]")),
        Row(
            name: "a sum over nothing is zero",
            rules: "a: { sum: { basket: b, of: b.size, as: n } } => fruit: { kind: apple, price: n }",
            inputs: "basket complete", states: "fruit:apple found", field: ("price", "0")),
        Row(
            name: "the greatest of nothing does not apply",
            rules: "a: { max: { basket: b, of: b.size, as: n } } => fruit: { kind: apple, price: n }",
            inputs: "basket complete", states: "fruit:apple found", field: ("price", "null")),
        Row(
            name: "equal values count once when distinct",
            rules: "a: { count: { basket: b, distinct: b.colour, as: n } } => fruit: { kind: apple, price: n }",
            inputs: "basket:plum, basket:apple, basket complete", states: "fruit:apple found", field: ("price", "1")),
        Row(
            name: "a list is in the order of its keys, whatever the order of the facts",
            rules: "a: { collect: { basket: b, of: b.size, as: n } } => fruit: { kind: apple, price: 'n[1]' }",
            inputs: "basket:plum size 3, basket:apple size 2, basket complete", states: "fruit:apple found",
            field: ("price", "2")),
        // Recursion
        Row(
            name: "a chain with an open link is open",
            rules: "a: { link: l } => reach: { start: = l.start, end: = l.end }\n"
                + "b: { reach: r } ;; { link: l, start: = r.end } => reach: { start: = r.start, end: = l.end }",
            inputs: "link:apple/pear, link:pear/plum?, link complete",
            states: "reach:apple,pear found, reach:apple,plum open, reach:pear,plum open", template: "reach"),
        // Combined fields
        Row(
            name: "the lower end of a maximum is certain, the upper end possible",
            rules: "a: => fruit: { kind: apple, weight: 2 }\nb: ripe => fruit: { kind: apple, weight: 3 }\n"
                + "c: dry => fruit: { kind: apple, weight: 1 }\n"
                + "d: { fruit: f, kind: apple, where: f.weight >= 2 } => fruit: { kind: pear }\n"
                + "e: { fruit: f, kind: apple, where: f.weight = 3 } => fruit: { kind: plum }",
            inputs: "", states: "fruit:apple found, fruit:pear found, fruit:plum open", field: ("weight", "2 | 3")),
        Row(
            name: "the upper end of a minimum is certain, the lower end possible",
            rules: "a: => fruit: { kind: apple, least: 2 }\nb: ripe => fruit: { kind: apple, least: 1 }",
            inputs: "", states: "fruit:apple found", field: ("least", "1 | 2")),
        Row(
            name: "a union of lists holds what is certain and what is possible",
            rules:
                "a: => fruit: { kind: apple, beside: '[\"pear\"]' }\nb: ripe => fruit: { kind: apple, beside: '[\"plum\"]' }",
            inputs: "", states: "fruit:apple found", field: ("beside", "distinct(\"pear\", \"plum\"?)")),
        Row(
            name: "a union without contributions is an empty list",
            rules: "a: => fruit: { kind: apple }", inputs: "", states: "fruit:apple found", field: ("beside", "[]")),
        Row(
            name: "a maximum of which the only certain part may not apply may not apply",
            rules: "a: => fruit: { kind: apple, weight: if ripe then x else null }", inputs: "",
            states: "fruit:apple found",
            field: ("weight", "[0..4] | null")),
        // Others
        Row(
            name: "a free key that nobody listed may be concluded",
            rules: "a: { label: l } => note: { text: = l.text }", inputs: "label:sweet",
            states: "note:sweet found, note:* open",
            template: "note"),
    ]

    @Test(arguments: rows)
    func `unknown inputs make conclusions found, open or refuted`(row: Row) throws {
        let session = try Orchard(row.rules).session(row.inputs)
        #expect(session.states(of: row.template) == row.states)
        #expect(session.diagnostics == [])
        if let (name, value) = row.field { #expect(try session.field(name, of: "fruit:apple") == value) }
    }

    @Test func `a key for which perhaps others stand is open, not refuted`() throws {
        let session = try Orchard("a: { label: l } => note: { text: = l.text }").session("")
        #expect(session.state(of: FindingID(template: "note", key: ["sour"])) == .open)
        #expect(session.state(of: FindingID(template: "label", key: ["sour"])) == .open)
        let complete = try Orchard("a: { label: l } => note: { text: = l.text }").session("label complete")
        #expect(complete.state(of: FindingID(template: "note", key: ["sour"])) == .refuted)
    }
}
