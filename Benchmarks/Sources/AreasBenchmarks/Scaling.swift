import Foundation
import RuleEngine

/// How the cost of one area grows with the number of areas and with the number of rules.
///
/// Each folder is an Areas set (see Python/areas_set.py). Beginnings of the first set show the growth by areas; beginnings of
/// equal length of all sets, in their order, that by rules. Ratios are to the first line: a cost per area that stays
/// at 1.0 is flat, one that grows by less than the number of rules is less than linear.
struct Scaling {
    private let sets: [(network: Network, columns: RecordColumns, repeated: Double)]
    /// Beginnings of the first set.
    private let parts: [RecordColumns]
    private let date: FEELDate

    init(_ folders: [URL], _ date: FEELDate) throws {
        self.date = date
        sets = try folders.map { folder in
            let network = try AreasRules.network(folder)
            let columns = try AreasTable(folder, network.ruleBase.record, first: 1_000).columns
            return (network, columns, try AreasRules.shareOfRepeatedTests(folder))
        }
        guard let folder = folders.first, let record = sets.first?.network.ruleBase.record else {
            parts = []
            return
        }
        parts = try [100, 1_000, 14_000].map { try AreasTable(folder, record, first: $0).columns }
    }

    func report() {
        guard let first = sets.first else { return }
        print(
            "per area, by number of areas (\(first.network.ruleBase.ruleNames.count) rules): one pass in both bounds, the same "
                + "with justifications; ratios to the first line")
        var base: (Double, Double)?
        for part in parts {
            guard let cost = passes(first.network, part) else { return }
            let start = base ?? cost
            base = start
            print("\(part.count) areas: \(Self.text(cost.0, start.0)), \(Self.text(cost.1, start.1))")
        }
        print(
            "per area, by number of rules: one pass in both bounds, the same with justifications, an area by itself; ratios to "
                + "the first line")
        var start: (rules: Int, passes: (Double, Double), session: Double)?
        for set in sets {
            guard let passes = passes(set.network, set.columns) else { return }
            let session = session(set.network, set.columns)
            let rules = set.network.ruleBase.ruleNames.count
            let first = start ?? (rules, passes, session)
            start = first
            print(
                "\(rules) rules (\(String(format: "%.1f", Double(rules) / Double(first.rules))) times), "
                    + "\(Int((set.repeated * 100).rounded())) % of the comparisons repeat another: "
                    + "\(Self.text(passes.0, first.passes.0)), \(Self.text(passes.1, first.passes.1)), "
                    + "\(Self.text(session, first.session))")
        }
    }

    private static func text(_ seconds: Double, _ first: Double) -> String {
        String(format: "%.2f µs (%.2f)", seconds * 1e6, seconds / first)
    }

    /// Seconds per area of a pass over all areas, without and with justifications: medians of rounds of about equal length.
    private func passes(_ network: Network, _ columns: RecordColumns) -> (Double, Double)? {
        guard ColumnarSession(network, columns, on: date) != nil else { return nil }
        let repetitions = max(1, 14_000 / columns.count)
        func cost(_ recordingJustifications: Bool) -> Double {
            let round = Clock.median(of: 7) {
                for _ in 0..<repetitions {
                    _ = ColumnarSession(network, columns, on: date, recordingJustifications: recordingJustifications)
                }
            }
            return round / Double(repetitions * columns.count)
        }
        return (cost(false), cost(true))
    }

    /// Seconds of an area by itself, the median.
    private func session(_ network: Network, _ columns: RecordColumns) -> Double {
        let times = (0..<min(2_000, columns.count * 2)).map { number in
            let inputs = columns.inputs(of: number % columns.count, for: network, on: date)
            return Clock.seconds { _ = Session(network, inputs).facts.count }
        }
        return times.sorted()[times.count / 2]
    }
}
