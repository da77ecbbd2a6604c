import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// A what-if says what the sheet would say with that answer in it.
struct ChangedAreaTests {
    @Test(arguments: 0..<100)
    func `answers that are tried say what they say in the sheet`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let values = ["true", "false", "unknown"]
        let slots = ["overlast, perspective: bewoners", "overlast, perspective: ondernemers", "bijstand"]
        func line(_ slot: String, _ value: String, _ rest: String) -> String {
            slot == "bijstand"
                ? "{ question: bijstand, perspective: registratie, value: \(value == "true" ? 5 : 50)\(rest) }"
                : "{ question: \(slot), value: \(value)\(rest) }"
        }
        var before: [String: [String]] = [:]
        for slot in slots {
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let day = ["", ", date: 2024-05-01", ", date: 2024-06-01"].randomElement(using: &random) ?? ""
                before[slot, default: []].append(line(slot, values.randomElement(using: &random) ?? "true", day))
            }
        }
        let area = try Self.area(slots.flatMap { before[$0] ?? [] })
        let tried = slots.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random))
        var (changes, after): ([InputChange], [String: [String]]) = ([], before)
        let reader = InputChangeReader(ruleBase: VillageRules.ruleBase, language: .en)
        for slot in tried {
            let value = (slot == "bijstand" ? Array(values.prefix(2)) : values).randomElement(using: &random) ?? "true"
            let name =
                slot == "bijstand"
                ? "bijstand" : slot.hasSuffix("bewoners") ? "bewoners.overlast" : "ondernemers.overlast"
            let typed = slot == "bijstand" ? (value == "true" ? "5" : "50") : value
            changes.append(try reader.change("\(name)=\(typed)"))
            after[slot] = [line(slot, value, ", date: 2024-06-01")]
        }
        let other = try Self.area(slots.flatMap { after[$0] ?? [] })
        #expect(area.changed(by: changes).session.difference(to: other.session).isEmpty, "\(before) → \(after)")
    }

    private static func area(_ answers: [String]) throws -> AreaSession {
        AreaSession(
            try VillageRules.sheet(bijstand: "20", answers: answers), under: VillageRules.rules, on: VillageRules.date,
            running: .all)
    }

    @Test func `the last of two changes of one value counts`() throws {
        let slot = RecordSchema.Slot(name: "bijstand")
        let area = try Self.area([])
        let known = area.changed(by: [.unknown(slot), .value(slot, .number(5))])
        #expect(known.session.value(of: slot)?.set == .exactly(.number(5)))
        let unknown = area.changed(by: [.value(slot, .number(5)), .unknown(slot)])
        #expect(unknown.session.value(of: slot)?.set.isExact == false)
    }

    /// F10: who answers is heard, so that what waited for a group does not wait.
    @Test(arguments: ["bewoners.drugsoverlast=yes", "bewoners.drugsoverlast=no", "professionals.drugsoverlast=yes"])
    func `a what-if of the project is the answer in the sheet`(text: String) throws {
        let rules = try Project.rules.get()
        let path = "sheets/areas/utrecht-overvecht.yaml"
        let file = SourceFile(name: path, text: try Project.text(path))
        let date = try #require(FEELDate("2026-11-01"))
        let sheet = try FactSheet.read(file)
        let reader = InputChangeReader(ruleBase: rules.ruleBase, language: .en)
        let change = try reader.change(text)
        let tried = AreaSession(sheet, under: rules, on: date, running: .all).changed(by: [change])
        let parts = text.split { $0 == "." || $0 == "=" }.map(String.init)
        let answer = Answer(
            question: parts[1], perspective: parts[0], value: parts[2] == "yes" ? .yes : .no, date: date, method: nil,
            people: nil, note: nil)
        let written = SourceFile(name: path, text: sheet.text(withAnswers: [answer]))
        let area = AreaSession(try FactSheet.read(written), under: rules, on: date, running: .all)
        #expect(tried.session.difference(to: area.session).isEmpty)
        #expect(area.session.facts(of: "voice").map(\.fact.isCertain) == [true])
    }
}
