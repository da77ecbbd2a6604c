/// The unknown inputs that open facts of a session wait for, worked out together.
///
/// A session keeps with each justification only what it rests on directly: inputs, and open facts and fields. So a change of
/// an input reaches the facts that become something else, not all that wait for the same input. Here these threads
/// are followed back to the inputs. Facts that rest on each other wait for the same inputs, so that they are gathered group by
/// group, each after those that it rests on.
///
///     let awaited = AwaitedInputs(session)
///     for (finding, fact) in session.openConclusions { print(finding, awaited[fact].map { session.reference($0) }) }
package struct AwaitedInputs {
    private let count: Int
    /// By what waits for inputs itself, its group.
    private var groups: [InputID: Int] = [:]
    private var inputs: [InputSet] = []

    /// Of all open facts.
    package init(_ session: Session) {
        self.init(session, of: session.facts)
    }

    /// Of some facts of the session.
    package init(_ session: Session, of facts: [Fact]) {
        self.init(session, behind: facts.flatMap(\.origins))
    }

    /// Of some origins.
    init(_ session: Session, behind origins: [InputID]) {
        count = session.inputReferences.count
        var numbers: [InputID: Int] = [:]
        var nodes: [InputID] = []
        func number(of origin: InputID) -> Int {
            if let known = numbers[origin] { return known }
            numbers[origin] = nodes.count
            nodes.append(origin)
            return nodes.count - 1
        }
        for origin in origins where origin.isIndirect { _ = number(of: origin) }
        var edges: [[Int]] = []
        var own: [InputSet] = []
        while edges.count < nodes.count {
            var set = InputSet(count: count)
            var targets: [Int] = []
            session.forEachGround(of: nodes[edges.count]) { ground in
                if ground.isIndirect { targets.append(number(of: ground)) } else { set.insert(ground) }
            }
            edges.append(targets)
            own.append(set)
        }
        for group in StrongComponents.of(edges) {
            var set = InputSet(count: count)
            for node in group {
                set.formUnion(own[node])
                for target in edges[node] { if let known = groups[nodes[target]] { set.formUnion(inputs[known]) } }
            }
            for node in group { groups[nodes[node]] = inputs.count }
            inputs.append(set)
        }
    }

    /// The inputs that a fact waits for, in the order of their numbers; none when it is found.
    package subscript(fact: Fact) -> [InputID] { self[fact.origins] }

    subscript(origins: [InputID]) -> [InputID] {
        guard let first = origins.first, first.isIndirect else { return origins }
        if origins.count == 1, let group = groups[first] { return inputs[group].inputs }
        var set = InputSet(count: count)
        for origin in origins {
            if !origin.isIndirect {
                set.insert(origin)
            } else if let group = groups[origin] {
                set.formUnion(inputs[group])
            }
        }
        return set.inputs
    }
}

extension Session {
    /// The unknown inputs that a finding waits for, named values first; none when it is found or refuted.
    public func awaitedInputs(of finding: FindingID) -> [InputReference] {
        fact(finding).map { awaitedInputs(of: $0.fact).map { reference($0) } } ?? []
    }

    /// The unknown inputs that a fact waits for, in the order of their numbers; none when it is found. For many facts,
    /// `AwaitedInputs` does it at one go.
    package func awaitedInputs(of fact: Fact) -> [InputID] { inputs(behind: fact.origins) }

    /// The unknown inputs behind the origins of a value or a justification of this session, in the order of their numbers.
    package func inputs(behind origins: [InputID]) -> [InputID] { AwaitedInputs(self, behind: origins)[origins] }

    /// Goes through what an open fact, or a field that is not known exactly, rests on; some of it more than once.
    fileprivate func forEachGround(of origin: InputID, _ body: (InputID) -> Void) {
        let (fact, fields) = origin.awaited
        for justification in table.justifications(of: fact) {
            guard let fields else {
                for ground in justification.origins { body(ground) }
                continue
            }
            let conclusion = ruleBase.rules[justification.rule].conclusions[justification.conclusion]
            for (entry, value) in zip(conclusion.fields, justification.values) where fields.contains(entry.index) {
                for ground in value.origins { body(ground) }
                for ground in justification.origins { body(ground) }
            }
        }
    }
}

extension InputID {
    /// Fields of one fact that are told apart; any behind these are taken together, as one that waits for what they all wait
    /// for.
    private static let fieldBits: Int32 = 5

    /// That an open fact, which rules conclude, is there.
    static func awaiting(_ fact: FactID) -> InputID { InputID(-1 - fact.rawValue << fieldBits) }

    /// What a field is of a fact that rules conclude.
    static func awaiting(_ fact: FactID, field: Int) -> InputID {
        InputID(-1 - (fact.rawValue << fieldBits | Int32(min(field + 1, 1 << Int(fieldBits) - 1))))
    }

    /// It stands for something in the session that waits for inputs itself.
    var isIndirect: Bool { rawValue < 0 }

    /// The fact that it stands for, and the fields; `nil` for the question whether the fact is there.
    fileprivate var awaited: (fact: FactID, fields: ClosedRange<Int>?) {
        let number = -1 - rawValue
        let part = Int(number & (1 << Self.fieldBits - 1))
        let last = 1 << Int(Self.fieldBits) - 1
        return (
            FactID(Int(number >> Self.fieldBits)),
            part == 0 ? nil : part == last ? part - 1...Int.max - 1 : part - 1...part - 1
        )
    }
}
