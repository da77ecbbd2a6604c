import RuleEngine
import TestSupport

/// Random rules over the numbers of a record and over marks that other rules set, and random records of which some numbers
/// are not known. The same seed gives the same rules.
///
/// A rule concludes a mark and looks at lower marks only, so that no set is refused for a cycle.
struct MeadowGenerator {
    private static let measures = ["a", "b", "c", "d"]
    private static let markCount = 12
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// Rules as the files that say what they need.
    mutating func files() -> [SourceFile] {
        let rules = (0..<Int.random(in: 6...14, using: &random)).map { "r\($0): \(rule())" }.joined(separator: "\n")
        let limit =
            "  limit: { title: { nl: Grens, en: Limit }, values: { 2015-01-01: \(number()) }, "
            + "judgement: { nl: getrokken, en: drawn } }"
        return Self.world + [Orchard.ruleSet(rules, parameters: limit)]
    }

    /// Columns with about one unknown cell in five, among them numbers with different decimals.
    mutating func columns(_ record: RecordSchema, count: Int) -> RecordColumns {
        var columns = RecordColumns(record, count: count)
        for row in 0..<count {
            for slot in record.slots.indices where Int.random(in: 0..<5, using: &random) > 0 {
                guard let number = FEELNumber(number()) else { continue }
                _ = columns.set(slot, of: row, to: number)
            }
        }
        return columns
    }

    // MARK: Rules

    private mutating func rule() -> String {
        let mark = Int.random(in: 0..<Self.markCount, using: &random)
        let conditions = (0..<Int.random(in: 1...3, using: &random)).map { condition(below: mark, number: $0) }
        return conditions.joined(separator: " ;; ") + " => mark: { code: m\(mark) }"
    }

    private mutating func condition(below mark: Int, number place: Int) -> String {
        guard mark > 0 else { return test(depth: 2) }
        let lower = "m\(Int.random(in: 0..<mark, using: &random))"
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return "{ mark: k\(place), code: \(lower) }"
        case 1: return "{ absent: { mark: k\(place), code: \(lower) } }"
        case 2: return "{ exists: { mark: k\(place), where: 'k\(place).code in [\(someMarks(below: mark))]' } }"
        case 3: return "{ absent: { mark: k\(place), where: 'k\(place).code in [\(someMarks(below: mark))]' } }"
        case 4:
            let sign = [">", ">=", "<", "<="].randomElement(using: &random) ?? ">"
            let bound = ["0", "1", "1.5", "2", "3"].randomElement(using: &random) ?? "1"
            let comparison = Bool.random(using: &random) ? "n\(place) \(sign) \(bound)" : "\(bound) \(sign) n\(place)"
            return
                "{ count: { mark: k\(place), where: 'k\(place).code in [\(someMarks(below: mark))]', as: n\(place) } }"
                + " ;; \(comparison)"
        default: return test(depth: 2)
        }
    }

    private mutating func someMarks(below mark: Int) -> String {
        var marks = (0..<mark).filter { _ in Bool.random(using: &random) }
        if marks.isEmpty { marks = [0] }
        return marks.map { "\"m\($0)\"" }.joined(separator: ", ")
    }

    private mutating func test(depth: Int) -> String {
        guard depth > 0 else { return comparison() }
        return switch Int.random(in: 0..<6, using: &random) {
        case 0: "\(test(depth: depth - 1)) and \(test(depth: depth - 1))"
        case 1: "(\(test(depth: depth - 1)) or \(test(depth: depth - 1)))"
        case 2: "not(\(test(depth: depth - 1)))"
        case 3: "\(name()) between \(constant()) and \(name())"
        default: comparison()
        }
    }

    private mutating func comparison() -> String {
        let sign = ["<", "<=", ">", ">=", "=", "!="].randomElement(using: &random) ?? "<"
        let (one, two) = (value(), Bool.random(using: &random) ? value() : constant())
        return Bool.random(using: &random) ? "\(one) \(sign) \(two)" : "\(two) \(sign) \(one)"
    }

    private mutating func value() -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: "\(constant()) * \(name())"
        case 1: "\(name()) * \(constant())"
        default: name()
        }
    }

    private mutating func constant() -> String {
        ["0", "1", "2", "-1", "-2.5", "0.5", "1.25", "3", "10", "0.1", "limit"].randomElement(using: &random) ?? "1"
    }

    private mutating func name() -> String {
        let name = Self.measures.randomElement(using: &random) ?? "a"
        return Bool.random(using: &random) ? name : "region.\(name)"
    }

    /// A number of a record.
    private mutating func number() -> String {
        ["0", "1", "2", "-1", "0.5", "1.25", "-2.5", "3", "10", "0.1"].randomElement(using: &random) ?? "1"
    }

    private static let world = [
        SourceFile(
            name: "measures.yaml",
            text: """
                vocabulary: measures
                title: { nl: Maten, en: Measures }
                attributes:
                  type: { string: true }
                  range: { string: true, optional: true }
                codes:
                  - { code: a, title: { nl: a, en: a }, type: number, range: '[-3..10]' }
                  - { code: b, title: { nl: b, en: b }, type: number, range: '[-3..10]' }
                  - { code: c, title: { nl: c, en: c }, type: number }
                  - { code: d, title: { nl: d, en: d }, type: number, range: '[-3..100]' }
                """),
        SourceFile(
            name: "marks.yaml",
            text: "vocabulary: marks\ntitle: { nl: Merken, en: Marks }\ncodes:\n"
                + (0..<markCount).map { "  - { code: m\($0), title: { nl: m\($0), en: m\($0) } }\n" }.joined()),
        SourceFile(
            name: "record.yaml",
            text: """
                record: meadow
                title: { nl: Weide, en: Meadow }
                names: { vocabulary: measures }
                contexts:
                  region: { title: { nl: de streek, en: the region }, vocabulary: measures }
                """),
        SourceFile(
            name: "templates.yaml",
            text: """
                templates:
                  - template: mark
                    title: { nl: merk, en: mark }
                    per: meadow
                    key: { code: { vocabulary: marks } }
                """),
        SourceFile(
            name: "almanac.yaml",
            text: """
                source: almanac
                title: Almanac
                read: { nl: niets, en: nothing }
                findings:
                  - { id: A-1, statement: { nl: Zo is het., en: So it is. }, certainty: read }
                """),
    ]
}
