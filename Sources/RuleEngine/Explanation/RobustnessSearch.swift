/// Searches for the smallest changes: sets of changes in the order of their number and size, each tried by a run.
///
/// A set that does not reach the goal is extended by the changes that its own run suggests. This is the hitting set
/// tree of Reiter (1987), walked by cost as in Dijkstra (1959); a set may also move an input further that it changed
/// already.
///
/// One case is left out: where one comparison reads two inputs that both must change, each is moved as far as it can or
/// to where something turns as the other one is now (of many such places, to the first and the last); a change of less
/// size that shares the way between them is not looked for.
struct RobustnessSearch {
    private let session: Session
    private let finding: FindingID
    private let scale: InputScale
    private let limits: RobustnessLimits
    private let goal: Robustness.Goal
    private let order: InputOrder
    private var queue: [Candidate] = []
    private var entered: Set<[InputChange]> = []
    private var tried: [[InputChange]: FindingState] = [:]
    private var runs = 0
    /// How many goals of circles may still be looked at from another side, in all runs together.
    private var sides = 100
    /// A change may be missing among those that were suggested.
    private var isPartial = false

    private struct Candidate {
        let changes: [InputChange]
        let size: FEELNumber

        func precedes(_ other: Candidate) -> Bool {
            (changes.count, size) < (other.changes.count, other.size)
        }
    }

    init(_ session: Session, _ finding: FindingID, _ scale: InputScale, _ limits: RobustnessLimits) {
        self.session = session
        self.finding = finding
        self.scale = scale
        self.limits = limits
        goal = session.state(of: finding) == .found ? .undo : .bringAbout
        order = InputOrder(session)
    }

    mutating func result() -> Robustness {
        var alternatives: [Robustness.Alternative] = []
        var isCutOff = false
        enter([])
        while let candidate = queue.popLast() {
            // Larger sets do not count beside smaller ones.
            if let first = alternatives.first, candidate.changes.count > first.changes.count { break }
            if alternatives.count == limits.alternatives { break }
            if alternatives.contains(where: { Self.inputs($0.changes) == Self.inputs(candidate.changes) }) { continue }
            guard runs < limits.runs else {
                isCutOff = true
                break
            }
            let trial = run(candidate.changes)
            let state = trial.state(of: finding)
            guard isReached(state) else {
                extend(candidate.changes, trial)
                continue
            }
            let needed = withoutNeedless(candidate.changes)
            if alternatives.contains(where: { Set(Self.inputs($0.changes)).isSubset(of: Self.inputs(needed)) }) {
                continue
            }
            let alternative = Robustness.Alternative(
                changes: needed, size: size(of: needed), state: tried[needed] ?? state)
            if let first = alternatives.first, needed.count < first.changes.count { alternatives = [] }
            alternatives.append(alternative)
        }
        return Robustness(
            finding: finding, state: session.state(of: finding), goal: goal, alternatives: alternatives,
            isCutOff: isCutOff || isPartial, runs: runs)
    }

    private func isReached(_ state: FindingState) -> Bool { goal == .undo ? state != .found : state == .found }

    private static func inputs(_ changes: [InputChange]) -> [InputReference] { changes.map(\.input) }

    private mutating func run(_ changes: [InputChange]) -> Session {
        guard !changes.isEmpty else { return session }
        runs += 1
        var trial = session
        trial.inputs = session.inputs.changed(by: changes, in: session.ruleBase)
        tried[changes] = trial.state(of: finding)
        return trial
    }

    /// The changes without those that the goal does not need.
    private mutating func withoutNeedless(_ changes: [InputChange]) -> [InputChange] {
        var needed = changes
        for change in changes where needed.count > 1 {
            let rest = needed.filter { $0 != change }
            let state: FindingState
            if let known = tried[rest] {
                state = known
            } else {
                guard runs < limits.runs else { break }
                state = run(rest).state(of: finding)
            }
            if isReached(state) { needed = rest }
        }
        return needed
    }

    // MARK: The queue

    private static let sidesPerRun = 16

    private mutating func extend(_ changes: [InputChange], _ trial: Session) {
        let own = min(sides, Self.sidesPerRun)
        var suggestions = ChangeSuggestions(session: trial, scale: scale, isStrict: goal == .bringAbout, sides: own)
        let more = goal == .undo ? suggestions.undoing(finding) : suggestions.holding(finding)
        sides -= own - suggestions.sides
        if suggestions.isCutOff { isPartial = true }
        for change in more where !isAsItWas(change) {
            let rest = changes.filter { $0.input != change.input }
            guard rest.count < limits.inputs else { continue }
            enter((rest + [change]).sorted { order.precedes($0.input, $1.input) })
        }
    }

    /// A change back to what the inputs were.
    private func isAsItWas(_ change: InputChange) -> Bool {
        switch change {
        case .value(let slot, let value): session.value(of: slot)?.set == .exactly(value)
        case .unknown(let slot): session.inputs.value(of: slot) == nil
        case .present(let finding): session.state(of: finding) == .found
        case .absent(let finding): session.state(of: finding) == .refuted
        case .field(let finding, let name, let value):
            session.fact(finding).flatMap { session.value(of: name, in: $0.fact) }?.set == .exactly(value)
        }
    }

    /// The last of the queue is the smallest; of equals the one that came first.
    private mutating func enter(_ changes: [InputChange]) {
        guard entered.insert(changes).inserted else { return }
        let candidate = Candidate(changes: changes, size: size(of: changes))
        let index = queue.firstIndex { !candidate.precedes($0) } ?? queue.count
        queue.insert(candidate, at: index)
    }

    private func size(of changes: [InputChange]) -> FEELNumber {
        changes.reduce(.zero) { $0.adding(scale.size(of: $1, in: session)) ?? $0 }
    }
}
