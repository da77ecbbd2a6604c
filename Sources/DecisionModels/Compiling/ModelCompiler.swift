import RuleEngine

/// Turns the elements of models into FEEL, and tells what is wrong in their expressions.
///
/// A boxed expression says in boxes what FEEL says in a line: a boxed context is a context, an invocation a call with
/// named parameters. A decision table becomes a call of `$table`, a value with a type a call of `$typed`, the content of a
/// decision service a call of `$service`: see `ModelFunctions`. What cannot be read is null.
struct ModelCompiler {
    let set: ModelSet
    let types: ModelTypes
    private(set) var tables: [ModelTable] = []
    private(set) var places: [TypedPlace] = []
    private(set) var texts = TextOffsets()
    var diagnostics: [Diagnostic] = []

    private var model = 0
    /// By model: names behind a point, and all names of elements.
    private let members: [FEELNames]
    private let allNames: [[String]]

    init(_ set: ModelSet, _ types: ModelTypes) {
        self.set = set
        self.types = types
        let own = set.models.map { MemberNames.of($0) }
        allNames = set.models.indices.map { model in
            set.models[model].elements.map(\.name.value.asName)
                + set.links[model].flatMap { link in set.models[link.model].elements.map(\.name.value.asName) }
        }
        members = set.models.indices.map { model in
            let imported = set.links[model].flatMap {
                own[$0.model] + set.models[$0.model].elements.map(\.name.value.asName)
            }
            return FEELNames.builtins.adding(own[model] + imported)
        }
    }

    // MARK: Elements

    /// The expression of an element, in which its requirements are names; `nil` where it has none.
    mutating func expression(of id: ModelSet.ElementID) -> FEELExpression? {
        model = id.model
        let element = set[id]
        let name = element.name.value.asName
        check(element.type)
        switch element.content {
        case .input:
            return typed(FEELExpression(.name(Self.input)), as: element.type, of: name)
        case .decision(let decision):
            guard let logic = decision.logic else { return nil }
            return typed(expression(logic, scope(of: id)), as: element.type, of: name)
        case .knowledge(let knowledge):
            guard let function = knowledge.function else { return nil }
            let scope = scope(of: id).adding([name])
            let expression = self.function(function, scope, result: resultType(knowledge.functionType), of: name)
            // By its entry the function knows itself.
            let context = FEELExpression(.context([.init(key: name, value: expression)]))
            return FEELExpression(.path(context, name))
        case .service(let service):
            return self.service(service, id, element)
        }
    }

    /// The name of the value that is given for an input.
    static let input = "$input"

    /// What an element requires, by name; of another model by the name of its import, where that has one.
    private func scope(of id: ModelSet.ElementID) -> ModelScope {
        let visible = set.requirements(of: id).map { target in
            target.importName.flatMap { $0.isEmpty ? nil : $0 } ?? set[target.id].name.value.asName
        }
        return ModelScope(members: members[id.model], visible: visible)
    }

    /// A variable's type may be that of the function or, in older models, that of its result.
    private func resultType(_ type: TypeReference?) -> TypeReference? {
        guard let type, case .definition(let model, let index)? = types.meaning(of: type, in: model) else {
            return type
        }
        let definition = types.definition(model: model, index: index)
        guard let function = definition.function else { return type }
        return model == self.model ? function.result : nil
    }

    /// A decision service is a function of its input data and input decisions (DMN 1.5, 10.4).
    private mutating func service(
        _ service: DecisionModel.Service, _ id: ModelSet.ElementID, _ element: DecisionModel.Element
    ) -> FEELExpression {
        let given = (service.inputData + service.inputDecisions).compactMap { set.target(of: $0, from: id.model) }
        let names = given.map { set[$0.id].name.value.asName }
        let parameters = zip(given, names).map { target, name in
            FEELParameter(name: name, type: set[target.id].type.map { types.type($0, in: target.id.model) })
        }
        let entries = names.map { FEELContextEntry(key: $0, value: FEELExpression(.name($0))) }
        let number = FEELNumber(set.number(of: id))
        let call = FEELExpression(
            .call(
                FEELExpression(.name(ModelFunctions.service)),
                .positional([FEELExpression(.number(number)), FEELExpression(.context(entries))])))
        let body = typed(call, as: resultType(element.type), of: element.name.value.asName)
        return FEELExpression(.function(parameters, body: body, external: false))
    }

