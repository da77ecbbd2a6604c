package import RuleEngine

extension FieldReader {
    /// A fact with its key and what is told of its other fields.
    ///
    /// - Parameter names: further names that a fact may have, for whoever reads them.
    /// - Returns: the fact, and the values under those names.
    /// - Throws: `facts/unknown-field`, `facts/no-key` and `facts/value`.
    package func fact(
        _ given: GivenFact, of template: Template, beside names: Set<String> = []
    ) throws(BadInput) -> (fact: SessionInputs.InputFact, others: [GivenFact.Value]) {
        var others: [GivenFact.Value] = []
        var key: [FEELValue?] = template.key.map { _ in nil }
        var fields: [String: ValueSet] = [:]
        for given in given.values {
            if let place = template.keyIndex(of: given.name) {
                key[place] = try value(given, of: template.key[place])
            } else if let place = template.fieldIndex(of: given.name) {
                fields[given.name] = .exactly(try value(given, of: template.fields[place]))
            } else if names.contains(given.name) {
                others.append(given)
            } else {
                let near = Suggestion.nearest(to: given.name, among: (template.key + template.fields).map(\.name))
                throw given.place.failure("facts/unknown-field", .unknownField(given.name, near))
            }
        }
        if let missing = zip(template.key, key).first(where: { $1 == nil })?.0 {
            throw given.place.failure("facts/no-key", .noKey(missing.name))
        }
        return (SessionInputs.InputFact(template: template.name, key: key.compactMap(\.self), fields: fields), others)
    }
}

// MARK: - Wordings

extension LocalizedText {
    package static func unknownField(_ name: String, _ near: String?) -> LocalizedText {
        LocalizedText(
            nl: "‘\(name)’ bestaat hier niet" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "‘\(name)’ does not exist here" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }

    fileprivate static func noKey(_ name: String) -> LocalizedText {
        LocalizedText(nl: "dit feit heeft geen ‘\(name)’", en: "this fact has no ‘\(name)’")
    }
}
