extension Session {
    /// What rules conclude and what is neither found nor refuted, in the order of the session.
    ///
    /// Only conclusions with one key: those with two are relations between others, many and seldom of use by themselves.
    package var openConclusions: [(finding: FindingID, fact: Fact)] {
        facts.filter { !$0.isCertain && $0.origin == .derived && !$0.isAnonymous && $0.key.count == 1 }
            .map { (finding($0), $0) }
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
            questions.append(question(input, waiting, changes, weights))
        }
        let ordered = questions.enumerated().sorted { left, right in
            if left.element.precedes(right.element) { return true }
            if right.element.precedes(left.element) { return false }
            return left.offset < right.offset
        }
        return NextQuestions(questions: ordered.map(\.element), isCutOff: isCutOff, runs: runs)
    }

    /// What knowing one input settles.
    package func question(
        about input: InputReference, waiting: [FindingID], weights: [FindingID: FEELNumber] = [:],
        scale: InputScale = InputScale()
    ) -> NextQuestion {
        question(input, waiting, answers(to: input, scale: scale), weights)
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
        _ input: InputReference, _ waiting: [FindingID], _ changes: [InputChange], _ weights: [FindingID: FEELNumber]
    ) -> NextQuestion {
        let open = openConclusions.map(\.finding)
        let cases = changes.map { change -> NextQuestion.Case in
            var trial = self
            trial.inputs = inputs.changed(by: [change], in: ruleBase)
            let settled = open.filter { trial.state(of: $0) != .open }
            return NextQuestion.Case(change: change, settled: settled, weight: Self.weight(of: settled, weights))
        }
        return NextQuestion(input: input, waiting: waiting, cases: cases)
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
        let reading = ruleBase.rules.filter { $0.validity.contains(inputs.date) }.flatMap(\.expressions)
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
