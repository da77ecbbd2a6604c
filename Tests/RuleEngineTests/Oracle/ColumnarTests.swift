import RuleEngine
import TestSupport
import Testing

/// Many records in one pass say of each record what a session on that record alone says, with the same grounds.
@Suite struct ColumnarTests {
    /// The whole number of rule sets is tried when the environment asks for it; a sample of them otherwise.
    private static let ruleSets = FullRuns.isAsked ? 3_000 : 60

    @Test func `columns and sessions come to the same conclusions in both bounds`() throws {
        var generator = MeadowGenerator(seed: 23)
        let date = try #require(FEELDate("2024-06-01"))
        var open = 0
        var conclusions = 0
        for number in 0..<Self.ruleSets {
            let files = generator.files()
            let reading = RuleBaseReader.read(files)
            let errors = reading.diagnostics.filter { $0.severity == .error }
            try #require(errors.isEmpty, "\(number): \(errors.map(\.message.en))\n\(files.last?.text ?? "")")
            let network = Network(reading.ruleBase)
            // More than a word of records, and an incomplete last word.
            let columns = generator.columns(reading.ruleBase.record, count: 70)
            let run = try #require(
                ColumnarSession(network, columns, on: date, recordingJustifications: true), "\(files.last?.text ?? "")")
            let differences = ColumnarComparison(run).differences
            try #require(differences == [], "\(number): \(differences.prefix(3))\n\(files.last?.text ?? "")")
            conclusions += run.conclusions.count
            open += run.conclusions.count { !$0.isCertain }
        }
        #expect(open > Self.ruleSets * 20, "only \(open) of \(conclusions) conclusions are open")
        #expect(conclusions - open > Self.ruleSets * 20, "only \(conclusions - open) conclusions are found")
    }

    @Test(arguments: [
        ("ripe => fruit: { kind: apple }", false),
        ("{ basket: b } => fruit: { kind: apple }", false),
        ("x > 2 => fruit: { kind: apple, weight: 2 }", false),
        ("x + y > 2 => reach: { start: apple, end: pear }", false),
        ("x > 2 => tag: { kind: apple }", true),
        ("x > -1 => tag: { kind: apple }", true),
        ("x > 2 and y <= 1.5 * x => tag: { kind: apple }", true),
    ])
    func `rules that need more than columns hold are left to sessions`(rule: String, isPossible: Bool) throws {
        let tag = SourceFile(
            name: "tags.yaml",
            text: """
                templates:
                  - template: tag
                    title: { nl: merk, en: tag }
                    key: { kind: { vocabulary: fruits } }
                """)
        let orchard = Orchard(files: Orchard.world + [tag, Orchard.ruleSet("r: \(rule)")])
        #expect(orchard.errors == [])
        let columns = RecordColumns(orchard.ruleBase.record, count: 3)
        let date = try #require(FEELDate("2024-06-01"))
        #expect((ColumnarSession(Network(orchard.ruleBase), columns, on: date) != nil) == isPossible)
    }
}

/// A run over columns beside a session on each of its records.
struct ColumnarComparison {
    /// What the two say differently, one line each; empty when they agree.
    private(set) var differences: [String] = []

    /// - Parameter run: with its justifications recorded.
    init(_ run: ColumnarSession) {
        var grounds: [[String]] = Array(repeating: [], count: run.columns.count)
        for number in 0..<run.justifications.count {
            let ground = run.ground(number)
            let facts = ground.facts.map { $0.map { "\(run.finding($0.fact)) \($0.isCertain)" } }
            grounds[ground.record].append(
                "\(run.network.ruleBase.rules[ground.rule].name) \(run.finding(ground.fact)) \(ground.isCertain) \(facts)"
            )
        }
        var conclusions: [[String]] = Array(repeating: [], count: run.columns.count)
        for conclusion in run.conclusions {
            conclusions[Int(conclusion.record)].append("\(run.finding(conclusion.fact)) \(conclusion.isCertain)")
        }
        var certain = Array(repeating: 0, count: run.network.ruleBase.rules.count)
        var possible = certain
        for record in 0..<run.columns.count {
            let session = run.session(of: record)
            compare(record, conclusions[record], session.facts.map { "\(session.finding($0)) \($0.isCertain)" })
            compare(record, grounds[record], session.facts.flatMap { Self.grounds(of: $0, session) })
            for justification in session.facts.flatMap(\.justifications) {
                possible[justification.rule] += 1
                if justification.isCertain { certain[justification.rule] += 1 }
            }
        }
        for count in run.firings where count.certain != certain[count.rule] || count.possible != possible[count.rule] {
            differences.append("\(count), sessions: \(certain[count.rule]) and \(possible[count.rule])")
        }
    }

    private mutating func compare(_ record: Int, _ columns: [String], _ session: [String]) {
        guard columns.sorted() != session.sorted() else { return }
        differences += columns.filter { !session.contains($0) }.map { "record \(record), columns only: \($0)" }
        differences += session.filter { !columns.contains($0) }.map { "record \(record), session only: \($0)" }
        if columns.count != session.count { differences.append("record \(record): \(columns.count), \(session.count)") }
    }

    private static func grounds(of fact: Fact, _ session: Session) -> [String] {
        fact.justifications.map { justification in
            let facts = justification.supports.compactMap { support -> [String]? in
                let ids: [FactID]
                switch support {
                case .test, .table: return nil
                case .fact(let id, _): ids = [id]
                case .aggregate(_, let facts), .absence(let facts), .existence(let facts, _), .every(let facts, _):
                    ids = facts
                }
                return ids.map { "\(session.finding(session[$0])) \(session[$0].isCertain)" }
            }
            let rule = session.ruleBase.rules[justification.rule].name
            return "\(rule) \(session.finding(fact)) \(justification.isCertain) \(facts)"
        }
    }
}
