/// The types of the names that an expression of a rule sees: variables, parameters, and the values of the record.
struct RuleTypeScope: FEELTypeScope {
    let record: RecordSchema
    let parameters: [String: Parameter]
    let templates: [Template]
    let vocabularies: [String: Vocabulary]
    /// The template of a fact, or `nil` for a computed value.
    let variables: [String: Int?]
    /// The types of computed values.
    let computed: [String: FEELType]

    func type(of name: String) -> FEELType? {
        if let variable = variables[name] {
            guard let template = variable.map({ templates[$0] }) else { return computed[name] ?? .any }
            return .context((template.key.map { .init($0.name, type(ofKey: $0)) })
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
        switch FieldPlaces(template: template, vocabularies: vocabularies).place(of: member) {
        case .key(let index): return type(ofKey: template.key[index])
        case .field(let index): return type(of: template.fields[index])
        case .attribute(let name):
            return template.describedBy.flatMap { vocabularies[$0] }.map { type(ofAttribute: name, in: $0) }
        case nil: return .any
        }
    }

    /// A fact always has its key.
    private func type(ofKey field: Template.Field) -> FEELType { field.type.valueType(in: vocabularies) }

    /// A field that no rule gives is null; a union of nothing is empty.
    private func type(of field: Template.Field) -> FEELType {
        let type = field.type.valueType(in: vocabularies)
        return field.combination == .union ? type : type.orNull
    }

    /// What the codes of the vocabulary have. Of a code or codes all are possible that their vocabulary has.
    private func type(ofAttribute name: String, in vocabulary: Vocabulary) -> FEELType {
        let isOnAll = vocabulary.codes.allSatisfy { $0.value(name) != nil }
        let given = FEELType.union(vocabulary.codes.map { FEELType($0.value(name) ?? .null) })
        switch vocabulary.attributes.first(where: { $0.name == name })?.kind {
        case .code(let other):
            let type = Template.FieldType.code(other).valueType(in: vocabularies)
            return isOnAll ? type : type.orNull
        case .codes(let other):
            let type = Template.FieldType.codes(other).valueType(in: vocabularies)
            return isOnAll ? type : type.orNull
        case .number, .boolean, .string, .text, nil: return given
        }
    }
}

extension Parameter {
    /// All its values; null on days before the first.
    fileprivate var valueType: FEELType { FEELType.union(values.map { FEELType($0.value) }).orNull }
}

extension Template.FieldType {
    /// What the field can hold, as a type of FEEL.
    func valueType(in vocabularies: [String: Vocabulary]) -> FEELType {
        switch self {
        case .code(let name): vocabularies[name].map { .strings($0.codes.map(\.code)) } ?? .string
        case .codes(let name): .list(of: vocabularies[name].map { .strings($0.codes.map(\.code)) } ?? .string)
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
