package import RuleEngine

/// What a run took and what it gave, in figures.
package struct RunFigures: Sendable {
    /// Seconds of processor time and memory, as whoever started the run measured them.
    package struct Cost: Sendable {
        /// Reading the rules and compiling them.
        package var reading: Double = 0
        /// Reading the facts.
        package var loading: Double = 0
        package var running: Double = 0
        /// Kilobytes at the highest.
        package var peakMemory: Int?

        package init(reading: Double = 0, loading: Double = 0, running: Double = 0, peakMemory: Int? = nil) {
            self.reading = reading
            self.loading = loading
            self.running = running
            self.peakMemory = peakMemory
        }
    }

    /// A figure with its name in JSON and in words.
    package struct Row {
        package let name: String
        package let title: LocalizedText
        package let value: JSONText
    }

    package let rows: [Row]

    /// One object, with the figures in the order of the rows.
    package var json: String { JSONText.object(rows.map { ($0.name, $0.value) }).text + "\n" }

    /// A figure on each line.
    package func text(in language: Language) -> String {
        let width = rows.map { $0.title[language].count }.max() ?? 0
        return rows.map { row in
            let title = row.title[language]
            return title + ":" + String(repeating: " ", count: width - title.count + 1) + row.value.plain + "\n"
        }.joined()
    }

    /// The rows that tell the cost.
    package static func rows(of cost: Cost) -> [Row] {
        [
            Row(name: "read_seconds", title: .reading, value: .seconds(cost.reading)),
            Row(name: "load_seconds", title: .loading, value: .seconds(cost.loading)),
            Row(name: "run_seconds", title: .running, value: .seconds(cost.running)),
        ]
            + (cost.peakMemory.map { [Row(name: "peak_memory_kb", title: .peakMemory, value: .number(String($0)))] }
                ?? [])
    }
}

extension DomainRun {
    /// What the run gave and what it took.
    package func figures(_ cost: RunFigures.Cost) -> RunFigures {
        let (firings, facts, sums) = (firings, counts, checksums)
        typealias Row = RunFigures.Row
        return RunFigures(
            rows: [
                Row(name: "records", title: .records, value: .count(inputs.count)),
                Row(name: "one_pass", title: .onePass, value: .bool(isColumnar)),
                Row(name: "rules", title: .rules, value: .count(rules.ruleBase.rules.count)),
                Row(name: "facts", title: .facts, value: .count(facts.certain)),
                Row(name: "possible_facts", title: .possibleFacts, value: .count(facts.possible)),
                Row(name: "firings", title: .firings, value: .count(firings.certain)),
                Row(name: "possible_firings", title: .possibleFirings, value: .count(firings.possible)),
                Row(name: "checksum", title: .checksum, value: .string(Fingerprint.text(of: sums.certain))),
                Row(
                    name: "possible_checksum", title: .possibleChecksum,
                    value: .string(Fingerprint.text(of: sums.possible))),
            ] + RunFigures.rows(of: cost))
    }
}

extension JSONText {
    package static func count(_ number: Int) -> JSONText { .number(String(number)) }

    /// Seconds with six decimals.
    package static func seconds(_ seconds: Double) -> JSONText {
        let millionths = Int((seconds * 1e6).rounded())
        let fraction = String(millionths % 1_000_000)
        return .number("\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction)
    }

    /// The value without quotes; the members of an object in one line.
    fileprivate var plain: String {
        switch self {
        case .string(let text): text
        case .object(let members): members.map { "\($0.name) \($0.value.plain)" }.joined(separator: ", ")
        case .null, .bool, .number, .array: text
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let records = LocalizedText(nl: "records", en: "records")
    fileprivate static let onePass = LocalizedText(nl: "in één keer over kolommen", en: "in one pass over columns")
    fileprivate static let rules = LocalizedText(nl: "regels", en: "rules")
    fileprivate static let facts = LocalizedText(nl: "vastgestelde feiten", en: "facts found")
    fileprivate static let possibleFacts = LocalizedText(nl: "mogelijke feiten", en: "facts found or open")
    fileprivate static let firings = LocalizedText(nl: "keer gevuurd, zeker", en: "firings, certain")
    fileprivate static let possibleFirings = LocalizedText(nl: "keer gevuurd, mogelijk", en: "firings, possible")
    fileprivate static let checksum = LocalizedText(nl: "controlegetal, zeker", en: "checksum, certain")
    fileprivate static let possibleChecksum = LocalizedText(nl: "controlegetal, mogelijk", en: "checksum, possible")
    fileprivate static let reading = LocalizedText(nl: "seconden regels lezen", en: "seconds reading rules")
    fileprivate static let loading = LocalizedText(nl: "seconden feiten laden", en: "seconds loading facts")
    fileprivate static let running = LocalizedText(nl: "seconden rekenen", en: "seconds running")
    fileprivate static let peakMemory = LocalizedText(nl: "geheugen op het hoogst (kB)", en: "peak memory (kB)")
}