    // MARK: Boxed expressions

    /// A boxed conditional, which unlike `if` in a text gives null where its condition is no truth value (the test kit).
    private static func conditional(
        _ condition: FEELExpression, then: FEELExpression, otherwise: FEELExpression
    ) -> FEELExpression {
        // The condition is worked out once, under a name that no model can write.
        let name = FEELExpression(.name("$if"))
        let isTruth = FEELExpression(.instanceOf(name, .named("boolean")))
        let isNull = FEELExpression(.binary(.equal, name, FEELExpression(.null)))
        let last = FEELExpression(
            .conditional(
                FEELExpression(.binary(.or, isTruth, isNull)), then: otherwise, otherwise: FEELExpression(.null)))
        let result = FEELExpression(.conditional(name, then: then, otherwise: last))
        let entries = [FEELContextEntry(key: "$if", value: condition), FEELContextEntry(key: "$then", value: result)]
        return FEELExpression(.path(FEELExpression(.context(entries)), "$then"))
    }

    mutating func expression(_ boxed: BoxedExpression, _ scope: ModelScope) -> FEELExpression {
        check(boxed.header.type)
        let result: FEELExpression =
            switch boxed {
            case .literal(let literal): self.literal(literal, scope)
            case .table(let table): self.table(table, scope)
            case .context(let context): self.context(context, scope)
            case .invocation(let invocation): self.invocation(invocation, scope)
            case .function(let function): self.function(function, scope, result: nil, of: "")
            case .conditional(let condition, let then, let otherwise, let header):
                Self.conditional(
                    part(condition, scope, of: "if", header), then: part(then, scope, of: "then", header),
                    otherwise: part(otherwise, scope, of: "else", header))
            case .iteration(let iteration): self.iteration(iteration, scope)
            case .filter(let list, let match, let header):
                filter(part(list, scope, of: "in", header), match, scope, header)
            case .list(let parts, _): FEELExpression(.list(self.expressions(parts, scope)))
            case .relation(let relation): self.relation(relation, scope)
            }
        return typed(result, as: boxed.header.type, of: boxed.kind)
    }

    private mutating func expressions(_ parts: [BoxedExpression], _ scope: ModelScope) -> [FEELExpression] {
        var result: [FEELExpression] = []
        for part in parts { result.append(expression(part, scope)) }
        return result
    }

    /// A part that must be there.
    private mutating func part(
        _ boxed: BoxedExpression?, _ scope: ModelScope, of name: String, _ header: BoxedExpression.Header
    ) -> FEELExpression {
        guard let boxed else {
            diagnostics.append(.missingPart(name, at: header.span))
            return FEELExpression(.null)
        }
        return expression(boxed, scope)
    }

    private mutating func filter(
        _ list: FEELExpression, _ match: BoxedExpression?, _ scope: ModelScope, _ header: BoxedExpression.Header
    ) -> FEELExpression {
        var inner = scope.adding(["item"])
        inner.isFilter = true
        return FEELExpression(.filter(list, part(match, inner, of: "match", header)))
    }

    private mutating func literal(_ literal: BoxedExpression.Literal, _ scope: ModelScope) -> FEELExpression {
        if let language = literal.language {
            diagnostics.append(.otherLanguage(language))
            return FEELExpression(.null)
        }
        if literal.isImported {
            diagnostics.append(.importedValues(at: literal.header.span))
            return FEELExpression(.null)
        }
        guard !literal.text.text.trimmed.isEmpty else { return FEELExpression(.null) }
        guard let expression = parse(literal.text, scope) else { return FEELExpression(.null) }
        return expression.moved(by: texts.add(literal.text))
    }

