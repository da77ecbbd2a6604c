package import RuleEngine

/// The choice of a package as numbers: problems, domains and kinds of change are elements to cover, interventions are items.
package struct PackageModel: Sendable {
    package let options: [InterventionOption]
    package private(set) var problem: PackageProblem
    /// Codes of the problems, which are the first elements.
    private let problems: [String]
    private let ruleBase: RuleBase
    private let parameters: ChoiceParameters

    /// - Parameters:
    ///   - running: problems on which something works already.
    package init(
        options: [InterventionOption], problems: [FoundProblem], main: [ChallengeChoice.Ranked], running: Set<String>,
        sheet: FactSheet, ruleBase: RuleBase, _ parameters: ChoiceParameters
    ) {
        self.options = options
        self.problems = problems.map(\.code)
        self.ruleBase = ruleBase
        self.parameters = parameters
        let domains = Self.inOrder(options.map(\.domain))
        let kinds = Self.inOrder(options.map(\.kind))
        let weights = problems.map { found in
            let whole = found.points(among: main, sheet, parameters)
            return running.contains(found.code) ? whole * parameters[.runningShare] / 100 : whole
        }
        let classes = CostClass.all(ruleBase)
        let costs = options.map { classes.of($0.firstStep?.costClass)?.high ?? 0 }
        var limits = [parameters[.mostInterventions]]
        limits += domains.map { _ in parameters[.mostOfDomain] }
        if let budget = sheet.means?.budget { limits.append(Self.thousands(budget.amount)) }
        if let capacity = sheet.means?.capacity { limits.append(capacity) }
        var problem = PackageProblem(
            elements: weights + domains.map { _ in parameters[.domain] } + kinds.map { _ in parameters[.kind] },
            limits: limits)
        for (option, cost) in zip(options, costs) {
            let covers =
                problems.indices.filter { option.problems.contains(problems[$0].code) }
                + domains.indices.filter { domains[$0] == option.domain }.map { problems.count + $0 }
                + kinds.indices.filter { kinds[$0] == option.kind }.map { problems.count + domains.count + $0 }
            let worth =
                parameters.evidence(option.evidence) + (option.features.isEmpty ? 0 : parameters[.favoured])
                - parameters[.attention] - option.obstacles.count * parameters[.obstacle]
            var uses = [1] + domains.map { $0 == option.domain ? 1 : 0 }
            if sheet.means?.budget != nil { uses.append(cost) }
            if sheet.means?.capacity != nil { uses.append(option.firstStep?.load ?? 1) }
            problem.items.append(PackageProblem.Item(covers: covers, worth: worth, uses: uses))
        }
        self.problem = problem
        for (first, second) in pairs(PairAttribute.reinforces) {
            self.problem.bonds.append(PackageProblem.Bond(first, second, worth: max(parameters[.bond], 0)))
        }
        self.problem.clashes = pairs(PairAttribute.clashesWith).map { PackageProblem.Clash($0, $1) }
    }

    private static func thousands(_ amount: FEELNumber) -> Int {
        amount.divided(by: 1000)?.rounded(toScale: 0, rule: .floor)?.integerValue ?? .max
    }

    private static func inOrder(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// Numbers of options that the vocabulary puts together, each pair once.
    private func pairs(_ attribute: String) -> [(Int, Int)] {
        let numbers = Dictionary(options.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<[Int]> = []
        return options.indices.flatMap { item -> [(Int, Int)] in
            let others = ruleBase.vocabulary(VocabularyName.interventions)?[options[item].code]?.codes(attribute) ?? []
            return others.compactMap { other in
                guard let number = numbers[other], number != item, seen.insert([item, number].sorted()).inserted else {
                    return nil
                }
                return (min(item, number), max(item, number))
            }
        }
    }

    /// What the problems that an option works on count together.
    package func weight(of option: InterventionOption) -> Int {
        problems.indices.reduce(0) { $0 + (option.problems.contains(problems[$1]) ? problem.elements[$1] : 0) }
    }

    /// The options that an option reinforces or is reinforced by.
    package func bonded(with code: String) -> [String] {
        guard let item = options.firstIndex(where: { $0.code == code }) else { return [] }
        return problem.bonds.compactMap { bond in
            bond.first == item ? options[bond.second].code : bond.second == item ? options[bond.first].code : nil
        }
    }

    /// Why an option is not in the best package: the best one with it is compared.
    package func reason(for item: Int, against best: PackageProblem.Solution) -> PackageChoice.Reason {
        let clashing = problem.clashes.compactMap { clash -> Int? in
            clash.first == item ? clash.second : clash.second == item ? clash.first : nil
        }.filter { best.items.contains($0) }
        guard let with = problem.best(forced: [item]) else { return .beyondMeans }
        let dropped = best.items.filter { !with.items.contains($0) }
        if !clashing.isEmpty { return .clashes(with: clashing.map { options[$0].code }) }
        if dropped.isEmpty { return .addsLittle }
        return .replaces(dropped.map { options[$0].code }, loss: best.value - with.value)
    }

    /// Packages that lean to some kinds of change, where they differ from the best one in two interventions or more.
    package func variants(beside best: PackageProblem.Solution) -> [PackageChoice.Variant] {
        (ruleBase.vocabulary(VocabularyName.packageVariants)?.codes ?? []).compactMap { term in
            let kinds = Set((term.string("kinds") ?? "").split(separator: " ").map(String.init))
            var leaning = problem
            for item in options.indices where kinds.contains(options[item].kind) {
                leaning.items[item].worth += parameters[.variant]
            }
            guard let variant = leaning.best() else { return nil }
            let added = variant.items.filter { !best.items.contains($0) }
            let dropped = best.items.filter { !variant.items.contains($0) }
            guard max(added.count, dropped.count) >= Self.leastDifference else { return nil }
            return PackageChoice.Variant(
                code: term.code, steps: variant.items.map { options[$0].code }, added: added.map { options[$0].code },
                dropped: dropped.map { options[$0].code })
        }
    }

    private static let leastDifference = 2
}
