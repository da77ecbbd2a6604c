package import RuleEngine

/// The decisions of a model for one record, each worked out once, after what it requires.
package final class ModelRun {
    private let program: ModelProgram
    private var known: [ModelSet.ElementID: FEELValue] = [:]
    /// Inside a decision service: what is not given is null.
    private let isInside: Bool
    private let inputs: FEELContext

    /// Why something is null, in the order in which it was found.
    package var notes: [ModelNote] { program.journal.notes }

    init(_ program: ModelProgram, inputs: FEELContext) {
        self.program = program
        self.inputs = inputs
        isInside = false
        program.journal.begin()
    }

    init(_ program: ModelProgram, given: [ModelSet.ElementID: FEELValue], isInside: Bool) {
        self.program = program
        self.isInside = isInside
        inputs = FEELContext()
        known = given
    }

    /// The value of an element: of a decision its result, of a function the function.
    package func value(of id: ModelSet.ElementID) -> FEELValue {
        // No length of a chain of requirements can exhaust the stack: this does not call itself.
        var open: [(id: ModelSet.ElementID, requirements: [ModelSet.ElementID], next: Int)] = []
        var underway: Set<ModelSet.ElementID> = []
        func begin(_ id: ModelSet.ElementID) {
            guard known[id] == nil, underway.insert(id).inserted else { return }
            open.append((id, program.code(of: id).requirements, 0))
        }
        begin(id)
        while let last = open.last {
            if last.next < last.requirements.count {
                open[open.count - 1].next += 1
                begin(last.requirements[last.next])
            } else {
                open.removeLast()
                known[last.id] = compute(last.id)
            }
        }
        return known[id] ?? .null
    }

    /// What a decision service or a business knowledge model gives for the inputs by name; `nil` where it is none.
    package func call(_ id: ModelSet.ElementID) -> FEELValue? {
        guard case .function(let function) = value(of: id), case .closure(let closure) = function.content else {
            return nil
        }
        let arguments = closure.parameters.map { UncertainValue(inputs[$0.name] ?? .null) }
        let before = program.journal.enter(program.set[id].name.value.asName)
        defer { _ = program.journal.enter(before) }
        let outcome = program.evaluator(of: id, isInside: isInside).call(
            function, with: arguments, in: FEELDictionaryScope())
        take(outcome.notes)
        return outcome.result.set.exactValue ?? .null
    }

    private func compute(_ id: ModelSet.ElementID) -> FEELValue {
        let code = program.code(of: id)
        let element = program.set[id]
        guard let program = code.code else { return .null }
        let values = element.isInput ? [input(id)] : code.slots.map { self.value(of: $0) }
        let before = self.program.journal.enter(element.name.value.asName)
        defer { _ = self.program.journal.enter(before) }
        let outcome = self.program.evaluator(of: id, isInside: isInside).evaluate(
            program, in: FEELSlotArray(values.map { UncertainValue($0) }))
        take(outcome.notes)
        let result = outcome.result.set.exactValue ?? .null
        guard result.holdsFunction else { return result }
        return result.seeing(zip(code.slots, values).map { FEELContext.Entry(key: $0.name, value: $1) })
    }

    private func take(_ notes: [FEELNote]) {
        for note in notes { program.journal.note(note.message, at: program.span(of: note)) }
    }

    private func value(of slot: ModelProgram.Slot) -> FEELValue {
        guard slot.isImport else { return slot.members.first.flatMap { known[$0.id] } ?? .null }
        return .context(FEELContext(slot.members.map { .init(key: $0.name, value: known[$0.id] ?? .null) }))
    }

    /// The value that is given for an input: by its name, or by that of the import through which its model is seen.
    private func input(_ id: ModelSet.ElementID) -> FEELValue {
        let name = program.set[id].name.value.asName
        for place in program.places(of: id.model) {
            var context = inputs
            var isThere = true
            for step in place {
                guard case .context(let inner)? = context[step] else {
                    isThere = false
                    break
                }
                context = inner
            }
            if isThere, let value = context[name] { return value }
        }
        return inputs[name] ?? .null
    }
}

extension FEELValue {
    fileprivate var holdsFunction: Bool {
        switch self {
        case .function: true
        case .list(let members): members.contains(where: \.holdsFunction)
        case .context(let context): context.entries.contains { $0.value.holdsFunction }
        default: false
        }
    }

    /// The value, its functions with what they close over: a decision's scope ends with the decision.
    fileprivate func seeing(_ values: [FEELContext.Entry]) -> FEELValue {
        switch self {
        case .function(let function): return .function(function.seeing(values))
        case .list(let members): return .list(members.map { $0.seeing(values) })
        case .context(let context):
            return .context(FEELContext(context.entries.map { .init(key: $0.key, value: $0.value.seeing(values)) }))
        default: return self
        }
    }
}
