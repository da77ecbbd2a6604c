/// How a function is called and what comes of it, for readers.
extension Builtin {
    /// The forms in which it is called: `round up(n, scale)`.
    package var forms: [String] { shownSignatures.map { form($0, \.name) } }

    /// The same with the types that it takes: `round up(n: number, scale: number)`. Of arguments without number there is
    /// the name alone.
    package var typedForms: [String] {
        shownSignatures.map { signature in
            form(signature) { parameter in
                let isLast = parameter.name == signature.parameters.last?.name
                return signature.variadic && isLast ? parameter.name : "\(parameter.name): \(parameter.kind.typeName)"
            }
        }
    }

    /// The names of the parameters that may be left out.
    package var optionalParameters: [String] {
        var names: [String] = []
        for parameter in signatures.flatMap(\.parameters) where parameter.optional && !names.contains(parameter.name) {
            names.append(parameter.name)
        }
        return names
    }

    /// What it gives when it gives no null, in FEEL's notation for types.
    package var resultText: String {
        let types = signatures.map { resultType(of: $0.parameters.map(\.kind.type)) }
        let result = FEELType.union(types)
        return result.isAny ? result.description : result.withoutNull.description
    }

    private var shownSignatures: [Signature] { signatures.filter { !$0.positionalOnly } }

    private func form(_ signature: Signature, _ text: (Parameter) -> String) -> String {
        let parameters = signature.parameters.map(text).joined(separator: ", ")
        return "\(name)(\(parameters)\(signature.variadic ? ", ..." : ""))"
    }
}

extension Builtin.Kind {
    fileprivate var typeName: String { valueKind?.typeName ?? "Any" }
    fileprivate var type: FEELType { valueKind.map { FEELType.any.restricted(to: [$0]) } ?? .any }
}