    private mutating func context(_ context: BoxedExpression.Context, _ scope: ModelScope) -> FEELExpression {
        var scope = scope
        var entries: [FEELContextEntry] = []
        var result: FEELExpression?
        for entry in context.entries {
            check(entry.type)
            let value = entry.value.map { expression($0, scope) } ?? FEELExpression(.null)
            guard let name = entry.name?.value.asName else {
                result = value
                continue
            }
            entries.append(.init(key: name, value: typed(value, as: entry.type, of: name)))
            scope = scope.adding([name])
        }
        guard let result else { return FEELExpression(.context(entries)) }
        guard !entries.isEmpty else { return result }
        let whole = FEELExpression(.context(entries + [.init(key: "$result", value: result)]))
        return FEELExpression(.path(whole, "$result"))
    }

    private mutating func invocation(_ invocation: BoxedExpression.Invocation, _ scope: ModelScope) -> FEELExpression {
        let callee = part(invocation.callee, scope, of: "literalExpression", invocation.header)
        var bindings: [FEELArguments.NamedArgument] = []
        for binding in invocation.bindings {
            check(binding.type)
            let value = binding.value.map { expression($0, scope) } ?? FEELExpression(.null)
            let name = binding.name.value.asName
            bindings.append(.init(name: name, value: typed(value, as: binding.type, of: name)))
        }
        return FEELExpression(.call(callee, bindings.isEmpty ? .positional([]) : .named(bindings)))
    }

    private mutating func function(
        _ function: BoxedExpression.Function, _ scope: ModelScope, result: TypeReference?, of owner: String
    ) -> FEELExpression {
        var parameters: [FEELParameter] = []
        for parameter in function.parameters {
            check(parameter.type)
            parameters.append(
                FEELParameter(name: parameter.name.value.asName, type: parameter.type.map { types.type($0, in: model) })
            )
        }
        guard let kind = function.foreignKind else {
            let body = part(function.body, scope.adding(parameters.map(\.name)), of: "expression", function.header)
            let checked = guarded(typed(body, as: result, of: owner), function.parameters)
            return FEELExpression(.function(parameters, body: checked, external: false))
        }
        diagnostics.append(.foreignFunction(kind))
        return FEELExpression(.function(parameters, body: FEELExpression(.null), external: true))
    }

    /// A body that is null where a parameter has a value that its type does not allow.
    private mutating func guarded(
        _ body: FEELExpression, _ parameters: [BoxedExpression.Function.Parameter]
    ) -> FEELExpression {
        parameters.reversed().reduce(body) { body, parameter in
            guard let type = parameter.type, types.isConstrained(type, in: model) else { return body }
            let value = FEELExpression(.name(parameter.name.value.asName))
            let fitted = typed(value, as: type, of: parameter.name.value.asName)
            let isSame = FEELExpression(.binary(.equal, fitted, value))
            return FEELExpression(.conditional(isSame, then: body, otherwise: FEELExpression(.null)))
        }
    }

    private mutating func iteration(_ iteration: BoxedExpression.Iteration, _ scope: ModelScope) -> FEELExpression {
        let name = iteration.variable.value.asName
        let list = part(iteration.list, scope, of: "in", iteration.header)
        let isFor = iteration.kind == .for
        let body = part(
            iteration.body, scope.adding(isFor ? [name, "partial"] : [name]), of: isFor ? "return" : "satisfies",
            iteration.header)
        let iterators = [FEELIterator(name: name, domain: .list(list))]
        switch iteration.kind {
        case .for: return FEELExpression(.iteration(iterators, result: body))
        case .some: return FEELExpression(.quantified(.some, iterators, satisfies: body))
        case .every: return FEELExpression(.quantified(.every, iterators, satisfies: body))
        }
    }

    private mutating func relation(_ relation: BoxedExpression.Relation, _ scope: ModelScope) -> FEELExpression {
        var rows: [FEELExpression] = []
        for row in relation.rows {
            let cells = expressions(row, scope)
            rows.append(
                FEELExpression(.context(zip(relation.columns, cells).map { .init(key: $0.asName, value: $1) })))
        }
        return FEELExpression(.list(rows))
    }

    // MARK: Types

