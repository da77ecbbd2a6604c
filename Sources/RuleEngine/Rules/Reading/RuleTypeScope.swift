/// The types of the names that an expression of a rule sees: variables, parameters, and the values of the record.
struct RuleTypeScope: FEELTypeScope {
    let record: RecordSchema
    let parameters: [String: Parameter]
    let templates: [Template]
    let vocabularies: [String: Vocabulary]
    let codes: CodeTypes
    /// The template of a fact, or `nil` for a computed value.
    let variables: [String: Int?]
    /// The types of computed values.
    let computed: [String: FEELType]

    func type(of name: String) -> FEELType? {
        if let variable = variables[name] {
            guard let template = variable.map({ templates[$0] }) else { return computed[name] ?? .any }
            return .context(
                (template.key.map { .init($0.name, type(ofKey: $0)) })
                    + template.fields.map { .init($0.name, type(of: $0)) })
        }
        if let parameter = parameters[name] { return parameter.valueType }
        return record.index(of: .init(name: name)).map { FEELType(record.domains[$0]) }
    }

    func type(of name: String, member: String) -> FEELType? {
        guard let variable = variables[name] else {
            return record.index(of: .init(context: name, name: member)).map { FEELType(record.domains[$0]) }
        }
        guard let template = variable.map({ templates[$0] }) else { return nil }
        switch FieldResolver(template: template, vocabularies: vocabularies).field(named: member) {
        case .key(let index): return type(ofKey: template.key[index])
        case .field(let index): return type(of: template.fields[index])
        case .attribute(let name): return template.describedBy.flatMap { codes.attributes[$0]?[name] }
        case nil: return .any
        }
    }

    /// A fact always has its key.
    private func type(ofKey field: Template.Field) -> FEELType { field.type.valueType(codes) }

    /// A field that no rule gives is null; a union of nothing is empty.
    private func type(of field: Template.Field) -> FEELType {
        let type = field.type.valueType(codes)
        return field.combination == .union ? type : type.orNull
    }
}

/// What the codes of vocabularies and their attributes can be, found out once for all expressions.
struct CodeTypes {
    /// By vocabulary: one of its codes.
    private(set) var codes: [String: FEELType] = [:]
    /// By vocabulary and attribute.
    private(set) var attributes: [String: [String: FEELType]] = [:]

    init(_ vocabularies: [String: Vocabulary]) {
        // Of a vocabulary that could not be read nothing is known.
        codes = vocabularies.mapValues { $0.codes.isEmpty ? .string : .strings($0.codes.map(\.code)) }
        for (name, vocabulary) in vocabularies {
            let types = vocabulary.attributes.map { ($0.name, type(of: $0, in: vocabulary)) }
            attributes[name] = Dictionary(types, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Of an attribute that names codes all are possible that their vocabulary has, of others what occurs.
    private func type(of attribute: Vocabulary.Attribute, in vocabulary: Vocabulary) -> FEELType {
        let isOnAll = vocabulary.codes.allSatisfy { $0.value(attribute.name) != nil }
        let type: FEELType
        switch attribute.kind {
        case .code(let name): type = Template.FieldType.code(name).valueType(self)
        case .codes(let name): type = Template.FieldType.codes(name).valueType(self)
        case .string:
            type = .strings(vocabulary.codes.compactMap { $0.string(attribute.name) })
        case .number, .boolean, .text:
            type = .union(vocabulary.codes.compactMap { code in code.value(attribute.name).map { FEELType($0) } })
        }
        return isOnAll ? type : type.orNull
    }
}

extension Parameter {
    /// All its values; null on days before the first.
    fileprivate var valueType: FEELType { FEELType.union(values.map { FEELType($0.value) }).orNull }
}

extension Template.FieldType {
    /// What the field can hold, as a type of FEEL.
    func valueType(_ codes: CodeTypes) -> FEELType {
        switch self {
        case .code(let name): codes.codes[name] ?? .string
        case .codes(let name): .list(of: codes.codes[name] ?? .string)
        case .string: .string
        case .number: .number
        case .boolean: .boolean
        case .values(let values): .union(values.map { FEELType($0) })
        case .numbers(let interval): .number(in: interval)
        }
    }
}

extension Rule.Aggregate.Function {
    /// What the function makes of members of a type, as the function of FEEL with that name does.
    func resultType(ofMembers type: FEELType) -> FEELType {
        switch self {
        case .collect: .list(of: type)
        // The sum of nothing is 0.
        case .sum: builtinType(.list(of: type.union(.number)))
        case .count, .min, .max, .mean: builtinType(.list(of: type))
        }
    }

    private func builtinType(_ list: FEELType) -> FEELType {
        Builtin.standard[rawValue]?.resultType(of: [list]) ?? .any
    }
}
