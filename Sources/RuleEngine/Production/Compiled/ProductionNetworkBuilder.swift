/// Compiles a production system. Nodes that would do the same for several rules are made once.
struct ProductionNetworkBuilder {
    private let set: ProductionSet
    private var store = ProgramStore()
    private var nodes: [Draft] = []
    private var filters: [FilterDraft] = []
    private var factIndexes: [ProductionNetwork.FactIndex] = []
    private var tokenIndexes: [ProductionNetwork.TokenIndex] = []
    private var keyParts: [ProductionNetwork.KeyPart] = []
    private var keyFields: [Int32] = []
    private var rules: [ProductionNetwork.CompiledRule] = []
    private var actions: [ProductionNetwork.Action] = []
    private var assignments: [ProductionNetwork.Assignment] = []

    private var nodePlaces: [NodeKey: Int32] = [:]
    private var filterPlaces: [FilterKey: Int32] = [:]
    private var factIndexPlaces: [[Int32]: Int32] = [:]
    private var tokenIndexPlaces: [TokenIndexKey: Int32] = [:]

    /// A node with lists that still grow.
    private struct Draft {
        let kind: ProductionNetwork.Kind
        let parent: Int32
        let level: Int16
        let factIndex: Int32
        let tokenIndex: Int32
        let tests: [Int32]
        let exampleRule: Int32
        var indexes: [Int32] = []
        var guards: [Int32] = []
        var rules: [Int32] = []
    }

    private struct FilterDraft {
        let key: FilterKey
        var indexes: [Int32] = []
    }

    private struct NodeKey: Hashable {
        let kind: ProductionNetwork.Kind
        let parent: Int32
        let factIndex: Int32
        let key: [ProductionNetwork.KeyPart]
        let tests: [Int32]
    }

    private struct FilterKey: Hashable {
        let template: Int32
        let fields: [Int32]
        let values: [CompactValue]
        let tests: [Int32]
    }

    private struct TokenIndexKey: Hashable {
        let node: Int32
        /// The index of a guard over its own undecided matches, which is not that of its children over what it hands
        /// on.
        let isOwn: Bool
        let key: [ProductionNetwork.KeyPart]
    }

    init(_ set: ProductionSet) {
        self.set = set
        nodes.append(
            Draft(kind: .root, parent: -1, level: 0, factIndex: -1, tokenIndex: -1, tests: [], exampleRule: -1))
        let order = set.rules.indices.sorted { left, right in
            let (one, other) = (set.rules[left], set.rules[right])
            return one.salience != other.salience
                ? one.salience > other.salience : one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
        }
        for source in order { addRule(source) }
    }

    // MARK: Rules

    private mutating func addRule(_ source: Int) {
        let number = Int32(rules.count)
        let plan = ProductionPlan(set.rules[source], templates: set.templates)
        var compiler = ProgramCompiler(templates: set.templates, sources: [:])
        for (level, step) in (plan.joined + plan.gates).enumerated() {
            compiler.sources[step.variable] = .fact(level: level, template: step.template)
        }
        var order = [Int16](repeating: 0, count: plan.joined.count + plan.gates.count)
        for (level, step) in (plan.joined + plan.gates).enumerated() { order[step.order] = Int16(level) }
        var node: Int32 = -1
        var gates: [Int32] = []
        if !plan.isImpossible {
            node = addSteps(of: plan, compiler, rule: number)
            nodes[Int(node)].rules.append(number)
            for gate in plan.gates {
                let index = factIndex(filter(gate), fields: [])
                gates.append(Int32(nodes.count))
                var draft = Draft(
                    kind: .gate, parent: -1, level: Int16(gates.count - 1), factIndex: index, tokenIndex: -1, tests: [],
                    exampleRule: number)
                draft.rules = [number]
                nodes.append(draft)
            }
        }
        let (actions, locals) = addActions(of: set.rules[source], &compiler)
        rules.append(
            ProductionNetwork.CompiledRule(
                source: source, salience: set.rules[source].salience, node: node, levels: plan.joined.count,
                gates: gates, order: order, actions: actions, locals: locals))
    }

    /// The chain of nodes of a rule. A guard comes as soon as the facts are there that it reads; one that reads none
    /// comes last, so that it does not take all matches along when it turns.
    private mutating func addSteps(of plan: ProductionPlan, _ compiler: ProgramCompiler, rule: Int32) -> Int32 {
        var node: Int32 = 0
        var bound: Set<String> = []
        var waiting = plan.guards
        for (level, step) in plan.joined.enumerated() {
            node = add(step, below: node, level: level, compiler, rule: rule)
            bound.insert(step.variable)
            for guarded in waiting where !guarded.reads.isEmpty && guarded.reads.isSubset(of: bound) {
                node = add(guarded, below: node, level: level + 1, compiler, rule: rule)
            }
            waiting.removeAll { !$0.reads.isEmpty && $0.reads.isSubset(of: bound) }
        }
        for guarded in waiting {
            node = add(guarded, below: node, level: plan.joined.count, compiler, rule: rule)
        }
        return node
    }