    /// The expression, with its value fitted to a type; what does not fit is null.
    private mutating func typed(_ expression: FEELExpression, as type: TypeReference?, of owner: String)
        -> FEELExpression
    {
        guard let type, let meaning = types.meaning(of: type, in: model), meaning != .any else { return expression }
        let place = TypedPlace(type: type, model: model, owner: owner)
        places.append(place)
        let number = FEELExpression(.number(FEELNumber(places.count - 1)))
        return FEELExpression(
            .call(FEELExpression(.name(ModelFunctions.typed)), .positional([number, expression])))
    }

    private mutating func check(_ type: TypeReference?) {
        if let problem = types.unknown(type, in: model) { diagnostics.append(problem) }
    }

    // MARK: Texts

    /// An expression in a text, unless something is wrong with it.
    ///
    /// Names are first cut as those that the place may use, then as any name of the model: so a requirement that is missing
    /// is told as such.
    private mutating func parse(_ text: ModelText, _ scope: ModelScope) -> FEELExpression? {
        var result = FEELParser.parse(text.text, names: scope.names)
        if result.expression == nil {
            let wider = FEELParser.parse(text.text, names: scope.names.adding(allNames[model]))
            if wider.expression != nil { result = wider }
        }
        report(result.problems, in: text)
        report(result.advice, in: text, .warning)
        if let expression = result.expression { check(expression.freeNames, in: text, scope) }
        return result.expression
    }

    private mutating func tests(_ text: ModelText?, _ scope: ModelScope) -> FEELUnaryTests? {
        guard let text, !text.text.trimmed.isEmpty else { return nil }
        var result = FEELParser.parse(text.text, as: .unaryTests, names: scope.names)
        if result.tests == nil {
            let wider = FEELParser.parse(text.text, as: .unaryTests, names: scope.names.adding(allNames[model]))
            if wider.tests != nil { result = wider }
        }
        report(result.problems, in: text)
        if let tests = result.tests { check(tests.freeNames, in: text, scope) }
        return result.tests
    }

    private mutating func report(
        _ problems: [FEELSyntaxProblem], in text: ModelText, _ severity: Diagnostic.Severity = .error
    ) {
        for problem in problems {
            diagnostics.append(
                Diagnostic(
                    severity, code: problem.code, message: problem.message, at: text.span(problem.range),
                    hint: problem.hint))
        }
    }

    private mutating func check(_ uses: [FEELNameUse], in text: ModelText, _ scope: ModelScope) {
        var told: Set<String> = []
        for use in uses where !scope.visible.contains(use.name) && !use.insideFilter && !scope.isFilter {
            guard !Self.isBuiltin(use.name), use.name != "?", told.insert(use.name).inserted else { continue }
            let span = text.span(
                use.range.lowerBound..<min(use.range.lowerBound + use.name.utf8.count, use.range.upperBound))
            if allNames[model].contains(use.name) {
                diagnostics.append(.notRequired(use.name, at: span))
            } else {
                let candidates = scope.visible.sorted() + allNames[model] + (use.isCalled ? Builtin.standardNames : [])
                diagnostics.append(
                    .unknownName(use.name, at: span, near: Suggestion.nearest(to: use.name, among: candidates)))
            }
        }
    }

    private static func isBuiltin(_ name: String) -> Bool { builtinNames.contains(name) }
    private static let builtinNames = Set(Builtin.standardNames)

    // MARK: Tables

