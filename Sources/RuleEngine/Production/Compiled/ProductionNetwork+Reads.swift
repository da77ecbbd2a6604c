/// Which fields of a fact decide its matches. A change of any other field leaves them as they are.
extension ProductionNetwork {
    /// Notes for each fact index what is read of its facts, by the filter, by the nodes that it feeds, and by what is
    /// below.
    mutating func findReads(filterFields: [FieldSet]) {
        for index in factIndexes.indices {
            var reads = filterFields[Int(factIndexes[index].filter)]
            for position in factIndexes[index].fields { reads.insert(Int(keyFields[Int(position)])) }
            for position in factIndexes[index].nodes { reads.formUnion(self.reads(at: lists[Int(position)])) }
            factIndexes[index].reads = reads
        }
    }

    /// The fields that a node and the nodes below it read of the fact at the level of the node.
    private func reads(at number: Int32) -> FieldSet {
        let node = nodes[Int(number)]
        // The agenda keeps the facts of gates by themselves.
        guard node.kind != .gate else { return .all }
        var result = FieldSet()
        for test in node.tests { add(program: lists[Int(test)], level: node.level, to: &result) }
        // What is below a guard does not see the fact that decided it; another fact stands at that level.
        guard node.kind == .join else { return result }
        var below: Set<Int32> = [number]
        for (position, child) in nodes.enumerated().dropFirst(Int(number) + 1) where below.contains(child.parent) {
            below.insert(Int32(position))
            for part in tokenIndexes[Int(child.tokenIndex)].key {
                let part = keyParts[Int(part)]
                if part.program >= 0 {
                    add(program: part.program, level: node.level, to: &result)
                } else if part.level == node.level {
                    result.insert(Int(part.field))
                }
            }
            for test in child.tests { add(program: lists[Int(test)], level: node.level, to: &result) }
        }
        return result
    }

    private func add(program: Int32, level: Int16, to result: inout FieldSet) {
        result.formUnion(programs.reads(of: program, level: level))
    }
}

extension ProgramStore {
    /// The fields that a program reads of the fact at a level.
    func reads(of program: Int32, level: Int16) -> FieldSet {
        var result = FieldSet()
        let program = programs[Int(program)]
        for step in instructions[Int(program.start)..<Int(program.end)] {
            switch step.operation {
            case .field where step.level == level: result.insert(Int(step.operand))
            case .evaluate:
                for use in expressions[Int(step.operand)].uses {
                    if case .fact(let position, _) = use.source, position == Int(level) { return .all }
                }
            default: continue
            }
        }
        return result
    }
}
