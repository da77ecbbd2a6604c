package import RuleEngine

/// The types of the models of a set.
package struct ModelTypes: Sendable {
    /// What a reference to a type means.
    package enum Meaning: Hashable, Sendable {
        case any
        case plain(FEELTypeName)
        case definition(model: Int, index: Int)
    }

    private let set: ModelSet
    /// By model, definitions by name.
    private let names: [[String: Int]]
    private var resolved: [[FEELTypeName]] = []
    package private(set) var diagnostics: [Diagnostic] = []

    /// Parts of a type with all types inside it written out.
    private static let sizeLimit = 2_000
    /// Types inside each other.
    private static let depthLimit = 50

    package init(_ set: ModelSet) {
        self.set = set
        names = set.models.map { model in
            Dictionary(model.itemDefinitions.enumerated().map { ($0.element.name.value.asName, $0.offset) }) {
                first, _ in first
            }
        }
        for model in set.models.indices {
            var own: [FEELTypeName] = []
            for definition in set.models[model].itemDefinitions {
                check(definition, in: model)
                var expansion = Expansion()
                var type = expanded(definition, in: model, depth: 0, &expansion)
                if expansion.size > Self.sizeLimit {
                    diagnostics.append(.typeTooLarge(definition.name))
                    type = .named("Any")
                }
                own.append(type)
            }
            resolved.append(own)
        }
    }

    // MARK: Meanings

    /// What a reference means; `nil` when there is no such type.
    package func meaning(of reference: TypeReference, in model: Int) -> Meaning? {
        let name = reference.name.asName
        if let space = reference.namespace {
            if space == set.models[model].namespace, let index = names[model][name] {
                return .definition(model: model, index: index)
            }
            for link in set.links[model] where set.models[link.model].namespace == space || link.name == space {
                if let index = names[link.model][name] { return .definition(model: link.model, index: index) }
            }
            return Self.plain(name) ?? names[model][name].map { .definition(model: model, index: $0) }
        }
        if let index = names[model][name] { return .definition(model: model, index: index) }
        if let found = Self.plain(name) { return found }
        for link in set.links[model] {
            let prefix = link.name.isEmpty ? "" : link.name + "."
            if name.hasPrefix(prefix), let index = names[link.model][String(name.dropFirst(prefix.count)).asName] {
                return .definition(model: link.model, index: index)
            }
        }
        return nil
    }

    /// The types of FEEL and of XML Schema in all spellings: case, blanks, hyphens and underscores say nothing.
    private static func plain(_ name: String) -> Meaning? {
        let word = name.localName.lowercased().filter { $0.isLetter }
        return spellings[word].map { $0 == "Any" ? .any : .plain(.named($0)) }
    }

    private static let spellings: [String: String] = {
        let words: [(type: String, words: [String])] = [
            ("Any", ["any", "anytype", "anysimpletype", "duration", "undefined", "null"]),
            ("string", ["string", "anyuri", "text", "token", "normalizedstring"]),
            (
                "number",
                [
                    "number", "integer", "int", "long", "short", "byte", "decimal", "double", "float",
                    "nonnegativeinteger", "positiveinteger",
                ]
            ),
            ("boolean", ["boolean", "bool"]),
            ("date", ["date"]),
            ("time", ["time"]),
            ("date and time", ["dateandtime", "datetime"]),
            (
                "days and time duration",
                ["daysandtimeduration", "dayandtimeduration", "daytimeduration", "daystimeduration"]
            ),
            (
                "years and months duration",
                ["yearsandmonthsduration", "yearandmonthduration", "yearmonthduration", "yearsmonthsduration"]
            ),
            ("list", ["list"]),
            ("context", ["context"]),
            ("function", ["function"]),
            ("range", ["range"]),
        ]
        return Dictionary(words.flatMap { entry in entry.words.map { ($0, entry.type) } }) { first, _ in first }
    }()

    /// The names of types that a reference may mean, for suggestions.
    package func known(in model: Int) -> [String] {
        names[model].keys.sorted() + [
            "Any", "string", "number", "boolean", "date", "time", "date and time",
            "days and time duration", "years and months duration", "context",
        ]
            + set.links[model].flatMap { link in names[link.model].keys.sorted().map { link.name + "." + $0 } }
    }

    package func definition(model: Int, index: Int) -> ItemDefinition { set.models[model].itemDefinitions[index] }

    /// The type with all names of definitions replaced by what they stand for.
    package func type(_ reference: TypeReference?, in model: Int) -> FEELTypeName {
        guard let reference, let meaning = meaning(of: reference, in: model) else { return .named("Any") }
        switch meaning {
        case .any: return .named("Any")
        case .plain(let type): return type
        case .definition(let model, let index): return resolved[model][index]
        }
    }

    /// Whether the type, or one inside it, says more of its values than which kind they are.
    package func isConstrained(_ reference: TypeReference?, in model: Int) -> Bool {
        var seen: Set<Meaning> = []
        return isConstrained(reference, in: model, &seen)
    }

    private func isConstrained(_ reference: TypeReference?, in model: Int, _ seen: inout Set<Meaning>) -> Bool {
        guard seen.count < Self.sizeLimit, let reference, let meaning = meaning(of: reference, in: model),
            case .definition(let other, let index) = meaning, seen.insert(meaning).inserted
        else { return false }
        return isConstrained(definition(model: other, index: index), in: other, &seen)
    }

    private func isConstrained(_ definition: ItemDefinition, in model: Int, _ seen: inout Set<Meaning>) -> Bool {
        if definition.allowed != nil || definition.constraint != nil { return true }
        if isConstrained(definition.base, in: model, &seen) { return true }
        for component in definition.components where isConstrained(component, in: model, &seen) { return true }
        return false
    }

    /// The types that expressions of a model may name behind `instance of`.
    package func feelTypes(of model: Int) -> [String: FEELTypeName] {
        var types: [String: FEELTypeName] = [:]
        for link in set.links[model] {
            for (name, index) in names[link.model] {
                types[(link.name.isEmpty ? "" : link.name + ".") + name] = resolved[link.model][index]
            }
        }
        for (name, index) in names[model] { types[name] = resolved[model][index] }
        return types
    }

    // MARK: Definitions

    /// What is being written out: how much there is, and which definitions.
    private struct Expansion {
        var size = 0
        var open: [Meaning] = []
    }

    private mutating func check(_ definition: ItemDefinition, in model: Int) {
        for reference in [definition.base, definition.function?.result].compactMap(\.self)
            + (definition.function?.parameters ?? []).compactMap(\.self)
        {
            if let problem = unknown(reference, in: model) { diagnostics.append(problem) }
        }
        for component in definition.components { check(component, in: model) }
    }

    /// What to tell of a reference to a type that is not there.
    package func unknown(_ reference: TypeReference?, in model: Int) -> Diagnostic? {
        guard let reference, meaning(of: reference, in: model) == nil else { return nil }
        return .unknownType(reference, near: Suggestion.nearest(to: reference.name, among: known(in: model)))
    }

    private func expanded(_ definition: ItemDefinition, in model: Int, depth: Int, _ expansion: inout Expansion)
        -> FEELTypeName
    {
        expansion.size += 1
        guard depth < Self.depthLimit, expansion.size <= Self.sizeLimit else { return .named("Any") }
        var base = FEELTypeName.named("Any")
        if let function = definition.function {
            var parameters: [FEELTypeName] = []
            for parameter in function.parameters {
                parameters.append(expanded(parameter, in: model, depth: depth + 1, &expansion))
            }
            base = .function(parameters, expanded(function.result, in: model, depth: depth + 1, &expansion))
        } else if !definition.components.isEmpty {
            var fields: [FEELTypeName.Field] = []
            for component in definition.components {
                let type = expanded(component, in: model, depth: depth + 1, &expansion)
                fields.append(FEELTypeName.Field(name: component.name.value.asName, type: type))
            }
            base = .context(fields)
        } else {
            base = expanded(definition.base, in: model, depth: depth + 1, &expansion)
        }
        return definition.isCollection ? .list(base) : base
    }

    private func expanded(_ reference: TypeReference?, in model: Int, depth: Int, _ expansion: inout Expansion)
        -> FEELTypeName
    {
        guard let reference, let meaning = meaning(of: reference, in: model) else { return .named("Any") }
        switch meaning {
        case .any: return .named("Any")
        case .plain(let type): return type
        case .definition(let other, let index):
            // Of a type inside itself nothing is asked.
            guard !expansion.open.contains(meaning) else { return .named("Any") }
            expansion.open.append(meaning)
            defer { expansion.open.removeLast() }
            return expanded(definition(model: other, index: index), in: other, depth: depth, &expansion)
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unknownType(_ reference: TypeReference, near: String?) -> Diagnostic {
        Diagnostic(
            code: "dmn/unknown-type",
            message: LocalizedText(
                nl: "er is geen type ‘\(reference.text)’", en: "there is no type ‘\(reference.text)’"),
            at: reference.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(
                    nl: "leg het vast met itemDefinition, of kies een type van FEEL",
                    en: "declare it by an itemDefinition, or choose a type of FEEL"),
            fixes: near.map { [.replacing(reference.span, with: $0)] } ?? [],
            missing: MissingName(reference.text))
    }

    fileprivate static func typeTooLarge(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .warning, code: "dmn/type-too-large",
            message: LocalizedText(
                nl: "het type ‘\(name.value)’ is uitgeschreven te groot; elke waarde past erop",
                en: "the type ‘\(name.value)’ is too large when written out; any value fits it"),
            at: name.span,
            hint: LocalizedText(
                nl: "laat een onderdeel het type Any hebben", en: "let a component have the type Any"))
    }
}