    private mutating func add(
        _ step: ProductionPlan.JoinStep, below parent: Int32, level: Int, _ compiler: ProgramCompiler, rule: Int32
    ) -> Int32 {
        var compiler = compiler
        compiler.sources[step.variable] = .fact(level: level, template: step.template)
        // Keys in the order of fields, so that equal sets of keys are found to be equal.
        let parts = step.keys.map { (Int32($0.field), keyPart($0.value, compiler)) }.sorted { $0.0 < $1.0 }
        let tests = step.others.map { compiler.program($0.expression, negated: $0.isNegated, in: &store) }
        let factIndex = factIndex(filter(step), fields: parts.map(\.0))
        let key = parts.map(\.1)
        let kind: ProductionNetwork.Kind =
            switch step.kind {
            case .match: .join
            case .absent: .absent
            case .exists: .exists
            }
        let nodeKey = NodeKey(kind: kind, parent: parent, factIndex: factIndex, key: key, tests: tests)
        if let node = nodePlaces[nodeKey] { return node }
        let node = Int32(nodes.count)
        nodePlaces[nodeKey] = node
        let tokenIndex = tokenIndex(over: kind == .join ? parent : node, isOwn: kind != .join, key)
        nodes.append(
            Draft(
                kind: kind, parent: parent, level: Int16(level), factIndex: factIndex, tokenIndex: tokenIndex,
                tests: tests, exampleRule: rule))
        if kind == .join {
            if !nodes[Int(parent)].indexes.contains(tokenIndex) { nodes[Int(parent)].indexes.append(tokenIndex) }
        } else {
            nodes[Int(parent)].guards.append(node)
        }
        return node
    }

    private mutating func keyPart(
        _ expression: FEELExpression, _ compiler: ProgramCompiler
    ) -> ProductionNetwork.KeyPart {
        if case .path(let base, let member) = expression.kind, case .name(let name) = base.kind,
            case .fact(let level, let template)? = compiler.sources[name],
            let field = set.templates[template].fieldIndex(of: member)
        {
            return ProductionNetwork.KeyPart(level: Int16(level), field: Int16(field), program: -1)
        }
        return ProductionNetwork.KeyPart(level: 0, field: 0, program: compiler.program(expression, in: &store))
    }

    // MARK: Memories

    private mutating func filter(_ step: ProductionPlan.JoinStep) -> Int32 {
        var compiler = ProgramCompiler(templates: set.templates, sources: [:])
        compiler.sources[step.variable] = .fact(level: 0, template: step.template)
        let constants = step.constants.map { (field: Int32($0.field), value: store.compact($0.value)) }
            .sorted { ($0.field, $0.value.payload) < ($1.field, $1.value.payload) }
        let tests = step.own.map { compiler.program($0.expression, negated: $0.isNegated, in: &store) }.sorted()
        let key = FilterKey(
            template: Int32(step.template), fields: constants.map(\.field), values: constants.map(\.value), tests: tests
        )
        if let position = filterPlaces[key] { return position }
        let position = Int32(filters.count)
        filterPlaces[key] = position
        filters.append(FilterDraft(key: key))
        return position
    }

    private mutating func factIndex(_ filter: Int32, fields: [Int32]) -> Int32 {
        if let position = factIndexPlaces[[filter] + fields] { return position }
        let position = Int32(factIndexes.count)
        factIndexPlaces[[filter] + fields] = position
        let start = Int32(keyFields.count)
        keyFields += fields
        factIndexes.append(ProductionNetwork.FactIndex(filter: filter, fields: start..<Int32(keyFields.count)))
        filters[Int(filter)].indexes.append(position)
        return position
    }

    private mutating func tokenIndex(
        over node: Int32, isOwn: Bool, _ key: [ProductionNetwork.KeyPart]
    ) -> Int32 {
        let lookup = TokenIndexKey(node: node, isOwn: isOwn, key: key)
        if let position = tokenIndexPlaces[lookup] { return position }
        let position = Int32(tokenIndexes.count)
        tokenIndexPlaces[lookup] = position
        let start = Int32(keyParts.count)
        keyParts += key
        tokenIndexes.append(ProductionNetwork.TokenIndex(key: start..<Int32(keyParts.count)))
        return position
    }

    // MARK: Actions

    /// - Returns: the actions of the rule, and the number of values that they name.
    private mutating func addActions(
        of rule: ProductionRule, _ compiler: inout ProgramCompiler
    ) -> (Range<Int32>, locals: Int) {
        let start = Int32(actions.count)
        var locals = 0
        for action in rule.actions {
            switch action {
            case .bind(let name, let expression):
                let program = compiler.program(expression.expression, in: &store)
                actions.append(ProductionNetwork.Action(kind: .bind, operand: program))
                compiler.sources[name] = .local(locals)
                locals += 1
            case .assert(let template, let fields):
                let fields = addAssignments(fields, template, compiler)
                actions.append(ProductionNetwork.Action(kind: .assert, operand: Int32(template), fields: fields))
            case .modify(let variable, let fields):
                guard case .fact(let level, let template)? = compiler.sources[variable] else { continue }
                let fields = addAssignments(fields, template, compiler)
                actions.append(ProductionNetwork.Action(kind: .modify, operand: Int32(level), fields: fields))
            case .retract(let variable):
                guard case .fact(let level, _)? = compiler.sources[variable] else { continue }
                actions.append(ProductionNetwork.Action(kind: .retract, operand: Int32(level)))
            case .halt: actions.append(ProductionNetwork.Action(kind: .halt))
            }
        }
        return (start..<Int32(actions.count), locals)
    }

