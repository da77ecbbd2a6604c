extension Session {
    /// What rules conclude and what is neither found nor refuted, in the order of the session.
    ///
    /// Only conclusions with one key: those with two are relations between others, many and seldom of use by themselves.
    package var openConclusions: [(finding: FindingID, fact: Fact)] {
        openConclusions(of: [])
    }

    /// - Parameter templates: the kinds of fact that count; none: all do.
    package func openConclusions(of templates: Set<String>) -> [(finding: FindingID, fact: Fact)] {
        openRows(of: templates).map { ($0.finding, table[$0.id]) }
    }

    /// The same by row; kinds of fact that none of the rules that are run concludes are left out.
    private func openRows(of templates: Set<String>) -> [(id: FactID, finding: FindingID)] {
        var result: [(id: FactID, finding: FindingID)] = []
        for template in ruleBase.templates.indices where isConcluded(template) {
            guard templates.isEmpty || templates.contains(ruleBase.templates[template].name) else { continue }
            for id in table.all(of: template) where !table.isCertain(id) {
                let fact = table[id]
                guard fact.origin == .derived, !fact.isAnonymous, fact.key.count == 1 else { continue }
                result.append((id, finding(fact)))
            }
        }
        return result
    }

    private func isConcluded(_ template: Int) -> Bool {
        network.concludingRules.range(of: template).contains { runs(rule: Int(network.concludingRules.items[$0])) }
    }

    /// The inputs that are worth asking for, the one that settles most first.
    ///
    /// - Parameters:
    ///   - weights: how much each conclusion counts; one that is not listed counts as one.
    ///   - inputs: ask for these only; `nil` for all.
    ///   - limit: runs of the rules. Inputs that the most weight waits for are tried first.
    package func nextQuestions(
        weights: [FindingID: FEELNumber] = [:], among inputs: Set<InputReference>? = nil,
        scale: InputScale = InputScale(), limit: Int = 100
    ) -> NextQuestions {
        var questions: [NextQuestion] = []
        var runs = 0
        var isCutOff = false
        for (input, waiting) in waitingConclusions(weights) where inputs?.contains(input) ?? true {
            let changes = answers(to: input, scale: scale)
            guard !changes.isEmpty else { continue }
            guard runs + changes.count <= limit else {
                isCutOff = true
                continue
            }
            runs += changes.count
            questions.append(question(input, waiting, changes, [], weights))
        }
        let ordered = questions.enumerated().sorted { left, right in
            if left.element.precedes(right.element) { return true }
            if right.element.precedes(left.element) { return false }
            return left.offset < right.offset
        }
        return NextQuestions(questions: ordered.map(\.element), isCutOff: isCutOff, runs: runs)
    }

    /// What knowing one input settles.
    ///
    /// - Parameter templates: the kinds of fact that count; none: all do.
    package func question(
        about input: InputReference, waiting: [FindingID], of templates: Set<String> = [],
        weights: [FindingID: FEELNumber] = [:], scale: InputScale = InputScale()
    ) -> NextQuestion {
        question(input, waiting, answers(to: input, scale: scale), templates, weights)
    }

    /// The unknown inputs with the open conclusions that wait for each; those with the most weight first, then in the
    /// order of the inputs.
    private func waitingConclusions(
        _ weights: [FindingID: FEELNumber]
    ) -> [(input: InputReference, waiting: [FindingID])] {
        var waiting: [[FindingID]] = Array(repeating: [], count: inputReferences.count)
        let awaited = AwaitedInputs(self)
        for (finding, fact) in openConclusions {
            for origin in awaited[fact] { waiting[Int(origin.rawValue)].append(finding) }
        }
        return zip(inputReferences, waiting).filter { !$1.isEmpty }
            .map { (input: $0, waiting: $1, weight: Self.weight(of: $1, weights)) }
            .enumerated()
            .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .map { ($0.element.input, $0.element.waiting) }
    }

    /// The weights of conclusions together; one that is not listed counts as one.
    static func weight(of findings: [FindingID], _ weights: [FindingID: FEELNumber]) -> FEELNumber {
        findings.reduce(.zero) { $0.adding(weights[$1] ?? .one) ?? $0 }
    }

    private func question(
        _ input: InputReference, _ waiting: [FindingID], _ changes: [InputChange], _ templates: Set<String>,
        _ weights: [FindingID: FEELNumber]
    ) -> NextQuestion {
        let open = openRows(of: templates)
        // What expressions gave for some values stays so in each trial.
        var remembered = memory.expressions
        let cases = changes.map { change -> NextQuestion.Case in
            var trial = self
            trial.memory.expressions = remembered
            trial.make(change)
            remembered = trial.memory.expressions
            let settled = open.filter { !trial.isOpen($0.id, $0.finding) }.map(\.finding)
            return NextQuestion.Case(change: change, settled: settled, weight: Self.weight(of: settled, weights))
        }
        return NextQuestion(input: input, waiting: waiting, cases: cases)
    }

    private mutating func make(_ change: InputChange) {
        switch change {
        case .value(let slot, let value): set(slot, to: .exactly(value))
        case .unknown(let slot): set(slot, to: nil)
        case .present, .absent, .field: inputs = inputs.changed(by: [change], in: ruleBase)
        }
    }

    /// Whether a conclusion that was open still is.
    private func isOpen(_ id: FactID, _ finding: FindingID) -> Bool {
        table.isPresent(id) ? !table.isCertain(id) : state(of: finding) == .open
    }

    // MARK: Answers

    /// One answer for each range of answers that the rules treat alike; none for what cannot be asked.
    private func answers(to input: InputReference, scale: InputScale) -> [InputChange] {
        switch input {
        case .slot(let slot):
            scale.fixedSlots.contains(slot) ? [] : settlingValues(of: slot, scale: scale).map { .value(slot, $0) }
        case .fact(let finding):
            scale.fixedTemplates.contains(finding.template) || fact(finding)?.fact.origin != .input
                ? [] : fact(finding)?.fact.isCertain == true ? [] : [.present(finding), .absent(finding)]
        case .others, .parameter: []
        }
    }

    /// One value of each range between the thresholds that an unknown value meets in any rule. Thresholds that rest on
    /// what rules bind, or on another unknown value, part nothing.
    func settlingValues(of slot: RecordSchema.Slot, scale: InputScale) -> [FEELValue] {
        guard let index = ruleBase.record.index(of: slot) else { return [] }
        let reading = network.slotReaders.range(of: index).map { Int(network.slotReaders.items[$0]) }
            .filter { runs(rule: $0) }.flatMap { ruleBase.rules[$0].expressions }
            .filter { $0.slots.contains(slot) }.map(\.expression)
        let solver = ThresholdSolver(session: self, scale: scale)
        var seen: Set<[ValueSet]> = []
        return solver.candidates(of: slot, in: reading, scope).filter { value in
            let signature = reading.flatMap(\.conditions).filter { $0.reads(slot) }
                .map { solver.truth(of: $0, slot, value, scope) }
            return seen.insert(signature).inserted
        }
    }
}

extension FEELExpression {
    /// The parts that are true or false by themselves: comparisons and what stands alone under `and`, `or` and `not`.
    fileprivate var conditions: [FEELExpression] {
        switch kind {
        case .binary(.and, let left, let right), .binary(.or, let left, let right): left.conditions + right.conditions
        default: [self]
        }
    }
}