    private mutating func table(_ source: BoxedExpression.Table, _ scope: ModelScope) -> FEELExpression {
        guard let policy = source.policy else { return FEELExpression(.null) }
        var inputs: [DecisionTable.Input] = []
        for input in source.inputs {
            check(input.type)
            let expression = input.expression.flatMap { $0.text.trimmed.isEmpty ? nil : parse($0, scope) }
            inputs.append(.init(expression: expression ?? FEELExpression(.null), allowed: tests(input.allowed, scope)))
        }
        var outputs: [DecisionTable.Output] = []
        for output in source.outputs {
            check(output.type)
            let whenNone = output.whenNone.flatMap { $0.text.trimmed.isEmpty ? nil : parse($0, scope) }
            outputs.append(.init(name: output.name.asName, allowed: tests(output.allowed, scope), whenNone: whenNone))
        }
        let inner = scope.adding(["?"])
        var rules: [DecisionTable.Rule] = []
        for rule in source.rules {
            var cells: [FEELUnaryTests] = []
            for text in rule.tests {
                // A test that cannot be read is passed by nothing; an empty cell asks nothing.
                let isEmpty = text.text.trimmed.isEmpty
                cells.append(isEmpty ? .any : tests(text, inner) ?? .tests([]))
            }
            var results: [FEELExpression] = []
            for text in rule.outputs {
                results.append(
                    text.text.trimmed.isEmpty ? FEELExpression(.null) : parse(text, scope) ?? FEELExpression(.null))
            }
            rules.append(.init(tests: cells, outputs: results))
        }
        let table = DecisionTable(inputs: inputs, outputs: outputs, rules: rules, policy: policy)
        let names = table.freeNames.filter { scope.visible.contains($0) || !Self.isBuiltin($0) }
        tables.append(ModelTable(table: table, names: names, source: source, model: model))
        let entries = names.map { FEELContextEntry(key: $0, value: FEELExpression(.name($0))) }
        return FEELExpression(
            .call(
                FEELExpression(.name(ModelFunctions.table)),
                .positional([
                    FEELExpression(.number(FEELNumber(tables.count - 1))), FEELExpression(.context(entries)),
                ])))
    }
}

extension DecisionTable {
    /// What the cells need from outside, each once.
    fileprivate var freeNames: [String] {
        let tests = inputs.compactMap(\.allowed) + outputs.compactMap(\.allowed) + rules.flatMap(\.tests)
        let values = inputs.map(\.expression) + outputs.compactMap(\.whenNone) + rules.flatMap(\.outputs)
        let uses = tests.flatMap(\.freeNames) + values.flatMap(\.freeNames)
        return Set(uses.map(\.name)).sorted()
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func missingPart(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "dmn/missing-part",
            message: LocalizedText(
                nl: "hier ontbreekt de expressie van ‘\(name)’", en: "the expression of ‘\(name)’ is missing here"),
            at: span)
    }

    fileprivate static func otherLanguage(_ language: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "dmn/other-language",
            message: LocalizedText(
                nl: "deze expressie is geen FEEL maar ‘\(language.value)’; zij geeft null",
                en: "this expression is not FEEL but ‘\(language.value)’; it gives null"),
            at: language.span,
            hint: LocalizedText(nl: "schrijf haar in FEEL", en: "write it in FEEL"))
    }

    fileprivate static func importedValues(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "dmn/other-language",
            message: LocalizedText(
                nl: "deze expressie staat in een ander bestand (importedValues); dat wordt niet gelezen",
                en: "this expression stands in another file (importedValues), which is not read"),
            at: span,
            hint: LocalizedText(nl: "zet haar hier als tekst", en: "write it here as text"))
    }

    fileprivate static func foreignFunction(_ kind: Located<String>) -> Diagnostic {
        Diagnostic(
            .warning, code: "dmn/foreign-function",
            message: LocalizedText(
                nl: "deze functie roept \(kind.value) aan; zij wordt niet uitgevoerd en geeft null",
                en: "this function calls \(kind.value); it is not run and gives null"),
            at: kind.span,
            hint: LocalizedText(nl: "schrijf haar in FEEL", en: "write it in FEEL"))
    }

    fileprivate static func notRequired(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "dmn/not-required",
            message: LocalizedText(
                nl: "‘\(name)’ bestaat, maar er loopt geen pijl naar deze plaats; de waarde is hier null",
                en: "‘\(name)’ exists, but no arrow leads from it to this place; its value is null here"),
            at: span,
            hint: LocalizedText(
                nl: "voeg een informationRequirement of knowledgeRequirement toe",
                en: "add an informationRequirement or a knowledgeRequirement"))
    }

    fileprivate static func unknownName(_ name: String, at span: SourceSpan, near: String?) -> Diagnostic {
        Diagnostic(
            code: "dmn/unknown-name",
            message: LocalizedText(
                nl: "de naam ‘\(name)’ is hier niet bekend", en: "the name ‘\(name)’ is not known here"),
            at: span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") },
            fixes: near.map { [.replacing(span, with: $0)] } ?? [], missing: MissingName(name))
    }
}
