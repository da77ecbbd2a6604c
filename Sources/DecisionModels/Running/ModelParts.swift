package import RuleEngine

/// The tables and the typed places of a program, ready to run.
struct ModelParts: Sendable {
    private struct Table: Sendable {
        let code: DecisionTableCode
        let names: [String]
        let source: BoxedExpression.Table
        let evaluator: FEELEvaluator
    }

    private struct Place: Sendable {
        let fit: TypeFit
        let place: TypedPlace
    }

    /// A function that fits values to one type, as the call of any function does with its parameter.
    struct TypeFit: Sendable {
        let function: FEELFunction
        let meaning: ModelTypes.Meaning

        init(_ type: FEELTypeName, _ meaning: ModelTypes.Meaning) {
            let parameter = FEELParameter(name: "value", type: type)
            function = FEELFunction(parameters: [parameter], body: FEELExpression(.name("value")))
            self.meaning = meaning
        }
    }

    private let tables: [Table]
    private let places: [Place]
    private let constraints: ItemConstraints
    private let plain: FEELEvaluator
    private let types: ModelTypes
    private let journal: ModelJournal

    var diagnostics: [Diagnostic] { constraints.diagnostics }

    /// - Parameter evaluators: by model, those in which tables run.
    init(
        tables: [ModelTable], places: [TypedPlace], set: ModelSet, types: ModelTypes, evaluators: [FEELEvaluator],
        journal: ModelJournal
    ) {
        self.types = types
        self.journal = journal
        let zones = evaluators.first?.timeZones
        plain = FEELEvaluator(timeZones: zones, now: evaluators.first?.now)
        self.tables = tables.map { table in
            Table(
                code: evaluators[table.model].compile(table.table, for: FEELNameList(table.names)), names: table.names,
                source: table.source, evaluator: evaluators[table.model])
        }
        var fits: [ModelTypes.Meaning: TypeFit] = [:]
        self.places = places.map { place in
            let meaning = types.meaning(of: place.type, in: place.model) ?? .any
            let fit = fits[meaning] ?? TypeFit(types.type(place.type, in: place.model), meaning)
            fits[meaning] = fit
            return Place(fit: fit, place: place)
        }
        constraints = ItemConstraints(set, types, plain)
    }

    // MARK: Types

    /// The value fitted to the type of a place; null, with a note, where it does not fit.
    func typed(_ number: Int, _ value: FEELValue) -> FEELValue {
        guard places.indices.contains(number) else { return .null }
        let place = places[number]
        switch fitted(value, place.fit) {
        case .success(let value): return value
        case .failure(let misfit):
            journal.note(misfit.message(of: place.place.owner, type: place.place.type.text), at: place.place.type.span)
            return .null
        }
    }

    /// The value fitted to a type, or why it does not fit.
    func fitted(_ value: FEELValue, to reference: TypeReference, in model: Int) -> Result<FEELValue, TypeMisfit> {
        guard let meaning = types.meaning(of: reference, in: model) else { return .success(value) }
        return fitted(value, TypeFit(types.type(reference, in: model), meaning))
    }

    private func fitted(_ value: FEELValue, _ fit: TypeFit) -> Result<FEELValue, TypeMisfit> {
        guard !value.isNull else { return .success(.null) }
        let outcome = plain.call(fit.function, with: [UncertainValue(value)], in: FEELDictionaryScope())
        guard let result = outcome.result.set.exactValue, outcome.notes.isEmpty else {
            return .failure(.kind(value))
        }
        guard let breach = constraints.breach(result, of: fit.meaning) else { return .success(result) }
        return .failure(.notAllowed(breach.value, breach.text.text.trimmed))
    }

    // MARK: Tables

    /// What a table gives for these values of its names.
    func table(_ number: Int, _ names: FEELValue) -> FEELValue {
        guard tables.indices.contains(number), case .context(let context) = names else { return .null }
        let table = tables[number]
        let values = table.names.map { UncertainValue(context[$0] ?? .null) }
        let outcome = table.evaluator.evaluate(table.code, in: FEELSlotArray(values))
        let result = outcome.result.set.exactValue ?? .null
        if let conflict = outcome.conflict {
            let rules = table.source.rules
            journal.note(.conflict(conflict.first + 1, conflict.second + 1), at: rules[conflict.second].span)
        } else if result.isNull, !outcome.rows.contains(.hits) {
            journal.note(.noRow, at: table.source.header.span)
        }
        return result
    }
}

/// Why a value does not have the type that is asked.
package enum TypeMisfit: Error {
    case kind(FEELValue)
    /// The value, and what is allowed.
    case notAllowed(FEELValue, String)
}

// MARK: - Wordings

extension TypeMisfit {
    package func message(of owner: String, type: String) -> LocalizedText {
        switch self {
        case .kind(let value):
            let text = value.start
            return LocalizedText(
                nl: "de waarde van ‘\(owner)’ is geen \(type): \(text) (\(value.kind.typeName))",
                en: "the value of ‘\(owner)’ is no \(type): \(text) (\(value.kind.typeName))")
        case .notAllowed(let value, let allowed):
            let text = value.start
            return LocalizedText(
                nl: "‘\(owner)’ mag niet \(text) zijn; toegestaan is: \(allowed)",
                en: "‘\(owner)’ may not be \(text); allowed is: \(allowed)")
        }
    }
}

extension LocalizedText {
    fileprivate static func conflict(_ first: Int, _ second: Int) -> LocalizedText {
        LocalizedText(
            nl: "rij \(first) en rij \(second) raken samen, en dat laat deze tabel niet toe; de uitkomst is null",
            en: "row \(first) and row \(second) hit together, which this table does not allow; the result is null")
    }

    fileprivate static let noRow = LocalizedText(
        nl: "geen rij van deze tabel raakt; de uitkomst is null", en: "no row of this table hits; the result is null")
}

extension FEELValue {
    /// The start of the text, for messages.
    fileprivate var start: String {
        let text = text
        return text.count > 60 ? text.prefix(57) + "…" : text
    }
}
