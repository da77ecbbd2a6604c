import DecisionModels
import RuleEngine

/// Reads the values of inputs from documents and tables, by the types that a model gives them.
///
/// A number, a truth value, a day, a time or a duration is a text that says one, as JSON, YAML and tables have no type for most
/// of them. Where the type says nothing, a bare number is a number, `true` and `false` are truth values, and all else is text.
struct ModelValueReader {
    let program: ModelProgram

    /// Where a value stands, and how to tell that it does not fit.
    struct Place {
        let name: String
        let place: FactPlace

        func failure(_ message: LocalizedText, hint: LocalizedText? = nil) -> BadInput {
            place.failure("dmn/input", message, hint: hint)
        }
    }

    /// The value of an input of the model, checked against its type.
    func value(_ node: YAMLNode, of id: ModelSet.ElementID, in file: SourceFile) throws(BadInput) -> FEELValue {
        let element = program.set[id]
        let place = Place(name: element.name.value.asName, place: .node(node.span, file))
        let value = try value(node, program.types.type(element.type, in: id.model), place, file)
        return try fitted(value, of: id, place)
    }

    /// The value with its type; components that are not given are null.
    func fitted(_ value: FEELValue, of id: ModelSet.ElementID, _ place: Place) throws(BadInput) -> FEELValue {
        let whole = value.filled(program.types.type(program.set[id].type, in: id.model))
        switch program.fitted(whole, to: program.set[id].type, in: id.model) {
        case .success(let value): return value
        case .failure(let misfit):
            throw place.failure(misfit.message(of: place.name, type: program.set[id].type?.text ?? "Any"))
        }
    }

    /// The value of a node of which the type is known.
    func value(
        _ node: YAMLNode, _ type: FEELTypeName, _ place: Place, _ file: SourceFile
    ) throws(BadInput) -> FEELValue {
        switch node.content {
        case .scalar(let scalar):
            return try value(
                scalar.text, isBare: scalar.style == .plain, type,
                Place(name: place.name, place: .node(node.span, file)))
        case .sequence(let nodes):
            var inner = FEELTypeName.named("Any")
            if case .list(let member) = type { inner = member }
            var values: [FEELValue] = []
            for node in nodes { values.append(try value(node, inner, place, file)) }
            return .list(values)
        case .mapping(let entries):
            var fields: [FEELTypeName.Field] = []
            if case .context(let known) = type { fields = known }
            // A single value may stand for a list of one.
            if case .list(.context(let known)) = type { fields = known }
            var context = FEELContext()
            for entry in entries {
                let name = entry.name.value.asName
                let field = fields.first { $0.name == name }
                if field == nil, !fields.isEmpty {
                    throw Place(name: name, place: .node(entry.name.span, file)).failure(
                        .unknownField(
                            name, of: place.name, near: Suggestion.nearest(to: name, among: fields.map(\.name))))
                }
                let inner = Place(name: name, place: .node(entry.value.span, file))
                context.set(name, to: try value(entry.value, field?.type ?? .named("Any"), inner, file))
            }
            return .context(context)
        }
    }

    /// The value of a text.
    ///
    /// - Parameter isBare: it stands without quotes.
    func value(_ text: String, isBare: Bool, _ type: FEELTypeName, _ place: Place) throws(BadInput) -> FEELValue {
        let word = text.trimmed
        if isBare, ["", "null", "~"].contains(word) { return .null }
        guard case .named(let name) = type else {
            if case .list(let member) = type { return .list([try value(text, isBare: isBare, member, place)]) }
            throw place.failure(.notReadable(word, as: type.text, place.name))
        }
        let found: FEELValue? =
            switch name {
            case "string": .string(text)
            case "number": FEELNumber(word).map(FEELValue.number)
            case "boolean": word == "true" ? .boolean(true) : word == "false" ? .boolean(false) : nil
            case "date": FEELDate(word).map(FEELValue.date)
            case "time": FEELTime(word).map(FEELValue.time)
            case "date and time":
                FEELDateTime(word).map(FEELValue.dateTime) ?? FEELDate(word).map { .dateTime(FEELDateTime($0)) }
            case "days and time duration": FEELDaysDuration(word).map(FEELValue.daysDuration)
            case "years and months duration": FEELMonthsDuration(word).map(FEELValue.monthsDuration)
            default: isBare ? Self.guessed(word) ?? .string(text) : .string(text)
            }
        guard let found else { throw place.failure(.notReadable(word, as: name, place.name)) }
        return found
    }

    private static func guessed(_ word: String) -> FEELValue? {
        switch word {
        case "true": .boolean(true)
        case "false": .boolean(false)
        default: FEELNumber(word).map(FEELValue.number)
        }
    }
}

extension FEELValue {
    /// The value with a null for each component of its type that is not there.
    fileprivate func filled(_ type: FEELTypeName) -> FEELValue {
        switch (self, type) {
        case (.list(let members), .list(let member)): return .list(members.map { $0.filled(member) })
        case (_, .list(let member)): return filled(member)
        case (.context(var context), .context(let fields)):
            for field in fields { context.set(field.name, to: context[field.name]?.filled(field.type) ?? .null) }
            return .context(context)
        default: return self
        }
    }
}

extension FEELTypeName {
    /// The type in a message.
    fileprivate var text: String {
        switch self {
        case .named(let name): name
        case .list(let member): "list<\(member.text)>"
        case .range(let member): "range<\(member.text)>"
        case .context(let fields): "context<\(fields.map(\.name).joined(separator: ", "))>"
        case .function: "function"
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func notReadable(_ text: String, as type: String, _ name: String) -> LocalizedText {
        let start = text.count > 60 ? text.prefix(57) + "…" : text
        return LocalizedText(
            nl: "‘\(name)’ moet een waarde van het type \(type) zijn, en ‘\(start)’ is dat niet",
            en: "‘\(name)’ must be a value of the type \(type), and ‘\(start)’ is none")
    }

    fileprivate static func unknownField(_ name: String, of owner: String, near: String?) -> LocalizedText {
        LocalizedText(
            nl: "‘\(owner)’ heeft geen onderdeel ‘\(name)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "‘\(owner)’ has no component ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }
}
