// The columns of a table.

extension TableReader {
    /// A value, or `{ value: …, allowed: … }`.
    mutating func input(_ node: YAMLNode, _ expressions: inout ExpressionReader) -> Input {
        guard node.mapping != nil else { return Input(value: expressions.expression(node)) }
        var reader = MappingReader(node, of: .tableInput)
        let value = reader.required("value")
        let allowed = reader.optional("allowed")
        diagnostics += reader.finish()
        var input = Input(value: value.flatMap { expressions.expression($0) })
        if let allowed, let scalar = expressions.scalar(of: allowed), let value = input.value {
            let location = ExpressionLocation(scalar: scalar, text: scalar.text, offset: 0)
            let read = expressions.tests(at: location, on: value.expression)
            input.tests = read?.tests
            input.allowed = read?.condition?.reading(value)
        }
        return input
    }

    /// A name, or `{ name: …, codes: …, allowed: …, default: … }`.
    mutating func output(_ node: YAMLNode, _ expressions: inout ExpressionReader) -> Output? {
        guard node.mapping != nil else {
            let name = YAMLShape<Located<String>>.text.read(node, into: &diagnostics)
            return name.flatMap { checked($0) }.map { Output(name: $0) }
        }
        var reader = MappingReader(node, of: .tableOutput)
        let name = reader.required("name", as: .text)
        let codes = reader.optional("codes", as: .text)
        let allowed = reader.optional("allowed")
        let whenNone = reader.optional("default")
        diagnostics += reader.finish()
        guard let name = name.flatMap({ checked($0) }) else { return nil }
        var output = Output(name: name)
        if let codes {
            output.vocabulary = vocabularies[codes.value]
            guard output.vocabulary != nil else {
                diagnostics.append(
                    .unknownReference(
                        "table/unknown-vocabulary", LocalizedText(nl: "woordenlijst", en: "vocabulary"), codes,
                        among: vocabularies.keys.sorted()))
                return nil
            }
        }
        if let allowed, let scalar = expressions.scalar(of: allowed) {
            let location = ExpressionLocation(scalar: scalar, text: scalar.text, offset: 0)
            if let vocabulary = output.vocabulary {
                output.allowed = self.codes(at: location, of: vocabulary)
            } else {
                output.allowed = expressions.tests(at: location, on: FEELExpression(.name("?"), range: 0..<0))?.tests
            }
        }
        if let whenNone, let scalar = expressions.scalar(of: whenNone) {
            output.whenNone = value(
                ExpressionLocation(scalar: scalar, text: scalar.text, offset: 0), of: output, &expressions)
        }
        return output
    }

    private mutating func checked(_ name: Located<String>) -> Located<String>? {
        if RuleBaseReader.isName(name.value) { return name }
        diagnostics.append(.badName(name))
        return nil
    }

    /// `one, two`: literal codes, the most important first.
    private mutating func codes(at location: ExpressionLocation, of vocabulary: Vocabulary) -> FEELUnaryTests? {
        var tests: [FEELUnaryTest] = []
        for part in location.text.split(separator: ",", omittingEmptySubsequences: false) {
            let code = part.trimmedOfBlanks
            let offset =
                location.offset + location.text.utf8.distance(from: location.text.startIndex, to: code.startIndex)
            let inside = ExpressionLocation(scalar: location.scalar, text: String(code), offset: offset)
            guard let value = self.code(at: inside, of: vocabulary) else { return nil }
            tests.append(.expression(value.expression))
        }
        return .tests(tests)
    }
}

extension Substring {
    fileprivate var trimmedOfBlanks: Substring {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
