import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Whatever a sheet says, nothing that limits rights is found without its ground confirmed by those who are asked for it.
///
/// A walk over random inputs of the project's rules: figures, answers, programmes and fitting interventions change step by
/// step, and each step is one sheet. `ANALYST_FULL_TESTS=1` takes ten thousand steps.
@Suite struct RestrictiveInstrumentsTests {
    private static let walks = 4
    private static let steps = (FullRuns.isAsked ? 10_000 : 200) / walks

    @Test(arguments: 0..<walks)
    func `nothing that limits rights is found without its ground`(walk: Int) throws {
        let ruleBase = try Project.rules.get().ruleBase
        let restricted = Self.restricted(ruleBase)
        var random = SeededGenerator(seed: UInt64(1_000 + walk))
        // On one walk nobody confirms a ground; on others some are.
        let grounds = Set(restricted.values.flatMap(\.self))
        func value(_ index: Int) -> ValueSet? {
            let isGround = grounds.contains(ruleBase.record.slots[index])
            if Int.random(in: 0..<4, using: &random) == 0 { return nil }
            if isGround { return .exactly(.boolean(walk > 0 && Bool.random(using: &random))) }
            return Self.value(of: ruleBase.record.domains[index], using: &random)
        }
        var inputs = SessionInputs(date: try #require(FEELDate(walk == 3 ? "2023-06-30" : "2026-11-01")))
        for (index, slot) in ruleBase.record.slots.enumerated() { inputs.set(slot, to: value(index)) }
        inputs.facts = Self.facts(ruleBase, fitting: walk % 2 == 0, using: &random)
        var session = try Project.rules.get().session(inputs)
        var seen: Set<String> = []
        for step in 0..<Self.steps {
            for (_, fact) in session.facts(of: TemplateName.instrument) where fact.isCertain {
                guard let code = session.finding(fact).key.first, let own = restricted[code] else { continue }
                seen.insert(code)
                let isConfirmed = own.contains { session.inputs.value(of: $0) == .exactly(.boolean(true)) }
                #expect(isConfirmed, "walk \(walk), step \(step): \(code)")
            }
            for _ in 0..<12 {
                let index = Int.random(in: ruleBase.record.slots.indices, using: &random)
                session.set(ruleBase.record.slots[index], to: value(index))
            }
            for slot in grounds where Int.random(in: 0..<10, using: &random) == 0 {
                session.set(slot, to: walk > 0 ? .exactly(.boolean(Bool.random(using: &random))) : nil)
            }
        }
        // The walk is not idle: where grounds are confirmed, instruments that limit rights are met.
        #expect(walk == 0 ? seen.isEmpty : walk % 2 == 1 || seen.count > 10, "\(seen)")
    }

    /// Of each code that limits rights, the values that confirm a ground of it: those of the groups that are asked.
    private static func restricted(_ ruleBase: RuleBase) -> [String: [RecordSchema.Slot]] {
        var result: [String: [RecordSchema.Slot]] = [:]
        for code in ruleBase.vocabulary("instruments")?.codes ?? []
        where code.value(RestrictiveCodes.restrictive) == .boolean(true) {
            result[code.code] = code.codes(RestrictiveCodes.ground).flatMap { ground in
                let groups = ruleBase.vocabulary(VocabularyName.observations)?[ground]?.codes("perspectives") ?? []
                return groups.map { RecordSchema.Slot(context: $0, name: ground) }
            }
        }
        return result
    }

    private static func facts(
        _ ruleBase: RuleBase, fitting: Bool, using random: inout SeededGenerator
    ) -> [SessionInputs.InputFact] {
        func some(_ vocabulary: String, _ template: String) -> [SessionInputs.InputFact] {
            (ruleBase.vocabulary(vocabulary)?.codes ?? []).filter { _ in Bool.random(using: &random) }
                .map { .init(template: template, key: [.string($0.code)]) }
        }
        return some(VocabularyName.programmes, "membership")
            + (fitting ? some(VocabularyName.interventions, TemplateName.intervention) : [])
    }

    /// Some value of a domain; often one of its ends, where rules speak.
    private static func value(of domain: ValueSet, using random: inout SeededGenerator) -> ValueSet? {
        switch domain {
        case .oneOf(let values): return values.randomElement(using: &random).map { .exactly($0) }
        case .numbers(let interval, _):
            let low = interval.low?.doubleValue ?? 0
            let high = min(interval.high?.doubleValue ?? 100, 100_000)
            let shares: [Double] = [0, 0.05, 0.1, 0.2, 0.5, 0.8, 0.95, 1]
            let share = shares[Int.random(in: shares.indices, using: &random)]
            return .exactly(.number(FEELNumber(Int(low + (high - low) * share))))
        default: return nil
        }
    }
}
