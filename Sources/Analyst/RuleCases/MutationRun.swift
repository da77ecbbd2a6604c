import RuleEngine

/// All mutants tried: which of them some case notices, and which none does (R. DeMillo, R. Lipton, F. Sayward, "Hints on
/// Test Data Selection", 1978).
///
/// A case notices a mutant when it passes with the rules as they are, and does not with the changed one. Only cases that
/// depend on a changed rule are tried.
package struct MutationRun: Sendable {
    package enum Outcome: Hashable, Sendable {
        /// Some case fails; the first that was seen.
        case noticed(by: String)
        /// No case fails.
        case unnoticed
        /// The changed text is no rule base, so that nobody can make this mistake.
        case refused
    }

    package struct Result: Sendable {
        package let mutant: RuleMutant
        package let outcome: Outcome
    }

    /// In the order of files and places.
    package let results: [Result]

    package var noticed: Int { results.count { if case .noticed = $0.outcome { true } else { false } } }
    package var unnoticed: [Result] { results.filter { $0.outcome == .unnoticed } }
    package var refused: Int { results.count { $0.outcome == .refused } }

    /// The part of the mutants that cases notice, of those that could be tried; 1 where there are none.
    package var score: Double {
        let tried = results.count - refused
        return tried == 0 ? 1 : Double(noticed) / Double(tried)
    }

    /// - Parameters:
    ///   - filter: files or rules whose mutants are tried.
    ///   - operations: the kinds of change that are tried.
    package init(
        _ library: RuleLibrary, _ cases: [RuleCase], filter: RuleTestFilter = RuleTestFilter(),
        operations: Set<RuleMutant.Operation> = Set(RuleMutant.Operation.allCases)
    ) {
        let ruleBase = library.ruleBase
        let mutants = RuleMutations(library).all.filter { mutant in
            let name =
                switch mutant.target {
                case .rule(let index): ruleBase.rules[index].name
                case .parameter(let index, _): ruleBase.parameters[index].name
                }
            return operations.contains(mutant.operation) && filter.contains(name, mutant.span.file)
        }
        let trial = MutantTrial(library, cases)
        let starts = Array(stride(from: 0, to: mutants.count, by: Self.batch))
        results = Concurrently.map(starts) { start in
            let batch = Array(mutants[start..<min(start + Self.batch, mutants.count)])
            return zip(batch, trial.outcomes(of: batch, from: start)).map { Result(mutant: $0, outcome: $1) }
        }.flatMap(\.self)
    }

    /// So many mutants are compiled together.
    private static let batch = 200
}

/// Tries mutants on the cases that depend on what they change.
private struct MutantTrial: Sendable {
    private let documents: [(name: String, result: YAMLResult)]
    private let texts: RuleTexts
    private let cases: [RuleCase]
    /// By case, the rules on which it depends.
    private let needed: [[Bool]]
    /// By rule, the cases that depend on it, those that ask for it first.
    private let casesOfRule: [[Int]]

    init(_ library: RuleLibrary, _ all: [RuleCase]) {
        documents = library.files.map { ($0.name, YAMLParser.parseSingle($0)) }
        texts = RuleTexts(library)
        let rules = CompiledRules(library)
        let dependencies = RuleDependencies(rules.network)
        let needed = Concurrently.map(all) { ruleCase -> [Bool]? in
            let needed = dependencies.rules(behind: ruleCase.findings, and: ruleCase.rules, given: ruleCase.inputs)
            let session = rules.session(ruleCase.inputs, considering: needed)
            return Self.passes(ruleCase, session) ? needed : nil
        }
        let sound = zip(all, needed).compactMap { ruleCase, needed in needed.map { (ruleCase, $0) } }
        let cases = sound.map(\.0)
        self.cases = cases
        self.needed = sound.map(\.1)
        let folders = library.ruleBase.rules.map { RuleCaseFiles.name(beside: $0.span.file) }
        let count = library.ruleBase.rules.count
        var ofRule: [[Int]] = Array(repeating: [], count: count)
        for (number, (_, needed)) in sound.enumerated() {
            for rule in 0..<count where needed[rule] { ofRule[rule].append(number) }
        }
        for rule in 0..<count {
            func rank(_ number: Int) -> Int {
                cases[number].rules.contains(rule) ? 0 : cases[number].file == folders[rule] ? 1 : 2
            }
            ofRule[rule] = ofRule[rule].map { (rank($0), $0) }.sorted { $0 < $1 }.map(\.1)
        }
        casesOfRule = ofRule
    }

    private static func passes(
        _ ruleCase: RuleCase, _ session: Session, standing: (Int) -> Int = { $0 }
    ) -> Bool {
        guard !session.diagnostics.contains(where: { $0.severity == .error }) else { return false }
        let judge = RuleCaseJudge(session: session, language: .en)
        return ruleCase.demands.allSatisfy { judge.passes($0.value, standing: standing) }
    }

    func outcomes(of mutants: [RuleMutant], from start: Int) -> [MutationRun.Outcome] {
        let sources = mutants.enumerated().map { MutantSource($1, number: start + $0, texts: texts) }
        var excluded: Set<String> = []
        var reading = read(sources.compactMap(\.self), without: excluded)
        // A rule that is refused for what it does to others takes its file along; then the rest is read once more.
        for _ in 0..<4 {
            let faulty = Set(
                reading.diagnostics.filter { $0.severity == .error }.flatMap { diagnostic in
                    ([diagnostic.span] + diagnostic.related.map(\.span)).compactMap { $0?.file }
                }.filter { $0.hasPrefix(MutantSource.folder) })
            guard !faulty.isSubset(of: excluded) else { break }
            excluded.formUnion(faulty)
            reading = read(sources.compactMap(\.self), without: excluded)
        }
        let rules = CompiledRules(reading.ruleBase)
        let numbers = Dictionary(
            reading.ruleBase.rules.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        return sources.map { source in
            guard let source, !excluded.contains(source.file.name) else { return .refused }
            var standing: [Int: Int] = [:]
            for (rule, name) in source.replaced {
                guard let number = numbers[name] else { return .refused }
                standing[rule] = number
            }
            return outcome(standing, rules)
        }
    }

    private func read(_ sources: [MutantSource], without excluded: Set<String>) -> RuleBaseReader.Reading {
        RuleBaseReader.read(
            documents: documents
                + sources.filter { !excluded.contains($0.file.name) }
                .map { ($0.file.name, YAMLParser.parseSingle($0.file)) })
    }

    /// - Parameter standing: what stands in for each rule that is changed.
    private func outcome(_ standing: [Int: Int], _ rules: CompiledRules) -> MutationRun.Outcome {
        var tried: Set<Int> = []
        for rule in standing.keys.sorted() {
            for number in casesOfRule[rule] where tried.insert(number).inserted {
                var considered = needed[number]
                considered += Array(repeating: false, count: rules.ruleBase.rules.count - considered.count)
                for (old, new) in standing where considered[old] {
                    considered[old] = false
                    considered[new] = true
                }
                let session = rules.session(cases[number].inputs, considering: considered)
                if !Self.passes(cases[number], session, standing: { standing[$0] ?? $0 }) {
                    return .noticed(by: cases[number].name.value)
                }
            }
        }
        return .unnoticed
    }
}