    private mutating func addAssignments(
        _ fields: [ProductionRule.Assignment], _ template: Int, _ compiler: ProgramCompiler
    ) -> Range<Int32> {
        let start = Int32(assignments.count)
        for assignment in fields {
            let program =
                switch assignment.value {
                case .literal(let value): store.program([store.constant(value)])
                case .computed(let expression): compiler.program(expression.expression, in: &store)
                }
            let type = set.templates[template].fields[assignment.field].type
            assignments.append(
                ProductionNetwork.Assignment(
                    field: Int32(assignment.field), program: program,
                    isSafe: store.constant(of: program).map { type.accepts($0) }
                        ?? (self.type(ofField: program, compiler) == type)))
        }
        return start..<Int32(assignments.count)
    }

    /// The type of the field that a program reads; `nil` when it does anything else.
    private func type(ofField program: Int32, _ compiler: ProgramCompiler) -> Template.FieldType? {
        guard let step = store.field(of: program) else { return nil }
        for case .fact(let level, let template) in compiler.sources.values where level == Int(step.level) {
            return set.templates[template].fields[Int(step.operand)].type
        }
        return nil
    }

    // MARK: The network

    /// The network, with all lists in one array.
    var network: ProductionNetwork {
        var result = ProductionNetwork(productionSet: set, programs: store)
        var feeding = [[Int32]](repeating: [], count: factIndexes.count)
        var joins = [[Int32]](repeating: [], count: tokenIndexes.count)
        for (position, draft) in nodes.enumerated() {
            if draft.factIndex >= 0 { feeding[Int(draft.factIndex)].append(Int32(position)) }
            if draft.kind == .join { joins[Int(draft.tokenIndex)].append(Int32(position)) }
            result.nodes.append(
                ProductionNetwork.Node(
                    kind: draft.kind, parent: draft.parent, level: draft.level, factIndex: draft.factIndex,
                    tokenIndex: draft.tokenIndex, tests: result.list(draft.tests), indexes: result.list(draft.indexes),
                    guards: result.list(draft.guards), rules: result.list(draft.rules), exampleRule: draft.exampleRule))
        }
        result.factIndexes = factIndexes
        for position in factIndexes.indices {
            result.factIndexes[position].nodes = result.list(feeding[position].reversed())
            result.factIndexes[position].isQueried = feeding[position].contains { node in
                nodes[Int(node)].kind != .join || nodes[Int(node)].parent != 0
            }
        }
        result.tokenIndexes = tokenIndexes
        for position in tokenIndexes.indices { result.tokenIndexes[position].joins = result.list(joins[position]) }
        result.keyParts = keyParts
        result.keyFields = keyFields
        result.findReads(
            filterFields: filters.map { filter in
                var fields = FieldSet()
                for field in filter.key.fields { fields.insert(Int(field)) }
                for test in filter.key.tests { fields.formUnion(store.reads(of: test, level: 0)) }
                return fields
            })
        for filter in filters {
            let start = Int32(result.constants.count)
            var reads = FieldSet()
            for index in filter.indexes { reads.formUnion(result.factIndexes[Int(index)].reads) }
            for (field, value) in zip(filter.key.fields, filter.key.values) {
                result.constants.append(ProductionNetwork.FieldConstant(field: field, value: value))
            }
            let end = Int32(result.constants.count)
            result.filters.append(
                ProductionNetwork.Filter(
                    template: filter.key.template, constants: start..<end, otherConstants: min(start + 1, end)..<end,
                    tests: result.list(filter.key.tests), indexes: result.list(filter.indexes), reads: reads))
        }
        result.addDispatches()
        for template in set.templates {
            result.fieldStarts.append(Int32(result.fitting.count))
            result.fitting += template.fields.map(\.type.fitting)
        }
        result.rules = rules
        result.actions = actions
        result.assignments = assignments
        return result
    }
}

extension Template.FieldType {
    /// The kinds of compact value of which all values fit, as bits.
    fileprivate var fitting: UInt8 {
        let kinds: [CompactValue.Kind] =
            switch self {
            case .number: [.null, .number]
            case .string, .code: [.null, .text]
            case .boolean: [.null, .boolean]
            default: [.null]
            }
        return kinds.reduce(0) { $0 | 1 << $1.rawValue }
    }
}

extension ProductionNetwork {
    /// Compiles a production system.
    package init(_ productionSet: ProductionSet) {
        self = ProductionNetworkBuilder(productionSet).network
    }
}
