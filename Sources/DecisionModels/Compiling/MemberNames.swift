import RuleEngine

/// The names in a model that may follow a point: components of types, entries of contexts, columns.
struct MemberNames {
    private var names: [String] = []

    static func of(_ model: DecisionModel) -> [String] {
        var search = MemberNames()
        for definition in model.itemDefinitions { search.add(definition) }
        for element in model.elements {
            switch element.content {
            case .decision(let decision): search.add(decision.logic)
            case .knowledge(let knowledge): search.add(knowledge.function?.body)
            case .service(let service):
                // A service of several decisions gives a context of them.
                if service.outputs.count > 1 { search.names += model.elements.map(\.name.value.asName) }
            case .input: break
            }
        }
        return search.names
    }

    private mutating func add(_ definition: ItemDefinition) {
        for component in definition.components {
            names.append(component.name.value.asName)
            add(component)
        }
    }

    private mutating func add(_ boxed: BoxedExpression?) {
        switch boxed {
        case .context(let context)?:
            for entry in context.entries {
                if let name = entry.name { names.append(name.value.asName) }
                add(entry.value)
            }
        case .relation(let relation)?:
            names += relation.columns.map(\.asName)
            for cell in relation.rows.joined() { add(cell) }
        case .table(let table)?: names += table.outputs.map(\.name.asName)
        case .invocation(let invocation)?:
            add(invocation.callee)
            for binding in invocation.bindings { add(binding.value) }
        case .function(let function)?: add(function.body)
        case .conditional(let condition, let then, let otherwise, _)?:
            for part in [condition, then, otherwise] { add(part) }
        case .iteration(let iteration)?:
            add(iteration.list)
            add(iteration.body)
        case .filter(let list, let match, _)?:
            add(list)
            add(match)
        case .list(let parts, _)?: for part in parts { add(part) }
        case .literal?, nil: break
        }
    }
}
