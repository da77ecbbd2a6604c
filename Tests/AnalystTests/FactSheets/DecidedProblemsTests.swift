import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// What the figures of a sheet decide: no problem stays open for a figure that the sheet has. `ANALYST_PRINT_DECIDED=1` prints the
/// count per domain for all sheets.
struct DecidedProblemsTests {
    private struct Count {
        var decided: [String] = []
        /// Waits for a figure that the sheet lacks.
        var figures: [String: [String]] = [:]
        /// Waits for what people say.
        var voices: [String] = []
    }

    private func counts(_ path: String, _ date: String) throws -> (counts: [String: Count], order: [String]) {
        let area = try Project.area(path, date: date)
        let session = area.session
        var counts: [String: Count] = [:]
        for problem in area.ruleBase.codes(of: "problems") {
            guard case .string(let domain) = problem.value("domain") else { continue }
            let finding = FindingID(template: "problem", key: [problem.code])
            guard session.state(of: finding) == .open else {
                counts[domain, default: Count()].decided.append(problem.code)
                continue
            }
            var lacking: [String] = []
            var asked: [String] = []
            for input in session.awaitedInputs(of: finding) {
                guard case .slot(let slot) = input, area.ruleBase.isFigure(slot) else {
                    asked.append("\(input)")
                    continue
                }
                lacking.append(slot.name)
                #expect(
                    session.inputs.values[slot] == nil,
                    "\(path) \(date): \(problem.code) is open for \(slot), which is known")
            }
            #expect(!lacking.isEmpty || !asked.isEmpty, "\(path) \(date): \(problem.code) is open for nothing")
            if lacking.isEmpty {
                counts[domain, default: Count()].voices.append(problem.code)
            } else {
                counts[domain, default: Count()].figures[problem.code] = Set(lacking).sorted()
            }
        }
        return (counts, area.ruleBase.codes(of: "domains").map(\.code))
    }

    @Test(arguments: [
        ("sheets/areas/rotterdam-zuid.yaml", "2020-03-31"), ("sheets/areas/amsterdam-nieuw-west.yaml", "2026-11-01"),
    ])
    func `a problem is open only for a figure that the sheet lacks or for what people say`(
        path: String, date: String
    ) throws {
        let (counts, _) = try counts(path, date)
        #expect(counts.values.contains { !$0.decided.isEmpty })
    }

    @Test func `the count per domain is printed for all sheets`() throws {
        guard ProcessInfo.processInfo.environment["ANALYST_PRINT_DECIDED"] != nil else { return }
        for path in Project.sheets("areas") + Project.sheets("amsterdam") {
            for date in ["2020-03-31", "2026-11-01"] {
                let (counts, order) = try counts(path, date)
                let cells = order.map { domain in
                    let count = counts[domain] ?? Count()
                    return "\(domain) \(count.decided.count)/\(count.figures.count)/\(count.voices.count)"
                }
                print("DECIDED \(path) \(date): \(cells.joined(separator: ", "))")
                guard path.contains("rotterdam-zuid") || path.contains("nieuw-west") else { continue }
                for domain in order {
                    for (problem, lacking) in (counts[domain]?.figures ?? [:]).sorted(by: { $0.key < $1.key }) {
                        print("LACKS \(path) \(date) \(domain) \(problem): \(lacking.joined(separator: ", "))")
                    }
                }
            }
        }
    }
}
