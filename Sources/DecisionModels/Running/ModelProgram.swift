package import RuleEngine

/// A model with its imports, compiled: worked out for any number of records, one after the other.
///
///     let program = ModelProgram(set, timeZones: zones, now: now)
///     let run = program.run(["age": .number(17)])
///     run.value(of: decision)   // "minor"
package final class ModelProgram: Sendable {
    package let set: ModelSet
    package let types: ModelTypes
    /// What is wrong with the models: their shape, their references, their types and their expressions.
    package let diagnostics: [Diagnostic]

    let journal = ModelJournal()
    private let functions = ModelFunctions()
    private let texts: TextOffsets
    private let evaluators: [FEELEvaluator]
    /// Those of tables and services, which may not go as deep.
    private let innerEvaluators: [FEELEvaluator]
    /// By element, in the order of `ModelSet.number(of:)`.
    private let codes: [ElementCode]
    private let parts: ModelParts
    private let importPlaces: [[[String]]]

    /// What an element is to a run.
    struct ElementCode: Sendable {
        let code: FEELCode?
        /// Where the slots of the code get their values.
        let slots: [Slot]
        /// What is to be worked out before.
        let requirements: [ModelSet.ElementID]
    }

    /// A name that an element may use.
    struct Slot: Sendable {
        let name: String
        /// One element; or, of an import, its elements by name.
        let members: [(name: String, id: ModelSet.ElementID)]
        let isImport: Bool
    }

    /// - Parameters:
    ///   - timeZones: offsets of named zones.
    ///   - now: what `now()` and `today()` give.
    package init(_ set: ModelSet, timeZones: (any TimeZoneRules)?, now: FEELDateTime?) {
        self.set = set
        let types = ModelTypes(set)
        self.types = types
        var compiler = ModelCompiler(set, types)
        importPlaces = Self.importPlaces(in: set)
        let ids = set.allElements
        var expressions: [FEELExpression?] = []
        for id in ids { expressions.append(compiler.expression(of: id)) }
        texts = compiler.texts
        let builtins = functions.builtins
        func evaluators(_ limits: FEELLimits) -> [FEELEvaluator] {
            set.models.indices.map { model in
                FEELEvaluator(
                    timeZones: timeZones, now: now, limits: limits, extensions: builtins,
                    types: types.feelTypes(of: model))
            }
        }
        let outer = evaluators(.standard)
        var limits = FEELLimits.standard
        limits.depth = ModelFunctions.innerDepth
        let inner = evaluators(limits)
        self.evaluators = outer
        innerEvaluators = inner
        let parts = ModelParts(
            tables: compiler.tables, places: compiler.places, set: set, types: types, evaluators: inner,
            journal: journal)
        self.parts = parts
        diagnostics = (set.diagnostics + types.diagnostics + parts.diagnostics + compiler.diagnostics).uniqued
        codes = zip(ids, expressions).map { id, expression in
            var slots: [Slot] = []
            let isService = if case .service = set[id].content { true } else { false }
            // A service looks up its decisions when it is called; a function knows itself.
            let requirements = isService ? [] : set.requirements(of: id).filter { $0.id != id }
            for target in requirements {
                let name = set[target.id].name.value.asName
                if let importName = target.importName, !importName.isEmpty {
                    let before = slots.firstIndex { $0.isImport && $0.name == importName }
                    let members = (before.map { slots[$0].members } ?? []) + [(name, target.id)]
                    let slot = Slot(name: importName, members: members, isImport: true)
                    if let before { slots[before] = slot } else { slots.append(slot) }
                } else {
                    slots.append(Slot(name: name, members: [(name, target.id)], isImport: false))
                }
            }
            let names = set[id].isInput ? [ModelCompiler.input] : slots.map(\.name)
            return ElementCode(
                code: expression.map { outer[id.model].compile($0, for: FEELNameList(names)) }, slots: slots,
                requirements: requirements.map(\.id))
        }
        functions.set(ModelFunctions.typed) { [parts] number, value in parts.typed(number, value) }
        functions.set(ModelFunctions.table) { [parts, journal] number, names in
            journal.inside { parts.table(number, names) }
        }
        functions.set(ModelFunctions.service) { [weak self, journal] number, names in
            journal.inside { self?.service(number, names) ?? .null }
        }
    }

    /// What a decision service gives for the values of its parameters: that of its only output, or a context of all.
    private func service(_ number: Int, _ names: FEELValue) -> FEELValue {
        guard let id = set.element(numbered: number), case .service(let service) = set[id].content,
            case .context(let context) = names
        else { return .null }
        var given: [ModelSet.ElementID: FEELValue] = [:]
        for reference in service.inputData + service.inputDecisions {
            guard let target = set.target(of: reference, from: id.model) else { continue }
            given[target.id] = context[set[target.id].name.value.asName] ?? .null
        }
        let run = ModelRun(self, given: given, isInside: true)
        let outputs = service.outputs.compactMap { set.target(of: $0, from: id.model)?.id }
        if outputs.count == 1 { return run.value(of: outputs[0]) }
        return .context(FEELContext(outputs.map { .init(key: set[$0].name.value.asName, value: run.value(of: $0)) }))
    }

    func code(of id: ModelSet.ElementID) -> ElementCode { codes[set.number(of: id)] }
    func evaluator(of id: ModelSet.ElementID, isInside: Bool) -> FEELEvaluator {
        isInside ? innerEvaluators[id.model] : evaluators[id.model]
    }
    func span(of note: FEELNote) -> SourceSpan? { texts.span(note.range) }

    /// The value fitted to a type, or why it does not fit.
    package func fitted(_ value: FEELValue, to type: TypeReference?, in model: Int) -> Result<FEELValue, TypeMisfit> {
        guard let type else { return .success(value) }
        return parts.fitted(value, to: type, in: model)
    }

    /// The chains of import names that lead to a model, the shortest first.
    func places(of model: Int) -> [[String]] { importPlaces[model] }

    private static func importPlaces(in set: ModelSet) -> [[[String]]] {
        var result = Array(repeating: [[String]](), count: set.models.count)
        var queue: [(model: Int, path: [String])] = [(0, [])]
        var index = 0
        while index < queue.count, queue.count < 1_000 {
            let (model, path) = queue[index]
            index += 1
            result[model].append(path)
            // A model that is reached by several ways is known by each, a circle by none of its rounds.
            for link in set.links[model] where path.count < set.models.count && !link.name.isEmpty {
                queue.append((link.model, path + [link.name]))
            }
        }
        return result
    }

    /// Works out decisions for inputs by name; those of imported models may stand in a context by the name of the import.
    package func run(_ inputs: FEELContext) -> ModelRun { ModelRun(self, inputs: inputs) }
}

extension [Diagnostic] {
    /// Each once, in the order of discovery.
    fileprivate var uniqued: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }
    }
}
